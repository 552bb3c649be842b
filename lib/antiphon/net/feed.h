// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/call/record.h>
#include <antiphon/net/callspec.h>

#include <QHash>
#include <QObject>

#include <mutex>
#include <optional>
#include <vector>

namespace Antiphon {

/// What the tools answered that an attempt called.
struct AnsweredTools {
    int attempt = 0; ///< Its number.
    QList<ToolRun> runs = {};

    friend bool operator==(const AnsweredTools &, const AnsweredTools &) = default;
};

/// What happened to one call since the feed was taken last: text concatenated, the rest replaced.
struct CallUpdate {
    CallId id = {};
    bool restarted = false; ///< Text shown before this update belongs to an attempt that is over:
                            ///< see Call::restarted().
    QString text = {}; ///< New text, after a restart if there was one.
    QString thinking = {};
    QList<ToolCallDelta> toolCalls = {}; ///< New pieces, one for each call of the attempt.
    std::optional<CallState> state = {};
    std::optional<Usage> usage = {};
    std::optional<int> attempt = {}; ///< Number of the attempt that is under way.
    std::optional<Attempt> current = {}; ///< The attempt that started, as it stands then.
    std::optional<Extraction> extraction = {}; ///< How that attempt's answer is read as a value.
    QList<Attempt> ended = {}; ///< Attempts that ended, whole.
    QList<AnsweredTools> answered = {};
    std::optional<QList<ToolQuestion>> questions = {}; ///< All that wait for a person now.
    std::optional<std::chrono::milliseconds> waiting = {}; ///< A wait of so long began.
    std::optional<CallRecord> finished = {}; ///< The call is over; nothing follows.
};

/// Brings events from the engine's thread to another one, merged per call.
///
/// post() and take() may be called from any thread. The cost of a take depends on the number of
/// calls, not on tokens; a reader that stalls costs memory only for the text itself.
class Feed : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Merges \p update into what is pending for its call.
    void post(CallUpdate update);

    /// Appends text only: the common case, without a temporary.
    void postText(CallId id, const QString &text, const QString &thinking);

    /// Everything pending, in the order in which calls were first heard of. Leaves the feed empty.
    [[nodiscard]] std::vector<CallUpdate> take();

Q_SIGNALS:
    /// The feed was empty and no longer is. Emitted on the posting thread.
    void filled();

private:
    CallUpdate &pending(CallId id); // with the mutex held

    std::mutex m_mutex;
    std::vector<CallUpdate> m_updates;
    QHash<CallId, size_t> m_placeOf;
};

} // namespace Antiphon
