// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/call/attempt.h>
#include <antiphon/core/config/extraction.h>
#include <antiphon/core/config/jsonmode.h>
#include <antiphon/core/extract/accept.h>
#include <antiphon/core/extract/partialextraction.h>
#include <antiphon/core/provider/codec.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Antiphon;

class ExtractionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void choosesTheMechanism_data();
    void choosesTheMechanism();
    void placesTheInstruction();
    void asksByForcedTool();
    void asksBySchema();
    void asksInWords();
    void unknownSchema();
    void argumentsMustBeThere();
    void errorsGoIntoTheNextPrompt();
    void examplesAnswerInTheSameForm_data();
    void examplesAnswerInTheSameForm();
    void examplesOfBareValues();
    void saysWhichExamplesDoNotFit();
    void reads_data();
    void reads();
    void saysWhyThereIsNothing();
    void toolsOfThePromptComeFirst();
    void nullStandsForAbsent();
    void rulesBeyondTheSchema();
    void functionsBeyondTheSchema();
    void saysWhatLeniencyDid();
    void answersOfServices_data();
    void answersOfServices();
    void partialValues();
    void partialItems();
    void partialTextHasProse();
    void partialKnowsWhatIsOpen();
    void acceptsByHand();
    void partialProseHasBraces();
    void partialListsComeBare();
    void partialAnswersOfUnforcedModels();
};

static Json json(const char *text)
{
    const auto value = parseJson(text);
    Q_ASSERT(value);
    return *value;
}

static const char *bookSchema = R"({"title": "Book", "type": "object", "properties": {"title":
    {"type": "string"}, "year": {"type": "integer"}}, "required": ["title", "year"]})";

static Extraction extraction(const char *schema,
                             Extraction::Mechanism mechanism = Extraction::Mechanism::Tool)
{
    const auto model = responseModel(json(schema));
    Q_ASSERT(model);
    return {.model = *model, .mechanism = mechanism};
}

static Attempt called(const QString &arguments, const QString &name = u"Book"_s)
{
    Attempt attempt;
    apply(ToolCallDelta {.index = 0, .id = u"c"_s, .name = name, .arguments = arguments}, attempt);
    return attempt;
}

static Attempt said(const QString &text)
{
    Attempt attempt;
    apply(TextDelta {text}, attempt);
    return attempt;
}

// extraction.md 1
void ExtractionTest::choosesTheMechanism_data()
{
    QTest::addColumn<int>("wanted");
    QTest::addColumn<QString>("codec");
    QTest::addColumn<bool>("forcible");
    QTest::addColumn<bool>("ownTools");
    QTest::addColumn<QString>("expected");

    using Mode = OutputSpec::Mode;
    const auto row = [](const char *name, Mode wanted, const char *codec, bool forcible,
                        bool ownTools, const char *expected) {
        QTest::newRow(name) << int(wanted) << QString::fromUtf8(codec) << forcible << ownTools
                            << QString::fromUtf8(expected);
    };
    row("auto forces a tool", Mode::Auto, "openai-chat", true, false, "tool");
    row("auto on a model that refuses", Mode::Auto, "anthropic", false, false, "strict");
    row("auto beside other tools", Mode::Auto, "openai-chat", true, true, "json");
    row("tool", Mode::Tool, "anthropic", true, false, "tool");
    row("tool beside other tools", Mode::Tool, "anthropic", true, true, "json");
    row("json", Mode::JsonText, "openai-chat", true, false, "json");
    row("strict", Mode::Strict, "gemini", true, false, "strict");
}

void ExtractionTest::choosesTheMechanism()
{
    QFETCH(int, wanted);
    QFETCH(QString, codec);
    QFETCH(bool, forcible);
    QFETCH(bool, ownTools);
    QFETCH(QString, expected);
    QStringList warnings;
    const auto got = chooseMechanism(OutputSpec::Mode(wanted), outputDialect(codec, {}), forcible,
                                     ownTools, warnings);
    QCOMPARE(mechanismName(got), expected);
}

// calls.md 9
void ExtractionTest::placesTheInstruction()
{
    using enum OutputDialect::Instruction;
    const auto placed = [](OutputDialect::Instruction where, Role last) {
        QList<Message> messages {textMessage(last, u"Hi"_s)};
        addInstruction(messages, u"J"_s, where);
        QStringList out;
        for (const Message &message : messages)
            out.append(u"%1:%2/%3"_s.arg(roleName(message.role), plainText(message))
                           .arg(message.parts.size()));
        return out.join(u' ');
    };
    QCOMPARE(placed(NewMessage, Role::User), u"user:Hi/1 user:J/1"_s);
    QCOMPARE(placed(LastUserMessage, Role::User), u"user:Hi\n\nJ/1"_s);
    QCOMPARE(placed(LastUserMessage, Role::Assistant), u"assistant:Hi/1 user:J/1"_s);
    QCOMPARE(placed(LastMessage, Role::Assistant), u"assistant:Hi\n\nJ/1"_s);
    QCOMPARE(placed(LastPart, Role::User), u"user:Hi\n\nJ/2"_s);
}

static Provider provider(const QString &codec)
{
    return {.id = u"p"_s, .name = u"P"_s, .apis = {{.name = u"a"_s, .codec = codec}}};
}

static CallInputs inputs(OutputSpec::Mode mode, const char *schema = bookSchema)
{
    CallInputs in;
    in.prompt.text = u"Extract {task}"_s;
    in.prompt.output = OutputSpec {.schema = u"book"_s, .mode = mode};
    in.variables.insert(u"task"_s, Value(u"T"_s));
    in.schemas.insert(u"book"_s, json(schema));
    return in;
}

void ExtractionTest::asksByForcedTool()
{
    const auto got = resolve(inputs(OutputSpec::Mode::Auto), {}, provider(u"anthropic"_s));
    QVERIFY(got && got->extraction);
    QCOMPARE(got->request.tools.size(), 1);
    QCOMPARE(got->request.tools[0].name, u"Book"_s);
    QVERIFY(got->request.toolChoice);
    QCOMPARE(got->request.toolChoice->mode, ToolChoice::Mode::Named);
    QCOMPARE(got->request.toolChoice->name, u"Book"_s);
    QCOMPARE(got->request.output.mode, OutputFormat::Mode::Text);

    CallInputs thinking = inputs(OutputSpec::Mode::Auto);
    thinking.prompt.parameters.extra = json(R"({"thinking": {"type": "adaptive"}})");
    const auto unforced = resolve(thinking, {}, provider(u"anthropic"_s));
    QVERIFY(unforced && unforced->extraction);
    QCOMPARE(unforced->extraction->mechanism, Extraction::Mechanism::Strict);
    QVERIFY(!unforced->request.toolChoice);
}

void ExtractionTest::asksBySchema()
{
    const auto got = resolve(inputs(OutputSpec::Mode::Strict, R"({"type": "object", "properties":
        {"a": {"type": "string", "default": "x"}}})"),
                             {}, provider(u"openai-chat"_s));
    QVERIFY(got && got->extraction);
    QCOMPARE(got->request.output.mode, OutputFormat::Mode::Strict);
    QCOMPARE(got->request.output.name, u"book"_s);
    QCOMPARE(toBytes(got->request.output.schema),
             R"({"type":"object","properties":{"a":{"type":["string","null"]}},)"
             R"("required":["a"],"additionalProperties":false})"_ba);
    QVERIFY(got->extraction->nullIsAbsent);
    QCOMPARE(got->warnings.size(), 1);
}

void ExtractionTest::asksInWords()
{
    const auto got = resolve(inputs(OutputSpec::Mode::JsonText), {}, provider(u"openai-chat"_s));
    QVERIFY(got && got->extraction);
    QCOMPARE(got->request.output.mode, OutputFormat::Mode::JsonObject);
    QVERIFY(got->request.tools.isEmpty());
    QCOMPARE(got->request.messages.size(), 2);
    QVERIFY(plainText(got->request.messages[1]).contains("\"year\""_L1));
}

void ExtractionTest::unknownSchema()
{
    CallInputs in = inputs(OutputSpec::Mode::Auto);
    in.prompt.output->schema = u"film"_s;
    const auto got = resolve(in, {}, provider(u"openai-chat"_s));
    QVERIFY(!got);
    QCOMPARE(got.error().kind, ErrorKind::Setup);
    QVERIFY(got.error().message.contains("book"_L1));
}

// extraction.md 6
void ExtractionTest::argumentsMustBeThere()
{
    CallInputs in = inputs(OutputSpec::Mode::Auto, R"({"type": "object", "properties": {"task":
        {"x-from-arguments": true}, "genre": {"x-from-arguments": true}, "a": {}}})");
    const auto got = resolve(in, {}, provider(u"openai-chat"_s));
    QVERIFY(!got);
    QVERIFY(got.error().message.contains("genre"_L1));
    QVERIFY(got.error().message.contains("task"_L1));
    in.variables.insert(u"genre"_s, Value(u"fantasy"_s));
    const auto right = resolve(in, {}, provider(u"openai-chat"_s));
    QVERIFY(right && right->extraction);
    QCOMPARE(toBytes(right->extraction->arguments), R"({"task":"T","genre":"fantasy"})"_ba);
}

// retries.md 4
void ExtractionTest::errorsGoIntoTheNextPrompt()
{
    const auto rendered = [](const CallInputs &in, const RepairInput &repair) {
        const auto got = resolve(in, {}, provider(u"openai-chat"_s), {.repair = repair});
        QStringList out;
        for (const Message &message : got ? got->request.messages : QList<Message> {})
            out.append(plainText(message));
        return out;
    };
    const CallInputs in = inputs(OutputSpec::Mode::Auto);
    QCOMPARE(rendered(in, {}), QStringList {u"Extract T"_s});
    QCOMPARE(
        rendered(in, {.errors = {u"V"_s}}),
        QStringList {u"Extract T\nErrors found:\n\n- V\n\nPlease fix the errors and try again."_s});

    CallInputs withVariable = in;
    withVariable.prompt.text = u"{errors}\nExtract {task}"_s;
    QCOMPARE(rendered(withVariable, {.as = RepairInput::As::Variable, .errors = {u"{V}"_s}}),
             QStringList {u"{V}\nExtract T"_s});
    QVERIFY(!rendered(withVariable, {}).isEmpty());

    Attempt wrong = called(u"{}"_s);
    wrong.error = Error {.kind = ErrorKind::Validation, .message = u"V"_s};
    const auto turns = rendered(
        in, {.as = RepairInput::As::Conversation, .errors = {u"V"_s}, .attempts = {wrong}});
    QCOMPARE(turns.size(), 3);
    QCOMPARE(turns[0], u"Extract T"_s);
}

static CallInputs askingWithExample(const Json &schema, OutputSpec::Mode mode, const Json &answer)
{
    CallInputs inputs {.prompt
                       = {.text = u"USER: Extract {q}"_s, .output = OutputSpec {.mode = mode}},
                       .variables = {{u"q"_s, Value(u"T"_s)}},
                       .schemas = {{u"book"_s, schema}}};
    inputs.prompt.output->schema = u"book"_s;
    inputs.examples = {{.values = {{u"q"_s, Value(u"E"_s)}}, .answer = answer}};
    return inputs;
}

void ExtractionTest::examplesAnswerInTheSameForm_data()
{
    QTest::addColumn<QString>("codec");
    for (const char *codec : {"openai-chat", "openai-responses", "anthropic", "gemini", "mistral",
                              "cohere", "bedrock", "ollama"})
        QTest::newRow(codec) << QString::fromUtf8(codec);
}

// Calls of the tool are answered, and the turn is closed: after a tool's result Mistral, and the
// templates of local models, take a user's word only behind an assistant's.
void ExtractionTest::examplesAnswerInTheSameForm()
{
    QFETCH(QString, codec);
    const Json book = json(R"({"title": "Dune", "year": 1965})");
    const Json schema = json(bookSchema);
    using Mode = OutputSpec::Mode;
    const auto resolved = [&](Mode mode) {
        return resolve(askingWithExample(schema, mode, book), {.model = u"m"_s}, provider(codec));
    };
    const auto byTool = resolved(Mode::Tool);
    QVERIFY2(byTool, qPrintable(byTool ? QString() : byTool.error().message));
    const auto &messages = byTool->request.messages;
    QCOMPARE(messages.size(), 5);
    QCOMPARE(plainText(messages[0]), u"Extract E"_s);
    const auto *use = std::get_if<ToolUse>(&messages[1].parts.first());
    QVERIFY(use);
    QCOMPARE(use->name, byTool->request.tools.first().name);
    QCOMPARE(use->argumentsText, uR"({"title":"Dune","year":1965})"_s);
    const auto *result = std::get_if<ToolResult>(&messages[2].parts.first());
    QVERIFY(result);
    QCOMPARE(result->id, use->id);
    QCOMPARE(messages[3].role, Role::Assistant);
    QCOMPARE(plainText(messages[4]), u"Extract T"_s);

    const auto inWords = resolved(Mode::JsonText);
    QVERIFY(inWords);
    QCOMPARE(plainText(inWords->request.messages[0]), u"Extract E"_s); // told once, at the end
    QCOMPARE(plainText(inWords->request.messages[1]), uR"({"title":"Dune","year":1965})"_s);
    QVERIFY(plainText(inWords->request.messages[2]).startsWith("Extract T"_L1));

    const Codec *format = findCodec(codec);
    Endpoint endpoint {.provider = u"p"_s, .api = u"a"_s, .baseUrl = QUrl(u"https://h/v1"_s)};
    endpoint.values.insert(u"region"_s, u"r"_s);
    for (const auto &call : {byTool, inWords}) {
        const auto request = format->encode(call->request, endpoint, {}, {});
        QVERIFY2(request, qPrintable(request ? QString() : request.error().message));
        QVERIFY(request->body.contains("Dune"));
    }
}

void ExtractionTest::examplesOfBareValues()
{
    const auto turn = [](const char *schema, const Json &answer) {
        const auto got
            = resolve(askingWithExample(json(schema), OutputSpec::Mode::JsonText, answer),
                      {.model = u"m"_s}, provider(u"openai-chat"_s));
        return got ? plainText(got->request.messages[1]) : got.error().message;
    };
    QCOMPARE(turn(R"({"type": "integer"})", Json(3)), uR"({"value":3})"_s);
    QCOMPARE(turn(R"({"type": "integer"})", Json("3")), uR"({"value":3})"_s); // a cell of CSV
    QCOMPARE(turn(R"({"type": "string"})", Json("3")), uR"({"value":"3"})"_s);
    QCOMPARE(turn(R"({"type": "array", "items": {"type": "string"}})", Json("[\"a\"]")),
             uR"({"value":["a"]})"_s);
    QCOMPARE(turn(R"({"type": "object", "properties": {"a": {"type": "integer"},
                      "q": {"type": "string", "x-from-arguments": true}}})",
                  json(R"({"a": 1, "q": "E"})")),
             uR"({"a":1})"_s);
}

void ExtractionTest::saysWhichExamplesDoNotFit()
{
    const auto inputs
        = askingWithExample(json(bookSchema), OutputSpec::Mode::Auto, json(R"({"title": "Dune"})"));
    const auto got = resolve(inputs, {.model = u"m"_s}, provider(u"openai-chat"_s));
    QVERIFY(got);
    QCOMPARE(got->warnings.size(), 1);
    QVERIFY2(got->warnings.first().startsWith(
                 "The answer of example 1 does not fit the schema: year: "_L1),
             qPrintable(got->warnings.first()));
}

void ExtractionTest::reads_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<bool>("tool");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QString>("expected");

    const auto row = [](const char *name, const char *schema, bool tool, const char *answer,
                        const char *expected) {
        QTest::newRow(name) << QByteArray(schema) << tool << QString::fromUtf8(answer)
                            << QString::fromUtf8(expected);
    };
    row("a tool's arguments", bookSchema, true, R"({"title": "T", "year": "1"})",
        R"({"title":"T","year":1})");
    row("text", bookSchema, false, "Here: {\"title\": \"T\", \"year\": 1} ok",
        R"({"title":"T","year":1})");
    row("what is missing", bookSchema, true, R"({"title": "T"})", "1 error");
    row("arguments that are no object", bookSchema, true, "[1, 2]", "1 error");
    row("a tool without arguments", bookSchema, true, "", "2 errors");
    const char *list = R"({"type": "array", "items": {"type": "string"}})";
    row("a wrapped list", list, true, R"({"value": ["a", "b"]})", R"(["a","b"])");
    row("a bare list", list, false, R"(["a", "b"])", R"(["a","b"])");
    row("a wrapped integer", R"({"type": "integer"})", true, R"({"value": "42"})", "42");
    row("a word for an integer", R"({"type": "integer"})", true, R"({"value": "forty"})",
        "1 error");
    row("a bare integer", R"({"type": "integer"})", false, "42", "42");
    row("a bare text", R"({"type": "string"})", false, "Oslo", R"("Oslo")");
    row("a word that is not listed", R"({"enum": ["low", "high"]})", true, R"({"value": "mid"})",
        "1 error");
    row("a listed word", R"({"enum": ["low", "high"]})", true, R"({"value": "low"})", R"("low")");
    row("an enumeration by its name", R"({"$ref": "#/$defs/Color", "$defs": {"Color": {"title":
        "Color", "enum": ["red"], "type": "string"}}})",
        true, R"({"value": "red"})", R"("red")");
    row("a number that is one", R"({"type": "integer"})", true, R"({"value": 42.0})", "42");
    row("a fraction", R"({"type": "integer"})", true, R"({"value": 42.5})", "1 error");
    row("one for true", R"({"type": "boolean"})", true, R"({"value": 1})", "true");
    row("a number for a text", R"({"type": "string"})", true, R"({"value": 1})", "1 error");
    row("an optional text", R"({"anyOf": [{"type": "string"}, {"type": "null"}]})", true,
        R"({"value": null})", "null");
    row("one of two models", R"({"anyOf": [{"type": "object", "properties": {"a": {"type":
        "integer"}}, "required": ["a"]}, {"type": "object", "properties": {"b": {"type":
        "string"}}, "required": ["b"]}]})",
        true, R"({"value": {"b": "x"}})", R"({"b":"x"})");
    row("a dictionary", R"({"type": "object", "additionalProperties": {"type": "integer"}})", true,
        R"({"value": {"x": "1"}})", R"({"x":1})");
    row("a tuple", R"({"type": "array", "prefixItems": [{"type": "string"}, {"type": "integer"}]})",
        true, R"({"value": ["a", "1"]})", R"(["a",1])");
    row("a list of objects", R"({"type": "array", "items": {"type": "object", "properties":
        {"title": {"type": "string"}}}})",
        true, R"({"value": [{"title": "T"}]})", R"([{"title":"T"}])");
}

void ExtractionTest::reads()
{
    QFETCH(QByteArray, schema);
    QFETCH(bool, tool);
    QFETCH(QString, answer);
    QFETCH(QString, expected);
    const auto how = extraction(
        schema.constData(), tool ? Extraction::Mechanism::Tool : Extraction::Mechanism::JsonText);
    const auto got = extract(how, tool ? called(answer) : said(answer));
    QVERIFY(got);
    const auto count = got->issues.size();
    QCOMPARE(got->error ? (count == 1 ? u"1 error"_s : u"%1 errors"_s.arg(count))
                        : QString::fromUtf8(toBytes(got->value)),
             expected);
    QVERIFY(!got->error || got->error->kind == ErrorKind::Validation);
    QVERIFY(got->hasValue);
}

void ExtractionTest::saysWhyThereIsNothing()
{
    const auto how = extraction(bookSchema, Extraction::Mechanism::JsonText);
    const auto nothing = extract(how, said(u"I cannot."_s));
    QVERIFY(nothing && nothing->error);
    QCOMPARE(nothing->error->message, u"No tool call or JSON object found in response."_s);
    QVERIFY(!nothing->hasValue);

    Attempt cut = said(u"{\"title\": \"T"_s);
    cut.finish = FinishReason::Length;
    const auto incomplete = extract(how, cut);
    QVERIFY(incomplete && incomplete->error);
    QCOMPARE(incomplete->error->code, u"incomplete"_s);
    QVERIFY(incomplete->error->message.contains("limit of tokens"_L1));

    Attempt refused;
    refused.refusal = u"I will not."_s;
    const auto refusal = extract(how, refused);
    QVERIFY(refusal && refusal->error);
    QCOMPARE(refusal->error->kind, ErrorKind::Filtered);
    QCOMPARE(refusal->error->message, u"I will not."_s);
}

void ExtractionTest::toolsOfThePromptComeFirst()
{
    Extraction how = extraction(bookSchema, Extraction::Mechanism::JsonText);
    how.besideTools = true;
    QVERIFY(!extract(how, called(u"{}"_s, u"search"_s)));
    Attempt attempt = called(u"{}"_s, u"search"_s);
    extractInto(how, attempt);
    QVERIFY(!attempt.error && !attempt.value);
}

void ExtractionTest::nullStandsForAbsent()
{
    Extraction how = extraction(R"({"type": "object", "properties": {"a": {"type": "string",
        "default": "x"}, "b": {"type": ["string", "null"]}}, "required": ["b"]})",
                                Extraction::Mechanism::Strict);
    how.nullIsAbsent = true;
    const auto got = extract(how, said(uR"({"a": null, "b": null})"_s));
    QVERIFY(got && !got->error);
    QCOMPARE(toBytes(got->value), R"({"a":"x","b":null})"_ba);
}

void ExtractionTest::rulesBeyondTheSchema()
{
    Extraction how = extraction(bookSchema);
    how.rules = *answerRulesFromJson(
        json(R"({"rules": [{"if": "year < 0", "message": "too old", "path": "/year"}]})"));
    const RuleCheck check = scriptedRules();
    QVERIFY(!extract(how, called(uR"({"title": "T", "year": 1})"_s), check)->error);
    const auto broken = extract(how, called(uR"({"title": "T", "year": -1})"_s), check);
    QVERIFY(broken->error);
    QCOMPARE(locationText(broken->issues[0].location), u"year"_s);
    QCOMPARE(broken->issues[0].message, u"Value error, too old"_s);
    QVERIFY(!answerRulesFromJson(json(R"({"rules": [{}]})")));

    how.rules.first().condition = u"output.title.missing.too"_s; // a rule that fails is broken
    QVERIFY(extract(how, called(uR"({"title": "T", "year": 1})"_s), check)->error);
}

void ExtractionTest::functionsBeyondTheSchema()
{
    Extraction how = extraction(bookSchema);
    int asked = 0;
    const AnswerCheck check = [&asked](const Json &book) -> QList<AnswerFault> {
        ++asked;
        if (textOf(book, "title") == "T"_L1)
            return {{.message = u"too short"_s, .path = u"/title"_s}, {.message = u"dull"_s}};
        return {};
    };
    const auto faulty = extract(how, called(uR"({"title": "T", "year": 1})"_s), {}, check);
    QVERIFY(faulty && faulty->error);
    QCOMPARE(faulty->issues.size(), 2);
    QCOMPARE(faulty->error->message,
             u"2 validation errors for Book\ntitle\n  Value error, too short [type=value_error, "
             "input_value='T', input_type=str]\n  Value error, dull [type=value_error, "
             "input_value={'title': 'T', 'year': 1}, input_type=dict]"_s);
    QVERIFY(!extract(how, called(uR"({"title": "Dune", "year": 1})"_s), {}, check)->error);
    QCOMPARE(asked, 2);
    QVERIFY(extract(how, called(uR"({"title": "T"})"_s), {}, check)->error);
    QCOMPARE(asked, 2); // what does not fit the schema is not looked at
}

void ExtractionTest::saysWhatLeniencyDid()
{
    const auto how = extraction(bookSchema, Extraction::Mechanism::JsonText);
    Attempt attempt
        = said(u"Here:\n```json\n{\"title\": \"T\", \"year\": \"1\", \"x\": 2,}\n```"_s);
    extractInto(how, attempt);
    QVERIFY(attempt.value);
    QCOMPARE(attempt.reading,
             (QStringList {u"Text around the JSON was cut away."_s,
                           u"The fence around the JSON was taken off."_s,
                           u"Commas before closing brackets were taken out."_s,
                           u"year: \"1\" was taken as 1."_s,
                           u"x was left out: the schema has no such member."_s}));
    Attempt clean = said(uR"({"title": "T", "year": 1})"_s);
    extractInto(how, clean);
    QVERIFY(clean.reading.isEmpty());
    const auto number = extraction(R"({"type": "integer"})", Extraction::Mechanism::JsonText);
    QCOMPARE(extract(number, said(u"42"_s))->steps.size(), 1);
}

// extraction.md 4, last column of the last table
void ExtractionTest::answersOfServices_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");

    QTest::newRow("an object") << uR"({"a": 1})"_s << uR"({"a":1})"_s;
    QTest::newRow("in prose") << uR"(Sure: {"a": 1} bye)"_s << uR"({"a":1})"_s;
    QTest::newRow("in a fence") << u"```json\n{\"a\": 1}\n```"_s << uR"({"a":1})"_s;
    QTest::newRow("two of them") << uR"({"a": 1} and {"b": 2})"_s << uR"({"a":1})"_s;
    QTest::newRow("a list") << u"[1, 2]"_s << u"model_type"_s;
    QTest::newRow("none") << u"I cannot."_s << u"No tool call or JSON object found in response."_s;
}

void ExtractionTest::answersOfServices()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const auto how = extraction(R"({"type": "object", "properties": {"a": {"type": "integer"}}})",
                                Extraction::Mechanism::JsonText);
    const auto got = extract(how, said(text));
    QVERIFY(got);
    QCOMPARE(!got->error                 ? QString::fromUtf8(toBytes(got->value))
                 : got->issues.isEmpty() ? got->error->message
                                         : got->issues.first().type,
             expected);
}

// extraction.md 5
void ExtractionTest::partialValues()
{
    PartialExtraction partial(extraction(bookSchema));
    QByteArrayList seen;
    for (const char *piece :
         {"{\"ti", "tle\": \"D", "une\"", ", \"year\": 19", "65", "}", " tail"}) {
        if (partial.feed(ToolCallDelta {.index = 0, .arguments = QString::fromUtf8(piece)}))
            seen.append(toBytes(partial.value()));
    }
    QCOMPARE(seen,
             (QByteArrayList {R"({"title":null,"year":null})", R"({"title":"D","year":null})",
                              R"({"title":"Dune","year":null})", R"({"title":"Dune","year":19})",
                              R"({"title":"Dune","year":1965})"}));
    QVERIFY(partial.issues().isEmpty());
}

void ExtractionTest::partialItems()
{
    PartialExtraction partial(extraction(R"({"type": "array", "items": {"$ref": "#/$defs/B"},
        "$defs": {"B": {"type": "object", "properties": {"n": {"type": "integer"}},
        "required": ["n"]}}})"));
    QStringList seen;
    for (const char *piece :
         {"{\"value\": [{\"n\": \"1\"", "}, {\"n\"", ": 2}", ", {", "}", "]}"}) {
        partial.feed(ToolCallDelta {.index = 0, .arguments = QString::fromUtf8(piece)});
        for (const auto &item : partial.takeItems())
            seen.append(u"%1:%2:%3"_s.arg(item.index)
                            .arg(QString::fromUtf8(toBytes(item.value)))
                            .arg(item.issues.size()));
    }
    QCOMPARE(seen, (QStringList {u"0:{\"n\":1}:0"_s, u"1:{\"n\":2}:0"_s, u"2:{}:1"_s}));
}

void ExtractionTest::partialTextHasProse()
{
    PartialExtraction partial(extraction(bookSchema, Extraction::Mechanism::JsonText));
    QVERIFY(!partial.feed(TextDelta {u"Sure! "_s}));
    QVERIFY(partial.value().is_null());
    QVERIFY(partial.feed(TextDelta {u"Here: {\"title\": \"D"_s}));
    QVERIFY(partial.feed(TextDelta {u"une\", \"year\": 1}"_s}));
    QVERIFY(!partial.feed(TextDelta {u" Hope it {helps}"_s}));
    QCOMPARE(toBytes(partial.value()), R"({"title":"Dune","year":1})"_ba);
}

void ExtractionTest::partialKnowsWhatIsOpen()
{
    PartialExtraction partial(extraction(R"({"type": "array", "items": {"type": "string"}})"));
    const auto open = [&partial](const char *piece) {
        partial.feed(ToolCallDelta {.index = 0, .arguments = QString::fromUtf8(piece)});
        return partial.open() ? locationText(*partial.open()) : u"-"_s;
    };
    QCOMPARE(open("{\"value\": [\"a\", \"b"), u"1"_s); // in the bare value
    QCOMPARE(open("\"]}"), u"-"_s);
}

void ExtractionTest::acceptsByHand()
{
    const Json value = json(R"({"year": "x"})");
    Attempt wrong {.number = 1, .value = value, .issues = {{.message = u"no"_s}}};
    wrong.error = Error {.kind = ErrorKind::Validation};
    Attempt prose {.number = 2, .state = CallState::Invalid, .text = u"Sorry"_s};
    prose.error = wrong.error;
    CallRecord record {.state = CallState::Invalid, .attempts = {wrong, prose}};
    QCOMPARE(lastWithValue(record)->number, 1);
    QVERIFY(acceptValue(record));
    QCOMPARE(record.state, CallState::Done);
    const Attempt &last = record.attempts.last();
    QVERIFY(last.accepted && !last.error);
    QCOMPARE(*last.value, value);
    QCOMPARE(last.issues.size(), 1); // what is wrong with it stays
    QVERIFY(toJson(last, false).contains("accepted"));

    QVERIFY(acceptValue(record, json("7")));
    QCOMPARE(*record.attempts.last().value, json("7"));
    QVERIFY(record.attempts.last().issues.isEmpty());

    CallRecord nothing {.attempts = {prose}};
    QVERIFY(!acceptValue(nothing));
    QCOMPARE(nothing.attempts.first(), prose);
}

void ExtractionTest::partialProseHasBraces()
{
    const QString whole = u"Use {curly} and {} braces: {\"title\": \"Dune\", \"year\": 1}"_s;
    for (qsizetype step = 1; step <= whole.size(); ++step) {
        PartialExtraction partial(extraction(R"({"title": "Book", "type": "object", "properties":
            {"title": {"type": "string"}, "year": {"type": "integer"}}})",
                                             Extraction::Mechanism::JsonText));
        for (qsizetype at = 0; at < whole.size(); at += step)
            partial.feed(TextDelta {whole.mid(at, step)});
        // An empty object in prose is an object: nobody can tell.
        QCOMPARE(toBytes(partial.value()), R"({"title":null,"year":null})"_ba);
    }
    PartialExtraction partial(extraction(bookSchema, Extraction::Mechanism::JsonText));
    for (const QChar c : u"Use {curly} braces: {\"title\": \"Dune\", \"year\": 1}"_s)
        partial.feed(TextDelta {QString(c)});
    QCOMPARE(toBytes(partial.value()), R"({"title":"Dune","year":1})"_ba);
}

void ExtractionTest::partialListsComeBare()
{
    PartialExtraction partial(extraction(R"({"type": "array", "items": {"type": "integer"}})",
                                         Extraction::Mechanism::JsonText));
    QStringList seen;
    for (const char *piece : {"\n", " [1", "2, \"3\"", ", 4", "]", " done"}) {
        if (partial.feed(TextDelta {QString::fromUtf8(piece)}))
            seen.append(QString::fromUtf8(toBytes(partial.value())));
        for (const auto &item : partial.takeItems())
            seen.append(u"%1:%2"_s.arg(item.index).arg(QString::fromUtf8(toBytes(item.value))));
    }
    QCOMPARE(seen,
             (QStringList {u"[1]"_s, u"[12,3]"_s, u"0:12"_s, u"1:3"_s, u"[12,3,4]"_s, u"2:4"_s}));
}

void ExtractionTest::partialAnswersOfUnforcedModels()
{
    PartialExtraction partial(extraction(bookSchema));
    QVERIFY(partial.feed(TextDelta {u"{\"title\": \"Ubik\""_s})); // as extract() reads it too
    QCOMPARE(textOf(partial.value(), "title"), u"Ubik"_s);
    QVERIFY(partial.feed(ToolCallDelta {.index = 0, .arguments = u"{\"title\": \"Du"_s}));
    QCOMPARE(textOf(partial.value(), "title"), u"Du"_s); // the call is the answer
    QVERIFY(!partial.feed(TextDelta {u"{\"title\": \"x\"}"_s}));
}

QTEST_GUILESS_MAIN(ExtractionTest)

#include "tst_extraction.moc"
