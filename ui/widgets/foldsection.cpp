// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/foldsection.h"

#include "theme/icons.h"
#include "theme/metrics.h"

#include <QToolButton>
#include <QVBoxLayout>

namespace Antiphon::Ui {

FoldSection::FoldSection(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_button(new QToolButton)
    , m_content(new QWidget)
    , m_rows(new QVBoxLayout(m_content))
{
    m_button->setCheckable(true);
    m_button->setAutoRaise(true);
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_button->setIcon(foldIcon(false, layoutDirection()));
    m_button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_button->setFocusPolicy(Qt::StrongFocus);
    QFont bold = m_button->font();
    bold.setWeight(QFont::DemiBold);
    m_button->setFont(bold);
    setTitle(title);
    m_rows->setContentsMargins({});
    m_rows->setSpacing(gap(*this, 0.5));
    m_content->hide();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(gap(*this, 0.5));
    column->addWidget(m_button);
    column->addWidget(m_content);
    connect(m_button, &QToolButton::toggled, this, [this](bool open) {
        m_button->setIcon(foldIcon(open, layoutDirection()));
        m_content->setVisible(open);
    });
}

void FoldSection::setTitle(const QString &title)
{
    m_button->setText(title);
}

void FoldSection::add(QWidget *widget)
{
    m_rows->addWidget(widget);
}

void FoldSection::setOpen(bool open)
{
    m_button->setChecked(open);
}

bool FoldSection::isOpen() const
{
    return m_button->isChecked();
}

} // namespace Antiphon::Ui
