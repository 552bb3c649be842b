// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include "signrs256.h"

#include <antiphon/core/words.h>

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

template<auto Free>
struct Deleter {
    template<typename T>
    void operator()(T *object) const
    {
        Free(object);
    }
};

} // namespace

static std::unexpected<Error> unusable()
{
    ERR_clear_error(); // of this thread: Qt's TLS must not find ours
    return fail(ErrorKind::Setup,
                Words::tr("The private key of the service account cannot be used: it must be an "
                          "RSA key in PEM form. Download the key file again."),
                u"private-key"_s);
}

// Never asks for the pass phrase of an encrypted key on the terminal, as OpenSSL does by itself.
static int noPassphrase(char *, int, int, void *)
{
    return -1;
}

Result<QByteArray> signRs256(const QByteArray &privateKey, const QByteArray &message)
{
    const std::unique_ptr<BIO, Deleter<BIO_free_all>> pem(
        BIO_new_mem_buf(privateKey.constData(), int(privateKey.size())));
    const std::unique_ptr<EVP_PKEY, Deleter<EVP_PKEY_free>> key(
        PEM_read_bio_PrivateKey(pem.get(), nullptr, noPassphrase, nullptr));
    if (!key || EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_RSA)
        return unusable();

    const std::unique_ptr<EVP_MD_CTX, Deleter<EVP_MD_CTX_free>> context(EVP_MD_CTX_new());
    const auto *bytes = reinterpret_cast<const unsigned char *>(message.constData());
    const auto length = size_t(message.size());
    size_t size = 0;
    if (EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key.get()) != 1
        || EVP_DigestSign(context.get(), nullptr, &size, bytes, length) != 1)
        return unusable();
    QByteArray signature(qsizetype(size), '\0');
    auto *into = reinterpret_cast<unsigned char *>(signature.data());
    if (EVP_DigestSign(context.get(), into, &size, bytes, length) != 1)
        return unusable();
    signature.truncate(qsizetype(size));
    return signature;
}

} // namespace Antiphon
