// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/config/dynamic.h>

#include <antiphon/core/words.h>

namespace Antiphon {

static std::unexpected<Error> mustBeObject(const QString &name)
{
    return fail(ErrorKind::Setup,
                Words::tr("Dynamic configuration: %1 must be an object.").arg(name));
}

Result<DynamicConfig> dynamicFromJson(const Json &value)
{
    if (!value.is_object())
        return mustBeObject(Words::tr("the whole"));
    const auto given = [&value](std::string_view key) {
        const Json *member = find(value, key);
        return member && !member->is_null() ? member : nullptr;
    };
    DynamicConfig config;
    if (const Json *messages = given("messages")) {
        auto read = messagesFromJson(*messages);
        if (!read)
            return std::unexpected(read.error());
        config.messages = *std::move(read);
    }
    if (const Json *fields = given("computed_fields")) {
        if (!fields->is_object())
            return mustBeObject(QStringLiteral("computed_fields"));
        for (const auto &field : fields->object_range())
            config.computed.insert(fromUtf8(field.key()), Value(field.value()));
    }
    if (const Json *tools = find(value, "tools")) { // null is an answer too: none
        auto read = tools->is_null() ? QList<ToolDefinition>() : toolsFromJson(*tools);
        if (!read)
            return std::unexpected(read.error());
        config.tools = *std::move(read);
    }
    if (const Json *parameters = given("call_params")) {
        auto read = parametersFromJson(*parameters);
        if (!read)
            return std::unexpected(read.error());
        config.parameters = *std::move(read);
    }
    if (const Json *metadata = find(value, "metadata"))
        config.metadata = metadata->is_null() ? jsonObject() : *metadata;
    return config;
}

} // namespace Antiphon
