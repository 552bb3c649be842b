// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractButton>

namespace Antiphon::Ui {

/// A button of plain words that may take several lines, broken only between its parts.
class WordsButton : public QAbstractButton {
    Q_OBJECT

public:
    explicit WordsButton(QWidget *parent = nullptr);

    void setParts(const QStringList &parts);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    [[nodiscard]] QStringList lines(int width) const;
    [[nodiscard]] int margin() const;

    QStringList m_parts;
};

} // namespace Antiphon::Ui
