// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "responses/answerchooser.h"
#include "responses/responsesmodel.h"

#include "scenes.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Antiphon;
using namespace Antiphon::Ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class ResponsesModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneFrameIsOneSignal();
    void textGrows();
    void aRestartKeepsWhatWasGivenUp();
    void aWaitCountsDown();
    void theLimitComesFromTheDecision();
    void chips_data();
    void chips();
    void figuresOfAFinishedCall();
    void costThatNobodyKnowsIsSaidSo();
    void withoutUsageNumbersAreAbout();
    void otherRunsAreIgnored();
    void stepsWithToolsStayAbove();
    void anAnswerIsGoneOnFrom();
    void aRepairGoesOn();
    void allAnswersAreKept();
    void eachAnswerHasItsValue();
};

namespace {

struct Scene {
    std::chrono::milliseconds time {};
    ResponsesModel model {[this] { return time; }};
    QAbstractItemModelTester tester {&model,
                                     QAbstractItemModelTester::FailureReportingMode::QtTest};

    Scene()
    {
        model.setCells({Scenes::cell(1, u"mini"_s, u"gpt-4o-mini"_s),
                        Scenes::cell(2, u"flaky"_s, u"flaky"_s, true)});
    }

    void apply(const std::vector<CallUpdate> &updates) { model.apply(updates); }
};

} // namespace

void ResponsesModelTest::oneFrameIsOneSignal()
{
    Scene scene;
    QSignalSpy changed(&scene.model, &QAbstractItemModel::dataChanged);
    scene.apply({{.id = CallId {2}, .text = u"b"_s}, {.id = CallId {1}, .text = u"a"_s}});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].toModelIndex().row(), 0);
    QCOMPARE(changed[0][1].toModelIndex().row(), 1);
}

void ResponsesModelTest::textGrows()
{
    Scene scene;
    scene.apply({{.id = CallId {1}, .text = u"Hel"_s, .thinking = u"Hm"_s}});
    scene.apply({{.id = CallId {1}, .text = u"lo"_s}});
    QCOMPARE(scene.model.response(0).text, u"Hello"_s);
    QCOMPARE(scene.model.response(0).thinking, u"Hm"_s);
}

void ResponsesModelTest::aRestartKeepsWhatWasGivenUp()
{
    Scene scene;
    scene.apply({{.id = CallId {1}, .text = u"Half an ans"_s, .attempt = 1}});
    scene.apply({{.id = CallId {1},
                  .restarted = true,
                  .text = u"A whole"_s,
                  .attempt = 2,
                  .ended = {Scenes::dropped(1, {}, u"Half an ans"_s, u"mini"_s)}}});
    const Response &r = scene.model.response(0);
    QCOMPARE(r.text, u"A whole"_s);
    QCOMPARE(r.givenUp.size(), 1);
    QCOMPARE(r.givenUp[0].text, u"Half an ans"_s);
    QCOMPARE(r.givenUp[0].reason, u"Attempt 1: dropped after 1.60 s"_s);
}

void ResponsesModelTest::aWaitCountsDown()
{
    Scene scene;
    scene.time = 5s;
    scene.apply({{.id = CallId {1},
                  .state = CallState::Backoff,
                  .attempt = 2,
                  .ended = {Scenes::limited(2, {}, u"mini"_s)},
                  .waiting = 3200ms}});
    QCOMPARE(chipLook(scene.model.response(0), 5s).word, u"Waiting 3.2 s, try 3/4"_s);
    QCOMPARE(chipLook(scene.model.response(0), 7s).word, u"Waiting 1.2 s, try 3/4"_s);
    QCOMPARE(chipLook(scene.model.response(0), 9s).word, u"Waiting 0.0 s, try 3/4"_s);
}

void ResponsesModelTest::theLimitComesFromTheDecision()
{
    Scene scene;
    scene.apply({{.id = CallId {1}, .ended = {Scenes::limited(1, {}, u"mini"_s)}}});
    QCOMPARE(scene.model.response(0).attemptLimit, 4);
}

void ResponsesModelTest::chips_data()
{
    QTest::addColumn<CallState>("state");
    QTest::addColumn<QString>("word");
    QTest::newRow("queued") << CallState::Queued << u"Queued"_s;
    QTest::newRow("held") << CallState::Held << u"Held (rate limit)"_s;
    QTest::newRow("connecting") << CallState::Connecting << u"Connecting"_s;
    QTest::newRow("waiting") << CallState::Waiting << u"Waiting"_s;
    QTest::newRow("thinking") << CallState::Thinking << u"Thinking"_s;
    QTest::newRow("streaming") << CallState::Streaming << u"Streaming"_s;
    QTest::newRow("tool") << CallState::Tool << u"Tool"_s;
    QTest::newRow("checking") << CallState::Checking << u"Checking"_s;
    QTest::newRow("done") << CallState::Done << u"Done"_s;
    QTest::newRow("truncated") << CallState::Truncated << u"Done, truncated"_s;
    QTest::newRow("refused") << CallState::Refused << u"Refused"_s;
    QTest::newRow("invalid") << CallState::Invalid << u"Invalid"_s;
    QTest::newRow("failed") << CallState::Failed << u"Failed"_s;
    QTest::newRow("cancelled") << CallState::Cancelled << u"Cancelled"_s;
    QTest::newRow("over budget") << CallState::OverBudget << u"Over budget"_s;
    QTest::newRow("interrupted") << CallState::Interrupted << u"Interrupted"_s;
}

void ResponsesModelTest::chips()
{
    QFETCH(CallState, state);
    QFETCH(QString, word);
    const Response response {.state = state};
    QCOMPARE(chipLook(response, {}).word, word);
}

void ResponsesModelTest::figuresOfAFinishedCall()
{
    const Cell cell = Scenes::cell(1, u"mini"_s, u"gpt-4o-mini"_s);
    const CallRecord record = Scenes::record(
        cell, {Scenes::limited(1, 0ms, u"mini"_s), Scenes::success(2, 1412ms, u"Hi"_s, u"mini"_s)});
    const Figures figures = figuresOf(record);
    QCOMPARE(figures.firstToken, std::optional(420ms)); // sent at 215, first token at 635
    QCOMPARE(figures.total, std::optional(3252ms));
    QCOMPARE(footerParts(figures),
             (QStringList {u"TTFT 420 ms"_s, u"3.25 s"_s, u"152 in / 212 out"_s, u"176/s"_s,
                           u"$0.00042"_s, u"2 attempts, 1 failed"_s}));

    // Another target took over.
    const CallRecord other = Scenes::record(
        cell, {Scenes::limited(1, 0ms, u"mini"_s), Scenes::success(2, 1412ms, u"Hi"_s, u"big"_s)});
    QCOMPARE(footerParts(figuresOf(other)).first(), u"answered by big"_s);
}

void ResponsesModelTest::costThatNobodyKnowsIsSaidSo()
{
    Attempt attempt = Scenes::success(1, 0ms, u"Hi"_s, u"mini"_s);
    attempt.cost.reset();
    const auto parts
        = footerParts(figuresOf(Scenes::record(Scenes::cell(1, u"mini"_s, u"m"_s), {attempt})));
    QVERIFY(parts.contains(u"cost unknown"_s));
}

void ResponsesModelTest::withoutUsageNumbersAreAbout()
{
    Attempt attempt = Scenes::success(1, 0ms, u"four tokens, or so"_s, u"mini"_s);
    attempt.usage = {};
    const Figures figures
        = figuresOf(Scenes::record(Scenes::cell(1, u"mini"_s, u"m"_s), {attempt}));
    QVERIFY(figures.estimated);
    QVERIFY(footerParts(figures).contains(u"about 5 out"_s));
}

void ResponsesModelTest::otherRunsAreIgnored()
{
    Scene scene;
    QSignalSpy changed(&scene.model, &QAbstractItemModel::dataChanged);
    scene.apply({{.id = CallId {99}, .text = u"x"_s}});
    QCOMPARE(changed.size(), 0);
}

/// Whatever is merged into one frame: each step stands above the answer once, whole.
void ResponsesModelTest::stepsWithToolsStayAbove()
{
    const Attempt step {.number = 1,
                        .text = u"Let me look."_s,
                        .toolCalls = {{.id = u"c"_s, .name = u"weather"_s}},
                        .decision = Decision {.next = Decision::Next::Tool}};
    const CallUpdate said {.id = CallId {1}, .text = u"Let me"_s, .attempt = 1};
    const CallUpdate ended {.id = CallId {1}, .text = u" look."_s, .ended = {step}};
    const CallUpdate answered {
        .id = CallId {1},
        .answered = {{1, {{.id = u"c"_s, .name = u"weather"_s, .result = u"4\ndegrees"_s}}}}};
    const CallUpdate next {
        .id = CallId {1}, .restarted = true, .text = u"It is 4."_s, .attempt = 2};

    const auto merged = [](const QList<CallUpdate> &updates) {
        Feed feed;
        for (const CallUpdate &update : updates)
            feed.post(update);
        return feed.take();
    };
    const QList<QList<QList<CallUpdate>>> frames {
        {{said}, {ended}, {answered}, {next}}, {{said, ended}, {answered, next}},
        {{said}, {ended, answered}, {next}},   {{said}, {ended, answered, next}},
        {{said, ended, answered}, {next}},     {{said, ended, answered, next}}};
    for (const auto &sequence : frames) {
        Scene scene;
        for (const QList<CallUpdate> &frame : sequence)
            scene.apply(merged(frame));
        const Response &r = scene.model.response(0);
        QCOMPARE(r.givenUp.size(), 1);
        QCOMPARE(r.givenUp[0].text, u"Let me look."_s);
        QCOMPARE(r.givenUp[0].reason, u"weather: 4 degrees"_s);
        QCOMPARE(r.text, u"It is 4."_s);
    }
}

void ResponsesModelTest::anAnswerIsGoneOnFrom()
{
    Scene scene;
    scene.apply({{.id = CallId {1}, .text = u"Blue."_s, .attempt = 1}});
    CallRecord record {.state = CallState::Done, .attempts = {{.text = u"Blue."_s}}};
    scene.apply({{.id = CallId {1}, .finished = record}});
    scene.model.goOn(CallId {1}, CallId {9}, u"And\nwhy?"_s);
    scene.apply({{.id = CallId {1}, .text = u"late"_s}}); // nobody's any more
    scene.apply({{.id = CallId {9}, .text = u"Scattering."_s, .attempt = 1}});
    const Response &r = scene.model.response(0);
    QCOMPARE(r.cell.id, CallId {9});
    QVERIFY(!r.record);
    QCOMPARE(r.givenUp.size(), 1);
    QCOMPARE(r.givenUp[0].text, u"Blue."_s);
    QCOMPARE(r.givenUp[0].reason, u"You: And why?"_s);
    QCOMPARE(r.text, u"Scattering."_s);
}

void ResponsesModelTest::aRepairGoesOn()
{
    Scene scene;
    Attempt wrong = Scenes::success(1, 0ms, u"{}"_s, u"mini"_s);
    wrong.state = CallState::Invalid;
    wrong.error = Error {.kind = ErrorKind::Validation};
    const CallRecord record {.state = CallState::Invalid, .attempts = {wrong}};
    scene.apply({{.id = CallId {1}, .text = u"{}"_s, .ended = {wrong}, .finished = record}});
    scene.model.repair(CallId {1}, CallId {9});
    const Response &r = scene.model.response(0);
    QCOMPARE(r.cell.id, CallId {9});
    QCOMPARE(r.state, CallState::Repairing);
    QVERIFY(!r.record && r.text.isEmpty());
    QCOMPARE(r.attempts.size(), 1); // what there was stays in sight
    QCOMPARE(r.givenUp.value(0).text, u"{}"_s);

    Attempt right = Scenes::success(2, 2000ms, u"{\"a\": 1}"_s, u"mini"_s);
    right.kind = AttemptKind::Repair;
    scene.apply({{.id = CallId {9},
                  .text = right.text,
                  .ended = {right},
                  .finished = CallRecord {.state = CallState::Done, .attempts = {wrong, right}}}});
    QCOMPARE(r.attempts.size(), 2);
    QCOMPARE(r.text, right.text);
    QCOMPARE(figuresOf(r, 0ms).attempts, 2);
}

void ResponsesModelTest::allAnswersAreKept()
{
    Scene scene;
    Attempt attempt = Scenes::success(1, 0ms, u"One."_s, u"mini"_s);
    attempt.codec = u"openai-chat"_s;
    attempt.exchange.head = {.status = 200, .headers = {{"content-type", "application/json"}}};
    attempt.exchange.body = R"({"choices": [
        {"index": 0, "message": {"role": "assistant", "content": "One."}, "finish_reason": "stop"},
        {"index": 1, "message": {"role": "assistant", "content": "Two"}, "finish_reason": "length"}]})";
    attempt.exchange.chunks.clear();
    CallRecord record {.state = CallState::Done, .attempts = {attempt}};
    scene.apply({{.id = CallId {1}, .text = u"One."_s, .finished = record}});
    QVERIFY(scene.model.response(0).choices.isEmpty()); // nobody asked for several

    scene.model.setCells({scene.model.response(0).cell});
    record.attempts[0].asked.parameters.extra.insert_or_assign("n", 2);
    scene.apply({{.id = CallId {1}, .text = u"One."_s, .finished = record}});
    const Response &r = scene.model.response(0);
    QCOMPARE(r.choices.size(), 2);
    QCOMPARE(r.choices[1].text, u"Two"_s);
    QCOMPARE(r.choices[1].finish, FinishReason::Length);
    QCOMPARE(withAnswer(r, 1).text, u"Two"_s);
    QCOMPARE(withAnswer(r, 1).state, CallState::Truncated);
    QCOMPARE(withAnswer(r, 0).text, u"One."_s);
    QCOMPARE(withAnswer(r, 7).text, u"One."_s);
    const QList<Message> said = conversation(*withAnswer(r, 1).record);
    QCOMPARE(said.last(), textMessage(Role::Assistant, u"Two"_s));
    scene.model.goOn(CallId {1}, CallId {9}, u"Why?"_s, 1);
    QCOMPARE(scene.model.response(0).givenUp.last().text, u"Two"_s);
}

void ResponsesModelTest::eachAnswerHasItsValue()
{
    const auto model
        = responseModel(*parseJson(R"({"title": "sum", "type": "object", "required": ["total"],
                       "properties": {"total": {"type": "number"}}})"));
    QVERIFY(model);
    const auto answered
        = [](const QString &text) { return Attempt {.number = 1, .text = text, .complete = true}; };
    Attempt first = answered(uR"({"total": 1})"_s);
    first.value = *parseJson(R"({"total": 1})");
    Response r {.record = CallRecord {.state = CallState::Done, .attempts = {first}},
                .choices = {first, answered(uR"({"total": 2})"_s), answered(uR"({"sum": 3})"_s)},
                .extraction
                = Extraction {.model = *model, .mechanism = Extraction::Mechanism::JsonText}};
    const Response second = withAnswer(r, 1);
    QCOMPARE(second.answer, 1);
    QCOMPARE(second.record->attempts.last().value, *parseJson(R"({"total": 2})"));
    QCOMPARE(second.state, CallState::Done);
    const Response third = withAnswer(r, 2); // which does not fit
    QCOMPARE(third.record->attempts.last().issues.size(), 1);
    QCOMPARE(third.state, CallState::Invalid);
    QVERIFY(!canGoOn(*third.record));
    QCOMPARE(withAnswer(r, 0).record->attempts.last().value, first.value);
}

QTEST_GUILESS_MAIN(ResponsesModelTest)
#include "tst_responsesmodel.moc"
