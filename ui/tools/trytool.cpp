// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tools/trytool.h"

#include <antiphon/core/config/dynamicrun.h>
#include <antiphon/core/tools/arguments.h>
#include <antiphon/core/words.h>

#include <QElapsedTimer>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

static ToolOutcome failedTrial(const QString &text)
{
    return {.text = text, .isError = true};
}

static ToolOutcome tryScript(const Tool &tool, const Json &arguments, const QDateTime &now)
{
    if (tool.script.trimmed().isEmpty())
        return failedTrial(Words::tr("There is no script yet that could answer."));
    const Script script(tool.script, tool.slug + ".tool.js"_L1, Script::Form::Module);
    const Json context = jsonObject({{"tool", toJson(QStringView(tool.definition.name))},
                                     {"attempt", Json(1)},
                                     {"vars", jsonObject()}});
    QElapsedTimer timer;
    timer.start();
    const AttemptContext attempt {.started = now,
                                  .clock = [timer] { return timer.durationElapsed(); }};
    const auto result = script.call(u"call"_s, {arguments, context}, worldOf(attempt));
    if (!result)
        return {.text = result.error().text(),
                .isError = true,
                .line = result.error().line,
                .column = result.error().column};
    return {.text = toolOutputText(result->value), .console = result->console};
}

ToolOutcome tryTool(const Tool &tool, const QString &arguments, const QDateTime &now)
{
    if (tool.definition.kind == ToolDefinition::Kind::Provider)
        return failedTrial(Words::tr("The model's service runs this tool itself."));
    const auto read = toolArguments(tool.definition, arguments);
    if (!read)
        return failedTrial(read.error().message);
    switch (tool.answer) {
    case Tool::Answer::Script:
        return tryScript(tool, *read, now);
    case Tool::Answer::Canned:
        if (const auto answer = cannedAnswer(tool.canned, *read))
            return {.text = toolOutputText(*answer)};
        return failedTrial(Words::tr("No result is written down for these arguments."));
    case Tool::Answer::Ask:
        if (const auto answer = cannedAnswer(tool.canned, *read))
            return {.text = Words::tr("The arguments fit. You would be asked, and offered: %1")
                                .arg(toolOutputText(*answer))};
        return {.text = Words::tr("The arguments fit. You would be asked.")};
    case Tool::Answer::Command:
        break;
    }
    return failedTrial(Words::tr("The arguments fit. The command was not run."));
}

} // namespace Antiphon::Ui
