// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "prompt/templateeditor.h"

#include "prompt/namecompleter.h"
#include "theme/icons.h"

#include <QAbstractItemView>
#include <QContextMenuEvent>
#include <QFontDatabase>
#include <QHelpEvent>
#include <QMenu>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

TemplateEditor::TemplateEditor(QWidget *parent)
    : NumberedEditor(tr("Template"), u"Antiphon Template"_s, parent)
    , m_completer(new NameCompleter(*this))
{
    setObjectName(u"promptEditor"_s);
    setTabStopDistance(fontMetrics().horizontalAdvance(u' ') * 4);
    setPlaceholderText(tr("Write the prompt here. SYSTEM:, USER: and ASSISTANT: begin a message, "
                          "{name} makes a variable."));
    updateMarks();
}

void TemplateEditor::setCheck(const TemplateFindings &check)
{
    m_check = check;
    updateMarks();
}

void TemplateEditor::setNames(const QList<std::pair<QString, QString>> &variables,
                              const QStringList &snippets)
{
    m_completer->setNames(variables, snippets);
}

void TemplateEditor::setWordWrap(bool wrap)
{
    setLineWrapMode(wrap ? QPlainTextEdit::WidgetWidth : QPlainTextEdit::NoWrap);
}

void TemplateEditor::resetZoom()
{
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
}

void TemplateEditor::complete()
{
    m_completer->update(true);
}

const QList<TemplateProblem> &TemplateEditor::problems() const
{
    return m_check.problems;
}

QList<TemplateProblem> TemplateEditor::problemsInLine(int line) const
{
    QList<TemplateProblem> problems;
    for (const TemplateProblem &problem : m_check.problems) {
        if (problem.line == line && problem.length > 0)
            problems.append(problem);
    }
    return problems;
}

static ColorRole roleOf(Problem::Severity severity)
{
    switch (severity) {
    case Problem::Severity::Error:
        return ColorRole::Negative;
    case Problem::Severity::Warning:
        return ColorRole::Neutral;
    case Problem::Severity::Hint:
        return ColorRole::Muted;
    }
    return ColorRole::Plain;
}

QList<TemplateEditor::Selection> TemplateEditor::marksInText() const
{
    QList<Selection> marks;
    const int end = document()->characterCount() - 1;
    const auto span = [&](qsizetype position, qsizetype length) {
        QTextCursor cursor(document());
        cursor.setPosition(std::min(int(position), end));
        cursor.setPosition(std::min(int(position + length), end), QTextCursor::KeepAnchor);
        return cursor;
    };
    for (const TemplateToken &token : m_check.tokens) {
        if (token.kind != TemplateToken::Kind::Dropped)
            continue;
        Selection grey;
        grey.cursor = span(token.position, token.length);
        grey.format.setForeground(color(ColorRole::Muted, palette()));
        grey.format.setFontItalic(true);
        marks.append(grey);
    }
    for (const TemplateProblem &problem : m_check.problems) {
        if (problem.length > 0)
            marks.append(waveUnder(span(problem.position, problem.length),
                                   color(roleOf(problem.severity), palette())));
    }
    return marks;
}

std::optional<ColorRole> TemplateEditor::signBefore(int line) const
{
    const QList<TemplateProblem> problems = problemsInLine(line);
    const auto worst = std::ranges::min_element(problems, {}, &TemplateProblem::severity);
    return worst == problems.end() ? std::nullopt : std::optional(roleOf(worst->severity));
}

QString TemplateEditor::wordsAbout(int line) const
{
    QStringList texts;
    for (const TemplateProblem &problem : problemsInLine(line))
        texts.append(problem.message);
    return texts.join(u'\n');
}

void TemplateEditor::applyFix(const TemplateFix &fix)
{
    QTextCursor cursor(document());
    cursor.setPosition(int(fix.position));
    cursor.setPosition(int(fix.position + fix.length), QTextCursor::KeepAnchor);
    cursor.insertText(fix.replacement);
}

void TemplateEditor::addFixes(QMenu &menu, int line)
{
    for (const TemplateProblem &problem : problemsInLine(line)) {
        QAction *text = menu.addAction(icon(u"data-warning"_s), problem.message);
        text->setEnabled(false);
        for (const TemplateFix &fix : problem.fixes)
            connect(menu.addAction(icon(u"tools-wizard"_s), fix.label), &QAction::triggered, this,
                    [this, fix] { applyFix(fix); });
    }
}

void TemplateEditor::linePressed(int line, const QPoint &globalPos)
{
    QMenu menu(this);
    addFixes(menu, line);
    if (!menu.isEmpty())
        menu.exec(globalPos);
}

void TemplateEditor::contextMenuEvent(QContextMenuEvent *event)
{
    const std::unique_ptr<QMenu> menu(createStandardContextMenu(event->pos()));
    QMenu fixes;
    addFixes(fixes, cursorForPosition(event->pos()).blockNumber() + 1);
    if (!fixes.isEmpty()) {
        QAction *first = menu->actions().value(0);
        menu->insertActions(first, fixes.actions());
        menu->insertSeparator(first);
    }
    menu->exec(event->globalPos());
}

void TemplateEditor::keyPressEvent(QKeyEvent *event)
{
    const bool listOpen = m_completer->popup()->isVisible();
    const int key = event->key();
    if (listOpen
        && (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Tab
            || key == Qt::Key_Escape)) {
        event->ignore(); // the list takes it
        return;
    }
    const bool asked = (event->modifiers() == Qt::ControlModifier && key == Qt::Key_Space)
        || (event->modifiers() == Qt::AltModifier && key == Qt::Key_Slash);
    if (asked) {
        complete();
        return;
    }
    NumberedEditor::keyPressEvent(event);
    if (listOpen || event->text() == "{"_L1)
        m_completer->update(false);
}

bool TemplateEditor::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int at = cursorForPosition(viewport()->mapFromGlobal(help->globalPos())).position();
        const auto touches = [at](const TemplateProblem &problem) {
            return at >= problem.position && at <= problem.position + problem.length
                && problem.length > 0;
        };
        const auto found = std::ranges::find_if(m_check.problems, touches);
        QToolTip::showText(help->globalPos(),
                           found != m_check.problems.end() ? found->message : QString(), this);
        return true;
    }
    return NumberedEditor::event(event);
}

} // namespace Antiphon::Ui
