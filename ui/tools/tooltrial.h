// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tools/trytool.h"

#include <antiphon/net/clock.h>

#include <QElapsedTimer>
#include <QWidget>

#include <memory>
#include <optional>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace Antiphon {
class CommandRun;
class Settings;
}

namespace Antiphon::Ui {

class CodeEditor;
class ToolDocument;

/// Tries a tool as it is edited: arguments as a model would write them, and what it would be told.
///
/// Scripts run on a thread of the pool. A command runs only if the person has consented to it.
class ToolTrial : public QWidget {
    Q_OBJECT

public:
    ToolTrial(ToolDocument &document, const Settings &settings, QWidget *parent = nullptr);
    ~ToolTrial() override;

Q_SIGNALS:
    /// The script failed there, from 1.
    void scriptFailed(int line, int column, const QString &message);

private:
    void followSchema();
    void run();
    void runCommand(const ToolCommand &command, const QByteArray &input);
    void begin();
    void show(const ToolOutcome &outcome);
    using QWidget::show;
    void showVerdict();

    /// What a trial is of: its verdict holds for that alone.
    struct Tried {
        Tool tool = {};
        QString fault = {}; ///< Of the text; the tool is what it said before then.
        QString arguments = {};

        friend bool operator==(const Tried &, const Tried &) = default;
    };
    [[nodiscard]] Tried present() const;

    ToolDocument &m_document;
    const Settings &m_settings;
    SystemClock m_clock;
    CodeEditor *m_arguments;
    QPushButton *m_run;
    QLabel *m_verdict;
    QPlainTextEdit *m_result;
    std::unique_ptr<CommandRun> m_command;
    QElapsedTimer m_timer;
    Json m_parameters; ///< The example is made from these.
    std::optional<Tried> m_tried; ///< Last.
    std::optional<ToolOutcome> m_outcome; ///< Of that; empty: it runs.
    qint64 m_took = 0; ///< ms
    int m_number = 0; ///< Of the trial: what an older one says is late.
    bool m_own = false; ///< The arguments are the person's.
};

} // namespace Antiphon::Ui
