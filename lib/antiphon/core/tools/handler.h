// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/call/attempt.h>
#include <antiphon/core/script/script.h>
#include <antiphon/core/tools/tool.h>

#include <QFuture>

#include <functional>
#include <variant>

namespace Antiphon {

/// What tools that are functions or scripts are told besides their arguments.
struct ToolContext {
    QString tool = {}; ///< Its name.
    int attempt = 1; ///< Number of the attempt whose answer calls it.
    Json vars = Json(jsoncons::json_object_arg); ///< The call's variables, as scripts see them.
};

/// A tool in C++. An error is what the model is told.
using ToolFunction = std::function<Result<Json>(const Json &arguments, const ToolContext &context)>;

/// The same for what takes its time. Called on the thread of the call; the future may be finished
/// on any. It is cancelled when the call is.
using AsyncToolFunction
    = std::function<QFuture<Result<Json>>(const Json &arguments, const ToolContext &context)>;

/// Whoever watches the call answers.
struct AskPerson {
    friend bool operator==(const AskPerson &, const AskPerson &) = default;
};

/// Who answers the calls of one tool.
struct ToolHandler {
    std::variant<AskPerson, CannedAnswers, Script, ToolCommand, ToolFunction, AsyncToolFunction>
        answer = AskPerson {};
    bool confirm = false; ///< A person approves each call first.
    CannedAnswers suggestions = {}; ///< What a person who is asked may answer with.
};

/// What answers the calls of \p tool. A command runs in \p folder unless it names one.
[[nodiscard]] ToolHandler handlerOf(const Tool &tool, const QString &folder = {});

/// True when a call of the tool cannot be answered without a person.
[[nodiscard]] bool needsPerson(const ToolHandler &handler);

/// A tool call that waits for a person (ux.md 3.11).
struct ToolQuestion {
    int attempt = 0; ///< Number of the attempt whose answer holds the call.
    int index = 0; ///< In its list of tool calls.
    ToolCall call = {};
    Json arguments = Json::null();
    bool canApprove = false; ///< Somebody else answers, if the person lets them.
    QString runs = {}; ///< The exact command that runs then; empty: none.
    std::optional<Json> suggestion = {}; ///< An answer that is written down.

    friend bool operator==(const ToolQuestion &, const ToolQuestion &) = default;
};

/// What the person says to it.
struct ToolReply {
    enum class Kind {
        Approve, ///< The tool may answer.
        Answer, ///< `text` is the result.
        Refuse, ///< The model is told so; `text` may say why.
    };

    Kind kind = Kind::Refuse;
    QString text = {};

    friend bool operator==(const ToolReply &, const ToolReply &) = default;
};

} // namespace Antiphon
