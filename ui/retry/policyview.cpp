// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "retry/policyview.h"

#include "retry/policyform.h"
#include "retry/policyparts.h"
#include "retry/policypreview.h"
#include "retry/policytext.h"
#include "retry/policytrial.h"
#include "theme/icons.h"
#include "theme/metrics.h"
#include "widgets/inlinebar.h"
#include "workspace.h"

#include <antiphon/store/project/jsonfile.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

PolicyView::PolicyView(PolicyDocument &document, Workspace &workspace, QWidget *parent)
    : DocumentView(parent)
    , m_document(document)
    , m_workspace(workspace)
    , m_title(new QLabel)
    , m_users(new QLabel)
    , m_presets(new QMenu(this))
    , m_bar(new InlineBar)
    , m_form(new PolicyForm)
    , m_area(new QScrollArea)
    , m_tabs(new QTabWidget)
    , m_preview(new PolicyPreview)
    , m_trial(new PolicyTrial)
    , m_text(new PolicyText(document))
    , m_splitter(new QSplitter(Qt::Horizontal))
{
    setObjectName(u"retryPolicyEditor"_s);
    setAccessibleName(tr("Retry policy %1").arg(document.slug()));
    m_area->setWidget(m_form);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("What the policy comes to"));
    m_tabs->addTab(m_preview, tr("Preview"));
    m_tabs->addTab(m_trial, tr("Test on Simulator"));
    m_tabs->addTab(m_text, tr("Text"));
    m_bar->hide();

    m_splitter->addWidget(m_area);
    m_splitter->addWidget(m_tabs);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    m_area->setMinimumWidth(m_form->minimumSizeHint().width()
                            + m_area->verticalScrollBar()->sizeHint().width());
    // Less than its pages want: before it comes to that, they stand below the form.
    m_tabs->setMinimumWidth(fontMetrics().averageCharWidth() * 36);
    const int form = std::max(fontMetrics().averageCharWidth() * 52, m_area->minimumWidth());
    m_splitter->setSizes({form, form * 2});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(m_bar);
    column->addWidget(m_splitter, 1);
    setFocusProxy(m_form);

    connect(m_form, &PolicyForm::edited, this,
            [this](const RetryPolicy &policy, const QString &what, const QString &key) {
                if (!m_document.edit(policy, what, key))
                    m_form->setPolicy(m_document.policy());
            });
    connect(m_form, &PolicyForm::textRequested, this, &PolicyView::editAsText);
    connect(&m_document, &PolicyDocument::changed, this, &PolicyView::showDocument);
    connect(m_preview, &PolicyPreview::changed, this, &PolicyView::showHints);
    connect(&m_workspace, &Workspace::reloaded, this, &PolicyView::showUsers);
    fillPresets();
    showUsers();
    showDocument();
}

QWidget *PolicyView::makeHead()
{
    auto *head = new QWidget;
    QFont bold = m_title->font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_users->setForegroundRole(QPalette::PlaceholderText);
    m_users->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *presets = new QPushButton(tr("Presets"));
    presets->setToolTip(tr("Begin with a policy that is ready made"));
    presets->setMenu(m_presets);
    m_presets->setToolTipsVisible(true);
    auto *row = new QHBoxLayout(head);
    const int space = gap(*this);
    row->setContentsMargins(space * 2, space / 2, space, space / 2);
    row->addWidget(m_title);
    row->addSpacing(space);
    row->addWidget(m_users, 1);
    row->addWidget(presets);
    return head;
}

void PolicyView::fillPresets()
{
    bool sdk = false;
    for (const PolicyPreset &preset : policyPresets()) {
        if (preset.sdk && !std::exchange(sdk, true))
            m_presets->addSection(tr("As Other Libraries Do"));
        QAction *action = m_presets->addAction(preset.title);
        action->setToolTip(preset.about);
        action->setStatusTip(preset.about);
        connect(action, &QAction::triggered, this, [this, preset] {
            if (!m_document.canBeRead()) {
                m_tabs->setCurrentWidget(m_text);
                return; // the bar says why
            }
            // Where to fall back to is the project's, not the preset's.
            RetryPolicy policy = preset.policy;
            policy.slug = m_document.slug();
            policy.fallback.targets = m_document.policy().fallback.targets;
            policy.fallback.contextLength = m_document.policy().fallback.contextLength;
            policy.fallback.filtered = m_document.policy().fallback.filtered;
            policy.fallback.catches = m_document.policy().fallback.catches;
            m_document.edit(policy, tr("Preset %1").arg(preset.title));
        });
    }
}

void PolicyView::showDocument()
{
    const bool good = m_document.canBeRead();
    m_title->setText(m_document.slug());
    m_form->setEnabled(good);
    m_form->setPolicy(m_document.policy());
    m_preview->setPolicy(m_document.policy());
    m_trial->setPolicy(m_document.policy());
    const auto errors
        = std::ranges::count(m_document.problems(), Problem::Severity::Error, &Problem::severity);
    m_tabs->setTabIcon(m_tabs->indexOf(m_text),
                       errors > 0 ? glyphIcon(Glyph::Cross, ColorRole::Negative) : QIcon());
    showHints();
}

/// Errors of the text come first, then what may surprise; one bar for one thing.
void PolicyView::showHints()
{
    const QList<Problem> &problems = m_document.problems();
    if (!problems.isEmpty()) {
        const Problem &first = problems.first();
        const bool error = first.severity == Problem::Severity::Error;
        m_bar->showMessage(
            error ? InlineBar::Kind::Error : InlineBar::Kind::Information, first.message,
            m_document.canBeRead() ? QString() : tr("The form shows the policy as it was before."));
        connect(m_bar->addButton(tr("Show in Text")), &QPushButton::clicked, this,
                [this, first] { goTo(std::max(first.line, 1), first.column); });
        m_bar->show();
        return;
    }
    const QList<PolicyHint> hints
        = hintsFor(m_document.policy(), m_preview->longestSeconds(), m_preview->attempts());
    m_bar->setVisible(!hints.isEmpty());
    if (hints.isEmpty())
        return;
    QStringList texts;
    for (const PolicyHint &hint : hints)
        texts.append(hint.text);
    m_bar->showMessage(InlineBar::Kind::Warning, texts.join(u' '));
    if (hints.first().kind == PolicyHint::Kind::NoNetworkErrors)
        connect(m_bar->addButton(tr("Add Network Errors")), &QPushButton::clicked, this, [this] {
            m_document.edit(withNetworkErrors(m_document.policy()), tr("Add Network Errors"));
        });
}

void PolicyView::showUsers()
{
    const Project &project = m_workspace.project();
    QStringList targets;
    int targetCount = 0;
    for (const TargetEntry &entry : project.targets) {
        targets.append(entry.target.slug);
        targetCount += entry.target.retry == m_document.slug() ? 1 : 0;
    }
    int promptCount = 0;
    for (const PromptEntry &entry : project.prompts)
        promptCount += entry.prompt.retry == m_document.slug() ? 1 : 0;
    m_form->setTargets(targets);
    QStringList users;
    if (project.defaultRetry == m_document.slug())
        users.append(tr("the project's default"));
    if (targetCount > 0)
        users.append(tr("used by %Ln target(s)", nullptr, targetCount));
    if (promptCount > 0)
        users.append(tr("used by %Ln prompt(s)", nullptr, promptCount));
    m_users->setText(users.isEmpty() ? tr("not used") : users.join(tr(", ")));
    m_users->setToolTip(m_users->text());
}

void PolicyView::editAsText(const QString &path)
{
    m_tabs->setCurrentWidget(m_text);
    const TextPlace place = locate(m_document.text().toUtf8(), path.split(u'.'));
    m_text->goTo(std::max(place.line, 1), place.column);
}

void PolicyView::goTo(int line, int column)
{
    if (line <= 0) {
        setFocus();
        return;
    }
    m_tabs->setCurrentWidget(m_text);
    m_text->goTo(line, column);
}

void PolicyView::undo()
{
    m_document.undoStack().undo();
}

void PolicyView::redo()
{
    m_document.undoStack().redo();
}

void PolicyView::resizeEvent(QResizeEvent *event)
{
    DocumentView::resizeEvent(event);
    // One above the other where there is no room beside each other.
    const bool narrow = width() < m_area->minimumWidth() + m_tabs->minimumSizeHint().width();
    m_splitter->setOrientation(narrow ? Qt::Vertical : Qt::Horizontal);
}

} // namespace Antiphon::Ui
