// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "projectdocument.h"

#include <QWidget>

namespace Antiphon::Ui {

/// What a tab of the centre shows. Given the focus, it passes it on to where editing begins.
class DocumentView : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    [[nodiscard]] virtual ProjectDocument &document() const = 0;
};

} // namespace Antiphon::Ui
