// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/script/sandbox.h>

#include <antiphon/core/words.h>

#include "scriptvalue.h"

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

using Kind = ScriptError::Kind;

// No list can hold more in the memory there is; only a claimed length is longer.
constexpr double mostEntries = 1 << 20;

constexpr JSValue failed {.u = {.int32 = 0}, .tag = JS_TAG_EXCEPTION};

/// The name of the guards in traces, where nobody looks for it.
constexpr auto guardsFile = "<antiphon>"_L1;

Sandbox *sandboxOf(JSContext *context)
{
    return static_cast<Sandbox *>(JS_GetContextOpaque(context));
}

} // namespace

Sandbox::Sandbox(const ScriptWorld &world, QString file)
    : m_world(world)
    , m_file(std::move(file))
    , m_watch(world)
    , m_heap(world.limits, m_watch)
    , m_draws(world.seed)
{
    const JSMallocFunctions functions = ScriptHeap::functions();
    m_runtime = JS_NewRuntime2(&functions, &m_heap);
    if (!m_runtime)
        return;
    JS_SetMaxStackSize(m_runtime, size_t(world.limits.stack));
    JS_SetInterruptHandler(m_runtime, onInterrupt, this);
    JS_SetCanBlock(m_runtime, false);
    if (!start() && m_context) {
        JS_FreeContext(m_context);
        m_context = nullptr;
    }
}

Sandbox::~Sandbox()
{
    if (m_context)
        JS_FreeContext(m_context);
    if (m_runtime)
        JS_FreeRuntime(m_runtime);
}

// Without WeakRef, whose callbacks come when they like.
bool Sandbox::start()
{
    m_context = JS_NewContextRaw(m_runtime);
    if (!m_context)
        return false;
    JS_SetContextOpaque(m_context, this);
    JS_AddIntrinsicBaseObjects(m_context);
    JS_AddIntrinsicDate(m_context);
    JS_AddIntrinsicEval(m_context);
    JS_AddIntrinsicStringNormalize(m_context);
    JS_AddIntrinsicRegExp(m_context);
    JS_AddIntrinsicJSON(m_context);
    JS_AddIntrinsicProxy(m_context);
    JS_AddIntrinsicMapSet(m_context);
    JS_AddIntrinsicTypedArrays(m_context);
    JS_AddIntrinsicPromise(m_context);
    return guard();
}

bool Sandbox::guard()
{
    const auto evaluated = [this](QByteArrayView code) {
        return JS_Eval(m_context, code.data(), size_t(code.size()), guardsFile.data(),
                       JS_EVAL_TYPE_GLOBAL);
    };
    const ScriptValue proxy(m_context, evaluated("new Proxy({}, {})"));
    const ScriptValue array(m_context, JS_NewArray(m_context));
    m_proxyClass = JS_GetClassID(*proxy);
    m_arrayClass = JS_GetClassID(*array);

    const ScriptValue host(m_context, JS_NewObject(m_context));
    const auto add = [&](const char *name, JSCFunction *function) {
        JS_SetPropertyStr(m_context, *host, name, JS_NewCFunction(m_context, function, name, 1));
    };
    add("watch", onWatch);
    add("list", onList);
    add("random", onRandom);
    add("write", onWrite);
    JS_SetPropertyStr(m_context, *host, "now", JS_NewFloat64(m_context, double(m_world.now)));
    const ScriptValue guards(m_context, evaluated(scriptGuards()));
    JSValue argument = *host;
    const ScriptValue done(m_context, JS_Call(m_context, *guards, undefinedValue, 1, &argument));
    if (done.isFailed())
        return false;
    const ScriptValue global(m_context, JS_GetGlobalObject(m_context));
    addFunctions(*global);
    return true;
}

int Sandbox::onInterrupt(JSRuntime *, void *self)
{
    return static_cast<Sandbox *>(self)->m_watch.step() ? 1 : 0;
}

JSValue Sandbox::onWatch(JSContext *context, JSValue, int, JSValue *)
{
    if (!sandboxOf(context)->m_watch.isOver())
        return undefinedValue;
    JSValue error = JS_NewError(context);
    JS_SetUncatchableError(context, error, true);
    return JS_Throw(context, error);
}

/// Whether \p value may be walked as a list: no proxy, and no more entries than there is room for.
bool Sandbox::isPlainList(JSValue value)
{
    const JSAtom length = JS_NewAtom(m_context, "length");
    JSValue at = JS_DupValue(m_context, value);
    bool plain = true;
    for (bool found = false; plain && !found && JS_IsObject(at);) {
        JSPropertyDescriptor property {};
        plain = JS_GetClassID(at) != m_proxyClass;
        const int has = plain ? JS_GetOwnProperty(m_context, &property, at, length) : 0;
        if (has > 0) {
            double entries = 0;
            plain = (property.flags & JS_PROP_GETSET) == 0 && JS_IsNumber(property.value)
                && JS_ToFloat64(m_context, &entries, property.value) == 0
                && !(entries > mostEntries);
            found = true;
            JS_FreeValue(m_context, property.value);
            JS_FreeValue(m_context, property.getter);
            JS_FreeValue(m_context, property.setter);
        } else if (plain) {
            JSValue next = JS_GetPrototype(m_context, at);
            JS_FreeValue(m_context, at);
            at = next;
        }
    }
    JS_FreeValue(m_context, at);
    JS_FreeAtom(m_context, length);
    return plain;
}

JSValue Sandbox::onList(JSContext *context, JSValue, int argc, JSValue *argv)
{
    if (argc < 1 || !JS_IsObject(argv[0]) || sandboxOf(context)->isPlainList(argv[0]))
        return undefinedValue;
    return JS_ThrowRangeError(context, "This is no list, or one that is too long.");
}

JSValue Sandbox::onRandom(JSContext *context, JSValue, int, JSValue *)
{
    return JS_NewFloat64(context, sandboxOf(context)->m_draws.next());
}

JSValue Sandbox::onWrite(JSContext *context, JSValue, int argc, JSValue *argv)
{
    Sandbox &sandbox = *sandboxOf(context);
    const qsizetype left = sandbox.m_world.limits.console - sandbox.m_consoleSize;
    if (argc < 1 || left <= 0)
        return undefinedValue;
    const QString line = sandbox.textOf(argv[0]).left(left);
    sandbox.m_consoleSize += line.size() + 1;
    sandbox.m_console.append(line);
    return undefinedValue;
}

JSValue Sandbox::onHost(JSContext *context, JSValue, int argc, JSValue *argv, int magic, JSValue *)
{
    Sandbox &sandbox = *sandboxOf(context);
    return sandbox.callHost(std::next(sandbox.m_world.functions.cbegin(), magic).value(), argc,
                            argv);
}

JSValue Sandbox::callHost(const ScriptFunction &function, int argc, JSValue *argv)
{
    QList<Json> arguments;
    for (int i = 0; i < argc; ++i) {
        auto value = toJson(JS_DupValue(m_context, argv[i]));
        if (!value)
            return JS_ThrowTypeError(m_context, "%s", qUtf8Printable(value.error().message));
        arguments.append(*std::move(value));
    }
    const auto result = function(arguments);
    if (!result)
        return JS_ThrowTypeError(m_context, "%s", qUtf8Printable(result.error().message));
    return fromJson(*result);
}

void Sandbox::addFunctions(JSValue object)
{
    int magic = 0;
    for (const auto &[name, function] : m_world.functions.asKeyValueRange()) {
        if (function) {
            JSValue made = JS_NewCFunctionData(m_context, onHost, 1, magic, 0, nullptr);
            JS_DefinePropertyValueStr(m_context, object, name.toUtf8().constData(), made,
                                      JS_PROP_C_W_E);
        }
        ++magic;
    }
}

JSValue Sandbox::fromJson(const Json &value)
{
    const QByteArray text = toBytes(value);
    return JS_ParseJSON(m_context, text.constData(), size_t(text.size()), "<values>");
}

std::expected<void, ScriptError> Sandbox::define(const Json &names)
{
    if (!m_context)
        return failure(Kind::Memory, Words::tr("there is not enough memory to start a script"));
    const ScriptValue object(m_context, fromJson(names));
    JSPropertyEnum *properties = nullptr;
    uint32_t count = 0;
    if (object.isFailed()
        || (JS_IsObject(*object)
            && JS_GetOwnPropertyNames(m_context, &properties, &count, *object, JS_GPN_STRING_MASK)
                < 0))
        return failure();
    const ScriptValue global(m_context, JS_GetGlobalObject(m_context));
    for (uint32_t i = 0; i < count; ++i) {
        // A name that cannot be taken ("undefined") stays what it is; `vars` has the value.
        JS_DefinePropertyValue(m_context, *global, properties[i].atom,
                               JS_GetProperty(m_context, *object, properties[i].atom),
                               JS_PROP_C_W_E);
        JS_FreeAtom(m_context, properties[i].atom);
    }
    js_free(m_context, properties);
    addFunctions(*global);
    return {};
}

std::expected<void, ScriptError> Sandbox::check(const QByteArray &source, bool module, int line0)
{
    if (!m_context)
        return failure(Kind::Memory, Words::tr("there is not enough memory to start a script"));
    m_line0 = line0;
    const int type = module ? JS_EVAL_TYPE_MODULE : JS_EVAL_TYPE_GLOBAL | JS_EVAL_FLAG_STRICT;
    const ScriptValue read(m_context,
                           JS_Eval(m_context, source.constData(), size_t(source.size()),
                                   m_file.toUtf8().constData(), type | JS_EVAL_FLAG_COMPILE_ONLY));
    if (read.isFailed())
        return failure();
    return {};
}

std::expected<ScriptResult, ScriptError> Sandbox::evaluate(const QByteArray &source, int line0)
{
    m_line0 = line0;
    auto value
        = settled(JS_Eval(m_context, source.constData(), size_t(source.size()),
                          m_file.toUtf8().constData(), JS_EVAL_TYPE_GLOBAL | JS_EVAL_FLAG_STRICT));
    if (!value)
        return std::unexpected(std::move(value.error()));
    return finished(*value);
}

std::expected<ScriptResult, ScriptError>
Sandbox::callExport(const QByteArray &source, const QString &function, const QList<Json> &arguments)
{
    if (!m_context)
        return failure(Kind::Memory, Words::tr("there is not enough memory to start a script"));
    JSValue read
        = JS_Eval(m_context, source.constData(), size_t(source.size()), m_file.toUtf8().constData(),
                  JS_EVAL_TYPE_MODULE | JS_EVAL_FLAG_COMPILE_ONLY);
    if (JS_IsException(read))
        return failure();
    auto *module = static_cast<JSModuleDef *>(read.u.ptr); // lives as long as the context
    const auto run = settled(JS_EvalFunction(m_context, read));
    if (!run)
        return std::unexpected(run.error());
    JS_FreeValue(m_context, *run);

    const ScriptValue exports(m_context, JS_GetModuleNamespace(m_context, module));
    const ScriptValue exported(
        m_context, JS_GetPropertyStr(m_context, *exports, function.toUtf8().constData()));
    if (exported.isFailed())
        return failure();
    if (!JS_IsFunction(m_context, *exported))
        return failure(Kind::Missing,
                       Words::tr("it must export a function \"%1\": export function %1(...) { ... "
                                 "}")
                           .arg(function));

    std::vector<JSValue> values;
    bool made = true;
    for (const Json &argument : arguments) {
        values.push_back(made ? fromJson(argument) : undefinedValue);
        made = made && !JS_IsException(values.back());
    }
    if (made && !values.empty() && JS_IsObject(values.back()))
        addFunctions(values.back());
    JSValue called = made
        ? JS_Call(m_context, *exported, undefinedValue, int(values.size()), values.data())
        : failed;
    for (JSValue value : values)
        JS_FreeValue(m_context, value);
    auto value = settled(called);
    if (!value)
        return std::unexpected(std::move(value.error()));
    return finished(*value);
}

} // namespace Antiphon
