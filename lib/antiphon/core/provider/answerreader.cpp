// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/provider/answerreader.h>

#include "errorclasses.h"

#include <antiphon/core/words.h>

#include <algorithm>

namespace Antiphon {

AnswerReader::AnswerReader(const Codec &codec, Quirks quirks, bool streamed)
    : m_codec(&codec)
    , m_quirks(std::move(quirks))
    , m_streamed(streamed)
    , m_decoder(codec, m_quirks, {}, streamed)
{
}

void AnswerReader::setHead(const HttpHead &head)
{
    m_head = head;
    m_decoder = Decoder(*m_codec, m_quirks, head, m_streamed);
}

void AnswerReader::feed(const QByteArray &bytes, StreamEvents &out)
{
    m_body += bytes;
    if (!isHttpError())
        m_decoder.feed(bytes, out);
}

bool AnswerReader::isFinished() const
{
    return m_decoder.state().finished || m_decoder.state().terminal;
}

// Keep-alives before a drop: a stream had begun.
static bool holdsOnlyComments(const QByteArray &body)
{
    const auto lines = body.trimmed().split('\n');
    return std::ranges::all_of(lines,
                               [](const QByteArray &line) {
                                   const QByteArray text = line.trimmed();
                                   return text.isEmpty() || text.startsWith(':');
                               })
        && body.contains(':');
}

std::optional<Error> AnswerReader::finish(StreamEvents &out, const QDateTime &now)
{
    if (isHttpError())
        return httpError(now);
    if (m_body.trimmed().startsWith('<')) {
        return Error {.kind = ErrorKind::BadResponse,
                      .message
                      = Words::tr("The server answered with a web page: check the base URL."),
                      .httpStatus = m_head.status,
                      .evidence = m_body.left(evidenceSize)};
    }
    const Error dropped {.kind = ErrorKind::Dropped,
                         .message = Words::tr("The stream ended before the answer was whole."),
                         .httpStatus = m_head.status,
                         .evidence = m_body.left(evidenceSize)};
    if (m_streamed && holdsOnlyComments(m_body))
        return dropped;
    m_decoder.finish(out);
    const bool failed = std::ranges::any_of(
        out, [](const StreamEvent &event) { return std::holds_alternative<Failed>(event); });
    if (failed || isFinished() || !m_streamed)
        return {};
    return dropped;
}

Error AnswerReader::httpError(const QDateTime &now) const
{
    Error error = m_codec->classify(m_head, m_body, now);
    error.httpStatus = m_head.status;
    if (error.evidence.isEmpty())
        error.evidence = m_body.left(evidenceSize);
    return error;
}

} // namespace Antiphon
