// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "parameters/parameterfield.h"

#include "parameters/parameterwords.h"
#include "parameters/valueeditor.h"
#include "theme/colors.h"
#include "theme/icons.h"
#include "theme/metrics.h"
#include "widgets/elidedlabel.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

ParameterField::ParameterField(const ParameterInfo &info, QWidget *parent)
    : QWidget(parent)
    , m_info(info)
    , m_grid(new QGridLayout(this))
    , m_name(new ElidedLabel)
    , m_editor(makeValueEditor(info, this))
    , m_reset(new QToolButton)
    , m_note(new QLabel)
{
    const QString title = parameterTitle(info);
    setObjectName(u"parameter."_s + info.name);
    setToolTip(parameterDetails(info));
    m_name->setElideMode(Qt::ElideMiddle);
    m_editor->control()->setAccessibleName(title);
    m_editor->control()->installEventFilter(this);
    m_reset->setIcon(icon(u"edit-undo"_s));
    m_reset->setAutoRaise(true);
    m_reset->setToolTip(tr("Back to the Default of %1").arg(title));
    m_reset->setAccessibleName(m_reset->toolTip());
    QSizePolicy keepsRoom = m_reset->sizePolicy();
    keepsRoom.setRetainSizeWhenHidden(true);
    m_reset->setSizePolicy(keepsRoom);
    m_note->setWordWrap(true);
    m_note->hide();

    m_grid->setContentsMargins({});
    m_grid->setHorizontalSpacing(gap(*this, 0.5));
    m_grid->setVerticalSpacing(gap(*this, 0.25));
    m_grid->setColumnStretch(0, 10);
    m_grid->setColumnStretch(1, 11);
    place(false);
    m_name->setMinimumHeight(m_reset->sizeHint().height());

    connect(m_editor, &ValueEditor::edited, this, &ParameterField::edited);
    connect(m_editor, &ValueEditor::problemChanged, this, &ParameterField::showNote);
    connect(m_reset, &QToolButton::clicked, this, [this] {
        m_editor->control()->setFocus();
        Q_EMIT edited(std::nullopt);
    });
    showState({});
}

void ParameterField::place(bool narrow)
{
    for (QWidget *each : {static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_editor),
                          static_cast<QWidget *>(m_reset), static_cast<QWidget *>(m_note)})
        m_grid->removeWidget(each);
    if (narrow) {
        m_grid->addWidget(m_name, 0, 0, 1, 3);
        m_grid->addWidget(m_editor, 1, 0, 1, 2);
        m_grid->addWidget(m_reset, 1, 2, Qt::AlignTop);
    } else {
        m_grid->addWidget(m_name, 0, 0, Qt::AlignTop);
        m_grid->addWidget(m_editor, 0, 1);
        m_grid->addWidget(m_reset, 0, 2, Qt::AlignTop);
    }
    m_grid->addWidget(m_note, 2, 0, 1, 3);
}

/// What applies while the target says nothing.
QString ParameterField::instead() const
{
    if (m_state.project)
        return tr("%1 (project)").arg(parameterValueText(m_info, *m_state.project));
    if (!m_info.fallback.is_null())
        return tr("%1 (default)").arg(parameterValueText(m_info, m_info.fallback));
    if (m_info.type == ParameterInfo::Type::List)
        return tr("one a line");
    const QString range = rangeText(m_info);
    if (!range.isEmpty())
        return range;
    if (m_info.type == ParameterInfo::Type::Any)
        return tr("JSON");
    return tr("not set");
}

void ParameterField::showState(const ParameterState &state)
{
    m_state = state;
    m_editor->showValue(state.target, instead());
    const bool differs = state.target && state.target != state.project;
    QFont font = this->font();
    font.setBold(differs);
    m_name->setFont(font);
    const QString title = parameterTitle(m_info);
    m_name->setText(differs ? u"• "_s + title : title);
    m_reset->setVisible(state.target.has_value());
    QString description = parameterDetails(m_info);
    if (differs)
        description += u'\n' + tr("Differs from the project's default.");
    m_editor->control()->setAccessibleDescription(description);
    showNote();
}

void ParameterField::showNote()
{
    const QString problem = m_editor->problem();
    QString text = problem;
    if (text.isEmpty() && m_state.prompt)
        text = tr("The open prompt sends %1 instead.")
                   .arg(parameterValueText(m_info, *m_state.prompt));
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText,
                     color(problem.isEmpty() ? ColorRole::Muted : ColorRole::Negative, palette()));
    m_note->setPalette(colours);
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
}

bool ParameterField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn)
        Q_EMIT explained(parameterDetails(m_info));
    return QWidget::eventFilter(watched, event);
}

void ParameterField::enterEvent(QEnterEvent *event)
{
    QWidget::enterEvent(event);
    Q_EMIT explained(parameterDetails(m_info));
}

} // namespace Antiphon::Ui
