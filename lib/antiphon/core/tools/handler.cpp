// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/tools/handler.h>

using namespace Qt::StringLiterals;

namespace Antiphon {

ToolHandler handlerOf(const Tool &tool, const QString &folder)
{
    ToolHandler handler {.confirm = tool.confirm, .suggestions = tool.canned};
    switch (tool.answer) {
    case Tool::Answer::Ask:
        break;
    case Tool::Answer::Canned:
        handler.answer = tool.canned;
        break;
    case Tool::Answer::Script:
        handler.answer = Script(tool.script, tool.slug + ".tool.js"_L1, Script::Form::Module);
        break;
    case Tool::Answer::Command: {
        ToolCommand command = tool.command;
        if (command.folder.isEmpty())
            command.folder = folder;
        handler.answer = std::move(command);
        break;
    }
    }
    return handler;
}

bool needsPerson(const ToolHandler &handler)
{
    return handler.confirm || std::holds_alternative<AskPerson>(handler.answer);
}

} // namespace Antiphon
