// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/extract/dialect.h>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Antiphon {

// OpenAI, "Structured model outputs", supported schemas; read 2026-08.
static SchemaRules openAiStrict()
{
    return {.closed = true,
            .allRequired = true,
            .anyOfOnly = true,
            .bareReferences = true,
            .unknown = {u"default"_s,
                        u"examples"_s,
                        u"allOf"_s,
                        u"not"_s,
                        u"if"_s,
                        u"then"_s,
                        u"else"_s,
                        u"dependentRequired"_s,
                        u"dependentSchemas"_s,
                        u"patternProperties"_s,
                        u"propertyNames"_s,
                        u"minProperties"_s,
                        u"maxProperties"_s,
                        u"unevaluatedProperties"_s,
                        u"unevaluatedItems"_s,
                        u"prefixItems"_s,
                        u"contains"_s,
                        u"minContains"_s,
                        u"maxContains"_s,
                        u"uniqueItems"_s,
                        u"minLength"_s,
                        u"maxLength"_s,
                        u"contentEncoding"_s,
                        u"contentMediaType"_s,
                        u"contentSchema"_s}};
}

// Anthropic, "Structured outputs", JSON Schema limitations; read 2026-08.
static SchemaRules anthropicStrict()
{
    return {.closed = true,
            .anyOfOnly = true,
            .unknown = {u"examples"_s,
                        u"not"_s,
                        u"if"_s,
                        u"then"_s,
                        u"else"_s,
                        u"minimum"_s,
                        u"maximum"_s,
                        u"exclusiveMinimum"_s,
                        u"exclusiveMaximum"_s,
                        u"multipleOf"_s,
                        u"minLength"_s,
                        u"maxLength"_s,
                        u"minItems"_s,
                        u"maxItems"_s,
                        u"uniqueItems"_s,
                        u"minProperties"_s,
                        u"maxProperties"_s,
                        u"patternProperties"_s,
                        u"propertyNames"_s,
                        u"contains"_s,
                        u"prefixItems"_s,
                        u"dependentRequired"_s,
                        u"dependentSchemas"_s,
                        u"unevaluatedProperties"_s,
                        u"unevaluatedItems"_s}};
}

// Gemini API, "Structured output", supported keywords; read 2026-08.
static QStringList geminiUnknown()
{
    return {u"default"_s,
            u"const"_s,
            u"allOf"_s,
            u"not"_s,
            u"if"_s,
            u"then"_s,
            u"else"_s,
            u"multipleOf"_s,
            u"exclusiveMinimum"_s,
            u"exclusiveMaximum"_s,
            u"minLength"_s,
            u"maxLength"_s,
            u"pattern"_s,
            u"uniqueItems"_s,
            u"minProperties"_s,
            u"maxProperties"_s,
            u"contains"_s,
            u"patternProperties"_s,
            u"propertyNames"_s,
            u"dependentRequired"_s,
            u"dependentSchemas"_s,
            u"unevaluatedProperties"_s,
            u"unevaluatedItems"_s};
}

static OutputDialect openAi()
{
    return {.strict = true, .strictRules = openAiStrict()};
}

static OutputDialect dialectOf(QStringView codec)
{
    using enum OutputDialect::Instruction;
    using Force = OutputDialect::Force;
    if (codec == "anthropic"_L1)
        return {.force = Force::Named,
                .jsonMode = false,
                .strict = true,
                .instruction = LastMessage,
                .unforcedModels = {u"claude-opus-5-5"_s, u"claude-fable-5-1"_s},
                .strictRules = anthropicStrict()};
    if (codec == "gemini"_L1)
        return {.force = Force::Named,
                .jsonModeWithTools = false,
                .strict = true,
                .instruction = LastPart,
                .requestAfterResults = true,
                .toolRules = {.inlined = true,
                              .singularExample = true,
                              .enumFormat = true,
                              .unknown = geminiUnknown()},
                .strictRules = {.unknown = geminiUnknown() + QStringList {u"examples"_s}}};
    if (codec == "mistral"_L1)
        return {.jsonModeWithTools = false,
                .strict = true,
                .instruction = LastUserMessage,
                .strictRules = openAiStrict()};
    if (codec == "cohere"_L1)
        return {.strict = true,
                .instruction = LastMessage,
                .toolRules = {.inlined = true},
                .strictRules
                = {.inlined = true,
                   .unknown = {u"minimum"_s, u"maximum"_s, u"minItems"_s, u"maxItems"_s,
                               u"minLength"_s, u"maxLength"_s, u"uniqueItems"_s, u"not"_s, u"if"_s,
                               u"then"_s, u"else"_s, u"allOf"_s, u"oneOf"_s}}};
    if (codec == "bedrock"_L1)
        return {.force = Force::Named,
                .jsonMode = false,
                .strict = true,
                .instruction = LastMessage,
                .strictRules = anthropicStrict()};
    if (codec == "ollama"_L1)
        return {.force = Force::No, .strict = true};
    return openAi();
}

static void lay(const Json &over, OutputDialect &dialect)
{
    const auto flag = [&over](std::string_view key, bool &field) {
        if (const Json *value = find(over, key); value && value->is_bool())
            field = value->as<bool>();
    };
    const auto word = [&over](std::string_view key, const QStringList &words) {
        return words.indexOf(textOf(over, key));
    };
    flag("json", dialect.jsonMode);
    flag("jsonWithTools", dialect.jsonModeWithTools);
    flag("strict", dialect.strict);
    if (const auto at = word("force", {u"no"_s, u"required"_s, u"named"_s}); at >= 0)
        dialect.force = OutputDialect::Force(at);
    if (const auto at = word("instruction", {u"message"_s, u"last-user"_s, u"last"_s, u"part"_s});
        at >= 0)
        dialect.instruction = OutputDialect::Instruction(at);
    if (const Json *models = find(over, "unforcedModels"); models && models->is_array()) {
        dialect.unforcedModels.clear();
        for (const Json &model : models->array_range())
            dialect.unforcedModels.append(toText(model));
    }
}

OutputDialect outputDialect(QStringView codec, const Quirks &quirks)
{
    OutputDialect dialect = dialectOf(codec);
    dialect.jsonMode = dialect.jsonMode && quirks.jsonObject;
    dialect.strict = dialect.strict && quirks.jsonSchema;
    if (const Json *over = find(quirks.extra, "output"))
        lay(*over, dialect);
    return dialect;
}

} // namespace Antiphon
