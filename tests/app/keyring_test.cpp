// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/common/keychainsecretstore.h>

#include <QDirIterator>
#include <QFile>
#include <QTest>
#include <QThread>

using namespace Antiphon;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Against the keychain service that with-keyring.sh starts.
class KeyringTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void whatIsWrittenIsReadBack_data();
    void whatIsWrittenIsReadBack();
    void missingIsMissing();
    void writingReplaces();
    void worksFromManyThreads();
    void nothingLiesInTheClear();

private:
    KeychainSecretStore m_store {20s};
};

void KeyringTest::initTestCase()
{
    QVERIFY(KeychainSecretStore::isAvailable());
    const auto written = m_store.write(u"probe"_s, "probe");
    QVERIFY2(written, qPrintable(written ? QString() : written.error().message));
}

void KeyringTest::whatIsWrittenIsReadBack_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::newRow("like a key") << QByteArray("sk") + "-test-0123456789";
    QTest::newRow("blanks and quotes") << QByteArray(" a 'b' \"c\" $d ");
    QTest::newRow("many scripts") << QByteArray("schlüssel-مفتاح-🔑");
    QTest::newRow("several lines") << QByteArray("-----BEGIN\nabc\n-----END\n");
    QTest::newRow("long") << QByteArray(8000, 'x');
}

void KeyringTest::whatIsWrittenIsReadBack()
{
    QFETCH(QByteArray, secret);
    QVERIFY(m_store.write(u"entry"_s, secret));
    const auto read = m_store.read(u"entry"_s);
    QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
    QCOMPARE(*read, secret);
    QVERIFY(m_store.remove(u"entry"_s));
    QCOMPARE(m_store.read(u"entry"_s).error().code, u"missing"_s);
}

void KeyringTest::missingIsMissing()
{
    const auto read = m_store.read(u"nobody-wrote-this"_s);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::Setup);
    QCOMPARE(read.error().code, u"missing"_s);
    QVERIFY(read.error().message.contains(u"nobody-wrote-this"_s));
    QVERIFY(m_store.remove(u"nobody-wrote-this"_s)); // gone is gone
}

void KeyringTest::writingReplaces()
{
    QVERIFY(m_store.write(u"twice"_s, "first"));
    QVERIFY(m_store.write(u"twice"_s, "second"));
    QCOMPARE(m_store.read(u"twice"_s).value(), "second");
    QCOMPARE(KeychainSecretStore().read(u"twice"_s).value(), "second");
}

void KeyringTest::worksFromManyThreads()
{
    QVERIFY(m_store.write(u"shared"_s, "value"));
    std::atomic<int> good = 0;
    std::vector<std::unique_ptr<QThread>> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back(QThread::create([&] {
            for (int n = 0; n < 5; ++n)
                good += m_store.read(u"shared"_s).value_or("") == "value" ? 1 : 0;
        }));
        threads.back()->start();
    }
    for (const auto &thread : threads)
        QVERIFY(thread->wait(30s));
    QCOMPARE(good.load(), 20);
}

void KeyringTest::nothingLiesInTheClear()
{
    const QByteArray secret = "planted-secret-8131";
    QVERIFY(m_store.write(u"planted"_s, secret));
    QDirIterator files(qEnvironmentVariable("HOME"), QDir::Files | QDir::Hidden,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains(secret), qPrintable(file.fileName()));
    }
}

QTEST_GUILESS_MAIN(KeyringTest)
#include "keyring_test.moc"
