// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <quickjs/quickjs.h>

namespace Antiphon {

inline constexpr JSValue undefinedValue {.u = {.int32 = 0}, .tag = JS_TAG_UNDEFINED};

/// Gives a value back to its context at the end of a block.
class ScriptValue {
public:
    ScriptValue(JSContext *context, JSValue value)
        : m_context(context)
        , m_value(value)
    {
    }
    ~ScriptValue() { JS_FreeValue(m_context, m_value); }
    ScriptValue(const ScriptValue &) = delete;
    ScriptValue &operator=(const ScriptValue &) = delete;

    [[nodiscard]] JSValue operator*() const { return m_value; }
    [[nodiscard]] bool isFailed() const { return JS_IsException(m_value); }

private:
    JSContext *m_context;
    JSValue m_value;
};

} // namespace Antiphon
