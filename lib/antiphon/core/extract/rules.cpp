// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/extract/extraction.h>

#include <antiphon/core/jsonfields.h>
#include <antiphon/core/script/script.h>
#include <antiphon/core/words.h>

using namespace Qt::StringLiterals;

namespace Antiphon {

Result<QList<AnswerRule>> answerRulesFromJson(const Json &value)
{
    const Json *rules = find(value, "rules");
    if (!rules || !rules->is_array())
        return fail(ErrorKind::Setup, Words::tr("A file of rules has a list \"rules\"."));
    QList<AnswerRule> out;
    for (const Json &rule : rules->array_range()) {
        JsonFields fields(rule, u"rules[%1]"_s.arg(out.size()));
        out.append({.condition = fields.text("if"),
                    .message = fields.text("message"),
                    .path = fields.text("path")});
        if (out.last().condition.isEmpty())
            fields.reject("if", Words::tr("is missing: what must not be true."));
        if (fields.error())
            return std::unexpected(*fields.error());
    }
    return out;
}

RuleCheck scriptedRules()
{
    return [](const QString &condition, const Json &value) -> Result<bool> {
        const auto script = Script::read(condition, Words::tr("the rule"));
        if (!script)
            return std::unexpected(script.error().toError(ErrorKind::Validation));
        Json names = value.is_object() ? value : jsonObject();
        names.insert_or_assign("output", value);
        const auto result = script->evaluate(names);
        if (!result)
            return std::unexpected(result.error().toError(ErrorKind::Validation));
        return result->truthy;
    };
}

} // namespace Antiphon
