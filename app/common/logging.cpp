// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "logging.h"

#include <antiphon/core/redact.h>

#include <QLoggingCategory>
#include <QTime>

#include <cstdio>
#include <mutex>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

struct Masked {
    std::mutex mutex;
    QByteArrayList secrets;
};

} // namespace

static Masked &masked()
{
    static Masked secrets;
    return secrets;
}

static const char *levelName(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug";
    case QtInfoMsg:
        return "info";
    case QtWarningMsg:
        return "warning";
    case QtCriticalMsg:
        return "critical";
    case QtFatalMsg:
        return "fatal";
    }
    return "";
}

/// In logs nothing of a secret is left, not even its end.
static QByteArray withoutSecrets(const QString &message)
{
    QByteArray text = message.toUtf8();
    {
        Masked &known = masked();
        const std::scoped_lock lock(known.mutex);
        for (const QByteArray &secret : std::as_const(known.secrets))
            text.replace(secret, "***");
        text = redact(text, known.secrets); // and where it is encoded
    }
    QByteArrayList lines = text.split('\n');
    for (QByteArray &line : lines) {
        if (looksLikeKey(QString::fromUtf8(line)))
            line = "*** (a line with something that looks like a key)";
    }
    return lines.join('\n');
}

static void writeMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const QByteArray line = QTime::currentTime().toString(u"HH:mm:ss.zzz"_s).toLatin1() + ' '
        + levelName(type) + ' ' + (context.category ? context.category : "default") + ": "
        + withoutSecrets(message) + '\n';
    std::fwrite(line.constData(), 1, size_t(line.size()), stderr);
    std::fflush(stderr);
}

void setUpLogging(bool verbose)
{
    if (!verbose)
        QLoggingCategory::setFilterRules(u"*.debug=false\n*.info=false"_s);
    else
        QLoggingCategory::setFilterRules(u"antiphon.*=true"_s);
    qInstallMessageHandler(writeMessage);
}

void maskInLog(const QByteArrayList &secrets)
{
    Masked &known = masked();
    const std::scoped_lock lock(known.mutex);
    for (const QByteArray &secret : secrets) {
        if (!secret.isEmpty() && !known.secrets.contains(secret))
            known.secrets.append(secret);
    }
}

} // namespace Antiphon
