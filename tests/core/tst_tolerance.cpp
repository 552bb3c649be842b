// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/call/attempt.h>
#include <antiphon/core/config/target.h>
#include <antiphon/core/provider/answerreader.h>
#include <antiphon/core/provider/codec.h>

#include <QTest>

using namespace Antiphon;
using namespace Qt::StringLiterals;

/// What servers that speak the Chat Completions format more or less do all the same, and what they
/// do not take: a row for each habit, in the order of the list in providers/openai-compatible.md.
class ToleranceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answers_data();
    void answers();
    void reasoningInTheText_data();
    void reasoningInTheText();
    void refusals_data();
    void refusals();
    void requests_data();
    void requests();
};

static QString toolText(const ToolCall &call)
{
    return call.id + u':' + call.name + u'(' + call.argumentsText + u')';
}

// "text", then what there is of "thinks ...", "calls ...", "ends ...", "fails ...".
static QString summary(const Attempt &attempt, const std::optional<Error> &error)
{
    QStringList parts {attempt.text};
    if (!attempt.thinking.isEmpty())
        parts.append("thinks "_L1 + attempt.thinking);
    for (const ToolCall &call : attempt.toolCalls)
        parts.append("calls "_L1 + toolText(call));
    if (attempt.finish)
        parts.append("ends "_L1 + finishReasonName(*attempt.finish));
    if (error)
        parts.append("fails "_L1 + errorKindName(error->kind));
    return parts.join(" | "_L1);
}

static QString readAnswer(const QByteArray &body, bool streamed, const QByteArray &type, int piece,
                          const Quirks &quirks = {})
{
    const Codec &codec = *findCodec(u"openai-chat");
    AnswerReader reader(codec, quirks, streamed);
    reader.setHead({.status = 200, .headers = {{"content-type", type}}});
    StreamEvents events;
    for (qsizetype at = 0; at < body.size(); at += piece)
        reader.feed(body.mid(at, piece), events);
    std::optional<Error> error = reader.finish(events, QDateTime());
    Attempt attempt;
    for (const StreamEvent &event : std::as_const(events)) {
        if (const auto *failed = std::get_if<Failed>(&event); failed && !error)
            error = failed->error;
        else
            apply(event, attempt);
    }
    return summary(attempt, error);
}

// A chunk with one choice, whose delta is \p delta.
static QByteArray chunk(const QByteArray &delta, const QByteArray &more = {})
{
    return R"({"id":"c","model":"m","choices":[{"index":0,"delta":)" + delta + more + "}]}";
}

static QByteArray sse(const QByteArrayList &chunks, const QByteArray &end = "data: [DONE]\n\n")
{
    QByteArray body;
    for (const QByteArray &one : chunks)
        body += "data: " + one + "\n\n";
    return body + end;
}

static const QByteArray hello = chunk(R"({"content":"Hello"})");
static const QByteArray stop = chunk("{}", R"(,"finish_reason":"stop")");
static const QByteArray callEnd = chunk("{}", R"(,"finish_reason":"tool_calls")");

static QByteArray call(const QByteArray &entry)
{
    return chunk(R"({"tool_calls":[)" + entry + "]}");
}

static void framingRows()
{
    const auto row = [](const char *name, const QByteArray &body, const char *wanted,
                        const char *type = "text/event-stream", bool streamed = true) {
        QTest::newRow(name) << body << streamed << QByteArray(type) << QString::fromUtf8(wanted);
    };
    const char *const fine = "Hello | ends stop";
    row("1 data: without a space", "data:" + hello + "\n\ndata:" + stop + "\n\ndata:[DONE]\n\n",
        fine);
    row("1 a blank behind the end", sse({hello, stop}, "data: [DONE] \n\n"), fine);
    row("1 the end in small letters", sse({hello, stop}, "data: [done]\n\n"), fine);
    row("2 CRLF", sse({hello, stop}).replace("\n", "\r\n"), fine);
    row("2 lone CR", sse({hello, stop}).replace("\n", "\r"), fine);
    row("2 mixed", "data: " + hello + "\r\n\ndata: " + stop + "\r\rdata: [DONE]\n\r\n", fine);
    row("3 a byte order mark", "\xef\xbb\xbf" + sse({hello, stop}), fine);
    row("4 an event in two lines",
        R"(data: {"choices":[{"delta":)"
        "\n"
        R"(data: {"content":"Hello"},"finish_reason":"stop"}]})"
        "\n\n",
        fine);
    row("5 comments and other fields", ": ping\n\nid: 7\nretry: 10\n" + sse({hello, stop}), fine);
    row("5 event: message", "event: message\n" + sse({hello, stop}), fine);
    row("5 event: completion", "event: completion\n" + sse({hello, stop}), fine);
    row("5 event: error", sse({hello}, "event: error\ndata: {\"message\":\"boom\"}\n\n"),
        "Hello | fails server");
    row("6 no blank line at the end", sse({hello}, "data: " + stop), fine);
    row("6 half an event at the end", sse({hello, stop}, "data: {\"choi"), fine);
    row("7 letters of several bytes", sse({chunk(R"({"content":"Grüße 😀"})"), stop}),
        "Grüße 😀 | ends stop");
    for (const char *type :
         {"text/plain", "application/json", "application/stream+json", "application/x-ndjson", ""})
        row(qPrintable(u"8 events as \"%1\""_s.arg(QLatin1StringView(type))), sse({hello, stop}),
            fine, type);
    const QByteArray whole
        = R"({"choices":[{"message":{"content":"Hello"},"finish_reason":"stop"}]})";
    row("10 one JSON text for a stream", whole, fine, "application/json");
    row("10 blank lines before it", "\n\n  \n" + whole, fine, "application/json", false);
    row("10 a stream for one JSON text", sse({hello, stop}), fine, "text/event-stream", false);
    row("11 nothing, null and ping", sse({"", hello, "null", "ping", stop}), fine);
    row("12 a line that is no JSON", sse({hello, "<!-- hm -->", stop}), fine);
    row("12 before everything else", sse({"<!-- hm -->", hello, stop}), fine);
    row("12 an error in plain words", sse({hello}, "event: error\ndata: Out of luck\n\n"),
        "Hello | fails server");
    row("12 nothing but that", sse({"<!-- hm -->"}), " | fails bad-response");
}

static void chunkRows()
{
    const auto row = [](const char *name, const QByteArrayList &chunks, const char *wanted) {
        QTest::newRow(name) << sse(chunks) << true << QByteArray("text/event-stream")
                            << QString::fromUtf8(wanted);
    };
    const char *const fine = "Hello | ends stop";
    row("13 choices missing, null, empty",
        {R"({"id":"c"})", R"({"choices":null})", R"({"choices":[]})", hello, stop}, fine);
    row("14 no delta", {R"({"choices":[{"index":0}]})", hello, stop}, fine);
    row("14 delta null", {R"({"choices":[{"index":0,"delta":null}]})", hello, stop}, fine);
    row("14 message for delta", {R"({"choices":[{"message":{"content":"Hello"}}]})", stop}, fine);
    row("14 text for content", {R"({"choices":[{"text":"Hello"}]})", stop}, fine);
    row("15 role in every form",
        {chunk(R"({"role":"","content":"Hel"})"), chunk(R"({"role":null,"content":"lo"})"),
         chunk(R"({"role":"assistant"})"), stop},
        fine);
    row("16 content null and as a list",
        {chunk(R"({"content":null})"),
         chunk(R"({"content":[{"type":"text","text":"Hel"},{"type":"text","text":"lo"}]})"), stop},
        fine);
    row("17 a reason beside content",
        {chunk(R"({"content":"Hello"})", R"(,"finish_reason":"stop")")}, fine);
    row("17 empty reasons, and one twice",
        {chunk(R"({"content":"Hello"})", R"(,"finish_reason":"")"), stop, stop}, fine);
    row("17 a reason nobody knows", {hello, chunk("{}", R"(,"finish_reason":"whim")")},
        "Hello | ends unknown");
    row("17 stop after a call",
        {call(R"({"index":0,"id":"a","function":{"name":"f","arguments":"{}"}})"), stop},
        " | calls a:f({}) | ends tool_calls");
    row("18 usage null, in between and as floats",
        {R"({"choices":[],"usage":null})", hello,
         R"({"choices":[],"usage":{"prompt_tokens":3.0,"completion_tokens":null}})", stop},
        fine);
    row("19 ids and models that change",
        {R"({"id":"","model":"","choices":[]})", hello,
         R"({"id":"other","model":"n","created":0,"choices":[]})", stop},
        fine);
    for (const char *name : {"reasoning_content", "reasoning", "reasoning_text", "thinking"})
        row(qPrintable(u"20 %1"_s.arg(QLatin1StringView(name))),
            {chunk(QByteArray("{\"") + name + "\":\"Hm\"}"), hello, stop},
            "Hello | thinks Hm | ends stop");
    row("20 a part that thinks",
        {chunk(R"({"content":[{"type":"thinking","thinking":"Hm"}]})"), hello, stop},
        "Hello | thinks Hm | ends stop");
}

static void toolRows()
{
    const auto row = [](const char *name, const QByteArrayList &chunks, const char *wanted) {
        QTest::newRow(name) << sse(chunks + QByteArrayList {callEnd}) << true
                            << QByteArray("text/event-stream")
                            << u" | %1 | ends tool_calls"_s.arg(QString::fromUtf8(wanted));
    };
    row("21 no index",
        {call(R"({"id":"a","function":{"name":"f","arguments":"{\"x\""}})"),
         call(R"({"function":{"arguments":":1}"}})"),
         call(R"({"id":"b","function":{"name":"g","arguments":"{}"}})")},
        R"(calls a:f({"x":1}) | calls b:g({}))");
    row("22 all are number 0",
        {call(R"({"index":0,"id":"a","function":{"name":"f","arguments":"{}"}})"),
         call(R"({"index":0,"id":"b","function":{"name":"g","arguments":"{\"y\":2}"}})")},
        R"(calls a:f({}) | calls b:g({"y":2}))");
    row("23 the id in each piece",
        {call(R"({"index":0,"id":"a","function":{"name":"f","arguments":"{\"x\""}})"),
         call(R"({"index":0,"id":"a","function":{"arguments":":1}"}})")},
        R"(calls a:f({"x":1}))");
    row("24 the name again, and empty",
        {call(R"({"index":0,"id":"a","function":{"name":"f","arguments":""}})"),
         call(R"({"index":0,"function":{"name":"f","arguments":"{}"}})"),
         call(R"({"index":0,"function":{"name":""}})")},
        "calls a:f({})");
    row("24 the name in two pieces",
        {call(R"({"index":0,"id":"a","function":{"name":"get_"}})"),
         call(R"({"index":0,"function":{"name":"weather","arguments":"{}"}})")},
        "calls a:get_weather({})");
    row("25 arguments as an object",
        {call(R"({"index":0,"id":"a","function":{"name":"f","arguments":{"x":1}}})")},
        R"(calls a:f({"x":1}))");
    row("25 arguments null and empty",
        {call(R"({"index":0,"id":"a","function":{"name":"f","arguments":null}})"),
         call(R"({"index":0,"function":{"arguments":""}})")},
        "calls a:f()");
    row("25 {} first",
        {call(R"({"index":0,"id":"a","function":{"name":"f","arguments":"{}"}})"),
         call(R"({"index":0,"function":{"arguments":"{\"x\":1}"}})")},
        R"(calls a:f({"x":1}))");
    row("25 all of them again at the end",
        {call(R"({"index":0,"id":"a","function":{"name":"f","arguments":"{\"x\""}})"),
         call(R"({"index":0,"function":{"arguments":":1}"}})"),
         call(R"({"index":0,"function":{"arguments":"{\"x\":1}"}})")},
        R"(calls a:f({"x":1}))");
    QTest::newRow("27 a call inside the text")
        << sse({chunk(R"({"content":"<tool_call>{\"name\":\"f\"}</tool_call>"})"), stop}) << true
        << QByteArray("text/event-stream")
        << u"<tool_call>{\"name\":\"f\"}</tool_call> | ends stop"_s;
}

void ToleranceTest::answers_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("streamed");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QString>("wanted");
    framingRows();
    chunkRows();
    toolRows();
    const auto row = [](const char *name, const QByteArray &body, const char *wanted) {
        QTest::newRow(name) << body << true << QByteArray() << QString::fromUtf8(wanted);
    };
    row("29 an error in a 200", R"({"error":{"message":"No","code":429}})", " | fails rate-limit");
    row("29 a page of HTML", "<html><body>Hello</body></html>", " | fails bad-response");
    row("30 cut off", sse({hello}, {}), "Hello | fails dropped");
    row("30 cut off in a line", sse({hello}, "data: {\"choices\":[{\"delta\""),
        "Hello | fails dropped");
}

void ToleranceTest::answers()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, streamed);
    QFETCH(QByteArray, type);
    QFETCH(QString, wanted);

    QCOMPARE(readAnswer(body, streamed, type, int(body.size())), wanted);
    QCOMPARE(readAnswer(body, streamed, type, 1), wanted);
    QCOMPARE(readAnswer(body, streamed, type, 7), wanted);
}

// 20: servers that leave it there.
void ToleranceTest::reasoningInTheText_data()
{
    QTest::addColumn<QByteArrayList>("pieces");
    QTest::addColumn<QString>("wanted");

    QTest::newRow("in one piece") << QByteArrayList {"<think>Hm</think>Hello"}
                                  << u"Hello | thinks Hm | ends stop"_s;
    QTest::newRow("tags cut in two")
        << QByteArrayList {"<th", "ink>H", "m</", "think>", " Hel", "lo"}
        << u"Hello | thinks Hm | ends stop"_s;
    QTest::newRow("something like a tag") << QByteArrayList {"<think>a </b", "> c</thin", "k>Hello"}
                                          << u"Hello | thinks a </b> c | ends stop"_s;
    QTest::newRow("only its end") << QByteArrayList {"</think>", "Hello"} << u"Hello | ends stop"_s;
    QTest::newRow("no end") << QByteArrayList {"<think>Hm</t"} << u" | thinks Hm</t | ends stop"_s;
    QTest::newRow("later in the text")
        << QByteArrayList {"Hello ", "<think>"} << u"Hello <think> | ends stop"_s;
    QTest::newRow("half a tag and nothing more") << QByteArrayList {"<t"} << u"<t | ends stop"_s;
}

void ToleranceTest::reasoningInTheText()
{
    QFETCH(QByteArrayList, pieces);
    QFETCH(QString, wanted);

    QByteArrayList chunks;
    for (const QByteArray &piece : std::as_const(pieces))
        chunks.append(chunk("{\"content\":\"" + piece + "\"}"));
    const QByteArray body = sse(chunks + QByteArrayList {stop});
    QCOMPARE(readAnswer(body, true, {}, 5, {.thinkTags = true}), wanted);
    const QString plain = QString::fromUtf8(pieces.join()) + " | ends stop"_L1;
    QCOMPARE(readAnswer(body, true, {}, 5), plain); // where it is not said to be reasoning
}

// --- Errors --------------------------------------------------------------------------------------

void ToleranceTest::refusals_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("message");

    const auto row = [](const char *name, int status, const char *body, const char *kind,
                        const char *message) {
        QTest::newRow(name) << status << QByteArray(body) << QString::fromLatin1(kind)
                            << QString::fromUtf8(message);
    };
    row("28 an object", 400, R"({"error":{"message":"No"}})", "invalid-request", "No");
    row("28 a text", 400, R"({"error":"No"})", "invalid-request", "No");
    row("28 a number for a code", 429, R"({"error":{"message":"No","code":429}})", "rate-limit",
        "No");
    row("28 a list", 400, R"([{"error":{"message":"No"}}])", "invalid-request", "No");
    row("28 detail", 422, R"({"detail":"No"})", "invalid-request", "No");
    row("28 a list of details", 422, R"({"detail":[{"loc":["body","x"],"msg":"No"}]})",
        "invalid-request", "No");
    row("28 message", 401, R"({"message":"No"})", "authentication", "No");
    row("28 errors", 400, R"({"errors":["No"]})", "invalid-request", "No");
    row("28 text", 500, "No", "server", "No");
    row("28 HTML", 502, "<html><title>Bad Gateway</title></html>", "server", "");
    row("28 nothing", 503, "", "server", "");
    row("29 a wrong path", 404, R"({"detail":"Not Found"})", "not-found", "");
}

void ToleranceTest::refusals()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, kind);
    QFETCH(QString, message);

    const Error error = findCodec(u"openai-chat")->classify({.status = status}, body, QDateTime());
    QCOMPARE(errorKindName(error.kind), kind);
    QVERIFY(!error.message.isEmpty());
    QVERIFY2(error.message.contains(message), qPrintable(error.message));
    if (status == 404)
        QVERIFY2(error.message.contains("URL"_L1), qPrintable(error.message));
}

// --- Requests ------------------------------------------------------------------------------------

void ToleranceTest::requests_data()
{
    QTest::addColumn<QByteArray>("quirks");
    QTest::addColumn<QByteArray>("has"); // what the body holds
    QTest::addColumn<QByteArray>("lacks"); // and what not

    const auto row = [](const char *name, const char *quirks, const char *has, const char *lacks) {
        QTest::newRow(name) << QByteArray(quirks) << QByteArray(has) << QByteArray(lacks);
    };
    row("31 another name for the most tokens", R"({"maxTokensField":"max_completion_tokens"})",
        R"("max_completion_tokens":9)", R"("max_tokens")");
    row("31 developer", R"({"systemRole":"developer"})", R"("role":"developer")",
        R"("role":"system")");
    row("32 one system message, and first", R"({"singleSystem":true})",
        R"("messages":[{"role":"system","content":"Be brief.\n\nBe kind."},{"role":"user")",
        R"({"role":"system","content":"Be kind."})");
    row("32 turns", R"({"alternateRoles":true})", R"({"role":"user","content":"One.\n\nTwo."})",
        R"("content":"Two.")");
    row("33 no stream_options", R"({"streamUsage":false})", R"("stream":true)", "stream_options");
    row("34 text only", R"({"textOnly":true})", R"("content":"One.")", R"("type":"text")");
    row("34 no null beside calls", R"({"nullContent":false})",
        R"("role":"assistant","content":"","tool_calls")", R"("content":null)");
    row("35 names of tools", R"({"toolNames":true})",
        R"({"role":"tool","tool_call_id":"a","name":"f","content":"1"})",
        R"("content":null,"name")");
    row("36 nothing is null that need not be", "{}", R"("temperature":0.5)", R"(:null,"top_p")");
    row("37 strict and parallel calls",
        R"({"strictTools":false,"droppedParameters":["parallel_tool_calls"]})", R"("name":"f")",
        "parallel_tool_calls");
    row("37 parallel calls", "{}", R"("parallel_tool_calls":false)", R"("n":)");
}

void ToleranceTest::requests()
{
    QFETCH(QByteArray, quirks);
    QFETCH(QByteArray, has);
    QFETCH(QByteArray, lacks);

    const CallRequest request {
        .model = u"m"_s,
        .messages = {textMessage(Role::System, u"Be brief."_s),
                     textMessage(Role::User, u"One."_s),
                     textMessage(Role::User, u"Two."_s),
                     {.role = Role::Assistant,
                      .parts = {ToolUse {.id = u"a"_s, .name = u"f"_s, .argumentsText = u"{}"_s}}},
                     {.role = Role::Tool,
                      .parts = {ToolResult {.id = u"a"_s, .name = u"f"_s, .content = u"1"_s}}},
                     textMessage(Role::System, u"Be kind."_s)},
        .parameters = {.temperature = 0.5, .maxTokens = 9},
        .tools = {{.name = u"f"_s, .strict = false}},
        .parallelTools = false};
    const Endpoint endpoint {.provider = u"acme"_s,
                             .baseUrl = QUrl(u"http://localhost/v1"_s),
                             .authHeader = "Authorization",
                             .authPrefix = "Bearer ",
                             .quirks = quirksFromJson(*parseJson(quirks))};
    const auto http = findCodec(u"openai-chat")->encode(request, endpoint, {}, QDateTime());
    QVERIFY2(http, qPrintable(http ? QString() : http.error().message));
    QVERIFY2(http->body.contains(has), http->body.constData());
    QVERIFY2(!http->body.contains(lacks), http->body.constData());
    // 9 and 40: what is asked of every server. That streams come as they are is the transport's to
    // ask for: tst_qnamtransport.
    QCOMPARE(headerValue(http->headers, "accept"), "text/event-stream");
    QVERIFY(headerValue(http->headers, "authorization").isEmpty()); // no key, no empty header
}

QTEST_GUILESS_MAIN(ToleranceTest)
#include "tst_tolerance.moc"
