// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "toolprompt.h"

#include "terminal.h"

#include <algorithm>
#include <iostream>
#include <string>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace Antiphon::Cli {

QString oneLine(const QString &text, int longest)
{
    QString line;
    for (const QChar c : text.left(longest)) {
        const bool hidden = c.category() == QChar::Other_Control
            || c.category() == QChar::Other_Format || c.isSpace();
        line += hidden ? u' ' : c;
    }
    return text.size() > longest ? line + u'…' : line;
}

ToolPrompt::ToolPrompt(Replied replied)
    : m_replied(std::move(replied))
{
#ifdef Q_OS_UNIX
    m_notifier = std::make_unique<QSocketNotifier>(STDIN_FILENO, QSocketNotifier::Read);
    m_notifier->setEnabled(false);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &ToolPrompt::onInput);
#endif
}

void ToolPrompt::setQuestions(qsizetype call, const QString &name,
                              const QList<ToolQuestion> &questions)
{
    const auto isOpen
        = [&](const Item &item) { return item.call != call || questions.contains(item.question); };
    if (!m_items.isEmpty() && !isOpen(m_items.first()))
        m_shown = m_byHand = false;
    m_items.removeIf([&](const Item &item) { return !isOpen(item); });
    for (const ToolQuestion &question : questions) {
        const bool known = std::ranges::any_of(m_items, [&](const Item &item) {
            return item.call == call && item.question == question;
        });
        if (!known)
            m_items.append({call, name, question});
    }
    // Later: who tells us of the questions is not to be answered from inside.
    QMetaObject::invokeMethod(this, &ToolPrompt::askNext, Qt::QueuedConnection);
}

void ToolPrompt::askNext()
{
    if (m_notifier)
        m_notifier->setEnabled(!m_items.isEmpty());
    if (m_items.isEmpty() || m_shown)
        return;
    m_shown = true;
    const Item &item = m_items.first();
    const ToolQuestion &question = item.question;
    tell(tr("\n%1: the model calls %2(%3)\n")
             .arg(item.name, oneLine(question.call.name),
                  oneLine(QString::fromUtf8(toBytes(question.arguments)), 2000)));
    if (!question.runs.isEmpty())
        tell(tr("This runs the command: %1\n").arg(oneLine(question.runs, 2000)));
    if (question.canApprove)
        tell(tr("Let it? y: yes, n: no, e: type the answer yourself > "));
    else if (question.suggestion)
        tell(tr("Type the tool's answer (=: %1; nothing: refuse) > ")
                 .arg(oneLine(QString::fromUtf8(toBytes(*question.suggestion)), 60)));
    else
        tell(tr("Type the tool's answer (nothing: refuse) > "));
#ifndef Q_OS_UNIX
    std::string line;
    std::getline(std::cin, line); // the other calls wait for it
    onLine(QString::fromStdString(line));
#endif
}

void ToolPrompt::onInput()
{
#ifdef Q_OS_UNIX
    char bytes[4096];
    const auto count = ::read(STDIN_FILENO, bytes, sizeof bytes);
    if (count <= 0) { // nobody is there any more
        m_notifier->setEnabled(false);
        while (!m_items.isEmpty())
            reply({});
        return;
    }
    m_typed.append(bytes, count);
    for (qsizetype end = m_typed.indexOf('\n'); end >= 0; end = m_typed.indexOf('\n')) {
        const QString line = QString::fromUtf8(m_typed.first(end));
        m_typed.remove(0, end + 1);
        if (!m_items.isEmpty() && m_shown)
            onLine(line);
    }
#endif
}

std::optional<ToolReply> ToolPrompt::replyOf(const ToolQuestion &question, const QString &line)
{
    using Kind = ToolReply::Kind;
    const QString word = line.trimmed();
    if (!question.canApprove) {
        if (word.isEmpty())
            return ToolReply {.kind = Kind::Refuse};
        if (word == "="_L1 && question.suggestion)
            return ToolReply {.kind = Kind::Answer,
                              .text = question.suggestion->is_string()
                                  ? toText(*question.suggestion)
                                  : QString::fromUtf8(toBytes(*question.suggestion))};
        return ToolReply {.kind = Kind::Answer, .text = line};
    }
    const QString lower = word.toLower();
    if (lower == "y"_L1 || lower == "yes"_L1)
        return ToolReply {.kind = Kind::Approve};
    if (lower == "e"_L1)
        return {};
    return ToolReply {.kind = Kind::Refuse}; // anything else is no consent
}

void ToolPrompt::onLine(const QString &line)
{
    const ToolQuestion &question = m_items.first().question;
    if (m_byHand) {
        reply({.kind = ToolReply::Kind::Answer, .text = line});
        return;
    }
    if (const auto said = replyOf(question, line)) {
        reply(*said);
        return;
    }
    m_byHand = true;
    tell(tr("The answer > "));
#ifndef Q_OS_UNIX
    std::string answer;
    std::getline(std::cin, answer);
    onLine(QString::fromStdString(answer));
#endif
}

void ToolPrompt::reply(const ToolReply &reply)
{
    const Item item = m_items.takeFirst();
    m_shown = m_byHand = false;
    m_replied(item.call, item.question, reply);
    QMetaObject::invokeMethod(this, &ToolPrompt::askNext, Qt::QueuedConnection);
}

} // namespace Antiphon::Cli
