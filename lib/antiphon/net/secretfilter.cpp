// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include "secretfilter.h"

#include <antiphon/core/redact.h>

#include <algorithm>
#include <utility>

namespace Antiphon {

SecretFilter::SecretFilter(const QByteArrayList &secrets)
    : m_secrets(secrets)
{
    for (const QByteArray &secret : secrets) {
        for (const QByteArray &form : secretForms(secret))
            m_forms.append(QString::fromUtf8(form));
    }
    m_forms.removeDuplicates();
}

// How many characters at the end of \p text may be the beginning of a secret.
qsizetype SecretFilter::beginningsAt(const QString &text) const
{
    qsizetype most = 0;
    for (const QString &form : m_forms) {
        for (qsizetype size = std::min(form.size() - 1, text.size()); size > most; --size) {
            if (QStringView(text).endsWith(QStringView(form).first(size)))
                most = size;
        }
    }
    return most;
}

template<typename Delta>
void SecretFilter::flush(Channel<Delta> &channel, StreamEvents &out)
{
    if (channel.held.isEmpty())
        return;
    channel.last.text = std::exchange(channel.held, {});
    out.append(channel.last);
}

// What goes on in the text held back of \p delta.
static TextDelta restOf(const TextDelta &delta)
{
    return {.phase = delta.phase};
}

static ThinkingDelta restOf(const ThinkingDelta &)
{
    return {};
}

static RefusalDelta restOf(const RefusalDelta &)
{
    return {};
}

template<typename Delta>
void SecretFilter::clean(Delta &delta, Channel<Delta> &channel)
{
    QString text = redact(std::exchange(channel.held, {}) + delta.text, m_secrets);
    const qsizetype back = beginningsAt(text);
    channel.held = text.last(back);
    channel.last = restOf(delta);
    text.chop(back);
    delta.text = text;
}

// What may come between two pieces of one text.
static bool interrupts(const StreamEvent &event)
{
    return !std::holds_alternative<UsageReported>(event)
        && !std::holds_alternative<ResponseStarted>(event)
        && !std::holds_alternative<LogprobsDelta>(event)
        && !std::holds_alternative<Citation>(event);
}

void SecretFilter::pass(StreamEvents &events)
{
    if (m_forms.isEmpty())
        return;
    StreamEvents out;
    out.reserve(events.size());
    for (StreamEvent &event : events) {
        auto *text = std::get_if<TextDelta>(&event);
        auto *thinking = std::get_if<ThinkingDelta>(&event);
        auto *refusal = std::get_if<RefusalDelta>(&event);
        // A new stretch ends the one before as another kind does.
        if (text ? text->phase != m_text.last.phase : interrupts(event))
            flush(m_text, out);
        if (thinking ? thinking->opensBlock : interrupts(event))
            flush(m_thinking, out);
        if (!refusal && interrupts(event))
            flush(m_refusal, out);
        if (text)
            clean(*text, m_text);
        else if (thinking)
            clean(*thinking, m_thinking);
        else if (refusal)
            clean(*refusal, m_refusal);
        out.append(std::move(event));
    }
    events = std::move(out);
}

void SecretFilter::finish(StreamEvents &events)
{
    flush(m_text, events);
    flush(m_thinking, events);
    flush(m_refusal, events);
}

} // namespace Antiphon
