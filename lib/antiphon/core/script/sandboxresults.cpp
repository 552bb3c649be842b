// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// What comes out of a sandbox: values, and what went wrong.

#include <antiphon/core/script/sandbox.h>

#include <antiphon/core/words.h>

#include "scriptvalue.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Antiphon {

std::expected<JSValue, ScriptError> Sandbox::settled(JSValue value)
{
    int jobs = 0;
    JSContext *context = nullptr;
    while (!JS_IsException(value) && JS_IsJobPending(m_runtime)) {
        // A job's own failure rejects its promise; only time and memory end them all.
        const bool broken = JS_ExecutePendingJob(m_runtime, &context) < 0 && m_watch.wasOver();
        if (broken || ++jobs > m_world.limits.jobs) {
            JS_FreeValue(m_context, value);
            return broken ? failure()
                          : failure(ScriptError::Kind::Promise,
                                    Words::tr("its promises went on for more than %1 steps")
                                        .arg(m_world.limits.jobs));
        }
    }
    if (JS_IsException(value))
        return failure();
    const int state = JS_IsObject(value) ? JS_PromiseState(m_context, value) : -1;
    if (state != JS_PROMISE_FULFILLED && state != JS_PROMISE_REJECTED
        && state != JS_PROMISE_PENDING)
        return value;
    const ScriptValue promise(m_context, value);
    if (state == JS_PROMISE_PENDING)
        return failure(ScriptError::Kind::Promise, Words::tr("what it promised never came"));
    JSValue result = JS_PromiseResult(m_context, *promise);
    if (state == JS_PROMISE_FULFILLED)
        return result;
    JS_Throw(m_context, result);
    return failure();
}

std::expected<ScriptResult, ScriptError> Sandbox::finished(JSValue value)
{
    ScriptResult result {.truthy = JS_ToBool(m_context, value) > 0};
    auto json = toJson(value);
    if (!json)
        return std::unexpected(std::move(json.error()));
    result.value = *std::move(json);
    result.console = m_console;
    return result;
}

std::expected<Json, ScriptError> Sandbox::toJson(JSValue taken)
{
    const ScriptValue value(m_context, taken);
    if (JS_IsUndefined(*value))
        return Json::null();
    const ScriptValue text(m_context,
                           JS_JSONStringify(m_context, *value, undefinedValue, undefinedValue));
    if (text.isFailed())
        return failure();
    if (!JS_IsString(*text))
        return failure(ScriptError::Kind::Result, Words::tr("a function or symbol is no result"));
    size_t size = 0;
    const char *bytes = JS_ToCStringLen(m_context, &size, *text);
    if (!bytes)
        return failure();
    const QByteArray json(bytes, qsizetype(size));
    JS_FreeCString(m_context, bytes);
    if (json.size() > m_world.limits.result)
        return failure(ScriptError::Kind::Result,
                       Words::tr("the result has %1 bytes; %2 are allowed")
                           .arg(json.size())
                           .arg(m_world.limits.result));
    auto parsed = parseJson(json, m_world.limits.depth);
    if (!parsed)
        return failure(ScriptError::Kind::Result,
                       Words::tr("the result is no JSON value: %1").arg(parsed.error().message));
    return *std::move(parsed);
}

QString Sandbox::textOf(JSValue value)
{
    size_t size = 0;
    const char *bytes = JS_ToCStringLen(m_context, &size, value);
    if (!bytes) {
        JS_FreeValue(m_context, JS_GetException(m_context));
        return {};
    }
    const QString text = QString::fromUtf8(bytes, qsizetype(size));
    JS_FreeCString(m_context, bytes);
    return text;
}

std::unexpected<ScriptError> Sandbox::failure(ScriptError::Kind kind, const QString &message) const
{
    return std::unexpected(ScriptError {.kind = kind, .message = message, .file = m_file});
}

// The place nearest to the throw that is in the script itself.
void Sandbox::place(const QString &stack, ScriptError &error) const
{
    static const QRegularExpression form(u"(?:at |\\()([^()\\n]*):(\\d{1,9}):(\\d{1,9})\\)?$"_s,
                                         QRegularExpression::MultilineOption);
    for (const auto &match : form.globalMatch(stack.left(8192))) {
        const QString file = match.captured(1);
        if (file != m_file && !file.endsWith(u'(' + m_file) && !file.endsWith(u' ' + m_file))
            continue;
        error.line = match.captured(2).toInt();
        error.column = match.captured(3).toInt();
        if (error.line == 1)
            error.column = std::max(1, error.column - m_line0);
        return;
    }
}

std::unexpected<ScriptError> Sandbox::failure()
{
    const ScriptValue thrown(m_context, JS_GetException(m_context));
    if (m_watch.wasOver()) // nothing of the script's is asked any more
        return failure(ScriptError::Kind::Time,
                       m_world.clock
                           ? Words::tr("it took longer than %1 ms").arg(m_world.limits.time.count())
                           : Words::tr("it took too many steps"));
    ScriptError error {.message = textOf(*thrown), .file = m_file};
    if (JS_IsError(m_context, *thrown)) {
        const ScriptValue stack(m_context, JS_GetPropertyStr(m_context, *thrown, "stack"));
        if (JS_IsString(*stack))
            place(textOf(*stack), error);
    }
    if (m_watch.wasOver())
        return failure(ScriptError::Kind::Time, Words::tr("it took too many steps"));
    error.message = error.message.left(2000);
    if (error.message.startsWith("SyntaxError"_L1))
        error.kind = ScriptError::Kind::Syntax;
    else if (error.message == "InternalError: stack overflow"_L1)
        error.kind = ScriptError::Kind::Stack;
    else if (error.message == "InternalError: out of memory"_L1
             || (m_heap.wasRefused() && error.message.isEmpty()))
        error.kind = ScriptError::Kind::Memory;
    if (error.message.isEmpty())
        error.message = Words::tr("it threw something without a text");
    return std::unexpected(std::move(error));
}

} // namespace Antiphon
