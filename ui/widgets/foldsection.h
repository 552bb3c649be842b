// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QToolButton;
class QVBoxLayout;

namespace Antiphon::Ui {

/// A heading that opens and closes what stands under it.
class FoldSection : public QWidget {
    Q_OBJECT

public:
    explicit FoldSection(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void add(QWidget *widget);

    void setOpen(bool open);
    [[nodiscard]] bool isOpen() const;

private:
    QToolButton *m_button;
    QWidget *m_content;
    QVBoxLayout *m_rows;
};

} // namespace Antiphon::Ui
