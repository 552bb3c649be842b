// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/extract/schemawalk.h>

#include <array>

using namespace Qt::StringLiterals;

namespace Antiphon {

// Keywords whose value is a schema, or a list of schemas.
static constexpr std::array<std::string_view, 17> schemaKeywords {
    "items",
    "additionalItems",
    "prefixItems",
    "unevaluatedItems",
    "contains",
    "propertyNames",
    "additionalProperties",
    "allOf",
    "anyOf",
    "oneOf",
    "not",
    "if",
    "then",
    "else",
    "contentSchema",
    "unevaluatedProperties",
    "dependencies",
};

// Keywords whose value has a schema for every name.
static constexpr std::array<std::string_view, 5> mapKeywords {
    "properties", "patternProperties", "dependentSchemas", "$defs", "definitions",
};

static QString below(const QString &pointer, std::string_view key)
{
    return pointer + u'/' + fromUtf8(key).replace(u'~', "~0"_L1).replace(u'/', "~1"_L1);
}

void editSchemas(Json &schema, const SchemaEdit &edit, const QString &pointer)
{
    if (!schema.is_object())
        return;
    for (const std::string_view keyword : mapKeywords) {
        if (!schema.contains(keyword) || !schema[keyword].is_object())
            continue;
        const QString at = below(pointer, keyword);
        for (auto &member : schema[keyword].object_range())
            editSchemas(member.value(), edit, below(at, member.key()));
    }
    for (const std::string_view keyword : schemaKeywords) {
        if (!schema.contains(keyword))
            continue;
        Json &inner = schema[keyword];
        const QString at = below(pointer, keyword);
        if (inner.is_array()) {
            for (size_t i = 0; i < inner.size(); ++i)
                editSchemas(inner[i], edit, at + u'/' + QString::number(i));
        } else {
            editSchemas(inner, edit, at);
        }
    }
    edit(schema, pointer);
}

} // namespace Antiphon
