// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

// The keywords `pattern` and `patternProperties` of jsoncons' validator on PCRE2. Its own use
// std::regex, which overflows the stack on long texts, takes exponential time on unlucky ones and
// knows no \p{L}. For the type of values that it is used with here. To be included right after
// jsoncons' validator and before its first use.

#include "pattern.h"

#include <antiphon/core/json.h>

#include <jsoncons_ext/jsonschema/jsonschema.hpp>

namespace jsoncons::jsonschema {

template<>
class pattern_validator<jsoncons::json> final : public keyword_validator<jsoncons::json> {
    using Json = jsoncons::json;
    using Reporter = json_schema_traits<Json>::walk_reporter_type;

public:
    pattern_validator(const Json &schema, const uri &location, const std::string &customMessage,
                      const std::string &pattern)
        : keyword_validator<Json>("pattern", schema, location, customMessage)
        , m_pattern(pattern)
        , m_expression(Antiphon::schemaPattern(Antiphon::fromUtf8(pattern)))
    {
        if (!m_expression.isValid())
            throw schema_error(location.string() + ": '" + pattern + "' is no regular expression");
    }

private:
    walk_result do_validate(const eval_context<Json> &context, const Json &instance,
                            const jsonpointer::json_pointer &place, evaluation_results &,
                            error_reporter &reporter, Json &) const override
    {
        if (!instance.is_string()
            || m_expression.match(Antiphon::fromUtf8(instance.as_string_view())).hasMatch())
            return walk_result::advance;
        const eval_context<Json> here(context, keyword_name());
        return reporter.error(make_validation_message(
            here.eval_path(), place, "String does not match pattern '" + m_pattern + "'"));
    }

    walk_result do_walk(const eval_context<Json> &, const Json &instance,
                        const jsonpointer::json_pointer &place,
                        const Reporter &reporter) const override
    {
        return reporter(keyword_name(), schema(), schema_location(), instance, place);
    }

    std::string m_pattern;
    QRegularExpression m_expression;
};

template<>
class pattern_properties_validator<jsoncons::json> final
    : public keyword_validator<jsoncons::json> {
    using Json = jsoncons::json;
    using Reporter = json_schema_traits<Json>::walk_reporter_type;
    using Names = std::unordered_set<std::string>;

public:
    using Rules = std::vector<
        std::pair<QRegularExpression, schema_validator<Json>::schema_validator_ptr_type>>;

    pattern_properties_validator(const Json &schema, const uri &location,
                                 const std::string &customMessage, Rules rules)
        : keyword_validator<Json>("patternProperties", schema, location, customMessage)
        , m_rules(std::move(rules))
    {
    }

    walk_result validate(const eval_context<Json> &context, const Json &instance,
                         const jsonpointer::json_pointer &place, evaluation_results &results,
                         error_reporter &reporter, Json &patch, Names &allowed) const
    {
        if (!instance.is_object())
            return walk_result::advance;
        const eval_context<Json> here(context, keyword_name());
        for (const auto &member : instance.object_range()) {
            const QString name = Antiphon::fromUtf8(member.key());
            for (const auto &[pattern, rule] : m_rules) {
                if (!pattern.match(name).hasMatch())
                    continue;
                allowed.insert(member.key());
                const auto before = reporter.error_count();
                const eval_context<Json> inner {here, member.key(), evaluation_flags {}};
                if (rule->validate(inner, member.value(), place / member.key(), results, reporter,
                                   patch)
                    == walk_result::abort)
                    return walk_result::abort;
                if (before == reporter.error_count() && context.require_evaluated_properties())
                    results.evaluated_properties.insert(member.key());
            }
        }
        return walk_result::advance;
    }

    walk_result walk(const eval_context<Json> &, const Json &instance,
                     const jsonpointer::json_pointer &place, const Reporter &reporter,
                     Names &) const
    {
        return reporter(keyword_name(), schema(), schema_location(), instance, place);
    }

private:
    walk_result do_validate(const eval_context<Json> &context, const Json &instance,
                            const jsonpointer::json_pointer &place, evaluation_results &results,
                            error_reporter &reporter, Json &patch) const override
    {
        Names allowed;
        return validate(context, instance, place, results, reporter, patch, allowed);
    }

    walk_result do_walk(const eval_context<Json> &context, const Json &instance,
                        const jsonpointer::json_pointer &place,
                        const Reporter &reporter) const override
    {
        Names allowed;
        return walk(context, instance, place, reporter, allowed);
    }

    Rules m_rules;
};

template<>
inline std::unique_ptr<pattern_validator<jsoncons::json>>
keyword_validator_factory<jsoncons::json>::make_pattern_validator(
    const compilation_context<jsoncons::json> &context, const jsoncons::json &value,
    const jsoncons::json &parent)
{
    if (!value.is_string())
        throw schema_error("pattern must be a string");
    return std::make_unique<pattern_validator<jsoncons::json>>(
        parent, context.make_schema_location("pattern"), context.get_custom_message("pattern"),
        value.as<std::string>());
}

template<>
inline std::unique_ptr<pattern_properties_validator<jsoncons::json>>
keyword_validator_factory<jsoncons::json>::make_pattern_properties_validator(
    const compilation_context<jsoncons::json> &context, const jsoncons::json &rules,
    const jsoncons::json &parent, anchor_uri_map_type &anchors)
{
    pattern_properties_validator<jsoncons::json>::Rules made;
    for (const auto &rule : rules.object_range()) {
        auto pattern = Antiphon::schemaPattern(Antiphon::fromUtf8(rule.key()));
        if (!pattern.isValid())
            throw schema_error("'" + rule.key() + "' is no regular expression");
        made.emplace_back(
            std::move(pattern),
            factory_->make_cross_draft_schema_validator(context, rule.value(), {}, anchors));
    }
    return std::make_unique<pattern_properties_validator<jsoncons::json>>(
        parent, context.get_base_uri(), context.get_custom_message("patternProperties"),
        std::move(made));
}

} // namespace jsoncons::jsonschema
