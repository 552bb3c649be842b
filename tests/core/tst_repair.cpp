// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/config/resolve.h>
#include <antiphon/core/extract/repair.h>
#include <antiphon/core/provider/codec.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Antiphon;

class RepairTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void collectsDistinctErrors();
    void putsErrorsBehindThePrompt_data();
    void putsErrorsBehindThePrompt();
    void answersEveryToolCall();
    void asksForJsonAgain();
    void anEmptyAnswerIsNoTurn();
    void geminiWantsARequestAfterResults();
    void turnsOfOneSpeakerAreOne();
    void everyFormatTakesTheTurns_data();
    void everyFormatTakesTheTurns();
};

static Attempt invalid(const QString &error, const QString &text = u"{}"_s)
{
    Attempt attempt;
    apply(TextDelta {text}, attempt);
    attempt.error = Error {.kind = ErrorKind::Validation, .message = error};
    return attempt;
}

void RepairTest::collectsDistinctErrors()
{
    Attempt down;
    down.error = Error {.kind = ErrorKind::Server, .message = u"down"_s};
    const QList<Attempt> attempts {invalid(u"V"_s), down, invalid(u"W"_s), invalid(u"V"_s)};

    const RepairInput all = repairInput(attempts, u"prompt"_s, u"all"_s);
    QCOMPARE(all.as, RepairInput::As::Prompt);
    QCOMPARE(all.errors, (QStringList {u"V"_s, u"W"_s}));
    QCOMPARE(all.attempts.size(), 3);

    const RepairInput last = repairInput(attempts, u"conversation"_s, u"last"_s);
    QCOMPARE(last.as, RepairInput::As::Conversation);
    QCOMPARE(last.errors, QStringList {u"V"_s});
    QCOMPARE(last.attempts.size(), 1);

    QVERIFY(repairInput({down}, u"variable"_s, u"all"_s).errors.isEmpty());
}

// retries.md 4
void RepairTest::putsErrorsBehindThePrompt_data()
{
    QTest::addColumn<QStringList>("errors");
    QTest::addColumn<QString>("expected");

    QTest::newRow("none") << QStringList {} << u"Extract T"_s;
    QTest::newRow("one") << QStringList {u"V"_s}
                         << u"Extract T\nErrors found:\n\n- V\n\nPlease fix the errors and try "
                            "again."_s;
    QTest::newRow("two") << QStringList {u"V"_s, u"W"_s}
                         << u"Extract T\nErrors found:\n\n- V\n- W\n\nPlease fix the errors and "
                            "try again."_s;
    QTest::newRow("braces stay what they are")
        << QStringList {u"{x}"_s}
        << u"Extract T\nErrors found:\n\n- {x}\n\nPlease fix the errors and try again."_s;
}

void RepairTest::putsErrorsBehindThePrompt()
{
    QFETCH(QStringList, errors);
    QFETCH(QString, expected);
    QList<Message> messages {textMessage(Role::System, u"Be brief"_s),
                             textMessage(Role::User, u"Extract T"_s)};
    addErrorsToPrompt(messages, errors);
    QCOMPARE(messages.size(), 2);
    QCOMPARE(plainText(messages[0]), u"Be brief"_s);
    QCOMPARE(plainText(messages[1]), expected);
}

void RepairTest::answersEveryToolCall()
{
    Attempt attempt;
    apply(ToolCallDelta {.index = 0, .id = u"c1"_s, .name = u"Book"_s, .arguments = u"{}"_s},
          attempt);
    apply(ToolCallDelta {.index = 1, .id = u"c2"_s, .name = u"Book"_s, .arguments = u"{}"_s},
          attempt);
    attempt.error = Error {.kind = ErrorKind::Validation, .message = u"V"_s};
    const auto turns = repairTurns(attempt, outputDialect(u"openai-chat", {}));
    QCOMPARE(turns.size(), 2);
    QCOMPARE(turns[0].role, Role::Assistant);
    QCOMPARE(turns[0].parts.size(), 2);
    QCOMPARE(turns[1].role, Role::Tool);
    QCOMPARE(turns[1].parts.size(), 2);
    for (int i = 0; i < 2; ++i) {
        const auto &use = std::get<ToolUse>(turns[0].parts[i]);
        const auto &result = std::get<ToolResult>(turns[1].parts[i]);
        QCOMPARE(result.id, use.id);
        QVERIFY(result.isError);
        QVERIFY(result.content.startsWith("Validation Error found:\nV\n"_L1));
    }
}

void RepairTest::asksForJsonAgain()
{
    const auto turns
        = repairTurns(invalid(u"V"_s, u"{\"a\": 1}"_s), outputDialect(u"anthropic", {}));
    QCOMPARE(turns.size(), 2);
    QCOMPARE(plainText(turns[0]), u"{\"a\": 1}"_s);
    QCOMPARE(turns[1].role, Role::User);
    QVERIFY(plainText(turns[1]).contains("\nV\n"_L1));
}

void RepairTest::anEmptyAnswerIsNoTurn()
{
    const auto turns = repairTurns(invalid(u"V"_s, u""_s), outputDialect(u"openai-chat", {}));
    QCOMPARE(turns.size(), 1);
    QCOMPARE(turns[0].role, Role::User);
}

void RepairTest::geminiWantsARequestAfterResults()
{
    Attempt attempt;
    apply(ToolCallDelta {.index = 0, .name = u"Book"_s, .arguments = u"{}"_s}, attempt);
    attempt.error = Error {.kind = ErrorKind::Validation, .message = u"V"_s};
    const auto turns = repairTurns(attempt, outputDialect(u"gemini", {}));
    QCOMPARE(turns.size(), 3);
    QCOMPARE(turns[2].role, Role::User);
}

void RepairTest::turnsOfOneSpeakerAreOne()
{
    QList<Message> messages {textMessage(Role::User, u"Extract"_s)};
    addTurns(messages, repairTurns(invalid(u"V"_s, u""_s), {}));
    QCOMPARE(messages.size(), 1);
    QCOMPARE(messages[0].parts.size(), 2);
}

/// Who says what in a request: "user assistant[tool_use]", by the names of the format.
static QString turnsOf(const QByteArray &body)
{
    const auto json = parseJson(body);
    const Json *list = nullptr;
    for (const char *key : {"messages", "contents", "input"}) {
        if (json && !list)
            list = find(*json, key);
    }
    if (!list)
        return u"none"_s;
    QStringList turns;
    for (const Json &message : list->array_range()) {
        QString turn = textOf(message, "role", textOf(message, "type"));
        QStringList parts;
        for (const char *key : {"content", "parts"}) {
            const Json *content = find(message, key);
            if (!content || !content->is_array())
                continue;
            for (const Json &part : content->array_range()) {
                const std::string_view first = part.object_range().begin()->key();
                parts.append(textOf(part, "type", fromUtf8(first)));
            }
        }
        if (find(message, "tool_calls"))
            parts.append(u"calls"_s);
        turns.append(parts.isEmpty() ? turn : turn + u'[' + parts.join(u' ') + u']');
    }
    return turns.join(u' ');
}

void RepairTest::everyFormatTakesTheTurns_data()
{
    QTest::addColumn<QString>("codec");
    QTest::addColumn<QString>("byTool");
    QTest::addColumn<QString>("byText");

    const auto row = [](const char *codec, const char *byTool, const char *byText) {
        QTest::newRow(codec) << QString::fromUtf8(codec) << QString::fromUtf8(byTool)
                             << QString::fromUtf8(byText);
    };
    row("openai-chat", "user assistant[calls] tool", "user user assistant user");
    row("openai-responses", "user function_call function_call_output", "user user assistant user");
    row("anthropic", "user assistant[tool_use] user[tool_result]", "user assistant user");
    row("gemini", "user[text] model[functionCall] user[functionResponse] user[text]",
        "user[text text] model[text] user[text]");
    row("mistral", "user assistant[calls] tool", "user assistant user");
    row("cohere", "user assistant[calls] tool", "user assistant user");
    row("bedrock", "user[text] assistant[toolUse] user[toolResult]",
        "user[text] assistant[text] user[text]");
    row("ollama", "user assistant[calls] tool", "user user assistant user");
}

// extraction.md 8: an answer that cannot even be read as arguments goes back too.
void RepairTest::everyFormatTakesTheTurns()
{
    QFETCH(QString, codec);
    QFETCH(QString, byTool);
    QFETCH(QString, byText);
    const Codec *format = findCodec(codec);
    QVERIFY(format);
    const Provider provider {
        .id = u"p"_s, .name = u"P"_s, .apis = {{.name = u"a"_s, .codec = codec}}};
    CallInputs inputs;
    inputs.prompt.text = u"Extract"_s;
    inputs.schemas.insert(u"n"_s, *parseJson(R"({"type": "object", "properties": {"n": {}}})"));
    const auto turns = [&](OutputSpec::Mode mode, const Attempt &wrong) {
        inputs.prompt.output = OutputSpec {.schema = u"n"_s, .mode = mode};
        const AttemptContext context {
            .repair
            = {.as = RepairInput::As::Conversation, .errors = {u"V"_s}, .attempts = {wrong}}};
        const auto call = resolve(inputs, {.model = u"m"_s}, provider, context);
        if (!call)
            return call.error().message;
        Endpoint endpoint {.provider = u"p"_s, .api = u"a"_s, .baseUrl = QUrl(u"https://h/v1"_s)};
        endpoint.values.insert(u"region"_s, u"r"_s);
        const auto http = format->encode(call->request, endpoint, {}, {});
        return http ? turnsOf(http->body) : http.error().message;
    };
    Attempt called {.codec = codec};
    apply(ToolCallDelta {.index = 0, .id = u"call_1"_s, .name = u"n"_s, .arguments = u"{\"n\": "_s},
          called);
    called.error = Error {.kind = ErrorKind::Validation, .message = u"V"_s};
    QCOMPARE(turns(OutputSpec::Mode::Tool, called), byTool);
    QCOMPARE(turns(OutputSpec::Mode::JsonText, invalid(u"V"_s, u"{\"a\": 1}"_s)), byText);
}

QTEST_GUILESS_MAIN(RepairTest)

#include "tst_repair.moc"
