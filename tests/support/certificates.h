// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "support/keys.h"

#include <openssl/x509.h>
#include <openssl/x509v3.h>

/// Certificates of this run, good and bad.
namespace TestCertificates {

/// PEM.
struct Identity {
    QByteArray certificate = {};
    QByteArray key = {};
};

struct Wish {
    QByteArray name = "server";
    QByteArray hosts = "IP:127.0.0.1,DNS:localhost";
    int fromDays = -10;
    int untilDays = 10;
    bool authority = false;
};

inline void addExtension(X509 *certificate, int kind, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, kind, value.constData());
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

template<typename T, typename Read>
T *fromPem(const QByteArray &pem, Read read)
{
    BIO *in = BIO_new_mem_buf(pem.constData(), int(pem.size()));
    T *object = read(in, nullptr, nullptr, nullptr);
    BIO_free(in);
    return object;
}

/// A certificate as wished, signed by \p issuer, else by itself.
inline Identity make(const Wish &wish, const Identity *issuer = nullptr)
{
    static long serial = 0;
    EVP_PKEY *key = EVP_EC_gen("P-256");
    X509 *certificate = X509_new();
    X509_set_version(certificate, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), ++serial);
    constexpr long day = 24 * 3600;
    X509_gmtime_adj(X509_getm_notBefore(certificate), wish.fromDays * day);
    X509_gmtime_adj(X509_getm_notAfter(certificate), wish.untilDays * day);
    X509_set_pubkey(certificate, key);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate), "CN", MBSTRING_ASC,
                               reinterpret_cast<const unsigned char *>(wish.name.constData()), -1,
                               -1, 0);
    addExtension(certificate, NID_basic_constraints,
                 wish.authority ? "critical,CA:TRUE" : "CA:FALSE");
    if (!wish.authority)
        addExtension(certificate, NID_subject_alt_name, wish.hosts);

    if (issuer) {
        X509 *above = fromPem<X509>(issuer->certificate, PEM_read_bio_X509);
        EVP_PKEY *signer = fromPem<EVP_PKEY>(issuer->key, PEM_read_bio_PrivateKey);
        X509_set_issuer_name(certificate, X509_get_subject_name(above));
        X509_sign(certificate, signer, EVP_sha256());
        X509_free(above);
        EVP_PKEY_free(signer);
    } else {
        X509_set_issuer_name(certificate, X509_get_subject_name(certificate));
        X509_sign(certificate, key, EVP_sha256());
    }

    BIO *out = BIO_new(BIO_s_mem());
    PEM_write_bio_X509(out, certificate);
    char *text = nullptr;
    const long size = BIO_get_mem_data(out, &text);
    Identity identity {.certificate = QByteArray(text, size), .key = TestKeys::pemOf(key)};
    BIO_free(out);
    X509_free(certificate);
    EVP_PKEY_free(key);
    return identity;
}

} // namespace TestCertificates
