// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// Schemas of people and of other programs: whatever is one can be put in every service's words,
// gives an example, and holds values against itself; an example gives a schema that accepts it.

#include <antiphon/core/extract/check.h>
#include <antiphon/core/extract/dialect.h>
#include <antiphon/core/extract/schemaexample.h>
#include <antiphon/core/provider/codec.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>

using namespace Antiphon;

static void checkInferred(const Json &value)
{
    const Json inferred = inferredSchema(value);
    const auto schema = JsonSchema::read(inferred);
    if (schema && schema->accepts(value))
        return;
    std::fprintf(stderr, "-- value: %s\n-- schema: %s\n", toBytes(value).constData(),
                 toBytes(inferred).constData());
    std::abort();
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto value = parseJson(QByteArrayView(data, qsizetype(size)));
    if (!value)
        return 0;
    checkInferred(*value);
    const auto schema = JsonSchema::read(*value);
    if (!schema)
        return 0;
    const Json example = exampleOf(*value);
    (void)checkValue(example, *value, *schema);
    for (const Codec *codec : codecs()) {
        const OutputDialect dialect = outputDialect(QString(codec->id), {});
        (void)adaptSchema(*value, dialect.toolRules);
        (void)adaptSchema(*value, dialect.strictRules);
    }
    return 0;
}
