// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/extract/repair.h>

#include <algorithm>

using namespace Qt::StringLiterals;

// All of this is read by models, so it is English whatever the interface speaks.

namespace Antiphon {

RepairInput repairInput(const QList<Attempt> &attempts, const QString &as, const QString &send)
{
    RepairInput out {.as = as == "conversation"_L1 ? RepairInput::As::Conversation
                         : as == "variable"_L1     ? RepairInput::As::Variable
                                                   : RepairInput::As::Prompt};
    for (const Attempt &attempt : attempts) {
        if (!attempt.error || attempt.error->kind != ErrorKind::Validation)
            continue;
        if (send == "last"_L1) {
            out.errors.clear();
            out.attempts.clear();
        }
        if (!out.errors.contains(attempt.error->message))
            out.errors.append(attempt.error->message);
        out.attempts.append(attempt);
    }
    return out;
}

QString errorsSection(const QStringList &errors)
{
    if (errors.isEmpty())
        return {};
    QString text = u"\nErrors found:\n\n"_s;
    for (const QString &error : errors)
        text += "- "_L1 + error + u'\n';
    return text + "\nPlease fix the errors and try again."_L1;
}

static void appendText(Message &message, const QString &text)
{
    auto *last = message.parts.isEmpty() ? nullptr : std::get_if<Text>(&message.parts.last());
    if (last)
        last->text += text;
    else
        message.parts.append(Text {text.startsWith(u'\n') ? text.sliced(1) : text});
}

void addErrorsToPrompt(QList<Message> &messages, const QStringList &errors)
{
    if (errors.isEmpty())
        return;
    if (messages.isEmpty())
        messages.append(textMessage(Role::User, errorsSection(errors).sliced(1)));
    else
        appendText(messages.last(), errorsSection(errors));
}

static Message resultsOf(const Attempt &attempt, const QString &error)
{
    Message results {.role = Role::Tool};
    for (const ToolCall &call : attempt.toolCalls)
        results.parts.append(
            ToolResult {.id = call.id,
                        .name = call.name,
                        .content = u"Validation Error found:\n%1\nCall the function again, "
                                   "correctly this time."_s.arg(error),
                        .isError = true,
                        .custom = call.custom});
    return results;
}

QList<Message> repairTurns(const Attempt &attempt, const OutputDialect &dialect)
{
    QList<Message> turns;
    const QString error = attempt.error ? attempt.error->message : QString();
    Message answer = answerMessage(attempt);
    // An empty answer is refused as a turn; one of mere reasoning too.
    const bool says = std::ranges::any_of(answer.parts, [](const ContentPart &part) {
        const auto *text = std::get_if<Text>(&part);
        return text ? !text->text.trimmed().isEmpty() : !std::holds_alternative<Thinking>(part);
    });
    if (says)
        turns.append(std::move(answer));
    if (attempt.toolCalls.isEmpty()) {
        turns.append(textMessage(Role::User,
                                 u"Your answer does not fit:\n%1\nCorrect it, and answer with the "
                                 "corrected JSON only."_s.arg(error)));
        return turns;
    }
    turns.append(resultsOf(attempt, error));
    if (dialect.requestAfterResults)
        turns.append(textMessage(Role::User, u"Please try again."_s));
    return turns;
}

void addTurns(QList<Message> &messages, const QList<Message> &more)
{
    for (const Message &message : more) {
        const bool sameSpeaker = !messages.isEmpty() && message.role == Role::User
            && messages.last().role == Role::User;
        if (sameSpeaker)
            messages.last().parts += message.parts;
        else
            messages.append(message);
    }
}

QString errorsVariable(const QStringList &errors)
{
    return errors.join("\n\n"_L1);
}

} // namespace Antiphon
