// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/words.h>
#include <antiphon/net/certificate.h>
#include <antiphon/net/prepare.h>

#include <QDir>

using namespace Qt::StringLiterals;

namespace Antiphon {

static Result<QByteArray> secretFor(const KeyReference &reference, const QString &what,
                                    const RunSource &source)
{
    QByteArray value;
    switch (reference.from) {
    case KeyReference::From::None:
    case KeyReference::From::Default:
        return QByteArray();
    case KeyReference::From::Variable:
        value = source.environment ? source.environment(reference.name).toUtf8() : QByteArray();
        break;
    case KeyReference::From::Keychain:
        if (source.keychain) {
            auto read = source.keychain(reference.name);
            if (!read)
                return read;
            value = *std::move(read);
        }
        break;
    }
    if (value.isEmpty())
        return fail(ErrorKind::Setup,
                    Words::tr("%1 is to be found under \"%2\", where there is nothing.")
                        .arg(what, reference.name),
                    u"no-key"_s);
    return value;
}

static Result<QByteArray> fileFor(const QString &given, const QByteArray &mark, const QString &what,
                                  const RunSource &source)
{
    if (given.isEmpty())
        return QByteArray();
    QString path = given;
    if (path.startsWith("{env:"_L1) && path.endsWith(u'}') && source.environment)
        path = source.environment(path.sliced(5).chopped(1));
    if (path.isEmpty())
        return fail(ErrorKind::Setup,
                    Words::tr("%1 is named by %2, which is not set.").arg(what, given),
                    u"network"_s);
    const QString full = source.folder.isEmpty() ? path : QDir(source.folder).filePath(path);
    auto text = source.readFile(full);
    if (!text)
        return fail(ErrorKind::Setup, Words::tr("%1: %2").arg(what, text.error().message),
                    u"network"_s);
    if (!text->contains(mark))
        return fail(ErrorKind::Setup,
                    Words::tr("%1: %2 is not in PEM form, which has a line \"%3\".")
                        .arg(what, full, QString::fromLatin1(mark)),
                    u"network"_s);
    return text;
}

Result<NetworkOptions> networkFor(const NetworkSettings &settings, const RunSource &source)
{
    NetworkOptions options {.proxy = settings.proxy.value_or(ProxySettings {}),
                            .accepted = settings.acceptedCertificates};
    const auto take = [](QByteArray &into, Result<QByteArray> value) -> Result<> {
        if (!value)
            return std::unexpected(value.error());
        into = *std::move(value);
        return {};
    };
    const QString keyFile
        = settings.keyFile.isEmpty() ? settings.certificateFile : settings.keyFile;
    const KeyReference passphrase
        = settings.passphrase.value_or(KeyReference {.from = KeyReference::From::None});
    return take(options.proxyPassword,
                secretFor(options.proxy.password, Words::tr("The password of the proxy"), source))
        .and_then([&] {
            return take(options.authorities,
                        fileFor(settings.caFile, "-----BEGIN CERTIFICATE-----",
                                Words::tr("The file of certificate authorities"), source));
        })
        .and_then([&] {
            return take(options.certificate,
                        fileFor(settings.certificateFile, "-----BEGIN CERTIFICATE-----",
                                Words::tr("The client certificate"), source));
        })
        .and_then([&] {
            return take(options.privateKey,
                        fileFor(keyFile, "PRIVATE KEY-----",
                                Words::tr("The key of the client certificate"), source));
        })
        .and_then([&] {
            return take(options.passphrase,
                        secretFor(passphrase,
                                  Words::tr("The pass phrase of the client certificate's key"),
                                  source));
        })
        .and_then([&] { return checkCertificates(options); })
        .transform([&] { return options; });
}

} // namespace Antiphon
