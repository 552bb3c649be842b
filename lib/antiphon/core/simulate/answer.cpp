// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/simulate/answer.h>

#include <algorithm>

namespace Antiphon {

/// The end of the code point that begins at \p at.
static qsizetype nextCodePoint(const QString &text, qsizetype at)
{
    const bool pair
        = text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
    return at + (pair ? 2 : 1);
}

qsizetype visibleCharacters(const AnswerPlan &plan)
{
    qsizetype sum = plan.text.size() + plan.refusal.size();
    for (const SimulatedToolCall &call : plan.toolCalls)
        sum += fromUtf8(toBytes(call.arguments).toStdString()).size();
    return sum;
}

qsizetype Chunker::nextSize()
{
    return m_min == m_max ? m_min : drawBetween(m_draws, m_min, m_max);
}

QStringList Chunker::thinking(const QString &text)
{
    QStringList out;
    for (qsizetype at = 0; at < text.size();) {
        qsizetype end = at;
        for (qsizetype left = nextSize(); left > 0 && end < text.size(); --left)
            end = nextCodePoint(text, end);
        out.append(text.sliced(at, end - at));
        at = end;
    }
    return out;
}

QStringList Chunker::visible(const QString &text)
{
    QStringList out;
    for (qsizetype at = 0; at < text.size();) {
        qsizetype end = at;
        for (qsizetype left = nextSize(); left > 0 && end < text.size(); --left) {
            end = nextCodePoint(text, end);
            if (m_break && m_visible < *m_break && m_visible + (end - at) >= *m_break)
                break;
        }
        out.append(text.sliced(at, end - at));
        m_visible += end - at;
        at = end;
    }
    return out;
}

const AnswerWriter &answerWriter(SimulatedFormat format)
{
    switch (format) {
    case SimulatedFormat::Responses:
        return responsesWriter;
    case SimulatedFormat::Messages:
        return messagesWriter;
    case SimulatedFormat::Generate:
        return generateWriter;
    case SimulatedFormat::Chat:
        break;
    }
    return chatWriter;
}

QByteArray quoted(const QString &text)
{
    return toBytes(toJson(text));
}

QByteArray sseEvent(const QByteArray &event, const QByteArray &data, const char *lineEnd)
{
    QByteArray out;
    out.reserve(event.size() + data.size() + 24);
    if (!event.isEmpty())
        out += "event: " + event + lineEnd;
    out += "data: " + data + lineEnd + lineEnd;
    return out;
}

int drawBetween(Draws &draws, int min, int max)
{
    return min + std::min(max - min, int(draws.next() * (double(max) - min + 1)));
}

QByteArray drawId(Draws &draws, int length)
{
    static constexpr char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789";
    QByteArray out(length, Qt::Uninitialized);
    for (char &letter : out)
        letter = letters[drawBetween(draws, 0, int(sizeof letters) - 2)];
    return out;
}

} // namespace Antiphon
