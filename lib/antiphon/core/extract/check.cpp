// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/extract/check.h>

#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon {

QString issueType(QStringView keyword)
{
    static const QMap<QString, QString> codes {
        {u"required"_s, u"missing"_s},
        {u"additionalProperties"_s, u"extra_forbidden"_s},
        {u"unevaluatedProperties"_s, u"extra_forbidden"_s},
        {u"enum"_s, u"literal_error"_s},
        {u"const"_s, u"literal_error"_s},
        {u"minimum"_s, u"greater_than_equal"_s},
        {u"exclusiveMinimum"_s, u"greater_than"_s},
        {u"maximum"_s, u"less_than_equal"_s},
        {u"exclusiveMaximum"_s, u"less_than"_s},
        {u"minLength"_s, u"string_too_short"_s},
        {u"maxLength"_s, u"string_too_long"_s},
        {u"pattern"_s, u"string_pattern_mismatch"_s},
        {u"minItems"_s, u"too_short"_s},
        {u"maxItems"_s, u"too_long"_s},
    };
    if (const auto known = codes.constFind(keyword.toString()); known != codes.cend())
        return *known;
    QString code;
    for (const QChar c : keyword) {
        if (c.isUpper())
            code += u'_';
        if (c != u'$')
            code += c.toLower();
    }
    return code;
}

// What coerce() has looked at already: the validator says the same of it in other words.
static bool isCovered(const QString &keyword)
{
    static const QStringList covered {
        u"type"_s,     u"required"_s,         u"enum"_s,     u"const"_s,
        u"minimum"_s,  u"exclusiveMinimum"_s, u"maximum"_s,  u"exclusiveMaximum"_s,
        u"minItems"_s, u"maxItems"_s,         u"anyOf"_s,    u"multipleOf"_s,
        u"pattern"_s,  u"minLength"_s,        u"maxLength"_s};
    return covered.contains(keyword);
}

Checked checkValue(const Json &value, const Json &schema, const JsonSchema &compiled, bool lax)
{
    Coerced coerced = coerce(value, schema, {.lax = lax});
    Checked out {.value = std::move(coerced.value),
                 .issues = std::move(coerced.issues),
                 .conversions = std::move(coerced.conversions),
                 .leftOut = std::move(coerced.leftOut)};
    const QList<ValidationIssue> known = out.issues;
    const auto violations = compiled.violations(out.value);
    for (const SchemaViolation &violation : violations) {
        const Location location = locationFromPointer(violation.path, out.value);
        const bool related = std::ranges::any_of(known, [&](const ValidationIssue &issue) {
            return isAbove(issue.location, location) || isAbove(location, issue.location);
        });
        if (related || (!known.isEmpty() && isCovered(violation.keyword)))
            continue;
        out.issues.append({location, issueType(violation.keyword), violation.message,
                           valueAt(out.value, location)});
    }
    return out;
}

Result<Checked> checkValue(const Json &value, const Json &schema, bool lax)
{
    const auto compiled = JsonSchema::read(schema);
    if (!compiled)
        return std::unexpected(compiled.error());
    return checkValue(value, schema, *compiled, lax);
}

} // namespace Antiphon
