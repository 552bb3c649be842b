// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/config/jsonmode.h>

using namespace Qt::StringLiterals;

namespace Antiphon {

// For the model, not for people: not translated. Wording of Mirascope (MIT), so that prompts that
// were tuned with it keep working.
static QString hint(const CallRequest &request, bool schemaOfTool)
{
    Json schema = request.output.schema;
    if (schema.empty() && schemaOfTool && !request.tools.isEmpty())
        schema = request.tools.first().parameters;
    const QString head = u"For your final response, output ONLY a valid JSON dict"_s;
    if (!schema.is_object() || schema.empty())
        return head + " that adheres to the schema"_L1;
    std::string text;
    const auto options = jsoncons::json_options {}.indent_size(2).spaces_around_comma(
        jsoncons::spaces_option::space_after);
    schema.dump_pretty(text, options);
    return head + " (NOT THE SCHEMA) from the content that adheres to this schema:\n"_L1
        + fromUtf8(text);
}

// Behind the last text of \p message; its own part where there is none to go on with.
static void append(Message &message, const QString &text)
{
    auto *last = message.parts.isEmpty() ? nullptr : std::get_if<Text>(&message.parts.last());
    if (last && last->signature.isEmpty())
        last->text += text;
    else
        message.parts.append(Text {.text = text});
}

void askForJson(CallRequest &request, const QString &where)
{
    if (request.output.mode != OutputFormat::Mode::JsonObject)
        return;
    const QString text = hint(request, where == "end-of-user"_L1);
    Message *last = request.messages.isEmpty() ? nullptr : &request.messages.last();
    const bool user = last && last->role == Role::User;
    if (last && (where == "end"_L1 || (where == "end-of-user"_L1 && user)))
        append(*last, "\n\n"_L1 + text);
    else if (last && where == "part"_L1)
        last->parts.append(Text {.text = "\n\n"_L1 + text});
    else
        request.messages.append(textMessage(Role::User, text));
}

} // namespace Antiphon
