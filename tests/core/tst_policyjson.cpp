// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/retry/policy.h>

#include <support/randompolicy.h>

#include <QTest>

using namespace Antiphon;
using namespace Qt::StringLiterals;

namespace {

Json json(const QByteArray &text)
{
    const auto value = parseJson(text);
    return value ? *value : Json("not JSON");
}

}

class PolicyJsonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void absentFieldsAreTheDefaults();
    void writesOnlyWhatDiffers();
    void readsEverything();
    void refuses_data();
    void refuses();
    void namesWhatNobodyKnows();
    void roundTrips();
};

void PolicyJsonTest::absentFieldsAreTheDefaults()
{
    const auto read = policyFromJson(json("{}"));
    QVERIFY(read);
    QCOMPARE(*read, defaultPolicy());

    const auto written = policyFromJson(json(R"({
        "antiphon": "retry/1", "id": "p3d8s1v0ya6c",
        "when": {"any": [{"error": ["connection", "timeout", "dropped", "rate-limit", "server"]},
                         {"status": ["408", "409", "429", "5xx"]}]},
        "never": {"error": ["authentication", "permission", "quota", "invalid-request", "budget"]},
        "wait": {"type": "backoff", "initial": 0.5, "multiplier": 2, "max": 60, "jitter": 0},
        "retryAfter": {"obey": true, "max": 120}, "shouldRetryHeader": "obey",
        "stop": {"any": [{"after_attempt": 4}, {"before_delay": 600}]},
        "repair": {"max": 2, "as": "prompt", "send": "all"},
        "stream": {"onDrop": "restart"}, "fallback": {"when": "exhausted", "cooldown": 5}})"));
    QVERIFY(written);
    QCOMPARE(*written, defaultPolicy());
}

void PolicyJsonTest::writesOnlyWhatDiffers()
{
    QCOMPARE(toBytes(toJson(defaultPolicy())), QByteArray(R"({"antiphon":"retry/1"})"));
    auto policy = policyWithAttempts(2);
    policy.wait = {ExponentialWait {.max = 10, .fullJitter = true}};
    policy.onDrop = OnDrop::Continue;
    policy.retryAfterMax = 30.5;
    policy.fallback.targets = {u"haiku"_s};
    QCOMPARE(toBytes(toJson(policy)),
             QByteArray(R"({"antiphon":"retry/1","wait":{"type":"random_exponential","max":10},)"
                        R"("retryAfter":{"max":30.5},)"
                        R"("stop":{"any":[{"after_attempt":2},{"before_delay":600}]},)"
                        R"("stream":{"onDrop":"continue"},"fallback":{"targets":["haiku"]}})"));
}

void PolicyJsonTest::readsEverything()
{
    const auto read = policyFromJson(json(R"({
        "when": {"not": {"all": [{"cause": ["timeout"]}, {"message": {"equals": "x"}}, "always",
                                 {"code": ["a"], "note": "why"}, {"failed": false}]}},
        "never": "never",
        "wait": {"type": "by_error", "map": {
            "rate-limit": {"type": "chain", "of": [{"type": "fixed", "seconds": 1},
                                                   {"type": "incrementing", "start": -1}]},
            "default": {"type": "combine", "of": [{"type": "random", "max": 3}, {"type": "none"},
                                                  {"type": "exponential_jitter"}]}}},
        "stop": {"all": ["never", {"after_delay": 1.5}]}, "shouldRetryHeader": "ignore"})"));
    QVERIFY(read);
    QCOMPARE(read->when,
             (Condition {Not {{{AllOf {{{CauseIs {{ErrorKind::Timeout}}},
                                        {MessageIs {u"x"_s, true}},
                                        {Always {}},
                                        {CodeIs {{u"a"_s}}},
                                        {HasFailed {false}}}}}}}}));
    QCOMPARE(
        read->wait,
        (Wait {WaitByError {
            {{u"rate-limit"_s, {ChainWait {{{FixedWait {1}}, {IncrementingWait {.start = -1}}}}}},
             {u"default"_s,
              {CombinedWait {{{RandomWait {0, 3}}, {NoWait {}}, {ExponentialJitterWait {}}}}}}}}}));
    QCOMPARE(read->stop, (Stop {StopAll {{{StopNever {}}, {StopAfterDelay {1.5}}}}}));
    QVERIFY(!read->obeyShouldRetry);
}

void PolicyJsonTest::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("says");

    const auto row = [](const char *name, const char *text, const QString &says) {
        QTest::newRow(name) << QByteArray(text) << says;
    };
    row("no object", "[]", u"The file must be an object, not a list."_s);
    row("another kind of file", R"({"antiphon": "target/1"})", u"antiphon: is \"target/1\""_s);
    row("an unknown kind", R"({"when": {"any": [{"error": ["tired"]}]}})",
        u"when.any[0].error: \"tired\" is no kind of error"_s);
    row("an unknown condition", R"({"when": {"staus": ["429"]}})", u"when: says none of"_s);
    row("two conditions in one", R"({"never": {"error": [], "status": []}})",
        u"never: says error, status at once"_s);
    row("a condition on the answer that is no text", R"({"when": {"any": [{"result": true}]}})",
        u"when.any[0].result: must be an expression in quotes"_s);
    row("no status", R"({"when": {"status": ["6xx"]}})", u"when.status: \"6xx\" is no status"_s);
    row("a status that is a number", R"({"when": {"status": [429]}})",
        u"when.status: must be a list of texts"_s);
    row("a broken expression", R"({"when": {"message": "(a"}})",
        u"when.message: is no regular expression"_s);
    row("an empty any", R"({"when": {"any": []}})",
        u"when.any: must be a list with at least one entry."_s);
    row("an empty chain", R"({"wait": {"type": "chain", "of": []}})",
        u"wait.of: must be a list with at least one entry."_s);
    row("an unknown wait", R"({"wait": {"type": "chain", "of": [{"type": "nap"}]}})",
        u"wait.of[0].type: \"nap\" is no wait"_s);
    row("text for a number", R"({"wait": {"type": "fixed", "seconds": "2"}})",
        u"wait.seconds: must be a number, not text."_s);
    row("a wait below nothing", R"({"wait": {"type": "fixed", "seconds": -2}})",
        u"wait.seconds: must be 0 or more."_s);
    row("too much jitter", R"({"wait": {"jitter": 1.5}})",
        u"wait.jitter: must be between 0 and 1."_s);
    row("a kind nobody knows in a map",
        R"({"wait": {"type": "by_error", "map": {"oops": {"type": "none"}}}})",
        u"wait.map.oops: \"oops\" is no kind of error"_s);
    row("half an attempt", R"({"stop": {"after_attempt": 1.5}})",
        u"stop.after_attempt: must be a whole number"_s);
    row("stops that are none", R"({"stop": {"all": [{"after": 1}]}})",
        u"stop.all[0]: says none of"_s);
    row("drop", R"({"stream": {"onDrop": "cry"}})",
        u"stream.onDrop: must be one of fail, restart, continue, not \"cry\"."_s);
    row("a wrong condition for fallbacks", R"({"fallback": {"when": {"eror": ["server"]}}})",
        u"fallback.when: says none of"_s);
    row("retryAfter as a number", R"({"retryAfter": 120})",
        u"retryAfter: must be an object, not a number."_s);
}

void PolicyJsonTest::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, says);
    const auto read = policyFromJson(json(text));
    QVERIFY(!read);
    QVERIFY2(read.error().message.startsWith(says), qPrintable(read.error().message));
}

void PolicyJsonTest::namesWhatNobodyKnows()
{
    const auto file = json(R"({"note": "ours", "mood": 1, "wait": {"type": "none", "x": 1},
        "when": {"any": [{"error": ["server"], "y": 2}]}, "stream": {"z": 3}})");
    QVERIFY(policyFromJson(file));
    QCOMPARE(unknownPolicyFields(file),
             (QStringList {u"when.any[0].y"_s, u"wait.x"_s, u"stream.z"_s, u"mood"_s}));
}

void PolicyJsonTest::roundTrips()
{
    for (quint64 seed = 0; seed < 1000; ++seed) {
        const auto policy = RandomPolicy(seed).policy();
        const auto written = toJson(policy);
        const auto read = policyFromJson(json(toPretty(written)));
        QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
        QCOMPARE(*read, policy);
        QCOMPARE(toBytes(toJson(*read)), toBytes(written));
    }
}

QTEST_GUILESS_MAIN(PolicyJsonTest)
#include "tst_policyjson.moc"
