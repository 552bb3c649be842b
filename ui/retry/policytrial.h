// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "attempts/attemptsmodel.h"

#include <antiphon/core/retry/plan.h>

#include <QWidget>

#include <memory>

class QComboBox;
class QLabel;
class QPushButton;

namespace Antiphon::Ui {

class AttemptsView;

/// Runs a policy against a scripted fault, on the simulator and nowhere else, and shows every
/// attempt beside what was to be expected.
class PolicyTrial : public QWidget {
    Q_OBJECT

public:
    explicit PolicyTrial(QWidget *parent = nullptr);
    ~PolicyTrial() override;

    /// The policy of the next trial.
    void setPolicy(const RetryPolicy &policy);

    void start();
    void stop();
    [[nodiscard]] bool isRunning() const;

    /// What the last trial came to; empty: none, or it is still under way.
    [[nodiscard]] const std::optional<CallRecord> &record() const { return m_record; }

Q_SIGNALS:
    void finished();

private:
    struct Stage; ///< Clock, transport and engine of one trial.

    void take(const std::vector<CallUpdate> &updates);
    void showOutcome();

    RetryPolicy m_policy = defaultPolicy();
    std::unique_ptr<Stage> m_stage;
    quint64 m_trial = 0;
    std::optional<RetryPlan> m_expected;
    std::optional<CallRecord> m_record;
    QComboBox *m_fault;
    QComboBox *m_pace;
    QPushButton *m_run;
    QLabel *m_outcome;
    AttemptsModel m_attempts;
    AttemptsView *m_view;
};

} // namespace Antiphon::Ui
