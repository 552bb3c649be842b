// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include "support/fakecodec.h"
#include "support/fakes.h"

#include <antiphon/core/extract/accept.h>
#include <antiphon/core/extract/partialextraction.h>
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
    void streamsAreRepairedToo();
    void functionsFindFaults();
    void errorsAreAVariable();
    void anInvalidAnswerCanBeAccepted();
    void oneMoreRepairGoesOn();
    void oneMoreRepairIsTheLast();
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

void CallRepairTest::streamsAreRepairedToo()
{
    Bench bench(valueSpec());
    std::optional<PartialExtraction> partial;
    QByteArrayList seen;
    QObject::connect(&bench.call, &Call::eventsArrived, &bench.call,
                     [&](const StreamEvents &events) {
                         if (!partial && bench.call.extraction())
                             partial.emplace(*bench.call.extraction());
                         if (partial && partial->feed(events))
                             seen.append(toBytes(partial->value()));
                     });
    QObject::connect(&bench.call, &Call::restarted, &bench.call, [&] {
        seen.append("again");
        partial.reset();
    });
    ScriptedExchange *exchange = bench.transport.last;
    exchange->connectAndSend();
    exchange->head(200);
    for (const char *piece : {"text:{\"n\"", "text:: 1", "text:2", "text:.5}", "stop", "end"})
        exchange->bytes(sse(piece));
    exchange->end();
    bench.clock.advance(0ms);
    bench.answer(R"({"n": 12})");
    QCOMPARE(bench.call.record().state, CallState::Done);
    // What is closed and wrong stays as it is; the final check says so.
    QCOMPARE(seen,
             (QByteArrayList {R"({"n":null})", R"({"n":1})", R"({"n":12})", R"({"n":12.5})",
                              "again", R"({"n":12})"}));
}

void CallRepairTest::functionsFindFaults()
{
    CallSpec spec = valueSpec();
    spec.inputs.check = [](const Json &value) -> QList<AnswerFault> {
        if (value["n"].as<int>() % 2 == 0)
            return {};
        return {{.message = u"n is to be even"_s, .path = u"/n"_s}};
    };
    Bench bench(std::move(spec));
    bench.answer(R"({"n": 7})");
    QVERIFY(bench.transport.requests[1].body.contains("Value error, n is to be even"));
    bench.answer(R"({"n": 8})");
    QCOMPARE(bench.call.record().state, CallState::Done);
    QCOMPARE(bench.call.record().attempts.size(), 2);
}

void CallRepairTest::errorsAreAVariable()
{
    CallSpec spec = valueSpec();
    spec.inputs.prompt.messages.clear();
    spec.inputs.prompt.text = u"A number. {errors}"_s;
    spec.targets[0].policy.repairAs = u"variable"_s;
    Bench bench(std::move(spec));
    QVERIFY(bench.transport.requests[0].body.contains("A number."));
    bench.answer(R"({"n": "x"})");
    const QByteArray body = bench.transport.requests[1].body;
    QVERIFY(body.contains("A number. 1 validation error for number\nn\n"));
    QVERIFY(!body.contains("Errors found"));
}

/// The record of a call whose answers all were wrong, the last one not even JSON.
static CallRecord invalidRecord()
{
    Bench bench(valueSpec());
    bench.answer(R"({"n": "x"})");
    bench.answer(R"({"n": "y"})");
    bench.answer("no JSON");
    return bench.call.record();
}

void CallRepairTest::anInvalidAnswerCanBeAccepted()
{
    const CallRecord invalid = invalidRecord();
    QCOMPARE(invalid.state, CallState::Invalid);
    QVERIFY(!invalid.attempts.last().value);
    QCOMPARE(lastWithValue(invalid), &invalid.attempts[1]);
    QCOMPARE(toBytes(toJson(invalid)["value"]), R"({"n":"y"})"_ba);

    CallRecord accepted = invalid;
    QVERIFY(acceptValue(accepted));
    QCOMPARE(accepted.state, CallState::Done);
    QCOMPARE(accepted.attempts.first(2), invalid.attempts.first(2));
    QCOMPARE(accepted.attempts.last().issues.size(), 1); // what is wrong stays beside it
    const Json json = toJson(accepted);
    QCOMPARE(toBytes(json["value"]), R"({"n":"y"})"_ba);
    QVERIFY(json["accepted"].as<bool>());
    QVERIFY(json["error"].is_null());

    CallRecord mended = invalid;
    QVERIFY(acceptValue(mended, *parseJson(R"({"n": 5})")));
    QCOMPARE(toBytes(toJson(mended)["value"]), R"({"n":5})"_ba);
    QVERIFY(mended.attempts.last().issues.isEmpty());

    CallRecord without = invalid;
    without.attempts = {invalid.attempts.last()};
    QVERIFY(!acceptValue(without));
    QVERIFY(acceptValue(without, Json(1)));
}

void CallRepairTest::oneMoreRepairGoesOn()
{
    const CallRecord invalid = invalidRecord();
    Bench bench(repairOnceMore(valueSpec(), invalid));
    QVERIFY(bench.transport.requests[0].body.contains("- 1 validation error for number"));
    bench.answer(R"({"n": 7})");
    QCOMPARE(bench.finished.size(), 1);
    const CallRecord &record = bench.call.record();
    QCOMPARE(record.state, CallState::Done);
    QCOMPARE(record.attempts.size(), 4);
    QCOMPARE(record.attempts.first(3), invalid.attempts);
    QCOMPARE(record.attempts.last().number, 4);
    QCOMPARE(record.attempts.last().kind, AttemptKind::Repair);
    QVERIFY(record.attempts.last().begin >= invalid.attempts.last().begin);
}

void CallRepairTest::oneMoreRepairIsTheLast()
{
    Bench bench(repairOnceMore(valueSpec(), invalidRecord()));
    bench.answer(R"({"n": "z"})");
    QCOMPARE(bench.finished.size(), 1);
    QCOMPARE(bench.call.record().state, CallState::Invalid);
    QCOMPARE(bench.call.record().attempts.size(), 4);
}

QTEST_GUILESS_MAIN(CallRepairTest)

#include "tst_callrepair.moc"
