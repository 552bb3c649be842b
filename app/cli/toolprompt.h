// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/tools/handler.h>

#include <QObject>
#include <QSocketNotifier>

#include <functional>
#include <memory>
#include <optional>

namespace Antiphon::Cli {

/// \p text as one line that is safe to show: nothing in it can move the cursor or pass for our own
/// words.
[[nodiscard]] QString oneLine(const QString &text, int longest = 400);

/// Asks the person at the terminal about tool calls, one after the other, while the rest goes on.
class ToolPrompt : public QObject {
    Q_OBJECT

public:
    /// Gets the number of a call, a question of its and the answer.
    using Replied = std::function<void(qsizetype, const ToolQuestion &, const ToolReply &)>;

    explicit ToolPrompt(Replied replied);

    /// The open questions of \p call, shown as those of \p name.
    void setQuestions(qsizetype call, const QString &name, const QList<ToolQuestion> &questions);

    /// What a typed line says to a question; empty: it has to be asked for the answer itself.
    [[nodiscard]] static std::optional<ToolReply> replyOf(const ToolQuestion &question,
                                                          const QString &line);

private:
    struct Item {
        qsizetype call = 0;
        QString name = {};
        ToolQuestion question = {};
    };

    void askNext();
    void onInput();
    void onLine(const QString &line);
    void reply(const ToolReply &reply);

    Replied m_replied;
    QList<Item> m_items; // the first one is on the screen
    bool m_shown = false;
    bool m_byHand = false; ///< The next line is the tool's answer.
    QByteArray m_typed;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace Antiphon::Cli
