// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/config/parser.h>

#include <antiphon/core/retry/policy.h>

using namespace Qt::StringLiterals;

namespace Antiphon {

// throw Error("TryAgain: the model was in a hurry")
static bool asksAgain(const ScriptError &error)
{
    return error.kind == ScriptError::Kind::Thrown
        && (error.message.startsWith("TryAgain"_L1)
            || error.message.startsWith("Error: TryAgain"_L1));
}

static Result<Json> called(const Script &script, const QString &function,
                           const QList<Json> &arguments, const AttemptContext &attempt,
                           ErrorKind kind)
{
    auto result = script.call(function, arguments, worldOf(attempt));
    if (!result) {
        Error error = result.error().toError(kind);
        if (asksAgain(result.error()))
            error.code = tryAgain().code;
        return std::unexpected(std::move(error));
    }
    return std::move(result->value);
}

std::optional<Result<Json>> parseAnswer(const AnswerParser &parser, const Script &script,
                                        const Json &response, const AttemptContext &attempt)
{
    if (parser)
        return parser(response);
    if (script.isEmpty())
        return {};
    return called(script, u"parse"_s, {response}, attempt, ErrorKind::Validation);
}

Result<Json> runToolScript(const Script &script, const Json &arguments, const Json &context,
                           const AttemptContext &attempt)
{
    return called(script, u"call"_s, {arguments, context}, attempt, ErrorKind::Tool);
}

} // namespace Antiphon
