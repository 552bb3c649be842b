// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/net/callspec.h>
#include <antiphon/net/clock.h>

#include <QHash>
#include <QObject>

#include <map>
#include <memory>

namespace Antiphon {

class CommandRun;

/// Has the tools that one answer calls answer, all at once: scripts, functions, commands, what is
/// written down, a person. What cannot be answered gets an error as its answer, for every call has
/// to have one.
///
/// Emits finished() exactly once, never from inside start(), unless it is destroyed first, which
/// ends whatever runs. Used by Call alone.
class ToolRound : public QObject {
    Q_OBJECT

public:
    /// \p spec and \p clock must outlive the round. \p asking is the attempt that calls the tools
    /// of its own request; \p context tells scripts of the time and chance; the call began at \p
    /// begin.
    ToolRound(const CallSpec &spec, const Attempt &asking, AttemptContext context, Clock &clock,
              std::chrono::milliseconds begin);
    ~ToolRound() override;

    void start();

    /// What a person says to the question number \p index. Harmless when there is none.
    void reply(int index, const ToolReply &reply);

    /// Ends what runs: calls without an answer get an error.
    void stop();

    /// In the order of the calls.
    [[nodiscard]] const QList<ToolRun> &runs() const { return m_runs; }

    /// The calls that wait for a person.
    [[nodiscard]] QList<ToolQuestion> questions() const { return m_questions.values(); }

    /// For whoever runs the call.
    [[nodiscard]] const QStringList &warnings() const { return m_warnings; }

Q_SIGNALS:
    void questionsChanged();
    void finished();

private:
    [[nodiscard]] const ToolDefinition *offered(const QString &name) const;
    [[nodiscard]] ToolHandler handlerFor(const QString &name) const;
    void begin(int index);
    void ask(int index, const ToolHandler &handler);
    void run(int index, const ToolHandler &handler);
    void runCommand(int index, const ToolCommand &command);
    void runFunction(int index, const AsyncToolFunction &function);
    void answer(int index, const QString &by, const Result<Json> &result);
    [[nodiscard]] ToolContext toolContext(int index) const;

    const CallSpec &m_spec;
    const QList<ToolCall> m_calls;
    const QList<ToolDefinition> m_offered;
    const AttemptContext m_context;
    Clock &m_clock;
    const int m_attempt;
    const std::chrono::milliseconds m_begin;
    QList<ToolRun> m_runs;
    QMap<int, ToolQuestion> m_questions;
    QStringList m_warnings;
    int m_open = 0;
    std::map<int, std::unique_ptr<CommandRun>> m_commands;
    QHash<int, QFuture<Result<Json>>> m_futures;
    std::unique_ptr<QObject> m_end;
};

} // namespace Antiphon
