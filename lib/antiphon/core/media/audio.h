// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>
#include <optional>

namespace Antiphon {

/// Sound as a file that players understand.
struct AudioFile {
    QByteArray bytes = {};
    QString mediaType = {}; ///< "audio/wav", "audio/mpeg", ...
    QString suffix = {}; ///< Of a file's name: "wav", "mp3", ...
    std::optional<std::chrono::milliseconds> length = {}; ///< Where the header tells it.

    friend bool operator==(const AudioFile &, const AudioFile &) = default;
};

/// \p bytes of \p mediaType as a file.
///
/// Samples without a header ("audio/pcm", "audio/L16;rate=24000", "pcm16") get one. The sizes in a
/// RIFF header that was written before the length was known (0 or 0xFFFFFFFF, or more than there
/// is) are put right. Anything else stays as it is; its type is told by its first bytes where
/// \p mediaType does not say.
[[nodiscard]] AudioFile audioFile(const QByteArray &bytes, const QString &mediaType);

/// Signed 16-bit samples, little endian, with a WAV header.
[[nodiscard]] QByteArray wavOf(const QByteArray &samples, int rate = 24000, int channels = 1);

} // namespace Antiphon
