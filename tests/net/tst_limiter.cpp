// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include "support/fakes.h"

#include <antiphon/net/limiter.h>

#include <QTest>

using namespace Antiphon;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Asks for slots and notes who got one.
struct Queue {
    explicit Queue(Limiter::Limits limits)
        : limiter(clock, limits)
    {
    }

    std::unique_ptr<Limiter::Ticket> ask(const QString &name, const QString &target = u"t"_s,
                                         const QString &provider = u"p"_s, qint64 tokens = 0)
    {
        return limiter.acquire(
            provider, target, [this, name] { granted.append(name); },
            [this, name](Limiter::Hold hold) { held[name] = hold; }, tokens);
    }

    /// Asks for \p count slots at once.
    std::vector<std::unique_ptr<Limiter::Ticket>> askFor(int count)
    {
        std::vector<std::unique_ptr<Limiter::Ticket>> tickets;
        for (int i = 0; i < count; ++i)
            tickets.push_back(ask(QString::number(i)));
        clock.advance(0ms);
        return tickets;
    }

    ManualClock clock;
    Limiter limiter;
    QStringList granted = {};
    QMap<QString, Limiter::Hold> held = {};
};

class LimiterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void neverGrantsFromInsideAcquire();
    void slotsAreGivenInOrder();
    void providerLimitDoesNotHoldUpOthers();
    void targetConcurrencyIsKept();
    void requestsPerMinuteSlide();
    void tokensPerMinuteWaitForTheWindow();
    void pauseHoldsOnlyItsTarget();
    void waitersAreToldWhy();
    void deletingAWaiterGivesUpItsPlace();
    void deletingFromInsideGrantedIsFine();
    void raisedLimitsTakeEffectAtOnce();
    void coolingEnds();
    void zeroMeansNoLimit();
    void tokensAreSetAside();
    void aRequestLargerThanTheLimitGoesAlone();
    void listensToTheService();
    void aServiceThatIsWrongIsAskedAgain();
    void aRefusalHalvesAndAnswersRestore();
    void refusedTogetherIsOneLesson();
    void waitsSayWhy();
};

void LimiterTest::neverGrantsFromInsideAcquire()
{
    Queue queue({1, 1});
    const auto ticket = queue.ask(u"a"_s);
    QVERIFY(queue.granted.isEmpty());
    queue.clock.advance(0ms);
    QCOMPARE(queue.granted, QStringList {u"a"_s});
    QCOMPARE(queue.limiter.running(), 1);
}

void LimiterTest::slotsAreGivenInOrder()
{
    Queue queue({1, 4});
    auto a = queue.ask(u"a"_s);
    auto b = queue.ask(u"b"_s);
    auto c = queue.ask(u"c"_s);
    queue.clock.advance(1s);
    QCOMPARE(queue.granted, QStringList {u"a"_s});
    a.reset();
    queue.clock.advance(0ms);
    QCOMPARE(queue.granted, (QStringList {u"a"_s, u"b"_s}));
    b.reset();
    queue.clock.advance(0ms);
    QCOMPARE(queue.granted, (QStringList {u"a"_s, u"b"_s, u"c"_s}));
    c.reset();
    QCOMPARE(queue.limiter.running(), 0);
}

void LimiterTest::providerLimitDoesNotHoldUpOthers()
{
    Queue queue({8, 1});
    const auto a = queue.ask(u"a"_s, u"t1"_s, u"p1"_s);
    const auto b = queue.ask(u"b"_s, u"t1"_s, u"p1"_s);
    const auto c = queue.ask(u"c"_s, u"t2"_s, u"p2"_s);
    queue.clock.advance(0ms);
    QCOMPARE(queue.granted, (QStringList {u"a"_s, u"c"_s}));
    QCOMPARE(queue.limiter.holds(*b), Limiter::Hold::Slot);
}

void LimiterTest::targetConcurrencyIsKept()
{
    Queue queue({8, 8});
    queue.limiter.setTargetLimits(u"t"_s, {.concurrency = 2});
    auto a = queue.ask(u"a"_s);
    const auto b = queue.ask(u"b"_s);
    const auto c = queue.ask(u"c"_s);
    queue.clock.advance(0ms);
    QCOMPARE(queue.granted.size(), 2);
    a.reset();
    queue.clock.advance(0ms);
    QCOMPARE(queue.granted.size(), 3);
}

void LimiterTest::requestsPerMinuteSlide()
{
    Queue queue({8, 8});
    queue.limiter.setTargetLimits(u"t"_s, {.requestsPerMinute = 2});
    auto a = queue.ask(u"a"_s);
    queue.clock.advance(20s);
    auto b = queue.ask(u"b"_s);
    auto c = queue.ask(u"c"_s);
    queue.clock.advance(1s);
    QCOMPARE(queue.granted.size(), 2);
    QCOMPARE(queue.limiter.holds(*c), Limiter::Hold::Rate);
    queue.clock.advance(38s);
    QCOMPARE(queue.granted.size(), 2);
    queue.clock.advance(1s); // a minute after the first start
    QCOMPARE(queue.granted.size(), 3);
}

void LimiterTest::tokensPerMinuteWaitForTheWindow()
{
    Queue queue({8, 8});
    queue.limiter.setTargetLimits(u"t"_s, {.tokensPerMinute = 1000});
    queue.limiter.spent(u"t"_s, 600);
    queue.clock.advance(10s);
    queue.limiter.spent(u"t"_s, 600);
    const auto a = queue.ask(u"a"_s);
    queue.clock.advance(49s);
    QVERIFY(queue.granted.isEmpty());
    queue.clock.advance(1s); // the first 600 are a minute old
    QCOMPARE(queue.granted.size(), 1);
}

void LimiterTest::pauseHoldsOnlyItsTarget()
{
    Queue queue({8, 8});
    queue.limiter.pause(u"t"_s, 5s);
    queue.limiter.pause(u"t"_s, 2s); // never shortens
    const auto a = queue.ask(u"a"_s);
    const auto b = queue.ask(u"b"_s, u"other"_s);
    queue.clock.advance(4999ms);
    QCOMPARE(queue.granted, QStringList {u"b"_s});
    queue.clock.advance(1ms);
    QCOMPARE(queue.granted, (QStringList {u"b"_s, u"a"_s}));
}

void LimiterTest::waitersAreToldWhy()
{
    Queue queue({1, 8});
    auto a = queue.ask(u"a"_s);
    const auto b = queue.ask(u"b"_s);
    queue.clock.advance(0ms);
    QCOMPARE(queue.held.value(u"b"_s), Limiter::Hold::Slot);
    queue.limiter.pause(u"t"_s, 5s);
    a.reset();
    queue.clock.advance(0ms);
    QCOMPARE(queue.held.value(u"b"_s), Limiter::Hold::Rate);
    QVERIFY(!queue.held.contains(u"a"_s));
}

void LimiterTest::deletingAWaiterGivesUpItsPlace()
{
    Queue queue({1, 1});
    auto a = queue.ask(u"a"_s);
    auto b = queue.ask(u"b"_s);
    auto c = queue.ask(u"c"_s);
    queue.clock.advance(0ms);
    b.reset();
    a.reset();
    queue.clock.advance(0ms);
    QCOMPARE(queue.granted, (QStringList {u"a"_s, u"c"_s}));
}

void LimiterTest::deletingFromInsideGrantedIsFine()
{
    ManualClock clock;
    Limiter limiter(clock, {1, 1});
    std::unique_ptr<Limiter::Ticket> ticket;
    int calls = 0;
    ticket = limiter.acquire(u"p"_s, u"t"_s, [&] {
        ticket.reset();
        ++calls;
    });
    clock.advance(0ms);
    QCOMPARE(calls, 1);
    QCOMPARE(limiter.running(), 0);
}

void LimiterTest::raisedLimitsTakeEffectAtOnce()
{
    Queue queue({1, 8});
    const auto a = queue.ask(u"a"_s);
    const auto b = queue.ask(u"b"_s);
    queue.clock.advance(0ms);
    QCOMPARE(queue.granted.size(), 1);
    queue.limiter.setLimits({2, 8});
    queue.clock.advance(0ms);
    QCOMPARE(queue.granted.size(), 2);
}

void LimiterTest::coolingEnds()
{
    Queue queue({1, 1});
    QVERIFY(!queue.limiter.isCooling(u"t"_s));
    queue.limiter.coolDown(u"t"_s, 5s);
    QVERIFY(queue.limiter.isCooling(u"t"_s));
    QVERIFY(!queue.limiter.isCooling(u"other"_s));
    queue.clock.advance(5s);
    QVERIFY(!queue.limiter.isCooling(u"t"_s));
}

void LimiterTest::zeroMeansNoLimit()
{
    Queue queue({0, 0});
    std::vector<std::unique_ptr<Limiter::Ticket>> tickets;
    for (int i = 0; i < 100; ++i)
        tickets.push_back(queue.ask(QString::number(i)));
    queue.clock.advance(0ms);
    QCOMPARE(queue.granted.size(), 100);
}

void LimiterTest::tokensAreSetAside()
{
    Queue queue({8, 8});
    queue.limiter.setTargetLimits(u"t"_s, {.tokensPerMinute = 1000});
    auto a = queue.ask(u"a"_s, u"t"_s, u"p"_s, 600);
    auto b = queue.ask(u"b"_s, u"t"_s, u"p"_s, 600);
    queue.clock.advance(0ms);
    QCOMPARE(queue.granted, QStringList {u"a"_s}); // nothing is spent yet, but it will be
    a->report({.answered = true, .tokens = 100});
    a.reset();
    queue.clock.advance(0ms);
    QCOMPARE(queue.granted, (QStringList {u"a"_s, u"b"_s}));
}

void LimiterTest::aRequestLargerThanTheLimitGoesAlone()
{
    Queue queue({8, 8});
    queue.limiter.setTargetLimits(u"t"_s, {.tokensPerMinute = 1000});
    queue.limiter.spent(u"t"_s, 10);
    const auto a = queue.ask(u"a"_s, u"t"_s, u"p"_s, 5000);
    queue.clock.advance(59s);
    QVERIFY(queue.granted.isEmpty());
    queue.clock.advance(1s);
    QCOMPARE(queue.granted.size(), 1);
}

void LimiterTest::listensToTheService()
{
    Queue queue({8, 8});
    auto first = queue.ask(u"first"_s);
    queue.clock.advance(0ms);
    first->report({.answered = true,
                   .windows = {{.name = u"requests"_s, .limit = 60, .remaining = 1, .fullIn = 59s},
                               {.of = RateWindow::Of::Tokens,
                                .name = u"tokens"_s,
                                .limit = 6000,
                                .remaining = 6000,
                                .fullIn = 10s}}});
    first.reset();
    const auto a = queue.ask(u"a"_s);
    const auto b = queue.ask(u"b"_s);
    queue.clock.advance(0ms);
    QCOMPARE(queue.granted, (QStringList {u"first"_s, u"a"_s}));
    QCOMPARE(queue.held.value(u"b"_s), Limiter::Hold::Rate);
    QVERIFY(queue.limiter.why(*b).contains("1 of 60 requests left"_L1));
    queue.clock.advance(999ms); // one a second comes back
    QCOMPARE(queue.granted.size(), 2);
    queue.clock.advance(1ms);
    QCOMPARE(queue.granted.size(), 3);
}

void LimiterTest::aServiceThatIsWrongIsAskedAgain()
{
    Queue queue({8, 8});
    auto first = queue.ask(u"first"_s);
    queue.clock.advance(0ms);
    first->report({.windows = {{.name = u"requests"_s, .remaining = 0, .fullIn = 24h}}});
    first.reset();
    const auto a = queue.ask(u"a"_s);
    queue.clock.advance(119s);
    QCOMPARE(queue.granted.size(), 1);
    queue.clock.advance(1s);
    QCOMPARE(queue.granted.size(), 2);
}

void LimiterTest::aRefusalHalvesAndAnswersRestore()
{
    Queue queue({8, 8});
    auto tickets = queue.askFor(8);
    tickets[0]->report({.refused = true});
    QCOMPARE(queue.limiter.learnedConcurrency(u"t"_s), 4);
    QCOMPARE(queue.limiter.learnedConcurrency(u"other"_s), 0);
    tickets.clear();
    auto more = queue.askFor(8);
    QCOMPARE(queue.limiter.running(), 4);
    QVERIFY(queue.limiter.why(*more.back()).contains("4 calls are under way on this target"_L1));

    // A round of four answers allows a fifth, and so on, until nothing is left to learn.
    for (int i = 0; i < 4; ++i)
        more[size_t(i)]->report({.answered = true});
    QCOMPARE(queue.limiter.learnedConcurrency(u"t"_s), 5);
    int answers = 4;
    while (queue.limiter.learnedConcurrency(u"t"_s) > 0 && ++answers < 100)
        more[0]->report({.answered = true});
    QCOMPARE(answers, 4 + 5 + 6 + 7);
    more.clear();
}

void LimiterTest::refusedTogetherIsOneLesson()
{
    Queue queue({8, 8});
    auto tickets = queue.askFor(8);
    queue.clock.advance(1s);
    for (const auto &ticket : tickets)
        ticket->report({.refused = true});
    QCOMPARE(queue.limiter.learnedConcurrency(u"t"_s), 4);
    tickets.clear();
    queue.clock.advance(1s);
    tickets = queue.askFor(4);
    tickets[0]->report({.refused = true});
    QCOMPARE(queue.limiter.learnedConcurrency(u"t"_s), 2);
}

void LimiterTest::waitsSayWhy()
{
    Queue queue({1, 8});
    auto a = queue.ask(u"a"_s);
    const auto b = queue.ask(u"b"_s);
    queue.clock.advance(0ms);
    QCOMPARE(queue.limiter.why(*a), QString());
    QVERIFY(queue.limiter.why(*b).contains("the most at once"_L1));
    queue.limiter.pause(u"t"_s, 5s);
    a.reset();
    queue.clock.advance(0ms);
    QVERIFY(queue.limiter.why(*b).contains("refused a request for haste"_L1));
    queue.clock.advance(5s);
    QVERIFY(queue.granted.contains(u"b"_s));
    QVERIFY(!queue.limiter.why(*b).isEmpty()); // still known when it goes
}

QTEST_GUILESS_MAIN(LimiterTest)
#include "tst_limiter.moc"
