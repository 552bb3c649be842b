// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/draws.h>
#include <antiphon/core/script/script.h>
#include <antiphon/core/script/scriptheap.h>

#include <quickjs/quickjs.h>

#include <memory>

namespace Antiphon {

/// One JavaScript runtime for one evaluation, with everything taken out that reaches beyond it.
///
/// QuickJS itself asks an interrupt handler now and then, but not inside its own loops: a search in
/// a list of a length that was only claimed would run for hours. So the functions of lists and
/// texts are wrapped (scriptguards.cpp), and large blocks of memory are refused once time is up.
class Sandbox {
public:
    /// \p world must outlive the sandbox.
    Sandbox(const ScriptWorld &world, QString file);
    ~Sandbox();

    Sandbox(const Sandbox &) = delete;
    Sandbox &operator=(const Sandbox &) = delete;

    /// Makes the members of the object \p names global.
    [[nodiscard]] std::expected<void, ScriptError> define(const Json &names);

    /// Reads \p source without running it; \p line0 columns stand before it on its first line.
    [[nodiscard]] std::expected<void, ScriptError> check(const QByteArray &source, bool module,
                                                         int line0);

    [[nodiscard]] std::expected<ScriptResult, ScriptError> evaluate(const QByteArray &source,
                                                                    int line0);

    [[nodiscard]] std::expected<ScriptResult, ScriptError>
    callExport(const QByteArray &source, const QString &function, const QList<Json> &arguments);

private:
    static int onInterrupt(JSRuntime *runtime, void *self);
    static JSValue onWatch(JSContext *context, JSValue self, int argc, JSValue *argv);
    static JSValue onList(JSContext *context, JSValue self, int argc, JSValue *argv);
    static JSValue onRandom(JSContext *context, JSValue self, int argc, JSValue *argv);
    static JSValue onWrite(JSContext *context, JSValue self, int argc, JSValue *argv);
    static JSValue onHost(JSContext *context, JSValue self, int argc, JSValue *argv, int magic,
                          JSValue *data);

    [[nodiscard]] bool start();
    [[nodiscard]] bool guard();
    void addFunctions(JSValue object);
    [[nodiscard]] JSValue fromJson(const Json &value);
    [[nodiscard]] JSValue callHost(const ScriptFunction &function, int argc, JSValue *argv);
    [[nodiscard]] bool isPlainList(JSValue value);

    /// \p value with its promise kept, if it is one. Takes \p value over.
    [[nodiscard]] std::expected<JSValue, ScriptError> settled(JSValue value);
    [[nodiscard]] std::expected<ScriptResult, ScriptError> finished(JSValue value);
    [[nodiscard]] std::expected<Json, ScriptError> toJson(JSValue value);
    [[nodiscard]] std::unexpected<ScriptError> failure();
    [[nodiscard]] std::unexpected<ScriptError> failure(ScriptError::Kind kind,
                                                       const QString &message) const;
    void place(const QString &stack, ScriptError &error) const;
    [[nodiscard]] QString textOf(JSValue value);

    const ScriptWorld &m_world;
    const QString m_file;
    ScriptWatch m_watch;
    ScriptHeap m_heap;
    Draws m_draws;
    JSRuntime *m_runtime = nullptr;
    JSContext *m_context = nullptr;
    JSClassID m_arrayClass = 0;
    JSClassID m_proxyClass = 0;
    int m_line0 = 0; // columns of ours before the first line
    QStringList m_console;
    qsizetype m_consoleSize = 0;
};

/// The source of a function of one object that takes over what must be watched; see Sandbox.
[[nodiscard]] QByteArrayView scriptGuards();

} // namespace Antiphon
