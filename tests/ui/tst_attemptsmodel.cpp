// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "attempts/attemptsmodel.h"
#include "attempts/facts.h"
#include "attempts/headerfacts.h"

#include "scenes.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Antiphon;
using namespace Antiphon::Ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class AttemptsModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rowsAppearAsTheyHappen();
    void aWaitingRowCountsDownInSeconds();
    void phasesAreThoseMeasured();
    void toolsAtWorkAreAPhase();
    void limitsAreToldInWords();
    void barsStandOnOneAxis();
    void aWaitThatWasCutShortEndsWhereTheNextBegins();
    void aRowIsReadAloud();
    void costsOfAttemptsAddUp();
    void theNewestIsTheOneThatBeganLast();
    void aRepairAddsToItsCall();
    void aReplyIsACallOfItsOwn();
    void aReplayStandsBesideTheRun();
    void aResponseReadAgainIsNamedSo();
    void aRequestCanBeSentFromAShell();
};

namespace {

struct Scene {
    std::chrono::milliseconds time {};
    AttemptsModel model {[this] { return time; }};
    QAbstractItemModelTester tester {&model,
                                     QAbstractItemModelTester::FailureReportingMode::QtTest};
    Cell mini = Scenes::cell(1, u"mini"_s, u"gpt-4o-mini"_s);

    Scene() { model.setCells({mini, Scenes::cell(2, u"flaky"_s, u"flaky"_s, true)}); }

    void apply(const std::vector<CallUpdate> &updates) { model.apply(updates); }

    QString text(int row, int column) const
    {
        return model.index(row, column, model.index(0, 0)).data().toString();
    }
};

} // namespace

void AttemptsModelTest::rowsAppearAsTheyHappen()
{
    Scene scene;
    QCOMPARE(scene.model.rowCount(), 2);
    scene.apply({{.id = CallId {1}, .state = CallState::Connecting, .attempt = 1}});
    const QModelIndex call = scene.model.index(0, 0);
    QCOMPARE(scene.model.rowCount(call), 1);
    QCOMPARE(scene.text(0, AttemptsModel::Result), u"connecting"_s);
    scene.time = 300ms;
    scene.apply({{.id = CallId {1}, .state = CallState::Streaming}});
    QCOMPARE(scene.text(0, AttemptsModel::Result), u"streaming"_s);
    scene.time = 2s;
    const auto done = Scenes::success(1, 0ms, u"Hi"_s, u"mini"_s);
    scene.apply({{.id = CallId {1},
                  .state = CallState::Done,
                  .ended = {done},
                  .finished = Scenes::record(scene.mini, {done})}});
    QCOMPARE(scene.model.rowCount(call), 1);
    QCOMPARE(scene.text(0, AttemptsModel::Result), u"done"_s);
    QCOMPARE(scene.text(0, AttemptsModel::WhyNext), u"finished"_s);
    QCOMPARE(scene.text(0, AttemptsModel::Duration), u"1.84 s"_s);
    QCOMPARE(scene.text(0, AttemptsModel::Tokens), u"152 / 212"_s);
    QCOMPARE(scene.text(0, AttemptsModel::Cost), u"$0.00042"_s);
}

void AttemptsModelTest::aWaitingRowCountsDownInSeconds()
{
    Scene scene;
    scene.apply({{.id = CallId {1},
                  .state = CallState::Backoff,
                  .attempt = 1,
                  .ended = {Scenes::limited(1, 0ms, u"mini"_s)},
                  .waiting = 3200ms}});
    QCOMPARE(scene.text(0, AttemptsModel::WhyNext), u"next try in 4 s"_s);
    scene.time = 2500ms;
    QCOMPARE(scene.text(0, AttemptsModel::WhyNext), u"next try in 1 s"_s);
}

void AttemptsModelTest::phasesAreThoseMeasured()
{
    using K = Phase::Kind;
    const Phases expected {{K::Queued, 0ms, 40ms},     {K::Connect, 40ms, 210ms},
                           {K::Waiting, 210ms, 500ms}, {K::Streaming, 500ms, 1600ms},
                           {K::Error, 1600ms, 1600ms}, {K::Backoff, 1600ms, 3300ms}};
    QVERIFY(phasesOf(Scenes::dropped(1, 0ms, u"Half"_s, u"mini"_s)) == expected);
    QVERIFY(phasesOf(Attempt {}).isEmpty());
}

void AttemptsModelTest::toolsAtWorkAreAPhase()
{
    Attempt attempt = Scenes::success(2, 1s, {}, u"mini"_s); // ends 1840 ms after its beginning
    attempt.toolRuns = {{.name = u"look"_s, .began = 2850ms, .took = 100ms},
                        {.name = u"ask"_s, .began = 2850ms, .took = 2s}};
    QVERIFY(phasesOf(attempt).last() == (Phase {Phase::Kind::Tool, 1850ms, 3850ms}));
    QVERIFY(spokenAttempt(attempt).endsWith(u", then tools worked 2.0 seconds"_s));
    const QList<QStringList> timing = timingRows(attempt);
    QCOMPARE(timing.last(),
             (QStringList {u"Tools at work"_s, u"2.00 s"_s, u"1.85 s"_s, u"3.85 s"_s}));
}

void AttemptsModelTest::limitsAreToldInWords()
{
    Attempt attempt = Scenes::limited(1, 0ms, u"mini"_s);
    attempt.exchange.head.headers = {{"x-ratelimit-limit-requests", "500"},
                                     {"x-ratelimit-remaining-requests", "37"},
                                     {"x-ratelimit-reset-requests", "12s"}};
    QCOMPARE(headerRows(attempt).first().at(2),
             u"37 of 500 requests left, all of them again in 12 s"_s);
}

void AttemptsModelTest::barsStandOnOneAxis()
{
    Scene scene;
    scene.apply({{.id = CallId {1},
                  .ended = {Scenes::limited(1, 0ms, u"mini"_s),
                            Scenes::success(2, 1412ms, u"Hi"_s, u"mini"_s)}}});
    const QModelIndex second
        = scene.model.index(1, AttemptsModel::Timeline, scene.model.index(0, 0));
    QCOMPARE(second.data(AttemptsModel::BeginRole).toLongLong(), 1412);
    QCOMPARE(scene.model.timeSpan(), 3252ms);
}

void AttemptsModelTest::aWaitThatWasCutShortEndsWhereTheNextBegins()
{
    Scene scene;
    scene.apply({{.id = CallId {1},
                  .ended = {Scenes::limited(1, 0ms, u"mini"_s),
                            Scenes::success(2, 700ms, u"Hi"_s, u"mini"_s)}}});
    const QModelIndex first
        = scene.model.index(0, AttemptsModel::Timeline, scene.model.index(0, 0));
    const auto phases = first.data(AttemptsModel::PhasesRole).value<Phases>();
    QVERIFY(phases.last() == (Phase {Phase::Kind::Backoff, 412ms, 700ms}));
}

void AttemptsModelTest::aRowIsReadAloud()
{
    Scene scene;
    scene.apply({{.id = CallId {1}, .ended = {Scenes::dropped(1, 0ms, u"Half"_s, u"mini"_s)}}});
    const QModelIndex cell = scene.model.index(0, AttemptsModel::Timeline, scene.model.index(0, 0));
    QCOMPARE(
        cell.data(Qt::AccessibleTextRole).toString(),
        u"attempt 1, dropped after 1.1 seconds of streaming, then waited 1.7 seconds by backoff"_s);
    const QString row
        = cell.siblingAtColumn(AttemptsModel::Number).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(row.startsWith(u"attempt 1, dropped, "_s), qPrintable(row));
    QVERIFY2(row.endsWith(u", 1.60 s"_s), qPrintable(row));
}

void AttemptsModelTest::costsOfAttemptsAddUp()
{
    Scene scene;
    const QList<Attempt> attempts {Scenes::dropped(1, 0ms, u"Half"_s, u"mini"_s),
                                   Scenes::success(2, 3300ms, u"Hi"_s, u"mini"_s)};
    scene.apply({{.id = CallId {1}, .finished = Scenes::record(scene.mini, attempts)}});
    QCOMPARE(scene.text(0, AttemptsModel::Cost), u"$0.00009"_s);
    QCOMPARE(scene.text(1, AttemptsModel::Cost), u"$0.00042"_s);
    QCOMPARE(scene.model.index(0, AttemptsModel::Cost).data().toString(), u"$0.00051"_s);
}

void AttemptsModelTest::theNewestIsTheOneThatBeganLast()
{
    Scene scene;
    scene.apply({{.id = CallId {1}, .attempt = 1}});
    scene.time = 100ms;
    scene.apply({{.id = CallId {2}, .attempt = 1}});
    QCOMPARE(scene.model.call(scene.model.newest()), std::optional(CallId {2}));
}

void AttemptsModelTest::aRepairAddsToItsCall()
{
    Scene scene;
    Attempt wrong = Scenes::success(1, 0ms, u"{}"_s, u"mini"_s);
    wrong.error = Error {.kind = ErrorKind::Validation};
    scene.apply({{.id = CallId {1}, .state = CallState::Connecting, .attempt = 1}});
    scene.time = 1840ms;
    scene.apply({{.id = CallId {1},
                  .ended = {wrong},
                  .finished = CallRecord {.state = CallState::Invalid, .attempts = {wrong}}}});
    scene.time = 60s; // the person thinks about it
    scene.model.repair(CallId {1}, CallId {9});
    scene.apply({{.id = CallId {9}, .state = CallState::Connecting, .attempt = 2}});
    scene.time = 61s;
    const QModelIndex call = scene.model.index(0, 0);
    QCOMPARE(scene.model.rowCount(call), 2);
    QCOMPARE(scene.model.indexOf(CallId {9}), call);
    QVERIFY(scene.model.timeSpan() < 3s); // the bars do not show it
    QCOMPARE(scene.text(1, AttemptsModel::Duration), u"1.00 s"_s);

    Attempt right = Scenes::success(2, 1850ms, u"{}"_s, u"mini"_s);
    right.kind = AttemptKind::Repair;
    scene.apply({{.id = CallId {9},
                  .ended = {right},
                  .finished = CallRecord {.state = CallState::Done, .attempts = {wrong, right}}}});
    QCOMPARE(scene.model.rowCount(call), 2);
    QCOMPARE(scene.text(1, AttemptsModel::Kind), u"repair"_s);
    QCOMPARE(scene.model.index(0, AttemptsModel::Cost).data().toString(), u"$0.00084"_s);
}

void AttemptsModelTest::aReplyIsACallOfItsOwn()
{
    Scene scene;
    const Attempt first = Scenes::success(1, 0ms, u"Blue."_s, u"mini"_s);
    scene.apply({{.id = CallId {1},
                  .ended = {first},
                  .finished = CallRecord {.state = CallState::Done, .attempts = {first}}}});
    scene.model.goOn(CallId {1}, CallId {9});
    scene.apply({{.id = CallId {9}, .state = CallState::Connecting, .attempt = 1}});
    scene.model.goOn(CallId {9}, CallId {10});
    QCOMPARE(scene.model.rowCount(), 4);
    QCOMPARE(scene.model.rowCount(scene.model.index(0, 0)), 1); // nothing goes away
    QCOMPARE(scene.model.indexOf(CallId {9}).data().toString(), u"mini, turn 2"_s);
    QCOMPARE(scene.model.indexOf(CallId {10}).data().toString(), u"mini, turn 3"_s);
    QCOMPARE(scene.model.rowCount(scene.model.indexOf(CallId {9})), 1);
}

void AttemptsModelTest::aReplayStandsBesideTheRun()
{
    Scene scene;
    const Attempt limited = Scenes::limited(1, 0ms, u"mini"_s);
    const Attempt done = Scenes::success(2, 1412ms, u"Hi"_s, u"mini"_s);
    const CallRecord record = Scenes::record(scene.mini, {limited, done});
    scene.apply({{.id = CallId {1}, .ended = record.attempts, .finished = record}});
    const auto span = scene.model.timeSpan();

    scene.time = 10min; // the person thinks about it
    Cell cell = scene.mini;
    cell.id = CallId {7};
    cell.name = u"Replay of attempt 1, mini"_s;
    scene.model.addReplay(cell, limited);
    scene.time += 20ms;
    scene.apply({{.id = CallId {7}, .state = CallState::Connecting, .attempt = 1}});
    scene.time += 1s;
    const QModelIndex call = scene.model.indexOf(CallId {7});
    const QModelIndex attempt = scene.model.index(0, 0, call);
    QCOMPARE(call.data().toString(), u"Replay of attempt 1, mini"_s);
    QVERIFY(call.data(AttemptsModel::LiveRole).toBool());
    QCOMPARE(scene.model.newest(), attempt);
    QCOMPARE(scene.model.timeSpan(), span + 1020ms); // the bars do not show the pause
    QCOMPARE(attempt.siblingAtColumn(AttemptsModel::Duration).data().toString(), u"1.00 s"_s);
    QVERIFY(scene.model.original(attempt)->attempt == limited);
    QVERIFY(scene.model.original(call)->sent);
    QVERIFY(!scene.model.original(scene.model.index(0, 0)));
    QVERIFY(!scene.model.attemptBefore(attempt));
    QCOMPARE(scene.model.attemptsOf(scene.model.index(0, 0)), record.attempts);
}

void AttemptsModelTest::aResponseReadAgainIsNamedSo()
{
    Scene scene;
    const Attempt done = Scenes::success(2, 1412ms, u"Hi"_s, u"mini"_s);
    Cell cell = scene.mini;
    cell.id = CallId {8};
    scene.model.addReading(cell, done, done);
    const QModelIndex call = scene.model.indexOf(CallId {8});
    QVERIFY(!call.data(AttemptsModel::LiveRole).toBool());
    QVERIFY(!scene.model.original(call)->sent);
    QCOMPARE(scene.model.rowCount(call), 1);
}

void AttemptsModelTest::aRequestCanBeSentFromAShell()
{
    const HttpRequest request {
        .url = QUrl(u"https://api.example.com/v1"_s),
        .headers = {{"authorization", "Bearer ••••a1b2", true}, {"x-api-key", "••••c3d4"}},
        .body = R"({"text":"it's"})"};
    QCOMPARE(curlCommand(request),
             u"curl -N -X POST 'https://api.example.com/v1' \\\n"
             "  -H \"authorization: Bearer $API_KEY\" \\\n"
             "  -H \"x-api-key: $API_KEY\" \\\n"
             "  --data-raw '{\"text\":\"it'\\''s\"}'\n"_s);
}

QTEST_GUILESS_MAIN(AttemptsModelTest)
#include "tst_attemptsmodel.moc"
