// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/provider/decoder.h>

#include "errorclasses.h"

#include <antiphon/core/words.h>

#include <algorithm>
#include <utility>

namespace Antiphon {

Decoder::Decoder(const Codec &codec, Quirks quirks, HttpHead head, bool streamed, int choice)
    : m_codec(&codec)
    , m_head(std::move(head))
    , m_streamed(streamed)
{
    m_state.quirks = std::move(quirks);
    m_state.headers = m_head.headers;
    m_state.choice = choice;
}

static bool isBlank(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

void Decoder::choose(char first)
{
    m_chosen = true;
    const bool json = first == '{' || first == '[';
    const bool markup = first == '<';
    const bool binary = m_codec->framing == Framing::AwsEventStream;
    if (markup || (json && (!m_streamed || binary || m_codec->framing == Framing::WholeBody))) {
        m_whole = true;
        m_framer = WholeBodyFramer();
    } else if (json && m_codec->framing == Framing::ServerSentEvents) {
        m_framer = JsonArrayFramer(); // an array in pieces, or one object
    } else {
        m_framer = makeFramer(m_codec->framing);
    }
}

void Decoder::feed(QByteArrayView bytes, StreamEvents &out)
{
    if (m_failed)
        return;
    if (m_begin.size() < evidenceSize)
        m_begin += bytes.first(std::min(bytes.size(), evidenceSize - m_begin.size()));
    if (!m_chosen) {
        // A byte order mark says nothing about the form; a binary stream begins with a zero byte.
        while (!bytes.isEmpty() && (isBlank(bytes.front()) || quint8(bytes.front()) >= 0x80))
            bytes = bytes.sliced(1);
        if (bytes.isEmpty())
            return;
        choose(bytes.front());
    }
    m_frames.clear();
    Antiphon::feed(m_framer, bytes, m_frames);
    decode(m_frames, out);
    if (overflowed(m_framer) && !std::exchange(m_failed, true)) {
        out.append(
            Failed {badResponse(Words::tr("The answer holds a line that is too long."), m_begin)});
    }
    if (broken(m_framer) && !std::exchange(m_failed, true)) {
        out.append(Failed {
            badResponse(Words::tr("The answer was damaged on its way: a checksum or a length "
                                  "in it is wrong."),
                        m_begin)});
    }
}

void Decoder::finish(StreamEvents &out)
{
    if (m_failed)
        return;
    QList<Frame> rest;
    Antiphon::finish(m_framer, rest);
    if (!m_whole && m_state.started) {
        // Half an event is cut off, not broken: left out, and the call ends as dropped.
        rest.removeIf([&](const Frame &frame) {
            const QByteArrayView data = QByteArrayView(frame.data).trimmed();
            return (data.startsWith('{') && !data.endsWith('}'))
                || (data.startsWith('[') && !data.endsWith(']'));
        });
    }
    const qsizetype before = out.size();
    decode(rest, out);
    if (!m_state.started && !m_failed && out.size() == before)
        out.append(Failed {nothingUsable()});
}

Error Decoder::nothingUsable() const
{
    if (m_begin.trimmed().isEmpty())
        return badResponse(Words::tr("The provider sent an empty answer."), m_begin);
    if (!m_state.unreadable.isEmpty()) {
        return badResponse(Words::tr("The provider sent something that is not JSON."),
                           m_state.unreadable);
    }
    return badResponse(Words::tr("The provider sent an answer in which no data was found."),
                       m_begin);
}

void Decoder::decode(const QList<Frame> &frames, StreamEvents &out)
{
    for (const Frame &frame : frames) {
        const qsizetype before = out.size();
        if (m_whole)
            m_codec->decodeBody(m_head, frame.data, m_state, out);
        else
            m_codec->decodeFrame(frame, m_state, out);
        // What follows in the same piece must not be read: in another one it would not be.
        const auto failed = std::find_if(out.begin() + before, out.end(), [](const auto &event) {
            return std::holds_alternative<Failed>(event);
        });
        if (failed != out.end() && !m_state.started) {
            m_failed = true;
            out.erase(failed + 1, out.end());
            return;
        }
    }
}

} // namespace Antiphon
