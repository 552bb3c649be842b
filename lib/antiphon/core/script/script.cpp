// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/script/script.h>

#include <antiphon/core/script/sandbox.h>
#include <antiphon/core/words.h>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

// Brackets make an object of `{a: 1}`; a comment at the end must not swallow the closing one.
constexpr auto expressionHead = "("_L1;
constexpr auto expressionTail = "\n)"_L1;
constexpr auto bodyHead = "(function () {"_L1;
constexpr auto bodyTail = "\n})()"_L1;

QByteArray wrapped(const QString &source, bool body)
{
    const QString text
        = body ? bodyHead + source + bodyTail : expressionHead + source + expressionTail;
    return text.toUtf8();
}

int headSize(bool body)
{
    return int(body ? bodyHead.size() : expressionHead.size());
}

} // namespace

QString ScriptError::text() const
{
    if (file.isEmpty())
        return message;
    if (line <= 0)
        return u"%1: %2"_s.arg(file, message);
    return Words::tr("%1, line %2, column %3: %4").arg(file).arg(line).arg(column).arg(message);
}

Error ScriptError::toError(ErrorKind errorKind) const
{
    return {.kind = errorKind, .message = text(), .code = u"script"_s};
}

Script::Script(QString source, QString file, Form form)
    : m_source(std::move(source))
    , m_file(std::move(file))
    , m_form(form)
{
}

std::expected<Script, ScriptError> Script::read(QString source, QString file, Form form)
{
    Script script(std::move(source), std::move(file), form);
    if (auto error = script.check())
        return std::unexpected(*std::move(error));
    return script;
}

static std::expected<void, ScriptError> checked(const Script &script, bool body)
{
    const ScriptWorld world;
    Sandbox sandbox(world, script.file());
    if (script.form() == Script::Form::Module)
        return sandbox.check(script.source().toUtf8(), true, 0);
    return sandbox.check(wrapped(script.source(), body), false, headSize(body));
}

// A text that is no expression is the body of a function.
static std::expected<bool, ScriptError> isBody(const Script &script)
{
    auto expression = checked(script, false);
    if (expression)
        return false;
    if (script.form() != Script::Form::Function)
        return std::unexpected(std::move(expression.error()));
    auto body = checked(script, true);
    if (body)
        return true;
    // Of two complaints the one about what was meant.
    const bool meant = script.source().contains("return"_L1);
    return std::unexpected(std::move(meant ? body.error() : expression.error()));
}

std::optional<ScriptError> Script::check() const
{
    if (auto form = isBody(*this); !form)
        return std::move(form.error());
    return {};
}

std::expected<ScriptResult, ScriptError> Script::evaluate(const Json &names,
                                                          const ScriptWorld &world) const
{
    bool body = false;
    if (m_form == Form::Function) {
        const auto form = isBody(*this);
        if (!form)
            return std::unexpected(form.error());
        body = *form;
    }
    Sandbox sandbox(world, m_file);
    if (auto defined = sandbox.define(names); !defined)
        return std::unexpected(std::move(defined.error()));
    return sandbox.evaluate(wrapped(m_source, body), headSize(body));
}

std::expected<ScriptResult, ScriptError>
Script::call(const QString &function, const QList<Json> &arguments, const ScriptWorld &world) const
{
    Sandbox sandbox(world, m_file);
    return sandbox.callExport(m_source.toUtf8(), function, arguments);
}

} // namespace Antiphon
