// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/json.h>

#include <QStringList>

#include <optional>
#include <string_view>

namespace Antiphon {

/// Reads the members of one JSON object by name and type, remembering the first thing wrong.
///
/// An absent member gives the fallback. A reader asks for everything it knows, then looks at
/// error(): the text of the error starts with the path of the member, as in "wait.max".
class JsonFields {
public:
    /// \p path is where \p value stands in its file; empty for the file itself.
    explicit JsonFields(const Json &value, QString path = {});

    [[nodiscard]] const Json *member(std::string_view key);
    [[nodiscard]] QString text(std::string_view key, const QString &fallback = {});
    [[nodiscard]] bool flag(std::string_view key, bool fallback);
    [[nodiscard]] double number(std::string_view key, double fallback, double min = -1e300,
                                double max = 1e300);
    [[nodiscard]] std::optional<double> number(std::string_view key);
    [[nodiscard]] qint64 integer(std::string_view key, qint64 fallback, qint64 min, qint64 max);
    [[nodiscard]] QStringList texts(std::string_view key, const QStringList &fallback = {});

    /// One of \p words, by its place.
    [[nodiscard]] qsizetype choice(std::string_view key, const QStringList &words,
                                   qsizetype fallback);

    /// The object in member \p key, an empty one when it is absent.
    [[nodiscard]] JsonFields object(std::string_view key);

    /// Where member \p key stands in the file.
    [[nodiscard]] QString pathOf(std::string_view key) const;

    /// Notes that \p what is wrong with member \p key, unless something was wrong before.
    void reject(std::string_view key, const QString &what);
    void reject(const std::optional<Error> &error);

    /// Members nobody asked for, with their paths; `note` is always allowed.
    [[nodiscard]] QStringList unknown() const;
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

private:
    const Json *m_value = nullptr;
    QString m_path;
    QStringList m_asked;
    std::optional<Error> m_error;
};

/// "a number", "text", "an object", ...: what \p value is, for messages.
[[nodiscard]] QString jsonTypeName(const Json &value);

} // namespace Antiphon
