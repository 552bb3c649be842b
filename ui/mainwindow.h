// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "actions/actions.h"
#include "context.h"
#include "drafts/draftkeeper.h"
#include "project/projectmodel.h"
#include "responses/responsesmodel.h"
#include "run/runcontroller.h"
#include "workspace.h"

#include <QMainWindow>
#include <QPointer>

#include <functional>

class QSplitter;
class QStackedWidget;

namespace Antiphon::Ui {

class AttemptsModel;
class AttemptsView;
class DocumentTabs;
class InlineBar;
class ParametersView;
class ProblemsView;
class ProjectCommands;
class ProjectView;
class ResponsesView;
class RunStatus;
class TargetsView;
class WelcomePage;
enum class Remedy;

/// Arranges the views and connects them; decides nothing.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(const Context &context, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Opens the project in \p folder and its first prompt.
    void openProject(const QString &folder);

    /// Runs the current prompt on its targets.
    void run();

    [[nodiscard]] RunController &runController() { return m_run; }
    [[nodiscard]] Workspace &workspace() { return m_workspace; }

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    // Layout, in mainwindow.cpp.
    QDockWidget *addDock(const QString &name, const QString &title, Qt::DockWidgetArea area,
                         QWidget *content);
    [[nodiscard]] QList<QDockWidget *> docks() const;
    void nameDockTabs();
    void makeCentre();
    void makeDocks();
    void makeToolBar();
    void fitDocks();
    void resetLayout();
    void restoreLayout();

    // What actions do, in mainwindowactions.cpp.
    void connectActions();
    void onDialog(Act act, const std::function<void()> &open);
    void connectFileActions();
    void connectEditActions();
    void connectViewActions();
    void connectInsertActions();
    void connectRunActions();
    void connectSettingsActions();

    // What views tell, in mainwindowviews.cpp.
    void connectViews();
    void connectAttempts(AttemptsView &view);
    void openAttemptsTab();
    void updateActions();
    void updateTitle();
    void updateMode();
    void updateRecent();

    // Budgets, in mainwindowbudget.cpp.
    void connectBudget();
    void showSpending();
    void editBudgets();
    bool saveBudget(const Budget &budget);
    void offerRaise();
    void warnOfSpending();
    [[nodiscard]] QStringList unpricedTargets() const;

    // What is done then, in mainwindowcommands.cpp.
    void activate(ProjectModel::Kind kind, const QString &slug);
    void goTo(const Problem &problem);
    void save();
    void useTarget(const QString &slug);
    void demonstrate();
    void answer(Remedy remedy);
    void tell(const QString &what, const Error &error);
    void offerUndo(const RemovedPrompt &removed);
    void offerPolicyUndo(const RetryEntry &removed);
    void offerSchemaUndo(const RemovedSchema &removed);
    void offerToolUndo(const ToolEntry &removed);
    void makeSchema();
    void makeTool();
    void offerDrafts(const QStringList &names, const QDateTime &when);
    void showDock(QDockWidget *dock);
    void copyAnswers(bool asJson);
    void exportAnswers();
    void exportAttempt(const Attempt &attempt);
    void sendAgain(AttemptsView &view, CallId call, const Attempt &attempt);
    void makeScript(const QList<Attempt> &attempts);
    void editPolicyOf(const QString &target);
    void showKeys();

    Context m_context;
    Workspace m_workspace;
    DraftKeeper m_drafts;
    RunController m_run;
    SpentMoney m_spentBefore; ///< Before the last run.
    ResponsesModel m_answers;
    std::unique_ptr<AttemptsModel> m_attempts;
    Actions m_actions;
    ProjectCommands *m_commands;
    DocumentTabs *m_tabs = nullptr;
    ProjectView *m_projectView = nullptr;
    TargetsView *m_targetsView = nullptr;
    ParametersView *m_parametersView = nullptr;
    ProblemsView *m_problemsView = nullptr;
    ResponsesView *m_responsesView = nullptr;
    AttemptsView *m_attemptsView = nullptr;
    QPointer<AttemptsView> m_attemptsTab; ///< The same at the size of the window.
    WelcomePage *m_welcome = nullptr;
    InlineBar *m_bar = nullptr;
    QStackedWidget *m_pages = nullptr;
    QSplitter *m_work = nullptr;
    RunStatus *m_status = nullptr;
    QToolBar *m_toolBar = nullptr;
    QDockWidget *m_projectDock = nullptr;
    QDockWidget *m_targetsDock = nullptr;
    QDockWidget *m_parametersDock = nullptr;
    QDockWidget *m_attemptsDock = nullptr;
    QDockWidget *m_problemsDock = nullptr;
    QByteArray m_defaultState;
};

} // namespace Antiphon::Ui
