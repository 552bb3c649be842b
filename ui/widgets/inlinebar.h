// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "theme/colors.h"
#include "theme/icons.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace Antiphon::Ui {

/// A message inside a view, with at most three buttons: what happened, and what can be done.
///
/// Never takes the focus by itself.
class InlineBar : public QFrame {
    Q_OBJECT

public:
    enum class Kind { Information, Positive, Warning, Error };

    explicit InlineBar(QWidget *parent = nullptr);

    /// \p what says what happened and whose it is, \p now what to do. Removes the buttons.
    void showMessage(Kind kind, const QString &what, const QString &now = {});

    /// Adds a button to the present message. The bar stays when it is pressed.
    QPushButton *addButton(const QString &text);

    /// Text behind a Details button; empty: none.
    void setDetails(const QString &details);

    void setClosable(bool closable);
    [[nodiscard]] QString text() const;

    [[nodiscard]] bool hasHeightForWidth() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

Q_SIGNALS:
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void updateSign();

    Kind m_kind = Kind::Information;
    QLabel *m_sign = nullptr;
    QLabel *m_what = nullptr;
    QLabel *m_now = nullptr;
    QLabel *m_details = nullptr;
    QWidget *m_buttons = nullptr;
    QHBoxLayout *m_buttonRow = nullptr;
    QPushButton *m_detailsButton = nullptr;
    QToolButton *m_close = nullptr;
};

} // namespace Antiphon::Ui
