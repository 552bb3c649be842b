// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include "tls.h"

#include <antiphon/core/words.h>
#include <antiphon/net/certificate.h>

#include <QCryptographicHash>
#include <QLocale>
#include <QSslCertificate>
#include <QSslKey>

using namespace Qt::StringLiterals;

namespace Antiphon {

static QString fingerprintOf(const QSslCertificate &certificate)
{
    return QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex());
}

QSslKey privateKeyOf(const NetworkOptions &options)
{
    for (const QSsl::KeyAlgorithm kind : {QSsl::Rsa, QSsl::Ec, QSsl::Dsa}) {
        const QSslKey key(options.privateKey, kind, QSsl::Pem, QSsl::PrivateKey,
                          options.passphrase);
        if (!key.isNull())
            return key;
    }
    return {};
}

QSslConfiguration tlsConfiguration(const NetworkOptions &options)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    if (!options.authorities.isEmpty())
        configuration.setCaCertificates(
            QSslConfiguration::systemCaCertificates()
            + QSslCertificate::fromData(options.authorities, QSsl::Pem));
    if (!options.certificate.isEmpty()) {
        configuration.setLocalCertificateChain(
            QSslCertificate::fromData(options.certificate, QSsl::Pem));
        configuration.setPrivateKey(privateKeyOf(options));
    }
    return configuration;
}

bool isAccepted(const QSslCertificate &certificate, const QString &host,
                const NetworkOptions &options)
{
    const QString fingerprint = fingerprintOf(certificate);
    const QStringList accepted = options.accepted.value(host.toLower());
    return !certificate.isNull() && std::ranges::any_of(accepted, [&](QString known) {
        return known.remove(u':').compare(fingerprint, Qt::CaseInsensitive) == 0;
    });
}

static QString nameOf(const QStringList &commonNames, const QStringList &organizations)
{
    const QStringList names = commonNames.isEmpty() ? organizations : commonNames;
    return names.isEmpty() ? Words::tr("nobody named") : names.join(", "_L1);
}

static QStringList hostsOf(const QSslCertificate &certificate)
{
    const auto names = certificate.subjectAlternativeNames();
    const QStringList hosts = names.values(QSsl::DnsEntry) + names.values(QSsl::IpAddressEntry);
    return hosts.isEmpty() ? certificate.subjectInfo(QSslCertificate::CommonName) : hosts;
}

// What follows "its certificate".
static QString reasonWords(const QSslError &error, const QSslCertificate &certificate,
                           const QString &host)
{
    const auto day = [](const QDateTime &time) {
        return QLocale().toString(time.toUTC().date(), QLocale::ShortFormat);
    };
    switch (error.error()) {
    case QSslError::SelfSignedCertificate:
        return Words::tr("it is self-signed");
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return Words::tr("it comes from an authority that is not known here (%1)")
            .arg(nameOf(certificate.issuerInfo(QSslCertificate::CommonName),
                        certificate.issuerInfo(QSslCertificate::Organization)));
    case QSslError::CertificateExpired:
        return Words::tr("it expired on %1").arg(day(error.certificate().expiryDate()));
    case QSslError::CertificateNotYetValid:
        return Words::tr("it is valid only from %1 on")
            .arg(day(error.certificate().effectiveDate()));
    case QSslError::HostNameMismatch:
        return Words::tr("it is for %1, not for %2").arg(hostsOf(certificate).join(", "_L1), host);
    case QSslError::CertificateRevoked:
        return Words::tr("it was revoked");
    default:
        return error.errorString();
    }
}

QString distrustWords(const QList<QSslError> &errors, const QSslCertificate &certificate,
                      const QString &host)
{
    QStringList reasons;
    for (const QSslError &error : errors)
        reasons.append(reasonWords(error, certificate, host));
    reasons.removeDuplicates();
    return Words::tr("The certificate of %1 is not trusted: %2. Nothing was sent.")
               .arg(host, reasons.join("; "_L1))
        + u' '
        + Words::tr("If this is the right server, name the file of its authority in the network "
                    "settings, or accept exactly this certificate there (SHA-256 %1).")
              .arg(spelledFingerprint(fingerprintOf(certificate)));
}

// --- certificate.h -------------------------------------------------------------------------------

std::optional<CertificateSummary> summarizeCertificate(const QByteArray &pem)
{
    const QList<QSslCertificate> all = QSslCertificate::fromData(pem, QSsl::Pem);
    if (all.isEmpty() || all.first().isNull())
        return {};
    const QSslCertificate &first = all.first();
    return CertificateSummary {.subject = nameOf(first.subjectInfo(QSslCertificate::CommonName),
                                                 first.subjectInfo(QSslCertificate::Organization)),
                               .issuer = nameOf(first.issuerInfo(QSslCertificate::CommonName),
                                                first.issuerInfo(QSslCertificate::Organization)),
                               .names = hostsOf(first),
                               .validFrom = first.effectiveDate(),
                               .validUntil = first.expiryDate(),
                               .fingerprint = fingerprintOf(first)};
}

QString spelledFingerprint(const QString &fingerprint)
{
    QString spelled;
    for (qsizetype i = 0; i < fingerprint.size(); i += 2) {
        if (i > 0)
            spelled += u':';
        spelled += fingerprint.mid(i, 2).toUpper();
    }
    return spelled;
}

Result<> checkCertificates(const NetworkOptions &options)
{
    const auto wrong
        = [](const QString &message) { return fail(ErrorKind::Setup, message, u"network"_s); };
    const auto readable = [](const QByteArray &pem) {
        return pem.isEmpty() || !QSslCertificate::fromData(pem, QSsl::Pem).isEmpty();
    };
    if (!readable(options.authorities))
        return wrong(Words::tr("The file of certificate authorities holds no certificate."));
    if (!readable(options.certificate))
        return wrong(Words::tr("The file of the client certificate holds no certificate."));
    if (!options.certificate.isEmpty() && privateKeyOf(options).isNull())
        return wrong(Words::tr("The key of the client certificate cannot be read. If it is locked, "
                               "its pass phrase is missing or wrong."));
    return {};
}

} // namespace Antiphon
