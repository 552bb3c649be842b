// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/net/call.h>

#include <map>

namespace Antiphon {

/// The calls to other prompts that one call's computed fields need, before it is made itself.
///
/// Those that need nothing of each other run at once. The first that fails ends them all. Emits
/// finished() exactly once, never from inside start(), unless it is destroyed first; destruction
/// ends the calls. Used by Call alone.
class Chain : public QObject {
    Q_OBJECT

public:
    /// Everything must outlive the chain. \p tokens as for a Call. \p context tells scripts of the
    /// time and chance.
    Chain(const CallSpec &spec, const AttemptContext &context, Transport &transport, Clock &clock,
          Limiter &limiter, TokenCache *tokens);
    ~Chain() override;

    void start();

    /// What was answered, by computed field: the value, else the text.
    [[nodiscard]] const Variables &answers() const { return m_answers; }

    /// The calls that are over, and those under way as they stand.
    [[nodiscard]] AskedCalls asked() const;

    /// Why there are not all answers; empty: there are.
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

Q_SIGNALS:
    void finished();

private:
    void next();
    void ask(const QString &field, const ComputedSoFar &known);
    void onFinished(const QString &field);
    void end(std::optional<Error> error);

    const CallSpec &m_spec;
    const AttemptContext m_context;
    Transport &m_transport;
    Clock &m_clock;
    Limiter &m_limiter;
    TokenCache *const m_tokens;
    Variables m_answers;
    AskedCalls m_asked;
    std::optional<Error> m_error;
    std::map<QString, std::unique_ptr<Call>> m_open;
    std::unique_ptr<QObject> m_timer;
};

} // namespace Antiphon
