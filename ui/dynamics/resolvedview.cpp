// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dynamics/resolvedview.h"

#include "dynamics/resolvedmodel.h"
#include "prompt/promptdocument.h"
#include "theme/metrics.h"
#include "widgets/inlinebar.h"
#include "workspace.h"

#include <antiphon/store/builtin.h>
#include <antiphon/store/project/datasetfile.h>
#include <antiphon/store/project/media.h>
#include <antiphon/store/project/toolfiles.h>

#include <QComboBox>
#include <QCoreApplication>
#include <QDateTime>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPointer>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QThreadPool>
#include <QTreeView>
#include <QVBoxLayout>

#include <chrono>
#include <tuple>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Antiphon::Ui {

ResolvedView::ResolvedView(PromptDocument &document, Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_workspace(workspace)
    , m_targets(new QComboBox)
    , m_attempt(new QSpinBox)
    , m_bar(new InlineBar)
    , m_tree(new QTreeView)
    , m_model(new ResolvedModel(this))
{
    setObjectName(u"resolvedView"_s);
    m_targets->setAccessibleName(tr("Target of the preview"));
    m_targets->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_attempt->setRange(1, 20);
    m_attempt->setAccessibleName(tr("Number of the attempt"));
    m_attempt->setToolTip(tr("What the call is at a later attempt, after a rate limit"));
    m_bar->hide();
    m_tree->setObjectName(u"resolvedTree"_s);
    m_tree->setAccessibleName(tr("The call as it would be made"));
    m_tree->setModel(m_model);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setRootIsDecorated(false);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setItemsExpandable(false);
    m_tree->setIndentation(gap(*this));
    m_tree->header()->setStretchLastSection(true);

    auto *bar = new QHBoxLayout;
    const int space = gap(*this, 0.6);
    bar->setContentsMargins(gap(*this), space, gap(*this), space);
    auto *title = new QLabel(tr("Call for the current inputs"));
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    title->setFont(bold);
    auto *target = new QLabel(tr("on"));
    target->setBuddy(m_targets);
    auto *attempt = new QLabel(tr("attempt"));
    attempt->setBuddy(m_attempt);
    bar->addWidget(title);
    bar->addStretch(1);
    bar->addWidget(target);
    bar->addWidget(m_targets);
    bar->addWidget(attempt);
    bar->addWidget(m_attempt);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(0);
    rows->addLayout(bar);
    rows->addWidget(m_bar);
    rows->addWidget(m_tree, 1);

    m_timer.setSingleShot(true);
    m_timer.setInterval(250ms);
    connect(&m_timer, &QTimer::timeout, this, &ResolvedView::refresh);
    connect(m_targets, &QComboBox::currentIndexChanged, this, &ResolvedView::refreshSoon);
    connect(m_attempt, &QSpinBox::valueChanged, this, &ResolvedView::refreshSoon);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        m_tree->expandAll();
        for (int row = 0; row < m_model->rowCount(); ++row)
            m_tree->setFirstColumnSpanned(row, {}, true);
        fitColumns();
    });
    connect(&document, &PromptDocument::targetsChanged, this, &ResolvedView::showTargets);
    for (const auto signal : {&PromptDocument::valuesChanged, &PromptDocument::dynamicsChanged,
                              &PromptDocument::outputChanged, &PromptDocument::checked,
                              &PromptDocument::inputSetChanged})
        connect(&document, signal, this, &ResolvedView::refreshSoon);
    connect(&workspace.targets(), &TargetEdits::changed, this, &ResolvedView::refreshSoon);
    connect(&workspace, &Workspace::schemaChanged, this, &ResolvedView::refreshSoon);
    showTargets();
}

void ResolvedView::showTargets()
{
    const QSignalBlocker blocker(m_targets);
    const QString held = m_targets->currentData().toString();
    m_targets->clear();
    for (const QString &slug : m_document.targets()) {
        if (const TargetEntry *entry = findTarget(m_workspace.project(), slug))
            m_targets->addItem(displayName(entry->target), slug);
    }
    const int index = m_targets->findData(held);
    m_targets->setCurrentIndex(index >= 0 ? index : 0);
    m_targets->setEnabled(m_targets->count() > 0);
    refreshSoon();
}

void ResolvedView::refreshSoon()
{
    if (isVisible())
        m_timer.start();
}

void ResolvedView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_timer.start(0);
    m_timer.setInterval(250ms);
}

/// The answers of other prompts are not asked for here: they stand in for themselves.
static Variables standIns(const Dynamics &dynamics)
{
    Variables answers;
    for (const ComputedField &field : dynamics.computed) {
        if (field.question)
            answers.insert(field.name,
                           Value(toJson(QStringView(
                               ResolvedView::tr("‹answer of %1›").arg(field.question->prompt)))));
    }
    return answers;
}

static AttemptContext contextOf(int number)
{
    AttemptContext context {.number = number, .started = QDateTime::currentDateTimeUtc()};
    for (int i = 1; i < number; ++i)
        context.errors.append({.kind = ErrorKind::RateLimit,
                               .message = ResolvedView::tr("Too many requests"),
                               .httpStatus = 429});
    const auto begin = std::chrono::steady_clock::now();
    context.clock = [begin] { return std::chrono::steady_clock::now() - begin; };
    return context;
}

// Scripts may use all the time they have, so this is done beside the window.
void ResolvedView::refresh()
{
    const Project &project = m_workspace.project();
    const TargetEntry *entry = findTarget(project, m_targets->currentData().toString());
    if (!entry) {
        m_model->clear();
        m_bar->showMessage(InlineBar::Kind::Information, tr("No target is chosen."),
                           tr("Check where to run in the targets at the side."));
        m_bar->show();
        Q_EMIT matched({});
        return;
    }
    const Provider *provider = findProvider(builtinProviders(), entry->target.provider);
    CallInputs inputs {.prompt = m_document.prompt(),
                       .snippets = project.snippets,
                       .variables = m_document.values(),
                       .schemas = project.schemas,
                       .rules = project.rules,
                       .projectParameters = project.parameters,
                       .answers = standIns(m_document.dynamics()),
                       .load = mediaLoader(project.folder)};
    QThreadPool::globalInstance()->start([self = QPointer(this), turn = ++m_turn, project, inputs,
                                          target = entry->target,
                                          provider = provider ? *provider : Provider {},
                                          context = contextOf(m_attempt->value())]() mutable {
        // What is not there is told when the prompt runs; the rest can be shown.
        std::ignore = addTools(project, inputs);
        std::ignore = addExamples(project, inputs);
        Result<ResolvedCall> call = resolve(inputs, target, provider, context);
        QMetaObject::invokeMethod(
            qApp,
            [self, turn, call = std::move(call)] {
                if (self && turn == self->m_turn)
                    self->take(call);
            },
            Qt::QueuedConnection);
    });
}

void ResolvedView::take(const Result<ResolvedCall> &call)
{
    if (call) {
        m_bar->hide();
        m_model->show(*call, m_targets->currentText());
        Q_EMIT matched(call->layers);
        Q_EMIT failed({});
        return;
    }
    m_bar->showMessage(InlineBar::Kind::Error, tr("The call cannot be made like this."),
                       call.error().message);
    m_bar->show();
    Q_EMIT matched({});
    Q_EMIT failed(call.error().message);
}

void ResolvedView::fitColumns()
{
    const int width = m_tree->viewport()->width();
    m_tree->header()->resizeSection(ResolvedModel::What, width * 30 / 100);
    m_tree->header()->resizeSection(ResolvedModel::Value, width * 42 / 100);
}

} // namespace Antiphon::Ui
