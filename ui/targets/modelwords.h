// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/config/modelinfo.h>

namespace Antiphon::Ui {

/// "$0.15 / $0.60", "free", or "–" for a price that is not known.
[[nodiscard]] QString priceText(const Price &price, bool simulated);

/// "$0.15 per million tokens in, $0.60 out."
[[nodiscard]] QString priceSentence(const Price &price, bool simulated);

/// "text, images, documents · tools, schema, reasoning"; empty when nothing is known.
[[nodiscard]] QString abilitiesText(const ModelInfo &model);

/// "128k", "1M": tokens, briefly.
[[nodiscard]] QString tokensText(qint64 tokens);

/// Abilities and context in one line.
[[nodiscard]] QString modelFacts(const ModelInfo &model);

} // namespace Antiphon::Ui
