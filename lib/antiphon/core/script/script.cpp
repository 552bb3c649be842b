// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/script/script.h>

#include <antiphon/core/script/sandbox.h>

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(script)
};

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

std::expected<Script, ScriptError> Script::read(QString source, QString file, Form form)
{
    Script script;
    script.m_source = std::move(source);
    script.m_file = std::move(file);
    script.m_form = form;
    const auto checked = [&script](bool body) {
        const ScriptWorld world;
        Sandbox sandbox(world, script.m_file);
        if (script.m_form == Form::Module)
            return sandbox.check(script.m_source.toUtf8(), true, 0);
        return sandbox.check(wrapped(script.m_source, body), false, headSize(body));
    };
    auto good = checked(false);
    if (!good && form == Form::Function) {
        if (auto asBody = checked(true)) {
            script.m_isBody = true;
            return script;
        } else if (script.m_source.contains("return"_L1)) {
            good = asBody; // its complaint is the one about what was meant
        }
    }
    if (!good)
        return std::unexpected(std::move(good.error()));
    return script;
}

std::expected<ScriptResult, ScriptError> Script::evaluate(const Json &names,
                                                          const ScriptWorld &world) const
{
    Sandbox sandbox(world, m_file);
    if (auto defined = sandbox.define(names); !defined)
        return std::unexpected(std::move(defined.error()));
    return sandbox.evaluate(wrapped(m_source, m_isBody), headSize(m_isBody));
}

std::expected<ScriptResult, ScriptError>
Script::call(const QString &function, const QList<Json> &arguments, const ScriptWorld &world) const
{
    Sandbox sandbox(world, m_file);
    return sandbox.callExport(m_source.toUtf8(), function, arguments);
}

} // namespace Antiphon
