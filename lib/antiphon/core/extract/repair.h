// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/call/attempt.h>
#include <antiphon/core/extract/dialect.h>

namespace Antiphon {

/// What the answers so far got wrong, and how the model is to learn of it (project-format.md 4.6).
struct RepairInput {
    enum class As {
        Prompt, ///< At the end of the prompt.
        Variable, ///< As the variable `errors`.
        Conversation, ///< As turns behind the prompt.
    };

    As as = As::Prompt;
    QStringList errors = {}; ///< Distinct, in order.
    QList<Attempt> attempts = {}; ///< For Conversation: those that failed.

    friend bool operator==(const RepairInput &, const RepairInput &) = default;
};

/// What there is to repair in \p attempts: those that did not validate. \p as and \p send are those
/// of the policy; "last" leaves out all errors but the last attempt's.
[[nodiscard]] RepairInput repairInput(const QList<Attempt> &attempts, const QString &as,
                                      const QString &send);

/// The lines that are put behind a prompt (retries.md 4): "\nErrors found:\n\n- ...".
[[nodiscard]] QString errorsSection(const QStringList &errors);

/// Puts the section at the end of the last message. As a value: nothing in it is ever template.
void addErrorsToPrompt(QList<Message> &messages, const QStringList &errors);

/// The turns that follow an answer that did not validate: the answer, then what was wrong with it,
/// in an order every service takes. Every tool call gets a result.
[[nodiscard]] QList<Message> repairTurns(const Attempt &attempt, const OutputDialect &dialect);

/// \p messages with \p more behind them; a user's turn after a user's becomes part of it.
void addTurns(QList<Message> &messages, const QList<Message> &more);

/// The value of the variable `errors`: all texts, an empty line between them.
[[nodiscard]] QString errorsVariable(const QStringList &errors);

} // namespace Antiphon
