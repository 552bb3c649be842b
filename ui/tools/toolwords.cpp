// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tools/toolwords.h"

#include <antiphon/core/words.h>

namespace Antiphon::Ui {

QString answerWord(Tool::Answer answer)
{
    switch (answer) {
    case Tool::Answer::Ask:
        return Words::tr("You, when asked");
    case Tool::Answer::Canned:
        return Words::tr("Written results");
    case Tool::Answer::Script:
        return Words::tr("A script");
    case Tool::Answer::Command:
        return Words::tr("A command");
    }
    return {};
}

QString answerSentence(Tool::Answer answer)
{
    switch (answer) {
    case Tool::Answer::Ask:
        return Words::tr("The column stops and asks you. Results that are written down here are "
                         "offered as the answer.");
    case Tool::Answer::Canned:
        return Words::tr("The first result whose arguments all agree is the answer, else the one "
                         "for all other arguments.");
    case Tool::Answer::Script:
        return Words::tr("JavaScript in a sandbox, without files or network: call(args, context) "
                         "returns the answer.");
    case Tool::Answer::Command:
        return Words::tr("A program gets the arguments as one line of JSON and writes the answer. "
                         "It never runs without your consent.");
    }
    return {};
}

QString answerWord(const Tool &tool)
{
    return tool.definition.kind == ToolDefinition::Kind::Provider ? Words::tr("Its service")
                                                                  : answerWord(tool.answer);
}

QString jsonCell(const Json &value)
{
    const QString text = toText(value);
    return value.is_string() && !parseJson(text.toUtf8()) ? text
                                                          : QString::fromUtf8(toBytes(value));
}

Json readJsonCell(const QString &text)
{
    auto value = parseJson(text.toUtf8());
    return value ? *std::move(value) : toJson(QStringView(text));
}

} // namespace Antiphon::Ui
