// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/call/request.h>
#include <antiphon/core/config/prompt.h>
#include <antiphon/core/config/target.h>
#include <antiphon/core/extract/extraction.h>
#include <antiphon/core/extract/repair.h>

namespace Antiphon {

/// Everything that ends in a request, as values (architecture.md 6).
struct CallInputs {
    Prompt prompt = {};
    Snippets snippets = {};
    Variables variables = {};
    QMap<QString, Json> schemas = {}; ///< By slug: what a prompt's `output` may name.
    QMap<QString, Json> rules = {}; ///< By slug, likewise.
    Parameters projectParameters = {};
    Parameters overrideParameters = {}; ///< The window's or `--param`'s.
    std::optional<bool> stream = {}; ///< Overrides the target's.
    MediaLoader load = {};
};

struct ResolvedCall {
    CallRequest request = {};
    QMap<QString, QString> originOf = {}; ///< Parameter to layer: "project", "target", "prompt",
                                          ///< "prompt-for-target", "override".
    std::optional<Extraction> extraction = {}; ///< How the answer is read as a value; empty: not.
    QStringList warnings = {}; ///< What the target does not take, what the template warns about.
};

/// The request for \p target. Pure; run again for every attempt, with what earlier ones got wrong.
[[nodiscard]] Result<ResolvedCall> resolve(const CallInputs &inputs, const Target &target,
                                           const Provider &provider,
                                           const RepairInput &repair = {});

} // namespace Antiphon
