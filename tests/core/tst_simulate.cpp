// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/simulate/script.h>

#include <support/simulatedanswers.h>

#include <QTest>

using namespace Antiphon;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using End = SimulatedAnswer::End;

class SimulateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void builtinScriptsInEveryFormat_data();
    void builtinScriptsInEveryFormat();
    void sameSeedSameBytes();
    void stepsDrawDifferently();
    void paceIsObeyed();
    void speedDividesDelays();
    void zeroSpeedHasNoDelays();
    void jitterStaysWithinItsShare();
    void cutReassembles_data();
    void cutReassembles();
    void keepAliveFillsSilence();
    void faultsComeWhereAsked_data();
    void faultsComeWhereAsked();
    void errorEventEndsTheStream_data();
    void errorEventEndsTheStream();
    void failuresInEachFormatsWords_data();
    void failuresInEachFormatsWords();
    void wrongBodies_data();
    void wrongBodies();
    void invalidKeyIsRefused();
    void usageAsTheScriptSays_data();
    void usageAsTheScriptSays();
    void forcedToolGetsTheValue();
    void toolThenItsResults();
};

static SimulatorScript script(const char *json, const QString &model = {})
{
    const auto value = parseJson(json);
    Q_ASSERT(value);
    const auto read = scriptFromJson(*value, model);
    if (!read)
        qFatal("%s", qPrintable(read.error().message));
    return *read;
}

static const QByteArray schema = R"({"type":"object","properties":{"title":{"type":"string"},)"
                                 R"("total":{"type":"number","minimum":1,"maximum":24},)"
                                 R"("urgent":{"type":"boolean"}},)"
                                 R"("required":["title","total","urgent"]})";

static const QString someTool = u"look_up"_s;

/// A request as a codec would send it, read by the simulator.
static SimulatedRequest request(SimulatedFormat format, bool stream, bool wantsSchema = false,
                                bool offersTool = false)
{
    return *readSimulatedRequest(
        wireRequest(format, stream, wantsSchema ? schema : QByteArray(), offersTool));
}

static void addFormats()
{
    QTest::addColumn<SimulatedFormat>("format");
    QTest::addColumn<bool>("stream");
    for (const auto &[name, format] : wireFormats()) {
        QTest::addRow("%s, streamed", name) << format << true;
        QTest::addRow("%s, whole", name) << format << false;
    }
}

// --- what is said ---

void SimulateTest::builtinScriptsInEveryFormat_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<SimulatedFormat>("format");
    QTest::addColumn<bool>("stream");
    for (const QString &name : builtinScriptNames()) {
        for (const auto &[formatName, format] : wireFormats()) {
            if (name == u"long" && format != SimulatedFormat::Chat)
                continue; // 50,000 events: once is enough
            for (const bool stream : {true, false}) {
                QTest::addRow("%s, %s, %s", qPrintable(name), formatName,
                              stream ? "streamed" : "whole")
                    << name << format << stream;
            }
        }
    }
}

void SimulateTest::builtinScriptsInEveryFormat()
{
    QFETCH(QString, name);
    QFETCH(SimulatedFormat, format);
    QFETCH(bool, stream);
    const SimulatorScript read = script("{}", name);
    QCOMPARE(read.name, name);
    const SimulatedRequest asked = request(format, stream, false, name == u"tool");

    const SimulatedAnswer first = simulate(read, 0, "place", asked);
    const SimulatedAnswer last = read.steps.size() == 1
        ? first
        : simulate(read, int(read.steps.size()) - 1, "place", asked);
    if (name == u"flaky") {
        QCOMPARE(first.head.status, 429);
    } else if (name == u"server-error") {
        QCOMPARE(last.head.status, 503);
        return;
    } else if (name == u"drop") {
        QCOMPARE(first.end, End::Drop);
        if (stream)
            QCOMPARE(readWire(format, stream, first).text.size(), 191);
    }

    QCOMPARE(last.end, End::Complete);
    QCOMPARE(last.head.status, 200);
    const WireAnswer said = readWire(format, stream, last);
    QVERIFY2(said.error.isEmpty(), qPrintable(said.error));
    QVERIFY(said.finished);
    QVERIFY(said.inputTokens > 0);
    if (name == u"refuse") {
        QVERIFY(said.refusal.startsWith(u"I'm sorry"));
    } else if (name == u"tool") {
        QCOMPARE(said.toolName, someTool);
        QVERIFY(parseJson(said.toolArguments.toUtf8()));
    } else if (name == u"long") {
        QCOMPARE(said.text.size(), 200'000);
    } else if (name == u"echo") {
        QCOMPARE(said.text, u"How do I reset my password? 密码"_s);
    } else {
        QVERIFY(said.text.size() > 100);
        QCOMPARE(said.outputTokens, (said.text.size() + 3) / 4);
    }
    if (name == u"steady" || name == u"slow" || name == u"flaky" || name == u"drop")
        QCOMPARE(said.outputTokens, 120);
}

void SimulateTest::sameSeedSameBytes()
{
    for (const auto &[name, format] : wireFormats()) {
        const SimulatedRequest asked = request(format, true);
        const auto read = script(R"({"seed":7,"defaults":{"chunk":[1,9],"jitter":0.4}})");
        QVERIFY(simulate(read, 0, "a", asked) == simulate(read, 0, "a", asked));
        QVERIFY(simulate(read, 0, "a", asked) != simulate(read, 0, "b", asked));
        auto other = read;
        other.seed = 8;
        QVERIFY(simulate(read, 0, "a", asked) != simulate(other, 0, "a", asked));
    }
}

void SimulateTest::stepsDrawDifferently()
{
    const SimulatedRequest asked = request(SimulatedFormat::Chat, true);
    const auto read = script("{}");
    QVERIFY(simulate(read, 0, "a", asked) != simulate(read, 1, "a", asked));
}

// --- time ---

void SimulateTest::paceIsObeyed()
{
    const auto read = script(R"({"steps":[{"text":"12345678","connectMs":50,"firstTokenMs":400,)"
                             R"("tokensPerSecond":10}]})");
    const auto answer = simulate(read, 0, {}, request(SimulatedFormat::Chat, true));
    QCOMPARE(answer.connectAt, 50ms);
    QCOMPARE(answer.headAt, 250ms);
    QCOMPARE(answer.pieces.first().at, 250ms); // the role
    QCOMPARE(answer.pieces[1].at, 450ms);
    QCOMPARE(answer.pieces[2].at, 550ms); // one token later
    QCOMPARE(answer.endAt, 550ms);
}

void SimulateTest::speedDividesDelays()
{
    const auto read = script(R"({"speed":10,"steps":[{"text":"12345678","connectMs":50}]})");
    const auto answer = simulate(read, 0, {}, request(SimulatedFormat::Messages, true));
    QCOMPARE(answer.connectAt, 5ms);
    QCOMPARE(answer.headAt, 20ms);
}

void SimulateTest::zeroSpeedHasNoDelays()
{
    const auto answer = simulate(script(R"({"speed":0,"script":"slow"})"), 0, {},
                                 request(SimulatedFormat::Chat, true));
    QCOMPARE(answer.endAt, 0ms);
    QCOMPARE(answer.pieces.last().at, 0ms);
}

void SimulateTest::jitterStaysWithinItsShare()
{
    const auto read = script(
        R"({"steps":[{"text":"12345678","firstTokenMs":0,"connectMs":1000,"jitter":0.2}]})");
    QSet<qint64> seen;
    for (int step = 0; step < 50; ++step) {
        const auto answer = simulate(read, step, {}, request(SimulatedFormat::Chat, true));
        QVERIFY(answer.connectAt >= 800ms && answer.connectAt <= 1200ms);
        seen.insert(answer.connectAt.count());
    }
    QVERIFY(seen.size() > 20);
}

// --- pieces ---

void SimulateTest::cutReassembles_data()
{
    addFormats();
}

void SimulateTest::cutReassembles()
{
    QFETCH(SimulatedFormat, format);
    QFETCH(bool, stream);
    const SimulatedRequest asked = request(format, stream);
    auto cut = script(R"({"script":"languages"})");
    cut.steps[0].cut = std::pair(1, 5);
    auto plain = cut;
    plain.steps[0].cut.reset();
    const auto inPieces = simulate(cut, 0, "x", asked);
    QCOMPARE(wireBody(inPieces), wireBody(simulate(plain, 0, "x", asked)));
    for (qsizetype i = 0; i < inPieces.pieces.size(); ++i) {
        QVERIFY(inPieces.pieces[i].bytes.size() <= 5 && !inPieces.pieces[i].bytes.isEmpty());
        QVERIFY(i == 0 || inPieces.pieces[i - 1].at <= inPieces.pieces[i].at);
    }
}

void SimulateTest::keepAliveFillsSilence()
{
    const auto read = script(
        R"({"steps":[{"text":"hello","firstTokenMs":10000,"keepAlive":1,"connectMs":0}]})");
    for (const auto &[name, format] : wireFormats()) {
        const auto answer = simulate(read, 0, {}, request(format, true));
        const auto silent = [&] {
            auto without = read;
            without.steps[0].keepAlive = 0;
            return simulate(without, 0, {}, request(format, true));
        }();
        QCOMPARE(answer.pieces.size() - silent.pieces.size(), 4); // from the head at 5 s to 10 s
        QCOMPARE(readWire(format, true, answer).text, u"hello"_s);
    }
}

// --- faults ---

void SimulateTest::faultsComeWhereAsked_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<End>("end");
    QTest::addColumn<int>("status");
    QTest::newRow("refuse") << u"refuse"_s << End::Refuse << 0;
    QTest::newRow("dns") << u"dns"_s << End::Dns << 0;
    QTest::newRow("tls") << u"tls"_s << End::Tls << 0;
    QTest::newRow("close") << u"close"_s << End::Close << 0;
    QTest::newRow("drop") << u"drop"_s << End::Drop << 200;
    QTest::newRow("reset") << u"reset"_s << End::Reset << 200;
    QTest::newRow("stall") << u"stall"_s << End::Stall << 200;
}

void SimulateTest::faultsComeWhereAsked()
{
    QFETCH(QString, fault);
    QFETCH(End, end);
    QFETCH(int, status);
    const QByteArray json = R"({"steps":[{"text":"0123456789","thinking":"Well then.",)"
                            R"("fault":{"kind":")"
        + fault.toLatin1() + R"(","after":7}}]})";
    for (const auto &[name, format] : wireFormats()) {
        const auto answer = simulate(script(json), 0, {}, request(format, true));
        QCOMPARE(answer.end, end);
        QCOMPARE(answer.head.status, status);
        const WireAnswer said = readWire(format, true, answer);
        QCOMPARE(said.text, status == 0 ? QString() : u"0123456"_s);
        QVERIFY(!said.finished);

        const auto whole = simulate(script(json), 0, {}, request(format, false));
        QCOMPARE(whole.end, end);
        QVERIFY(!parseJson(wireBody(whole)));
    }
}

void SimulateTest::errorEventEndsTheStream_data()
{
    addFormats();
}

void SimulateTest::errorEventEndsTheStream()
{
    QFETCH(SimulatedFormat, format);
    QFETCH(bool, stream);
    const auto read = script(R"({"steps":[{"text":"0123456789","fault":{"kind":"error"},)"
                             R"("fail":{"error":"rate-limit","message":"Slow down, please."}}]})");
    const auto answer = simulate(read, 0, {}, request(format, stream));
    QCOMPARE(answer.head.status, stream ? 200 : 429);
    const WireAnswer said = readWire(format, stream, answer);
    QCOMPARE(said.text, stream ? u"01234"_s : QString());
    QCOMPARE(said.error, u"Slow down, please."_s);
    QVERIFY(!said.finished);
}

void SimulateTest::failuresInEachFormatsWords_data()
{
    QTest::addColumn<QString>("error");
    QTest::addColumn<SimulatedFormat>("format");
    QTest::addColumn<int>("status");
    const auto row = [](const char *error, QList<int> statuses) {
        qsizetype i = 0;
        for (const auto &[name, format] : wireFormats())
            QTest::addRow("%s, %s", error, name)
                << QString::fromLatin1(error) << format << statuses[i++];
    };
    row("authentication", {401, 401, 401, 401});
    row("permission", {403, 403, 403, 403});
    row("not-found", {404, 404, 404, 404});
    row("invalid-request", {400, 400, 400, 400});
    row("context-length", {400, 400, 400, 400});
    row("quota", {429, 429, 402, 402});
    row("rate-limit", {429, 429, 429, 429});
    row("server", {503, 503, 529, 503});
    row("filtered", {400, 400, 400, 400});
}

void SimulateTest::failuresInEachFormatsWords()
{
    QFETCH(QString, error);
    QFETCH(SimulatedFormat, format);
    QFETCH(int, status);
    const QByteArray json = R"({"steps":[{"fail":{"error":")" + error.toLatin1()
        + R"(","retryAfter":2.5,"shouldRetry":false},"headers":{"x-own":"yes"}}]})";
    const auto answer = simulate(script(json), 0, {}, request(format, true));
    QCOMPARE(answer.head.status, status);
    QCOMPARE(headerValue(answer.head.headers, "content-type"), "application/json");
    QCOMPARE(headerValue(answer.head.headers, "x-should-retry"), "false");
    QCOMPARE(headerValue(answer.head.headers, "x-own"), "yes");
    QVERIFY(!readWire(format, false, answer).error.isEmpty());
    if (format == SimulatedFormat::Generate)
        QVERIFY(wireBody(answer).contains(R"("retryDelay":"2.5s")"));
    else
        QCOMPARE(headerValue(answer.head.headers, "retry-after"), "2.5");
}

void SimulateTest::wrongBodies_data()
{
    QTest::addColumn<QString>("fault");
    for (const char *fault : {"html", "garbage", "empty", "json"})
        QTest::newRow(fault) << QString::fromLatin1(fault);
}

void SimulateTest::wrongBodies()
{
    QFETCH(QString, fault);
    const QByteArray json
        = R"({"steps":[{"text":"fine","fault":{"kind":")" + fault.toLatin1() + R"("}}]})";
    for (const auto &[name, format] : wireFormats()) {
        const auto answer = simulate(script(json), 0, {}, request(format, true));
        QCOMPARE(answer.head.status, 200);
        QCOMPARE(answer.end, End::Complete);
        const QByteArray type = headerValue(answer.head.headers, "content-type");
        const QByteArray body = wireBody(answer);
        if (fault == u"json") {
            QCOMPARE(type, "application/json");
            QCOMPARE(readWire(format, false, answer).text, u"fine"_s);
        } else if (fault == u"html") {
            QVERIFY(type.startsWith("text/html") && body.startsWith("<!DOCTYPE html>"));
        } else if (fault == u"empty") {
            QVERIFY(body.isEmpty());
        } else {
            QVERIFY(type.startsWith("text/event-stream") && !parseJson(body));
        }
    }
}

void SimulateTest::invalidKeyIsRefused()
{
    for (const auto &[name, format] : wireFormats()) {
        HttpRequest http = wireRequest(format, true);
        http.headers.append({"Authorization", "Bearer invalid", true});
        const auto asked = readSimulatedRequest(http);
        QVERIFY(asked);
        QCOMPARE(simulate(script("{}"), 0, {}, *asked).head.status, 401);
    }
}

// --- usage, tools ---

void SimulateTest::usageAsTheScriptSays_data()
{
    addFormats();
}

void SimulateTest::usageAsTheScriptSays()
{
    QFETCH(SimulatedFormat, format);
    QFETCH(bool, stream);
    const auto given = script(R"({"steps":[{"text":"x","thinking":"hm","usage":{"input":140,)"
                              R"("cachedInput":100,"output":21,"reasoning":5}}]})");
    const WireAnswer said
        = readWire(format, stream, simulate(given, 0, {}, request(format, stream)));
    QCOMPARE(said.text, u"x"_s);
    QCOMPARE(said.thinking, u"hm"_s);
    // Anthropic counts cached tokens beside the input, Gemini thoughts beside the output.
    QCOMPARE(said.inputTokens, format == SimulatedFormat::Messages ? 140 : 240);
    QCOMPARE(said.outputTokens, format == SimulatedFormat::Generate ? 16 : 21);

    const auto none = script(R"({"steps":[{"text":"x","usage":null}]})");
    QCOMPARE(readWire(format, stream, simulate(none, 0, {}, request(format, stream))).inputTokens,
             -1);
}

void SimulateTest::forcedToolGetsTheValue()
{
    const auto read = script(R"({"steps":[{"json":{"total":"12,50"}}]})");
    for (const auto &[name, format] : wireFormats()) {
        SimulatedRequest asked = request(format, true, false, true);
        const WireAnswer text = readWire(format, true, simulate(read, 0, {}, asked));
        QCOMPARE(text.text, uR"({"total":"12,50"})"_s);
        asked.toolForced = true;
        const WireAnswer call = readWire(format, true, simulate(read, 0, {}, asked));
        QCOMPARE(call.toolArguments, uR"({"total":"12,50"})"_s);
        QCOMPARE(call.toolName, someTool);
        QCOMPARE(call.text, QString());
    }
}

void SimulateTest::toolThenItsResults()
{
    const auto read = script("{}", u"tool"_s);
    SimulatedRequest asked = request(SimulatedFormat::Messages, true, false, true);
    asked.hasToolResults = true;
    asked.toolResults = QStringList {u"Ticket 7 is open."_s};
    const auto answer = simulate(read, 1, {}, asked);
    QVERIFY(readWire(SimulatedFormat::Messages, true, answer).text.contains(u"Ticket 7 is open."));
}

QTEST_GUILESS_MAIN(SimulateTest)
#include "tst_simulate.moc"
