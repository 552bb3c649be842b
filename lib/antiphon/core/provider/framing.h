// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>

#include <optional>
#include <variant>

namespace Antiphon {

enum class Framing {
    WholeBody,
    ServerSentEvents,
    JsonLines,
    JsonArray, ///< One JSON array whose elements are the frames (Gemini without alt=sse).
    AwsEventStream, ///< Binary messages with checksums (Bedrock).
};

/// One event of a stream. `event` is empty where the framing has no names.
struct Frame {
    QByteArray event = {};
    QByteArray data = {};
    bool failure = false; ///< An exception or error, `event` being its kind (AwsEventStream).

    friend bool operator==(const Frame &, const Frame &) = default;
};

/// Splits a text/event-stream body into frames, however the network cut it.
///
/// Feeding a body in one piece or byte by byte gives the same frames; a CRLF, a BOM or a UTF-8
/// sequence may straddle two feeds. Linear in the number of bytes. finish() hands over an event
/// that the body ended without its blank line: servers do that, and the data is whole.
///
/// Source: WHATWG HTML, section 9.2 "Server-sent events". `id:` and `retry:` are ignored, since a
/// call is never resumed.
class SseFramer {
public:
    void feed(QByteArrayView bytes, QList<Frame> &out);
    void finish(QList<Frame> &out);

    /// True once a line grew past maxLine bytes. The caller reports ErrorKind::BadResponse.
    [[nodiscard]] bool overflowed() const { return m_overflowed; }

    static constexpr qsizetype maxLine = 64 * 1024 * 1024; // an image is one line of several MB

private:
    void endLine(QByteArrayView line, QList<Frame> &out);

    QByteArray m_line; // the unfinished last line of the previous feed
    Frame m_frame;
    bool m_hasData = false;
    bool m_skipLf = false; // the last feed ended in CR: an LF that opens the next one belongs to it
    bool m_atStart = true;
    bool m_overflowed = false;
};

/// One frame per non-blank line; the last line needs no newline.
class JsonLinesFramer {
public:
    void feed(QByteArrayView bytes, QList<Frame> &out);
    void finish(QList<Frame> &out);
    [[nodiscard]] bool overflowed() const { return m_overflowed; }

private:
    QByteArray m_line;
    bool m_overflowed = false;
};

/// One frame per element of a top-level JSON array; a single object is one frame.
class JsonArrayFramer {
public:
    void feed(QByteArrayView bytes, QList<Frame> &out);
    void finish(QList<Frame> &out);
    [[nodiscard]] bool overflowed() const { return m_overflowed; }

private:
    QByteArray m_element;
    int m_depth = 0; // of braces and brackets within the element
    bool m_inString = false;
    bool m_escaped = false;
    bool m_overflowed = false;
};

/// Collects everything; finish() gives it as one frame.
class WholeBodyFramer {
public:
    void feed(QByteArrayView bytes, QList<Frame> &out);
    void finish(QList<Frame> &out);
    [[nodiscard]] bool overflowed() const { return m_overflowed; }

private:
    QByteArray m_body;
    bool m_overflowed = false;
};

/// Splits an AWS event stream into frames: `:event-type` names them, the payload is the data.
///
/// Both checksums of a message are checked and its lengths are believed only within the limits of
/// the format, before anything is kept for them. A message that breaks the format ends the stream,
/// since nothing says where the next one begins: see broken().
///
/// Source: the Smithy specification of event streams, and awslabs/aws-c-event-stream; read 2026-11.
class AwsEventStreamFramer {
public:
    void feed(QByteArrayView bytes, QList<Frame> &out);

    /// Half a message is left out: the stream was cut off, not broken.
    void finish(QList<Frame> &out);
    [[nodiscard]] bool overflowed() const { return false; }

    /// True once a checksum, a length or a header was wrong.
    [[nodiscard]] bool broken() const { return m_broken; }

    static constexpr qsizetype maxHeaders = 128 * 1024;
    static constexpr qsizetype maxPayload = 24 * 1024 * 1024;

private:
    QByteArray m_rest; // the unfinished message
    bool m_preludeChecked = false; // of that message
    bool m_broken = false;
};

using Framer = std::variant<WholeBodyFramer, SseFramer, JsonLinesFramer, JsonArrayFramer,
                            AwsEventStreamFramer>;

[[nodiscard]] Framer makeFramer(Framing framing);
void feed(Framer &framer, QByteArrayView bytes, QList<Frame> &out);
void finish(Framer &framer, QList<Frame> &out);
[[nodiscard]] bool overflowed(const Framer &framer);

/// The bytes broke their framing; nothing more will come of them.
[[nodiscard]] bool broken(const Framer &framer);

} // namespace Antiphon
