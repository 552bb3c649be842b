// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/extract/coerce.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Antiphon;

class CoerceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void values_data();
    void values();
    void strictTakesNothingElse();
    void collectsAllErrors();
    void laysOutErrors();
    void shortensInputs();
    void openValuesAreLeftAlone_data();
    void openValuesAreLeftAlone();
    void circlesEnd();
};

static Json json(const char *text)
{
    const auto value = parseJson(text);
    Q_ASSERT(value);
    return *value;
}

/// "value" or "loc:type loc:type".
static QString shown(const Coerced &coerced)
{
    if (coerced.issues.isEmpty())
        return QString::fromUtf8(toBytes(coerced.value));
    QStringList issues;
    for (const ValidationIssue &issue : coerced.issues)
        issues.append(locationText(issue.location) + u':' + issue.type);
    return issues.join(u' ');
}

void CoerceTest::values_data()
{
    QTest::addColumn<QString>("schema");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("expected");

    const auto row
        = [](const char *name, const char *schema, const char *value, const char *expected) {
              QTest::newRow(name) << QString::fromUtf8(schema) << QString::fromUtf8(value)
                                  << QString::fromUtf8(expected);
          };
    const char *integer = R"({"type": "integer"})";
    row("text to integer", integer, R"("42")", "42");
    row("text with blanks and sign", integer, R"(" +42 ")", "42");
    row("whole number with a point", integer, "42.0", "42");
    row("text with a point", integer, R"("42.0")", "42");
    row("fraction is no integer", integer, "42.5", ":int_from_float");
    row("word is no integer", integer, R"("forty")", ":int_parsing");
    row("true to integer", integer, "true", "1");
    row("null is no integer", integer, "null", ":int_type");
    row("list is no integer", integer, "[1]", ":int_type");
    row("a very large integer", integer, R"("123456789012345678901234567890")",
        "123456789012345678901234567890");
    const char *number = R"({"type": "number"})";
    row("text to number", number, R"("1e3")", "1000.0");
    row("integer is a number", number, "3", "3");
    row("word is no number", number, R"("x")", ":float_parsing");
    row("object is no number", number, "{}", ":float_type");
    const char *boolean = R"({"type": "boolean"})";
    row("1 to true", boolean, "1", "true");
    row("0.0 to false", boolean, "0.0", "false");
    row("yes to true", boolean, R"("Yes")", "true");
    row("off to false", boolean, R"("off")", "false");
    row("2 is no boolean", boolean, "2", ":bool_parsing");
    row("maybe is no boolean", boolean, R"("maybe")", ":bool_parsing");
    row("null is no boolean", boolean, "null", ":bool_type");
    const char *string = R"({"type": "string"})";
    row("number is no string", string, "5", ":string_type");
    row("null stays null", R"({"type": "null"})", "null", "null");
    row("text is not null", R"({"type": "null"})", R"("x")", ":none_required");

    const char *book = R"({"type": "object", "properties": {"title": {"type": "string"},
        "year": {"type": "integer"}, "tags": {"type": "array", "items": {"type": "string"},
        "default": []}}, "required": ["title", "year"]})";
    row("a whole object", book, R"({"title": "T", "year": "1965"})",
        R"({"title":"T","year":1965,"tags":[]})");
    row("unknown members are left out", book, R"({"title": "T", "year": 1, "more": 2})",
        R"({"title":"T","year":1,"tags":[]})");
    row("what is missing", book, R"({"year": 1})", "title:missing");
    row("a list is no object", book, "[1, 2]", ":model_type");
    row("no unknown member allowed", R"({"type": "object", "properties": {"a": {}},
        "additionalProperties": false})",
        R"({"a": 1, "b": 2})", "b:extra_forbidden");
    row("members by one schema",
        R"({"type": "object", "additionalProperties": {"type": "integer"}})",
        R"({"a": "1", "b": "x"})", "b:int_parsing");
    row("a list of them", R"({"type": "array", "items": {"type": "integer"}})", R"(["1", "x", 3])",
        "1:int_parsing");
    row("text is no list", R"({"type": "array"})", R"("a")", ":list_type");
    row("nested places", R"({"type": "object", "properties": {"books": {"type": "array",
        "items": {"$ref": "#/$defs/B"}}}, "$defs": {"B": {"type": "object", "properties":
        {"title": {"type": "string"}}, "required": ["title"]}}})",
        R"({"books": [{}]})", "books.0.title:missing");

    row("a word that is not listed", R"({"enum": ["low", "high"], "type": "string"})", R"("mid")",
        ":literal_error");
    row("one that is", R"({"enum": ["low", "high"], "type": "string"})", R"("low")", R"("low")");
    row("a named enumeration", R"({"$ref": "#/$defs/C", "$defs": {"C": {"enum": ["red"]}}})",
        R"("blue")", ":enum");
    row("a constant", R"({"const": 1})", "2", ":literal_error");
    row("too small", R"({"type": "integer", "minimum": 10})", "1", ":greater_than_equal");
    row("not above", R"({"type": "integer", "exclusiveMinimum": 1})", "1", ":greater_than");
    row("too large", R"({"type": "integer", "maximum": 10})", "11", ":less_than_equal");
    row("not below", R"({"type": "number", "exclusiveMaximum": 1})", "1", ":less_than");
    row("no multiple", R"({"type": "number", "multipleOf": 0.1})", "0.25", ":multiple_of");
    row("a multiple", R"({"type": "number", "multipleOf": 0.1})", "0.3", "0.3");
    row("too short a text", R"({"type": "string", "minLength": 2})", R"("a")", ":string_too_short");
    row("too long a text", R"({"type": "string", "maxLength": 1})", R"("ab")", ":string_too_long");
    row("characters, not units", R"({"type": "string", "maxLength": 1})", "\"😀\"", "\"😀\"");
    row("no match", R"({"type": "string", "pattern": "^a+$"})", R"("ab")",
        ":string_pattern_mismatch");
    row("too few items", R"({"type": "array", "minItems": 1})", "[]", ":too_short");
    row("too many items", R"({"type": "array", "maxItems": 1})", "[1, 2]", ":too_long");
    row("no date", R"({"type": "string", "format": "date"})", R"("yesterday")",
        ":date_from_datetime_parsing");
    row("a date", R"({"type": "string", "format": "date"})", R"("2026-02-28")", R"("2026-02-28")");

    const char *optional = R"({"anyOf": [{"type": "integer"}, {"type": "null"}]})";
    row("optional null", optional, "null", "null");
    row("optional value", optional, R"("7")", "7");
    row("optional wrong", optional, R"("x")", ":int_parsing");
    const char *either = R"({"anyOf": [{"type": "integer"}, {"type": "string"}]})";
    row("what it already is comes first", either, R"("7")", R"("7")");
    row("no branch fits", either, "[]", "int:int_type str:string_type");
    row("several types", R"({"type": ["integer", "null"]})", R"("7")", "7");
    row("several types, null", R"({"type": ["integer", "null"]})", "null", "null");
    row("the parts of allOf keep each other's members", R"({"allOf": [{"type": "object",
        "properties": {"a": {"type": "integer"}}}, {"type": "object", "properties":
        {"b": {"type": "integer"}}}]})",
        R"({"a": "1", "b": "2"})", R"({"b":2,"a":1})");
}

void CoerceTest::values()
{
    QFETCH(QString, schema);
    QFETCH(QString, value);
    QFETCH(QString, expected);
    const Json given = json(value.toUtf8());
    QCOMPARE(shown(coerce(given, json(schema.toUtf8()))), expected);
}

void CoerceTest::strictTakesNothingElse()
{
    const CoerceOptions strict {.lax = false};
    QCOMPARE(shown(coerce(json(R"("42")"), json(R"({"type": "integer"})"), strict)),
             u":int_type"_s);
    const Json schema = json(R"({"type": "object", "properties": {"a": {"default": 1}}})");
    QCOMPARE(shown(coerce(json(R"({"b": 2})"), schema, strict)), uR"({"b":2})"_s);
}

void CoerceTest::collectsAllErrors()
{
    const Json schema = json(R"({"type": "object", "properties": {"a": {"type": "integer"},
        "b": {"type": "string"}, "c": {}}, "required": ["a", "b", "c"],
        "additionalProperties": false})");
    QCOMPARE(shown(coerce(json(R"({"d": 1, "a": "x", "b": 2})"), schema)),
             u"a:int_parsing b:string_type c:missing d:extra_forbidden"_s);
}

// extraction.md 3
void CoerceTest::laysOutErrors()
{
    const Json schema = json(R"({"type": "object", "properties": {"title": {"type": "string"},
        "year": {"type": "integer"}}, "required": ["title", "year"]})");
    const auto wrong = coerce(json(R"({"year": "x"})"), schema).issues;
    const QString expected = u"2 validation errors for Book\n"
                             "title\n"
                             "  Field required [type=missing, input_value={'year': 'x'}, "
                             "input_type=dict]\n"
                             "year\n"
                             "  Input should be a valid integer, unable to parse string as an "
                             "integer [type=int_parsing, input_value='x', input_type=str]"_s;
    QCOMPARE(issuesText(u"Book"_s, wrong), expected);
    QVERIFY(issuesText(u"Book"_s, wrong.first(1)).startsWith("1 validation error for Book\n"_L1));
}

void CoerceTest::shortensInputs()
{
    const QString text = issuesText(
        u"X"_s,
        {{.type = u"int_parsing"_s, .message = u"No"_s, .input = toJson(QString(200, u'a'))}});
    QVERIFY(text.contains("aaa...aaa"_L1));
    QVERIFY(text.size() < 150);
}

void CoerceTest::openValuesAreLeftAlone_data()
{
    QTest::addColumn<QString>("schema");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("expected");

    const auto row
        = [](const char *name, const char *property, const char *value, const char *expected) {
              QTest::newRow(name) << uR"({"type": "object", "properties": {"a": %1, "b": {"type":
            "string"}}, "required": ["a", "b"]})"_s.arg(QString::fromUtf8(property))
                                  << QString::fromUtf8(value) << QString::fromUtf8(expected);
          };
    row("half a word of an enumeration", R"({"enum": ["red"]})", R"({"a": "re"})",
        R"({"a":"re","b":null})");
    row("a number that may grow", R"({"type": "integer", "minimum": 10})", R"({"a": 1})",
        R"({"a":1,"b":null})");
    row("a text that may get longer", R"({"type": "string", "minLength": 5})", R"({"a": "x"})",
        R"({"a":"x","b":null})");
    row("a text that may become a number", R"({"type": "integer"})", R"({"a": "4"})",
        R"({"a":null,"b":null})");
    row("one that never will", R"({"type": "integer"})", R"({"a": "x"})", "a:int_parsing");
    row("a list that may get longer", R"({"type": "array", "minItems": 2})", R"({"a": []})",
        R"({"a":[],"b":null})");
}

void CoerceTest::openValuesAreLeftAlone()
{
    QFETCH(QString, schema);
    QFETCH(QString, value);
    QFETCH(QString, expected);
    const Json given = json(value.toUtf8());
    QCOMPARE(shown(coerce(given, json(schema.toUtf8()), {.open = Location {u"a"_s}})), expected);
}

void CoerceTest::circlesEnd()
{
    const Json itself = json(R"({"$ref": "#"})");
    QCOMPARE(shown(coerce(Json(1), itself)), u"1"_s);
    const Json among = json(R"({"anyOf": [{"$ref": "#"}, {"type": "integer"}]})");
    QCOMPARE(shown(coerce(Json(1), among)), u"1"_s);
}

QTEST_GUILESS_MAIN(CoerceTest)

#include "tst_coerce.moc"
