// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/call/message.h>
#include <antiphon/core/json.h>

#include <QMap>

#include <memory>
#include <variant>

namespace Antiphon {

struct Value;

/// A list that templates do not take for a list (Python's tuple).
struct Tuple {
    QList<Value> items = {};
    friend bool operator==(const Tuple &, const Tuple &);
};

/// Named attributes, reached with a dot (`{o.a}`). A JSON object is a map: reached with a dot too,
/// but written as a map.
struct Object {
    QList<std::pair<QString, Value>> members = {};
    friend bool operator==(const Object &, const Object &);
};

/// Entries reached with an index only (Python's dict), which may hold what JSON cannot.
struct Map {
    QList<std::pair<QString, Value>> entries = {};
    friend bool operator==(const Map &, const Map &);
};

struct List {
    QList<Value> items = {};
    friend bool operator==(const List &, const List &);
};

/// Floats that JSON cannot carry.
struct SpecialFloat {
    double value = 0;
    friend bool operator==(const SpecialFloat &, const SpecialFloat &) = default;
};

/// A value that a template can use. Json for everything JSON can say; the others for what it
/// cannot.
struct Value {
    std::variant<Json, QByteArray, SpecialFloat, List, Tuple, Map, Object, ContentPart, Message>
        held = Json::null();

    Value() = default;
    Value(Json json)
        : held(std::move(json))
    {
    }
    Value(QString text)
        : held(toJson(QStringView(text)))
    {
    }
    Value(QByteArray bytes)
        : held(std::move(bytes))
    {
    }
    Value(ContentPart part)
        : held(std::move(part))
    {
    }
    Value(Message message)
        : held(std::move(message))
    {
    }
    Value(List list)
        : held(std::move(list))
    {
    }
    Value(Tuple tuple)
        : held(std::move(tuple))
    {
    }
    Value(Map map)
        : held(std::move(map))
    {
    }
    Value(Object object)
        : held(std::move(object))
    {
    }
    Value(SpecialFloat number)
        : held(number)
    {
    }

    friend bool operator==(const Value &, const Value &) = default;
};

/// Values by the names that templates use.
using Variables = QMap<QString, Value>;

/// Python's str() and repr() of \p value: what a template writes (template-language.md 3.3).
[[nodiscard]] QString pythonStr(const Value &value);
[[nodiscard]] QString pythonRepr(const Value &value);

} // namespace Antiphon
