// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/call/request.h>

#include <antiphon/core/words.h>

#include <array>

using namespace Qt::StringLiterals;

namespace Antiphon {

static Result<ToolDefinition> toolFromJson(const Json &value, int place)
{
    const Json *wrapped = find(value, "function");
    const Json &function = wrapped && wrapped->is_object() ? *wrapped : value;
    ToolDefinition tool {.name = textOf(function, "name"),
                         .description = textOf(function, "description")};
    if (const QString kind = textOf(value, "kind"); kind == "custom"_L1 || kind == "provider"_L1) {
        const Json *native = find(value, "native");
        tool.kind
            = kind == "custom"_L1 ? ToolDefinition::Kind::Custom : ToolDefinition::Kind::Provider;
        tool.native = native ? *native : Json::null();
        return tool;
    }
    const QString type = textOf(value, "type");
    const bool custom = type == "custom"_L1;
    if (!type.isEmpty() && type != "function"_L1) {
        tool.kind = custom ? ToolDefinition::Kind::Custom : ToolDefinition::Kind::Provider;
        tool.native = value;
        return tool;
    }
    if (tool.name.isEmpty() && value.is_object() && value.size() == 1 && !wrapped) {
        tool.kind = ToolDefinition::Kind::Provider; // as {"googleSearch": {}}
        tool.native = value;
        return tool;
    }
    if (tool.name.isEmpty())
        return fail(ErrorKind::Setup, Words::tr("Tool %1 has no name.").arg(place));
    const Json *parameters = find(function, "parameters");
    if (parameters && !parameters->is_null() && !parameters->is_object())
        return fail(ErrorKind::Setup,
                    Words::tr("The parameters of the tool \"%1\" are no JSON Schema object.")
                        .arg(tool.name));
    if (parameters && parameters->is_object())
        tool.parameters = *parameters;
    const Json *strict = find(function, "strict");
    tool.strict = strict && strict->is_bool() && strict->as<bool>();
    return tool;
}

Result<QList<ToolDefinition>> toolsFromJson(const Json &value)
{
    if (!value.is_array())
        return fail(ErrorKind::Setup,
                    Words::tr("Tools are a list of {\"name\", \"description\", \"parameters\"}."));
    QList<ToolDefinition> tools;
    for (const Json &item : value.array_range()) {
        auto tool = toolFromJson(item, int(tools.size()) + 1);
        if (!tool)
            return std::unexpected(tool.error());
        tools.append(*std::move(tool));
    }
    return tools;
}

static Json toJson(const ToolChoice &choice)
{
    static constexpr std::array names {"auto", "none", "required"};
    if (choice.mode == ToolChoice::Mode::Named)
        return jsonObject({{"name", toJson(choice.name)}});
    if (!choice.allowed.isEmpty()) {
        Json allowed = jsonArray();
        for (const QString &name : choice.allowed)
            allowed.push_back(toJson(name));
        return jsonObject({{"mode", Json(names[size_t(choice.mode)])}, {"allowed", allowed}});
    }
    return Json(names[size_t(choice.mode)]);
}

static Json toJson(const ToolDefinition &tool)
{
    static constexpr std::array kinds {"function", "custom", "provider"};
    Json json = jsonObject({{"name", toJson(tool.name)},
                            {"description", toJson(tool.description)},
                            {"parameters", tool.parameters},
                            {"strict", Json(tool.strict)}});
    if (tool.kind != ToolDefinition::Kind::Function) {
        json.insert_or_assign("kind", Json(kinds[size_t(tool.kind)]));
        json.insert_or_assign("native", tool.native);
    }
    return json;
}

Json toJson(const CallRequest &request)
{
    Json json = jsonObject({{"model", toJson(request.model)},
                            {"messages", toJson(request.messages)},
                            {"parameters", toJson(request.parameters)}});
    if (!request.tools.isEmpty()) {
        Json tools = jsonArray();
        for (const ToolDefinition &tool : request.tools)
            tools.push_back(toJson(tool));
        json.insert_or_assign("tools", std::move(tools));
    }
    if (request.toolChoice)
        json.insert_or_assign("toolChoice", toJson(*request.toolChoice));
    if (request.parallelTools)
        json.insert_or_assign("parallelTools", *request.parallelTools);
    if (request.output.mode != OutputFormat::Mode::Text) {
        json.insert_or_assign(
            "output",
            jsonObject(
                {{"mode",
                  Json(request.output.mode == OutputFormat::Mode::JsonObject ? "json" : "strict")},
                 {"name", toJson(request.output.name)},
                 {"schema", request.output.schema}}));
    }
    json.insert_or_assign("stream", Json(request.stream));
    return json;
}

} // namespace Antiphon
