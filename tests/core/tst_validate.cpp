// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/extract/check.h>

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Antiphon;

class ValidateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void checksWhatTypesCannotSay_data();
    void checksWhatTypesCannotSay();
    void saysEverythingOnce();
    void knowsBothDrafts();
    void refusesReferencesOutOfItself();
    void refusesCircles();
    void takesReferencesToDrafts();
    void patternsAreUnicodeAndBounded();
};

static Json json(const char *text)
{
    const auto value = parseJson(text);
    Q_ASSERT(value);
    return *value;
}

static QString shown(const Result<Checked> &checked)
{
    if (!checked)
        return u"no schema"_s;
    if (checked->issues.isEmpty())
        return QString::fromUtf8(toBytes(checked->value));
    QStringList issues;
    for (const ValidationIssue &issue : checked->issues)
        issues.append(locationText(issue.location) + u':' + issue.type);
    return issues.join(u' ');
}

void ValidateTest::checksWhatTypesCannotSay_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("expected");

    const auto row
        = [](const char *name, const char *schema, const char *value, const char *expected) {
              QTest::newRow(name) << QByteArray(schema) << QByteArray(value)
                                  << QString::fromUtf8(expected);
          };
    row("unique items", R"({"type": "array", "uniqueItems": true})", "[1, 1]", ":unique_items");
    row("members in another order are the same", R"({"const": {"a": 1, "b": 2}})",
        R"({"b": 2, "a": 1})", R"({"b":2,"a":1})");
    row("one of", R"({"oneOf": [{"minimum": 1}, {"maximum": 5}]})", "3", ":one_of");
    row("not", R"({"not": {"type": "string"}})", R"("x")", ":not");
    row("contains", R"({"contains": {"type": "string"}})", "[1]", ":min_contains");
    row("a name's pattern", R"({"propertyNames": {"pattern": "^a"}})", R"({"b": 1})",
        ":string_pattern_mismatch");
    row("members by pattern", R"({"type": "object", "patternProperties": {"^n": {"type":
        "integer"}}})",
        R"({"n1": "x"})", "n1:type");
    row("dependent members", R"({"dependentRequired": {"a": ["b"]}})", R"({"a": 1})", "a:missing");
    row("valid", R"({"type": "object", "properties": {"n": {"type": "integer"}}})", R"({"n": "3"})",
        R"({"n":3})");
    row("no schema at all", R"({"type": 5})", "1", "no schema");
}

void ValidateTest::checksWhatTypesCannotSay()
{
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, value);
    QFETCH(QString, expected);
    QCOMPARE(shown(checkValue(json(value.constData()), json(schema.constData()))), expected);
}

void ValidateTest::saysEverythingOnce()
{
    const Json schema = json(R"({"type": "object", "properties": {"n": {"type": "integer"},
        "l": {"type": "array", "uniqueItems": true}}, "required": ["n", "m"],
        "additionalProperties": false})");
    QCOMPARE(shown(checkValue(json(R"({"n": "x", "l": [1, 1], "z": 0})"), schema)),
             u"n:int_parsing z:extra_forbidden l:unique_items"_s);
}

void ValidateTest::knowsBothDrafts()
{
    const Json tuple = json(R"({"items": [{"type": "string"}]})");
    const auto seven = JsonSchema::read(tuple, SchemaDraft::Draft7);
    QVERIFY(seven);
    QVERIFY(!seven->accepts(json("[1]")));
    const auto newest = JsonSchema::read(json(R"({"prefixItems": [{"type": "string"}]})"));
    QVERIFY(newest);
    QVERIFY(!newest->accepts(json("[1]")));
    const auto named = JsonSchema::read(json(
        R"({"$schema": "http://json-schema.org/draft-07/schema#", "items": [{"type": "string"}]})"));
    QVERIFY(named);
    QVERIFY(!named->accepts(json("[1]")));
}

void ValidateTest::refusesReferencesOutOfItself()
{
    const auto schema = JsonSchema::read(json(R"({"$ref": "http://127.0.0.1:1/other.json"})"));
    QVERIFY(!schema);
    QCOMPARE(schema.error().kind, ErrorKind::Setup);
}

void ValidateTest::refusesCircles()
{
    const Json itself = json(R"({"$ref": "#"})");
    QVERIFY(!JsonSchema::read(itself));
    const Json around = json(R"({"$defs": {"a": {"allOf": [{"$ref": "#/$defs/b"}]},
        "b": {"anyOf": [{"$ref": "#/$defs/a"}]}}, "$ref": "#/$defs/a"})");
    QVERIFY(!JsonSchema::read(around));
    const Json anchored = json(R"({"allOf": [{"$ref": "#a"}], "$defs": {"a": {"$anchor": "a"}}})");
    QVERIFY(JsonSchema::read(anchored));
    // going into the value is no circle
    const auto tree
        = JsonSchema::read(json(R"({"type": "object", "properties": {"next": {"$ref": "#"}}})"));
    QVERIFY(tree);
    QVERIFY(!tree->accepts(json(R"({"next": {"next": 1}})")));
}

void ValidateTest::takesReferencesToDrafts()
{
    const auto schema = JsonSchema::read(
        json(R"({"$ref": "http://json-schema.org/draft-07/schema#"})"), SchemaDraft::Draft7);
    QVERIFY(schema);
    QVERIFY(schema->accepts(json(R"({"minLength": 1})")));
    QVERIFY(!schema->accepts(json(R"({"minLength": -1})")));
}

void ValidateTest::patternsAreUnicodeAndBounded()
{
    const auto letters = JsonSchema::read(json(R"({"pattern": "^\\p{L}+$"})"));
    QVERIFY(letters);
    QVERIFY(letters->accepts(toJson(u"Äß")));
    QVERIFY(!letters->accepts(toJson(u"1")));
    const Json unclosed = json(R"({"pattern": "("})");
    QVERIFY(!JsonSchema::read(unclosed));

    const auto slow = JsonSchema::read(json(R"({"pattern": "^(a+)+$"})"));
    QVERIFY(slow);
    QElapsedTimer timer;
    timer.start();
    (void)slow->accepts(toJson(QString(40, u'a') + u'b'));
    const auto longText = JsonSchema::read(json(R"({"pattern": "^(a|b)*$"})"));
    (void)longText->accepts(toJson(QString(300'000, u'a')));
    QVERIFY(timer.elapsed() < 5000);
}

QTEST_GUILESS_MAIN(ValidateTest)

#include "tst_validate.moc"
