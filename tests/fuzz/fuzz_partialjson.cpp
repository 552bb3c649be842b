// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// Partial JSON: fed whole and in two pieces it is the same, and what it gives can be written.

#include <antiphon/core/extract/partialjson.h>

#include <cstdint>
#include <cstdlib>

using namespace Antiphon;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView text(reinterpret_cast<const char *>(data), qsizetype(size));
    for (const PartialMode mode : {PartialMode::Off, PartialMode::Complete,
                                   PartialMode::TrailingStrings, PartialMode::Growing}) {
        PartialJson whole(mode);
        whole.feed(text);
        PartialJson pieces(mode);
        const qsizetype cut = text.isEmpty() ? 0 : qsizetype(data[0]) % text.size();
        pieces.feed(text.first(cut));
        pieces.feed(text.sliced(cut));
        const Json *one = whole.value();
        const Json *two = pieces.value();
        if (bool(one) != bool(two) || (one && toBytes(*one) != toBytes(*two)))
            std::abort();
        if (one)
            (void)locationText(whole.open());
    }
    return 0;
}
