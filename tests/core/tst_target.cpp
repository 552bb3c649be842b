// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/config/target.h>

#include <QTest>

using namespace Antiphon;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Json json(const QByteArray &text)
{
    const auto value = parseJson(text);
    return value ? *value : Json("not JSON");
}

}

class TargetTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsEverything();
    void hasDefaults();
    void refuses_data();
    void refuses();
    void laysTimeoutsOver();
};

void TargetTest::readsEverything()
{
    const auto target = targetFromJson(u"mini"_s, json(R"({
        "antiphon": "target/1", "id": "k7m2q9x4tz1a", "label": "Mini", "note": "cheap",
        "provider": "azure", "model": "gpt-4o-mini", "api": "inference",
        "baseUrl": "http://127.0.0.1:1/{env:X}", "endpoint": {"resource": "ours"},
        "key": {"from": "env", "name": "MY_KEY"},
        "params": {"temperature": 0.2, "max_tokens": 64, "logprobs": true},
        "extra": {"top_k": 5, "logprobs": false},
        "headers": {"X-Team": "a", "A-First": "b"},
        "retry": "patient", "fallback": ["haiku"],
        "timeout": {"firstToken": 300}, "stream": false,
        "limit": {"concurrency": 4, "requestsPerMinute": 60, "tokensPerMinute": 90000},
        "price": {"input": 0.15}, "simulate": {"script": "flaky", "seed": 42}, "x-ours": 1})"));
    QVERIFY2(target, qPrintable(target ? QString() : target.error().message));
    const Target expected {
        .id = u"k7m2q9x4tz1a"_s,
        .slug = u"mini"_s,
        .label = u"Mini"_s,
        .provider = u"azure"_s,
        .api = u"inference"_s,
        .model = u"gpt-4o-mini"_s,
        .baseUrl = u"http://127.0.0.1:1/{env:X}"_s,
        .endpoint = {{u"resource"_s, u"ours"_s}},
        .key = {.from = KeyReference::From::Variable, .name = u"MY_KEY"_s},
        .parameters = {.temperature = 0.2,
                       .maxTokens = 64,
                       .extra = json(R"({"logprobs": false, "top_k": 5})")},
        .headers = {{"X-Team", "a"}, {"A-First", "b"}},
        .retry = u"patient"_s,
        .fallback = {u"haiku"_s},
        .timeout = json(R"({"firstToken": 300})"),
        .limit = {4, 60, 90000},
        .stream = false,
        .price = json(R"({"input": 0.15})"),
        .simulate = json(R"({"script": "flaky", "seed": 42})"),
    };
    QCOMPARE(*target, expected);
    QCOMPARE(displayName(*target), u"Mini"_s);
}

void TargetTest::hasDefaults()
{
    const auto target
        = targetFromJson(u"mini"_s, json(R"({"provider": "openai", "model": "gpt-4o-mini"})"));
    QVERIFY(target);
    QCOMPARE(*target,
             (Target {.slug = u"mini"_s, .provider = u"openai"_s, .model = u"gpt-4o-mini"_s}));
    QCOMPARE(displayName(*target), u"mini"_s);
    QVERIFY(targetFromJson(u"sim"_s, json(R"({"provider": "simulator",
        "simulate": {"script": "echo"}})")));
}

void TargetTest::refuses_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const char *members, const QString &says) {
        QTest::newRow(name) << QByteArray(members) << says;
    };
    row("no provider", R"("model": "m")", u"provider: is missing"_s);
    row("no model", R"("provider": "openai")", u"model: is missing"_s);
    row("another file", R"("antiphon": "retry/1")", u"antiphon: is \"retry/1\""_s);
    row("a key as text", R"("provider": "a", "model": "m", "key": "secret-0123456789")",
        u"key: a key itself must not stand in a file."_s);
    row("a key as value",
        R"("provider": "a", "model": "m", "key": {"from": "env", "value": "secret-0123456789"})",
        u"key: a key itself must not stand in a file."_s);
    row("a key from nowhere", R"("provider": "a", "model": "m", "key": {"from": "wallet"})",
        u"key.from: must be one of default, env, keychain, none, not \"wallet\"."_s);
    row("a variable without a name", R"("provider": "a", "model": "m", "key": {"from": "env"})",
        u"key.name: is missing"_s);
    row("a parameter of another type", R"("provider": "a", "model": "m", "params": {"seed": "x"})",
        u"params: The parameter seed must be"_s);
    row("a header that is a number", R"("provider": "a", "model": "m", "headers": {"x-n": 1})",
        u"headers: x-n must be text, not a number."_s);
    row("a timeout of nothing", R"("provider": "a", "model": "m", "timeout": {"idle": 0})",
        u"timeout.idle: must be between"_s);
    row("a price in words", R"("provider": "a", "model": "m", "price": {"output": "low"})",
        u"price.output: must be a number, not text."_s);
    row("a proxy of no kind",
        R"("provider": "a", "model": "m", "network": {"proxy": {"host": "p", "port": 1}})",
        u"network.proxy.type: is missing"_s);
    row("half a limit", R"("provider": "a", "model": "m", "limit": {"concurrency": 0.5})",
        u"limit.concurrency: must be a whole number"_s);
}

void TargetTest::refuses()
{
    QFETCH(QByteArray, members);
    QFETCH(QString, says);
    const auto target = targetFromJson(u"mini"_s, json('{' + members + '}'));
    QVERIFY(!target);
    QVERIFY2(target.error().message.startsWith(says), qPrintable(target.error().message));
    QVERIFY(!target.error().message.contains(u"secret-0123456789"));
}

void TargetTest::laysTimeoutsOver()
{
    const Provider provider {.timeouts = {.firstToken = 300s, .total = 900s}};
    const Target target {.timeout = json(R"({"connect": 2.5, "total": 100})")};
    QCOMPARE(timeoutsOf(provider, target),
             (Timeouts {.connect = 2500ms, .firstToken = 300s, .idle = 60s, .total = 100s}));
}

QTEST_GUILESS_MAIN(TargetTest)
#include "tst_target.moc"
