// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dynamics/dynamicsmodel.h"

#include <antiphon/store/project/project.h>

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QSplitter;
class QStackedWidget;
class QTabWidget;
class QToolButton;
class QTreeView;

namespace Antiphon::Ui {

class CodeEditor;
class PromptDocument;
class ResolvedView;
class Workspace;

/// Edits what follows inputs and attempts: computed fields, rules, dynamic.js and parse.js. Below
/// it stands what comes of them for the current inputs.
class DynamicsView : public QWidget {
    Q_OBJECT

public:
    DynamicsView(PromptDocument &document, Workspace &workspace, QWidget *parent = nullptr);
    ~DynamicsView() override;

    /// Shows the place of a problem in dynamic.js or parse.js.
    void goTo(PromptScript which, int line, int column);

public Q_SLOTS:
    void undo();
    void redo();

private:
    [[nodiscard]] QWidget *makeRules();
    [[nodiscard]] QWidget *makeDetails();
    [[nodiscard]] QWidget *makeScript(PromptScript which, const QString &about, CodeEditor *editor);
    [[nodiscard]] QWidget *makeBar();
    void showAll();
    void showDetails();
    void showFaults();
    void showScriptFaults();
    void applyDetails();
    void addRule();
    void addField();
    void addQuestion();
    void addSetting(const QString &key, const Json &value);
    void remove();
    void move(int step);
    void moveRule(int from, int to);
    void fillSettingsMenu();
    [[nodiscard]] std::optional<std::pair<DynamicsModel::Group, int>> current() const;
    void select(DynamicsModel::Group group, int row);
    [[nodiscard]] Json ruleJson(const Dynamics &dynamics, int row) const;

    PromptDocument &m_document;
    Workspace &m_workspace;
    DynamicsModel *m_model;
    QTabWidget *m_tabs = nullptr;
    QTreeView *m_tree = nullptr;
    QStackedWidget *m_details = nullptr;
    QLabel *m_fieldTitle = nullptr;
    QLineEdit *m_fieldName = nullptr;
    CodeEditor *m_expression = nullptr;
    CodeEditor *m_when = nullptr;
    CodeEditor *m_set = nullptr;
    QLineEdit *m_note = nullptr;
    QToolButton *m_addSetting = nullptr;
    QLabel *m_fault = nullptr;
    QAction *m_remove = nullptr;
    QAction *m_up = nullptr;
    QAction *m_down = nullptr;
    CodeEditor *m_config = nullptr;
    CodeEditor *m_parser = nullptr;
    ResolvedView *m_resolved = nullptr;
    QTimer m_applyTimer;
    std::optional<std::pair<DynamicsModel::Group, int>> m_at; ///< Whose details are shown.
    bool m_filling = false; ///< The details follow the model: nobody edits.
};

} // namespace Antiphon::Ui
