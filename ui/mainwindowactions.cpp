// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow.h"

#include "actions/actionfinder.h"
#include "actions/keyboardoverview.h"
#include "appearance.h"
#include "attempts/attemptsmodel.h"
#include "attempts/attemptsview.h"
#include "handbook/handbookwindow.h"
#include "parameters/parametersview.h"
#include "prompt/promptview.h"
#include "prompt/templateeditor.h"
#include "responses/responsesview.h"
#include "run/wiring.h"
#include "targets/targetsview.h"
#include "theme/icons.h"
#include "tools/consentsdialog.h"
#include "window/documenttabs.h"
#include "window/projectcommands.h"
#include "window/runstatus.h"

#include <antiphon/store/settings.h>

#include <QApplication>
#include <QDockWidget>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QStatusBar>
#include <QToolBar>

#include <functional>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

void MainWindow::connectActions()
{
    connectFileActions();
    connectEditActions();
    connectViewActions();
    connectInsertActions();
    connectRunActions();
    connectSettingsActions();
    connectBudget();
    // Menus show what can be done at the moment they open.
    for (const QString &name : {u"file"_s, u"edit"_s, u"view"_s, u"insert"_s, u"run"_s, u"tools"_s})
        connect(m_actions.menu(name), &QMenu::aboutToShow, this, &MainWindow::updateActions);
}

/// Dialogs open from the event loop, so that an assistive tool that asks for one is answered at
/// once.
void MainWindow::onDialog(Act act, const std::function<void()> &open)
{
    connect(m_actions[act], &QAction::triggered, this, open, Qt::QueuedConnection);
}

void MainWindow::connectFileActions()
{
    const auto on = [this](Act act, auto &&action) {
        connect(m_actions[act], &QAction::triggered, this, action);
    };
    onDialog(Act::NewPrompt, [this] {
        if (const QString slug = m_commands->makePrompt(); !slug.isEmpty())
            activate(ProjectModel::Kind::Prompt, slug);
    });
    onDialog(Act::NewSchema, [this] { makeSchema(); });
    onDialog(Act::NewTool, [this] { makeTool(); });
    onDialog(Act::NewPolicy, [this] {
        if (const QString slug = m_commands->makePolicy(); !slug.isEmpty())
            activate(ProjectModel::Kind::Policy, slug);
    });
    onDialog(Act::NewSnippet, [this] { m_commands->editSnippet({}); });
    on(Act::AddTarget, [this] {
        showDock(m_targetsDock);
        m_targetsView->add();
    });
    onDialog(Act::NewProject, [this] { m_commands->chooseAndMake(); });
    onDialog(Act::OpenProject, [this] { m_commands->chooseAndOpen(); });
    on(Act::OpenSample, [this] { m_commands->openSample(); });
    onDialog(Act::Export, [this] { exportAnswers(); });
    on(Act::Save, [this] { save(); });
    on(Act::SaveAll, [this] { m_commands->saveAll(); });
    onDialog(Act::Revert, [this] {
        if (DocumentView *page = m_tabs->currentPage())
            m_commands->revert(page->document());
    });
    on(Act::CloseTab, [this] {
        if (m_tabs->currentWidget())
            Q_EMIT m_tabs->closeRequested(m_tabs->currentIndex());
    });
    on(Act::CloseProject, [this] { m_commands->closeProject(); });
    on(Act::Quit, [this] { close(); });
    on(Act::CheckProject, [this] {
        m_commands->check();
        m_targetsView->checkKeys();
        showDock(m_problemsDock);
    });
    on(Act::InspectAttempts, [this] {
        showDock(m_attemptsDock);
        if (const auto id = m_responsesView->focusedCall())
            m_attemptsView->inspect(*id);
    });
}

/// Calls \p method of the widget with the focus, else of the nearest one around it that has it.
///
/// A line that has nothing of its own to undo leaves that to the view it is in. False: nobody has
/// it.
static bool tellFocus(const QByteArray &method)
{
    const bool undo = method == "undo";
    const bool redo = method == "redo";
    for (QWidget *widget = QApplication::focusWidget(); widget; widget = widget->parentWidget()) {
        if (const auto *line = qobject_cast<QLineEdit *>(widget);
            line && ((undo && !line->isUndoAvailable()) || (redo && !line->isRedoAvailable())))
            continue;
        if (widget->metaObject()->indexOfMethod(method + "()") >= 0) {
            QMetaObject::invokeMethod(widget, method);
            return true;
        }
    }
    return false;
}

void MainWindow::connectEditActions()
{
    // The widget with the focus knows what these mean; all text widgets name them alike.
    const std::pair<Act, const char *> slots_[] = {
        {Act::Undo, "undo"}, {Act::Redo, "redo"},   {Act::Cut, "cut"},
        {Act::Copy, "copy"}, {Act::Paste, "paste"}, {Act::SelectAll, "selectAll"},
    };
    for (const auto &[act, name] : slots_) {
        connect(m_actions[act], &QAction::triggered, this, [name] { tellFocus(name); });
    }
    connect(m_actions[Act::CopyAnswers], &QAction::triggered, this, [this] { copyAnswers(false); });
    connect(m_actions[Act::CopyRecords], &QAction::triggered, this, [this] { copyAnswers(true); });
    // Where the focus is in a view that can be searched, it is searched; else the template.
    const std::pair<Act, const char *> searches[] = {
        {Act::Find, "startFind"},
        {Act::FindNext, "findNext"},
        {Act::FindPrevious, "findPrevious"},
        {Act::Replace, "startReplace"},
    };
    for (const auto &[act, name] : searches) {
        connect(m_actions[act], &QAction::triggered, this, [this, name] {
            if (!tellFocus(name) && m_tabs->current())
                QMetaObject::invokeMethod(m_tabs->current(), name);
        });
    }
    onDialog(Act::GoToLine, [this] {
        if (PromptView *view = m_tabs->current())
            view->goToLine();
    });
    const std::pair<Act, PromptView::Page> pages[] = {
        {Act::GoToPrompt, PromptView::Page::Template},
        {Act::GoToOutput, PromptView::Page::Output},
        {Act::GoToTools, PromptView::Page::Tools},
        {Act::GoToDynamic, PromptView::Page::Dynamic},
    };
    for (const auto &[act, page] : pages) {
        connect(m_actions[act], &QAction::triggered, this, [this, page] {
            PromptView *view = m_tabs->current();
            if (!view)
                return;
            view->showPage(page);
            if (page == PromptView::Page::Template)
                view->editor().setFocus();
        });
    }
}

void MainWindow::connectViewActions()
{
    const auto on = [this](Act act, auto &&action) {
        connect(m_actions[act], &QAction::triggered, this, action);
    };
    on(Act::ViewProject, [this] { showDock(m_projectDock); });
    on(Act::ViewTargets, [this] { showDock(m_targetsDock); });
    on(Act::ViewParameters, [this] { showDock(m_parametersDock); });
    on(Act::ViewAttempts, [this] { showDock(m_attemptsDock); });
    on(Act::AttemptsTab, [this] { openAttemptsTab(); });
    on(Act::ViewProblems, [this] { showDock(m_problemsDock); });
    on(Act::NextColumn, [this] { m_responsesView->focusNext(1); });
    on(Act::PreviousColumn, [this] { m_responsesView->focusNext(-1); });
    on(Act::MaximizeColumn, [this] { m_responsesView->toggleMaximized(); });
    on(Act::RenderedMarkdown, [this](bool shown) { m_responsesView->setRendered(shown); });
    on(Act::Preview, [this](bool shown) {
        if (PromptView *view = m_tabs->current())
            view->showPreview(shown);
    });
    on(Act::WordWrap, [this](bool wrap) {
        m_context.settings.set(Keys::wrapLines, wrap);
        for (int i = 0; i < m_tabs->count(); ++i) {
            if (PromptView *view = m_tabs->view(i))
                view->editor().setWordWrap(wrap);
        }
    });
    on(Act::ZoomIn, [this] {
        if (PromptView *view = m_tabs->current())
            view->editor().zoomIn();
    });
    on(Act::ZoomOut, [this] {
        if (PromptView *view = m_tabs->current())
            view->editor().zoomOut();
    });
    on(Act::ZoomReset, [this] {
        if (PromptView *view = m_tabs->current())
            view->editor().resetZoom();
    });
    on(Act::ResetLayout, [this] { resetLayout(); });
    on(Act::FullScreen, [this](bool full) { full ? showFullScreen() : showNormal(); });
    m_actions[Act::WordWrap]->setChecked(m_context.settings.get(Keys::wrapLines));
}

void MainWindow::connectInsertActions()
{
    const std::pair<Act, QString> messages[] = {
        {Act::InsertSystem, u"SYSTEM:"_s},
        {Act::InsertUser, u"USER:"_s},
        {Act::InsertAssistant, u"ASSISTANT:"_s},
        {Act::InsertHistory, u"MESSAGES: {history}"_s},
    };
    for (const auto &[act, text] : messages) {
        connect(m_actions[act], &QAction::triggered, this, [this, text] {
            if (PromptView *view = m_tabs->current())
                view->insertMessage(text);
        });
    }
    connect(m_actions[Act::InsertVariable], &QAction::triggered, this, [this] {
        if (PromptView *view = m_tabs->current())
            view->insertVariable();
    });
}

void MainWindow::connectRunActions()
{
    const auto on = [this](Act act, auto &&action) {
        connect(m_actions[act], &QAction::triggered, this, action);
    };
    on(Act::Run, [this] { run(); });
    on(Act::CancelAll, [this] { m_run.cancelAll(); });
    on(Act::CancelFocused, [this] {
        if (const auto id = m_responsesView->focusedCall())
            m_run.cancel(*id);
    });
    on(Act::TryNow, [this] {
        if (const auto id = m_responsesView->focusedCall())
            m_run.retryNow(*id);
    });
    on(Act::SimulateAll, [this](bool all) {
        m_context.settings.set(Keys::simulateAll, all);
        updateMode();
    });
    on(Act::AutomaticRetries,
       [this](bool retry) { m_context.settings.set(Keys::automaticRetries, retry); });
    m_actions[Act::SimulateAll]->setChecked(m_context.settings.get(Keys::simulateAll));
    m_actions[Act::AutomaticRetries]->setChecked(m_context.settings.get(Keys::automaticRetries));

    connectRun(m_run, m_answers, *m_responsesView);
    connectRun(m_run, *m_attempts);
    connect(&m_run, &RunController::runStarted, m_status, &RunStatus::showRun);
    connect(&m_run, &RunController::updated, m_status, &RunStatus::showRun);
    connect(&m_run, &RunController::runningChanged, this, &MainWindow::updateActions);
    connect(&m_run, &RunController::sendingAgainChanged, this, &MainWindow::updateActions);
}

void MainWindow::connectSettingsActions()
{
    const auto on = [this](Act act, auto &&action) {
        connect(m_actions[act], &QAction::triggered, this, action);
    };
    on(Act::ShowMenuBar, [this](bool shown) { menuBar()->setVisible(shown); });
    on(Act::ShowToolbar, [this](bool shown) { m_toolBar->setVisible(shown); });
    on(Act::ShowStatusBar, [this](bool shown) { statusBar()->setVisible(shown); });
    for (const Act act : {Act::ShowMenuBar, Act::ShowToolbar, Act::ShowStatusBar})
        m_actions[act]->setChecked(true);
    connect(m_toolBar, &QToolBar::visibilityChanged, m_actions[Act::ShowToolbar],
            [this] { m_actions[Act::ShowToolbar]->setChecked(!m_toolBar->isHidden()); });

    const std::pair<Act, Scheme> schemes[] = {{Act::SchemeSystem, Scheme::System},
                                              {Act::SchemeLight, Scheme::Light},
                                              {Act::SchemeDark, Scheme::Dark}};
    for (const auto &[act, scheme] : schemes) {
        m_actions[act]->setChecked(m_context.settings.get(Keys::colorScheme) == scheme);
        on(act, [this, scheme] {
            m_context.settings.set(Keys::colorScheme, scheme);
            applyScheme(scheme);
        });
    }
    onDialog(Act::AllowedCommands, [this] { ConsentsDialog(m_context.settings, this).exec(); });
    onDialog(Act::ProvidersAndKeys, [this] { showKeys(); });
    onDialog(Act::FindAction, [this] {
        updateActions();
        ActionFinder(m_actions, this).exec();
    });
    onDialog(Act::Handbook, [this] { (new HandbookWindow(this))->show(); });
    onDialog(Act::Keyboard, [this] { KeyboardOverview(m_actions, this).exec(); });
    onDialog(Act::About, [this] {
        QMessageBox::about(this, tr("About Antiphon"),
                           tr("<h3>Antiphon %1</h3><p>Call and response, side by side: a workbench "
                              "for prompt engineering.</p><p>Free software under the GNU General "
                              "Public License, version 3 or later. No account, no telemetry: only "
                              "calls to targets you enable leave this computer.</p>")
                               .arg(QApplication::applicationVersion()));
    });
    onDialog(Act::AboutQt, [] { QApplication::aboutQt(); });
}

} // namespace Antiphon::Ui
