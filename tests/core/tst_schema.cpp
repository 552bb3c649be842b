// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/extract/dialect.h>
#include <antiphon/core/extract/jsonschema.h>
#include <antiphon/core/extract/responsemodel.h>
#include <antiphon/core/extract/schemaexample.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Antiphon;

class SchemaTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesModels_data();
    void namesModels();
    void wrapsBareTypes();
    void leavesTitlesOut();
    void unfoldsAReference();
    void leavesCallArgumentsOut();
    void keepsExamples();
    void asksForNothing();
    void asksInWords();
    void adaptsForOpenAi();
    void adaptsForAnthropic();
    void adaptsForGeminiTools();
    void cutsRecursion();
    void quirksGoOverTheFormat();
    void showsAnExample_data();
    void showsAnExample();
    void infersASchema();
};

static Json json(const char *text)
{
    const auto value = parseJson(text);
    Q_ASSERT(value);
    return *value;
}

static OutputDialect dialect(const char *codec)
{
    return outputDialect(QString::fromUtf8(codec), {});
}

void SchemaTest::namesModels_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<bool>("wrapped");

    const auto row = [](const char *what, const char *schema, const char *name,
                        const char *expected, bool wrapped) {
        QTest::newRow(what) << QByteArray(schema) << QString::fromUtf8(name)
                            << QString::fromUtf8(expected) << wrapped;
    };
    const char *object = R"({"type": "object", "properties": {"a": {}}})";
    row("by its title", R"({"title": "Book", "type": "object", "properties": {}})", "x", "Book",
        false);
    row("by its file", object, "invoice", "invoice", false);
    row("what no tool may be called", R"({"title": "My Book!", "type": "object"})", "", "My_Book_",
        false);
    row("text", R"({"type": "string"})", "", "str", true);
    row("integer", R"({"type": "integer"})", "", "int", true);
    row("number", R"({"type": "number"})", "", "float", true);
    row("boolean", R"({"type": "boolean"})", "", "bool", true);
    row("list", R"({"type": "array", "items": {"type": "string"}})", "", "list", true);
    row("literal", R"({"enum": ["a", "b"], "type": "string"})", "", "Literal", true);
    row("enumeration", R"({"title": "Color", "enum": ["red"]})", "", "Color", true);
    row("union", R"({"anyOf": [{"type": "string"}, {"type": "null"}]})", "", "Union", true);
    row("any members", R"({"type": "object", "additionalProperties": {"type": "integer"}})", "",
        "dict", true);
}

void SchemaTest::namesModels()
{
    QFETCH(QByteArray, schema);
    QFETCH(QString, name);
    QFETCH(QString, expected);
    QFETCH(bool, wrapped);
    const auto model = responseModel(json(schema.constData()), name);
    QVERIFY(model);
    QCOMPARE(model->name, expected);
    QCOMPARE(model->wrapped, wrapped);
}

void SchemaTest::wrapsBareTypes()
{
    const auto model
        = responseModel(json(R"({"$defs": {"B": {"title": "B", "type": "object"}}, "type": "array",
            "items": {"$ref": "#/$defs/B"}})"));
    QVERIFY(model);
    QCOMPARE(toBytes(model->asked),
             R"({"$defs":{"B":{"type":"object"}},"properties":{"value":{"type":"array",)"
             R"("items":{"$ref":"#/$defs/B"}}},"required":["value"],"type":"object"})"_ba);
    QVERIFY(model->description.startsWith("Correctly formatted"_L1));
}

void SchemaTest::leavesTitlesOut()
{
    const auto model = responseModel(
        json(R"({"title": "Book", "description": "A book.", "type": "object", "properties":
            {"title": {"title": "Title", "type": "string", "description": "On the cover",
            "examples": [{"title": "kept"}]}}, "required": ["title"]})"));
    QVERIFY(model);
    QCOMPARE(model->description, u"A book."_s);
    QCOMPARE(toBytes(model->asked),
             R"({"type":"object","properties":{"title":{"type":"string","description":)"
             R"("On the cover","examples":[{"title":"kept"}]}},"required":["title"]})"_ba);
    const ToolDefinition tool = answerTool(*model);
    QCOMPARE(tool.name, u"Book"_s);
    QCOMPARE(tool.parameters, model->asked);
}

void SchemaTest::unfoldsAReference()
{
    const auto model = responseModel(json(R"({"$ref": "#/$defs/Book", "$defs": {"Book":
        {"type": "object", "properties": {"next": {"$ref": "#/$defs/Book"}}}}})"));
    QVERIFY(model);
    QCOMPARE(model->name, u"Book"_s);
    QVERIFY(!model->wrapped);
    QVERIFY(model->asked.contains("$defs"));
}

// extraction.md 6
void SchemaTest::leavesCallArgumentsOut()
{
    const auto model = responseModel(json(R"({"type": "object", "properties": {"genre":
        {"type": "string", "x-from-arguments": true}, "title": {"type": "string"}},
        "required": ["genre", "title"]})"));
    QVERIFY(model);
    QCOMPARE(model->fromArguments, QStringList {u"genre"_s});
    QCOMPARE(
        toBytes(model->asked),
        R"({"type":"object","properties":{"title":{"type":"string"}},"required":["title"]})"_ba);
    const Json arguments = json(R"({"genre": "fantasy", "other": 1})");
    QCOMPARE(toBytes(withArguments(*model, json(R"({"title": "T"})"), arguments)),
             R"({"title":"T","genre":"fantasy"})"_ba);
    QCOMPARE(toBytes(withArguments(*model, json(R"({"title": "T", "genre": "x"})"), arguments)),
             R"({"title":"T","genre":"fantasy"})"_ba);
}

// extraction.md 7: examples of fields and of the whole go out with the schema, by tool and in
// words.
void SchemaTest::keepsExamples()
{
    const auto model = responseModel(json(R"({"type": "object", "properties": {"title":
        {"type": "string", "examples": ["Dune"]}}, "examples": [{"title": "Ubik"}]})"));
    QVERIFY(model);
    const QByteArray expected
        = R"({"type":"object","properties":{"title":{"type":"string","examples":["Dune"]}},)"
          R"("examples":[{"title":"Ubik"}]})"_ba;
    QCOMPARE(toBytes(answerTool(*model).parameters), expected);
    QVERIFY(jsonInstruction(model->asked).contains("\"Ubik\""_L1));
    QCOMPARE(toBytes(adaptSchema(model->asked, dialect("openai-chat").toolRules).schema), expected);
    const auto strict = adaptSchema(model->asked, dialect("openai-chat").strictRules);
    QVERIFY(!strict.schema.contains("examples"));
    QCOMPARE(strict.notices.size(), 1); // said, not silent
}

// extraction.md 2
void SchemaTest::asksForNothing()
{
    const auto model = responseModel(json(R"({"title": "Ping", "type": "object"})"));
    QVERIFY(model && !model->wrapped);
    QCOMPARE(model->name, u"Ping"_s);
    QCOMPARE(toBytes(model->asked), R"({"type":"object"})"_ba);
}

void SchemaTest::asksInWords()
{
    const QString text
        = jsonInstruction(json(R"({"properties": {"a": {"type": "integer"}}, "required": ["a"]})"));
    QVERIFY(text.endsWith(u"adheres to this schema:\n{\n  \"properties\": {\n    \"a\": {\n      "
                          "\"type\": \"integer\"\n    }\n  },\n  \"required\": [\n    \"a\"\n  "
                          "]\n}"_s));
    QVERIFY(!jsonInstruction(Json::null()).contains(u'\n'));
}

void SchemaTest::adaptsForOpenAi()
{
    const AdaptedSchema adapted = adaptSchema(
        json(R"({"type": "object", "properties": {"a": {"type": "string", "minLength": 2},
            "b": {"enum": ["x"], "type": "string", "default": "x"},
            "c": {"$ref": "#/$defs/C", "description": "why"},
            "d": {"oneOf": [{"type": "integer"}, {"type": "string"}]}},
            "required": ["a", "c"], "$defs": {"C": {"type": "object", "properties": {}}}})"),
        dialect("openai-chat").strictRules);
    QCOMPARE(toBytes(adapted.schema),
             R"({"type":"object","properties":{"a":{"type":"string"},)"
             R"("b":{"enum":["x",null],"type":["string","null"]},"c":{"$ref":"#/$defs/C"},)"
             R"("d":{"anyOf":[{"type":"integer"},{"type":"string"},{"type":"null"}]}},)"
             R"("required":["a","b","c","d"],"$defs":{"C":{"type":"object","properties":{},)"
             R"("required":[],"additionalProperties":false}},"additionalProperties":false})"_ba);
    QCOMPARE(adapted.notices.size(), 2);
    QVERIFY(adapted.notices[0].contains("\"default\" at /properties/b"_L1));
    QVERIFY(adapted.notices[1].contains("\"minLength\" at /properties/a"_L1));
}

void SchemaTest::adaptsForAnthropic()
{
    const AdaptedSchema adapted
        = adaptSchema(json(R"({"type": "object", "properties": {"n": {"type": "integer",
            "minimum": 1, "default": 2}}})"),
                      dialect("anthropic").strictRules);
    QCOMPARE(toBytes(adapted.schema),
             R"({"type":"object","properties":{"n":{"type":"integer","default":2}},)"
             R"("additionalProperties":false})"_ba);
}

void SchemaTest::adaptsForGeminiTools()
{
    const AdaptedSchema adapted = adaptSchema(
        json(
            R"({"type": "object", "properties": {"c": {"$ref": "#/$defs/C"}, "d": {"type": "string",
            "default": "x", "examples": ["one", "two"]}}, "$defs": {"C": {"enum": ["red"],
            "type": "string"}}})"),
        dialect("gemini").toolRules);
    QCOMPARE(toBytes(adapted.schema),
             R"({"type":"object","properties":{"c":{"enum":["red"],"type":"string",)"
             R"("format":"enum"},"d":{"type":"string","example":"one"}}})"_ba);
}

void SchemaTest::cutsRecursion()
{
    const AdaptedSchema adapted
        = adaptSchema(json(R"({"$ref": "#/$defs/N", "$defs": {"N": {"type": "object", "properties":
            {"next": {"$ref": "#/$defs/N"}}}}})"),
                      {.inlined = true});
    QCOMPARE(toBytes(adapted.schema),
             R"({"type":"object","properties":{"next":{"type":"object"}}})"_ba);
    QCOMPARE(adapted.notices.size(), 1);
}

void SchemaTest::quirksGoOverTheFormat()
{
    Quirks quirks;
    quirks.extra = json(R"({"output": {"force": "named", "strict": false,
        "instruction": "last-user", "unforcedModels": ["x-"]}})");
    const OutputDialect got = outputDialect(u"openai-chat", quirks);
    QCOMPARE(got.force, OutputDialect::Force::Named);
    QCOMPARE(got.instruction, OutputDialect::Instruction::LastUserMessage);
    QVERIFY(!got.strict);
    QVERIFY(got.jsonMode);
    QCOMPARE(got.unforcedModels, QStringList {u"x-"_s});
}

void SchemaTest::showsAnExample_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("example");

    QTest::newRow("types") << R"({"type":"object","properties":{"a":{"type":"integer"},
        "b":{"type":["string","null"]},"c":{"type":"boolean"},"d":{"type":"array",
        "items":{"type":"number"}}}})"_ba
                           << R"({"a":1,"b":"text","c":true,"d":[1.5]})"_ba;
    QTest::newRow("its own words come first")
        << R"({"type":"string","examples":["BF-220"],"enum":["x","BF-220"]})"_ba
        << R"("BF-220")"_ba;
    QTest::newRow("allowed values") << R"({"enum":["low","high"]})"_ba << R"("low")"_ba;
    QTest::newRow("bounds") << R"({"type":"integer","minimum":18})"_ba << "18"_ba;
    QTest::newRow("references")
        << R"({"type":"array","items":{"$ref":"#/$defs/A"},"$defs":{"A":{"type":"string",
        "format":"date"}}})"_ba
        << R"(["2026-01-31"])"_ba;
    QTest::newRow("alternatives") << R"({"anyOf":[{"type":"null"},{"type":"integer"}]})"_ba
                                  << "1"_ba;
}

void SchemaTest::showsAnExample()
{
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, example);
    const Json value = json(schema.constData());
    QCOMPARE(toBytes(exampleOf(value)), example);
    const auto read = JsonSchema::read(value);
    QVERIFY(read);
    QVERIFY(read->accepts(exampleOf(value)));
}

void SchemaTest::infersASchema()
{
    const Json example = json(R"({"name":"x","items":[{"a":1,"b":"y"},{"a":1.5}],"none":null})");
    const Json inferred = inferredSchema(example);
    QCOMPARE(toBytes(inferred),
             R"({"type":"object","properties":{"name":{"type":"string"},"items":{"type":"array",)"
             R"("items":{"type":"object","properties":{"a":{"type":"number"},)"
             R"("b":{"type":"string"}},"required":["a"]}},"none":{"type":"null"}},)"
             R"("required":["name","items","none"]})"_ba);
    QVERIFY(JsonSchema::read(inferred)->accepts(example));

    // What is known of a field stays, where it allows what the example has.
    const Json known = json(R"({"title":"T","type":"object","properties":{
        "name":{"type":"string","description":"Who"},"none":{"type":"string"}}})");
    const Json kept = inferredSchema(json(R"({"name":"x","none":1})"), known);
    QCOMPARE(toBytes(kept),
             R"({"title":"T","type":"object","properties":{)"
             R"("name":{"type":"string","description":"Who"},"none":{"type":"integer"}},)"
             R"("required":["name","none"]})"_ba);
}

QTEST_GUILESS_MAIN(SchemaTest)

#include "tst_schema.moc"
