// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// The first byte picks a codec and whether a stream was asked for, the second the size of the
// pieces; ANTIPHON_FUZZ_CODEC=cohere holds all of the input for that codec's. Any pieces must give
// the same events, and no bytes may break a codec. The lines of the input are frames too, each its
// name, a blank and its data: behind a framing with checksums no codec would be reached.

#include <antiphon/core/provider/decoder.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include <QtEnvironmentVariables>

using namespace Antiphon;

static StreamEvents decoded(const Codec &codec, bool streamed, QByteArrayView body, qsizetype piece)
{
    Decoder decoder(codec, {}, {.status = 200}, streamed);
    StreamEvents out;
    for (; !body.isEmpty(); body = body.sliced(std::min(piece, body.size())))
        decoder.feed(body.first(std::min(piece, body.size())), out);
    decoder.finish(out);
    // How much had come when it failed is evidence too, and depends on the pieces.
    for (StreamEvent &event : out) {
        if (auto *failed = std::get_if<Failed>(&event))
            failed->error.evidence.clear();
    }
    return out;
}

static void decodeLines(const Codec &codec, const QByteArray &body)
{
    DecodeState state;
    StreamEvents out;
    for (const QByteArray &line : body.split('\n')) {
        const qsizetype blank = line.indexOf(' ');
        const QByteArray name = line.first(std::max<qsizetype>(blank, 0));
        const bool failure = name.startsWith('!');
        codec.decodeFrame({.event = failure ? name.sliced(1) : name,
                           .data = line.sliced(blank + 1),
                           .failure = failure},
                          state, out);
    }
}

static void tell(const char *how, const StreamEvents &events)
{
    std::fprintf(stderr, "-- %s:\n", how);
    for (const StreamEvent &event : events)
        std::fprintf(stderr, "%s\n", toBytes(toJson(event)).constData());
}

static const Codec &codecFor(uint8_t byte)
{
    static const Codec *const chosen = findCodec(qEnvironmentVariable("ANTIPHON_FUZZ_CODEC"));
    return chosen ? *chosen : *codecs()[byte % codecs().size()];
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    const Codec &codec = codecFor(data[0]);
    const bool streamed = data[0] & 0x80;
    const QByteArrayView body(data + 2, qsizetype(size) - 2);
    const StreamEvents whole = decoded(codec, streamed, body, body.size());
    const StreamEvents pieces = decoded(codec, streamed, body, 1 + data[1]);
    if (whole != pieces) {
        tell("in one piece", whole);
        tell("in pieces", pieces);
        std::abort();
    }
    decodeLines(codec, body.toByteArray());
    (void)codec.classify({.status = 400 + data[1]}, body.toByteArray(), QDateTime());
    (void)codec.decodeModels(body.toByteArray());
    return 0;
}
