// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/error.h>
#include <antiphon/core/tools/tool.h>
#include <antiphon/net/clock.h>

#include <QProcess>

#include <memory>

namespace Antiphon {

/// Bytes that a command may say; a longer answer is an error.
inline constexpr qsizetype commandOutputLimit = 1024 * 1024;

/// A program that answers one tool call: started without a shell, in its folder, in a session of
/// its own and with few environment variables, so that no key of ours reaches it unasked.
///
/// Emits finished() exactly once, never from inside start(), unless it is destroyed first, which
/// ends the program and what it started. Used by ToolRound, and where a tool is tried.
class CommandRun : public QObject {
    Q_OBJECT

public:
    /// \p input goes to its standard input. \p clock must outlive the run.
    CommandRun(ToolCommand command, QByteArray input, Clock &clock);
    ~CommandRun() override;

    void start();

    /// What it said, or why it said nothing: for the model, so in English.
    [[nodiscard]] const Result<QString> &result() const { return m_result; }

Q_SIGNALS:
    void finished();

private:
    void read();
    void onFinished(int exitCode, QProcess::ExitStatus status);
    void onError(QProcess::ProcessError error);
    void fail(const QString &why);
    void end();
    void kill();

    const ToolCommand m_command;
    const QByteArray m_input;
    Clock &m_clock;
    QProcess m_process;
    QByteArray m_output;
    QByteArray m_complaints; // the end of its standard error
    Result<QString> m_result;
    bool m_over = false;
    std::unique_ptr<QObject> m_timer;
};

} // namespace Antiphon
