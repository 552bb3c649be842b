// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "theme/metrics.h"

#include <QFontMetrics>
#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace Antiphon::Ui {

int gap(const QWidget &widget, double share)
{
    return std::max(1, qRound(widget.fontMetrics().height() * share / 2));
}

int smallIcon(const QWidget &widget)
{
    return std::max(widget.style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, &widget),
                    widget.fontMetrics().height());
}

} // namespace Antiphon::Ui
