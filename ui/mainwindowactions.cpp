// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow.h"

#include "actions/actionfinder.h"
#include "actions/keyboardoverview.h"
#include "appearance.h"
#include "attempts/attemptsmodel.h"
#include "attempts/attemptsview.h"
#include "exports/exportdialog.h"
#include "inputs/inputsform.h"
#include "keys/keysdialog.h"
#include "problems/problemsview.h"
#include "project/projectview.h"
#include "prompt/promptview.h"
#include "prompt/templateeditor.h"
#include "responses/responsesview.h"
#include "run/wiring.h"
#include "targets/targetsview.h"
#include "theme/icons.h"
#include "welcome/welcomepage.h"
#include "widgets/inlinebar.h"
#include "window/documenttabs.h"
#include "window/projectcommands.h"
#include "window/runstatus.h"

#include <antiphon/net/engine.h>
#include <antiphon/store/builtin.h>
#include <antiphon/store/exchange/exportrecords.h>
#include <antiphon/store/settings.h>

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QDockWidget>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolBar>

#include <algorithm>
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
    onDialog(Act::AddTarget, [this] { addTarget(); });
    onDialog(Act::NewProject, [this] { m_commands->chooseAndMake(); });
    onDialog(Act::OpenProject, [this] { m_commands->chooseAndOpen(); });
    on(Act::OpenSample, [this] { m_commands->openSample(); });
    onDialog(Act::Export, [this] { exportAnswers(); });
    on(Act::Save, [this] {
        if (PromptView *view = m_tabs->current())
            m_commands->save(view->document());
    });
    on(Act::SaveAll, [this] { m_commands->saveAll(); });
    onDialog(Act::Revert, [this] {
        if (PromptView *view = m_tabs->current())
            m_commands->revert(view->document());
    });
    on(Act::CloseTab, [this] {
        if (m_tabs->current())
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

void MainWindow::connectEditActions()
{
    // The widget with the focus knows what these mean; all text widgets name them alike.
    const std::pair<Act, const char *> slots_[] = {
        {Act::Undo, "undo"}, {Act::Redo, "redo"},   {Act::Cut, "cut"},
        {Act::Copy, "copy"}, {Act::Paste, "paste"}, {Act::SelectAll, "selectAll"},
    };
    for (const auto &[act, name] : slots_) {
        connect(m_actions[act], &QAction::triggered, this, [name] {
            QWidget *widget = QApplication::focusWidget();
            if (widget && widget->metaObject()->indexOfMethod(QByteArray(name) + "()") >= 0)
                QMetaObject::invokeMethod(widget, name);
        });
    }
    connect(m_actions[Act::CopyAnswers], &QAction::triggered, this, [this] { copyAnswers(false); });
    connect(m_actions[Act::CopyRecords], &QAction::triggered, this, [this] { copyAnswers(true); });
    connect(m_actions[Act::GoToPrompt], &QAction::triggered, this, [this] {
        if (PromptView *view = m_tabs->current())
            view->editor().setFocus();
    });
}

void MainWindow::connectViewActions()
{
    const auto on = [this](Act act, auto &&action) {
        connect(m_actions[act], &QAction::triggered, this, action);
    };
    on(Act::ViewProject, [this] { showDock(m_projectDock); });
    on(Act::ViewTargets, [this] { showDock(m_targetsDock); });
    on(Act::ViewAttempts, [this] { showDock(m_attemptsDock); });
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
        for (int i = 0; i < m_tabs->count(); ++i)
            m_tabs->view(i)->editor().setWordWrap(wrap);
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
    connectRun(m_run, *m_attempts, *m_attemptsView);
    connect(&m_run, &RunController::runStarted, m_status, &RunStatus::showRun);
    connect(&m_run, &RunController::updated, m_status, &RunStatus::showRun);
    connect(&m_run, &RunController::runningChanged, this, &MainWindow::updateActions);
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
    onDialog(Act::ProvidersAndKeys, [this] { showKeys(); });
    onDialog(Act::FindAction, [this] {
        updateActions();
        ActionFinder(m_actions, this).exec();
    });
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

void MainWindow::connectViews()
{
    connect(&m_workspace, &Workspace::opened, this, [this] {
        const Project &project = m_workspace.project();
        m_context.engine.setLimits({project.concurrencyTotal, project.concurrencyPerProvider});
        m_bar->hide();
        m_pages->setCurrentIndex(1);
        for (QDockWidget *dock : {m_projectDock, m_targetsDock, m_attemptsDock, m_problemsDock})
            dock->show();
        m_attemptsDock->raise();
        if (m_context.settings.get(Keys::windowState).isEmpty())
            fitDocks(); // the window may have got another size since the layout was made
        if (!project.prompts.isEmpty())
            activate(ProjectModel::Kind::Prompt, project.prompts.first().prompt.slug);
    });
    connect(&m_workspace, &Workspace::closed, this, [this] {
        m_run.cancelAll();
        m_answers.setCells({});
        m_attempts->setCells({});
        m_pages->setCurrentIndex(0);
        for (QDockWidget *dock : {m_projectDock, m_targetsDock, m_attemptsDock, m_problemsDock})
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
        if (view) {
            m_projectView->select(ProjectModel::Kind::Prompt, view->document().slug());
            view->editor().setWordWrap(m_actions[Act::WordWrap]->isChecked());
            connect(&view->document(), &PromptDocument::targetsChanged, this,
                    &MainWindow::updateMode, Qt::UniqueConnection);
        }
        updateActions();
    });
    connect(m_tabs, &DocumentTabs::closeRequested, this, [this](int index) {
        if (m_commands->mayClose(m_tabs->view(index)->document()))
            m_tabs->close(index);
    });
    connect(m_tabs, &DocumentTabs::previewChanged, m_actions[Act::Preview], &QAction::setChecked);
    connect(m_tabs, &DocumentTabs::cursorMoved, m_status, &RunStatus::showCursor);
    connect(m_projectView, &ProjectView::activated, this, &MainWindow::activate);
    connect(m_projectView, &ProjectView::problemActivated, this,
            [this] { showDock(m_problemsDock); });
    connect(m_problemsView, &ProblemsView::activated, this, &MainWindow::goTo);
    connect(m_problemsView, &ProblemsView::checkRequested, m_actions[Act::CheckProject],
            &QAction::trigger);
    connect(m_problemsView, &ProblemsView::countChanged, this, [this](int count) {
        m_problemsDock->setWindowTitle(count > 0 ? tr("Problems (%L1)").arg(count)
                                                 : tr("Problems"));
    });
    connect(m_targetsView, &TargetsView::keysRequested, this, &MainWindow::showKeys,
            Qt::QueuedConnection);
    connect(m_targetsView, &TargetsView::addRequested, this, &MainWindow::addTarget,
            Qt::QueuedConnection);

    m_responsesView->setOffers(
        {Remedy::RunAgain, Remedy::AddKey, Remedy::UseSimulator, Remedy::EditPrompt});
    connect(m_responsesView, &ResponsesView::runRequested, this, &MainWindow::run);
    connect(m_responsesView, &ResponsesView::inspectRequested, this, [this](CallId id) {
        showDock(m_attemptsDock);
        m_attemptsView->inspect(id);
    });
    connect(m_responsesView, &ResponsesView::remedyRequested, this,
            [this](CallId, Remedy remedy) { answer(remedy); });
    connect(m_attemptsView, &AttemptsView::demonstrationRequested, this, &MainWindow::demonstrate);
    connect(m_status, &RunStatus::saveRequested, m_actions[Act::SaveAll], &QAction::trigger);
    connect(m_status, &RunStatus::targetsRequested, this, [this] { showDock(m_targetsDock); });
    connect(m_status, &RunStatus::attemptsRequested, this, [this] { showDock(m_attemptsDock); });
}

void MainWindow::updateActions()
{
    const PromptView *view = m_tabs->current();
    const bool open = m_workspace.isOpen();
    const bool running = m_run.isRunning();
    const bool answers = !m_run.cells().isEmpty();
    const int modified = int(m_workspace.modified().size());
    const auto enable = [this](std::initializer_list<Act> acts, bool enabled, const QString &why) {
        for (const Act act : acts) {
            m_actions[act]->setEnabled(enabled);
            m_actions[act]->setStatusTip(enabled ? QString() : why);
        }
    };
    enable({Act::NewPrompt, Act::AddTarget, Act::CloseProject, Act::CheckProject, Act::ViewProject,
            Act::ViewTargets, Act::ViewAttempts, Act::ViewProblems, Act::ResetLayout},
           open, tr("Open a project first."));
    enable({Act::Run, Act::CloseTab, Act::GoToPrompt, Act::Preview, Act::InsertSystem,
            Act::InsertUser, Act::InsertAssistant, Act::InsertHistory, Act::InsertVariable,
            Act::ZoomIn, Act::ZoomOut, Act::ZoomReset},
           view, tr("Open a prompt first."));
    enable({Act::Save, Act::Revert}, view && view->document().isModified(),
           tr("There are no changes."));
    enable({Act::SaveAll}, modified > 0, tr("There are no changes."));
    enable({Act::CancelAll, Act::CancelFocused, Act::TryNow}, running, tr("Nothing is running."));
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
    const PromptView *view = m_tabs->current();
    const QString project = m_workspace.project().name;
    if (!m_workspace.isOpen())
        setWindowTitle(tr("Antiphon[*]"));
    else if (view)
        setWindowTitle(tr("%1[*] – %2 – Antiphon").arg(view->document().title(), project));
    else
        setWindowTitle(tr("%1[*] – Antiphon").arg(project));
    setWindowModified(!m_workspace.modified().isEmpty());
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

void MainWindow::activate(ProjectModel::Kind kind, const QString &slug)
{
    switch (kind) {
    case ProjectModel::Kind::Prompt:
        if (PromptView *view = m_tabs->open(slug))
            view->editor().setFocus();
        break;
    case ProjectModel::Kind::Target:
        showDock(m_targetsDock);
        m_targetsView->select(slug);
        break;
    case ProjectModel::Kind::Policy:
    case ProjectModel::Kind::Snippet:
        break;
    }
}

void MainWindow::goTo(const Problem &problem)
{
    const QString slug = problem.file.section(u'/', 1, 1);
    if (!problem.file.startsWith("prompts/"_L1) || !findPrompt(m_workspace.project(), slug))
        return;
    activate(ProjectModel::Kind::Prompt, slug);
    PromptView *view = m_tabs->current();
    if (!view || problem.line == 0)
        return;
    const PromptEntry *entry = findPrompt(m_workspace.project(), slug);
    const QString variant = entry->variantFiles.key(problem.file.section(u'/', 2));
    view->document().setVariant(variant);
    view->editor().goTo(problem.line, problem.column);
}

void MainWindow::run()
{
    PromptView *view = m_tabs->current();
    if (!view)
        return;
    m_bar->hide();
    if (view->document().targets().isEmpty()) {
        showDock(m_targetsDock);
        m_bar->showMessage(InlineBar::Kind::Information, tr("No target is chosen."),
                           tr("Check where to run. Simulated targets need no key."));
        m_bar->show();
        return;
    }
    if (view->inputs().focusFirstProblem()) {
        view->showPreview(false);
        return;
    }
    m_run.start({.project = m_workspace.project(),
                 .prompt = view->document().prompt(),
                 .values = view->document().values(),
                 .targets = view->document().targets(),
                 .simulateAll = m_actions[Act::SimulateAll]->isChecked(),
                 .retries = m_actions[Act::AutomaticRetries]->isChecked()});
}

/// A new target is for the prompt at hand, so that prompt runs on it.
void MainWindow::addTarget()
{
    const QString slug = m_commands->makeTarget();
    if (slug.isEmpty())
        return;
    if (PromptView *view = m_tabs->current())
        view->document().setTargets(view->document().targets() + QStringList {slug});
    showDock(m_targetsDock);
    m_targetsView->select(slug);
}

/// Runs on the target that shows most in the inspector: one whose first attempts fail.
void MainWindow::demonstrate()
{
    PromptView *view = m_tabs->current();
    if (!view)
        return;
    for (const TargetEntry &entry : m_workspace.project().targets) {
        if (entry.target.provider == "simulator"_L1 && entry.target.model == "flaky"_L1
            && !view->document().targets().contains(entry.target.slug))
            view->document().setTargets(view->document().targets()
                                        + QStringList {entry.target.slug});
    }
    run();
}

void MainWindow::answer(Remedy remedy)
{
    switch (remedy) {
    case Remedy::RunAgain:
        run();
        break;
    case Remedy::AddKey:
        showKeys();
        break;
    case Remedy::UseSimulator:
        m_actions[Act::SimulateAll]->setChecked(true);
        updateMode();
        run();
        break;
    case Remedy::EditPrompt:
        m_actions[Act::GoToPrompt]->trigger();
        break;
    case Remedy::EditTarget:
        showDock(m_targetsDock);
        break;
    }
}

void MainWindow::tell(const QString &what, const Error &error)
{
    m_bar->showMessage(InlineBar::Kind::Error, what, error.message);
    m_bar->setDetails(QString::fromUtf8(error.evidence));
    m_bar->show();
}

void MainWindow::showDock(QDockWidget *dock)
{
    dock->show();
    dock->raise();
    dock->widget()->setFocus();
}

void MainWindow::copyAnswers(bool asJson)
{
    const QByteArray text
        = exportRecords(m_run.records(), asJson ? ExportFormat::JsonList : ExportFormat::Markdown);
    QApplication::clipboard()->setText(QString::fromUtf8(text));
    statusBar()->showMessage(tr("Copied the answers."), 5000);
}

void MainWindow::exportAnswers()
{
    ExportDialog dialog(m_run.records(), this);
    if (dialog.exec() == QDialog::Accepted && !dialog.savedTo().isEmpty())
        statusBar()->showMessage(
            tr("Exported to “%1”.").arg(QDir::toNativeSeparators(dialog.savedTo())), 5000);
}

void MainWindow::showKeys()
{
    KeysDialog(builtinProviders(), m_workspace.project().targets, m_context.secrets, this).exec();
    m_targetsView->checkKeys();
}

} // namespace Antiphon::Ui
