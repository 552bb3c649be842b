// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/net/inflater.h>

#include <array>

#include <zlib.h>

namespace Antiphon {

struct Inflater::Private {
    z_stream stream = {};
    bool ready = false;
    bool complete = false;
};

Inflater::Inflater()
    : d(new Private)
{
    constexpr int gzipOrZlib = 32 + MAX_WBITS; // tells the two apart by their headers
    d->ready = inflateInit2(&d->stream, gzipOrZlib) == Z_OK;
}

Inflater::~Inflater()
{
    inflateEnd(&d->stream);
}

std::optional<QByteArray> Inflater::feed(QByteArrayView packed)
{
    if (!d->ready)
        return {};
    QByteArray result;
    std::array<char, 32 * 1024> piece;
    d->stream.next_in
        = reinterpret_cast<Bytef *>(const_cast<char *>(packed.data())); // zlib only reads it
    d->stream.avail_in = uInt(packed.size());
    while (!d->complete) {
        d->stream.next_out = reinterpret_cast<Bytef *>(piece.data());
        d->stream.avail_out = uInt(piece.size());
        const int state = inflate(&d->stream, Z_NO_FLUSH);
        result.append(piece.data(), qsizetype(piece.size() - d->stream.avail_out));
        if (state == Z_STREAM_END)
            d->complete = true; // what follows is padding
        else if (state == Z_BUF_ERROR)
            break; // wants more
        else if (state != Z_OK)
            return {};
    }
    return result;
}

bool Inflater::isComplete() const
{
    return d->complete;
}

} // namespace Antiphon
