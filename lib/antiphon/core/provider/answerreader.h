// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/provider/decoder.h>

#include <optional>

namespace Antiphon {

/// Reads one answer, successful or not: decodes it step by step, keeps its bytes, and says in the
/// end whether it was a whole answer.
///
/// An answer with a status of 400 or more is collected and classified at the end.
class AnswerReader {
public:
    /// \p codec must outlive the reader. \p streamed: a stream was asked for.
    AnswerReader(const Codec &codec, Quirks quirks, bool streamed);

    void setHead(const HttpHead &head);

    /// Appends to \p out what \p bytes complete.
    void feed(const QByteArray &bytes, StreamEvents &out);

    /// The body is over, as HTTP says it should be. Appends what was held back and says what is
    /// wrong with the whole, unless an event said it: an HTTP error, a web page, a stream that
    /// stops before the model does.
    [[nodiscard]] std::optional<Error> finish(StreamEvents &out, const QDateTime &now);

    /// The error an answer with a status of 400 or more stands for, by what has come of it.
    [[nodiscard]] Error httpError(const QDateTime &now) const;

    [[nodiscard]] const HttpHead &head() const { return m_head; }
    [[nodiscard]] const QByteArray &body() const { return m_body; }
    [[nodiscard]] bool isHttpError() const { return m_head.status >= 400; }

    /// The format's own end marker came: nothing of interest follows.
    [[nodiscard]] bool atEnd() const { return m_decoder.state().terminal; }

    /// The model said it is done.
    [[nodiscard]] bool isFinished() const;

private:
    const Codec *m_codec;
    Quirks m_quirks;
    bool m_streamed;
    HttpHead m_head;
    QByteArray m_body;
    Decoder m_decoder;
};

} // namespace Antiphon
