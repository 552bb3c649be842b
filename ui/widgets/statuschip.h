// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "theme/colors.h"
#include "theme/icons.h"

#include <QWidget>

namespace Antiphon::Ui {

/// A sign and a word on a faint ground of their colour: what state something is in.
class StatusChip : public QWidget {
    Q_OBJECT

public:
    explicit StatusChip(QWidget *parent = nullptr);

    void setState(Glyph glyph, ColorRole role, const QString &text);
    [[nodiscard]] QString text() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int padding() const;
    [[nodiscard]] int glyphSize() const;

    Glyph m_glyph = Glyph::Dot;
    ColorRole m_role = ColorRole::Muted;
    QString m_text;
};

} // namespace Antiphon::Ui
