// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "prompt/templateeditor.h"

#include "appearance.h"
#include "prompt/editorgutter.h"
#include "prompt/namecompleter.h"
#include "prompt/syntax.h"
#include "theme/colors.h"
#include "theme/icons.h"
#include "theme/metrics.h"

#include <KSyntaxHighlighting/SyntaxHighlighter>

#include <QAbstractItemView>
#include <QContextMenuEvent>
#include <QFontDatabase>
#include <QHelpEvent>
#include <QMenu>
#include <QPainter>
#include <QTextBlock>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

TemplateEditor::TemplateEditor(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_gutter(new EditorGutter(*this))
    , m_completer(new NameCompleter(*this))
{
    setObjectName(u"promptEditor"_s);
    setAccessibleName(tr("Template"));
    setFrameShape(QFrame::NoFrame);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setTabStopDistance(fontMetrics().horizontalAdvance(u' ') * 4);
    setPlaceholderText(tr("Write the prompt here. SYSTEM:, USER: and ASSISTANT: begin a message, "
                          "{name} makes a variable."));
    // A line's own space above and below the text, so that it does not stick to the frame.
    document()->setDocumentMargin(gap(*this, 0.75));

    connect(this, &QPlainTextEdit::blockCountChanged, this, &TemplateEditor::updateMargins);
    connect(this, &QPlainTextEdit::updateRequest, m_gutter, [this](const QRect &rect, int dy) {
        if (dy)
            m_gutter->scroll(0, dy);
        else
            m_gutter->update(0, rect.y(), m_gutter->width(), rect.height());
    });
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        updateMarks();
        const QTextCursor cursor = textCursor();
        Q_EMIT cursorMoved(cursor.blockNumber() + 1, cursor.positionInBlock() + 1);
    });
    updateMargins();
    updateMarks();
}

TemplateEditor::~TemplateEditor() = default;

void TemplateEditor::showText(QTextDocument &text)
{
    text.setDefaultFont(font());
    m_highlighter.reset();
    setDocument(&text);
    m_highlighter = makeHighlighter(u"Antiphon Template"_s, &text, palette());
    updateMargins();
    updateMarks();
}

void TemplateEditor::setCheck(const TemplateFindings &check)
{
    m_check = check;
    updateMarks();
    m_gutter->update();
}

void TemplateEditor::setNames(const QList<std::pair<QString, QString>> &variables,
                              const QStringList &snippets)
{
    m_completer->setNames(variables, snippets);
}

void TemplateEditor::goTo(int line, int column)
{
    const QTextBlock block = document()->findBlockByNumber(std::max(0, line - 1));
    if (!block.isValid())
        return;
    QTextCursor cursor(block);
    cursor.setPosition(block.position() + std::clamp(column - 1, 0, block.length() - 1));
    setTextCursor(cursor);
    centerCursor();
    setFocus();
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

void TemplateEditor::updateMarks()
{
    QList<QTextEdit::ExtraSelection> marks;
    QTextEdit::ExtraSelection line;
    line.cursor = textCursor();
    line.cursor.clearSelection();
    line.format.setBackground(palette().alternateBase());
    line.format.setProperty(QTextFormat::FullWidthSelection, true);
    marks.append(line);

    const int end = document()->characterCount() - 1;
    const auto mark = [&](qsizetype position, qsizetype length, const QTextCharFormat &format) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(document());
        selection.cursor.setPosition(std::min(int(position), end));
        selection.cursor.setPosition(std::min(int(position + length), end),
                                     QTextCursor::KeepAnchor);
        selection.format = format;
        marks.append(selection);
    };
    for (const TemplateToken &token : std::as_const(m_check.tokens)) {
        if (token.kind != TemplateToken::Kind::Dropped)
            continue;
        QTextCharFormat grey;
        grey.setForeground(color(ColorRole::Muted, palette()));
        grey.setFontItalic(true);
        mark(token.position, token.length, grey);
    }
    for (const TemplateProblem &problem : std::as_const(m_check.problems)) {
        if (problem.length == 0)
            continue;
        QTextCharFormat wave;
        wave.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        wave.setUnderlineColor(color(roleOf(problem.severity), palette()));
        mark(problem.position, problem.length, wave);
    }
    setExtraSelections(marks);
}

int TemplateEditor::gutterWidth() const
{
    const qsizetype digits = std::max<qsizetype>(2, QString::number(blockCount()).size());
    return int(digits) * fontMetrics().horizontalAdvance(u'9') + smallIcon(*this) + gap(*this, 2.0);
}

void TemplateEditor::updateMargins()
{
    const int width = gutterWidth();
    // The gutter stands before the text, whichever side the interface begins on.
    setViewportMargins(isRightToLeft() ? 0 : width, 0, isRightToLeft() ? width : 0, 0);
    const QRect contents = contentsRect();
    const int left = isRightToLeft() ? contents.right() + 1 - width : contents.left();
    m_gutter->setGeometry(left, contents.top(), width, contents.height());
}

void TemplateEditor::paintGutter(const QRect &exposed)
{
    QPainter painter(m_gutter);
    painter.fillRect(exposed, palette().base());
    painter.setFont(font());
    const int sign = smallIcon(*this);
    const int space = gap(*this, 0.5);
    const int width = m_gutter->width();
    const int current = textCursor().blockNumber();

    QTextBlock block = firstVisibleBlock();
    QRectF place = blockBoundingGeometry(block).translated(contentOffset());
    for (; block.isValid() && place.top() <= exposed.bottom(); block = block.next()) {
        place = blockBoundingGeometry(block).translated(contentOffset());
        const int line = block.blockNumber() + 1;
        const QRect row(0, int(place.top()), width, fontMetrics().height());
        painter.setPen(line == current + 1 ? palette().text().color()
                                           : palette().placeholderText().color());
        const QRect number = row.adjusted(sign + 2 * space, 0, -2 * space, 0);
        painter.drawText(QStyle::visualRect(layoutDirection(), m_gutter->rect(), number),
                         int(QStyle::visualAlignment(layoutDirection(), Qt::AlignRight)
                             | Qt::AlignVCenter | Qt::TextDontClip),
                         QString::number(line));
        const QList<TemplateProblem> problems = problemsInLine(line);
        if (problems.isEmpty())
            continue;
        const auto worst = std::ranges::min_element(problems, {}, &TemplateProblem::severity);
        const QRect icon(space, row.center().y() - sign / 2, sign, sign);
        painter.setPen(color(roleOf(worst->severity), palette()));
        paintGlyph(painter, QStyle::visualRect(layoutDirection(), m_gutter->rect(), icon),
                   worst->severity == Problem::Severity::Error ? Glyph::Cross : Glyph::Warning);
    }
}

int TemplateEditor::lineAt(int y) const
{
    const QTextBlock last = document()->lastBlock();
    if (y > blockBoundingGeometry(last).translated(contentOffset()).bottom())
        return 0;
    return cursorForPosition({0, y}).blockNumber() + 1;
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

void TemplateEditor::showFixes(int line, const QPoint &globalPos)
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
    QPlainTextEdit::keyPressEvent(event);
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
    return QPlainTextEdit::event(event);
}

void TemplateEditor::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    updateMargins();
}

void TemplateEditor::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_highlighter)
        updateTheme();
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange)
        updateMargins();
}

void TemplateEditor::updateTheme()
{
    updateColours(*m_highlighter, palette());
    updateMarks();
    m_gutter->update();
}

} // namespace Antiphon::Ui
