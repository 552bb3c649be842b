// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/common/keychainsecretstore.h>

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace Antiphon;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// On a system without any keychain service. The real one is keyring_test's.
class KeychainTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void withoutServiceItSaysSoAtOnce();
    void nothingIsWrittenInstead();

private:
    QTemporaryDir m_home;
};

void KeychainTest::initTestCase()
{
    for (const char *name : {"HOME", "XDG_RUNTIME_DIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME"})
        qputenv(name, m_home.path().toUtf8());
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "XDG_CURRENT_DESKTOP",
                             "KDE_FULL_SESSION", "DESKTOP_SESSION"})
        qunsetenv(name);
}

void KeychainTest::withoutServiceItSaysSoAtOnce()
{
    KeychainSecretStore store;
    QElapsedTimer timer;
    timer.start();
    const auto read = store.read(u"any"_s);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::Setup);
    QVERIFY2(read.error().code == "unavailable"_L1, qPrintable(read.error().message));
    QVERIFY(read.error().message.contains(u"environment variable"_s));
    const auto written = store.write(u"any"_s, "planted-secret-5592");
    QVERIFY(!written);
    QCOMPARE(written.error().code, u"unavailable"_s);
    QVERIFY(!written.error().message.contains(u"planted-secret-5592"_s));
    const auto removed = store.remove(u"any"_s);
    QVERIFY(!removed);
    QCOMPARE(removed.error().code, u"unavailable"_s);
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
}

void KeychainTest::nothingIsWrittenInstead()
{
    QVERIFY(QDir(m_home.path()).isEmpty(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden));
}

QTEST_GUILESS_MAIN(KeychainTest)
#include "tst_keychain.moc"
