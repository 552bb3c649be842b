// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/config/resolve.h>

#include <QTest>

using namespace Antiphon;
using namespace Qt::StringLiterals;

namespace {

Json json(const QByteArray &text)
{
    const auto value = parseJson(text);
    return value ? *value : Json("not JSON");
}

Provider provider(const QString &codec)
{
    return {
        .id = u"example"_s, .name = u"Example AI"_s, .apis = {{.name = u"chat"_s, .codec = codec}}};
}

CallInputs inputs(const QString &text)
{
    return {.prompt = {.text = text}};
}

}

class ResolveTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rendersForTheTarget();
    void laysLayersOver();
    void leavesOutWhatTheTargetLacks();
    void leavesOutWhatAnotherFormatKnows();
    void saysThatMarkersDoNothing();
    void asksForJsonInWords();
    void usesMessagesAsTheyAre();
    void refusesAnEmptyPrompt();
    void passesOnTheTemplatesErrors();
    void asksForMissingValues();
};

void ResolveTest::rendersForTheTarget()
{
    auto in = inputs(u"SYSTEM: Be {tone}.\nUSER: Hello {name}"_s);
    in.prompt.variables = {{.name = u"tone"_s, .fallback = Json("kind")}};
    in.variables = {{u"name"_s, Value(u"Ada"_s)}};
    const Target target {.slug = u"a"_s, .model = u"m-1"_s, .stream = false};
    const auto got = resolve(in, target, provider(u"openai-chat"_s));
    QVERIFY2(got, qPrintable(got ? QString() : got.error().message));
    const CallRequest expected {.model = u"m-1"_s,
                                .messages = {textMessage(Role::System, u"Be kind."_s),
                                             textMessage(Role::User, u"Hello Ada"_s)},
                                .stream = false};
    QCOMPARE(got->request, expected);
    QVERIFY(got->warnings.isEmpty());

    in.stream = true;
    QVERIFY(resolve(in, target, provider(u"openai-chat"_s))->request.stream);
}

void ResolveTest::laysLayersOver()
{
    auto in = inputs(u"Hi"_s);
    in.projectParameters = {.temperature = 0.1,
                            .maxTokens = 10,
                            .topP = 0.1,
                            .seed = 1,
                            .extra = json(R"({"deep": {"a": 1, "b": 1}})")};
    const Target target {.slug = u"t"_s,
                         .parameters = {.maxTokens = 20,
                                        .topP = 0.2,
                                        .seed = 2,
                                        .extra = json(R"({"deep": {"b": 2}, "own": "t"})")}};
    in.prompt.parameters = {.topP = 0.3, .seed = 3};
    in.prompt.targetParameters
        = {{u"t"_s, {.seed = 4, .stop = QStringList {u"."_s}}}, {u"other"_s, {.seed = 5}}};
    in.overrideParameters = {.stop = QStringList {u"!"_s}};

    const auto got = resolve(in, target, provider(u"openai-chat"_s));
    QVERIFY(got);
    const Parameters expected {.temperature = 0.1,
                               .maxTokens = 20,
                               .topP = 0.3,
                               .seed = 4,
                               .stop = QStringList {u"!"_s},
                               .extra = json(R"({"deep": {"a": 1, "b": 2}, "own": "t"})")};
    QCOMPARE(got->request.parameters, expected);
    QCOMPARE(got->originOf,
             (QMap<QString, QString> {{u"temperature"_s, u"project"_s},
                                      {u"max_tokens"_s, u"target"_s},
                                      {u"top_p"_s, u"prompt"_s},
                                      {u"seed"_s, u"prompt-for-target"_s},
                                      {u"stop"_s, u"override"_s},
                                      {u"deep"_s, u"target"_s},
                                      {u"own"_s, u"target"_s}}));
}

void ResolveTest::leavesOutWhatTheTargetLacks()
{
    auto in = inputs(u"Hi"_s);
    in.overrideParameters = {.temperature = 0.5, .topP = 0.9, .seed = 1};
    auto anthropic = provider(u"anthropic"_s);
    anthropic.quirks.droppedParameters = {u"top_p"_s};
    const auto got = resolve(in, {}, anthropic);
    QVERIFY(got);
    QCOMPARE(got->request.parameters, (Parameters {.temperature = 0.5}));
    QCOMPARE(got->warnings,
             (QStringList {u"top_p is left out: Example AI has no such parameter."_s,
                           u"seed is left out: Example AI has no such parameter."_s}));
    QCOMPARE(got->originOf, (QMap<QString, QString> {{u"temperature"_s, u"override"_s}}));
}

void ResolveTest::leavesOutWhatAnotherFormatKnows()
{
    const Native search {.value = json(R"({"type": "server_tool_use"})"), .codec = u"anthropic"_s};
    CallInputs in;
    in.prompt.messages = {textMessage(Role::User, u"Hi"_s),
                          {.role = Role::Assistant, .parts = {search, Text {.text = u"Found"_s}}},
                          {.role = Role::Assistant, .parts = {search}},
                          textMessage(Role::User, u"And?"_s)};
    const auto other = resolve(in, {.model = u"m"_s}, provider(u"openai-chat"_s));
    QVERIFY(other);
    QCOMPARE(other->request.messages.size(), 3);
    QCOMPARE(other->request.messages[1].parts.size(), 1);
    QCOMPARE(other->warnings.size(), 1);
    QVERIFY(other->warnings.first().contains(u"anthropic"_s));
    const auto same = resolve(in, {.model = u"m"_s}, provider(u"anthropic"_s));
    QVERIFY(same);
    QCOMPARE(same->request.messages, in.prompt.messages);
    QVERIFY(same->warnings.isEmpty());
}

void ResolveTest::saysThatMarkersDoNothing()
{
    CallInputs in;
    in.prompt.messages
        = {{.role = Role::User, .parts = {Text {.text = u"A long text"_s}, CacheMarker {}}}};
    const auto warnings = [&in](const QString &codec) {
        const auto got = resolve(in, {.model = u"m"_s}, provider(codec));
        return got ? got->warnings : QStringList {got.error().message};
    };
    QCOMPARE(warnings(u"openai-chat"_s),
             QStringList {u"Cache markers are left out: Example AI knows none."_s});
    QCOMPARE(warnings(u"anthropic"_s), QStringList());
    QCOMPARE(warnings(u"bedrock"_s), QStringList());
    in.overrideParameters.extra = json(R"({"prompt_cache_options": {"mode": "explicit"}})");
    QCOMPARE(warnings(u"openai-chat"_s), QStringList());
}

void ResolveTest::asksForJsonInWords()
{
    CallInputs in = inputs(u"USER: hi"_s);
    in.output.mode = OutputFormat::Mode::JsonObject;
    const auto asked = [&in](const QString &codec) {
        const auto got = resolve(in, {.model = u"m"_s}, provider(codec));
        return got ? got->request : CallRequest {};
    };
    QCOMPARE(asked(u"openai-chat"_s).messages.size(), 2); // a message of its own
    QCOMPARE(asked(u"anthropic"_s).messages.size(), 1); // behind the last one
    QCOMPARE(asked(u"mistral"_s).output.mode, OutputFormat::Mode::JsonObject);
    in.tools = {{.name = u"f"_s}};
    QCOMPARE(asked(u"mistral"_s).output.mode, OutputFormat::Mode::Text); // not beside tools
    QCOMPARE(asked(u"openai-chat"_s).output.mode, OutputFormat::Mode::JsonObject);
}

void ResolveTest::usesMessagesAsTheyAre()
{
    auto in = inputs(u"{not} looked at"_s);
    in.prompt.messages = {textMessage(Role::User, u"{as} it is"_s)};
    in.prompt.unused = {u"tools"_s};
    const auto got = resolve(in, {}, provider(u"gemini"_s));
    QVERIFY(got);
    QCOMPARE(got->request.messages, in.prompt.messages);
    QCOMPARE(got->warnings,
             QStringList {u"The prompt's \"tools\" has no effect in this version."_s});
}

void ResolveTest::refusesAnEmptyPrompt()
{
    for (const auto whenEmpty :
         {TemplateOptions::WhenEmpty::Error, TemplateOptions::WhenEmpty::Compat}) {
        auto in = inputs(u""_s);
        in.prompt.options.whenEmpty = whenEmpty;
        const auto got = resolve(in, {}, provider(u"openai-chat"_s));
        QVERIFY(!got);
        QCOMPARE(got.error().kind, ErrorKind::Setup);
        QVERIFY2(got.error().message.contains(u"no messages"_s), qPrintable(got.error().message));
    }
}

void ResolveTest::passesOnTheTemplatesErrors()
{
    const auto got = resolve(inputs(u"Hello {name}"_s), {}, provider(u"openai-chat"_s));
    QVERIFY(!got);
    QCOMPARE(got.error().kind, ErrorKind::Setup);
    QVERIFY2(got.error().message.contains(u"name"_s), qPrintable(got.error().message));
}

void ResolveTest::asksForMissingValues()
{
    auto in = inputs(u"Hello {name}"_s);
    in.prompt.variables = {{.name = u"name"_s, .required = true}};
    const auto got = resolve(in, {}, provider(u"openai-chat"_s));
    QVERIFY(!got);
    QCOMPARE(got.error().message, u"The variable \"name\" needs a value."_s);
}

QTEST_GUILESS_MAIN(ResolveTest)
#include "tst_resolve.moc"
