// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include "support/exchanges.h"

#include <antiphon/core/call/attempt.h>
#include <antiphon/core/provider/answerreader.h>

using namespace Antiphon;
using namespace Qt::StringLiterals;

/// The exchanges of tests/data/exchanges/openai-responses, there and back.
class OpenAiResponsesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void encodes_data() { Exchanges::rows(u"openai-responses"_s, "call"); }
    void encodes()
    {
        QFETCH(QString, path);
        Exchanges::checkEncode(path, "openai-responses"_L1);
    }
    void decodes_data() { Exchanges::rows(u"openai-responses"_s, "response"); }
    void decodes()
    {
        QFETCH(QString, path);
        Exchanges::checkDecode(path, "openai-responses"_L1);
    }
    void answersGoBackAsTheyCame_data();
    void answersGoBackAsTheyCame();
    void aFailureWithoutReasonIsDropped();
};

static Json exchange(const QString &name)
{
    const QString path
        = Exchanges::dataFolder() + "/exchanges/openai-responses/"_L1 + name + ".json"_L1;
    return *parseJson(Exchanges::contents(path));
}

void OpenAiResponsesTest::answersGoBackAsTheyCame_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("input");

    QTest::newRow("reasoning before the text it led to")
        << u"text"_s
        << QByteArray(
               R"([{"id":"rs_1","type":"reasoning","summary":[{"type":"summary_text","text":"Adds."},{"type":"summary_text","text":"Twice."}],"encrypted_content":"gAAA=="},)"
               R"({"role":"assistant","content":"4 😀"}])");
    QTest::newRow("calls with their ids")
        << u"tools"_s
        << QByteArray(
               R"([{"type":"function_call","call_id":"call_9","name":"get_weather","arguments":"{\"city\":\"Oslo\"}"},)"
               R"({"type":"custom_tool_call","call_id":"call_10","name":"sql","input":"SELECT 1"}])");
    QTest::newRow("what the service ran, in its place")
        << u"web-search"_s
        << QByteArray(
               R"([{"id":"rs_1","type":"reasoning","summary":[],"encrypted_content":"gAAB=="},)"
               R"({"id":"ws_1","type":"web_search_call","status":"completed","action":{"type":"search","query":"fugue"}},)"
               R"({"role":"assistant","content":"A fugue."}])");
    QTest::newRow("phases")
        << u"phases"_s
        << QByteArray(R"([{"role":"assistant","content":"One moment.","phase":"commentary"},)"
                      R"({"role":"assistant","content":"Done.","phase":"final_answer"}])");
    QTest::newRow("a compaction")
        << u"compaction"_s
        << QByteArray(R"([{"role":"assistant","content":"Noted."},)"
                      R"({"id":"cmp_1","type":"compaction","encrypted_content":"gAAC=="}])");
}

// The next turn holds the items of the last one, byte for byte and in their order.
void OpenAiResponsesTest::answersGoBackAsTheyCame()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, input);

    Attempt attempt;
    for (const StreamEvent &event :
         Exchanges::decoded(exchange(name), *findCodec(u"openai-responses"), {}))
        apply(event, attempt);
    const Message answer = answerMessage(attempt);

    // Through a file and back, as the history keeps it.
    const auto kept = messagesFromJson(toJson(QList<Message> {answer}));
    QVERIFY(kept);
    QCOMPARE(kept->size(), 1);
    const CallRequest request {.model = u"gpt-6"_s, .messages = *kept};
    const Provider *openai = findProvider(Exchanges::providers(), u"openai");
    const auto endpoint
        = makeEndpoint(*openai, {.provider = u"openai"_s, .api = u"responses"_s}, {});
    QVERIFY(endpoint);
    const auto encoded = findCodec(u"openai-responses")->encode(request, *endpoint, {}, {});
    QVERIFY(encoded);
    const auto body = parseJson(encoded->body);
    QVERIFY(body);
    QCOMPARE(toBytes(*find(*body, "input")), input);
}

// Azure's "failed" without an error, and then nothing: the call may be tried again.
void OpenAiResponsesTest::aFailureWithoutReasonIsDropped()
{
    AnswerReader reader(*findCodec(u"openai-responses"), {}, true);
    reader.setHead({.status = 200});
    StreamEvents events;
    reader.feed(
        "data: {\"type\":\"response.failed\",\"response\":{\"id\":\"r\",\"error\":null}}\n\n",
        events);
    QVERIFY(!reader.atEnd());
    const auto error = reader.finish(events, QDateTime());
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::Dropped);
}

QTEST_GUILESS_MAIN(OpenAiResponsesTest)
#include "tst_openairesponses.moc"
