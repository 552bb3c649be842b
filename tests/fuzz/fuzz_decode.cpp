// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// The first byte picks a codec and whether a stream was asked for, the second the size of the
// pieces. Any pieces must give the same events, and no bytes may break a codec.

#include <antiphon/core/provider/decoder.h>

#include <cstdint>
#include <cstdlib>

using namespace Antiphon;

static StreamEvents decoded(const Codec &codec, bool streamed, QByteArrayView body, qsizetype piece)
{
    Decoder decoder(codec, {}, {.status = 200}, streamed);
    StreamEvents out;
    for (; !body.isEmpty(); body = body.sliced(std::min(piece, body.size())))
        decoder.feed(body.first(std::min(piece, body.size())), out);
    decoder.finish(out);
    return out;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    const Codec &codec = *codecs()[data[0] % codecs().size()];
    const bool streamed = data[0] & 0x80;
    const QByteArrayView body(data + 2, qsizetype(size) - 2);
    if (decoded(codec, streamed, body, body.size()) != decoded(codec, streamed, body, 1 + data[1]))
        std::abort();
    (void)codec.classify({.status = 400 + data[1]}, body.toByteArray(), QDateTime());
    (void)codec.decodeModels(body.toByteArray());
    return 0;
}
