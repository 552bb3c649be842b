// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/config/override.h>

#include <QTest>

using namespace Antiphon;
using namespace Qt::StringLiterals;

/// The override rows of calls.md 4.
class OverrideTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void parametersAreReplacedWhole();
    void providerAndModelGoTogether();
    void aClientStaysWithItsFormat();
    void streamOutputAndParserResetEachOther();
    void aNewOutputDropsTheTools();
    void nothingGivenChangesNothing();
    void scopesNest();
    void aFalseInnerValueWins();
};

static QList<Provider> providers()
{
    const auto make = [](const QString &id, const QString &codec) {
        return Provider {.id = id, .apis = {{.name = u"chat"_s, .codec = codec}}};
    };
    return {make(u"openai"_s, u"openai-chat"_s), make(u"groq"_s, u"openai-chat"_s),
            make(u"anthropic"_s, u"anthropic"_s)};
}

static CallArguments call()
{
    CallArguments call;
    call.target = {.slug = u"t"_s,
                   .provider = u"openai"_s,
                   .model = u"gpt"_s,
                   .baseUrl = u"http://127.0.0.1"_s,
                   .key = {.from = KeyReference::From::Variable, .name = u"MINE"_s},
                   .parameters = {.temperature = 0.2, .maxTokens = 50}};
    call.inputs.prompt.text = u"Hi"_s;
    call.inputs.tools = {{.name = u"a"_s}};
    call.inputs.output = {.mode = OutputFormat::Mode::Strict, .name = u"m"_s};
    return call;
}

void OverrideTest::parametersAreReplacedWhole()
{
    auto given = call();
    given.inputs.projectParameters.topP = 0.5;
    given.inputs.prompt.parameters.seed = 1;
    const auto got
        = overridden(given, {.parameters = Parameters {.temperature = 0.9}}, providers());
    QVERIFY(got);
    const auto resolved = resolve(got->inputs, got->target, providers().first());
    QVERIFY(resolved);
    QCOMPARE(resolved->request.parameters, (Parameters {.temperature = 0.9}));
}

void OverrideTest::providerAndModelGoTogether()
{
    QVERIFY(!overridden(call(), {.provider = u"groq"_s}, providers()));
    QVERIFY(!overridden(call(), {.model = u"x"_s}, providers()));
    QVERIFY(!overridden(call(), {.provider = u"nobody"_s, .model = u"x"_s}, providers()));
    const auto got = overridden(call(), {.provider = u"groq"_s, .model = u"llama"_s}, providers());
    QVERIFY(got);
    QCOMPARE(got->target.provider, u"groq"_s);
    QCOMPARE(got->target.model, u"llama"_s);
}

void OverrideTest::aClientStaysWithItsFormat()
{
    const auto same = overridden(call(), {.provider = u"groq"_s, .model = u"m"_s}, providers());
    QCOMPARE(same->target.baseUrl, u"http://127.0.0.1"_s);
    const auto other
        = overridden(call(), {.provider = u"anthropic"_s, .model = u"m"_s}, providers());
    QCOMPARE(other->target.baseUrl, QString());
    QCOMPARE(other->target.key, KeyReference {});
    const auto brought = overridden(call(),
                                    {.provider = u"anthropic"_s,
                                     .model = u"m"_s,
                                     .client = Client {.baseUrl = u"http://[::1]"_s}},
                                    providers());
    QCOMPARE(brought->target.baseUrl, u"http://[::1]"_s);
}

void OverrideTest::streamOutputAndParserResetEachOther()
{
    auto given = call();
    given.inputs.parse = [](const Json &) -> Result<Json> { return Json(1); };
    const auto streamed = overridden(given, {.stream = true}, providers());
    QCOMPARE(streamed->inputs.stream, std::optional(true));
    QCOMPARE(streamed->inputs.output, OutputFormat {});
    QVERIFY(!streamed->inputs.parse);
    QCOMPARE(streamed->inputs.tools.size(), 1);

    const AnswerParser parser = [](const Json &) -> Result<Json> { return Json(2); };
    const auto parsed = overridden(given, {.parse = parser}, providers());
    QCOMPARE(parsed->inputs.stream, std::optional(false));
    QVERIFY(parsed->inputs.parse);
}

void OverrideTest::aNewOutputDropsTheTools()
{
    const OutputFormat json {.mode = OutputFormat::Mode::JsonObject};
    QVERIFY(overridden(call(), {.output = json}, providers())->inputs.tools.isEmpty());
    const Override both {.output = json, .tools = QList<ToolDefinition> {{.name = u"b"_s}}};
    QCOMPARE(overridden(call(), both, providers())->inputs.tools.first().name, u"b"_s);
}

void OverrideTest::nothingGivenChangesNothing()
{
    const auto got = overridden(call(), {}, providers());
    QVERIFY(got);
    QCOMPARE(got->target, call().target);
    QCOMPARE(got->inputs.output, call().inputs.output);
    QCOMPARE(got->inputs.tools, call().inputs.tools);
}

void OverrideTest::scopesNest()
{
    OverrideScopes scopes;
    QVERIFY(!scopes.current().parameters);
    {
        const auto outer = scopes.enter({.provider = u"groq"_s, .model = u"llama"_s});
        {
            const auto inner = scopes.enter({.parameters = Parameters {.maxTokens = 5}});
            QCOMPARE(scopes.current().model, std::optional(u"llama"_s));
            QCOMPARE(scopes.current().parameters->maxTokens, std::optional<qint64>(5));
        }
        QVERIFY(!scopes.current().parameters);
        QCOMPARE(scopes.current().model, std::optional(u"llama"_s));
    }
    QVERIFY(!scopes.current().model);
}

void OverrideTest::aFalseInnerValueWins()
{
    OverrideScopes scopes;
    const auto outer = scopes.enter({.stream = true});
    const auto inner = scopes.enter({.stream = false});
    QCOMPARE(scopes.current().stream, std::optional(false));
}

QTEST_GUILESS_MAIN(OverrideTest)
#include "tst_override.moc"
