// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "prompt/editorgutter.h"

#include "prompt/templateeditor.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QToolTip>

namespace Antiphon::Ui {

EditorGutter::EditorGutter(TemplateEditor &editor)
    : QWidget(&editor)
    , m_editor(editor)
{
    setAccessibleName(tr("Line numbers and problems"));
}

QSize EditorGutter::sizeHint() const
{
    return {m_editor.gutterWidth(), 0};
}

void EditorGutter::paintEvent(QPaintEvent *event)
{
    m_editor.paintGutter(event->rect());
}

void EditorGutter::mousePressEvent(QMouseEvent *event)
{
    const int line = m_editor.lineAt(event->position().toPoint().y());
    if (line > 0)
        m_editor.showFixes(line, event->globalPosition().toPoint());
}

bool EditorGutter::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    QStringList texts;
    for (const TemplateProblem &problem : m_editor.problemsInLine(m_editor.lineAt(help->y())))
        texts.append(problem.message);
    QToolTip::showText(help->globalPos(), texts.join(u'\n'), this);
    return true;
}

} // namespace Antiphon::Ui
