// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/extract/repair.h>

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

QTEST_GUILESS_MAIN(RepairTest)

#include "tst_repair.moc"
