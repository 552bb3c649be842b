// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/provider/ratelimits.h>

#include <QTest>

using namespace Antiphon;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Of = RateWindow::Of;
using Windows = QList<RateWindow>;

class RateLimitsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void reads_data();
    void reads();
    void describes();
};

void RateLimitsTest::reads_data()
{
    using Given = QList<std::pair<QByteArray, QByteArray>>;
    QTest::addColumn<Given>("headers");
    QTest::addColumn<Windows>("expected");

    QTest::newRow("nothing") << Given {{"content-type", "text/plain"}} << Windows {};
    QTest::newRow("OpenAI") << Given {{"x-ratelimit-limit-requests", "500"},
                                      {"x-ratelimit-remaining-requests", "37"},
                                      {"x-ratelimit-reset-requests", "6m0s"},
                                      {"X-RateLimit-Limit-Tokens", "30000"},
                                      {"x-ratelimit-remaining-tokens", "29000"},
                                      {"x-ratelimit-reset-tokens", "120ms"}}
                            << Windows {{Of::Requests, u"requests"_s, 500, 37, 6min},
                                        {Of::Tokens, u"tokens"_s, 30000, 29000, 120ms}};
    QTest::newRow("Azure, plain seconds")
        << Given {{"x-ratelimit-remaining-requests", "9"}, {"x-ratelimit-reset-requests", "12"}}
        << Windows {{Of::Requests, u"requests"_s, {}, 9, 12s}};
    QTest::newRow("Azure's -1") << Given {{"x-ratelimit-limit-requests", "-1"},
                                          {"x-ratelimit-remaining-requests", "-1"}}
                                << Windows {};
    QTest::newRow("Anthropic") << Given {{"anthropic-ratelimit-input-tokens-limit", "40000"},
                                         {"anthropic-ratelimit-input-tokens-remaining", "0"},
                                         {"anthropic-ratelimit-input-tokens-reset",
                                          "2026-11-22T12:00:30Z"}}
                               << Windows {{Of::Tokens, u"input-tokens"_s, 40000, 0, 30s}};
    QTest::newRow("Mistral") << Given {{"x-ratelimit-limit-req-minute", "60"},
                                       {"x-ratelimit-remaining-req-minute", "59"},
                                       {"x-ratelimit-tokens-query-cost", "7"}}
                             << Windows {{Of::Requests, u"req-minute"_s, 60, 59, 60s}};
    QTest::newRow("OpenRouter, milliseconds since 1970")
        << Given {{"X-RateLimit-Limit", "20"},
                  {"X-RateLimit-Remaining", "0"},
                  {"X-RateLimit-Reset", "1795348805000"}}
        << Windows {{Of::Requests, u"requests"_s, 20, 0, 5s}};
    QTest::newRow("a reset in the past")
        << Given {{"ratelimit-remaining", "3"}, {"ratelimit-reset", "1000000001"}}
        << Windows {{Of::Requests, u"requests"_s, {}, 3, 0ms}};
    QTest::newRow("garbage") << Given {{"x-ratelimit-remaining-requests", "many"},
                                       {"llm_provider-x-ratelimit-remaining-requests", "1"}}
                             << Windows {};
}

void RateLimitsTest::reads()
{
    using Given = QList<std::pair<QByteArray, QByteArray>>;
    QFETCH(Given, headers);
    HttpHeaders sent;
    for (const auto &[name, value] : headers)
        sent.append({.name = name, .value = value});
    const QDateTime now = QDateTime::fromString(u"2026-11-22T12:00:00Z"_s, Qt::ISODate);
    QTEST(rateWindows(sent, now), "expected");
}

void RateLimitsTest::describes()
{
    QCOMPARE(describe({Of::Requests, u"requests"_s, 500, 37, 12s}),
             u"37 of 500 requests left, all of them again in 12 s"_s);
    QCOMPARE(describe({.of = Of::Tokens, .name = u"input-tokens"_s, .remaining = 0}),
             u"0 input tokens left"_s);
}

QTEST_GUILESS_MAIN(RateLimitsTest)
#include "tst_ratelimits.moc"
