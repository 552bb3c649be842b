// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "prompt/promptview.h"

#include "dynamics/dynamicsview.h"
#include "inputs/inputsform.h"
#include "prompt/findbar.h"
#include "prompt/messagespreview.h"
#include "prompt/promptdocument.h"
#include "prompt/templateeditor.h"
#include "schema/outputview.h"
#include "theme/icons.h"
#include "tools/prompttoolsview.h"
#include "workspace.h"

#include <QInputDialog>
#include <QResizeEvent>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTextBlock>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

PromptView::PromptView(PromptDocument &document, Workspace &workspace, QWidget *parent)
    : DocumentView(parent)
    , m_document(document)
    , m_workspace(workspace)
    , m_parts(new QTabBar)
    , m_pages(new QStackedWidget)
    , m_variants(new QTabBar)
    , m_editor(new TemplateEditor)
    , m_find(new FindBar(*m_editor))
    , m_inputs(new InputsForm(document))
    , m_preview(new MessagesPreview(document, workspace.project().snippets))
    , m_side(new QStackedWidget)
    , m_splitter(new QSplitter(Qt::Horizontal))
{
    m_variants->setAccessibleName(tr("Variants"));
    m_variants->setDrawBase(false);
    m_variants->setExpanding(false);

    m_parts->setAccessibleName(tr("Parts of the prompt"));
    m_parts->setDrawBase(false);
    m_parts->setExpanding(false);
    m_parts->addTab(tr("Template"));
    m_parts->addTab(tr("Output"));
    m_parts->addTab(tr("Tools"));
    m_parts->addTab(tr("Dynamic"));
    m_parts->setTabToolTip(0, tr("The text of the prompt"));
    m_parts->setTabToolTip(1,
                           tr("The form of the answer: text, or a value with a schema; examples"));
    m_parts->setTabToolTip(2, tr("What the model may call while it answers"));
    m_parts->setTabToolTip(3, tr("Computed fields, rules and scripts"));

    auto *text = new QWidget;
    auto *rows = new QVBoxLayout(text);
    rows->setContentsMargins({});
    rows->setSpacing(0);
    rows->addWidget(m_variants);
    rows->addWidget(m_editor, 1);
    rows->addWidget(m_find);
    m_pages->addWidget(text);
    while (m_pages->count() < m_parts->count())
        m_pages->addWidget(new QWidget); // filled when they are first seen
    auto *left = new QWidget;
    auto *leftRows = new QVBoxLayout(left);
    leftRows->setContentsMargins({});
    leftRows->setSpacing(0);
    leftRows->addWidget(m_parts);
    leftRows->addWidget(m_pages, 1);

    m_side->addWidget(m_inputs);
    m_side->addWidget(m_preview);

    m_splitter->addWidget(left);
    m_splitter->addWidget(m_side);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_splitter);

    connect(m_parts, &QTabBar::currentChanged, this, [this](int index) {
        fillPage(index);
        m_pages->setCurrentIndex(index);
    });
    connect(&m_document, &PromptDocument::outputChanged, this, &PromptView::showPageStates);
    connect(&m_document, &PromptDocument::toolOfferChanged, this, &PromptView::showPageStates);
    connect(&m_document, &PromptDocument::dynamicsChanged, this, &PromptView::showPageStates);
    connect(m_variants, &QTabBar::currentChanged, this, [this](int index) {
        if (index >= 0)
            m_document.setVariant(m_document.variants().value(index));
    });
    connect(m_side, &QStackedWidget::currentChanged, this,
            [this] { Q_EMIT previewChanged(showsPreview()); });
    connect(m_inputs, &InputsForm::insertVariableRequested, this, &PromptView::insertVariable);
    connect(m_editor, &TemplateEditor::cursorMoved, this, &PromptView::cursorMoved);
    connect(&m_document, &PromptDocument::variantChanged, this, &PromptView::showVariants);
    connect(&m_document, &PromptDocument::checked, this, &PromptView::showCheck);
    connect(&m_document, &PromptDocument::valuesChanged, this, &PromptView::showCheck);
    showVariants();
    showCheck();
    showPageStates();
    setFocusProxy(m_editor);
}

void PromptView::showPage(Page page)
{
    m_parts->setCurrentIndex(int(page));
}

PromptView::Page PromptView::page() const
{
    return Page(m_parts->currentIndex());
}

void PromptView::fillPage(int index)
{
    const auto put = [this, index](QWidget *view) {
        auto *rows = new QVBoxLayout(m_pages->widget(index));
        rows->setContentsMargins({});
        rows->addWidget(view);
    };
    if (Page(index) == Page::Output && !m_output) {
        m_output = new OutputView(m_document, m_workspace);
        connect(m_output, &OutputView::editSchemaRequested, this, &PromptView::editSchemaRequested);
        connect(m_output, &OutputView::newSchemaRequested, this, &PromptView::newSchemaRequested);
        put(m_output);
    } else if (Page(index) == Page::Tools && !m_tools) {
        m_tools = new PromptToolsView(m_document, m_workspace);
        connect(m_tools, &PromptToolsView::editToolRequested, this, &PromptView::editToolRequested);
        connect(m_tools, &PromptToolsView::newToolRequested, this, &PromptView::newToolRequested);
        put(m_tools);
    } else if (Page(index) == Page::Dynamic && !m_dynamics) {
        m_dynamics = new DynamicsView(m_document, m_workspace);
        put(m_dynamics);
    }
}

DynamicsView &PromptView::dynamics()
{
    fillPage(int(Page::Dynamic));
    return *m_dynamics;
}

/// A part that has something in it, or something wrong, says so.
void PromptView::showPageStates()
{
    const Dynamics dynamics = m_document.dynamics();
    const bool faulty = !faults(dynamics).isEmpty();
    const bool used = !dynamics.isEmpty() || !dynamics.parser.isEmpty();
    const auto name
        = [this](Page page, const QString &text) { m_parts->setTabText(int(page), text); };
    const bool shaped = m_document.output() || !m_document.examples().isEmpty();
    name(Page::Output, shaped ? tr("Output •") : tr("Output"));
    name(Page::Tools, m_document.toolOffer().tools.isEmpty() ? tr("Tools") : tr("Tools •"));
    name(Page::Dynamic, used ? tr("Dynamic •") : tr("Dynamic"));
    m_parts->setTabIcon(int(Page::Dynamic),
                        faulty ? glyphIcon(Glyph::Cross, ColorRole::Negative) : QIcon());
    m_parts->setAccessibleDescription(faulty ? tr("A script of the prompt is faulty") : QString());
}

void PromptView::showVariants()
{
    const QSignalBlocker blocker(m_variants);
    const QStringList names = m_document.variants();
    while (m_variants->count() > names.size())
        m_variants->removeTab(m_variants->count() - 1);
    for (int i = 0; i < names.size(); ++i) {
        if (i >= m_variants->count())
            m_variants->addTab(names[i]);
        m_variants->setTabText(i, names[i]);
    }
    m_variants->setVisible(names.size() > 1);
    m_variants->setCurrentIndex(int(names.indexOf(m_document.variant())));
    if (m_editor->document() != &m_document.text())
        m_editor->showText(m_document.text());
}

/// A value in one short line, for the completion list.
static QString shortText(const Value &value)
{
    return pythonStr(value).simplified().left(40);
}

void PromptView::showCheck()
{
    m_editor->setCheck(m_document.check());
    QList<std::pair<QString, QString>> names;
    const Variables &values = m_document.values();
    for (const VariableSpec &spec : m_document.variables()) {
        const auto found = values.constFind(spec.name);
        const QString value = found != values.constEnd() ? shortText(*found)
            : spec.fallback                              ? shortText(Value(*spec.fallback))
                                                         : QString();
        names.append({spec.name, value.isEmpty() ? spec.type : spec.type + u" · "_s + value});
    }
    m_editor->setNames(names, m_workspace.project().snippets.keys());
}

void PromptView::showPreview(bool preview)
{
    m_side->setCurrentIndex(preview ? 1 : 0);
}

bool PromptView::showsPreview() const
{
    return m_side->currentIndex() == 1;
}

void PromptView::insertMessage(const QString &text)
{
    QTextCursor cursor = m_editor->textCursor();
    cursor.beginEditBlock();
    cursor.movePosition(QTextCursor::EndOfBlock);
    const bool blankLine = cursor.block().text().trimmed().isEmpty();
    cursor.insertText((blankLine ? QString() : u"\n\n"_s) + text + u'\n');
    cursor.endEditBlock();
    m_editor->setTextCursor(cursor);
    m_editor->setFocus();
}

void PromptView::insertVariable()
{
    m_editor->setFocus();
    m_editor->insertPlainText(u"{}"_s);
    m_editor->moveCursor(QTextCursor::Left);
    m_editor->complete();
}

void PromptView::goToLine()
{
    QInputDialog dialog(this);
    dialog.setWindowTitle(tr("Go to Line"));
    dialog.setInputMode(QInputDialog::IntInput);
    dialog.setIntRange(1, m_editor->blockCount());
    dialog.setIntValue(m_editor->textCursor().blockNumber() + 1);
    dialog.setLabelText(tr("Line, 1 to %L1").arg(m_editor->blockCount()));
    dialog.setOkButtonText(tr("Go to Line"));
    dialog.setCancelButtonText(tr("Cancel"));
    if (dialog.exec() == QDialog::Accepted)
        m_editor->goTo(dialog.intValue(), 1);
    m_editor->setFocus();
}

void PromptView::startFind()
{
    m_find->start(false);
}

void PromptView::startReplace()
{
    m_find->start(true);
}

void PromptView::findNext()
{
    m_find->findNext();
}

void PromptView::findPrevious()
{
    m_find->findPrevious();
}

void PromptView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // Beside each other where both stay readable, else one under the other.
    const bool narrow = event->size().width() < fontMetrics().averageCharWidth() * 70;
    m_splitter->setOrientation(narrow ? Qt::Vertical : Qt::Horizontal);
}

} // namespace Antiphon::Ui
