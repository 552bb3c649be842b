// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPixmap>
#include <QWidget>

namespace Antiphon::Ui {

/// A picture that fits its width, with Copy and Save in its menu.
class ImageLabel : public QWidget {
    Q_OBJECT

public:
    ImageLabel(const QByteArray &bytes, const QString &name, QWidget *parent = nullptr);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void saveRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QSize fitted(int width) const;

    QPixmap m_picture;
};

} // namespace Antiphon::Ui
