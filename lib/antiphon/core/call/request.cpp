// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/call/request.h>

#include <array>

namespace Antiphon {

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
