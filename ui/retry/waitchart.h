// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/retry/preview.h>

#include <QWidget>

class QCustomPlot;

namespace Antiphon::Ui {

/// The waits of a policy: a bar from the shortest to the longest for each attempt, a mark at the
/// median and a dot for one draw. Mirrors with the layout; the table beside it says the same.
class WaitChart : public QWidget {
    Q_OBJECT

public:
    explicit WaitChart(QWidget *parent = nullptr);

    void setPreview(const RetryPreview &preview);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void draw();

    QCustomPlot *m_plot;
    RetryPreview m_preview;
};

} // namespace Antiphon::Ui
