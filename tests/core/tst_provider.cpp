// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include "support/exchanges.h"

#include <antiphon/core/config/dropped.h>
#include <antiphon/core/provider/codec.h>

#include <QTest>

using namespace Antiphon;
using namespace Qt::StringLiterals;

class ProviderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyApiHasItsCodec();
    void findsByIdAndAlias();
    void endpoints_data();
    void endpoints();
    void setupErrorsSayHow_data();
    void setupErrorsSayHow();
    void brokenListsAreRefused_data();
    void brokenListsAreRefused();
    void apisHaveTheirOwnHeadersAndQuirks();
    void targetHeadersReplaceOthers();
    void droppedParametersAreNamed();
    void localServersNeedNoKey();
    void emptyHeadersAreLeftOut();
    void formsChangeTheBody();
    void modelsAreListedElsewhere();
};

static Environment environmentOf(const QMap<QString, QString> &values)
{
    return [values](const QString &name) { return values.value(name); };
}

void ProviderTest::everyApiHasItsCodec()
{
    const QList<Provider> all = Exchanges::providers();
    QVERIFY(all.size() >= 16);
    for (const Provider &provider : all) {
        QVERIFY2(!provider.apis.isEmpty(), qPrintable(provider.id));
        for (const ProviderApi &api : provider.apis) {
            const Codec *codec = findCodec(api.codec);
            QVERIFY2(codec, qPrintable(provider.id + u' ' + api.name));
            QVERIFY(codec->encode && codec->decodeFrame && codec->decodeBody && codec->classify);
        }
    }
    for (const Codec *codec : codecs())
        QCOMPARE(findCodec(QString(codec->id)), codec);
    QVERIFY(!findCodec(u"none"));
}

void ProviderTest::findsByIdAndAlias()
{
    const QList<Provider> all = Exchanges::providers();
    const std::pair<QStringView, QStringView> names[] = {
        {u"openai", u"openai"},      {u"gemini", u"google"},
        {u"grok", u"xai"},           {u"azure_ai", u"azure"},
        {u"llama.cpp", u"llamacpp"}, {u"OpenAI", u"openai"},
        {u"lm-studio", u"lmstudio"}, {u"openai_compat", u"openai-compatible"},
    };
    for (const auto &[name, id] : names) {
        const Provider *found = findProvider(all, name);
        QVERIFY2(found, qPrintable(name.toString()));
        QCOMPARE(found->id, id);
    }
    QVERIFY(!findProvider(all, u"nobody"));
    QVERIFY(findProvider(all, u"anthropic")->env.contains(u"ANTHROPIC_AUTH_TOKEN"_s));
    const Provider *openai = findProvider(all, u"openai");
    QCOMPARE(findApi(*openai, {}), &openai->apis.first());
    QVERIFY(!findApi(*openai, u"nothing"));
}

void ProviderTest::endpoints_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<Target>("target");
    QTest::addColumn<Environment>("environment");
    QTest::addColumn<QString>("url");

    const Environment none = environmentOf({});
    const QString azure = u"azure"_s;
    QTest::newRow("the provider's own") << u"openai"_s << Target {.model = u"m"_s} << none
                                        << u"https://api.openai.com/v1/chat/completions"_s;
    QTest::newRow("the target's wins")
        << u"openai"_s << Target {.baseUrl = u"http://127.0.0.1:9/x/v1/"_s}
        << environmentOf({{u"OPENAI_BASE_URL"_s, u"http://env.test/v1"_s}})
        << u"http://127.0.0.1:9/x/v1/chat/completions"_s;
    QTest::newRow("a variable moves the default api")
        << u"openai"_s << Target {}
        << environmentOf({{u"OPENAI_BASE_URL"_s, u"http://env.test/v1"_s}})
        << u"http://env.test/v1/chat/completions"_s;
    QTest::newRow("a variable inside the base URL")
        << u"openai"_s << Target {.baseUrl = u"{env:GATEWAY}/v1"_s}
        << environmentOf({{u"GATEWAY"_s, u"http://gate.test:81"_s}})
        << u"http://gate.test:81/v1/chat/completions"_s;
    QTest::newRow("the whole address was given")
        << u"openai"_s << Target {.baseUrl = u"http://h.test/v1/chat/completions"_s} << none
        << u"http://h.test/v1/chat/completions"_s;
    QTest::newRow("Anthropic adds its version")
        << u"anthropic"_s << Target {.baseUrl = u"http://127.0.0.1:9"_s} << none
        << u"http://127.0.0.1:9/v1/messages"_s;
    QTest::newRow("Anthropic's version stands once")
        << u"anthropic"_s << Target {.baseUrl = u"http://127.0.0.1:9/fx/a/v1"_s} << none
        << u"http://127.0.0.1:9/fx/a/v1/messages"_s;
    QTest::newRow("Gemini names the model in the path")
        << u"google"_s << Target {.model = u"gemini-2.5-flash"_s} << none
        << u"https://generativelanguage.googleapis.com/v1beta/models/gemini-2.5-flash:streamGenerateContent?alt=sse"_s;
    QTest::newRow("Gemini on a bare host")
        << u"google"_s << Target {.model = u"models/g"_s, .baseUrl = u"http://127.0.0.1:9"_s}
        << none << u"http://127.0.0.1:9/v1beta/models/g:streamGenerateContent?alt=sse"_s;
    const QString vertex = u"vertex"_s;
    const Environment cloud = environmentOf({{u"GOOGLE_CLOUD_PROJECT"_s, u"p1"_s}});
    QTest::newRow("Vertex has its own host for all places")
        << vertex << Target {.model = u"gemini-3.5-flash"_s} << cloud
        << u"https://aiplatform.googleapis.com/v1/projects/p1/locations/global/publishers/google/models/gemini-3.5-flash:streamGenerateContent?alt=sse"_s;
    QTest::newRow("Vertex has a host in each region")
        << vertex
        << Target {.model = u"gemini-3.5-flash"_s,
                   .endpoint = {{u"location"_s, u"europe-west4"_s}, {u"project"_s, u"p2"_s}}}
        << cloud
        << u"https://europe-west4-aiplatform.googleapis.com/v1/projects/p2/locations/europe-west4/publishers/google/models/gemini-3.5-flash:streamGenerateContent?alt=sse"_s;
    QTest::newRow("Vertex has a host for the European Union")
        << vertex << Target {.model = u"g"_s, .endpoint = {{u"location"_s, u"eu"_s}}} << cloud
        << u"https://aiplatform.eu.rep.googleapis.com/v1/projects/p1/locations/eu/publishers/google/models/g:streamGenerateContent?alt=sse"_s;
    QTest::newRow("a tuned model of Vertex is a path")
        << vertex << Target {.model = u"endpoints/77"_s} << cloud
        << u"https://aiplatform.googleapis.com/v1/projects/p1/locations/global/endpoints/77:streamGenerateContent?alt=sse"_s;
    QTest::newRow("Claude on Vertex")
        << vertex << Target {.api = u"messages"_s, .model = u"claude-x@20260101"_s} << cloud
        << u"https://aiplatform.googleapis.com/v1/projects/p1/locations/global/publishers/anthropic/models/claude-x@20260101:streamRawPredict"_s;
    QTest::newRow("partners' models on Vertex")
        << vertex << Target {.api = u"chat"_s, .model = u"meta/llama"_s} << cloud
        << u"https://aiplatform.googleapis.com/v1/projects/p1/locations/global/endpoints/openapi/chat/completions"_s;
    QTest::newRow("Vertex elsewhere keeps its paths")
        << vertex << Target {.model = u"g"_s, .baseUrl = u"http://127.0.0.1:9/v1"_s} << none
        << u"http://127.0.0.1:9/v1/publishers/google/models/g:streamGenerateContent?alt=sse"_s;
    QTest::newRow("Azure by the name of the resource")
        << azure << Target {.model = u"dep"_s, .endpoint = {{u"resource"_s, u"acme"_s}}} << none
        << u"https://acme.openai.azure.com/openai/v1/chat/completions"_s;
    QTest::newRow("Azure by the address of the resource")
        << azure << Target {.model = u"dep"_s}
        << environmentOf({{u"AZURE_OPENAI_ENDPOINT"_s, u"https://acme.openai.azure.us/"_s}})
        << u"https://acme.openai.azure.us/openai/v1/chat/completions"_s;
    QTest::newRow("Azure's model inference has an address of its own")
        << azure << Target {.api = u"inference"_s, .model = u"m"_s}
        << environmentOf(
               {{u"AZURE_OPENAI_ENDPOINT"_s, u"https://acme.openai.azure.us/"_s},
                {u"AZURE_INFERENCE_ENDPOINT"_s, u"https://acme.services.ai.azure.com/models"_s}})
        << u"https://acme.services.ai.azure.com/models/chat/completions?api-version=2024-05-01-preview"_s;
    QTest::newRow("Azure deployments")
        << azure
        << Target {.api = u"deployments"_s,
                   .model = u"dep"_s,
                   .endpoint = {{u"resource"_s, u"acme"_s}}}
        << none
        << u"https://acme.openai.azure.com/openai/deployments/dep/chat/completions?api-version=2024-10-21"_s;
    QTest::newRow("Azure deployments of a version")
        << azure
        << Target {.api = u"deployments"_s,
                   .model = u"dep"_s,
                   .endpoint
                   = {{u"resource"_s, u"acme"_s}, {u"apiVersion"_s, u"2025-04-01-preview"_s}}}
        << none
        << u"https://acme.openai.azure.com/openai/deployments/dep/chat/completions?api-version=2025-04-01-preview"_s;
}

void ProviderTest::endpoints()
{
    QFETCH(QString, provider);
    QFETCH(Target, target);
    QFETCH(Environment, environment);
    QFETCH(QString, url);
    const QList<Provider> all = Exchanges::providers();
    const Provider *service = findProvider(all, provider);
    QVERIFY(service);
    const auto endpoint = makeEndpoint(*service, target, environment);
    QVERIFY2(endpoint, qPrintable(endpoint ? QString() : endpoint.error().message));
    const Codec *codec = findCodec(findApi(*service, target.api)->codec);
    const auto request
        = codec->encode({.model = target.model, .messages = {textMessage(Role::User, u"Hi"_s)}},
                        *endpoint, {}, QDateTime());
    QVERIFY(request);
    QCOMPARE(QString::fromLatin1(request->url.toEncoded()), url);
}

void ProviderTest::setupErrorsSayHow_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<Target>("target");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("unknown api") << u"openai"_s << Target {.api = u"telepathy"_s}
                                 << QStringList {u"telepathy"_s, u"chat"_s};
    QTest::newRow("missing endpoint value")
        << u"azure"_s << Target {}
        << QStringList {u"resource"_s, u"AZURE_OPENAI_ENDPOINT"_s, u"endpoint"_s};
    QTest::newRow("no address at all")
        << u"openai-compatible"_s << Target {} << QStringList {u"baseUrl"_s, u"--base-url"_s};
    QTest::newRow("no URL") << u"openai"_s << Target {.baseUrl = u"api.example.com"_s}
                            << QStringList {u"api.example.com"_s, u"https://"_s};
    QTest::newRow("unset variable")
        << u"openai"_s << Target {.baseUrl = u"{env:NOWHERE}"_s} << QStringList {u"NOWHERE"_s};
}

void ProviderTest::setupErrorsSayHow()
{
    QFETCH(QString, provider);
    QFETCH(Target, target);
    QFETCH(QStringList, words);
    const QList<Provider> all = Exchanges::providers();
    const auto endpoint = makeEndpoint(*findProvider(all, provider), target, {});
    QVERIFY(!endpoint);
    QCOMPARE(endpoint.error().kind, ErrorKind::Setup);
    QCOMPARE(endpoint.error().provider, provider);
    for (const QString &word : words)
        QVERIFY2(endpoint.error().message.contains(word), qPrintable(endpoint.error().message));
}

void ProviderTest::brokenListsAreRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("word");
    const auto list = [](const QByteArray &entries) {
        return QByteArray(R"({"antiphon":"providers/1","providers":[)" + entries + "]}");
    };
    QTest::newRow("another file") << QByteArray(R"({"antiphon":"prices/1"})") << u"providers/1"_s;
    QTest::newRow("no list") << QByteArray(R"({"antiphon":"providers/1"})") << u"providers"_s;
    QTest::newRow("no id") << list(R"({"name":"X"})") << u"id"_s;
    QTest::newRow("no api") << list(R"({"id":"x"})") << u"apis"_s;
    QTest::newRow("no codec") << list(R"({"id":"x","apis":{"chat":{}}})") << u"codec"_s;
    QTest::newRow("an id twice") << list(R"({"id":"x","codec":"a"},{"id":"x","codec":"a"})")
                                 << u"taken"_s;
}

void ProviderTest::brokenListsAreRefused()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, word);
    const auto providers = providersFromJson(*parseJson(text));
    QVERIFY(!providers);
    QVERIFY2(providers.error().message.contains(word), qPrintable(providers.error().message));
}

void ProviderTest::apisHaveTheirOwnHeadersAndQuirks()
{
    const QList<Provider> all = Exchanges::providers();
    const Provider &google = *findProvider(all, u"google");
    const auto generate = makeEndpoint(google, {}, {});
    const auto chat = makeEndpoint(google, {.api = u"chat"_s}, {});
    QCOMPARE(generate->authHeader, "x-goog-api-key");
    QCOMPARE(generate->authPrefix, QByteArray());
    QCOMPARE(chat->authHeader, "Authorization");
    QCOMPARE(chat->authPrefix, "Bearer ");

    const Provider &deepseek = *findProvider(all, u"deepseek");
    const auto messages = makeEndpoint(deepseek, {.api = u"messages"_s}, {});
    QCOMPARE(headerValue(messages->headers, "Anthropic-Version"), "2023-06-01");

    const Provider &azure = *findProvider(all, u"azure");
    const Target named {.endpoint = {{u"resource"_s, u"mine"_s}}};
    Target inference = named;
    inference.api = u"inference"_s;
    QVERIFY(makeEndpoint(azure, named, {})->quirks.completionTokensModels.contains(u"gpt-5"_s));
    QVERIFY(makeEndpoint(azure, inference, {})->quirks.completionTokensModels.isEmpty());
}

void ProviderTest::targetHeadersReplaceOthers()
{
    const QList<Provider> all = Exchanges::providers();
    const auto endpoint = makeEndpoint(
        *findProvider(all, u"anthropic"),
        {.endpoint = {{u"apiVersion"_s, u"2026-10-21"_s}}, .headers = {{"X-Note", R"({"a": 1})"}}},
        {});
    QVERIFY(endpoint);
    QCOMPARE(headerValue(endpoint->headers, "anthropic-version"), "2026-10-21");
    QCOMPARE(headerValue(endpoint->headers, "x-note"), R"({"a": 1})");
}

void ProviderTest::droppedParametersAreNamed()
{
    const QList<Provider> all = Exchanges::providers();
    const QStringList lacking {u"frequency_penalty"_s, u"presence_penalty"_s, u"seed"_s};
    QCOMPARE(droppedParameters(*findProvider(all, u"anthropic"), {}), lacking);
    QCOMPARE(droppedParameters(*findProvider(all, u"deepseek"), {.api = u"messages"_s}), lacking);
    QCOMPARE(droppedParameters(*findProvider(all, u"deepseek"), {}), {u"parallel_tool_calls"_s});
    QVERIFY(droppedParameters(*findProvider(all, u"openai"), {}).isEmpty());
}

void ProviderTest::localServersNeedNoKey()
{
    const QList<Provider> all = Exchanges::providers();
    for (const auto id : {u"ollama", u"llamacpp", u"vllm", u"lmstudio", u"simulator"})
        QVERIFY(findProvider(all, QStringView(id))->keyOptional);
    QVERIFY(!findProvider(all, u"openai")->keyOptional);
}

void ProviderTest::emptyHeadersAreLeftOut()
{
    const QList<Provider> all = Exchanges::providers();
    const Provider &openai = *findProvider(all, u"openai");
    QVERIFY(headerValue(makeEndpoint(openai, {}, {})->headers, "OpenAI-Organization").isEmpty());
    QVERIFY(makeEndpoint(openai, {}, {})->headers.isEmpty());
    const auto endpoint = makeEndpoint(openai, {.endpoint = {{u"project"_s, u"proj-1"_s}}},
                                       environmentOf({{u"OPENAI_ORG_ID"_s, u"org-1"_s}}));
    QCOMPARE(headerValue(endpoint->headers, "OpenAI-Organization"), "org-1");
    QCOMPARE(headerValue(endpoint->headers, "OpenAI-Project"), "proj-1");

    // What a key file says is the least, what the person says is the most.
    const Provider &vertex = *findProvider(all, u"vertex");
    const auto known
        = makeEndpoint(vertex, {}, {}, {{u"project"_s, u"of-file"_s}, {u"quotaProject"_s, u"q"_s}});
    QVERIFY(known->baseUrl.path().contains(u"/projects/of-file/"_s));
    QCOMPARE(headerValue(known->headers, "x-goog-user-project"), "q");
}

void ProviderTest::formsChangeTheBody()
{
    const QList<Provider> all = Exchanges::providers();
    const Environment cloud = environmentOf({{u"GOOGLE_CLOUD_PROJECT"_s, u"p1"_s}});
    const Target target {.api = u"messages"_s, .model = u"claude-x@1"_s};
    const auto endpoint = makeEndpoint(*findProvider(all, u"vertex"), target, cloud);
    const CallRequest request {
        .model = target.model, .messages = {textMessage(Role::User, u"Hi"_s)}, .stream = true};
    const auto http = findCodec(u"anthropic")->encode(request, *endpoint, BearerToken {"t"}, {});
    QVERIFY(http);
    const auto body = parseJson(http->body);
    QVERIFY(!find(*body, "model"));
    QCOMPARE(textOf(*body, "anthropic_version"), u"vertex-2023-10-16"_s);
    QCOMPARE(find(*body, "stream")->as<bool>(), true);
    QCOMPARE(headerValue(http->headers, "Authorization"), "Bearer t");
    QVERIFY(headerValue(http->headers, "x-goog-api-key").isEmpty());
}

void ProviderTest::modelsAreListedElsewhere()
{
    const QList<Provider> all = Exchanges::providers();
    const Environment cloud = environmentOf({{u"GOOGLE_CLOUD_PROJECT"_s, u"p1"_s}});
    const Provider &vertex = *findProvider(all, u"vertex");
    const auto request
        = findCodec(u"gemini")->encodeModels(*makeEndpoint(vertex, {}, cloud), BearerToken {"t"});
    QCOMPARE(request->url.toString(),
             u"https://aiplatform.googleapis.com/v1beta1/publishers/google/models?pageSize=1000"_s);
    const auto here = makeEndpoint(vertex, {.baseUrl = u"http://127.0.0.1:9/x"_s}, cloud);
    QCOMPARE(here->modelsUrl.toString(), u"http://127.0.0.1:9/v1beta1/publishers/google/models"_s);
    const auto models = findCodec(u"gemini")->decodeModels(
        R"({"publisherModels":[{"name":"publishers/google/models/gemini-3.5-flash"}]})");
    QCOMPARE(*models, QStringList {u"gemini-3.5-flash"_s});
}

QTEST_GUILESS_MAIN(ProviderTest)
#include "tst_provider.moc"
