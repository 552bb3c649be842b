// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/cost/money.h>

#include <QTest>

#include <limits>

using namespace Antiphon;
using namespace Qt::StringLiterals;

class MoneyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAndWrites_data();
    void readsAndWrites();
    void refuses_data();
    void refuses();
    void multiplies_data();
    void multiplies();
    void staysInRange();
};

void MoneyTest::readsAndWrites_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("pico");
    QTest::addColumn<QString>("written");

    QTest::newRow("nothing") << u"0"_s << qint64(0) << u"0"_s;
    QTest::newRow("a dollar") << u"1"_s << qint64(1'000'000'000'000) << u"1"_s;
    QTest::newRow("trailing zeros go") << u"1.50"_s << qint64(1'500'000'000'000) << u"1.5"_s;
    QTest::newRow("the smallest") << u"0.000000000001"_s << qint64(1) << u"0.000000000001"_s;
    QTest::newRow("26 millionths") << u"0.000026"_s << qint64(26'000'000) << u"0.000026"_s;
    QTest::newRow("below nothing") << u"-0.25"_s << qint64(-250'000'000'000) << u"-0.25"_s;
    QTest::newRow("the most") << u"9223372.036854775807"_s << std::numeric_limits<qint64>::max()
                              << u"9223372.036854775807"_s;
}

void MoneyTest::readsAndWrites()
{
    QFETCH(QString, text);
    QFETCH(qint64, pico);
    const auto money = moneyFromDecimal(text);
    QVERIFY(money);
    QCOMPARE(money->picoUsd, pico);
    QTEST(toDecimal(*money), "written");
}

void MoneyTest::refuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "-", ".", ".5", "1.", "1e3", "1,5", " 1", "+1", "0.0000000000001",
                             "9223372.1", "--1", "99999999999999999999999", "1.2.3", "one"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void MoneyTest::refuses()
{
    QFETCH(QString, text);
    QVERIFY(!moneyFromDecimal(text));
}

void MoneyTest::multiplies_data()
{
    QTest::addColumn<qint64>("tokens");
    QTest::addColumn<double>("price");
    QTest::addColumn<QString>("expected");

    QTest::newRow("no tokens") << qint64(0) << 15.0 << u"0"_s;
    QTest::newRow("a million at list price") << qint64(1'000'000) << 0.15 << u"0.15"_s;
    QTest::newRow("one token") << qint64(1) << 0.15 << u"0.00000015"_s;
    QTest::newRow("12 in") << qint64(12) << 0.15 << u"0.0000018"_s;
    QTest::newRow("40 out") << qint64(40) << 0.6 << u"0.000024"_s;
    QTest::newRow("a price of many places") << qint64(7) << 0.0375 << u"0.0000002625"_s;
    QTest::newRow("a small price") << qint64(3) << 0.0036 << u"0.0000000108"_s;
    QTest::newRow("one that no double holds") << qint64(1'000'003) << 0.1 << u"0.1000003"_s;
    QTest::newRow("a long session") << qint64(123'456'789) << 37.5 << u"4629.6295875"_s;
}

void MoneyTest::multiplies()
{
    QFETCH(qint64, tokens);
    QFETCH(double, price);
    QTEST(toDecimal(tokenCost(tokens, price)), "expected");
}

void MoneyTest::staysInRange()
{
    const auto most = std::numeric_limits<qint64>::max();
    QCOMPARE(tokenCost(most, 600).picoUsd, most);
    QCOMPARE(tokenCost(most, 1e30).picoUsd, most);
    QCOMPARE(toDecimal({std::numeric_limits<qint64>::min()}), u"-9223372.036854775808"_s);
    QCOMPARE((Money {5} + Money {7} - Money {2}).picoUsd, 10);
}

QTEST_GUILESS_MAIN(MoneyTest)
#include "tst_money.moc"
