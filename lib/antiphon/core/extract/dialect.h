// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/provider/provider.h>

#include <QStringList>

namespace Antiphon {

/// What one use of schemas in a wire format understands.
struct SchemaRules {
    bool closed = false; ///< `additionalProperties: false` on every object.
    bool allRequired = false; ///< Every property required; optional ones take null instead.
    bool inlined = false; ///< No references: what they mean is written out.
    bool anyOfOnly = false; ///< `oneOf` is written as `anyOf`.
    bool bareReferences = false; ///< Nothing stands beside a `$ref`.
    bool singularExample = false; ///< `example` for `examples`.
    bool enumFormat = false; ///< `format: enum` on texts with an `enum`.
    QStringList unknown = {}; ///< Keywords it refuses or does not know.

    friend bool operator==(const SchemaRules &, const SchemaRules &) = default;
};

/// How a wire format is asked for a value (extraction.md 1, calls.md 9, providers/index.md 2).
struct OutputDialect {
    enum class Force {
        No, ///< The model cannot be made to call a tool.
        Required, ///< It has to call some tool.
        Named, ///< It has to call the one that is named.
    };
    enum class Instruction {
        NewMessage, ///< A user message of its own at the end.
        LastUserMessage, ///< The end of the last message if that is the user's, else a new one.
        LastMessage, ///< The end of the last message, whoever speaks.
        LastPart, ///< A text part of its own in the last message.
    };

    Force force = Force::Required;
    bool jsonMode = true; ///< Has a switch for JSON.
    bool jsonModeWithTools = true; ///< Also beside tools.
    bool strict = false; ///< Takes a schema for its answer.
    Instruction instruction = Instruction::NewMessage;
    bool requestAfterResults = false; ///< After tool results the user has to say something.
    QStringList unforcedModels = {}; ///< Beginnings of names of models that refuse to be forced.
    SchemaRules toolRules = {};
    SchemaRules strictRules = {};

    friend bool operator==(const OutputDialect &, const OutputDialect &) = default;
};

/// What the format \p codec can do at a service with \p quirks: its own data, with the members of
/// the quirk `output` over it: `force` ("no", "required", "named"), `json`, `jsonWithTools`,
/// `strict`, `instruction` ("message", "last-user", "last", "part"), `unforcedModels`.
[[nodiscard]] OutputDialect outputDialect(QStringView codec, const Quirks &quirks);

/// A schema in the words a format knows, and what got lost on the way.
struct AdaptedSchema {
    Json schema = Json(jsoncons::json_object_arg);
    QStringList notices = {}; ///< For people: each names a keyword and where it stood.

    friend bool operator==(const AdaptedSchema &, const AdaptedSchema &) = default;
};

[[nodiscard]] AdaptedSchema adaptSchema(const Json &schema, const SchemaRules &rules);

} // namespace Antiphon
