// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/prompt/lookup.h>

namespace Antiphon {

/// The parts that \p part makes of its value, perhaps none.
[[nodiscard]] std::expected<QList<ContentPart>, TemplateError>
specialParts(const Scope &scope, const SpecialPart &part, const MediaLoader &load);

/// The media type told by the first bytes; empty for an unknown one.
[[nodiscard]] QString imageType(const QByteArray &bytes);
[[nodiscard]] QString audioType(const QByteArray &bytes);
[[nodiscard]] QString documentType(const QByteArray &bytes);

/// The bytes of a `data:` address, empty when it is malformed.
[[nodiscard]] std::optional<QByteArray> dataUrlBytes(const QString &address);

} // namespace Antiphon
