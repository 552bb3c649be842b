// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/net/feed.h>
#include <antiphon/net/prepare.h>
#include <antiphon/store/project/project.h>

#include "context.h"
#include "run/feedpump.h"

#include <QHash>
#include <QObject>
#include <QStringList>

#include <optional>
#include <vector>

namespace Antiphon::Ui {

/// One column of a run: a call on one target.
struct Cell {
    CallId id = {};
    QString target = {}; ///< Slug.
    QString name = {}; ///< The target's name for people.
    QString model = {};
    QString provider = {}; ///< The provider's name for people.
    bool simulated = false;

    friend bool operator==(const Cell &, const Cell &) = default;
};

/// What is to be run: a prompt with its text and values on targets, in column order.
struct RunRequest {
    Project project = {};
    Prompt prompt = {}; ///< Its `text` is the variant's, as edited.
    Variables values = {};
    QStringList targets = {}; ///< Slugs.
    bool simulateAll = false;
    bool retries = true;
};

/// Runs a prompt on several targets at once and tells what happens, 30 times a second at most.
///
/// A target that cannot be prepared (no key, unknown provider, ...) is a cell that failed with one
/// attempt carrying the error; the others run. One run at a time: starting another one ends the
/// first.
class RunController : public QObject {
    Q_OBJECT

public:
    explicit RunController(const Context &context, QObject *parent = nullptr);
    ~RunController() override;

    /// Looks the targets up and starts the calls. Keys are read on another thread, since a keychain
    /// may ask the person; runStarted() follows when that is done.
    void start(const RunRequest &request);

    void cancel(CallId id);
    void cancelAll();

    /// Ends a wait between attempts now.
    void retryNow(CallId id);

    /// What the person says to a tool call. \p always: its command may run from now on.
    void answerTool(CallId id, const ToolQuestion &question, const ToolReply &reply, bool always);

    /// Goes on from the answer of a finished call with \p text as the next turn: a new call in its
    /// place. Harmless where nothing can follow.
    void goOn(CallId id, const QString &text);

    /// Takes the last value of a call that is over for its answer although it does not fit, or
    /// \p mended instead of it.
    void accept(CallId id, const std::optional<Json> &mended = {});

    [[nodiscard]] bool isRunning() const; ///< From start() until runFinished().
    [[nodiscard]] int runningCount() const; ///< Calls that are not over.
    [[nodiscard]] const QList<Cell> &cells() const;

    /// The last run's finished calls, in column order.
    [[nodiscard]] QList<CallRecord> records() const;

Q_SIGNALS:
    void runningChanged(bool running);
    void runStarted(const QList<Antiphon::Ui::Cell> &cells);

    /// Changes of this run's cells, merged per call. Comes after runStarted().
    void updated(const std::vector<Antiphon::CallUpdate> &updates);
    void runFinished();

    /// \p next has taken the place of \p before, whose answer it goes on from with \p text.
    void callContinued(Antiphon::CallId before, Antiphon::CallId next, const QString &text);

    /// A person accepted the call's value: \p record is what it is now.
    void accepted(Antiphon::CallId id, const Antiphon::CallRecord &record);

private:
    struct Prepared;

    void begin(const std::vector<Prepared> &prepared);
    void take(const std::vector<CallUpdate> &updates);
    void finishIfOver();
    void noteSpending(const CallRecord &record);

    Context m_context;
    FeedPump m_pump;
    Project m_project; ///< Of the last run.
    QList<Cell> m_cells;
    QHash<CallId, CallSpec> m_specs; ///< Of calls that may be gone on from.
    QHash<CallId, CallRecord> m_records; ///< Of what is over.
    quint64 m_run = 0; ///< Tells a late preparation that another run took its place.
    quint64 m_nextLocal = 0;
    bool m_running = false;
};

} // namespace Antiphon::Ui
