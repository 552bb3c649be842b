// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow.h"

#include "attempts/attemptsmodel.h"
#include "attempts/attemptsview.h"
#include "inputs/inputsform.h"
#include "parameters/parametersview.h"
#include "problems/problemsview.h"
#include "project/projectview.h"
#include "prompt/promptview.h"
#include "prompt/templateeditor.h"
#include "responses/responsesview.h"
#include "targets/targetsview.h"
#include "theme/icons.h"
#include "welcome/welcomepage.h"
#include "widgets/inlinebar.h"
#include "window/documenttabs.h"
#include "window/projectcommands.h"
#include "window/runstatus.h"

#include <antiphon/net/engine.h>
#include <antiphon/store/settings.h>

#include <QDir>
#include <QDockWidget>
#include <QMenu>
#include <QStackedWidget>
#include <QStatusBar>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

void MainWindow::connectViews()
{
    connect(&m_workspace, &Workspace::opened, this, [this] {
        const Project &project = m_workspace.project();
        m_context.engine.setLimits({project.concurrencyTotal, project.concurrencyPerProvider});
        m_bar->hide();
        m_pages->setCurrentIndex(1);
        for (QDockWidget *dock : docks())
            dock->show();
        m_attemptsDock->raise();
        if (m_context.settings.get(Keys::windowState).isEmpty())
            fitDocks(); // the window may have got another size since the layout was made
        const PromptEntry *start = findPrompt(project, project.start);
        if (!start && !project.prompts.isEmpty())
            start = &project.prompts.first();
        if (start)
            activate(ProjectModel::Kind::Prompt, start->prompt.slug);
    });
    connect(&m_workspace, &Workspace::closed, this, [this] {
        m_run.cancelAll();
        m_answers.setCells({});
        m_attempts->setCells({});
        m_pages->setCurrentIndex(0);
        for (QDockWidget *dock : docks())
            dock->hide();
    });
    connect(&m_workspace, &Workspace::closed, this, &MainWindow::updateActions,
            Qt::QueuedConnection);
    connect(&m_workspace, &Workspace::modifiedChanged, this, &MainWindow::updateActions);
    connect(m_commands, &ProjectCommands::recentChanged, this, &MainWindow::updateRecent);
    connect(m_commands, &ProjectCommands::failed, this, &MainWindow::tell);
    connect(m_commands, &ProjectCommands::done, this,
            [this](const QString &what) { statusBar()->showMessage(what, 5000); });
    connect(m_bar, &InlineBar::closed, m_bar, &QWidget::hide);

    connect(m_welcome, &WelcomePage::sampleRequested, m_commands, &ProjectCommands::openSample);
    connect(m_welcome, &WelcomePage::openRequested, m_commands, &ProjectCommands::chooseAndOpen,
            Qt::QueuedConnection);
    connect(m_welcome, &WelcomePage::newRequested, m_commands, &ProjectCommands::chooseAndMake,
            Qt::QueuedConnection);
    connect(m_welcome, &WelcomePage::recentRequested, m_commands, &ProjectCommands::openFolder);

    connect(m_tabs, &DocumentTabs::currentViewChanged, this, [this](PromptView *view) {
        m_targetsView->setDocument(view ? &view->document() : nullptr);
        m_parametersView->setDocument(view ? &view->document() : nullptr);
        if (view) {
            m_projectView->select(ProjectModel::Kind::Prompt, view->document().slug());
            view->editor().setWordWrap(m_actions[Act::WordWrap]->isChecked());
            connect(&view->document(), &PromptDocument::targetsChanged, this,
                    &MainWindow::updateMode, Qt::UniqueConnection);
        }
        m_responsesView->setVisible(view || !m_tabs->currentWidget());
        if (const DocumentView *page = view ? nullptr : m_tabs->currentPage()) {
            const ProjectDocument &document = page->document();
            const auto kind = qobject_cast<const SchemaDocument *>(&document)
                ? ProjectModel::Kind::Schema
                : qobject_cast<const ToolDocument *>(&document) ? ProjectModel::Kind::Tool
                                                                : ProjectModel::Kind::Policy;
            m_projectView->select(kind, document.slug());
        }
        updateActions();
    });
    connect(m_tabs, &DocumentTabs::closeRequested, this, [this](int index) {
        const DocumentView *page = m_tabs->page(index);
        if (!page || m_commands->mayClose(page->document()))
            m_tabs->close(index);
    });
    connect(m_tabs, &DocumentTabs::previewChanged, m_actions[Act::Preview], &QAction::setChecked);
    connect(m_tabs, &DocumentTabs::cursorMoved, m_status, &RunStatus::showCursor);
    connect(m_projectView, &ProjectView::activated, this, &MainWindow::activate);
    connect(m_projectView, &ProjectView::problemActivated, this,
            [this] { showDock(m_problemsDock); });
    using Kind = ProjectModel::Kind;
    connect(m_projectView, &ProjectView::renameRequested, this,
            [this](Kind kind, const QString &slug) {
                kind == Kind::Policy       ? m_commands->renamePolicy(slug)
                    : kind == Kind::Schema ? m_commands->renameSchema(slug)
                    : kind == Kind::Tool   ? m_commands->renameTool(slug)
                                           : m_commands->renamePrompt(slug);
            });
    connect(m_projectView, &ProjectView::duplicateRequested, this,
            [this](Kind kind, const QString &slug) {
                const QString made = kind == Kind::Policy ? m_commands->duplicatePolicy(slug)
                    : kind == Kind::Schema                ? m_commands->duplicateSchema(slug)
                    : kind == Kind::Tool                  ? m_commands->duplicateTool(slug)
                                                          : m_commands->duplicatePrompt(slug);
                if (!made.isEmpty())
                    activate(kind, made);
            });
    connect(m_projectView, &ProjectView::deleteRequested, this,
            [this](Kind kind, const QString &slug) {
                kind == Kind::Policy       ? m_commands->removePolicy(slug)
                    : kind == Kind::Schema ? m_commands->removeSchema(slug)
                    : kind == Kind::Tool   ? m_commands->removeTool(slug)
                                           : m_commands->removePrompt(slug);
            });
    connect(m_commands, &ProjectCommands::removed, this, &MainWindow::offerUndo);
    connect(m_commands, &ProjectCommands::policyRemoved, this, &MainWindow::offerPolicyUndo);
    connect(m_commands, &ProjectCommands::schemaRemoved, this, &MainWindow::offerSchemaUndo);
    connect(m_commands, &ProjectCommands::toolRemoved, this, &MainWindow::offerToolUndo);
    connect(m_tabs, &DocumentTabs::editToolRequested, this,
            [this](const QString &slug) { activate(ProjectModel::Kind::Tool, slug); });
    connect(m_tabs, &DocumentTabs::newToolRequested, this, &MainWindow::makeTool,
            Qt::QueuedConnection);
    connect(
        m_tabs, &DocumentTabs::promptRequested, this,
        [this](const QString &slug) {
            activate(ProjectModel::Kind::Prompt, slug);
            if (PromptView *view = m_tabs->current())
                view->showPage(PromptView::Page::Tools);
        },
        Qt::QueuedConnection);
    connect(m_tabs, &DocumentTabs::editSchemaRequested, this,
            [this](const QString &slug) { activate(ProjectModel::Kind::Schema, slug); });
    connect(m_tabs, &DocumentTabs::newSchemaRequested, this, &MainWindow::makeSchema,
            Qt::QueuedConnection);
    connect(&m_drafts, &DraftKeeper::found, this, &MainWindow::offerDrafts,
            Qt::QueuedConnection); // opening hides what was told before
    connect(m_problemsView, &ProblemsView::activated, this, &MainWindow::goTo);
    connect(m_problemsView, &ProblemsView::checkRequested, m_actions[Act::CheckProject],
            &QAction::trigger);
    connect(m_problemsView, &ProblemsView::countChanged, this, [this](int count) {
        m_problemsDock->setWindowTitle(count > 0 ? tr("Problems (%L1)").arg(count)
                                                 : tr("Problems"));
    });
    connect(m_targetsView, &TargetsView::keysRequested, this, &MainWindow::showKeys,
            Qt::QueuedConnection);
    connect(m_targetsView, &TargetsView::failed, this, &MainWindow::tell);
    connect(m_targetsView, &TargetsView::added, this, &MainWindow::useTarget);
    connect(m_targetsView, &TargetsView::currentChanged, this, [this](const QString &slug) {
        m_parametersView->setTarget(slug);
        updateActions();
    });
    connect(m_targetsView, &TargetsView::parametersRequested, this,
            [this] { showDock(m_parametersDock); });
    connect(m_parametersView, &ParametersView::targetsRequested, this,
            [this] { showDock(m_targetsDock); });
    connect(m_parametersView, &ParametersView::saveRequested, m_commands,
            &ProjectCommands::saveTarget);

    m_responsesView->setOffers(
        {Remedy::RunAgain, Remedy::AddKey, Remedy::UseSimulator, Remedy::EditPrompt});
    connect(m_responsesView, &ResponsesView::runRequested, this, &MainWindow::run);
    connect(m_responsesView, &ResponsesView::inspectRequested, this, [this](CallId id) {
        showDock(m_attemptsDock);
        m_attemptsView->inspect(id);
    });
    connect(m_responsesView, &ResponsesView::remedyRequested, this,
            [this](CallId, Remedy remedy) { answer(remedy); });
    connectAttempts(*m_attemptsView);
    connect(m_status, &RunStatus::saveRequested, m_actions[Act::SaveAll], &QAction::trigger);
    connect(m_status, &RunStatus::targetsRequested, this, [this] { showDock(m_targetsDock); });
    connect(m_status, &RunStatus::attemptsRequested, this, [this] { showDock(m_attemptsDock); });
}

void MainWindow::connectAttempts(AttemptsView &view)
{
    connect(&view, &AttemptsView::demonstrationRequested, this, &MainWindow::demonstrate);
    connect(&view, &AttemptsView::sendAgainRequested, this,
            [this, &view](CallId call, const Attempt &attempt) { sendAgain(view, call, attempt); });
    connect(&view, &AttemptsView::scriptRequested, this, &MainWindow::makeScript);
    connect(&view, &AttemptsView::exportRequested, this, &MainWindow::exportAttempt);
    connect(&view, &AttemptsView::policyRequested, this, &MainWindow::editPolicyOf);
    connect(&view, &AttemptsView::tabRequested, m_actions[Act::AttemptsTab], &QAction::trigger);
    connect(&view, &AttemptsView::cancelRequested, &m_run, &RunController::cancel);
    connect(&view, &AttemptsView::retryNowRequested, &m_run, &RunController::retryNow);
}

/// The inspector at the size of the window; one at a time.
void MainWindow::openAttemptsTab()
{
    if (!m_attemptsTab) {
        m_attemptsTab = new AttemptsView(*m_attempts, AttemptsView::Place::Tab);
        m_attemptsTab->setObjectName(u"attemptsTab"_s);
        connectAttempts(*m_attemptsTab);
        m_tabs->openTool(m_attemptsTab, tr("Attempts"), icon(u"view-calendar-timeline"_s));
    }
    m_tabs->setCurrentWidget(m_attemptsTab);
    if (const auto id = m_responsesView->focusedCall())
        m_attemptsTab->inspect(*id);
}

void MainWindow::updateActions()
{
    const PromptView *view = m_tabs->current();
    const bool open = m_workspace.isOpen();
    const bool running = m_run.isRunning();
    const bool answers = !m_run.cells().isEmpty();
    const int modified = int(m_workspace.modifiedNames().size());
    const bool target = m_workspace.targets().isModified(m_parametersView->target());
    const auto enable = [this](std::initializer_list<Act> acts, bool enabled, const QString &why) {
        for (const Act act : acts) {
            m_actions[act]->setEnabled(enabled);
            m_actions[act]->setStatusTip(enabled ? QString() : why);
        }
    };
    enable({Act::NewPrompt, Act::NewSchema, Act::NewTool, Act::NewPolicy, Act::NewSnippet,
            Act::AddTarget, Act::CloseProject, Act::CheckProject, Act::Budgets, Act::ViewProject,
            Act::ViewTargets, Act::ViewParameters, Act::ViewAttempts, Act::AttemptsTab,
            Act::ViewProblems, Act::ResetLayout},
           open, tr("Open a project first."));
    const DocumentView *page = m_tabs->currentPage();
    enable({Act::CloseTab}, m_tabs->currentWidget(), tr("Nothing is open."));
    enable({Act::Run, Act::Find, Act::FindNext, Act::FindPrevious, Act::Replace, Act::GoToPrompt,
            Act::GoToOutput, Act::GoToTools, Act::GoToDynamic, Act::GoToLine, Act::Preview,
            Act::InsertSystem, Act::InsertUser, Act::InsertAssistant, Act::InsertHistory,
            Act::InsertVariable, Act::ZoomIn, Act::ZoomOut, Act::ZoomReset},
           view, tr("Open a prompt first."));
    const bool document = page && page->document().isModified();
    enable({Act::Save}, document || target, tr("There are no changes."));
    enable({Act::Revert}, document, tr("There are no changes."));
    enable({Act::SaveAll}, modified > 0, tr("There are no changes."));
    enable({Act::CancelAll}, running || m_run.isSendingAgain(), tr("Nothing is running."));
    enable({Act::CancelFocused, Act::TryNow}, running, tr("Nothing is running."));
    enable({Act::Export, Act::CopyAnswers, Act::CopyRecords}, !m_run.records().isEmpty(),
           tr("Run a prompt first."));
    enable({Act::InspectAttempts, Act::NextColumn, Act::PreviousColumn, Act::MaximizeColumn},
           answers, tr("Run a prompt first."));
    m_actions[Act::Run]->setText(running ? tr("&Run Again") : tr("&Run"));
    m_actions[Act::Run]->setIconText(tr("Run"));
    m_actions[Act::CancelAll]->setIconText(tr("Cancel"));
    m_actions[Act::Preview]->setIconText(tr("Preview"));
    m_actions[Act::InspectAttempts]->setIconText(tr("Inspect"));
    m_actions[Act::Export]->setIconText(tr("Export"));
    m_actions[Act::FindAction]->setIconText(tr("Find Action"));
    m_status->showSaved(open, modified);
    updateMode();
    updateTitle();
}

void MainWindow::updateTitle()
{
    const DocumentView *view = m_tabs->currentPage();
    const QString project = m_workspace.project().name;
    if (!m_workspace.isOpen())
        setWindowTitle(tr("Antiphon[*]"));
    else if (view)
        setWindowTitle(tr("%1[*] – %2 – Antiphon").arg(view->document().title(), project));
    else
        setWindowTitle(tr("%1[*] – Antiphon").arg(project));
    setWindowModified(!m_workspace.modifiedNames().isEmpty());
}

void MainWindow::updateMode()
{
    const PromptView *view = m_tabs->current();
    int simulated = 0;
    int live = 0;
    const QStringList chosen = view ? view->document().targets() : QStringList();
    for (const QString &slug : chosen) {
        const TargetEntry *entry = findTarget(m_workspace.project(), slug);
        const bool fake = m_actions[Act::SimulateAll]->isChecked()
            || (entry && entry->target.provider == "simulator"_L1);
        ++(fake ? simulated : live);
    }
    m_status->showMode(simulated, live);
    const QString keys = m_actions[Act::Run]->shortcut().toString(QKeySequence::NativeText);
    m_responsesView->setEmptySentence(
        chosen.isEmpty()
            ? tr("Choose targets at the side, then press %1.").arg(keys)
            : tr("Press %1 to run on %Ln target(s).", nullptr, int(chosen.size())).arg(keys));
}

void MainWindow::updateRecent()
{
    QMenu *file = m_actions.menu(u"file"_s);
    auto *recent = file->findChild<QMenu *>(u"menu.recent"_s);
    if (!recent) {
        recent = new QMenu(tr("Open &Recent"), file);
        recent->setObjectName(u"menu.recent"_s);
        file->insertMenu(m_actions[Act::OpenSample], recent);
    }
    recent->clear();
    for (const QString &folder : m_commands->recent())
        connect(recent->addAction(icon(u"folder"_s), QDir::toNativeSeparators(folder)),
                &QAction::triggered, this, [this, folder] { openProject(folder); });
    recent->setEnabled(!recent->isEmpty());
    m_welcome->setRecent(m_commands->recent());
}

} // namespace Antiphon::Ui
