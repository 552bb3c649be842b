// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/store/settings.h>

#include <QDir>
#include <QFileInfo>
#include <QLatin1String>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace Antiphon {

static constexpr qsizetype recentLimit = 10;

Settings::Settings(const QString &file)
    : m_settings(file.isEmpty() ? std::make_unique<QSettings>()
                                : std::make_unique<QSettings>(file, QSettings::IniFormat))
{
}

Settings::~Settings() = default;

QVariant Settings::value(const char *key) const
{
    return m_settings->value(QLatin1StringView(key));
}

void Settings::setValue(const char *key, const QVariant &value)
{
    m_settings->setValue(QLatin1StringView(key), value);
}

void Settings::remove(const char *key)
{
    m_settings->remove(QLatin1StringView(key));
}

void Settings::addRecentProject(const QString &folder)
{
    const QString clean = QDir::cleanPath(QFileInfo(folder).absoluteFilePath());
    QStringList recent = get(Keys::recentProjects);
    recent.removeAll(clean);
    recent.prepend(clean);
    set(Keys::recentProjects, QStringList(recent.first(std::min(recent.size(), recentLimit))));
}

QStringList Settings::recentProjects() const
{
    QStringList recent = get(Keys::recentProjects);
    recent.removeIf([](const QString &folder) {
        return !QFileInfo::exists(QDir(folder).filePath(u"antiphon.json"_s));
    });
    return recent;
}

void Settings::sync()
{
    m_settings->sync();
}

} // namespace Antiphon
