// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/diffview.h"

#include "theme/colors.h"

#include <QEvent>
#include <QFontDatabase>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

/// So many lines that are alike are kept on either side of a difference.
static constexpr qsizetype around = 3;

DiffView::DiffView(const QString &name, QWidget *parent)
    : QPlainTextEdit(parent)
{
    setAccessibleName(name);
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    setLayoutDirection(Qt::LeftToRight);
    setLineWrapMode(NoWrap);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setMinimumHeight(fontMetrics().lineSpacing() * 3);
}

static QString markOf(DiffLine::Kind kind)
{
    switch (kind) {
    case DiffLine::Kind::Removed:
        return u"- "_s;
    case DiffLine::Kind::Added:
        return u"+ "_s;
    case DiffLine::Kind::Same:
        break;
    }
    return u"  "_s;
}

void DiffView::setLines(const QList<DiffLine> &lines)
{
    m_kinds.clear();
    QStringList shown;
    const auto add = [&](DiffLine::Kind kind, const QString &text) {
        m_kinds.append(kind);
        shown.append(text);
    };
    for (qsizetype i = 0; i < lines.size();) {
        qsizetype end = i;
        while (end < lines.size() && lines[end].kind == DiffLine::Kind::Same)
            ++end;
        const qsizetype head = i == 0 ? 0 : around; // nothing to see before the first difference
        const qsizetype tail = end == lines.size() ? 0 : around;
        const bool folds = end - i > head + tail + 1;
        for (const qsizetype begin = i; i < end; ++i) {
            if (folds && i == begin + head) {
                const qsizetype alike = end - tail - i;
                add(DiffLine::Kind::Same, tr("  … %Ln line(s) alike", nullptr, int(alike)));
                i += alike - 1;
                continue;
            }
            add(DiffLine::Kind::Same, markOf(DiffLine::Kind::Same) + lines[i].text);
        }
        for (; i < lines.size() && lines[i].kind != DiffLine::Kind::Same; ++i)
            add(lines[i].kind, markOf(lines[i].kind) + lines[i].text);
    }
    const QString text = shown.join(u'\n');
    if (toPlainText() != text)
        setPlainText(text);
    tintLines();
}

void DiffView::tintLines()
{
    QList<QTextEdit::ExtraSelection> tints;
    for (qsizetype i = 0; i < m_kinds.size(); ++i) {
        if (m_kinds[i] == DiffLine::Kind::Same)
            continue;
        const ColorRole role
            = m_kinds[i] == DiffLine::Kind::Added ? ColorRole::Positive : ColorRole::Negative;
        QTextEdit::ExtraSelection line;
        line.cursor = QTextCursor(document()->findBlockByNumber(int(i)));
        line.format.setBackground(tint(role, palette()));
        line.format.setProperty(QTextFormat::FullWidthSelection, true);
        tints.append(line);
    }
    setExtraSelections(tints);
}

void DiffView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tintLines();
}

} // namespace Antiphon::Ui
