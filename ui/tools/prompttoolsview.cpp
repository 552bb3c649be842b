// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tools/prompttoolsview.h"

#include "prompt/promptdocument.h"
#include "theme/icons.h"
#include "theme/metrics.h"
#include "tools/toolwords.h"
#include "widgets/emptystate.h"
#include "workspace.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

enum PromptToolColumn { ToolColumn, AnswerColumn, AboutColumn, PromptToolColumns };

static constexpr int mostSteps = 100;

PromptToolsView::PromptToolsView(PromptDocument &document, Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_workspace(workspace)
    , m_pages(new QStackedWidget)
    , m_list(new QTreeWidget)
    , m_edit(new QPushButton(tr("&Edit Tool")))
    , m_new(new QPushButton(tr("New Tool…")))
    , m_choice(new QComboBox)
    , m_steps(new QSpinBox)
    , m_about(new QLabel)
{
    setObjectName(u"promptTools"_s);
    auto *empty = new EmptyState(u"code-function"_s,
                                 tr("A tool is what the model may ask for while it answers: look "
                                    "an order up, read the clock. The project has none yet."),
                                 tr("New Tool…"));
    connect(empty, &EmptyState::triggered, this, &PromptToolsView::newToolRequested,
            Qt::QueuedConnection);
    m_pages->addWidget(makeList());
    m_pages->addWidget(empty);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->addWidget(m_pages);

    connect(m_list, &QTreeWidget::itemChanged, this, &PromptToolsView::check);
    connect(m_list, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem *item) {
        Q_EMIT editToolRequested(item->data(0, Qt::UserRole).toString());
    });
    connect(m_list, &QTreeWidget::currentItemChanged, this,
            [this](const QTreeWidgetItem *item) { m_edit->setEnabled(item); });
    connect(m_edit, &QPushButton::clicked, this, [this] {
        if (const QTreeWidgetItem *item = m_list->currentItem())
            Q_EMIT editToolRequested(item->data(0, Qt::UserRole).toString());
    });
    connect(m_new, &QPushButton::clicked, this, &PromptToolsView::newToolRequested,
            Qt::QueuedConnection);
    connect(m_choice, &QComboBox::activated, this, [this] {
        ToolOffer use = m_document.toolOffer();
        use.choice = m_choice->currentData().toString();
        m_document.setToolOffer(use, tr("Choose Tool Use"));
    });
    connect(m_steps, &QSpinBox::valueChanged, this, [this](int steps) {
        if (m_filling)
            return;
        ToolOffer use = m_document.toolOffer();
        use.steps = steps;
        m_document.setToolOffer(use, tr("Change Step Limit"), u"steps"_s);
    });
    connect(&document, &PromptDocument::toolOfferChanged, this, &PromptToolsView::showAll);
    connect(&workspace, &Workspace::reloaded, this, &PromptToolsView::showAll);
    connect(&workspace, &Workspace::toolChanged, this, &PromptToolsView::showAll);
    showAll();
}

QWidget *PromptToolsView::makeList()
{
    m_list->setObjectName(u"promptToolsList"_s);
    m_list->setAccessibleName(tr("Tools of the project; checked ones are offered to the model"));
    m_list->setHeaderLabels({tr("Tool"), tr("Answered By"), tr("Description")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->header()->setStretchLastSection(true);
    m_edit->setObjectName(u"editTool"_s);
    m_edit->setToolTip(tr("Open the selected tool in a tab"));
    m_edit->setEnabled(false);
    m_new->setToolTip(tr("Make a tool and offer it here"));
    m_choice->setAccessibleName(tr("Whether the model has to call a tool"));
    m_choice->setToolTip(tr("A choice that forces a tool holds until one has answered"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(24);
    m_steps->setAccessibleName(tr("Step limit: how often tools may answer in one call"));
    m_steps->setToolTip(tr("Each answer of the model that calls tools is a step; after the last "
                           "one the call ends as failed"));
    m_steps->setRange(1, mostSteps);
    m_about->setWordWrap(true);
    m_about->setForegroundRole(QPalette::PlaceholderText);

    auto *bar = new QHBoxLayout;
    bar->addWidget(m_edit);
    bar->addWidget(m_new);
    bar->addStretch(1);
    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    form->addRow(tr("&Model"), m_choice);
    form->addRow(tr("Step &limit"), m_steps);
    auto *page = new QWidget;
    auto *rows = new QVBoxLayout(page);
    const int space = gap(*this, 1.5);
    rows->setContentsMargins(space, space, space, space);
    rows->setSpacing(gap(*this));
    rows->addWidget(m_about);
    rows->addWidget(m_list, 1);
    rows->addLayout(bar);
    rows->addLayout(form);
    return page;
}

void PromptToolsView::fillList()
{
    const QString held = m_list->currentItem()
        ? m_list->currentItem()->data(0, Qt::UserRole).toString()
        : QString();
    m_list->clear();
    const ToolOffer &use = m_document.toolOffer();
    QStringList missing = use.tools;
    const auto add = [this, &use, &held](const QString &slug, const QStringList &texts) {
        auto *item = new QTreeWidgetItem(m_list, texts);
        item->setData(0, Qt::UserRole, slug);
        item->setCheckState(0, use.tools.contains(slug) ? Qt::Checked : Qt::Unchecked);
        for (int column = 0; column < texts.size(); ++column)
            item->setToolTip(column, texts[column]);
        if (slug == held)
            m_list->setCurrentItem(item);
        return item;
    };
    for (const ToolEntry &entry : m_workspace.project().tools) {
        const Tool &tool = entry.tool;
        missing.removeAll(tool.slug);
        add(tool.slug,
            {tool.slug,
             tool.confirm ? tr("%1, you approve").arg(answerWord(tool)) : answerWord(tool),
             tool.definition.description.simplified()});
    }
    for (const QString &slug : std::as_const(missing)) {
        QTreeWidgetItem *item
            = add(slug,
                  {tr("%1 (missing)").arg(slug),
                   {},
                   tr("The project has no such tool: the prompt cannot run until it is unchecked "
                      "or made.")});
        item->setIcon(0, glyphIcon(Glyph::Warning, ColorRole::Neutral));
    }
    for (int column = 0; column < AboutColumn; ++column) {
        m_list->resizeColumnToContents(column);
        m_list->setColumnWidth(column, m_list->columnWidth(column) + gap(*this));
    }
}

void PromptToolsView::showAll()
{
    const QScopedValueRollback filling(m_filling, true);
    const ToolOffer &use = m_document.toolOffer();
    const bool any = !m_workspace.project().tools.isEmpty() || !use.tools.isEmpty();
    m_pages->setCurrentIndex(any ? 0 : 1);
    fillList();
    m_edit->setEnabled(m_list->currentItem());
    m_choice->clear();
    m_choice->addItem(tr("decides whether to call one"), u"auto"_s);
    m_choice->addItem(tr("has to call one"), u"required"_s);
    m_choice->addItem(tr("may not call any"), u"none"_s);
    for (const QString &slug : use.tools)
        m_choice->addItem(tr("has to call %1").arg(slug), slug);
    if (m_choice->findData(use.choice) < 0)
        m_choice->addItem(tr("has to call %1, which is not offered").arg(use.choice), use.choice);
    m_choice->setCurrentIndex(m_choice->findData(use.choice));
    m_choice->setEnabled(!use.tools.isEmpty() || use.choice != "auto"_L1);
    m_steps->setEnabled(!use.tools.isEmpty());
    if (m_steps->value() != use.steps)
        m_steps->setValue(use.steps);
    m_about->setText(use.tools.isEmpty() ? tr("No tool is checked: the model answers by itself.")
                                         : tr("The model may call %Ln tool(s) while it answers.",
                                              nullptr, int(use.tools.size())));
}

void PromptToolsView::check(QTreeWidgetItem *item)
{
    if (m_filling)
        return;
    const QString slug = item->data(0, Qt::UserRole).toString();
    const bool on = item->checkState(0) == Qt::Checked;
    // Later: the list is made anew, and this item is inside its own change.
    QMetaObject::invokeMethod(this, [this, slug, on] { offer(slug, on); }, Qt::QueuedConnection);
}

void PromptToolsView::offer(const QString &slug, bool on)
{
    ToolOffer use = m_document.toolOffer();
    use.tools.removeAll(slug);
    if (on)
        use.tools.append(slug);
    else if (use.choice == slug)
        use.choice = u"auto"_s;
    m_document.setToolOffer(use, on ? tr("Offer %1").arg(slug) : tr("Withdraw %1").arg(slug));
}

void PromptToolsView::undo()
{
    m_document.undoStack().undo();
}

void PromptToolsView::redo()
{
    m_document.undoStack().redo();
}

} // namespace Antiphon::Ui
