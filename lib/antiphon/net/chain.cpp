// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/net/chain.h>

#include <antiphon/core/config/resolve.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Antiphon {

Chain::Chain(const CallSpec &spec, const AttemptContext &context, Transport &transport,
             Clock &clock, Limiter &limiter, TokenCache *tokens)
    : m_spec(spec)
    , m_context(context)
    , m_transport(transport)
    , m_clock(clock)
    , m_limiter(limiter)
    , m_tokens(tokens)
{
}

Chain::~Chain() = default;

void Chain::start()
{
    m_timer = m_clock.after(0ms, [this] { next(); });
}

AskedCalls Chain::asked() const
{
    AskedCalls all = m_asked;
    for (const auto &[field, call] : m_open) {
        all.fields.append(field);
        all.calls.append(call->record());
    }
    return all;
}

void Chain::next()
{
    const PreparedTarget &target = m_spec.targets.first();
    CallInputs inputs = m_spec.inputs;
    inputs.answers.insert(m_answers);
    const auto known = computedSoFar(inputs, target.target, target.provider, m_context);
    if (!known) {
        end(known.error());
        return;
    }
    if (known->waiting.isEmpty()) {
        end({});
        return;
    }
    for (const QString &field : known->waiting) {
        if (!m_error)
            ask(field, *known);
    }
    if (m_error)
        return;
    for (const auto &[field, call] : m_open)
        call->start();
}

void Chain::ask(const QString &field, const ComputedSoFar &known)
{
    const auto question = m_spec.questions.constFind(field);
    const auto &fields = m_spec.inputs.prompt.dynamics.computed;
    const auto computed = std::ranges::find(fields, field, &ComputedField::name);
    if (question == m_spec.questions.cend() || computed == fields.end() || !computed->question) {
        end(Error {.kind = ErrorKind::Setup,
                   .message = tr("The computed field \"%1\" has nobody to ask.").arg(field)});
        return;
    }
    const PreparedTarget &target = m_spec.targets.first();
    auto inputs = questionInputs(*computed->question, known.variables,
                                 {target.target, target.provider, m_context});
    if (!inputs) {
        end(inputs.error());
        return;
    }
    CallSpec spec = *question;
    spec.inputs.variables.insert(*inputs);
    spec.seed = m_spec.seed;
    spec.row = m_spec.row;
    spec.repeat = m_spec.repeat;
    spec.retries = m_spec.retries;
    spec.purse = m_spec.purse;
    auto call = std::make_unique<Call>(std::move(spec), m_transport, m_clock, m_limiter, m_tokens);
    connect(call.get(), &Call::finished, this, [this, field] { onFinished(field); });
    m_open.emplace(field, std::move(call));
}

void Chain::onFinished(const QString &field)
{
    auto node = m_open.extract(field);
    const CallRecord record = node.mapped()->record();
    node.mapped().release()->deleteLater(); // we are inside its signal
    m_asked.fields.append(field);
    m_asked.calls.append(record);

    const Attempt *last = answer(record);
    const bool good = record.state == CallState::Done || record.state == CallState::Truncated;
    if (!good || !last) {
        const Error why = last && last->error ? *last->error : Error {};
        end(Error {.kind
                   = record.state == CallState::Cancelled ? ErrorKind::Cancelled : ErrorKind::Setup,
                   .message = tr("The computed field \"%1\" has no value: the prompt \"%2\" got no "
                                 "answer. %3")
                                  .arg(field, record.prompt, why.message),
                   .code = u"chain"_s,
                   .causes = QList {why.kind} + why.causes});
        return;
    }
    m_answers.insert(field, last->value ? Value(*last->value) : Value(last->text));
    if (m_open.empty())
        next();
}

// What is still under way is of no use any more: its calls end with the chain.
void Chain::end(std::optional<Error> error)
{
    if (m_error)
        return;
    m_error = std::move(error);
    for (const auto &[field, call] : m_open)
        call->cancel();
    m_timer = m_clock.after(0ms, [this] { Q_EMIT finished(); });
}

} // namespace Antiphon
