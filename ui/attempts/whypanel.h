// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "attempts/why.h"

#include <QTextBrowser>

namespace Antiphon::Ui {

/// The reasons behind an attempt, in sentences.
class WhyPanel : public QTextBrowser {
    Q_OBJECT

public:
    explicit WhyPanel(QWidget *parent = nullptr);

    void setSections(const QList<WhySection> &sections);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void render();
    [[nodiscard]] bool isNarrow() const;

    QList<WhySection> m_sections;
    bool m_narrow = false; // labels stand above what they name
};

} // namespace Antiphon::Ui
