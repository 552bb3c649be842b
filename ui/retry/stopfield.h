// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/retry/policy.h>

#include <QWidget>

class QCheckBox;
class QDoubleSpinBox;
class QLineEdit;
class QSpinBox;

namespace Antiphon::Ui {

/// When a policy gives up: a number of attempts, two kinds of time, a script. Bounds within bounds
/// are for the text.
class StopField : public QWidget {
    Q_OBJECT

public:
    explicit StopField(QWidget *parent = nullptr);

    void setStop(const Stop &stop);

Q_SIGNALS:
    /// \p key: changes with the same one are one step; empty: a step of its own.
    void edited(const Antiphon::Stop &stop, const QString &key);
    void textRequested();

private:
    void addBounds();
    void addNested();
    void take(const QString &key);

    Stop m_shown;
    QWidget *m_bounds;
    QWidget *m_nested;
    QCheckBox *m_hasAttempts;
    QSpinBox *m_attempts;
    QCheckBox *m_hasBefore;
    QDoubleSpinBox *m_before;
    QCheckBox *m_hasAfter;
    QDoubleSpinBox *m_after;
    QLineEdit *m_script;
};

} // namespace Antiphon::Ui
