// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/retry/policy.h>

#include <QMap>
#include <QWidget>

class QMenu;
class QToolButton;
class QVBoxLayout;

namespace Antiphon::Ui {

class ConditionField;
class FoldSection;

/// Which failures of further targets are passed on to the next one, by target. Those without
/// conditions of their own follow the rule above.
class CatchesField : public QWidget {
    Q_OBJECT

public:
    explicit CatchesField(QWidget *parent = nullptr);

    void setCatches(const QMap<QString, Condition> &catches);

    /// The targets that are fallen back to.
    void setTargets(const QStringList &slugs);

Q_SIGNALS:
    /// \p key: of what is typed; changes of one are one step of undo.
    void edited(const QMap<QString, Antiphon::Condition> &catches, const QString &key);

    /// The conditions of target \p slug are to be edited as text.
    void textRequested(const QString &slug);

private:
    struct Row {
        FoldSection *section = nullptr;
        ConditionField *condition = nullptr;
    };

    void addRow(const QString &slug);
    void removeRow(const QString &slug);
    void fillMenu();

    QMap<QString, Condition> m_catches;
    QMap<QString, Row> m_rows;
    QStringList m_targets;
    QMenu *m_menu;
    QToolButton *m_add;
    QVBoxLayout *m_column;
};

} // namespace Antiphon::Ui
