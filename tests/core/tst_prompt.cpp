// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/config/examples.h>

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

class PromptTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsEverything();
    void hasDefaults();
    void makesExamplesOfRows();
    void refuses_data();
    void refuses();
};

void PromptTest::readsEverything()
{
    const auto prompt = promptFromJson(u"summarize"_s, json(R"({
        "antiphon": "prompt/1", "id": "k7m2q9x4tz1a", "title": "Summarize a ticket",
        "template": {"dialect": "v0", "roles": "anchored", "indentation": "preserve",
                     "whenEmpty": "compat", "values": "json"},
        "variants": {"default": "template.tmpl"},
        "variables": {
          "language": {"type": "choice", "choices": ["English", "German"], "default": "English"},
          "ticket": {"required": true, "description": "All of it", "multiline": true,
                     "sensitive": true}},
        "targets": ["gpt-mini"], "params": {"temperature": 0.2},
        "targetParams": {"gpt-mini": {"seed": 7}}, "retry": "patient"})"));
    QVERIFY2(prompt, qPrintable(prompt ? QString() : prompt.error().message));
    using Options = TemplateOptions;
    const Prompt expected {
        .id = u"k7m2q9x4tz1a"_s,
        .slug = u"summarize"_s,
        .title = u"Summarize a ticket"_s,
        .options = {.dialect = Options::Dialect::V0,
                    .roles = Options::Roles::Anchored,
                    .indentation = Options::Indentation::Preserve,
                    .whenEmpty = Options::WhenEmpty::Compat,
                    .values = Options::Values::AsJson},
        .variables = {{.name = u"language"_s,
                       .type = u"choice"_s,
                       .fallback = Json("English"),
                       .choices = {u"English"_s, u"German"_s}},
                      {.name = u"ticket"_s,
                       .required = true,
                       .description = u"All of it"_s,
                       .multiline = true,
                       .sensitive = true}},
        .targets = QStringList {u"gpt-mini"_s},
        .parameters = {.temperature = 0.2},
        .targetParameters = {{u"gpt-mini"_s, {.seed = 7}}},
        .retry = u"patient"_s,
    };
    QCOMPARE(*prompt, expected);
}

void PromptTest::hasDefaults()
{
    const auto prompt = promptFromJson(u"a"_s, json("{}"));
    QVERIFY(prompt);
    QCOMPARE(*prompt, (Prompt {.slug = u"a"_s, .title = u"a"_s}));
}

void PromptTest::makesExamplesOfRows()
{
    const auto prompt = promptFromJson(u"a"_s, json(R"({"examples": "few",
        "mapping": {"ticket": "Body"}, "variables": {"tags": {"type": "list"},
        "year": {"type": "integer"}}})"));
    QVERIFY(prompt);
    QCOMPARE(prompt->examples, u"few"_s);

    Dataset dataset {.slug = u"few"_s,
                     .rows = {json(R"({"nr": "1", "Body": "[It] leaks", "tags": "[\"a\"]",
                                       "year": "", "expected": "fault high"})")},
                     .id = u"nr"_s};
    const auto examples = examplesOf(*prompt, dataset);
    QVERIFY(examples);
    QCOMPARE(*examples,
             (QList<Example> {{.values = {{u"ticket"_s, Value(u"[It] leaks"_s)},
                                          {u"tags"_s, Value(json(R"(["a"])"))}},
                               .answer = Json("fault high")}}));

    // Several columns of the answer are a value, in the types the dataset has for them.
    dataset = {.slug = u"few"_s,
               .rows = {json(R"({"Body": "x", "title": "Dune", "pages": "412"})")},
               .types = {{u"pages"_s, u"integer"_s}},
               .expected = {u"title"_s, u"pages"_s}};
    QCOMPARE(toBytes(examplesOf(*prompt, dataset)->first().answer),
             R"({"title":"Dune","pages":412})"_ba);

    dataset.expected = {u"author"_s};
    QVERIFY(examplesOf(*prompt, dataset)
                .error()
                .message.startsWith("Row 1 of the dataset \"few\" has no column \"author\""_L1));
    dataset.rows.fill(dataset.rows.first(), mostExamples + 1);
    QVERIFY(examplesOf(*prompt, dataset).error().message.contains("101 rows"_L1));
}

void PromptTest::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const char *text, const QString &says) {
        QTest::newRow(name) << QByteArray(text) << says;
    };
    row("another file", R"({"antiphon": "target/1"})", u"antiphon: is \"target/1\""_s);
    row("an unknown type", R"({"variables": {"x": {"type": "colour"}}})",
        u"variables.x.type: must be one of text, number"_s);
    row("a choice of nothing", R"({"variables": {"x": {"type": "choice"}}})",
        u"variables.x.choices: is missing"_s);
    row("variables as a list", R"({"variables": []})",
        u"variables: must be an object, not a list."_s);
    row("targets as text", R"({"targets": "a"})", u"targets: must be a list of texts"_s);
    row("a parameter of another type", R"({"params": {"top_p": "all"}})",
        u"params: The parameter top_p must be"_s);
    row("one target's parameter", R"({"targetParams": {"mini": {"top_p": "all"}}})",
        u"targetParams.mini: The parameter top_p must be"_s);
    row("another engine", R"({"template": {"engine": "jinja2"}})",
        u"template: this text is written for jinja2"_s);
}

void PromptTest::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, says);
    const auto prompt = promptFromJson(u"a"_s, json(text));
    QVERIFY(!prompt);
    QVERIFY2(prompt.error().message.startsWith(says), qPrintable(prompt.error().message));
}

QTEST_GUILESS_MAIN(PromptTest)
#include "tst_prompt.moc"
