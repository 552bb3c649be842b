// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include "support/fakecodec.h"
#include "support/fakes.h"

#include <antiphon/net/call.h>
#include <antiphon/net/limiter.h>
#include <antiphon/net/prepare.h>

#include <QSignalSpy>
#include <QTest>

using namespace Antiphon;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using FakeFormat::sse;

/// Calls whose settings and inputs come from rules, scripts and other prompts.
class ChainTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asksOtherPromptsAtOnce();
    void asksInStages();
    void answersOfAnswers();
    void aFailedQuestionEndsTheCall();
    void cancelWhileAsking();
    void answersAreKeptOverRetries();
    void rulesChooseTheTarget();
    void functionsChooseTheTarget();
    void aTargetThatIsNotReadyIsAnError();
    void fallbacksStandAboveRules();
    void rulesChooseThePolicy();
    void rulesSeeEarlierErrors();
    void retriesUntilTheAnswerFits_data();
    void retriesUntilTheAnswerFits();
    void anAnswerMayFallBack();
    void parsesTheAnswer();
    void aFailedParserMakesItInvalid();
    void predicatesSeeParsedValues();
    void brokenPredicatesWarn();
    void prepares();
    void refusesCircles();
};

static Json json(const QByteArray &text)
{
    const auto value = parseJson(text);
    return value ? *value : Json("not JSON");
}

static QByteArray stream(const QByteArray &text)
{
    return sse("text:" + text) + sse("usage:1,1") + sse("stop") + sse("end");
}

static CallSpec prompt(const QString &slug, const QString &text, const QByteArray &dynamic = "{}")
{
    CallSpec spec;
    spec.inputs.prompt.slug = slug;
    spec.inputs.prompt.text = text;
    spec.inputs.prompt.dynamics = dynamicsFromJson(json(dynamic)).value_or(Dynamics {});
    spec.targets = {fakeTarget()};
    return spec;
}

/// One call; every request is kept until the test answers it.
struct Bench {
    explicit Bench(CallSpec spec)
        : call(std::move(spec), transport, clock, limiter)
    {
        transport.onSend = [this](ScriptedExchange *exchange) { sent.append(exchange); };
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
    void answer(qsizetype request, const QByteArray &text)
    {
        sent[request]->answer(200, stream(text), "text/event-stream");
        go();
    }
    void refuse(qsizetype request, int status)
    {
        sent[request]->answer(status, "no");
        go();
    }
    [[nodiscard]] QStringList bodies() const
    {
        QStringList out;
        for (const HttpRequest &request : transport.requests)
            out.append(QString::fromUtf8(request.body).trimmed());
        return out;
    }
    [[nodiscard]] const CallRecord &record() const { return call.record(); }

    ManualClock clock;
    ScriptedTransport transport;
    QList<QPointer<ScriptedExchange>> sent;
    Limiter limiter {clock, {8, 8}};
    Call call;
    QSignalSpy finished {&call, &Call::finished};
};

void ChainTest::asksOtherPromptsAtOnce()
{
    auto spec = prompt(u"reply"_s, u"{label}/{mood}: {text}"_s, R"j({"computed": {
        "label": {"prompt": "classify", "inputs": {"text": "text"}},
        "mood": {"prompt": "feel", "inputs": {"text": "text.toUpperCase()"}}}})j");
    spec.inputs.variables = {{u"text"_s, Value(u"help"_s)}};
    spec.questions = {{u"label"_s, prompt(u"classify"_s, u"Classify {text}"_s)},
                      {u"mood"_s, prompt(u"feel"_s, u"Feel {text}"_s)}};
    Bench bench(spec);
    QCOMPARE(bench.bodies(), (QStringList {u"Classify help"_s, u"Feel HELP"_s}));
    QVERIFY(bench.finished.isEmpty());
    bench.answer(1, "angry");
    QCOMPARE(bench.sent.size(), 2);
    bench.answer(0, "bug");
    QCOMPARE(bench.bodies().value(2), u"bug/angry: help"_s);
    bench.answer(2, "sorry");
    QCOMPARE(bench.finished.size(), 1);

    const CallRecord &record = bench.record();
    QCOMPARE(record.state, CallState::Done);
    QCOMPARE(record.attempts.size(), 1);
    QCOMPARE(record.asked.fields, (QStringList {u"mood"_s, u"label"_s}));
    QCOMPARE(record.asked.calls[1].prompt, u"classify"_s);
    const Money one = *record.attempts.first().cost;
    QCOMPARE(totalCost(record), std::optional(one + one + one));
    QVERIFY(find(toJson(record), "asked"));
    QCOMPARE(bench.limiter.running(), 0);
}

void ChainTest::asksInStages()
{
    auto spec = prompt(u"reply"_s, u"{b}"_s, R"({"computed": {
        "b": {"prompt": "second", "inputs": {"x": "loud"}},
        "loud": "a + '!'",
        "a": {"prompt": "first"}}})");
    spec.questions
        = {{u"a"_s, prompt(u"first"_s, u"one"_s)}, {u"b"_s, prompt(u"second"_s, u"two {x}"_s)}};
    Bench bench(spec);
    QCOMPARE(bench.bodies(), QStringList {u"one"_s});
    bench.answer(0, "A");
    QCOMPARE(bench.bodies().value(1), u"two A!"_s);
    bench.answer(1, "B");
    QCOMPARE(bench.bodies().value(2), u"B"_s);
}

void ChainTest::answersOfAnswers()
{
    auto spec = prompt(u"outer"_s, u"{a}"_s, R"({"computed": {"a": {"prompt": "middle"}}})");
    auto middle = prompt(u"middle"_s, u"m {b}"_s, R"({"computed": {"b": {"prompt": "inner"}}})");
    middle.questions = {{u"b"_s, prompt(u"inner"_s, u"i"_s)}};
    spec.questions = {{u"a"_s, middle}};
    Bench bench(spec);
    bench.answer(0, "1");
    bench.answer(1, "2");
    QCOMPARE(bench.bodies(), (QStringList {u"i"_s, u"m 1"_s, u"2"_s}));
    QCOMPARE(bench.record().asked.calls.first().asked.calls.first().prompt, u"inner"_s);
}

void ChainTest::aFailedQuestionEndsTheCall()
{
    auto spec = prompt(u"reply"_s, u"{a} {b}"_s,
                       R"({"computed": {"a": {"prompt": "p"}, "b": {"prompt": "q"}}})");
    spec.questions = {{u"a"_s, prompt(u"p"_s, u"p"_s)}, {u"b"_s, prompt(u"q"_s, u"q"_s)}};
    Bench bench(spec);
    bench.refuse(0, 401);
    QCOMPARE(bench.finished.size(), 1);
    QCOMPARE(bench.sent.size(), 2);
    QVERIFY(!bench.sent[1] || bench.sent[1]->aborted);
    const CallRecord &record = bench.record();
    QCOMPARE(record.state, CallState::Failed);
    QCOMPARE(record.attempts.size(), 1);
    QCOMPARE(record.attempts.first().error->kind, ErrorKind::Setup);
    QCOMPARE(record.attempts.first().error->causes, QList {ErrorKind::Authentication});
    QVERIFY2(record.attempts.first().error->message.contains("\"a\""_L1),
             qPrintable(record.attempts.first().error->message));
    QCOMPARE(bench.limiter.running(), 0);
}

void ChainTest::cancelWhileAsking()
{
    auto spec = prompt(u"reply"_s, u"{a}"_s, R"({"computed": {"a": {"prompt": "p"}}})");
    spec.questions = {{u"a"_s, prompt(u"p"_s, u"p"_s)}};
    Bench bench(spec);
    bench.call.cancel();
    bench.go();
    QCOMPARE(bench.finished.size(), 1);
    QCOMPARE(bench.record().state, CallState::Cancelled);
    QCOMPARE(bench.record().attempts.size(), 1);
    QCOMPARE(bench.record().asked.calls.size(), 1);
    QCOMPARE(bench.limiter.running(), 0);
}

void ChainTest::answersAreKeptOverRetries()
{
    auto spec = prompt(u"reply"_s, u"{a}"_s, R"({"computed": {"a": {"prompt": "p"}}})");
    spec.questions = {{u"a"_s, prompt(u"p"_s, u"p"_s)}};
    Bench bench(spec);
    bench.answer(0, "x");
    bench.refuse(1, 503);
    bench.clock.advance(1s);
    QCOMPARE(bench.bodies(), (QStringList {u"p"_s, u"x"_s, u"x"_s}));
}

void ChainTest::rulesChooseTheTarget()
{
    auto spec = prompt(u"p"_s, u"{target}"_s, R"({"rules": [
        {"when": "attempt.number > 1", "set": {"target": "two"}}]})");
    spec.inputs.prompt.text = u"hi"_s;
    spec.targets.append(fakeTarget(u"two"_s));
    Bench bench(spec);
    bench.refuse(0, 503);
    bench.clock.advance(1s);
    bench.answer(1, "ok");
    const CallRecord &record = bench.record();
    QCOMPARE(record.state, CallState::Done);
    QCOMPARE(record.attempts[0].target, u"one"_s);
    QCOMPARE(record.attempts[1].target, u"two"_s);
}

void ChainTest::functionsChooseTheTarget()
{
    auto spec = prompt(u"p"_s, u"hi"_s);
    spec.inputs.configure = [](const Variables &, const DynamicContext &context) {
        DynamicConfig config;
        config.target = context.attempt.number > 1 ? u"two"_s : QString();
        return Result<DynamicConfig>(config);
    };
    spec.targets.append(fakeTarget(u"two"_s));
    Bench bench(spec);
    bench.refuse(0, 503);
    bench.clock.advance(1s);
    bench.answer(1, "ok");
    QCOMPARE(bench.record().attempts[0].target, u"one"_s);
    QCOMPARE(bench.record().attempts[1].target, u"two"_s);

    auto fixed = prompt(u"p"_s, u"hi"_s);
    fixed.inputs.dynamic.target = u"two"_s;
    fixed.targets.append(fakeTarget(u"two"_s));
    Bench another(fixed);
    another.answer(0, "ok");
    QCOMPARE(another.record().attempts[0].target, u"two"_s);
}

void ChainTest::aTargetThatIsNotReadyIsAnError()
{
    auto spec = prompt(u"p"_s, u"hi"_s, R"({"rules": [{"when": "1", "set": {"target": "two"}}]})");
    spec.unready.insert(u"two"_s, {.message = u"There is no key."_s});
    Bench bench(spec);
    QVERIFY(bench.sent.isEmpty());
    QCOMPARE(bench.record().attempts.last().error->message,
             u"rule 1 chose the target \"two\": There is no key."_s);
}

void ChainTest::fallbacksStandAboveRules()
{
    auto spec = prompt(u"p"_s, u"hi"_s, R"({"rules": [{"when": "1", "set": {"target": "two"}}]})");
    spec.targets.first().target.fallback = {u"three"_s};
    spec.targets.append(fakeTarget(u"three"_s));
    spec.targets.append(fakeTarget(u"two"_s));
    for (PreparedTarget &target : spec.targets)
        target.policy = policyWithAttempts(1);
    Bench bench(spec);
    bench.refuse(0, 503);
    bench.answer(1, "ok");
    QCOMPARE(bench.record().attempts[0].target, u"two"_s);
    QCOMPARE(bench.record().attempts[1].target, u"three"_s);
    QCOMPARE(bench.record().state, CallState::Done);
}

void ChainTest::rulesChooseThePolicy()
{
    auto spec = prompt(u"p"_s, u"hi"_s, R"({"rules": [{"when": "1", "set": {"retry": "once"}}]})");
    spec.policies.insert(u"once"_s, policyWithAttempts(1));
    Bench bench(spec);
    bench.refuse(0, 503);
    bench.clock.advance(10s);
    bench.go();
    QCOMPARE(bench.sent.size(), 1);
    QCOMPARE(bench.record().state, CallState::Failed);
}

void ChainTest::rulesSeeEarlierErrors()
{
    auto spec
        = prompt(u"p"_s, u"{n}"_s,
                 R"j({"computed": {"n": "attempt.errors.map(e => e.kind).join() || 'none'"}})j");
    Bench bench(spec);
    bench.refuse(0, 503);
    bench.clock.advance(1s);
    QCOMPARE(bench.bodies(), (QStringList {u"none"_s, u"server"_s}));
}

static RetryPolicy noCheese()
{
    return policyFromJson(json(R"j({"when": {"result": "content.includes('cheese')"},
        "wait": {"type": "none"}, "stop": {"after_attempt": 3}})j"))
        .value();
}

void ChainTest::retriesUntilTheAnswerFits_data()
{
    QTest::addColumn<bool>("streamed");
    QTest::addColumn<QByteArrayList>("answers");
    QTest::addColumn<int>("attempts");
    const QByteArrayList twice {"cheese", "more cheese", "bread"};
    const QByteArrayList always {"cheese", "cheese", "cheese"};
    QTest::newRow("streamed") << true << twice << 3;
    QTest::newRow("whole") << false << twice << 3;
    QTest::newRow("never fits") << true << always << 3;
    QTest::newRow("fits at once") << true << QByteArrayList {"bread"} << 1;
}

void ChainTest::retriesUntilTheAnswerFits()
{
    QFETCH(bool, streamed);
    QFETCH(QByteArrayList, answers);
    QFETCH(int, attempts);
    auto spec = prompt(u"p"_s, u"Name a food."_s);
    spec.inputs.stream = streamed;
    spec.targets.first().policy = noCheese();
    Bench bench(spec);
    QSignalSpy restarted(&bench.call, &Call::restarted);
    for (qsizetype i = 0; i < answers.size(); ++i) {
        if (streamed)
            bench.answer(i, answers[i]);
        else
            bench.sent[i]->answer(200, "{text:" + answers[i] + "\nstop}");
        bench.go();
    }
    const CallRecord &record = bench.record();
    QCOMPARE(record.attempts.size(), attempts);
    QCOMPARE(record.state, CallState::Done);
    QCOMPARE(record.attempts.last().text, QString::fromUtf8(answers.last()));
    QCOMPARE(restarted.size(), attempts - 1);
    QCOMPARE(bench.finished.size(), 1);
    if (answers.last() == "cheese") {
        QVERIFY(record.attempts.last().decision);
        QVERIFY(record.attempts.last().decision->why.contains("3"_L1));
    }
}

void ChainTest::anAnswerMayFallBack()
{
    auto spec = prompt(u"p"_s, u"hi"_s);
    spec.targets.first().policy
        = policyFromJson(json(R"({"when": "never", "fallback": {"when": {"result":
            "content.length < 3"}}})"))
              .value();
    spec.targets.first().target.fallback = {u"two"_s};
    spec.targets.append(fakeTarget(u"two"_s));
    Bench bench(spec);
    bench.answer(0, "no");
    bench.answer(1, "yes, of course");
    QCOMPARE(bench.record().attempts.size(), 2);
    QCOMPARE(bench.record().attempts[1].target, u"two"_s);
    QCOMPARE(bench.record().attempts[1].kind, AttemptKind::Fallback);
}

static CallSpec parsed(const QString &script)
{
    auto spec = prompt(u"p"_s, u"hi"_s);
    spec.inputs.prompt.dynamics.parser = Script(script, u"parse.js"_s, Script::Form::Module);
    return spec;
}

void ChainTest::parsesTheAnswer()
{
    Bench bench(parsed(u"export const parse = r => r.content.split(',').map(Number)"_s));
    bench.answer(0, "1,2");
    QCOMPARE(bench.record().attempts.last().value, std::optional(json("[1,2]")));
    QCOMPARE(*find(toJson(bench.record()), "value"), json("[1,2]"));

    auto spec = prompt(u"p"_s, u"hi"_s);
    spec.inputs.parse
        = [](const Json &response) -> Result<Json> { return *find(response, "finishReason"); };
    Bench ours(spec);
    ours.answer(0, "x");
    QCOMPARE(ours.record().attempts.last().value, std::optional(Json("stop")));
}

void ChainTest::aFailedParserMakesItInvalid()
{
    Bench bench(parsed(u"export const parse = r => r.value.total"_s));
    bench.answer(0, "x");
    QCOMPARE(bench.record().state, CallState::Invalid);
    QCOMPARE(bench.record().attempts.last().text, u"x"_s);
    const Error error = *bench.record().attempts.last().error;
    QCOMPARE(error.kind, ErrorKind::Validation);
    QVERIFY2(error.message.contains("parse.js, line 1"_L1), qPrintable(error.message));
}

void ChainTest::predicatesSeeParsedValues()
{
    auto spec = parsed(u"export const parse = r => ({n: Number(r.content)})"_s);
    spec.targets.first().policy
        = policyFromJson(json(R"({"when": {"result": "value.n > 5"}, "wait": {"type": "none"}})"))
              .value();
    Bench bench(spec);
    bench.answer(0, "7");
    bench.answer(1, "3");
    QCOMPARE(bench.record().attempts.size(), 2);
    QCOMPARE(bench.record().state, CallState::Done);
}

void ChainTest::brokenPredicatesWarn()
{
    auto spec = prompt(u"p"_s, u"hi"_s);
    spec.targets.first().policy = policyFromJson(json(R"({"when": {"result": "a.b"}})")).value();
    Bench bench(spec);
    bench.answer(0, "7");
    QCOMPARE(bench.record().state, CallState::Done);
    QCOMPARE(bench.record().warnings.size(), 1);
}

static RunSource source()
{
    RunSource source;
    source.providers = {{.id = u"simulator"_s,
                         .name = u"Simulator"_s,
                         .apis = {{.name = u"chat"_s,
                                   .codec = u"openai-chat"_s,
                                   .baseUrl = u"https://simulator.invalid"_s}},
                         .keyOptional = true}};
    for (const QString &slug : {u"a"_s, u"b"_s, u"c"_s})
        source.targets.insert(slug, {.slug = slug, .provider = u"simulator"_s, .model = u"m"_s});
    source.policies.insert(u"patient"_s, policyWithAttempts(9));
    source.prompts = [](const QString &slug, const QString &) -> Result<CallInputs> {
        CallInputs inputs {.prompt = {.slug = slug, .text = u"x"_s}};
        if (slug == "round"_L1)
            inputs.prompt.dynamics.computed
                = {{.name = u"y"_s, .question = PromptQuestion {.prompt = u"outer"_s}}};
        return inputs;
    };
    return source;
}

void ChainTest::prepares()
{
    CallInputs inputs {.prompt = {.slug = u"outer"_s, .text = u"x"_s}};
    inputs.prompt.dynamics = dynamicsFromJson(json(R"({
        "computed": {"l": {"prompt": "inner", "target": "c"}},
        "rules": [{"when": "1", "set": {"target": "b", "retry": "patient"}}]})"))
                                 .value();
    auto in = source();
    const auto spec = prepareCall(inputs, in.targets[u"a"_s], in);
    QVERIFY2(spec, qPrintable(spec ? QString() : spec.error().message));
    QCOMPARE(spec->targets.size(), 2);
    QCOMPARE(spec->targets[1].target.slug, u"b"_s);
    QCOMPARE(spec->policies.keys(), QStringList {u"patient"_s});
    QCOMPARE(spec->questions[u"l"_s].targets.first().target.slug, u"c"_s);

    inputs.prompt.dynamics.rules.first().set.insert_or_assign("target", "nowhere");
    QVERIFY(!prepareCall(inputs, in.targets[u"a"_s], in));
}

void ChainTest::refusesCircles()
{
    CallInputs inputs {.prompt = {.slug = u"outer"_s, .text = u"x"_s}};
    inputs.prompt.dynamics.computed
        = {{.name = u"x"_s, .question = PromptQuestion {.prompt = u"round"_s}}};
    auto in = source();
    const auto spec = prepareCall(inputs, in.targets[u"a"_s], in);
    QVERIFY(!spec);
    QVERIFY2(spec.error().message.contains(u"outer → round → outer"_s),
             qPrintable(spec.error().message));
}

QTEST_GUILESS_MAIN(ChainTest)
#include "tst_chain.moc"
