// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// Images and sound that people drop in or models send: their kind and size are read from the bytes.

#include <antiphon/core/media/audio.h>
#include <antiphon/core/prompt/media.h>
#include <antiphon/core/provider/mediarules.h>

#include <cstdint>

using namespace Antiphon;
using namespace Qt::StringLiterals;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    (void)imageSize(bytes);
    for (const QString &type :
         {u"audio/wav"_s, u"audio/pcm"_s, u"audio/L16;rate=24000"_s, QString()})
        (void)audioFile(bytes, type);
    return 0;
}
