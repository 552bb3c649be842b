// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// The suite "partial-json": texts that end too early, alone and against a schema.

#include "oracle.h"

#include <antiphon/core/extract/coerce.h>
#include <antiphon/core/extract/partialjson.h>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Antiphon::Oracle {

/// \p value with what JSON has no form for tagged.
static Json tagged(const Json &value)
{
    if (value.is_double() && !std::isfinite(value.as<double>())) {
        const double number = value.as<double>();
        return jsonObject({{"$float",
                            Json(std::isnan(number) ? "nan"
                                     : number > 0   ? "inf"
                                                    : "-inf")}});
    }
    if (value.is_array()) {
        Json out = jsonArray();
        for (const Json &item : value.array_range())
            out.push_back(tagged(item));
        return out;
    }
    if (value.is_object()) {
        Json out = jsonObject();
        for (const auto &member : value.object_range())
            out.insert_or_assign(member.key(), tagged(member.value()));
        return out;
    }
    return value;
}

static Json plain(const QByteArray &text, const QString &mode)
{
    const PartialMode how = mode == "off"_L1 ? PartialMode::Off
        : mode == "on"_L1                    ? PartialMode::Complete
                                             : PartialMode::TrailingStrings;
    const auto value = parsePartialJson(text, how);
    if (!value)
        return errorResult({}, value.error().message);
    return jsonObject({{"value", tagged(*value)}});
}

static Json model(const QByteArray &text, const Json &schema, const Mode &mode)
{
    PartialJson reader;
    reader.feed(text);
    if (!reader.value())
        return errorResult({}, reader.error() ? reader.error()->message : u"nothing"_s);
    // The reference looks at open values as if they were whole.
    const Location nowhere {u"\n"_s};
    const auto coerced
        = coerce(*reader.value(), schema, {.open = mode.compat ? nowhere : reader.open()});
    if (coerced.issues.isEmpty())
        return jsonObject({{"value", coerced.value}});
    Json result = errorResult({}, issuesText(u"it"_s, coerced.issues));
    result["error"]["errors"] = toJson(coerced.issues);
    return result;
}

Json runPartialJsonCase(const Json &input, const Mode &mode)
{
    const QByteArray text = textOf(input, "input").toUtf8();
    if (textOf(input, "kind") == "model"_L1)
        return model(text, input["schema"], mode);
    return plain(text, textOf(input, "mode"));
}

} // namespace Antiphon::Oracle
