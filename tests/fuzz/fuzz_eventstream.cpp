// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// AWS event streams. Random bytes never have the right checksums, so the first byte says whether
// the rest is a body as it is or the headers (the second byte: how many) and payload of a message
// that is put together here. Any cut must give the same frames and the same verdict.

#include "support/eventstreams.h"

#include <antiphon/core/provider/framing.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>

using namespace Antiphon;

static QList<Frame> framed(QByteArrayView body, qsizetype piece, bool &isBroken)
{
    AwsEventStreamFramer framer;
    QList<Frame> out;
    for (; !body.isEmpty(); body = body.sliced(std::min(piece, body.size())))
        framer.feed(body.first(std::min(piece, body.size())), out);
    framer.finish(out);
    isBroken = framer.broken();
    return out;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    QByteArray body(reinterpret_cast<const char *>(data + 2), qsizetype(size) - 2);
    if (data[0] & 1) {
        const qsizetype headers = std::min<qsizetype>(data[1], body.size());
        const QByteArray message = EventStreams::message(body.first(headers), body.sliced(headers));
        body = message + message;
    }
    bool wholeBroken = false;
    bool cutBroken = false;
    const QList<Frame> whole = framed(body, std::max<qsizetype>(body.size(), 1), wholeBroken);
    if (whole != framed(body, 1 + data[0] / 2, cutBroken) || wholeBroken != cutBroken)
        std::abort();
    if ((data[0] & 1) && !wholeBroken && whole.size() != 2)
        std::abort();
    return 0;
}
