// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/store/spendledger.h>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Antiphon;
using namespace Qt::StringLiterals;

class SpendLedgerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void adds();
    void severalProgramsAddUp();
    void aBrokenFileIsPutAside();
    void isThePersonsOwn();
};

static const QDate monday {2026, 11, 23};

void SpendLedgerTest::adds()
{
    const QTemporaryDir folder;
    SpendLedger ledger(folder.filePath(u"state/spend.json"_s));
    QCOMPARE(ledger.spentFor(u"a"_s), Money {});
    QVERIFY(ledger.add(u"a"_s, monday, {5}));
    QVERIFY(ledger.add(u"a"_s, monday, {7}));
    QVERIFY(ledger.add(u"a"_s, monday.addDays(1), {100}));
    QVERIFY(ledger.add(u"b"_s, monday, {1}));
    QVERIFY(ledger.add(u"c"_s, monday, {}));
    QCOMPARE(ledger.spentOn(u"a"_s, monday), Money {12});
    QCOMPARE(ledger.spentFor(u"a"_s), Money {112});
    QCOMPARE(ledger.spentOn(u"b"_s, monday), Money {1});
    QCOMPARE(ledger.spentOn(u"b"_s, monday.addDays(1)), Money {});
    QFile file(ledger.file());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.contains("\"2026-11-23\": \"0.000000000012\""));
    QVERIFY(!text.contains("\"c\""));
}

void SpendLedgerTest::severalProgramsAddUp()
{
    const QTemporaryDir folder;
    SpendLedger one(folder.filePath(u"spend.json"_s));
    SpendLedger two(folder.filePath(u"spend.json"_s));
    for (int i = 0; i < 20; ++i) {
        QVERIFY(one.add(u"a"_s, monday, {1}));
        QVERIFY(two.add(u"a"_s, monday, {10}));
    }
    QCOMPARE(one.spentFor(u"a"_s), Money {220});
}

void SpendLedgerTest::aBrokenFileIsPutAside()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"spend.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"antiphon\": \"spe");
    file.close();
    SpendLedger ledger(path);
    QCOMPARE(ledger.spentFor(u"a"_s), Money {});
    QVERIFY(ledger.add(u"a"_s, monday, {5}));
    QCOMPARE(ledger.spentFor(u"a"_s), Money {5});
    QVERIFY(QFile::exists(path + u".broken"_s));
}

void SpendLedgerTest::isThePersonsOwn()
{
    QVERIFY(SpendLedger().file().endsWith("/spend.json"_L1));
}

QTEST_GUILESS_MAIN(SpendLedgerTest)
#include "tst_spendledger.moc"
