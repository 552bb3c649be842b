// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <memory>

class QSettings;

namespace Antiphon {

/// The name of a setting, its type and what it is until somebody changes it.
template<typename T>
struct Setting {
    const char *key;
    T fallback = {};
};

enum class ColorScheme { System, Light, Dark };

/// How many values there are: a stored number beyond them counts as none.
constexpr int countOf(ColorScheme)
{
    return 3;
}

// Every setting there is. Per user and machine; what belongs to a project is in its files.
namespace Keys {
inline constexpr Setting<ColorScheme> colorScheme {"appearance/colorScheme", ColorScheme::System};
inline constexpr Setting<int> zoom {"appearance/zoom", 0}; ///< Points over the system's font.
inline constexpr Setting<bool> wrapLines {"editor/wrapLines", true};
inline constexpr Setting<bool> renderedMarkdown {"responses/renderedMarkdown", false};
inline constexpr Setting<bool> automaticRetries {"run/automaticRetries", true};
inline constexpr Setting<bool> simulateAll {"run/simulateAll", false};
inline const Setting<QStringList> allowedCommands {"tools/allowedCommands", {}}; ///< consent.h
inline constexpr Setting<bool> hintsClosed {"start/hintsClosed", false};
inline const Setting<QString> network {"network/connections", {}}; ///< JSON: networksettings.h.
inline const Setting<QString> lastProject {"start/lastProject", {}};
inline const Setting<QStringList> recentProjects {"start/recentProjects", {}};
inline const Setting<QByteArray> windowGeometry {"window/geometry", {}};
inline const Setting<QByteArray> windowState {"window/state", {}}; ///< Docks and toolbars.
inline const Setting<QString> windowLayout {"window/layout", {}};
inline const Setting<QByteArray> splitterState {"window/splitter", {}};
} // namespace Keys

/// What the person has chosen, kept in the system's place for settings. No secrets.
///
/// A stored value of the wrong type counts as none. Lives on one thread.
class Settings {
public:
    /// The application's own settings; for tests a \p file.
    explicit Settings(const QString &file = {});
    ~Settings();
    Settings(const Settings &) = delete;
    Settings &operator=(const Settings &) = delete;

    template<typename T>
    [[nodiscard]] T get(const Setting<T> &setting) const;
    template<typename T>
    void set(const Setting<T> &setting, const T &value);
    /// Back to the setting's default.
    template<typename T>
    void reset(const Setting<T> &setting)
    {
        remove(setting.key);
    }

    /// Puts \p folder in front of the recent projects; the oldest of more than ten are forgotten.
    void addRecentProject(const QString &folder);
    /// Recent projects that are still there, latest first.
    [[nodiscard]] QStringList recentProjects() const;

    /// Writes to the disk now.
    void sync();

private:
    [[nodiscard]] QVariant value(const char *key) const;
    void setValue(const char *key, const QVariant &value);
    void remove(const char *key);

    std::unique_ptr<QSettings> m_settings;
};

template<typename T>
T Settings::get(const Setting<T> &setting) const
{
    const QVariant stored = value(setting.key);
    if (!stored.isValid())
        return setting.fallback;
    if constexpr (std::is_enum_v<T>) {
        bool isNumber = false;
        const int number = stored.toInt(&isNumber);
        return isNumber && number >= 0 && number < countOf(T {}) ? T(number) : setting.fallback;
    } else {
        QVariant converted = stored;
        return converted.convert(QMetaType::fromType<T>()) ? converted.value<T>()
                                                           : setting.fallback;
    }
}

template<typename T>
void Settings::set(const Setting<T> &setting, const T &value)
{
    if constexpr (std::is_enum_v<T>)
        setValue(setting.key, int(value));
    else
        setValue(setting.key, QVariant::fromValue(value));
}

} // namespace Antiphon
