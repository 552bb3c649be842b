// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// What comes over connections below the formats: requests to the simulator's server, and bodies
// that were compressed unasked. The first byte says how small the pieces are; any must give the
// same.

#include <antiphon/net/httprequestreader.h>
#include <antiphon/net/inflater.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <vector>

using namespace Antiphon;

namespace {

struct Requests {
    std::vector<HttpRequestReader::Incoming> all = {};
    int badStatus = 0;

    friend bool operator==(const Requests &, const Requests &) = default;
};

} // namespace

static Requests requests(QByteArrayView bytes, qsizetype piece)
{
    Requests out;
    HttpRequestReader reader;
    for (; !bytes.isEmpty(); bytes = bytes.sliced(std::min(piece, bytes.size()))) {
        reader.feed(bytes.first(std::min(piece, bytes.size())));
        while (auto request = reader.take())
            out.all.push_back(*std::move(request));
    }
    out.badStatus = reader.badStatus();
    return out;
}

static std::optional<QByteArray> inflated(QByteArrayView bytes, qsizetype piece)
{
    QByteArray out;
    Inflater inflater;
    for (; !bytes.isEmpty(); bytes = bytes.sliced(std::min(piece, bytes.size()))) {
        const auto part = inflater.feed(bytes.first(std::min(piece, bytes.size())));
        if (!part)
            return {};
        out += *part;
    }
    return out;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    const QByteArrayView bytes(data + 1, qsizetype(size) - 1);
    const qsizetype piece = 1 + data[0];
    if (requests(bytes, bytes.size()) != requests(bytes, piece))
        std::abort();
    if (inflated(bytes, bytes.size()) != inflated(bytes, piece))
        std::abort();
    return 0;
}
