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
    void warnsOfPromptsThatAreCut();
    void warnsOfAnswersTooLongForOnePiece();
    void asksForJsonInWords();
    void usesMessagesAsTheyAre();
    void examplesGoBeforeTheQuestion();
    void examplesHaveTheirOwnValues();
    void refusesExamplesThatSayNothing();
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

// ollama.md, Quirks
void ResolveTest::warnsOfPromptsThatAreCut()
{
    auto ollama = provider(u"ollama"_s);
    ollama.quirks
        = quirksFromJson(json(R"({"silentContext": {"parameter": "num_ctx", "usual": 100}})"), {});
    auto in = inputs(u"Hi"_s);
    const auto warnings = [&] {
        const auto got = resolve(in, {}, ollama);
        return got ? got->warnings : QStringList {got.error().message};
    };
    QVERIFY(warnings().isEmpty());
    in.prompt.text = QString(u"word "_s).repeated(400);
    QCOMPARE(warnings().size(), 1);
    QVERIFY2(warnings().first().contains("no more than 100"_L1), qPrintable(warnings().first()));
    in.prompt.parameters.extra = json(R"({"num_ctx": 200})");
    QVERIFY2(warnings().value(0).contains("more than the 200 of \"num_ctx\""_L1),
             qPrintable(warnings().value(0)));
    in.prompt.parameters.extra = json(R"({"options": {"num_ctx": 8192}})");
    QVERIFY(warnings().isEmpty());
}

// anthropic.md, Limits; retries.md 6
void ResolveTest::warnsOfAnswersTooLongForOnePiece()
{
    auto service = provider(u"anthropic"_s);
    service.quirks = quirksFromJson(json(R"({"wholeAnswerTokens": 21333})"), {});
    auto in = inputs(u"Hi"_s);
    in.prompt.parameters.maxTokens = 21'334;
    QVERIFY(resolve(in, {}, service)->warnings.isEmpty()); // a stream
    in.stream = false;
    QVERIFY(resolve(in, {}, service)->warnings.value(0).contains("21334 tokens"_L1));
    in.prompt.parameters.maxTokens = 21'333;
    QVERIFY(resolve(in, {}, service)->warnings.isEmpty());
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
    const auto got = resolve(in, {}, provider(u"gemini"_s));
    QVERIFY(got);
    QCOMPARE(got->request.messages, in.prompt.messages);
    QVERIFY(got->warnings.isEmpty());
}

static QString turnsOf(const QList<Message> &messages)
{
    QStringList out;
    for (const Message &message : messages)
        out.append(roleName(message.role) + u": "_s + plainText(message));
    return out.join(u" | "_s);
}

static Example example(const QString &question, const char *answer)
{
    return {.values = {{u"q"_s, Value(question)}}, .answer = Json(answer)};
}

void ResolveTest::examplesGoBeforeTheQuestion()
{
    auto in = inputs(u"SYSTEM: Be brief.\nUSER: Hi\nASSISTANT: Ho\nUSER: {tone} {q}?"_s);
    in.variables = {{u"q"_s, Value(u"what"_s)}, {u"tone"_s, Value(u"So"_s)}};
    in.examples = {example(u"one"_s, "1"), example(u"two"_s, "2")};
    const auto got = resolve(in, {}, provider(u"openai-chat"_s));
    QVERIFY2(got, qPrintable(got ? QString() : got.error().message));
    QCOMPARE(turnsOf(got->request.messages),
             u"system: Be brief. | user: Hi | assistant: Ho | user: So one? | assistant: 1 | "
             "user: So two? | assistant: 2 | user: So what?"_s);
    QCOMPARE(got->examples, 2);
    QVERIFY(got->warnings.isEmpty());

    // A conversation that the prompt takes in goes on with the question.
    in.prompt.text = u"SYSTEM: Be brief.\nMESSAGES: {talk}\nUSER: {q}?"_s;
    in.prompt.variables = {{.name = u"talk"_s, .type = u"messages"_s}};
    in.variables[u"talk"_s] = Value(json(R"([{"role": "user", "content": "Hi"},
                                             {"role": "assistant", "content": "Ho"}])"));
    in.examples.removeLast();
    QCOMPARE(turnsOf(resolve(in, {}, provider(u"openai-chat"_s))->request.messages),
             u"system: Be brief. | user: one? | assistant: 1 | user: Hi | assistant: Ho | "
             "user: what?"_s);

    // JSON mode asks at the end, whatever stands before.
    in = inputs(u"USER: {q}?"_s);
    in.variables = {{u"q"_s, Value(u"what"_s)}};
    in.examples = {example(u"one"_s, "{\"n\":1}")};
    in.output = {.mode = OutputFormat::Mode::JsonObject};
    const auto asked = resolve(in, {}, provider(u"openai-chat"_s));
    QVERIFY(asked);
    QCOMPARE(asked->request.messages.size(), 4);
    QCOMPARE(plainText(asked->request.messages[2]), u"what?"_s);

    // Messages that come from elsewhere are whole.
    in.dynamic.messages = {textMessage(Role::User, u"Mine"_s)};
    const auto given = resolve(in, {}, provider(u"openai-chat"_s));
    QVERIFY(given);
    QCOMPARE(plainText(given->request.messages.first()), u"Mine"_s);
    QVERIFY(given->warnings.join(u' ').contains("The prompt's examples are left out"_L1));
}

void ResolveTest::examplesHaveTheirOwnValues()
{
    auto in = inputs(u"USER: {q} has {size} [{errors}]"_s);
    in.prompt.dynamics = *dynamicsFromJson(json(R"({"computed": {"size": "q.length"}})"));
    in.variables = {{u"q"_s, Value(u"what"_s)}, {u"errors"_s, Value(u"wrong"_s)}};
    in.examples = {example(u"a"_s, "x"), example(u"bcd"_s, "y")};
    in.examples[1].values.insert(u"size"_s, Value(u"many"_s));
    const auto got = resolve(in, {}, provider(u"openai-chat"_s));
    QVERIFY2(got, qPrintable(got ? QString() : got.error().message));
    QCOMPARE(turnsOf(got->request.messages),
             u"user: a has 1 [] | assistant: x | user: bcd has many [] | assistant: y | "
             "user: what has 4 [wrong]"_s);

    // A cache ends where the question says, not within examples.
    in = inputs(u"USER: {q} {:cache_control}"_s);
    in.variables = {{u"q"_s, Value(u"what"_s)}};
    in.examples = {example(u"a"_s, "x")};
    const auto marked = resolve(in, {}, provider(u"anthropic"_s));
    QVERIFY2(marked, qPrintable(marked ? QString() : marked.error().message));
    QCOMPARE(marked->request.messages.first().parts.size(), 1);
    QCOMPARE(marked->request.messages.last().parts.size(), 2);
}

void ResolveTest::refusesExamplesThatSayNothing()
{
    auto in = inputs(u"USER: {q}"_s);
    in.variables = {{u"q"_s, Value(u"what"_s)}};
    in.examples = {{.values = {{u"Q"_s, Value(u"x"_s)}}, .answer = Json("y")}};
    auto got = resolve(in, {}, provider(u"openai-chat"_s));
    QVERIFY(!got);
    QVERIFY(got.error().message.startsWith("Example 1: it has no value for any variable of the "
                                           "template (q)."_L1));

    in.examples = {example(u"a"_s, "1"), example(u"b"_s, "2")};
    in.prompt.variables = {{.name = u"q"_s, .type = u"choice"_s, .choices = {u"a"_s, u"what"_s}}};
    got = resolve(in, {}, provider(u"openai-chat"_s));
    QVERIFY(!got);
    QCOMPARE(got.error().message, u"Example 2: The variable \"q\" must be one of a, what."_s);

    in = inputs(u"SYSTEM: {q}"_s);
    in.variables = {{u"q"_s, Value(u"what"_s)}};
    in.examples = {example(u"a"_s, "1")};
    got = resolve(in, {}, provider(u"openai-chat"_s));
    QVERIFY(!got);
    QVERIFY(got.error().message.contains("no user message"_L1));
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
