// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <QWidget>

class QLabel;
class QLineEdit;
class QMenu;

namespace Antiphon::Ui {

/// Targets in order, as slugs with commas between them, and a menu of those the project has.
class TargetChain : public QWidget {
    Q_OBJECT

public:
    explicit TargetChain(const QString &name, QWidget *parent = nullptr);

    void setKnown(const QStringList &slugs);
    void setTargets(const QStringList &slugs);
    void setPlaceholder(const QString &text);

Q_SIGNALS:
    void edited(const QStringList &slugs);

private:
    void showProblem();

    QStringList m_known;
    QLineEdit *m_line;
    QMenu *m_menu;
    QLabel *m_problem;
};

} // namespace Antiphon::Ui
