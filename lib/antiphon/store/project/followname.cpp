// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/store/project/followname.h>

#include <algorithm>

namespace Antiphon {

/// Where the value of \p key is \p from.
static bool followIn(QList<DynamicRule> &rules, const char *key, const QString &from,
                     const QString &to)
{
    bool named = false;
    for (DynamicRule &rule : rules) {
        if (textOf(rule.set, key) == from) {
            rule.set.insert_or_assign(key, toJson(QStringView(to)));
            named = true;
        }
    }
    return named;
}

bool followPolicy(Prompt &prompt, const QString &from, const QString &to)
{
    const bool named = prompt.retry == from;
    if (named)
        prompt.retry = to;
    return followIn(prompt.dynamics.rules, "retry", from, to) || named;
}

bool followSchema(Prompt &prompt, const QString &from, const QString &to, bool rules)
{
    bool named = false;
    if (prompt.output && prompt.output->schema == from) {
        prompt.output->schema = to;
        named = true;
    }
    if (prompt.output && rules && prompt.output->rules == from) {
        prompt.output->rules = to;
        named = true;
    }
    return followIn(prompt.dynamics.rules, "output.schema", from, to) || named;
}

bool namesTool(const DynamicRule &rule, const QString &slug)
{
    const Json *tools = find(rule.set, "tools");
    return tools && tools->is_array()
        && std::ranges::any_of(tools->array_range(),
                               [&](const Json &tool) { return toText(tool) == slug; });
}

bool followTool(Prompt &prompt, const QString &from, const QString &to)
{
    bool named = prompt.tools.contains(from) || prompt.toolChoice == from;
    std::ranges::replace(prompt.tools, from, to);
    if (prompt.toolChoice == from)
        prompt.toolChoice = to;
    for (DynamicRule &rule : prompt.dynamics.rules) {
        if (!namesTool(rule, from))
            continue;
        named = true;
        for (Json &tool : rule.set.at("tools").array_range()) {
            if (toText(tool) == from)
                tool = toJson(QStringView(to));
        }
    }
    return named;
}

} // namespace Antiphon
