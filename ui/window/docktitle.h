// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QDockWidget;

namespace Antiphon::Ui {

/// A dock's title: its words in the weight of a heading, and a button that folds it away.
class DockTitle : public QWidget {
    Q_OBJECT

public:
    explicit DockTitle(QDockWidget &dock);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

private:
    void fold(QDockWidget &dock);

    bool m_folded = false; ///< Among tabs, which say the same.
};

} // namespace Antiphon::Ui
