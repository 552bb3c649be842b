// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/tools/tool.h>

#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace Antiphon {
class Settings;
}

namespace Antiphon::Ui {

class NumberBox;
class ToolDocument;

/// The program that answers for a tool: its words, its time, what it is given of the environment,
/// and whether the person lets it run, which can be taken back here.
class CommandForm : public QWidget {
    Q_OBJECT

public:
    CommandForm(ToolDocument &document, Settings &settings, QWidget *parent = nullptr);

protected:
    bool event(QEvent *event) override;

private:
    void showDocument();
    void showConsent();
    void withdraw();

    ToolDocument &m_document;
    Settings &m_settings;
    QPlainTextEdit *m_words;
    QLabel *m_exact;
    QLabel *m_consent;
    QPushButton *m_withdraw;
    NumberBox *m_timeout;
    QLineEdit *m_environment;
    std::optional<ToolCommand> m_shown; ///< Whose consent is told.
    bool m_filling = false;
};

/// The command of \p tool as it would run in \p folder; empty: it has none.
[[nodiscard]] std::optional<ToolCommand> commandOf(const Tool &tool, const QString &folder);

} // namespace Antiphon::Ui
