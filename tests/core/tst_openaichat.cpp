// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include "support/exchanges.h"

#include <antiphon/core/call/attempt.h>

using namespace Antiphon;
using namespace Qt::StringLiterals;

/// The exchanges of tests/data/exchanges/openai-chat, there and back.
class OpenAiChatTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void encodes_data() { Exchanges::rows(u"openai-chat"_s, "call"); }
    void encodes()
    {
        QFETCH(QString, path);
        Exchanges::checkEncode(path, "openai-chat"_L1);
    }
    void decodes_data() { Exchanges::rows(u"openai-chat"_s, "response"); }
    void decodes()
    {
        QFETCH(QString, path);
        Exchanges::checkDecode(path, "openai-chat"_L1);
    }
    void halvesOfACharacterJoin();
    void answersGoBackAsTheyCame_data();
    void answersGoBackAsTheyCame();
    void listsModels_data();
    void listsModels();
};

void OpenAiChatTest::halvesOfACharacterJoin()
{
    DecodeState state;
    StreamEvents events;
    for (const char *half : {"\\ud83d", "\\ude00!", "\\ud83d\\ude00"})
        findCodec(u"openai-chat")
            ->decodeFrame(
                {.data = QByteArray("{\"choices\":[{\"delta\":{\"content\":\"") + half + "\"}}]}"},
                state, events);
    QString text;
    for (const StreamEvent &event : std::as_const(events))
        if (const auto *delta = std::get_if<TextDelta>(&event))
            text += delta->text;
    QCOMPARE(text, u"😀!😀"_s);
}

void OpenAiChatTest::answersGoBackAsTheyCame_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QByteArray>("message");

    QTest::newRow("OpenRouter's reasoning")
        << u"reasoning-details"_s << u"openrouter"_s
        << QByteArray(
               R"({"role":"assistant","content":"Yes","reasoning_details":[{"type":"reasoning.text","text":"Hmm","format":"anthropic-claude-v1","index":0,"signature":"c2ln"},{"type":"reasoning.encrypted","data":"AAA","id":"rs_1","index":1}]})");
    QTest::newRow("LiteLLM's blocks")
        << u"thinking-blocks"_s << u"litellm"_s
        << QByteArray(
               R"({"role":"assistant","content":"Yes","thinking_blocks":[{"type":"thinking","thinking":"A","signature":"c2ln"},{"type":"thinking","thinking":"B","signature":"bmFs"}]})");
    QTest::newRow("sound by its id")
        << u"audio-out"_s << u"openai"_s
        << QByteArray(R"({"role":"assistant","content":null,"audio":{"id":"audio_1"}})");
    QTest::newRow("images")
        << u"images"_s << u"openrouter"_s
        << QByteArray(
               R"({"role":"assistant","content":"Here.","images":[{"type":"image_url","image_url":{"url":"data:image/png;base64,iVBORw=="}},{"type":"image_url","image_url":{"url":"https://example.org/a.png"}}]})");
    QTest::newRow("a free-form call")
        << u"custom-tool"_s << u"openai"_s
        << QByteArray(
               R"({"role":"assistant","content":null,"tool_calls":[{"id":"call_c1","type":"custom","custom":{"name":"sql","input":"SELECT {}"}}]})");
    QTest::newRow("calls without ids") << u"tools-without-ids"_s << u"openai"_s << QByteArray();
}

// What an answer said is what the next turn sends, through a file and back.
void OpenAiChatTest::answersGoBackAsTheyCame()
{
    QFETCH(QString, name);
    QFETCH(QString, provider);
    QFETCH(QByteArray, message);

    const Codec &codec = *findCodec(u"openai-chat");
    const QString path = Exchanges::dataFolder() + "/exchanges/openai-chat/"_L1 + name + ".json"_L1;
    Attempt attempt;
    for (const StreamEvent &event :
         Exchanges::decoded(*parseJson(Exchanges::contents(path)), codec, {}))
        apply(event, attempt);
    const auto kept = messagesFromJson(toJson(QList<Message> {answerMessage(attempt)}));
    QVERIFY(kept);
    const auto endpoint = makeEndpoint(*findProvider(Exchanges::providers(), provider),
                                       {.provider = provider, .api = u"chat"_s}, {});
    QVERIFY(endpoint);
    const auto encoded = codec.encode({.model = u"m"_s, .messages = *kept}, *endpoint, {}, {});
    QVERIFY(encoded);
    const auto body = parseJson(encoded->body);
    QVERIFY(body);
    const Json &sent = (*find(*body, "messages"))[0];
    if (!message.isEmpty()) {
        QCOMPARE(toBytes(sent), message);
        return;
    }
    for (const Json &call : find(sent, "tool_calls")->array_range())
        QVERIFY(!textOf(call, "id").isEmpty());
}

void OpenAiChatTest::listsModels_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("models");

    QTest::newRow("OpenAI") << QByteArray(
        R"({"object":"list","data":[{"id":"a","object":"model","created":1},{"id":"b"}]})")
                            << QStringList {u"a"_s, u"b"_s};
    QTest::newRow("Together, a bare list") << QByteArray(
        R"([{"id":"a","type":"chat","context_length":8,"pricing":{"input":0.1}},{"id":"b"}])")
                                           << QStringList {u"a"_s, u"b"_s};
    QTest::newRow("OpenRouter, with prices") << QByteArray(
        R"({"data":[{"id":"x/a","name":"A","pricing":{"prompt":"0.000001"}},{"name":"no id"}]})")
                                             << QStringList {u"x/a"_s};
    QTest::newRow("no list") << QByteArray(R"({"error":"no"})") << QStringList();
    QTest::newRow("no JSON") << QByteArray("<html>") << QStringList();
}

void OpenAiChatTest::listsModels()
{
    QFETCH(QByteArray, body);
    QFETCH(QStringList, models);

    for (const QStringView codec : {u"openai-chat", u"openai-responses", u"mistral"}) {
        const auto list = findCodec(codec)->decodeModels(body);
        QCOMPARE(list.has_value(), !models.isEmpty());
        if (list)
            QCOMPARE(*list, models);
        else
            QCOMPARE(list.error().kind, ErrorKind::BadResponse);
    }
}

QTEST_GUILESS_MAIN(OpenAiChatTest)
#include "tst_openaichat.moc"
