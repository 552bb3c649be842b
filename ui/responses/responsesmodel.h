// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/net/feed.h>

#include "extraction/shownvalue.h"
#include "run/runcontroller.h"
#include "wording/figures.h"
#include "wording/states.h"

#include <QAbstractListModel>
#include <QHash>

#include <chrono>
#include <functional>
#include <memory>
#include <span>

namespace Antiphon {
class PartialExtraction;
}

namespace Antiphon::Ui {

/// Steady time for countdowns and live speeds. A parameter, so that tests do not wait.
using SteadyTime = std::function<std::chrono::milliseconds()>;

[[nodiscard]] SteadyTime steadyTime();

/// Text of an attempt that was given up, or a step before tools answered, kept above the answer.
struct GivenUpText {
    QString text = {};
    QString reason = {}; ///< For the divider: why and when.

    friend bool operator==(const GivenUpText &, const GivenUpText &) = default;
};

/// Everything one response column shows. A value.
struct Response {
    Cell cell = {};
    CallState state = CallState::Queued;
    QList<GivenUpText> givenUp = {};
    QString text = {}; ///< Of the present attempt; only grows until givenUp does.
    QString thinking = {};
    int textAttempt = 0; ///< Number of the one that wrote `text`.
    int attempt = 0; ///< Number of the one under way; 0: none yet.
    int attemptLimit = 0; ///< How many there may be; 0: not known.
    QList<Attempt> attempts = {}; ///< Those that ended, without their bodies and texts.
    std::optional<Usage> usage = {};
    std::optional<std::chrono::milliseconds> started = {}; ///< Steady.
    std::optional<std::chrono::milliseconds> firstText = {};
    std::optional<std::chrono::milliseconds> nextTry = {}; ///< While waiting between attempts.
    std::optional<double> speed = {}; ///< Tokens per second over the last 2 s; estimated.
    QList<ToolQuestion> questions = {}; ///< Tool calls that wait for the person.
    std::optional<CallRecord> record = {}; ///< When it is over.
    QList<Attempt> choices = {}; ///< All answers, where several came; the first is the record's.
    int answer = 0; ///< Which of `choices` is shown, from 0: see withAnswer().
    std::optional<Extraction> extraction = {}; ///< A value is asked for, and how; else text.
    GrowingValue growing = {}; ///< That value, of the attempt under way.
};

/// The cells of a run, a row each, in column order.
///
/// Knows neither feed nor timers: somebody hands the updates in.
class ResponsesModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { StateRole = Qt::UserRole, TextRole, TargetRole };

    explicit ResponsesModel(SteadyTime time = steadyTime(), QObject *parent = nullptr);
    ~ResponsesModel() override;

    void setCells(const QList<Cell> &cells);

    /// \p next takes the place of \p before and goes on from its answer number \p answer with the
    /// person's \p text.
    void goOn(CallId before, CallId next, const QString &text, int answer = 0);

    /// \p next takes the place of \p before and goes on from its attempts.
    void repair(CallId before, CallId next);

    /// \p next takes the place of \p before and begins anew.
    void repeat(CallId before, CallId next);

    /// Applies one frame's worth of changes with a single dataChanged().
    void apply(std::span<const CallUpdate> updates);

    [[nodiscard]] const Response &response(int row) const;
    [[nodiscard]] std::chrono::milliseconds now() const;

    /// Reads what has come of values, which apply() does ten times a second at most.
    void catchUp();

    /// The call's last value is taken for its answer: \p record has it so.
    void accept(CallId id, const CallRecord &record);

    /// True while a row counts down or its speed has to fade: the view then ticks.
    [[nodiscard]] bool isLive(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;

private:
    struct Sample {
        std::chrono::milliseconds at {};
        qsizetype length = 0;
    };
    struct Row {
        Response response = {};
        QList<Sample> samples = {}; ///< Of the last 2 s.
        std::shared_ptr<PartialExtraction> partial = {}; ///< Reads the value while it comes.
        StreamEvents unread = {}; ///< Not given to it yet.
        std::optional<std::chrono::milliseconds> readAt = {};
    };

    void replace(int at, CallId next, Response fresh);
    void apply(const CallUpdate &update, Row &row) const;
    void follow(const CallUpdate &update, Row &row) const;
    static bool read(Row &row);
    void measure(Row &row) const;

    static constexpr std::chrono::milliseconds valueInterval {100}; ///< Of reads while they grow.

    SteadyTime m_time;
    QList<Row> m_rows;
    QHash<CallId, int> m_rowOf;
};

/// Why and when \p attempt was given up, for the divider under its text.
[[nodiscard]] QString givenUpReason(const Attempt &attempt);

/// What stands in the column for \p attempt: what it said, or the tools it called.
[[nodiscard]] QString answerText(const Attempt &attempt);

/// What the chip says now: the state's look with tries and the seconds left.
[[nodiscard]] StateLook chipLook(const Response &response, std::chrono::milliseconds now);

/// The footer's numbers: live while it runs, final when it is over.
[[nodiscard]] Figures figuresOf(const Response &response, std::chrono::milliseconds now);

/// What assistive tools read for the column: "Response from haiku, streaming".
[[nodiscard]] QString spokenName(const Response &response);

} // namespace Antiphon::Ui
