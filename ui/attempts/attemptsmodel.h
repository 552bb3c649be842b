// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "attempts/original.h"
#include "attempts/phases.h"
#include "responses/responsesmodel.h"

#include <QAbstractItemModel>
#include <QHash>

#include <span>

namespace Antiphon::Ui {

/// The calls of a run with their attempts below them.
class AttemptsModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column {
        Number,
        Target,
        Kind,
        Result,
        WhyNext,
        Timeline,
        Duration,
        Tokens,
        Cost,
        ColumnCount
    };
    enum Role {
        SortRole = Qt::UserRole,
        PhasesRole, ///< Phases, as a QVariant.
        BeginRole, ///< Milliseconds since the run began.
        LiveRole, ///< true while the row still changes.
    };

    explicit AttemptsModel(SteadyTime time = steadyTime(), QObject *parent = nullptr);

    void setCells(const QList<Cell> &cells);
    void apply(std::span<const CallUpdate> updates);

    /// Adds a call that sends what \p attempt sent; apply() tells what comes of it.
    void addReplay(const Cell &cell, const Attempt &attempt);

    /// Adds \p attempt with its recorded response read again as \p read.
    void addReading(const Cell &cell, const Attempt &attempt, const Attempt &read);

    /// Each call's bars begin at its own beginning instead of the run's.
    void setOwnAxes(bool own);

    /// The call \p next goes on from the answer of \p before: another turn, with attempts of its
    /// own, behind everything else.
    void goOn(CallId before, CallId next);

    /// The call \p next goes on from the attempts of \p before with more of them.
    void repair(CallId before, CallId next);

    /// The call \p next does \p before again.
    void repeat(CallId before, CallId next);

    /// Brings countdowns and growing bars up to date; the view calls it while anything is live.
    void tick();
    [[nodiscard]] bool isLive() const;

    /// The end of everything that happened so far, since the run began: the axis. Time in which
    /// nothing did is left out.
    [[nodiscard]] std::chrono::milliseconds timeSpan() const;

    /// The attempt of a row; nullptr for a call's row and for one that only waits to begin.
    [[nodiscard]] const Attempt *attempt(const QModelIndex &index) const;
    /// The attempt before it in the same call; nullptr for the first.
    [[nodiscard]] const Attempt *attemptBefore(const QModelIndex &index) const;
    /// What the call of a row does once more; nullptr: it is a call of the run.
    [[nodiscard]] const Original *original(const QModelIndex &index) const;
    /// All attempts of the call that a row belongs to, as far as they have come.
    [[nodiscard]] QList<Attempt> attemptsOf(const QModelIndex &index) const;
    /// The call a row belongs to.
    [[nodiscard]] std::optional<CallId> call(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(CallId id) const;
    [[nodiscard]] QModelIndex newest() const;

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    struct Row {
        Attempt attempt = {};
        std::chrono::milliseconds begin {}; ///< Since the run began.
        bool live = false;
        QList<Phase> seen = {}; ///< While it is live: from the states as they came.
    };
    struct Call {
        Cell cell = {};
        CallState state = CallState::Queued;
        std::optional<std::chrono::milliseconds> began = {}; ///< Since the run began.
        std::optional<std::chrono::milliseconds> nextTry = {};
        std::chrono::milliseconds idle {}; ///< Between its end and when it was gone on with.
        int turn = 1; ///< Of a conversation.
        std::optional<Original> original = {};
        QList<Row> rows = {};
        std::optional<CallRecord> record = {};
    };

    void apply(const CallUpdate &update, int at);
    Row &row(int call, int number);
    void append(const Cell &cell, int turn, const std::optional<Original> &original = {});
    void closeGap();
    [[nodiscard]] std::chrono::milliseconds endOfAll() const;
    [[nodiscard]] const Call *callOf(const QModelIndex &index) const;
    [[nodiscard]] static QString nameOf(const Call &call);
    [[nodiscard]] std::chrono::milliseconds now() const;
    /// The same without the time \p call lay idle, which no bar shows.
    [[nodiscard]] std::chrono::milliseconds now(const Call &call) const;
    /// Where a row's bars begin on the axis.
    [[nodiscard]] std::chrono::milliseconds beginOf(const Call &call, const Row &row) const;
    [[nodiscard]] QVariant callText(const Call &call, Column column) const;
    [[nodiscard]] QVariant attemptText(const Call &call, const Row &row, Column column) const;
    [[nodiscard]] QString spokenRow(const Call &call, const Row *row) const;
    [[nodiscard]] QVariant sortValue(const Row &row, Column column) const;
    [[nodiscard]] Phases phases(const Call &call, const Row &row) const;

    SteadyTime m_time;
    std::chrono::milliseconds m_start {};
    std::chrono::milliseconds m_idle {}; ///< In which nothing was under way.
    bool m_ownAxes = false;
    QList<Call> m_calls;
    QHash<CallId, int> m_callOf;
};

} // namespace Antiphon::Ui
