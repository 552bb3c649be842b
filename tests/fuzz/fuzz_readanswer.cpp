// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// What models may answer: JSON is found or not, and whatever is found can be held against a schema.

#include <antiphon/core/extract/check.h>
#include <antiphon/core/extract/readanswer.h>

#include <cstdint>

using namespace Antiphon;

static const Json &schema()
{
    static const Json value = *parseJson(R"({"$ref": "#/$defs/N", "$defs": {"N": {"type": "object",
        "properties": {"a": {"type": "integer", "minimum": 1}, "b": {"anyOf": [{"type": "string",
        "pattern": "^(a+)+$"}, {"$ref": "#/$defs/N"}, {"type": "array", "items":
        {"$ref": "#/$defs/N"}}]}, "c": {"type": ["number", "boolean", "null"]}},
        "required": ["a"]}}})");
    return value;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const auto compiled = JsonSchema::read(schema());
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    (void)jsonIn(text);
    if (const auto value = readJson(text)) {
        const Checked checked = checkValue(*value, schema(), *compiled);
        (void)issuesText(QStringLiteral("N"), checked.issues);
    }
    return 0;
}
