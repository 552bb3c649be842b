// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/json.h>

#include <QMap>
#include <QStringList>

#include <chrono>
#include <expected>
#include <functional>
#include <optional>

namespace Antiphon {

/// What one evaluation of a script may use (project-format.md 4.2).
struct ScriptLimits {
    std::chrono::milliseconds time {250};
    qsizetype memory = 16 * 1024 * 1024; ///< Bytes in all; one text or list at most a quarter.
    qsizetype stack = 256 * 1024; ///< Bytes of the thread's own stack.
    qsizetype result = 4 * 1024 * 1024; ///< Bytes of the result as JSON.
    int depth = 128; ///< Levels of objects and lists in the result.
    int jobs = 10'000; ///< Steps of promises.
    qsizetype console = 64 * 1024; ///< Characters that console.log() keeps.

    friend bool operator==(const ScriptLimits &, const ScriptLimits &) = default;
};

/// Why a script gave nothing. Line and column count from 1; 0: not known.
struct ScriptError {
    enum class Kind {
        Syntax, ///< It cannot be read.
        Thrown, ///< It threw.
        Time, ///< It took too long.
        Memory,
        Stack, ///< It called itself too deeply.
        Promise, ///< What it promised never came.
        Result, ///< What it gave is no JSON value, or too large.
        Missing, ///< It does not export the function that is asked for.
    };

    Kind kind = Kind::Thrown;
    QString message = {};
    QString file = {};
    int line = 0;
    int column = 0;

    /// "dynamic.js, line 3, column 5: price is not defined".
    [[nodiscard]] QString text() const;
    [[nodiscard]] Error toError(ErrorKind kind = ErrorKind::Setup) const;

    friend bool operator==(const ScriptError &, const ScriptError &) = default;
};

/// A function of ours that a script may call. An error is thrown in the script.
using ScriptFunction = std::function<Result<Json>(const QList<Json> &arguments)>;

/// What a script finds around it: the time, chance, functions of ours. Nothing else of the world.
struct ScriptWorld {
    qint64 now = 0; ///< What Date says, in ms since 1970.
    quint64 seed = 0; ///< Of Math.random().
    QMap<QString, ScriptFunction> functions = {}; ///< As globals, and in the last argument of a
                                                  ///< function that gets an object there.
    /// A steady clock for the limit on time; without one, the number of steps is limited.
    std::function<std::chrono::nanoseconds()> clock = {};
    ScriptLimits limits = {};
};

struct ScriptResult {
    Json value = {}; ///< undefined is null.
    bool truthy = false; ///< What `if` makes of the value.
    QStringList console = {}; ///< A line for each call of console.log() and its kin.
};

/// JavaScript of a project, run in a sandbox: bounded in time, memory and stack, without input or
/// output. The same source, values and world give the same result.
///
/// A value type. Each evaluation starts from nothing, so that none can leave anything to the next;
/// that costs about half a millisecond. May be used on several threads at once.
class Script {
public:
    enum class Form {
        Expression, ///< One expression over names.
        Function, ///< An expression, or the body of a function with `return`, over names.
        Module, ///< A file that exports functions.
    };

    Script() = default;

    /// Takes \p source as it is; error messages call it \p file.
    Script(QString source, QString file, Form form = Form::Expression);

    /// The same, read: what is no JavaScript is an error. Nothing is run.
    [[nodiscard]] static std::expected<Script, ScriptError> read(QString source, QString file,
                                                                 Form form = Form::Expression);

    /// What is wrong with its syntax, if anything is.
    [[nodiscard]] std::optional<ScriptError> check() const;

    /// The value of an expression or function body; the members of \p names are its variables.
    [[nodiscard]] std::expected<ScriptResult, ScriptError>
    evaluate(const Json &names, const ScriptWorld &world = {}) const;

    /// What the exported \p function of a module returns. A promise is waited for.
    [[nodiscard]] std::expected<ScriptResult, ScriptError>
    call(const QString &function, const QList<Json> &arguments,
         const ScriptWorld &world = {}) const;

    [[nodiscard]] bool isEmpty() const { return m_source.isEmpty(); }
    [[nodiscard]] const QString &source() const { return m_source; }
    [[nodiscard]] const QString &file() const { return m_file; }
    [[nodiscard]] Form form() const { return m_form; }

    friend bool operator==(const Script &, const Script &) = default;

private:
    QString m_source;
    QString m_file;
    Form m_form = Form::Expression;
};

} // namespace Antiphon
