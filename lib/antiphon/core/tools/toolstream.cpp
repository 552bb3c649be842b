// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/tools/toolstream.h>

#include <antiphon/core/extract/partialjson.h>

namespace Antiphon {

ToolStream::ToolStream(bool pieces)
    : m_pieces(pieces)
{
}

void ToolStream::close(int before, QList<StreamedTool> &out)
{
    for (; m_open < before && m_open < m_attempt.toolCalls.size(); ++m_open)
        out.append({.index = m_open, .call = m_attempt.toolCalls[m_open]});
}

QList<StreamedTool> ToolStream::feed(const StreamEvents &events)
{
    QList<StreamedTool> out;
    for (const StreamEvent &event : events) {
        const auto *delta = std::get_if<ToolCallDelta>(&event);
        if (!delta) {
            const bool goesOn = std::holds_alternative<TextDelta>(event)
                || std::holds_alternative<ThinkingDelta>(event)
                || std::holds_alternative<Finished>(event);
            if (goesOn)
                close(int(m_attempt.toolCalls.size()), out);
            continue;
        }
        // Several may be under way at once; only what lies behind is surely whole.
        close(std::max(m_open, delta->index), out);
        apply(event, m_attempt);
        if (m_pieces && !delta->arguments.isEmpty() && delta->index < m_attempt.toolCalls.size())
            out.append({.index = delta->index,
                        .call = m_attempt.toolCalls[delta->index],
                        .delta = delta->arguments});
    }
    return out;
}

QList<StreamedTool> ToolStream::end()
{
    QList<StreamedTool> out;
    close(int(m_attempt.toolCalls.size()), out);
    return out;
}

Json partialArguments(const ToolCall &call)
{
    auto value = parsePartialJson(call.argumentsText.toUtf8(), PartialMode::Growing);
    return value && value->is_object() ? *std::move(value) : jsonObject();
}

} // namespace Antiphon
