// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/extract/extraction.h>

#include <QDialog>

class QLabel;
class QPushButton;

namespace Antiphon::Ui {

class CodeEditor;

/// Mends the value of an answer by hand, held against its schema and rules at every change.
class ResultDialog : public QDialog {
    Q_OBJECT

public:
    /// \p name is the target's.
    ResultDialog(const QString &name, const Extraction &how, const QString &json,
                 QWidget *parent = nullptr);

    [[nodiscard]] Json value() const { return m_value; }

private:
    void check();

    const Extraction m_how;
    CodeEditor *m_text;
    QLabel *m_verdict;
    QPushButton *m_accept;
    Json m_value = Json::null();
};

} // namespace Antiphon::Ui
