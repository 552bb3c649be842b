// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPlainTextEdit>

#include <memory>

namespace KSyntaxHighlighting {
class SyntaxHighlighter;
}

namespace Antiphon::Ui {

/// A short piece of JSON or text to read and copy: as tall as it is, up to a dozen lines, always
/// left to right.
class CodeText : public QPlainTextEdit {
    Q_OBJECT

public:
    /// \p name is what assistive tools call it.
    CodeText(const QString &name, const QString &text, bool json, QWidget *parent = nullptr);
    ~CodeText() override;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    std::unique_ptr<KSyntaxHighlighting::SyntaxHighlighter> m_highlighter; ///< Null for text.
};

} // namespace Antiphon::Ui
