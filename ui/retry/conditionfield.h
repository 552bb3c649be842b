// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "retry/policyparts.h"

#include <QMap>
#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace Antiphon::Ui {

class FoldSection;

/// A condition to be edited: a box for each kind of error, lines for the rest. What no box can show
/// says so and is edited as text.
class ConditionField : public QWidget {
    Q_OBJECT

public:
    /// \p name: what it is for, as in "Retry when". \p kinds have boxes that are always seen; the
    /// others follow under "More".
    ConditionField(const QString &name, const QList<ErrorKind> &kinds, QWidget *parent = nullptr);

    void setCondition(const Condition &condition);

Q_SIGNALS:
    void edited(const Antiphon::Condition &condition, const QString &key);
    void textRequested();

private:
    void addLine(QLineEdit *line, const QString &title, const QString &about,
                 const QString &example);
    void takeLines();
    void showProblem(const QString &problem);
    void change(const PlainCondition &plain, const QString &key);

    const QString m_name;
    Condition m_condition;
    QWidget *m_form;
    QMap<ErrorKind, QCheckBox *> m_boxes;
    QCheckBox *m_always;
    FoldSection *m_more;
    QLineEdit *m_statuses;
    QLineEdit *m_codes;
    QLineEdit *m_message;
    QCheckBox *m_equals;
    QLineEdit *m_result;
    QLineEdit *m_script;
    QLineEdit *m_causes;
    QWidget *m_nested;
    QLabel *m_nestedText;
    QLabel *m_problem; ///< Of a line that cannot be read yet.
    bool m_openedOnce = false;
};

} // namespace Antiphon::Ui
