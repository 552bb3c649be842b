// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/call/request.h>

#include <QStringList>

#include <chrono>
#include <optional>

namespace Antiphon {

/// Answers of a tool that are written down (canned/1 of project-format.md 4.7).
struct CannedAnswers {
    struct Entry {
        Json arguments = Json(jsoncons::json_object_arg);
        Json result = Json::null();

        friend bool operator==(const Entry &, const Entry &) = default;
    };

    QList<Entry> results = {};
    std::optional<Json> otherwise = {}; ///< `default`: for all other arguments.

    [[nodiscard]] bool isEmpty() const { return results.isEmpty() && !otherwise; }

    friend bool operator==(const CannedAnswers &, const CannedAnswers &) = default;
};

/// The result of the first entry all of whose arguments \p arguments has too, else the default.
/// Empty: there is none.
[[nodiscard]] std::optional<Json> cannedAnswer(const CannedAnswers &answers, const Json &arguments);

[[nodiscard]] Result<CannedAnswers> cannedFromJson(const Json &value);

/// The whole file.
[[nodiscard]] Json toJson(const CannedAnswers &answers);

/// A program that answers: it gets the arguments as JSON on its standard input and says the result
/// on its standard output. Started as it is, without a shell.
struct ToolCommand {
    QStringList words = {}; ///< The program, then its arguments.
    QString folder = {}; ///< Where it runs; absolute.
    std::chrono::milliseconds timeout {30'000};
    QStringList environment = {}; ///< Variables it is given besides those every program needs.
    bool allowed = false; ///< A person has consented to this very command.

    friend bool operator==(const ToolCommand &, const ToolCommand &) = default;
};

/// \p command as one line to read, words with blanks in quotes. Not for a shell.
[[nodiscard]] QString commandText(const ToolCommand &command);

/// A tool of a project (tool/1 of project-format.md 4.7): what models are told of it, and who
/// answers when one calls it.
struct Tool {
    enum class Answer { Ask, Canned, Script, Command };

    QString slug = {};
    QString id = {};
    ToolDefinition definition = {};
    Answer answer = Answer::Ask;
    bool confirm = false; ///< A person approves each call before it is answered.
    CannedAnswers canned = {}; ///< `<slug>.canned.json`
    QString script = {}; ///< `<slug>.tool.js`
    ToolCommand command = {};

    friend bool operator==(const Tool &, const Tool &) = default;
};

/// "ask", "canned", "script", "command", in the order of Tool::Answer.
[[nodiscard]] const QStringList &toolAnswerNames();

/// True for what every service takes as a tool's name: letters, digits, "_" and "-", at most 64.
[[nodiscard]] bool isToolName(QStringView name);

/// Reads `<slug>.tool.json`; canned answers and script are the caller's to add. Errors name the
/// field.
[[nodiscard]] Result<Tool> toolFromJson(const QString &slug, const Json &value);

/// The whole of `<slug>.tool.json`, defaults left out.
[[nodiscard]] Json toJson(const Tool &tool);

} // namespace Antiphon
