// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPlainTextEdit>

namespace Antiphon::Ui {

/// A text field that is as tall as its text, between one and a number of lines. Tab leaves it.
class GrowingTextEdit : public QPlainTextEdit {
    Q_OBJECT

public:
    GrowingTextEdit(int leastLines, int mostLines, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fit();
    [[nodiscard]] int heightOf(int lines) const;

    int m_leastLines;
    int m_mostLines;
};

} // namespace Antiphon::Ui
