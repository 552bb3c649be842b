// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// The first byte picks a framing, the second where to cut. Any cut must give the same frames.

#include <antiphon/core/provider/framing.h>

#include <cstdint>
#include <cstdlib>

using namespace Antiphon;

static QList<Frame> framed(Framing framing, QByteArrayView body, qsizetype piece)
{
    Framer framer = makeFramer(framing);
    QList<Frame> out;
    for (; !body.isEmpty(); body = body.sliced(std::min(piece, body.size())))
        feed(framer, body.first(std::min(piece, body.size())), out);
    finish(framer, out);
    return out;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    const auto framing = Framing(data[0] % 5);
    const QByteArrayView body(data + 2, qsizetype(size) - 2);
    if (framed(framing, body, body.size()) != framed(framing, body, 1 + data[1]))
        std::abort();
    return 0;
}
