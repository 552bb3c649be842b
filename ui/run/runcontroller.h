// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/net/feed.h>

#include "context.h"
#include "run/feedpump.h"
#include "run/preparerun.h"
#include "run/spending.h"

#include <QFuture>
#include <QHash>
#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace Antiphon::Ui {

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

    /// Goes on from the answer of a finished call, number \p answer from 0 where it has several,
    /// with \p text as the next turn: a new call in its place. Harmless where nothing can follow.
    void goOn(CallId id, const QString &text, int answer = 0);

    /// Has the model mend the invalid answer of a finished call once more: one more attempt, behind
    /// those there were. Harmless where there is nothing to repair.
    void repair(CallId id);

    /// Takes the last value of a call that is over for its answer although it does not fit, or
    /// \p mended instead of it.
    void accept(CallId id, const std::optional<Json> &mended = {});

    /// What the project may spend from now on; the run goes on counting from what it has spent.
    void setBudget(const Budget &budget);

    /// What the run has spent, or the project before it.
    [[nodiscard]] SpentMoney spent() const;

    /// The most that one of the attempts may cost that a budget stopped. After the run.
    [[nodiscard]] Money refused() const;

    /// Makes the calls again that a budget stopped, in their places.
    void resume();

    /// Sends the request of an attempt once more, as it was: a call of its own beside those of the
    /// run, until the next run starts. The future has its id, or why nothing is sent;
    /// ErrorKind::Cancelled when start() or cancelAll() came first.
    [[nodiscard]] QFuture<Result<CallId>> sendAgain(const AgainRequest &request);
    [[nodiscard]] bool isSendingAgain() const;

    [[nodiscard]] bool isRunning() const; ///< From start() until runFinished().
    [[nodiscard]] int runningCount() const; ///< Calls that are not over.
    [[nodiscard]] const QList<Cell> &cells() const;

    /// The last run's finished calls, in column order.
    [[nodiscard]] QList<CallRecord> records() const;

    /// What the project's calls cost, today and in all.
    [[nodiscard]] Spending &spending() { return m_spending; }

Q_SIGNALS:
    void runningChanged(bool running);
    void runStarted(const QList<Antiphon::Ui::Cell> &cells);

    /// Changes of this run's cells, merged per call. Comes after runStarted().
    void updated(const std::vector<Antiphon::CallUpdate> &updates);
    void runFinished();

    /// \p next has taken the place of \p before, whose answer number \p answer it goes on from with
    /// \p text.
    void callContinued(Antiphon::CallId before, Antiphon::CallId next, const QString &text,
                       int answer);

    /// \p next has taken the place of \p before, whose attempts it goes on from with one repair.
    void repairStarted(Antiphon::CallId before, Antiphon::CallId next);

    /// \p next has taken the place of \p before, which a budget stopped.
    void callRepeated(Antiphon::CallId before, Antiphon::CallId next);

    /// \p cell is a call beside the run that sends what \p attempt sent; then what happens to it.
    void sentAgain(const Antiphon::Ui::Cell &cell, const Antiphon::Attempt &attempt);
    void updatedAgain(const std::vector<Antiphon::CallUpdate> &updates);
    void sendingAgainChanged();

    /// A person accepted the call's value: \p record is what it is now.
    void accepted(Antiphon::CallId id, const Antiphon::CallRecord &record);

private:
    /// What is to be noted of a call when it is over.
    struct Bill {
        QString project = {}; ///< Its id.
        Money noted = {}; ///< Of its earlier attempts.
    };

    void begin(const std::vector<PreparedCall> &prepared);
    [[nodiscard]] Result<CallId> begin(const PreparedCall &prepared, const AgainRequest &request);
    void dropSentAgain();
    void take(const std::vector<CallUpdate> &updates);
    void finishIfOver();
    void note(const CallRecord &record, CallId id);
    [[nodiscard]] CallId launch(const CallSpec &spec, Money noted = {});
    [[nodiscard]] std::optional<CallId> launchInPlaceOf(CallId id, CallSpec spec, Money noted = {});
    [[nodiscard]] const CallRecord *overRecord(CallId id) const;

    Context m_context;
    FeedPump m_pump;
    Spending m_spending;
    std::shared_ptr<Purse> m_purse; ///< Of the last run; empty: nothing limits it.
    Project m_project; ///< Of the last run.
    QList<Cell> m_cells;
    QHash<CallId, CallSpec> m_specs; ///< Of calls that may be gone on from.
    QHash<CallId, CallRecord> m_records; ///< Of what is over.
    QHash<CallId, Bill> m_bills; ///< Of all calls under way, those of earlier runs too.
    QHash<CallId, bool> m_again; ///< Calls beside the run; true: over.
    QHash<std::pair<CallId, QString>, Extraction> m_readings; ///< Of calls' answers, by target.
    quint64 m_againRun = 0; ///< As m_run, of what is sent again.
    quint64 m_run = 0; ///< Tells a late preparation that another run took its place.
    quint64 m_nextLocal = 0;
    bool m_running = false;
};

} // namespace Antiphon::Ui
