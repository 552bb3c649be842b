// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/net/purse.h>

#include <QTest>

using namespace Antiphon;
using namespace Qt::StringLiterals;
using Answer = Purse::Share::Answer;

static Money usd(const char *text)
{
    return moneyFromDecimal(QString::fromLatin1(text)).value_or(Money {-1});
}

class PurseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void readsAndWrites();
    void refusesReadably();
    void whatIsSetAsideIsWaitedFor();
    void dayAndProjectCountRealMoneyOnly();
    void warns();
    void unknownPricesPass();
    void destructionGivesBack();
    void answersTeachTheirLength();
    void boundsAreNotTooLow();
    void amounts_data();
    void amounts();
};

void PurseTest::readsAndWrites()
{
    const auto json = parseJson(R"({"run": {"warn": 0.5, "stop": 1}, "project": {"stop": 20}})");
    const auto budget = budgetFromJson(*json);
    QVERIFY(budget);
    QCOMPARE(budget->run.warn, usd("0.5"));
    QCOMPARE(budget->run.stop, usd("1"));
    QVERIFY(!budget->day.stop);
    QCOMPARE(budgetFromJson(toJson(*budget)), *budget);
    const auto wrong = budgetFromJson(*parseJson(R"({"day": {"stop": -1}})"));
    QVERIFY(!wrong);
    QVERIFY2(wrong.error().message.startsWith("budget.day.stop"_L1),
             qPrintable(wrong.error().message));
}

void PurseTest::refusesReadably()
{
    Purse purse({.run = {.stop = usd("0.05")}}, {.run = usd("0.045")});
    const auto share = purse.share();
    QCOMPARE(share->ask(usd("0.01"), false, {}), Answer::Refused);
    QCOMPARE(share->error().kind, ErrorKind::Budget);
    QCOMPARE(share->error().code, u"run"_s);
    QCOMPARE(share->error().message,
             u"The budget of this run is $0.050: $0.045 is spent, and this attempt may cost up to "
             "$0.010. Raise it with --budget, or \"budget.run.stop\" in the project's "
             "antiphon.json."_s);
    QCOMPARE(purse.share()->ask(usd("0.005"), false, {}), Answer::Granted);
}

void PurseTest::whatIsSetAsideIsWaitedFor()
{
    Purse purse({.run = {.stop = usd("1")}});
    auto a = purse.share();
    const auto b = purse.share();
    int freed = 0;
    QCOMPARE(a->ask(usd("0.6"), false, {}), Answer::Granted);
    QCOMPARE(b->ask(usd("0.6"), false, [&freed] { ++freed; }), Answer::Later);
    a->pay(usd("0.1"), true, u"t"_s, 10);
    QCOMPARE(freed, 1);
    QCOMPARE(b->ask(usd("0.6"), false, {}), Answer::Granted);
    b->pay(usd("0.5"), true, u"t"_s, 10);
    QCOMPARE(purse.spent().run, usd("0.6"));
    QCOMPARE(freed, 1);
    QCOMPARE(purse.share()->ask(usd("0.41"), false, {}), Answer::Refused);
}

void PurseTest::dayAndProjectCountRealMoneyOnly()
{
    Purse purse({.day = {.stop = usd("1")}, .project = {.stop = usd("2")}},
                {.day = usd("0.9"), .project = usd("1.95")});
    QCOMPARE(purse.share()->ask(usd("5"), true, {}), Answer::Granted);
    const auto share = purse.share();
    QCOMPARE(share->ask(usd("0.2"), false, {}), Answer::Refused);
    QCOMPARE(share->error().code, u"day"_s);
    QCOMPARE(share->ask(usd("0.06"), false, {}), Answer::Refused);
    QCOMPARE(share->error().code, u"project"_s);
    auto pays = purse.share();
    QCOMPARE(pays->ask(usd("3"), true, {}), Answer::Granted);
    pays->pay(usd("3"), true, u"t"_s, 1);
    QCOMPARE(purse.spent(), (Purse::Spent {usd("3"), usd("0.9"), usd("1.95")}));
}

void PurseTest::warns()
{
    Purse purse({.run = {.warn = usd("0.5"), .stop = usd("1")}});
    auto share = purse.share();
    QCOMPARE(share->ask(usd("0.6"), false, {}), Answer::Granted);
    QVERIFY(share->warnings().isEmpty());
    share->pay(usd("0.6"), true, u"t"_s, 10);
    QCOMPARE(share->warnings(),
             QStringList {u"The budget of this run: $0.60 is spent, more than the $0.50 to warn "
                          "at."_s});
}

void PurseTest::unknownPricesPass()
{
    Purse purse({.run = {.stop = Money {}}});
    QCOMPARE(purse.share()->ask({}, false, {}), Answer::Granted);
    QCOMPARE(purse.share()->ask(usd("0.000001"), false, {}), Answer::Refused);
}

void PurseTest::destructionGivesBack()
{
    Purse purse({.run = {.stop = usd("1")}});
    auto a = purse.share();
    auto b = purse.share();
    auto c = purse.share();
    int freed = 0;
    QCOMPARE(a->ask(usd("0.6"), false, {}), Answer::Granted);
    QCOMPARE(b->ask(usd("0.6"), false, [&freed] { ++freed; }), Answer::Later);
    QCOMPARE(c->ask(usd("0.6"), false, [&freed] { ++freed; }), Answer::Later);
    c.reset(); // does not wait any more
    a.reset();
    QCOMPARE(freed, 1);
    QCOMPARE(purse.spent(), Purse::Spent {});
}

void PurseTest::answersTeachTheirLength()
{
    Purse purse({});
    QCOMPARE(purse.expectedOutput(u"t"_s, {}), 4096);
    QCOMPARE(purse.expectedOutput(u"t"_s, 1000), 1000);
    purse.share()->pay(usd("0.1"), true, u"t"_s, 9000);
    QCOMPARE(purse.expectedOutput(u"t"_s, {}), 9000);
    QCOMPARE(purse.expectedOutput(u"other"_s, {}), 4096);
}

void PurseTest::boundsAreNotTooLow()
{
    CallRequest request {.messages = {textMessage(Role::User, QString(4000, u'x'))}};
    const PriceSnapshot price {.price = {.input = 1.0, .output = 4.0}};
    QCOMPARE(inputBound(request), 1270);
    QCOMPARE(costBound(request, 100, price), usd("0.00167"));
    request.messages[0].parts.append(Image {});
    QVERIFY(inputBound(request) > 4000);
    QVERIFY(!costBound(request, 100, std::nullopt));
    QVERIFY(!costBound(request, 100, PriceSnapshot {}));
}

void PurseTest::amounts_data()
{
    QTest::addColumn<QString>("usd");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << u"0"_s << u"$0.00"_s;
    QTest::newRow("a dollar") << u"1"_s << u"$1.00"_s;
    QTest::newRow("cents") << u"0.25"_s << u"$0.25"_s;
    QTest::newRow("a cent") << u"0.012"_s << u"$0.012"_s;
    QTest::newRow("next to nothing") << u"0.000026"_s << u"$0.000026"_s;
}

void PurseTest::amounts()
{
    QFETCH(QString, usd);
    QTEST(usdText(moneyFromDecimal(usd).value_or(Money {})), "text");
}

QTEST_GUILESS_MAIN(PurseTest)
#include "tst_purse.moc"
