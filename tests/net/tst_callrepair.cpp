// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include "support/fakecodec.h"
#include "support/fakes.h"

#include <antiphon/net/call.h>
#include <antiphon/net/limiter.h>

#include <QSignalSpy>
#include <QTest>

using namespace Antiphon;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using FakeFormat::sse;

/// A call for `{"n": integer}` that is answered in JSON mode.
static CallSpec valueSpec()
{
    CallSpec spec = fakeSpec();
    spec.inputs.prompt.output
        = OutputSpec {.schema = u"number"_s, .mode = OutputSpec::Mode::JsonText};
    spec.inputs.schemas.insert(
        u"number"_s, *parseJson(R"({"type": "object", "properties": {"n": {"type": "integer"}},
                       "required": ["n"]})"));
    return spec;
}

struct Bench {
    explicit Bench(CallSpec spec)
        : call(std::move(spec), transport, clock, limiter)
    {
        call.start();
        clock.advance(0ms);
    }

    void answer(const QByteArray &json)
    {
        transport.last->answer(200, sse("text:" + json) + sse("stop") + sse("end"),
                               "text/event-stream");
        clock.advance(0ms);
        QCoreApplication::processEvents();
    }

    ManualClock clock;
    ScriptedTransport transport;
    Limiter limiter {clock, {8, 4}};
    Call call;
    QSignalSpy finished {&call, &Call::finished};
    QSignalSpy restarted {&call, &Call::restarted};
};

class CallRepairTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aValidAnswerGivesItsValue();
    void aWrongAnswerIsRepaired();
    void repairsAreCountedApart();
    void usedUpRepairsEndAsInvalid();
    void aConversationKeepsTheAnswer();
    void withoutRetriesNothingIsRepaired();
};

void CallRepairTest::aValidAnswerGivesItsValue()
{
    Bench bench(valueSpec());
    bench.answer(R"({"n": "7"})");
    QCOMPARE(bench.finished.size(), 1);
    const CallRecord &record = bench.call.record();
    QCOMPARE(record.state, CallState::Done);
    QVERIFY(record.attempts.last().value);
    QCOMPARE(toBytes(*record.attempts.last().value), R"({"n":7})"_ba);
    QVERIFY(record.attempts.last().timings.checked);
    QCOMPARE(toBytes(toJson(record)["value"]), R"({"n":7})"_ba);
}

void CallRepairTest::aWrongAnswerIsRepaired()
{
    Bench bench(valueSpec());
    bench.answer(R"({"n": "x"})");
    QVERIFY(bench.finished.isEmpty());
    QCOMPARE(bench.restarted.size(), 1); // what was shown is not the answer
    QCOMPARE(bench.transport.requests.size(), 2);
    QVERIFY(bench.transport.requests[1].body.contains(
        "Hello\nErrors found:\n\n- 1 validation error for number\nn\n"));
    bench.answer(R"({"n": 7})");
    QCOMPARE(bench.finished.size(), 1);
    const CallRecord &record = bench.call.record();
    QCOMPARE(record.state, CallState::Done);
    QCOMPARE(record.attempts.size(), 2);
    const Attempt &first = record.attempts[0];
    QCOMPARE(first.state, CallState::Invalid);
    QCOMPARE(first.issues.size(), 1);
    QVERIFY(first.value);
    QCOMPARE(first.decision->next, Decision::Next::Repair);
    QCOMPARE(first.decision->wait, 0ms);
    QCOMPARE(record.attempts[1].kind, AttemptKind::Repair);
}

void CallRepairTest::repairsAreCountedApart()
{
    CallSpec spec = valueSpec();
    spec.targets[0].policy = policyWithAttempts(2);
    Bench bench(std::move(spec));
    bench.answer(R"({"n": "x"})");
    bench.transport.last->answer(503, "down");
    bench.clock.advance(10s); // the one retry there is
    bench.answer(R"({"n": "y"})");
    bench.answer(R"({"n": 1})");
    QCOMPARE(bench.finished.size(), 1);
    QCOMPARE(bench.call.record().state, CallState::Done);
    QCOMPARE(bench.call.record().attempts.size(), 4);
}

void CallRepairTest::usedUpRepairsEndAsInvalid()
{
    Bench bench(valueSpec());
    for (int i = 0; i < 3; ++i)
        bench.answer(R"({"n": "x"})");
    QCOMPARE(bench.finished.size(), 1);
    const CallRecord &record = bench.call.record();
    QCOMPARE(record.state, CallState::Invalid);
    QCOMPARE(record.attempts.size(), 3);
    QCOMPARE(record.attempts.last().error->kind, ErrorKind::Validation);
    QCOMPARE(toBytes(toJson(record)["value"]), R"({"n":"x"})"_ba); // still reachable
    QCOMPARE(bench.transport.requests[2].body.count("- 1 validation error"), 1); // distinct
}

void CallRepairTest::aConversationKeepsTheAnswer()
{
    CallSpec spec = valueSpec();
    spec.targets[0].policy.repairAs = u"conversation"_s;
    Bench bench(std::move(spec));
    bench.answer(R"({"n": "x"})");
    const QByteArray body = bench.transport.requests[1].body;
    QVERIFY(body.contains("\n{\"n\": \"x\"}\n"));
    QVERIFY(body.indexOf("Your answer does not fit") > body.indexOf("{\"n\": \"x\"}"));
    QVERIFY(!body.contains("Errors found"));
}

void CallRepairTest::withoutRetriesNothingIsRepaired()
{
    CallSpec spec = valueSpec();
    spec.retries = false;
    Bench bench(std::move(spec));
    bench.answer("no JSON");
    QCOMPARE(bench.finished.size(), 1);
    QCOMPARE(bench.call.record().state, CallState::Invalid);
}

QTEST_GUILESS_MAIN(CallRepairTest)

#include "tst_callrepair.moc"
