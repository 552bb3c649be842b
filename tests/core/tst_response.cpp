// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/call/replay.h>
#include <antiphon/core/call/response.h>
#include <antiphon/core/provider/decoder.h>
#include <antiphon/core/tools/arguments.h>

#include <QTest>
#include <QTimeZone>

using namespace Antiphon;
using namespace Qt::StringLiterals;

/// What a Response says of an answer, format by format (calls.md 8).
class ResponseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysNothingThatWasNotSaid();
    void readsChatAnswers();
    void readsAnthropicAnswers();
    void readsGeminiAnswers();
    void countsChoices();
    void readsAllChoices();
    void checksTools_data();
    void checksTools();
    void toolSchemasMayNotRunAway();
    void refusalsAreErrors();
    void refusalsReadAgainTheSame();
    void givesToolResultsBack_data();
    void givesToolResultsBack();
    void goesBackAsItCame_data();
    void goesBackAsItCame();
    void keepsAStreamsPieces();
    void knowsWhatWasAsked();
    void keepsSoundAndItsWords();
};

static Json json(const QByteArray &text)
{
    const auto value = parseJson(text);
    return value ? *value : Json("not JSON");
}

static Response responseOf(const QString &codecId, const QByteArray &body, CallRequest request = {},
                           bool stream = false)
{
    const Codec *codec = findCodec(codecId);
    Attempt attempt {
        .provider = u"test"_s, .codec = codecId, .model = u"asked"_s, .asked = std::move(request)};
    attempt.exchange.body = body;
    attempt.exchange.head.status = 200;
    Decoder decoder(*codec, {}, attempt.exchange.head, stream);
    StreamEvents events;
    decoder.feed(body, events);
    decoder.finish(events);
    for (const StreamEvent &event : std::as_const(events))
        apply(event, attempt);
    CallRecord record;
    record.attempts.append(attempt);
    return Response(record);
}

static QByteArray text(const Result<Json> &json)
{
    return json ? toBytes(*json) : json.error().message.toUtf8();
}

void ResponseTest::saysNothingThatWasNotSaid()
{
    const Response nothing {CallRecord {}};
    QCOMPARE(nothing.content(), QString());
    QVERIFY(!nothing.finishReasons());
    QVERIFY(!nothing.commonFinishReasons());
    QVERIFY(!nothing.id());
    QVERIFY(!nothing.commonUsage());
    QVERIFY(!nothing.inputTokens());
    QVERIFY(!nothing.cost());
    QVERIFY(!nothing.audio());
    QVERIFY(!nothing.audioTranscript());
    QVERIFY(!nothing.thinking());
    QVERIFY(!nothing.signature());
    QVERIFY(nothing.usage().is_null());
    QVERIFY(nothing.raw().is_null());
    QCOMPARE(toBytes(nothing.metadata()), "{}");
    QVERIFY(!nothing.promptTemplate());
    QVERIFY(!nothing.toolTypes());
    QVERIFY(nothing.tools() && !*nothing.tools());
    QVERIFY(!nothing.userMessageParam());
    QVERIFY(!nothing.commonUserMessageParam());
}

void ResponseTest::readsChatAnswers()
{
    const Response answer = responseOf(u"openai-chat"_s, R"({"id": "c1", "model": "m-1",
        "choices": [{"index": 0, "message": {"role": "assistant", "content": "Hello!"},
                     "finish_reason": "stop"}],
        "usage": {"prompt_tokens": 12, "completion_tokens": 5,
                  "prompt_tokens_details": {"cached_tokens": 4}}})");
    QCOMPARE(answer.content(), u"Hello!"_s);
    QCOMPARE(answer.model(), u"m-1"_s);
    QCOMPARE(answer.id(), u"c1"_s);
    QCOMPARE(answer.finishReasons(), QStringList {u"stop"_s});
    QCOMPARE(answer.inputTokens(), 12);
    QCOMPARE(answer.cachedTokens(), 4);
    QCOMPARE(answer.outputTokens(), 5);
    QCOMPARE(answer.commonUsage(), (CommonUsage {12, 4, 5, 17}));
    QCOMPARE(textOf(answer.raw(), "id"), u"c1"_s);
    QCOMPARE(answer.commonMessageParam(), textMessage(Role::Assistant, u"Hello!"_s));
    const auto message = answer.messageParam();
    QVERIFY(message);
    QCOMPARE(textOf(*message, "role"), u"assistant"_s);
    QCOMPARE(textOf(*message, "content"), u"Hello!"_s);
}

void ResponseTest::readsAnthropicAnswers()
{
    const Response answer = responseOf(u"anthropic"_s, R"({"id": "msg_1", "type": "message",
        "role": "assistant", "model": "claude", "content": [
          {"type": "thinking", "thinking": "Hm.", "signature": "c2ln"},
          {"type": "text", "text": "Yes"}, {"type": "text", "text": " and no"}],
        "stop_reason": "pause_turn",
        "usage": {"input_tokens": 3, "cache_read_input_tokens": 100, "output_tokens": 7}})");
    QCOMPARE(answer.content(), u"Yes and no"_s);
    QCOMPARE(answer.thinking(), u"Hm."_s);
    QCOMPARE(answer.signature(), u"c2ln"_s);
    QCOMPARE(answer.finishReasons(), QStringList {u"pause_turn"_s});
    QCOMPARE(answer.commonFinishReasons(), QStringList {u"paused"_s});
    QCOMPARE(answer.inputTokens(), 3);
    QCOMPARE(answer.cachedTokens(), 100);
    QCOMPARE(
        text(answer.messageParam()),
        R"({"role":"assistant","content":[{"type":"thinking","thinking":"Hm.","signature":"c2ln"},)"
        R"({"type":"text","text":"Yes and no"}]})");
}

void ResponseTest::readsGeminiAnswers()
{
    const Response answer = responseOf(u"gemini"_s, R"({"candidates": [{"index": 0,
        "content": {"role": "model", "parts": [{"text": "Oslo?", "thought": true}, {"text": "Mild."}]},
        "finishReason": "STOP"}],
        "usageMetadata": {"promptTokenCount": 12, "candidatesTokenCount": 3, "thoughtsTokenCount": 9}})");
    QCOMPARE(answer.content(), u"Mild."_s);
    QCOMPARE(answer.thinking(), u"Oslo?"_s);
    QCOMPARE(answer.model(), u"asked"_s); // it names none
    QVERIFY(!answer.id());
    QCOMPARE(answer.commonFinishReasons(), QStringList {u"stop"_s});
    QCOMPARE(answer.outputTokens(), 3); // as the provider counts
    QCOMPARE(answer.attempt().usage.output, 12);
    QCOMPARE(text(answer.messageParam()), R"({"role":"model","parts":[{"text":"Mild."}]})");
}

void ResponseTest::countsChoices()
{
    const Response answer = responseOf(u"openai-chat"_s, R"({"choices": [
        {"index": 0, "message": {"content": "a"}, "finish_reason": "stop"},
        {"index": 1, "message": {"content": "b"}, "finish_reason": "length"},
        {"index": 2, "message": {"content": "c"}, "finish_reason": "odd"}]})");
    QCOMPARE(answer.content(), u"a"_s);
    QCOMPARE(answer.finishReasons(), (QStringList {u"stop"_s, u"length"_s, u"odd"_s}));
    QCOMPARE(answer.commonFinishReasons(), (QStringList {u"stop"_s, u"length"_s}));
}

static QStringList textsOf(const QList<Attempt> &choices)
{
    QStringList texts;
    for (const Attempt &choice : choices)
        texts.append(choice.text);
    return texts;
}

// All of several answers, whole and in pieces that came in turns.
void ResponseTest::readsAllChoices()
{
    const Response chat = responseOf(u"openai-chat"_s, R"({"usage": {"prompt_tokens": 3},
        "choices": [{"index": 0, "message": {"content": "a"}, "finish_reason": "stop"},
        {"index": 1, "message": {"content": null, "tool_calls": [{"id": "t", "type": "function",
         "function": {"name": "f", "arguments": "{}"}}]}, "finish_reason": "tool_calls"}]})");
    QCOMPARE(textsOf(chat.choices()), (QStringList {u"a"_s, QString()}));
    QCOMPARE(chat.choices().last().toolCalls.size(), 1);
    QVERIFY(!chat.choices().last().usage.input); // told once, of all of them

    const Response stream = responseOf(
        u"openai-chat"_s,
        "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\"}}]}\n\n"
        "data: {\"choices\":[{\"index\":1,\"delta\":{\"content\":\"b\"}}]}\n\n"
        "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
        "data: {\"choices\":[{\"index\":1,\"delta\":{},\"finish_reason\":\"length\"}]}\n\n"
        "data: [DONE]\n\n",
        {.parameters = {.extra = json(R"({"n": 2})")}}, true);
    QCOMPARE(textsOf(stream.choices()), (QStringList {u"a"_s, u"b"_s}));
    QCOMPARE(stream.finishReasons(), (QStringList {u"stop"_s, u"length"_s}));
    QVERIFY(!stream.choices().last().error);
    const Json record = toJson(stream.record());
    QCOMPARE(record["choices"].size(), size_t(2));
    QCOMPARE(textOf(record["choices"][1], "content"), u"b"_s);

    const Response held = responseOf(u"openai-chat"_s, R"({"choices": [
        {"index": 0, "message": {"content": "a"}, "finish_reason": "stop"},
        {"index": 1, "message": {"content": ""}, "finish_reason": "content_filter"}]})");
    QCOMPARE(finalState(held.choices().last()), CallState::Refused);

    const Response gemini = responseOf(u"gemini"_s, R"({"candidates": [
        {"index": 0, "content": {"parts": [{"text": "a"}]}, "finishReason": "STOP"},
        {"index": 1, "content": {"parts": [{"text": "b"}]}, "finishReason": "MAX_TOKENS"}]})");
    QCOMPARE(textsOf(gemini.choices()), (QStringList {u"a"_s, u"b"_s}));
    QVERIFY(!toJson(gemini.record()).contains("choices")); // nobody asked for them
}

static ToolDefinition weather()
{
    return {.name = u"get_weather"_s, .parameters = json(R"({"type": "object",
                "properties": {"city": {"type": "string"}, "unit": {"enum": ["c", "f"], "default": "c"}},
                "required": ["city"]})")};
}

static QByteArray callingChat(const QByteArray &name, const QByteArray &arguments)
{
    Json call = json(R"({"choices": [{"message": {"content": null, "tool_calls": [
        {"id": "t1", "type": "function", "function": {}}]}, "finish_reason": "tool_calls"}]})");
    Json &function = call["choices"][0]["message"]["tool_calls"][0]["function"];
    function["name"] = toJson(QString::fromUtf8(name));
    function["arguments"] = toJson(QString::fromUtf8(arguments));
    return toBytes(call);
}

void ResponseTest::checksTools_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("arguments");
    QTest::addColumn<QByteArray>("expected"); // arguments, "none", or the error's code

    const auto row = [](const char *title, const char *name, const char *arguments,
                        const char *expected) {
        QTest::newRow(title) << QByteArray(name) << QByteArray(arguments) << QByteArray(expected);
    };
    row("whole", "get_weather", R"({"city": "Oslo", "unit": "f"})",
        R"({"city":"Oslo","unit":"f"})");
    row("with defaults", "get_weather", R"({"city": "Oslo"})", R"({"city":"Oslo","unit":"c"})");
    row("an unknown tool", "ping", "{}", "none");
    row("cut off", "get_weather", R"({"city": "Os)", "not-json");
    row("no object", "get_weather", "[1]", "not-json");
    row("a member is missing", "get_weather", "", "schema");
    row("another type", "get_weather", R"({"city": 7})", "schema");
    row("no such choice", "get_weather", R"({"city": "Oslo", "unit": "k"})", "schema");
}

void ResponseTest::checksTools()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, arguments);
    QFETCH(QByteArray, expected);

    const Response answer
        = responseOf(u"openai-chat"_s, callingChat(name, arguments), {.tools = {weather()}});
    const auto tools = answer.tools();
    const QByteArray got = !tools ? tools.error().code.toUtf8()
        : !*tools                 ? "none"
                                  : toBytes((*tools)->first().arguments);
    QCOMPARE(got, expected);
    if (!tools)
        QCOMPARE(tools.error().kind, ErrorKind::Validation);
}

// Tools come from files and servers of others.
void ResponseTest::toolSchemasMayNotRunAway()
{
    const auto read = [](const char *schema) {
        ToolDefinition tool {.name = u"x"_s};
        tool.parameters = *parseJson(schema);
        return toolArguments(tool, uR"({"a":{}})"_s);
    };
    const auto circle = read(R"({"anyOf":[{"$ref":"#"}]})");
    QVERIFY(!circle);
    QCOMPARE(circle.error().kind, ErrorKind::Setup);
    // A default that asks for defaults again is added once.
    const auto nested = read(R"({"properties":{"a":{"$ref":"#"},"b":{"$ref":"#","default":{}}}})");
    QVERIFY(nested);
    QCOMPARE(toBytes(*nested), QByteArray(R"({"a":{"b":{}},"b":{}})"));
}

void ResponseTest::refusalsAreErrors()
{
    const Response answer = responseOf(
        u"openai-chat"_s,
        R"({"choices": [{"message": {"content": null, "refusal": "I will not."}, "finish_reason": "stop"}]})");
    QCOMPARE(answer.refusal(), u"I will not."_s);
    QVERIFY(!answer.tools());
    QCOMPARE(answer.tools().error().message, u"I will not."_s);
    QCOMPARE(answer.tool().error().kind, ErrorKind::Filtered);
}

void ResponseTest::refusalsReadAgainTheSame()
{
    for (const QByteArray &choice :
         {R"({"message": {"refusal": "No."}, "finish_reason": "stop"})"_ba,
          R"({"message": {"content": "Half"}, "finish_reason": "content_filter"})"_ba,
          R"({"message": {"content": "Whole"}, "finish_reason": "stop"})"_ba}) {
        const Response answer
            = responseOf(u"openai-chat"_s, "{\"choices\": [" + choice + "]}", {.stream = false});
        Attempt attempt = answer.record().attempts.first();
        attempt.error = failureByFinish(attempt);
        attempt.exchange.end = u"complete"_s;
        const auto again = replayed(attempt);
        QVERIFY(again);
        QCOMPARE(again->differences, QStringList());
        QCOMPARE(again->attempt.error, attempt.error);
        QCOMPARE(attempt.error.has_value(), !choice.contains("Whole"));
    }
}

void ResponseTest::givesToolResultsBack_data()
{
    QTest::addColumn<QString>("codec");
    QTest::addColumn<QByteArray>("expected");

    QTest::newRow("anthropic: one message of the user")
        << u"anthropic"_s
        << QByteArray(
               R"([{"role":"user","content":[{"type":"tool_result","tool_use_id":"a","content":"plain"},)"
               R"({"type":"tool_result","tool_use_id":"b","content":"{\"x\":[1,null]}","is_error":true}]}])");
    QTest::newRow("gemini: one content")
        << u"gemini"_s
        << QByteArray(
               R"([{"role":"user","parts":[{"functionResponse":{"id":"a","name":"f","response":{"output":"plain"}}},)"
               R"({"functionResponse":{"id":"b","name":"g","response":{"error":{"x":[1,null]}}}}]}])");
}

void ResponseTest::givesToolResultsBack()
{
    QFETCH(QString, codec);
    QFETCH(QByteArray, expected);

    CallRecord record;
    record.attempts.append(Attempt {.codec = codec});
    const Response answer(record);
    const QList<ToolOutput> outputs {
        {.call = {.id = u"a"_s, .name = u"f"_s}, .output = Json("plain")},
        {.call = {.id = u"b"_s, .name = u"g"_s},
         .output = json(R"({"x": [1, null]})"),
         .isError = true}};
    QCOMPARE(text(answer.toolMessageParams(outputs)), expected);
    QCOMPARE(answer.commonToolMessageParams(outputs).size(), 2);
}

void ResponseTest::goesBackAsItCame_data()
{
    QTest::addColumn<QString>("codec");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("path"); // where the parts stand in the body

    QTest::newRow("anthropic: what the service did itself, and reasoning")
        << u"anthropic"_s
        << QByteArray(
               R"({"type":"message","content":[{"type":"thinking","thinking":"Look it up.","signature":"Eq+/="},)"
               R"({"type":"server_tool_use","id":"srv_1","name":"web_search","input":{"query":"fugue"}},)"
               R"({"type":"web_search_tool_result","tool_use_id":"srv_1","content":[{"type":"web_search_result","url":"https://example.com","encrypted_content":"Ab+/="}]},)"
               R"({"type":"redacted_thinking","data":"Em+/="},{"type":"text","text":"Found."},)"
               R"({"type":"tool_use","id":"t1","name":"f","input":{"b":1,"a":2}}],"stop_reason":"tool_use"})")
        << QByteArray("content");
    QTest::newRow("anthropic: a summary of what came before")
        << u"anthropic"_s
        << QByteArray(
               R"({"type":"message","content":[{"type":"compaction","content":"They said hello."},{"type":"text","text":"Hello!"}],"stop_reason":"end_turn"})")
        << QByteArray("content");
    QTest::newRow("gemini: signatures at their parts, code that was run")
        << u"gemini"_s
        << QByteArray(
               R"({"candidates":[{"content":{"role":"model","parts":[{"executableCode":{"language":"PYTHON","code":"1"},"thoughtSignature":"Xx=="},)"
               R"({"codeExecutionResult":{"outcome":"OUTCOME_OK","output":"1"}},{"text":"It is "},{"text":"one","thoughtSignature":"Cv+/="},)"
               R"({"text":" then"},{"functionCall":{"id":"f1","name":"f","args":{"b":1,"a":2}},"thoughtSignature":"Aa=="},)"
               R"({"functionCall":{"id":"f2","name":"f","args":{}}},{"text":"","thoughtSignature":"Zz=="}]},"finishReason":"STOP"}]})")
        << QByteArray("parts");
}

void ResponseTest::goesBackAsItCame()
{
    QFETCH(QString, codec);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, path);

    const auto message = responseOf(codec, body).messageParam();
    QVERIFY2(message, qPrintable(message ? QString() : message.error().message));
    const Json sent = json(body);
    const Json &parts
        = codec == "gemini"_L1 ? sent["candidates"][0]["content"]["parts"] : sent["content"];
    QCOMPARE(toBytes(*find(*message, path.toStdString())), toBytes(parts));
}

void ResponseTest::keepsAStreamsPieces()
{
    const QByteArray stream
        = "data: {\"id\":\"s\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\"}}]}\n\n"
          ": still here\n\n"
          "data: "
          "{\"id\":\"s\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
          "data: [DONE]\n\n";
    const Response answer = responseOf(u"openai-chat"_s, stream, {}, true);
    QCOMPARE(answer.content(), u"a"_s);
    QVERIFY(answer.raw().is_array());
    QCOMPARE(answer.raw().size(), 2);
    QCOMPARE(answer.rawBody(), stream);
}

void ResponseTest::knowsWhatWasAsked()
{
    using namespace std::chrono_literals;
    CallRequest request {.model = u"asked"_s,
                         .messages = {textMessage(Role::System, u"Be brief."_s),
                                      textMessage(Role::User, u"Hello"_s)},
                         .parameters = {.temperature = 0.5},
                         .tools = {weather()}};
    Attempt attempt {.codec = u"anthropic"_s,
                     .model = u"asked"_s,
                     .started = QDateTime::fromMSecsSinceEpoch(1'000'000, QTimeZone::UTC),
                     .asked = request,
                     .timings = {.queued = 200ms, .end = 1500ms},
                     .text = u"Hi."_s};
    attempt.exchange.request.body = R"({"model":"asked","max_tokens":1024,"system":"Be brief.",)"
                                    R"("messages":[{"role":"user","content":"Hello"}]})";
    CallRecord record {.metadata = json(R"({"tags": ["a"]})"),
                       .promptTemplate = u"SYSTEM: Be brief.\nUSER: {greeting}"_s,
                       .attempts = {attempt}};
    const Response answer(record);
    QCOMPARE(answer.promptTemplate(), record.promptTemplate);
    QCOMPARE(toBytes(answer.metadata()), R"({"tags":["a"]})"_ba);
    QCOMPARE(answer.callParams(), request.parameters);
    QCOMPARE(answer.toolTypes(), request.tools);
    QCOMPARE(answer.callKwargs()["max_tokens"].as<int>(), 1024);
    QCOMPARE(toBytes(answer.messages()), R"([{"role":"user","content":"Hello"}])"_ba);
    QVERIFY(answer.userMessageParam());
    QCOMPARE(toBytes(*answer.userMessageParam()), R"({"role":"user","content":"Hello"})"_ba);
    QCOMPARE(answer.commonUserMessageParam(), request.messages.last());
    QCOMPARE(answer.startTime(), 1'000'200); // without the wait for a slot
    QCOMPARE(answer.endTime(), 1'001'500);
    QCOMPARE(answer.content(), u"Hi."_s);
}

void ResponseTest::keepsSoundAndItsWords()
{
    const Response answer
        = responseOf(u"openai-chat"_s, R"({"choices": [{"message": {"content": null,
        "audio": {"id": "audio_1", "data": "UklGRg==", "transcript": "Hello."}},
        "finish_reason": "stop"}]})");
    QCOMPARE(answer.audio(), "RIFF"_ba);
    QCOMPARE(answer.audioTranscript(), u"Hello."_s);
    QCOMPARE(answer.content(), QString());
    const auto message = answer.messageParam();
    QVERIFY(message);
    QCOMPARE(toBytes((*message)["audio"]), R"({"id":"audio_1"})"_ba); // the history has it by name
}

QTEST_GUILESS_MAIN(ResponseTest)
#include "tst_response.moc"
