// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include "support/planted.h"

#include <antiphon/net/engine.h>
#include <antiphon/net/prepare.h>
#include <antiphon/net/qnamtransport.h>
#include <antiphon/net/recordingtransport.h>

#include <QDir>
#include <QFile>
#include <QLoggingCategory>
#include <QTemporaryDir>
#include <QTest>

using namespace Antiphon;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

static QByteArray logged; // everything Qt and we logged

static void keepLog(QtMsgType, const QMessageLogContext &, const QString &text)
{
    static std::mutex mutex;
    const std::scoped_lock lock(mutex);
    logged += text.toUtf8() + '\n';
}

class PlantedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingHoldsTheSecret_data();
    void nothingHoldsTheSecret();
};

void PlantedTest::nothingHoldsTheSecret_data()
{
    QTest::addColumn<QString>("way");
    QTest::addColumn<int>("status");
    for (const char *way : Planted::ways) {
        for (const int status : {200, 401, 500}) {
            QTest::addRow("%s, status %d", way, status) << QString::fromLatin1(way) << status;
        }
    }
}

void PlantedTest::nothingHoldsTheSecret()
{
    QFETCH(QString, way);
    QFETCH(int, status);
    logged.clear();
    const auto before = qInstallMessageHandler(keepLog);
    QLoggingCategory::setFilterRules(u"*.debug=true"_s);

    const LoopbackServer server(Planted::answering(status));
    const QTemporaryDir folder;
    QByteArray kept;
    {
        SystemClock clock;
        QnamTransport network;
        RecordingTransport transport(network, clock, folder.path());
        Feed feed;
        Engine engine(transport, clock, feed);
        const CallSpec spec = Planted::call(way, server);
        engine.start(CallId(1), spec);
        auto models = engine.listModels(spec.targets.first());
        std::optional<CallRecord> record;
        QVERIFY(QTest::qWaitFor(
            [&] {
                for (const CallUpdate &update : feed.take()) {
                    for (const Attempt &attempt : update.ended)
                        kept += toBytes(toJson(attempt, true));
                    if (update.current)
                        kept += toBytes(toJson(*update.current, true));
                    if (update.finished)
                        record = update.finished;
                }
                return record && models.isFinished();
            },
            10s));
        kept += toBytes(toJson(*record, true));
        for (const Attempt &attempt : record->attempts) {
            kept += attempt.exchange.body + attempt.exchange.request.body
                + attempt.exchange.request.url.toEncoded() + attempt.thinking.toUtf8()
                + attempt.responseId.toUtf8() + toBytes(attempt.usageRaw);
            if (attempt.error)
                kept += attempt.error->message.toUtf8() + attempt.error->evidence;
        }
        const auto list = models.result();
        if (!list)
            kept += list.error().message.toUtf8() + list.error().evidence;
        const CheckReport report = checkReport(*record, spec.targets.first());
        kept += report.words.toUtf8();
    }
    qInstallMessageHandler(before);
    QLoggingCategory::setFilterRules(QString());

    const QStringList files = QDir(folder.path()).entryList(QDir::Files);
    QVERIFY(!files.isEmpty());
    for (const QString &name : files) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        kept += file.readAll();
    }
    kept += logged;
    Planted::checkNothingHeld(kept);
}

QTEST_GUILESS_MAIN(PlantedTest)
#include "tst_planted.moc"
