// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "retry/policyparts.h"

#include <antiphon/core/retry/preview.h>

#include <QWidget>

class QComboBox;
class QLabel;
class QSpinBox;
class QTreeWidget;

namespace Antiphon::Ui {

class WaitChart;

/// What a policy would do with a failure that does not end: a chart, the same as a table, and a
/// sentence about the worst of it. Follows every change at once.
class PolicyPreview : public QWidget {
    Q_OBJECT

public:
    explicit PolicyPreview(QWidget *parent = nullptr);

    void setPolicy(const RetryPolicy &policy);

    /// What the preview says can happen at worst, for hints about the policy.
    [[nodiscard]] double longestSeconds() const { return m_preview.longestSeconds; }
    [[nodiscard]] int attempts() const { return m_preview.attempts; }

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] Outcome failure() const;
    void refresh();
    void fillTable();
    void drawAnother();
    [[nodiscard]] QString summary() const;

    RetryPolicy m_policy = defaultPolicy();
    RetryPreview m_preview;
    QComboBox *m_failure;
    QSpinBox *m_seed;
    WaitChart *m_chart;
    QTreeWidget *m_table;
    QLabel *m_summary;
};

} // namespace Antiphon::Ui
