// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QVBoxLayout;

namespace Antiphon::Ui {

/// What is seen without a project: three ways to begin, recent projects, and what leaves the
/// computer.
class WelcomePage : public QWidget {
    Q_OBJECT

public:
    explicit WelcomePage(QWidget *parent = nullptr);

    void setRecent(const QStringList &folders);

Q_SIGNALS:
    void sampleRequested();
    void openRequested();
    void newRequested();
    void recentRequested(const QString &folder);

private:
    QWidget *makeHeading();
    QWidget *makeChoices();

    QWidget *m_recentArea;
    QVBoxLayout *m_recent;
};

} // namespace Antiphon::Ui
