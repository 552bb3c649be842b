// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/retry/decide.h>

#include <QTest>

using namespace Antiphon;
using namespace Qt::StringLiterals;

/// Low and high end of the waits after attempts 1 to 6.
using Ranges = QList<std::pair<double, double>>;
Q_DECLARE_METATYPE(Antiphon::Wait)

namespace {

Ranges exact(const QList<double> &seconds)
{
    Ranges out;
    for (const double wait : seconds)
        out.append({wait, wait});
    return out;
}

const Outcome serverError {.error = Error {.kind = ErrorKind::Server}};

}

class WaitTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void formulas_data();
    void formulas();
    void eachRandomPartDrawsItsOwn();
    void waitsByError();
    void neverOverflows();
};

void WaitTest::formulas_data()
{
    QTest::addColumn<Wait>("wait");
    QTest::addColumn<Ranges>("expected");

    const auto row = [](const char *name, const Wait &wait, const Ranges &expected) {
        QTest::newRow(name) << wait << expected;
    };
    row("none", {NoWait {}}, exact({0, 0, 0, 0, 0, 0}));
    row("fixed", {FixedWait {2.5}}, exact({2.5, 2.5, 2.5, 2.5, 2.5, 2.5}));
    row("random between 1 and 3", {RandomWait {1, 3}},
        {{1, 3}, {1, 3}, {1, 3}, {1, 3}, {1, 3}, {1, 3}});
    row("exponential as it comes", {ExponentialWait {}}, exact({1, 2, 4, 8, 16, 32}));
    row("exponential with floor and cap", {ExponentialWait {.min = 4, .max = 10}},
        exact({4, 4, 4, 8, 10, 10}));
    row("exponential of base 3", {ExponentialWait {.multiplier = 2, .base = 3, .max = 100}},
        exact({2, 6, 18, 54, 100, 100}));
    row("a floor above the cap wins", {ExponentialWait {.min = 20, .max = 5}},
        exact({20, 20, 20, 20, 20, 20}));
    row("incrementing up to its cap", {IncrementingWait {1, 2, 6}}, exact({1, 3, 5, 6, 6, 6}));
    row("incrementing without a cap", {IncrementingWait {.start = 500}},
        exact({500, 600, 700, 800, 900, 1000}));
    row("decrementing stops at nothing", {IncrementingWait {3, -2, noCap}},
        exact({3, 1, 0, 0, 0, 0}));
    row("a chain stays at its last link",
        {ChainWait {{{FixedWait {1}}, {FixedWait {1}}, {FixedWait {1}}, {FixedWait {5}}}}},
        exact({1, 1, 1, 5, 5, 5}));
    row("a link keeps the number of the attempt",
        {ChainWait {{{FixedWait {1}}, {ExponentialWait {}}}}}, exact({1, 2, 4, 8, 16, 32}));
    row("the sum of two", {CombinedWait {{{FixedWait {3}}, {FixedWait {2}}}}},
        exact({5, 5, 5, 5, 5, 5}));
    row("full jitter", {ExponentialWait {.multiplier = 0.5, .max = 60, .fullJitter = true}},
        {{0, 0.5}, {0, 1}, {0, 2}, {0, 4}, {0, 8}, {0, 16}});
    row("jitter inside the cap", {ExponentialJitterWait {.max = 60}},
        {{1, 2}, {2, 3}, {4, 5}, {8, 9}, {16, 17}, {32, 33}});
    row("jitter reaching the cap", {ExponentialJitterWait {.max = 4.5}},
        {{1, 2}, {2, 3}, {4, 4.5}, {4.5, 4.5}, {4.5, 4.5}, {4.5, 4.5}});
    row("the default doubles from half a second", {BackoffWait {}}, exact({0.5, 1, 2, 4, 8, 16}));
    row("backoff jitters both ways", {BackoffWait {.initial = 1, .max = 4, .jitter = 0.25}},
        {{0.75, 1.25}, {1.5, 2.5}, {3, 5}, {3, 5}, {3, 5}, {3, 5}});
}

void WaitTest::formulas()
{
    QFETCH(Wait, wait);
    QFETCH(Ranges, expected);

    for (quint64 seed = 0; seed < 50; ++seed) {
        Draws draws(seed);
        for (int attempt = 1; attempt <= expected.size(); ++attempt) {
            const auto [low, high] = expected[attempt - 1];
            const auto drawn = drawWait(wait, attempt, serverError, draws);
            QCOMPARE(drawn.min, low);
            QCOMPARE(drawn.max, high);
            QVERIFY(drawn.seconds >= low && drawn.seconds <= high);
        }
    }
}

void WaitTest::eachRandomPartDrawsItsOwn()
{
    const Wait wait {CombinedWait {{{RandomWait {0, 1}},
                                    {FixedWait {10}},
                                    {BackoffWait {.initial = 1, .jitter = 0}},
                                    {ExponentialWait {.max = 1, .fullJitter = true}}}}};
    Draws draws(7);
    Draws expected(7);
    const double first = expected.next();
    const double second = expected.next();
    QCOMPARE(drawWait(wait, 1, serverError, draws).seconds, first + 10 + 1 + second);
    QCOMPARE(draws, expected);
}

void WaitTest::waitsByError()
{
    const Wait wait {
        WaitByError {{{u"rate-limit"_s, {FixedWait {10}}}, {u"default"_s, {FixedWait {3}}}}}};
    Draws draws;
    const Outcome limited {.error = Error {.kind = ErrorKind::RateLimit}};
    QCOMPARE(drawWait(wait, 1, limited, draws).seconds, 10.0);
    QCOMPARE(drawWait(wait, 1, serverError, draws).seconds, 3.0);
    QCOMPARE(drawWait(wait, 1, Outcome {}, draws).seconds, 3.0);
    QCOMPARE(drawWait({WaitByError {}}, 1, serverError, draws).seconds, 0.0);
}

void WaitTest::neverOverflows()
{
    Draws draws;
    QCOMPARE(drawWait({ExponentialWait {.max = 60}}, 100'000, serverError, draws).seconds, 60.0);
    const double endless = drawWait({ExponentialWait {}}, 100'000, serverError, draws).seconds;
    QVERIFY(endless > 1e9 && endless * 1000 < double(std::numeric_limits<qint64>::max()));
    QCOMPARE(drawWait({ExponentialWait {.multiplier = 0}}, 100'000, serverError, draws).seconds,
             0.0);
}

QTEST_GUILESS_MAIN(WaitTest)
#include "tst_wait.moc"
