// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QStackedWidget;
class QTreeWidget;
class QTreeWidgetItem;

namespace Antiphon::Ui {

class PromptDocument;
class Workspace;

/// The tools that a prompt offers to the model: all of the project with a box to check, whether one
/// has to be called, and how often they may answer.
class PromptToolsView : public QWidget {
    Q_OBJECT

public:
    PromptToolsView(PromptDocument &document, Workspace &workspace, QWidget *parent = nullptr);

public Q_SLOTS:
    void undo();
    void redo();

Q_SIGNALS:
    void editToolRequested(const QString &slug);
    void newToolRequested();

private:
    [[nodiscard]] QWidget *makeList();
    void showAll();
    void fillList();
    void check(QTreeWidgetItem *item);
    void offer(const QString &slug, bool on);

    PromptDocument &m_document;
    Workspace &m_workspace;
    QStackedWidget *m_pages;
    QTreeWidget *m_list;
    QPushButton *m_edit;
    QPushButton *m_new;
    QComboBox *m_choice;
    QSpinBox *m_steps;
    QLabel *m_about;
    bool m_filling = false;
};

} // namespace Antiphon::Ui
