// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

class QToolButton;
class QWidget;

namespace Antiphon::Ui {

/// A small button without a frame that shows an icon; \p text is for who hovers or hears it.
[[nodiscard]] QToolButton *flatButton(const QString &iconName, const QString &text,
                                      QWidget *parent = nullptr);

} // namespace Antiphon::Ui
