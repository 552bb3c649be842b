// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "window/docktitle.h"

#include "theme/icons.h"
#include "theme/metrics.h"

#include <QDockWidget>
#include <QHBoxLayout>
#include <QLabel>
#include <QMainWindow>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

DockTitle::DockTitle(QDockWidget &dock)
    : QWidget(&dock)
{
    auto *words = new QLabel(dock.windowTitle());
    QFont font = words->font();
    font.setWeight(QFont::DemiBold);
    words->setFont(font);
    auto *close = new QToolButton;
    close->setAutoRaise(true);
    close->setIcon(icon(u"window-close"_s));
    close->setToolTip(tr("Hide %1").arg(dock.windowTitle()));
    close->setAccessibleName(close->toolTip());
    const int edge = smallIcon(*this) * 3 / 4;
    close->setIconSize({edge, edge});

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(gap(*this), gap(*this, 0.25), gap(*this, 0.25), gap(*this, 0.25));
    layout->addWidget(words, 1);
    layout->addWidget(close);
    connect(close, &QToolButton::clicked, &dock, &QDockWidget::close);
    connect(&dock, &QDockWidget::windowTitleChanged, words, &QLabel::setText);
    // Later: the layout knows its tabs only after it has told of them.
    connect(
        &dock, &QDockWidget::visibilityChanged, this, [this, &dock] { fold(dock); },
        Qt::QueuedConnection);
    connect(
        &dock, &QDockWidget::topLevelChanged, this, [this, &dock] { fold(dock); },
        Qt::QueuedConnection);
    connect(
        &dock, &QDockWidget::dockLocationChanged, this, [this, &dock] { fold(dock); },
        Qt::QueuedConnection);
}

void DockTitle::fold(QDockWidget &dock)
{
    const auto *window = qobject_cast<const QMainWindow *>(dock.parentWidget());
    m_folded = window && !dock.isFloating() && !window->tabifiedDockWidgets(&dock).isEmpty();
    updateGeometry();
}

QSize DockTitle::sizeHint() const
{
    return m_folded ? QSize(0, 0) : QWidget::sizeHint();
}

QSize DockTitle::minimumSizeHint() const
{
    return m_folded ? QSize(0, 0) : QWidget::minimumSizeHint();
}

} // namespace Antiphon::Ui
