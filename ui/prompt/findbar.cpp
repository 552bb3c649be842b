// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "prompt/findbar.h"

#include "theme/icons.h"
#include "theme/metrics.h"
#include "widgets/flatbutton.h"
#include "widgets/searchfield.h"
#include "wording/numbers.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextBlock>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

FindBar::FindBar(QPlainTextEdit &editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_text(new QLineEdit)
    , m_replacement(new QLineEdit)
    , m_case(flatButton(u"format-text-superscript"_s, tr("Match Case")))
    , m_count(new QLabel)
    , m_second(new QWidget)
{
    setObjectName(u"findBar"_s);
    m_text->setPlaceholderText(tr("Find"));
    m_text->setAccessibleName(tr("Find in the template"));
    makeSearchField(*m_text);
    m_replacement->setPlaceholderText(tr("Replace with"));
    m_replacement->setAccessibleName(tr("Replacement"));
    m_case->setCheckable(true);
    m_case->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_case->setText(u"Aa"_s);
    auto *previous = flatButton(u"go-up"_s, tr("Find Previous"));
    auto *next = flatButton(u"go-down"_s, tr("Find Next"));
    auto *close = flatButton(u"window-close"_s, tr("Close the Find Bar"));
    auto *one = new QPushButton(tr("Replace"));
    auto *all = new QPushButton(tr("Replace All"));

    auto *first = new QHBoxLayout;
    first->addWidget(m_text, 1);
    first->addWidget(m_count);
    for (QToolButton *each : {m_case, previous, next, close})
        first->addWidget(each);
    auto *second = new QHBoxLayout(m_second);
    second->setContentsMargins({});
    second->addWidget(m_replacement, 1);
    second->addWidget(one);
    second->addWidget(all);
    auto *rows = new QVBoxLayout(this);
    const int space = gap(*this, 0.5);
    rows->setContentsMargins(space, space, space, space);
    rows->setSpacing(space);
    rows->addLayout(first);
    rows->addWidget(m_second);

    connect(m_text, &QLineEdit::textChanged, this, [this] {
        // The match that grows with the typing starts where the last one did.
        QTextCursor cursor = m_editor.textCursor();
        cursor.setPosition(cursor.selectionStart());
        m_editor.setTextCursor(cursor);
        findNext();
    });
    connect(m_text, &QLineEdit::returnPressed, this, &FindBar::findNext);
    connect(m_case, &QToolButton::toggled, this, &FindBar::showCount);
    connect(previous, &QToolButton::clicked, this, &FindBar::findPrevious);
    connect(next, &QToolButton::clicked, this, &FindBar::findNext);
    connect(close, &QToolButton::clicked, this, &FindBar::close);
    connect(m_replacement, &QLineEdit::returnPressed, this, &FindBar::replace);
    connect(one, &QPushButton::clicked, this, &FindBar::replace);
    connect(all, &QPushButton::clicked, this, &FindBar::replaceAll);
    hide();
}

void FindBar::start(bool replacing)
{
    const QString selected = m_editor.textCursor().selectedText();
    show();
    m_second->setVisible(replacing);
    if (!selected.isEmpty() && !selected.contains(QChar::ParagraphSeparator))
        m_text->setText(selected);
    m_text->setFocus();
    m_text->selectAll();
    showCount();
}

QTextDocument::FindFlags FindBar::flags() const
{
    return m_case->isChecked() ? QTextDocument::FindCaseSensitively : QTextDocument::FindFlags();
}

bool FindBar::find(QTextDocument::FindFlags direction)
{
    showCount();
    const QString text = m_text->text();
    if (text.isEmpty() || m_editor.find(text, flags() | direction))
        return !text.isEmpty();
    // Once more from the other end.
    const QTextCursor before = m_editor.textCursor();
    m_editor.moveCursor(direction & QTextDocument::FindBackward ? QTextCursor::End
                                                                : QTextCursor::Start);
    if (m_editor.find(text, flags() | direction))
        return true;
    m_editor.setTextCursor(before);
    return false;
}

void FindBar::findNext()
{
    find({});
}

void FindBar::findPrevious()
{
    find(QTextDocument::FindBackward);
}

/// Replaces the match that is selected, and goes to the next.
void FindBar::replace()
{
    QTextCursor cursor = m_editor.textCursor();
    const auto sensitivity = m_case->isChecked() ? Qt::CaseSensitive : Qt::CaseInsensitive;
    if (cursor.hasSelection() && cursor.selectedText().compare(m_text->text(), sensitivity) == 0)
        cursor.insertText(m_replacement->text());
    findNext();
}

void FindBar::replaceAll()
{
    if (m_text->text().isEmpty())
        return;
    QTextCursor edit(m_editor.document());
    edit.beginEditBlock(); // one step to undo
    QTextCursor at = m_editor.document()->find(m_text->text(), 0, flags());
    while (!at.isNull()) {
        const int end = at.selectionStart() + int(m_replacement->text().size());
        at.insertText(m_replacement->text());
        at = m_editor.document()->find(m_text->text(), end, flags());
    }
    edit.endEditBlock();
    showCount();
}

int FindBar::count() const
{
    if (m_text->text().isEmpty())
        return 0;
    const auto sensitivity = m_case->isChecked() ? Qt::CaseSensitive : Qt::CaseInsensitive;
    return int(m_editor.toPlainText().count(m_text->text(), sensitivity));
}

void FindBar::showCount()
{
    const int matches = count();
    m_count->setText(m_text->text().isEmpty() ? QString()
                         : matches == 0       ? tr("Not found")
                                              : tr("%Ln match(es)", nullptr, matches));
}

void FindBar::close()
{
    hide();
    m_editor.setFocus();
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace Antiphon::Ui
