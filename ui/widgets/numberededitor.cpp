// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/numberededitor.h"

#include "prompt/syntax.h"
#include "theme/icons.h"
#include "theme/metrics.h"

#include <KSyntaxHighlighting/SyntaxHighlighter>

#include <QFontDatabase>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QTextBlock>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

/// The strip before the text.
class NumberedEditor::Strip : public QWidget {
public:
    explicit Strip(NumberedEditor &editor)
        : QWidget(&editor)
        , m_editor(editor)
    {
        setAccessibleName(NumberedEditor::tr("Line numbers and problems"));
    }

protected:
    void paintEvent(QPaintEvent *event) override { m_editor.paintStrip(event->rect()); }

    void mousePressEvent(QMouseEvent *event) override
    {
        const int line = m_editor.lineAt(event->position().toPoint().y());
        if (line > 0)
            m_editor.linePressed(line, event->globalPosition().toPoint());
    }

    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::ToolTip)
            return QWidget::event(event);
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), m_editor.wordsAbout(m_editor.lineAt(help->y())),
                           this);
        return true;
    }

private:
    NumberedEditor &m_editor;
};

NumberedEditor::NumberedEditor(const QString &name, const QString &language, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_language(language)
    , m_strip(new Strip(*this))
{
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    // A line's own space above and below the text, so that it does not stick to the frame.
    document()->setDocumentMargin(gap(*this, 0.75));
    if (!language.isEmpty())
        m_highlighter = makeHighlighter(language, document(), palette());
    connect(this, &QPlainTextEdit::blockCountChanged, this, &NumberedEditor::updateMargins);
    connect(this, &QPlainTextEdit::updateRequest, m_strip, [this](const QRect &rect, int dy) {
        if (dy)
            m_strip->scroll(0, dy);
        else
            m_strip->update(0, rect.y(), m_strip->width(), rect.height());
    });
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        showMarks();
        const QTextCursor cursor = textCursor();
        Q_EMIT cursorMoved(cursor.blockNumber() + 1, cursor.positionInBlock() + 1);
    });
    updateMargins();
}

NumberedEditor::~NumberedEditor()
{
    // The highlighter goes with it, which would be told as a change of the text.
    blockSignals(true);
    if (QTextDocument *text = m_highlighter ? m_highlighter->document() : nullptr) {
        const QSignalBlocker quiet(text);
        m_highlighter.reset();
    }
}

void NumberedEditor::showText(QTextDocument &text)
{
    text.setDefaultFont(font());
    m_highlighter.reset();
    setDocument(&text);
    if (!m_language.isEmpty())
        m_highlighter = makeHighlighter(m_language, &text, palette());
    updateMargins();
    showMarks();
}

void NumberedEditor::goTo(int line, int column)
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

void NumberedEditor::updateMarks()
{
    showMarks();
    m_strip->update();
}

void NumberedEditor::showMarks()
{
    QList<Selection> all;
    if (!isReadOnly()) {
        Selection line;
        line.cursor = textCursor();
        line.cursor.clearSelection();
        line.format.setBackground(palette().alternateBase());
        line.format.setProperty(QTextFormat::FullWidthSelection, true);
        all.append(line);
    }
    setExtraSelections(all + marksInText());
}

void NumberedEditor::linePressed(int, const QPoint &) { }

int NumberedEditor::lineAt(int y) const
{
    const QTextBlock last = document()->lastBlock();
    if (y > blockBoundingGeometry(last).translated(contentOffset()).bottom())
        return 0;
    return cursorForPosition({0, y}).blockNumber() + 1;
}

int NumberedEditor::stripWidth() const
{
    const qsizetype digits = std::max<qsizetype>(2, QString::number(blockCount()).size());
    return int(digits) * fontMetrics().horizontalAdvance(u'9') + smallIcon(*this) + gap(*this, 2.0);
}

void NumberedEditor::updateMargins()
{
    const int width = stripWidth();
    // The strip stands before the text, whichever side the interface begins on.
    setViewportMargins(isRightToLeft() ? 0 : width, 0, isRightToLeft() ? width : 0, 0);
    const QRect contents = contentsRect();
    const int left = isRightToLeft() ? contents.right() + 1 - width : contents.left();
    m_strip->setGeometry(left, contents.top(), width, contents.height());
}

void NumberedEditor::paintStrip(const QRect &exposed)
{
    QPainter painter(m_strip);
    painter.fillRect(exposed, palette().base());
    painter.setFont(font());
    const int sign = smallIcon(*this);
    const int space = gap(*this, 0.5);
    const int current = textCursor().blockNumber();
    const auto mirrored = [this](const QRect &rect) {
        return QStyle::visualRect(layoutDirection(), m_strip->rect(), rect);
    };

    QTextBlock block = firstVisibleBlock();
    QRectF place = blockBoundingGeometry(block).translated(contentOffset());
    for (; block.isValid() && place.top() <= exposed.bottom(); block = block.next()) {
        place = blockBoundingGeometry(block).translated(contentOffset());
        const int line = block.blockNumber() + 1;
        const QRect row(0, int(place.top()), m_strip->width(), fontMetrics().height());
        painter.setPen(line == current + 1 ? palette().text().color()
                                           : palette().placeholderText().color());
        painter.drawText(mirrored(row.adjusted(sign + 2 * space, 0, -2 * space, 0)),
                         int(QStyle::visualAlignment(layoutDirection(), Qt::AlignRight)
                             | Qt::AlignVCenter | Qt::TextDontClip),
                         QString::number(line));
        const std::optional<ColorRole> role = signBefore(line);
        if (!role)
            continue;
        painter.setPen(color(*role, palette()));
        paintGlyph(painter, mirrored({space, row.center().y() - sign / 2, sign, sign}),
                   *role == ColorRole::Negative ? Glyph::Cross : Glyph::Warning);
    }
}

void NumberedEditor::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    updateMargins();
}

void NumberedEditor::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        if (m_highlighter)
            updateColours(*m_highlighter, palette());
        updateMarks();
    }
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange)
        updateMargins();
}

QTextEdit::ExtraSelection waveUnder(const QTextCursor &cursor, const QColor &colour)
{
    QTextEdit::ExtraSelection wave;
    wave.cursor = cursor;
    wave.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    wave.format.setUnderlineColor(colour);
    return wave;
}

} // namespace Antiphon::Ui
