// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/net/feed.h>

#include <algorithm>
#include <utility>

namespace Antiphon {

template<typename T>
static void replace(std::optional<T> &old, std::optional<T> &&update)
{
    if (update)
        old = std::move(update);
}

static void add(ToolCallDelta &&piece, QList<ToolCallDelta> &calls)
{
    const auto call = std::ranges::find(calls, piece.index, &ToolCallDelta::index);
    if (call == calls.end()) {
        calls.append(std::move(piece));
        return;
    }
    call->arguments += piece.arguments;
    for (QString ToolCallDelta::*once : {&ToolCallDelta::id, &ToolCallDelta::name}) {
        if (!(piece.*once).isEmpty())
            (*call).*once = piece.*once;
    }
}

static void merge(CallUpdate &pending, CallUpdate &&update)
{
    if (update.restarted) {
        pending.restarted = true;
        pending.text.clear();
        pending.thinking.clear();
        pending.toolCalls.clear();
    }
    pending.text += update.text;
    pending.thinking += update.thinking;
    for (ToolCallDelta &piece : update.toolCalls)
        add(std::move(piece), pending.toolCalls);
    replace(pending.state, std::move(update.state));
    replace(pending.usage, std::move(update.usage));
    replace(pending.attempt, std::move(update.attempt));
    replace(pending.current, std::move(update.current));
    replace(pending.extraction, std::move(update.extraction));
    pending.ended += std::move(update.ended);
    pending.answered += std::move(update.answered);
    replace(pending.questions, std::move(update.questions));
    replace(pending.waiting, std::move(update.waiting));
    replace(pending.finished, std::move(update.finished));
}

void Feed::post(CallUpdate update)
{
    bool wasEmpty = false;
    {
        const std::scoped_lock lock(m_mutex);
        wasEmpty = m_updates.empty();
        merge(pending(update.id), std::move(update));
    }
    if (wasEmpty)
        Q_EMIT filled();
}

void Feed::postText(CallId id, const QString &text, const QString &thinking)
{
    bool wasEmpty = false;
    {
        const std::scoped_lock lock(m_mutex);
        wasEmpty = m_updates.empty();
        CallUpdate &update = pending(id);
        update.text += text;
        update.thinking += thinking;
    }
    if (wasEmpty)
        Q_EMIT filled();
}

std::vector<CallUpdate> Feed::take()
{
    const std::scoped_lock lock(m_mutex);
    m_placeOf.clear();
    return std::exchange(m_updates, {});
}

CallUpdate &Feed::pending(CallId id)
{
    if (const auto place = m_placeOf.constFind(id); place != m_placeOf.cend())
        return m_updates[*place];
    m_placeOf.insert(id, m_updates.size());
    return m_updates.emplace_back(CallUpdate {.id = id});
}

} // namespace Antiphon
