// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/cost/price.h>
#include <antiphon/core/provider/provider.h>

namespace Antiphon {

/// What is known of a model: what it takes and can do, how much fits, what it costs.
///
/// Of a model that is in no table only `id` is set: unknown is not "cannot".
struct ModelInfo {
    QString id = {};
    QString name = {}; ///< For people; empty: the id.
    bool known = false;
    bool simulated = false;
    QStringList inputs = {}; ///< "text", "image", "audio", "video", "document".
    QStringList outputs = {};
    bool tools = false;
    bool schema = false; ///< The answer can be held to a JSON Schema.
    bool reasoning = false;
    std::optional<bool> temperature = {}; ///< Whether it takes sampling parameters.
    std::optional<qint64> context = {}; ///< Tokens.
    std::optional<qint64> maxOutput = {}; ///< Tokens.
    Price price = {};
    QString status = {}; ///< "active", "legacy", "deprecated", ...

    friend bool operator==(const ModelInfo &, const ModelInfo &) = default;
};

/// \p model as \p provider offers it on \p day (UTC).
[[nodiscard]] ModelInfo modelInfo(const PriceTable &table, const Provider &provider,
                                  const QString &model, QDate day);

/// The models of \p provider without asking it: its suggestions first, then those of the table,
/// newest first. Deprecated ones are left out.
[[nodiscard]] QStringList bundledModels(const PriceTable &table, const Provider &provider,
                                        QDate day);

} // namespace Antiphon
