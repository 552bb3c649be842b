// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTextDocument>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QToolButton;

namespace Antiphon::Ui {

/// Finds and replaces text in an editor, in a bar below it. Escape closes it.
class FindBar : public QWidget {
    Q_OBJECT

public:
    /// \p editor must outlive the bar.
    explicit FindBar(QPlainTextEdit &editor, QWidget *parent = nullptr);

    /// Opens the bar with the selected text; \p replacing shows the second line too.
    void start(bool replacing);
    void findNext();
    void findPrevious();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    bool find(QTextDocument::FindFlags direction);
    void replace();
    void replaceAll();
    void close();
    void showCount();
    [[nodiscard]] QTextDocument::FindFlags flags() const;
    [[nodiscard]] int count() const;

    QPlainTextEdit &m_editor;
    QLineEdit *m_text;
    QLineEdit *m_replacement;
    QToolButton *m_case;
    QLabel *m_count;
    QWidget *m_second;
};

} // namespace Antiphon::Ui
