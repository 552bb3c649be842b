// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

/// A key pair of this run: nothing that looks like a key is kept in the sources.
namespace TestKeys {

inline EVP_PKEY *pair()
{
    static EVP_PKEY *const key = EVP_RSA_gen(2048);
    return key;
}

inline QByteArray pemOf(EVP_PKEY *key)
{
    BIO *out = BIO_new(BIO_s_mem());
    PEM_write_bio_PrivateKey(out, key, nullptr, nullptr, 0, nullptr, nullptr);
    char *text = nullptr;
    const long size = BIO_get_mem_data(out, &text);
    QByteArray pem(text, size);
    BIO_free(out);
    return pem;
}

inline QByteArray rsa()
{
    static const QByteArray pem = pemOf(pair());
    return pem;
}

inline bool verifies(const QByteArray &message, const QByteArray &signature)
{
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    const auto bytes = [](const QByteArray &from) {
        return reinterpret_cast<const unsigned char *>(from.constData());
    };
    const bool good = EVP_DigestVerifyInit(context, nullptr, EVP_sha256(), nullptr, pair()) == 1
        && EVP_DigestVerify(context, bytes(signature), size_t(signature.size()), bytes(message),
                            size_t(message.size()))
            == 1;
    EVP_MD_CTX_free(context);
    return good;
}

} // namespace TestKeys
