// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

class QListWidget;
class QTextBrowser;

namespace Antiphon::Ui {

/// The handbook: chapters beside the text, all of it from the program's own resources.
class HandbookWindow : public QDialog {
    Q_OBJECT

public:
    explicit HandbookWindow(QWidget *parent = nullptr);

private:
    void filter(const QString &words);
    void followText();

    QListWidget *m_chapters;
    QTextBrowser *m_text;
};

} // namespace Antiphon::Ui
