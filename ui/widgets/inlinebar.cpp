// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inlinebar.h"

#include "theme/metrics.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

static ColorRole roleOf(InlineBar::Kind kind)
{
    switch (kind) {
    case InlineBar::Kind::Information:
        return ColorRole::Running;
    case InlineBar::Kind::Positive:
        return ColorRole::Positive;
    case InlineBar::Kind::Warning:
        return ColorRole::Neutral;
    case InlineBar::Kind::Error:
        return ColorRole::Negative;
    }
    return ColorRole::Plain;
}

static Glyph glyphOf(InlineBar::Kind kind)
{
    switch (kind) {
    case InlineBar::Kind::Information:
        return Glyph::Information;
    case InlineBar::Kind::Positive:
        return Glyph::Check;
    case InlineBar::Kind::Warning:
        return Glyph::Warning;
    case InlineBar::Kind::Error:
        return Glyph::Barred;
    }
    return Glyph::Information;
}

static QString wordOf(InlineBar::Kind kind)
{
    switch (kind) {
    case InlineBar::Kind::Information:
    case InlineBar::Kind::Positive:
        return InlineBar::tr("Information");
    case InlineBar::Kind::Warning:
        return InlineBar::tr("Warning");
    case InlineBar::Kind::Error:
        return InlineBar::tr("Error");
    }
    return {};
}

static QLabel *wrapped(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText); // providers' words come through here
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    return label;
}

InlineBar::InlineBar(QWidget *parent)
    : QFrame(parent)
    , m_sign(new QLabel(this))
    , m_what(wrapped(this))
    , m_now(wrapped(this))
    , m_details(wrapped(this))
    , m_buttons(new QWidget(this))
    , m_buttonRow(new QHBoxLayout(m_buttons))
    , m_detailsButton(new QPushButton(tr("Details"), m_buttons))
    , m_close(new QToolButton(this))
{
    setObjectName("inlineBar"_L1);
    m_detailsButton->setCheckable(true);
    m_close->setIcon(icon(u"window-close"_s));
    m_close->setAutoRaise(true);
    m_close->setText(tr("Close Message"));
    m_close->setToolTip(tr("Close Message"));
    m_close->setAccessibleName(tr("Close message"));
    m_close->setToolButtonStyle(Qt::ToolButtonIconOnly);
    m_close->hide();
    m_details->hide();

    m_buttonRow->setContentsMargins({});
    m_buttonRow->addWidget(m_detailsButton);
    m_buttonRow->addStretch();

    auto *words = new QVBoxLayout;
    words->setSpacing(gap(*this, 0.4));
    words->addWidget(m_what);
    words->addWidget(m_now);
    words->addWidget(m_buttons);
    words->addWidget(m_details);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(gap(*this, 1.2), gap(*this), gap(*this), gap(*this));
    row->setSpacing(gap(*this));
    row->addWidget(m_sign, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    row->addWidget(m_close, 0, Qt::AlignTop);

    connect(m_detailsButton, &QPushButton::toggled, m_details, &QWidget::setVisible);
    connect(m_close, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT closed();
    });
    showMessage(Kind::Information, {});
}

void InlineBar::showMessage(Kind kind, const QString &what, const QString &now)
{
    m_kind = kind;
    m_what->setText(what);
    m_now->setText(now);
    m_now->setVisible(!now.isEmpty());
    const auto old = m_buttons->findChildren<QPushButton *>(Qt::FindDirectChildrenOnly);
    for (QPushButton *button : old) {
        if (button != m_detailsButton) {
            button->hide();
            button->deleteLater(); // it may be the one that was pressed
        }
    }
    setDetails({});
    setAccessibleName(text());
    updateSign();
    update();
}

QPushButton *InlineBar::addButton(const QString &text)
{
    auto *button = new QPushButton(text, m_buttons);
    m_buttonRow->insertWidget(m_buttonRow->indexOf(m_detailsButton), button);
    m_buttons->show();
    return button;
}

void InlineBar::setDetails(const QString &details)
{
    m_details->setText(details);
    m_detailsButton->setChecked(false);
    m_detailsButton->setVisible(!details.isEmpty());
    m_buttons->setVisible(m_buttonRow->count() > 2 || !details.isEmpty());
}

void InlineBar::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

QString InlineBar::text() const
{
    return m_now->text().isEmpty() ? m_what->text() : m_what->text() + u' ' + m_now->text();
}

bool InlineBar::hasHeightForWidth() const
{
    return true;
}

int InlineBar::heightForWidth(int width) const
{
    return layout()->totalHeightForWidth(width);
}

void InlineBar::updateSign()
{
    m_sign->setPixmap(glyphPixmap(glyphOf(m_kind), color(roleOf(m_kind), palette()),
                                  smallIcon(*this), devicePixelRatioF()));
    m_sign->setAccessibleName(wordOf(m_kind));
}

void InlineBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateSign();
}

void InlineBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor edge = color(roleOf(m_kind), palette());
    painter.setBrush(tint(roleOf(m_kind), palette()));
    edge.setAlphaF(0.45F);
    painter.setPen(QPen(edge, 1));
    const qreal radius = gap(*this, 0.6);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

} // namespace Antiphon::Ui
