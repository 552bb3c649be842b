// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/config/jsonmode.h>

#include <antiphon/core/extract/responsemodel.h>

using namespace Qt::StringLiterals;

namespace Antiphon {

// Services that get no switch for JSON beside tools are told the schema of the first one.
static Json schemaOf(const CallRequest &request, OutputDialect::Instruction where)
{
    Json schema = request.output.schema;
    if (schema.empty() && where == OutputDialect::Instruction::LastUserMessage
        && !request.tools.isEmpty())
        schema = request.tools.first().parameters;
    return schema.is_object() && !schema.empty() ? schema : Json::null();
}

void addInstruction(QList<Message> &messages, const QString &instruction,
                    OutputDialect::Instruction where)
{
    using enum OutputDialect::Instruction;
    const bool isUser = !messages.isEmpty() && messages.last().role == Role::User;
    const bool alone
        = where == NewMessage || messages.isEmpty() || (where == LastUserMessage && !isUser);
    if (alone) {
        messages.append(textMessage(Role::User, instruction));
        return;
    }
    auto &parts = messages.last().parts;
    auto *text = parts.isEmpty() ? nullptr : std::get_if<Text>(&parts.last());
    if (text && text->signature.isEmpty() && where != LastPart) // a signed text stays as it is
        text->text += "\n\n"_L1 + instruction;
    else
        parts.append(Text {.text = parts.isEmpty() ? instruction : "\n\n"_L1 + instruction});
}

void askForJson(CallRequest &request, const OutputDialect &dialect)
{
    if (request.output.mode != OutputFormat::Mode::JsonObject)
        return;
    addInstruction(request.messages, jsonInstruction(schemaOf(request, dialect.instruction)),
                   dialect.instruction);
    if (!dialect.jsonModeWithTools && !request.tools.isEmpty())
        request.output.mode = OutputFormat::Mode::Text;
}

} // namespace Antiphon
