// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/provider/codec.h>

namespace Antiphon {

/// Turns the bytes of one successful answer into events, however they are cut.
///
/// Servers do not always answer in the form they were asked for: a stream is answered with one JSON
/// text or an array of them, a plain request with a stream. The first byte that is no space tells.
/// What a stream leaves behind at its end counts only if it is whole: half an event of a stream
/// that was cut off is the sender's loss, not a broken format.
class Decoder {
public:
    /// \p codec must outlive the decoder. \p streamed: a stream was asked for. \p choice: which of
    /// several answers is read, where several were asked for.
    Decoder(const Codec &codec, Quirks quirks, HttpHead head, bool streamed, int choice = 0);

    void feed(QByteArrayView bytes, StreamEvents &out);

    /// The body is over. An answer in which nothing was found becomes Failed with BadResponse.
    void finish(StreamEvents &out);

    [[nodiscard]] const DecodeState &state() const { return m_state; }

private:
    void choose(char first);
    void decode(const QList<Frame> &frames, StreamEvents &out);
    [[nodiscard]] Error nothingUsable() const;

    const Codec *m_codec;
    HttpHead m_head;
    Framer m_framer;
    DecodeState m_state;
    QList<Frame> m_frames; // kept for its capacity
    QByteArray m_begin; // the first bytes, for the details of an error
    bool m_streamed = true;
    bool m_chosen = false;
    bool m_whole = false; // the body goes to decodeBody in one piece
    bool m_failed = false;
};

} // namespace Antiphon
