// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/store/settings.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Antiphon;
using namespace Qt::StringLiterals;

class SettingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void defaultsUntilChanged();
    void valuesSurviveARestart();
    void nonsenseCountsAsNone();
    void recentProjectsAreLatestFirst();

private:
    QTemporaryDir m_dir;
    QString file(const char *name) const { return m_dir.filePath(QLatin1StringView(name)); }
};

void SettingsTest::defaultsUntilChanged()
{
    Settings settings(file("defaults.ini"));
    QCOMPARE(settings.get(Keys::wrapLines), true);
    QCOMPARE(settings.get(Keys::automaticRetries), true);
    QCOMPARE(settings.get(Keys::simulateAll), false);
    QCOMPARE(settings.get(Keys::colorScheme), ColorScheme::System);
    QCOMPARE(settings.get(Keys::zoom), 0);
    settings.set(Keys::wrapLines, false);
    QCOMPARE(settings.get(Keys::wrapLines), false);
    settings.reset(Keys::wrapLines);
    QCOMPARE(settings.get(Keys::wrapLines), true);
}

void SettingsTest::valuesSurviveARestart()
{
    const QByteArray state("\0\x01\xff state", 9);
    {
        Settings settings(file("restart.ini"));
        settings.set(Keys::colorScheme, ColorScheme::Dark);
        settings.set(Keys::windowState, state);
        settings.set(Keys::zoom, 3);
        settings.set(Keys::lastProject, u"/a/b, c; d"_s);
    }
    const Settings settings(file("restart.ini"));
    QCOMPARE(settings.get(Keys::colorScheme), ColorScheme::Dark);
    QCOMPARE(settings.get(Keys::windowState), state);
    QCOMPARE(settings.get(Keys::zoom), 3);
    QCOMPARE(settings.get(Keys::lastProject), u"/a/b, c; d"_s);
}

void SettingsTest::nonsenseCountsAsNone()
{
    QFile nonsense(file("nonsense.ini"));
    QVERIFY(nonsense.open(QIODevice::WriteOnly));
    nonsense.write("[appearance]\ncolorScheme=99\nzoom=\n[editor]\nwrapLines=@Invalid()\n");
    nonsense.close();
    const Settings settings(file("nonsense.ini"));
    QCOMPARE(settings.get(Keys::colorScheme), ColorScheme::System);
    QCOMPARE(settings.get(Keys::zoom), 0);
    QCOMPARE(settings.get(Keys::wrapLines), true);
}

void SettingsTest::recentProjectsAreLatestFirst()
{
    Settings settings(file("recent.ini"));
    QStringList made;
    for (int i = 0; i < 12; ++i) {
        const QString folder = m_dir.filePath(u"project %1"_s.arg(i));
        QVERIFY(QDir().mkpath(folder));
        QFile manifest(folder + u"/antiphon.json"_s);
        QVERIFY(manifest.open(QIODevice::WriteOnly));
        settings.addRecentProject(folder);
        made.prepend(folder);
    }
    QCOMPARE(settings.recentProjects(), made.first(10));
    settings.addRecentProject(made[4] + u'/');
    QCOMPARE(settings.recentProjects().first(), made[4]);
    QCOMPARE(settings.recentProjects().size(), 10);
    QVERIFY(QDir(made[4]).removeRecursively());
    QVERIFY(!settings.recentProjects().contains(made[4]));
}

QTEST_GUILESS_MAIN(SettingsTest)
#include "tst_settings.moc"
