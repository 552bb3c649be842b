// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// Documents edited as fields and as text at once. Of two JSON texts, with a NUL between them, the
// first is changed to say what the second does, and must say that then.

#include <antiphon/core/jsontext.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>

using namespace Antiphon;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(data), qsizetype(size));
    const qsizetype split = input.indexOf('\0');
    const QString text = QString::fromUtf8(input.first(std::max<qsizetype>(split, 0)));
    if (const auto spans = jsonSpans(text)) {
        for (qsizetype at = 0; at < text.size(); at += 7)
            (void)find(*spans, locationAt(*spans, at));
    }
    const auto after = parseJson(input.sliced(split + 1));
    if (!after)
        return 0;
    const QString rewritten = rewrittenJson(text, *after);
    const auto said = parseJson(rewritten.toUtf8());
    if (said && *said == *after)
        return 0;
    std::fprintf(stderr, "-- text: %s\n-- after: %s\n-- rewritten: %s\n", qPrintable(text),
                 toBytes(*after).constData(), qPrintable(rewritten));
    std::abort();
}
