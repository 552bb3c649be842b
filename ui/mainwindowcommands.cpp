// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow.h"

#include "attempts/attemptsmodel.h"
#include "attempts/attemptsview.h"
#include "dynamics/dynamicsview.h"
#include "exports/exportdialog.h"
#include "inputs/inputsform.h"
#include "keys/keysdialog.h"
#include "parameters/parametersview.h"
#include "prompt/promptview.h"
#include "prompt/templateeditor.h"
#include "retry/policyview.h"
#include "schema/schemaview.h"
#include "targets/targetsview.h"
#include "tools/toolview.h"
#include "widgets/inlinebar.h"
#include "window/documenttabs.h"
#include "window/projectcommands.h"
#include "wording/errors.h"

#include <antiphon/core/simulate/recordedscript.h>
#include <antiphon/store/builtin.h>
#include <antiphon/store/exchange/exportrecords.h>

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QDockWidget>
#include <QLocale>
#include <QPushButton>
#include <QStatusBar>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

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
    case ProjectModel::Kind::Snippet:
        QMetaObject::invokeMethod(
            m_commands, [this, slug] { m_commands->editSnippet(slug); }, Qt::QueuedConnection);
        break;
    case ProjectModel::Kind::Schema:
        if (SchemaView *view = m_tabs->openSchema(slug))
            view->setFocus();
        break;
    case ProjectModel::Kind::Tool:
        if (ToolView *view = m_tabs->openProjectTool(slug))
            view->setFocus();
        break;
    case ProjectModel::Kind::Policy:
        if (PolicyView *view = m_tabs->openPolicy(slug))
            view->setFocus();
        break;
    }
}

void MainWindow::goTo(const Problem &problem)
{
    const QString slug = problem.file.section(u'/', 1, 1);
    if (problem.file.startsWith("schemas/"_L1)) {
        SchemaView *view = m_tabs->openSchema(slug.section(u'.', 0, 0));
        if (view && problem.line > 0)
            view->goTo(problem.line, problem.column);
        return;
    }
    if (problem.file.startsWith("tools/"_L1)) {
        if (ToolView *view = m_tabs->openProjectTool(slug.section(u'.', 0, 0)))
            view->goTo(problem.file, problem.line, problem.column);
        return;
    }
    if (problem.file.startsWith("retry/"_L1)) {
        if (PolicyView *view = m_tabs->openPolicy(slug.section(u'.', 0, 0)))
            view->goTo(problem.line, problem.column);
        return;
    }
    if (!problem.file.startsWith("prompts/"_L1) || !findPrompt(m_workspace.project(), slug))
        return;
    activate(ProjectModel::Kind::Prompt, slug);
    PromptView *view = m_tabs->current();
    if (!view)
        return;
    const QString name = problem.file.section(u'/', 2);
    if (name.endsWith(".js"_L1)) {
        view->showPage(PromptView::Page::Dynamic);
        view->dynamics().goTo(name == "parse.js"_L1 ? PromptScript::Parser : PromptScript::Config,
                              problem.line, problem.column);
        return;
    }
    if (problem.line == 0 || !name.endsWith(".tmpl"_L1))
        return;
    view->showPage(PromptView::Page::Template);
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

/// What the person is at: the target whose parameters have the focus, else what the tab shows.
void MainWindow::save()
{
    const QString slug = m_parametersView->target();
    const bool targetModified = m_workspace.targets().isModified(slug);
    DocumentView *page = m_tabs->currentPage();
    const bool documentModified = page && page->document().isModified();
    const QWidget *focus = QApplication::focusWidget();
    const bool atTarget
        = m_parametersView->isAncestorOf(focus) || m_targetsView->isAncestorOf(focus);
    if (targetModified && (atTarget || !documentModified))
        m_commands->saveTarget(slug);
    else if (documentModified)
        m_commands->save(page->document());
}

/// A new target is for the prompt at hand, so that prompt runs on it.
void MainWindow::useTarget(const QString &slug)
{
    if (PromptView *view = m_tabs->current())
        view->document().setTargets(view->document().targets() + QStringList {slug});
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

/// A deleted prompt can come back as long as nothing else is told.
void MainWindow::offerUndo(const RemovedPrompt &removed)
{
    const QString title = removed.entry.prompt.title.isEmpty() ? removed.entry.prompt.slug
                                                               : removed.entry.prompt.title;
    m_bar->showMessage(InlineBar::Kind::Information, tr("Deleted “%1”.").arg(title),
                       removed.inTrash.isEmpty() ? tr("This system has no trash.")
                                                 : tr("It is in the trash."));
    if (!removed.inTrash.isEmpty())
        connect(m_bar->addButton(tr("Undo")), &QPushButton::clicked, this, [this, removed] {
            m_bar->hide();
            m_commands->restorePrompt(removed);
            activate(ProjectModel::Kind::Prompt, removed.entry.prompt.slug);
        });
    m_bar->show();
}

void MainWindow::offerSchemaUndo(const RemovedSchema &removed)
{
    const QStringList users = usersOfSchema(m_workspace.project(), removed.slug);
    m_bar->showMessage(InlineBar::Kind::Information, tr("Deleted “%1”.").arg(removed.slug),
                       users.isEmpty() ? tr("No prompt uses it.")
                                       : tr("%Ln prompt(s) ask for it and cannot run without it.",
                                            nullptr, int(users.size())));
    connect(m_bar->addButton(tr("Undo")), &QPushButton::clicked, this, [this, removed] {
        m_bar->hide();
        m_commands->restoreSchema(removed);
        activate(ProjectModel::Kind::Schema, removed.slug);
    });
    m_bar->show();
}

/// A new schema is for the prompt at hand, if that asks for a value and has none.
void MainWindow::makeSchema()
{
    PromptView *view = m_tabs->current();
    const QString slug = m_commands->makeSchema();
    if (slug.isEmpty())
        return;
    if (view && view->page() == PromptView::Page::Output) {
        OutputSpec output = view->document().output().value_or(OutputSpec {});
        output.schema = slug;
        view->document().setOutput(output, tr("Use New Schema"));
    }
    activate(ProjectModel::Kind::Schema, slug);
}

void MainWindow::offerToolUndo(const ToolEntry &removed)
{
    const QStringList users = usersOfTool(m_workspace.project(), removed.tool.slug);
    m_bar->showMessage(InlineBar::Kind::Information, tr("Deleted “%1”.").arg(removed.tool.slug),
                       users.isEmpty() ? tr("No prompt uses it.")
                                       : tr("%Ln prompt(s) name it and cannot run without it.",
                                            nullptr, int(users.size())));
    connect(m_bar->addButton(tr("Undo")), &QPushButton::clicked, this, [this, removed] {
        m_bar->hide();
        m_commands->restoreTool(removed);
        activate(ProjectModel::Kind::Tool, removed.tool.slug);
    });
    m_bar->show();
}

/// A new tool is for the prompt at hand, if its tools are shown.
void MainWindow::makeTool()
{
    PromptView *view = m_tabs->current();
    const QString slug = m_commands->makeTool();
    if (slug.isEmpty())
        return;
    if (view && view->page() == PromptView::Page::Tools) {
        ToolOffer use = view->document().toolOffer();
        use.tools.append(slug);
        view->document().setToolOffer(use, tr("Use New Tool"));
    }
    activate(ProjectModel::Kind::Tool, slug);
}

void MainWindow::offerPolicyUndo(const RetryEntry &removed)
{
    m_bar->showMessage(InlineBar::Kind::Information, tr("Deleted “%1”.").arg(removed.slug),
                       tr("What named it retries by the default policy."));
    connect(m_bar->addButton(tr("Undo")), &QPushButton::clicked, this, [this, removed] {
        m_bar->hide();
        m_commands->restorePolicy(removed);
        activate(ProjectModel::Kind::Policy, removed.slug);
    });
    m_bar->show();
}

void MainWindow::offerDrafts(const QStringList &names, const QDateTime &when)
{
    m_bar->showMessage(InlineBar::Kind::Information, tr("There are changes that were not saved."),
                       tr("%1, from %2.")
                           .arg(names.join(tr(", ")),
                                QLocale().toString(when.toLocalTime(), QLocale::ShortFormat)));
    connect(m_bar->addButton(tr("Restore")), &QPushButton::clicked, this, [this] {
        m_bar->hide();
        m_drafts.restore();
        updateActions();
    });
    connect(m_bar->addButton(tr("Discard")), &QPushButton::clicked, this, [this] {
        m_bar->hide();
        m_drafts.discard();
    });
    m_bar->show();
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

void MainWindow::exportAttempt(const Attempt &attempt)
{
    ExportDialog dialog(attempt, this);
    if (dialog.exec() == QDialog::Accepted && !dialog.savedTo().isEmpty())
        statusBar()->showMessage(
            tr("Exported to “%1”.").arg(QDir::toNativeSeparators(dialog.savedTo())), 5000);
}

/// A call of its own beside the run, which \p view then shows.
void MainWindow::sendAgain(AttemptsView &view, CallId call, const Attempt &attempt)
{
    m_run
        .sendAgain({.project = m_workspace.project(),
                    .call = call,
                    .attempt = attempt,
                    .simulateAll = m_actions[Act::SimulateAll]->isChecked()})
        .then(&view, [&view](const Result<CallId> &sent) {
            if (sent)
                view.inspect(*sent);
            else
                view.tellNotSent(sent.error());
        });
}

/// A target that answers as a recorded call was answered: a failure to try again offline.
void MainWindow::makeScript(const QList<Attempt> &attempts)
{
    const Attempt &first = attempts.first();
    const Target target {.label = tr("%1 recorded", "name of a simulated target").arg(first.target),
                         .provider = u"simulator"_s,
                         .api = simulatedApiFor(first.codec),
                         .model = u"scripted"_s,
                         .simulate = scriptFromAttempts(attempts)};
    const Result<QString> slug = m_workspace.addTarget(target);
    if (!slug) {
        tell(tr("The simulated target is not made."), slug.error());
        return;
    }
    showDock(m_targetsDock);
    m_targetsView->select(*slug);
    m_bar->showMessage(
        InlineBar::Kind::Positive,
        tr("Made the simulated target “%1” from %Ln attempt(s).", nullptr, int(attempts.size()))
            .arg(target.label));
    if (m_tabs->current())
        connect(m_bar->addButton(tr("Run on It")), &QPushButton::clicked, this,
                [this, slug = *slug] {
                    useTarget(slug);
                    run();
                });
    m_bar->show();
}

/// The policy that a target's attempts follow: its own, the prompt's or the project's.
void MainWindow::editPolicyOf(const QString &target)
{
    const Project &project = m_workspace.project();
    const TargetEntry *entry = findTarget(project, target);
    const PromptView *view = m_tabs->current();
    QString slug = entry ? entry->target.retry : QString();
    if (slug.isEmpty() && view)
        slug = view->document().prompt().retry;
    if (slug.isEmpty())
        slug = project.defaultRetry;
    if (m_tabs->openPolicy(slug))
        return;
    m_bar->showMessage(
        InlineBar::Kind::Information,
        tr("There is no file for the retry policy “%1”: the built-in one decides.").arg(slug));
    connect(m_bar->addButton(tr("Make It")), &QPushButton::clicked, this, [this, slug] {
        m_bar->hide();
        if (const Result<QString> made = m_workspace.addPolicy(slug, defaultPolicy()))
            activate(ProjectModel::Kind::Policy, *made);
        else
            tell(tr("The retry policy is not made."), made.error());
    });
    m_bar->show();
}

void MainWindow::showKeys()
{
    KeysDialog(builtinProviders(), m_workspace.project().targets, m_context.secrets, this).exec();
    m_targetsView->checkKeys();
}

} // namespace Antiphon::Ui
