// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/json.h>

#include <QByteArrayView>
#include <QString>

#include <simdjson.h>

#include <optional>
#include <string_view>

namespace Antiphon {

/// A value inside the document of a JsonReader, or nothing: a missing member, an index out of
/// range and a value of another type all read as empty. Valid until the reader's next read().
class JsonView {
public:
    JsonView() = default;
    JsonView(simdjson::dom::element element, bool hasLoneSurrogates)
        : m_element(element)
        , m_exists(true)
        , m_hasLoneSurrogates(hasLoneSurrogates)
    {
    }

    [[nodiscard]] JsonView operator[](std::string_view key) const;
    [[nodiscard]] JsonView operator[](int index) const; ///< Linear in the index.

    [[nodiscard]] bool exists() const { return m_exists; } ///< Also true for null.
    [[nodiscard]] bool isObject() const { return m_exists && m_element.is_object(); }
    [[nodiscard]] bool isArray() const { return m_exists && m_element.is_array(); }
    [[nodiscard]] bool isString() const { return m_exists && m_element.is_string(); }
    [[nodiscard]] bool isNumber() const { return m_exists && m_element.is_number(); }
    [[nodiscard]] bool isNull() const { return !m_exists || m_element.is_null(); }

    /// A string's text; scalarToString() also reads numbers, as codes come in both forms.
    [[nodiscard]] QString toString() const;
    [[nodiscard]] QString scalarToString() const;
    [[nodiscard]] std::string_view utf8() const;
    [[nodiscard]] bool toBool() const;
    [[nodiscard]] double toDouble() const;

    /// A whole number, also one written with a fraction; empty for anything else.
    [[nodiscard]] std::optional<qint64> toInt() const;

    /// A copy that outlives the reader, in the order of the text.
    [[nodiscard]] Json toJson() const;

    /// Calls \p visit for each element of an array; nothing for anything else.
    template<typename Visit>
    void forEach(Visit visit) const
    {
        simdjson::dom::array array;
        if (!m_exists || m_element.get(array) != simdjson::SUCCESS)
            return;
        for (const simdjson::dom::element element : array)
            visit(JsonView(element, m_hasLoneSurrogates));
    }

private:
    QString textOf(std::string_view text) const;

    simdjson::dom::element m_element;
    bool m_exists = false;
    bool m_hasLoneSurrogates = false;
};

/// Reads JSON texts one after the other, reusing its memory. Not for sharing between threads.
///
/// Accepts what providers really send: halves of a surrogate pair stay halves in toString(), so
/// that the next chunk can complete them, and bytes that are no UTF-8 become U+FFFD.
class JsonReader {
public:
    /// The root of \p text; an empty view when it is not JSON.
    [[nodiscard]] JsonView read(QByteArrayView text);

private:
    simdjson::dom::parser m_parser;
};

} // namespace Antiphon
