// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include "support/fakecodec.h"
#include "support/fakes.h"

#include <antiphon/net/call.h>
#include <antiphon/net/limiter.h>

#include <QDir>
#include <QPromise>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Antiphon;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using FakeFormat::sse;

static Json json(const QByteArray &text)
{
    const auto value = parseJson(text);
    return value ? *value : Json("not JSON");
}

static ToolDefinition definition(const QString &name)
{
    return {.name = name,
            .parameters = json(R"({"type": "object", "properties": {"city": {"type": "string"}},
                                   "required": ["city"]})")};
}

static ToolHandler script(const QString &body)
{
    return {.answer = Script(u"export function call(args, context) { %1 }"_s.arg(body),
                             u"weather.tool.js"_s, Script::Form::Module)};
}

/// A call with the tools "weather", a script, and "clock", a function.
static CallSpec toolSpec()
{
    CallSpec spec = fakeSpec();
    spec.inputs.tools = {definition(u"weather"_s), {.name = u"clock"_s}};
    spec.inputs.handlers
        = {{u"weather"_s, script(u"return args.city + ': 4 degrees'"_s)},
           {u"clock"_s, {.answer = ToolFunction([](const Json &, const ToolContext &) {
                             return Result<Json>(json(R"({"hour": 9})"));
                         })}}};
    return spec;
}

struct Bench {
    explicit Bench(CallSpec spec)
        : call(std::move(spec), transport, clock, limiter)
    {
        QObject::connect(&call, &Call::questionsChanged, &call,
                         [this](const QList<ToolQuestion> &open) { questions = open; });
        call.start();
        go();
    }

    void go()
    {
        for (int i = 0; i < 5; ++i) {
            clock.advance(0ms);
            QCoreApplication::processEvents();
        }
    }
    /// \p calls: "INDEX:NAME:ARGUMENTS" each.
    void callTools(const QByteArrayList &calls, const QByteArray &text = {})
    {
        QByteArray body = text.isEmpty() ? QByteArray() : sse("text:" + text);
        for (const QByteArray &tool : calls)
            body += sse("tool:" + tool);
        answer(body + sse("usage:10,5") + sse("tools") + sse("end"));
    }
    void say(const QByteArray &text)
    {
        answer(sse("text:" + text) + sse("usage:20,5") + sse("stop") + sse("end"));
    }
    void answer(const QByteArray &body)
    {
        transport.last->answer(200, body, "text/event-stream");
        go();
    }
    [[nodiscard]] QByteArray lastBody() const { return transport.requests.last().body; }
    [[nodiscard]] const CallRecord &record() const { return call.record(); }
    [[nodiscard]] const Attempt &attempt(qsizetype i) const { return record().attempts[i]; }

    ManualClock clock;
    ScriptedTransport transport;
    Limiter limiter {clock, {8, 4}};
    Call call;
    QList<ToolQuestion> questions;
    QSignalSpy finished {&call, &Call::finished};
    QSignalSpy restarted {&call, &Call::restarted};
};

static const QByteArray oslo = R"(0:weather:{"city": "Oslo"})";

class ToolLoopTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answersAndGoesOn();
    void answersParallelCalls();
    void boundsTheSteps();
    void forcesOnce();
    void tellsTheModelWhatIsWrong_data();
    void tellsTheModelWhatIsWrong();
    void withoutHandlersTheCallsAreTheAnswer();
    void nobodyThereMeansTheCallsAreTheAnswer();
    void asksThePerson_data();
    void asksThePerson();
    void stepsAreNoRetries();
    void goesOnAfterAFallback();
    void cancelsInTheMiddle();
    void waitsForFutures();
    void parsesTheAnswerOnly();
    void extractsBesideTools();
    void runsCommands();
    void commandsNeedConsent();
    void commandsEndInTime();
    void commandsHaveFewVariables();
    void cutOffCallsAreNotMade();
};

void ToolLoopTest::answersAndGoesOn()
{
    Bench bench(toolSpec());
    bench.callTools({oslo}, "Let me look.");
    QVERIFY(bench.finished.isEmpty());
    QCOMPARE(bench.lastBody(),
             "Hello\nLet me look.[calls weather {\"city\": \"Oslo\"}]\n"
             "[weather says: Oslo: 4 degrees]\n"_ba);
    QCOMPARE(bench.restarted.size(), 1); // what was shown belongs to the step before
    bench.say("It is 4 degrees.");
    QCOMPARE(bench.finished.size(), 1);
    QCOMPARE(bench.record().state, CallState::Done);
    QCOMPARE(bench.record().attempts.size(), 2);

    const Attempt &step = bench.attempt(0);
    QCOMPARE(step.kind, AttemptKind::Call);
    QCOMPARE(step.decision->next, Decision::Next::Tool);
    QCOMPARE(step.decision->why, u"The model calls weather: step 1 of 8"_s);
    QCOMPARE(step.toolRuns.size(), 1);
    QCOMPARE(step.toolRuns[0].by, u"script"_s);
    QCOMPARE(step.toolRuns[0].result, u"Oslo: 4 degrees"_s);
    QVERIFY(!step.toolRuns[0].isError);
    QCOMPARE(bench.attempt(1).kind, AttemptKind::Tool);
    QCOMPARE(bench.attempt(1).text, u"It is 4 degrees."_s);

    QCOMPARE(totalCost(bench.record()), std::optional(*step.cost + *bench.attempt(1).cost));
    QCOMPARE(wastedCost(bench.record()), Money {}); // a step on the way is no waste
    const Json told = toJson(bench.record())["attempts"][0]["toolResults"][0];
    QCOMPARE(textOf(told, "name"), u"weather"_s);
    QCOMPARE(textOf(told, "by"), u"script"_s);
    QCOMPARE(toBytes(told["arguments"]), R"({"city":"Oslo"})"_ba);

    const auto said = conversation(bench.record());
    QCOMPARE(said.size(), 4); // the prompt, the call, its result, the answer
    QCOMPARE(said[2].role, Role::Tool);
    QCOMPARE(plainText(said[3]), u"It is 4 degrees."_s);
}

void ToolLoopTest::answersParallelCalls()
{
    Bench bench(toolSpec());
    bench.callTools({oslo, "1:clock:", R"(2:weather:{"city": "Rome"})"});
    QVERIFY(bench.lastBody().endsWith("[weather says: Oslo: 4 degrees][clock says: {\"hour\":9}]"
                                      "[weather says: Rome: 4 degrees]\n"));
    QCOMPARE(bench.attempt(0).toolRuns[1].by, u"function"_s);
    QCOMPARE(bench.attempt(0).decision->why,
             u"The model calls weather, clock, weather: step 1 of 8"_s);
    bench.say("ok");
    QCOMPARE(bench.record().state, CallState::Done);
}

void ToolLoopTest::boundsTheSteps()
{
    CallSpec spec = toolSpec();
    spec.inputs.toolSteps = 2;
    Bench bench(std::move(spec));
    for (int i = 0; i < 3; ++i) {
        QVERIFY(bench.finished.isEmpty());
        bench.callTools({oslo});
    }
    QCOMPARE(bench.finished.size(), 1);
    QCOMPARE(bench.record().attempts.size(), 3);
    QCOMPARE(bench.record().state, CallState::Failed);
    QCOMPARE(bench.attempt(2).error->kind, ErrorKind::Tool);
    QCOMPARE(bench.attempt(2).error->code, u"tool-steps"_s);
    QVERIFY(bench.attempt(2).toolRuns.isEmpty());
}

void ToolLoopTest::forcesOnce()
{
    using Mode = ToolChoice::Mode;
    for (const Mode mode : {Mode::Required, Mode::Named}) {
        CallSpec spec = toolSpec();
        spec.inputs.toolChoice
            = ToolChoice {.mode = mode, .name = mode == Mode::Named ? u"weather"_s : QString()};
        Bench bench(std::move(spec));
        QCOMPARE(bench.attempt(0).asked.toolChoice->mode, mode);
        bench.callTools({oslo});
        QCOMPARE(bench.attempt(1).asked.toolChoice->mode, Mode::Auto);
        bench.say("ok");
        QCOMPARE(bench.record().state, CallState::Done);
    }
}

void ToolLoopTest::tellsTheModelWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("call");
    QTest::addColumn<QByteArray>("told");

    QTest::newRow("a tool nobody offered")
        << "0:wether:{}"_ba
        << "[wether fails: There is no tool \"wether\". There are: weather, "
           "clock.]"_ba;
    QTest::newRow("arguments that are no JSON")
        << "0:weather:{\"city\""_ba
        << "[weather fails: The arguments of \"weather\" are no JSON "
           "object: "_ba;
    QTest::newRow("arguments that do not fit")
        << "0:weather:{\"town\": \"Oslo\"}"_ba
        << "[weather fails: The arguments of \"weather\" do not fit its schema: "_ba;
    QTest::newRow("a script that throws") << "0:weather:{\"city\": \"Atlantis\"}"_ba
                                          << "[weather fails: weather.tool.js, line 1, column "_ba;
}

void ToolLoopTest::tellsTheModelWhatIsWrong()
{
    QFETCH(const QByteArray, call);
    QFETCH(const QByteArray, told);
    CallSpec spec = toolSpec();
    spec.inputs.handlers[u"weather"_s] = script(u"throw new Error('no such city')"_s);
    Bench bench(std::move(spec));
    bench.callTools({call});
    QVERIFY2(bench.lastBody().contains(told), bench.lastBody().constData());
    QVERIFY(bench.attempt(0).toolRuns[0].isError);
    bench.say("I cannot tell.");
    QCOMPARE(bench.record().state, CallState::Done);
}

void ToolLoopTest::withoutHandlersTheCallsAreTheAnswer()
{
    CallSpec spec = toolSpec();
    spec.inputs.handlers.clear();
    Bench bench(std::move(spec));
    bench.callTools({oslo});
    QCOMPARE(bench.finished.size(), 1);
    QCOMPARE(bench.record().state, CallState::Done);
    QCOMPARE(bench.attempt(0).toolCalls.size(), 1);
    QVERIFY(!bench.attempt(0).decision);
}

void ToolLoopTest::nobodyThereMeansTheCallsAreTheAnswer()
{
    CallSpec spec = toolSpec();
    spec.inputs.handlers[u"weather"_s].confirm = true;
    Bench bench(std::move(spec));
    bench.callTools({"0:clock:", R"(1:weather:{"city": "Oslo"})"});
    QCOMPARE(bench.finished.size(), 1);
    QCOMPARE(bench.record().state, CallState::Done);
    QCOMPARE(bench.attempt(0).toolCalls.size(), 2);
    QVERIFY(bench.attempt(0).toolRuns.isEmpty());
}

void ToolLoopTest::asksThePerson_data()
{
    using Kind = ToolReply::Kind;
    QTest::addColumn<bool>("confirmed");
    QTest::addColumn<ToolReply>("reply");
    QTest::addColumn<QByteArray>("told");
    QTest::addColumn<QString>("by");

    QTest::newRow("approves") << true << ToolReply {.kind = Kind::Approve}
                              << "[weather says: Oslo: 4 degrees]"_ba << u"script"_s;
    QTest::newRow("refuses") << true << ToolReply {.kind = Kind::Refuse}
                             << "[weather fails: The user refused to let this tool run.]"_ba
                             << u"person"_s;
    QTest::newRow("refuses and says why")
        << true << ToolReply {.kind = Kind::Refuse, .text = u"Too far."_s}
        << "[weather fails: Too far.]"_ba << u"person"_s;
    QTest::newRow("answers by hand") << true << ToolReply {.kind = Kind::Answer, .text = u"Rain."_s}
                                     << "[weather says: Rain.]"_ba << u"person"_s;
    QTest::newRow("answers for a tool of theirs")
        << false << ToolReply {.kind = Kind::Answer, .text = u"Snow."_s}
        << "[weather says: Snow.]"_ba << u"person"_s;
}

void ToolLoopTest::asksThePerson()
{
    QFETCH(const bool, confirmed);
    QFETCH(const ToolReply, reply);
    QFETCH(const QByteArray, told);
    QFETCH(const QString, by);
    CallSpec spec = toolSpec();
    spec.attended = true;
    ToolHandler &handler = spec.inputs.handlers[u"weather"_s];
    if (confirmed)
        handler.confirm = true;
    else
        handler = {.suggestions = {.otherwise = Json("mild")}};
    Bench bench(std::move(spec));
    bench.callTools({oslo, "1:clock:"});
    QCOMPARE(bench.call.state(), CallState::Tool);
    QCOMPARE(bench.questions.size(), 1); // the clock needs nobody
    const ToolQuestion question = bench.questions.first();
    QCOMPARE(question.call.name, u"weather"_s);
    QCOMPARE(question.canApprove, confirmed);
    QCOMPARE(question.suggestion.has_value(), !confirmed);
    QCOMPARE(toBytes(question.arguments), R"({"city":"Oslo"})"_ba);

    bench.call.answerTool(question.attempt + 1, question.index, reply); // of another attempt
    bench.call.answerTool(question.attempt, 7, reply);
    QCOMPARE(bench.questions.size(), 1);
    bench.clock.advance(3s);
    bench.call.answerTool(question.attempt, question.index, reply);
    QVERIFY(bench.questions.isEmpty());
    bench.call.answerTool(question.attempt, question.index, reply); // said once
    bench.go();
    QVERIFY2(bench.lastBody().contains(told), bench.lastBody().constData());
    QCOMPARE(bench.attempt(0).toolRuns[0].by, by);
    QCOMPARE(bench.attempt(0).toolRuns[0].took, 3000ms);
    bench.say("ok");
    QCOMPARE(bench.record().state, CallState::Done);
}

void ToolLoopTest::stepsAreNoRetries()
{
    CallSpec spec = toolSpec();
    spec.targets[0].policy = policyWithAttempts(2);
    Bench bench(std::move(spec));
    bench.callTools({oslo});
    bench.callTools({oslo});
    bench.transport.last->answer(503, "down");
    QVERIFY(bench.finished.isEmpty());
    bench.clock.advance(10s); // the one retry there is
    bench.go();
    QCOMPARE(bench.attempt(3).kind, AttemptKind::Retry);
    QCOMPARE(bench.lastBody().count("[weather says: "), 2); // nothing is lost or asked again
    bench.say("ok");
    QCOMPARE(bench.record().state, CallState::Done);
    QCOMPARE(bench.record().attempts.size(), 4);
}

void ToolLoopTest::goesOnAfterAFallback()
{
    CallSpec spec = toolSpec();
    spec.targets[0].policy = policyWithAttempts(1);
    spec.targets[0].target.fallback = {u"two"_s};
    spec.targets.append(fakeTarget(u"two"_s));
    Bench bench(std::move(spec));
    bench.callTools({oslo});
    bench.transport.last->answer(503, "down");
    bench.go();
    QCOMPARE(bench.attempt(2).target, u"two"_s);
    QVERIFY(bench.lastBody().contains("[weather says: Oslo: 4 degrees]"));
    bench.callTools({oslo});
    bench.say("ok");
    QCOMPARE(bench.record().state, CallState::Done);
    QCOMPARE(bench.attempt(3).kind, AttemptKind::Tool);
}

void ToolLoopTest::cancelsInTheMiddle()
{
    CallSpec spec = toolSpec();
    spec.attended = true;
    spec.inputs.handlers[u"weather"_s].confirm = true;
    Bench bench(std::move(spec));
    bench.callTools({oslo, "1:clock:"}, "Wait.");
    bench.call.cancel();
    bench.go();
    QCOMPARE(bench.finished.size(), 1);
    QCOMPARE(bench.record().state, CallState::Cancelled);
    QCOMPARE(bench.record().attempts.size(), 1);
    const Attempt &step = bench.attempt(0);
    QCOMPARE(step.text, u"Wait."_s);
    QCOMPARE(step.toolRuns.size(), 2);
    QVERIFY(step.toolRuns[0].isError);
    QCOMPARE(step.toolRuns[1].result, R"({"hour":9})"_L1);
    QCOMPARE(step.decision->next, Decision::Next::Stop);
    bench.call.answerTool(1, 0, {.kind = ToolReply::Kind::Approve});
    bench.clock.advance(1h);
    bench.go();
    QCOMPARE(bench.transport.requests.size(), 1);
    QCOMPARE(bench.finished.size(), 1);
}

void ToolLoopTest::waitsForFutures()
{
    QPromise<Result<Json>> promise;
    promise.start();
    CallSpec spec = toolSpec();
    spec.inputs.variables.insert(u"unit"_s, Value(u"C"_s));
    QString unit;
    spec.inputs.handlers[u"weather"_s].answer
        = AsyncToolFunction([&](const Json &, const ToolContext &context) {
              unit = textOf(context.vars, "unit");
              return promise.future();
          });
    {
        Bench bench(spec);
        bench.callTools({oslo});
        QCOMPARE(bench.transport.requests.size(), 1);
        QCOMPARE(unit, u"C"_s);
        promise.addResult(Json("windy"));
        promise.finish();
        bench.go();
        QVERIFY(bench.lastBody().contains("[weather says: windy]"));
    }
    promise = {};
    promise.start();
    Bench bench(spec);
    bench.callTools({oslo});
    bench.call.cancel();
    bench.go();
    QVERIFY(promise.isCanceled()); // who works on it learns that nobody waits any more
    QCOMPARE(bench.record().state, CallState::Cancelled);
}

void ToolLoopTest::parsesTheAnswerOnly()
{
    CallSpec spec = toolSpec();
    int parsed = 0;
    spec.inputs.parse = [&parsed](const Json &response) -> Result<Json> {
        ++parsed;
        return toJson(textOf(response, "content").toUpper());
    };
    Bench bench(std::move(spec));
    bench.callTools({oslo}, "hm");
    QCOMPARE(parsed, 0);
    bench.say("mild");
    QCOMPARE(parsed, 1);
    QCOMPARE(*bench.attempt(1).value, Json("MILD"));
}

void ToolLoopTest::extractsBesideTools()
{
    CallSpec spec = toolSpec();
    spec.inputs.prompt.output = OutputSpec {.schema = u"number"_s};
    spec.inputs.schemas.insert(u"number"_s,
                               json(R"({"type": "object", "properties": {"n": {"type": "integer"}},
                                        "required": ["n"]})"));
    spec.targets[0].policy.repairAs = u"conversation"_s;
    Bench bench(std::move(spec));
    bench.callTools({oslo});
    QVERIFY(!bench.attempt(0).value);
    bench.say(R"({"n": "x"})");
    const QByteArray body = bench.lastBody(); // the repair comes behind what the tools said
    QVERIFY(body.indexOf("[weather says:") > 0);
    QVERIFY(body.indexOf("Your answer does not fit") > body.indexOf("[weather says:"));
    bench.say(R"({"n": 4})");
    QCOMPARE(bench.record().state, CallState::Done);
    QCOMPARE(toBytes(*bench.attempt(2).value), R"({"n":4})"_ba);
}

#ifdef Q_OS_UNIX

static ToolHandler command(const QString &shell, bool allowed = true)
{
    return {.answer = ToolCommand {.words = {u"/bin/sh"_s, u"-c"_s, shell},
                                   .folder = QDir::tempPath(),
                                   .timeout = 5s,
                                   .allowed = allowed}};
}

void ToolLoopTest::runsCommands()
{
    const auto said = [](const QString &shell) {
        CallSpec spec = toolSpec();
        spec.inputs.handlers[u"weather"_s] = command(shell);
        Bench bench(std::move(spec));
        bench.callTools({oslo});
        if (!QTest::qWaitFor([&] {
                bench.go();
                return bench.transport.requests.size() == 2;
            }))
            return u"no answer"_s;
        const ToolRun run = bench.attempt(0).toolRuns[0];
        return (run.isError ? u"! "_s : QString()) + run.result;
    };
    QCOMPARE(said(u"read line; echo \"got $line\""_s), R"(got {"city":"Oslo"})"_L1);
    QCOMPARE(said(u"printf 'two\\nlines\\n'"_s), u"two\nlines"_s);
    QCOMPARE(said(u"echo far >&2; exit 3"_s), u"! The tool ended with exit code 3: far"_s);
    QCOMPARE(said(u"exit 4"_s), u"! The tool ended with exit code 4."_s);
    QCOMPARE(said(u"yes | head -c 3000000"_s),
             u"! The tool's answer is longer than 1048576 bytes."_s);
    QCOMPARE(said(u"kill -9 $$"_s), u"! The tool's program crashed."_s);
}

void ToolLoopTest::commandsNeedConsent()
{
    QTemporaryDir folder;
    const QString mark = folder.filePath(u"ran"_s);
    CallSpec spec = toolSpec();
    spec.inputs.handlers[u"weather"_s] = command(u"touch '%1'; echo ok"_s.arg(mark), false);
    {
        Bench bench(spec); // nobody is there
        bench.callTools({oslo});
        QVERIFY(bench.lastBody().contains("[weather fails: The tool cannot be used now"));
        bench.say("ok");
        QCOMPARE(bench.record().warnings.size(), 1);
        QVERIFY(bench.record().warnings[0].contains("touch"_L1));
        QVERIFY(!QFile::exists(mark));
    }
    spec.attended = true;
    Bench bench(spec);
    bench.callTools({oslo});
    QCOMPARE(bench.questions.size(), 1);
    QVERIFY(bench.questions[0].runs.startsWith("/bin/sh -c \"touch"_L1));
    QVERIFY(!QFile::exists(mark));
    bench.call.answerTool(1, 0, {.kind = ToolReply::Kind::Approve});
    QTRY_VERIFY((bench.go(), bench.transport.requests.size() == 2));
    QVERIFY(QFile::exists(mark));
    QVERIFY(bench.lastBody().contains("[weather says: ok]"));
}

void ToolLoopTest::commandsEndInTime()
{
    CallSpec spec = toolSpec();
    spec.inputs.handlers[u"weather"_s] = command(u"sleep 600"_s);
    Bench bench(spec);
    bench.callTools({oslo});
    bench.clock.advance(4999ms);
    bench.go();
    QCOMPARE(bench.transport.requests.size(), 1);
    bench.clock.advance(1ms);
    bench.go();
    QVERIFY(
        bench.lastBody().contains("[weather fails: The tool gave no answer within 5 seconds.]"));

    spec.inputs.handlers[u"weather"_s].answer
        = ToolCommand {.words = {u"/no/such/program"_s}, .allowed = true};
    Bench missing(spec);
    missing.callTools({oslo});
    QTRY_VERIFY((missing.go(), missing.transport.requests.size() == 2));
    QVERIFY(missing.lastBody().contains("could not be started"));
}

void ToolLoopTest::commandsHaveFewVariables()
{
    qputenv("ANTIPHON_TEST_KEY", "sk-secret");
    qputenv("ANTIPHON_TEST_PLACE", "north");
    CallSpec spec = toolSpec();
    ToolHandler handler = command(u"echo \"[$ANTIPHON_TEST_KEY] $ANTIPHON_TEST_PLACE\""_s);
    std::get<ToolCommand>(handler.answer).environment = {u"ANTIPHON_TEST_PLACE"_s};
    spec.inputs.handlers[u"weather"_s] = handler;
    Bench bench(std::move(spec));
    bench.callTools({oslo});
    QTRY_VERIFY((bench.go(), bench.transport.requests.size() == 2));
    QCOMPARE(bench.attempt(0).toolRuns[0].result, u"[] north"_s);
}

#else

void ToolLoopTest::runsCommands() { }
void ToolLoopTest::commandsNeedConsent() { }
void ToolLoopTest::commandsEndInTime() { }
void ToolLoopTest::commandsHaveFewVariables() { }

#endif

void ToolLoopTest::cutOffCallsAreNotMade()
{
    Bench bench(toolSpec());
    bench.answer(sse("tool:0:weather:{\"ci") + sse("length") + sse("end"));
    QCOMPARE(bench.finished.size(), 1);
    QCOMPARE(bench.record().state, CallState::Truncated);
    QVERIFY(bench.attempt(0).toolRuns.isEmpty());
}

QTEST_GUILESS_MAIN(ToolLoopTest)
#include "tst_toolloop.moc"
