// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/simulate/script.h>

#include <QTest>

using namespace Antiphon;
using namespace Qt::StringLiterals;

class SimulatorScriptTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFieldIsRead();
    void scriptIsChosen_data();
    void scriptIsChosen();
    void mistakesNameThePath_data();
    void mistakesNameThePath();
    void samplesFitTheirSchema_data();
    void samplesFitTheirSchema();
    void recursiveSchemaEnds();
};

static Result<SimulatorScript> read(const QByteArray &json, const QString &model = {})
{
    const auto value = parseJson(json);
    return value ? scriptFromJson(*value, model) : std::unexpected(value.error().toError({}));
}

void SimulatorScriptTest::everyFieldIsRead()
{
    const auto script = read(R"({"antiphon":"simulator/1","per":"total","seed":42,"speed":2.5,
        "defaults":{"firstTokenMs":100,"tokensPerSecond":30,"text":"from defaults"},
        "steps":[
          {"json":[1,2],"thinking":"hm","finish":"length","usage":null,"model":"m","headers":{"x-a":"b"},
           "connectMs":1,"jitter":0.5,"chunk":[2,8],"cut":[1,3],"keepAlive":15,"note":"n",
           "toolCalls":[{"name":"t","arguments":{"a":1},"id":"c"}]},
          {"fail":{"status":418,"code":"c","message":"m","retryAfter":"soon","shouldRetry":true,"body":"b"},
           "fault":{"kind":"error","after":3},"refusal":"no"},
          {}]})");
    QVERIFY2(script, script ? "" : qPrintable(script.error().message));
    QCOMPARE(script->name, u"scripted"_s);
    QVERIFY(script->perTotal);
    QCOMPARE(script->seed, 42U);
    QCOMPARE(script->speed, 2.5);
    QCOMPARE(script->steps.size(), 3);

    const SimulatedStep expected {
        .json = jsonArray({1, 2}),
        .thinking = u"hm"_s,
        .toolCalls = {{.name = u"t"_s, .arguments = jsonObject({{"a", 1}}), .id = u"c"_s}},
        .finish = u"length"_s,
        .usage = Json(jsoncons::null_type {}),
        .model = u"m"_s,
        .headers = {{u"x-a"_s, u"b"_s}},
        .connectMs = 1,
        .firstTokenMs = 100,
        .tokensPerSecond = 30,
        .jitter = 0.5,
        .chunkMin = 2,
        .chunkMax = 8,
        .cut = std::pair(1, 3),
        .keepAlive = 15,
        .note = u"n"_s};
    QVERIFY(script->steps[0] == expected); // its own json, not the text of the defaults
    const SimulatedFailure failure {.status = 418,
                                    .code = u"c"_s,
                                    .message = u"m"_s,
                                    .retryAfter = u"soon"_s,
                                    .shouldRetry = true,
                                    .body = "b"};
    QVERIFY(script->steps[1].fail == failure);
    QCOMPARE(script->steps[1].fault->after, 3);
    QCOMPARE(script->steps[2].text, u"from defaults"_s);
}

void SimulatorScriptTest::scriptIsChosen_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("name");
    QTest::newRow("steady without anything") << QByteArray("{}") << u"gpt"_s << u"steady"_s;
    QTest::newRow("no object at all") << QByteArray("null") << u"slow"_s << u"slow"_s;
    QTest::newRow("the model picks one") << QByteArray("{}") << u"flaky"_s << u"flaky"_s;
    QTest::newRow("script wins") << QByteArray(R"({"script":"echo"})") << u"flaky"_s << u"echo"_s;
    QTest::newRow("steps win") << QByteArray(R"({"steps":[{}]})") << u"flaky"_s << u"scripted"_s;
}

void SimulatorScriptTest::scriptIsChosen()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, model);
    QFETCH(QString, name);
    const auto script = read(json, model);
    QVERIFY(script);
    QCOMPARE(script->name, name);
    QVERIFY(!script->steps.isEmpty());
}

void SimulatorScriptTest::mistakesNameThePath_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("path");
    const auto row = [](const char *json, const char *path) {
        QTest::newRow(json) << QByteArray(json) << QString::fromLatin1(path);
    };
    row(R"([])", "simulate:");
    row(R"({"antiphon":"simulator/2"})", "simulate.antiphon:");
    row(R"({"script":"steddy"})", "simulate.script:");
    row(R"({"script":"scripted"})", "simulate.script:");
    row(R"({"script":"echo","steps":[{}]})", "simulate:");
    row(R"({"steps":[]})", "simulate.steps:");
    row(R"({"steps":[{},{"txt":"a"}]})", "simulate.steps[1].txt:");
    row(R"({"steps":[{"text":"a","echo":true}]})", "simulate.steps[0]:");
    row(R"({"steps":[{"jitter":2}]})", "simulate.steps[0].jitter:");
    row(R"({"steps":[{"cut":[3,1]}]})", "simulate.steps[0].cut:");
    row(R"({"steps":[{"chunk":0}]})", "simulate.steps[0].chunk:");
    row(R"({"steps":[{"tokensPerSecond":0}]})", "simulate.steps[0].tokensPerSecond:");
    row(R"({"steps":[{"usage":{"inputs":1}}]})", "simulate.steps[0].usage.inputs:");
    row(R"({"steps":[{"headers":{"a":"b\r\nc: d"}}]})", "simulate.steps[0].headers.a:");
    row(R"({"steps":[{"toolCalls":[{"arguments":{}}]}]})", "simulate.steps[0].toolCalls[0]:");
    row(R"({"steps":[{"fail":{}}]})", "simulate.steps[0].fail:");
    row(R"({"steps":[{"fail":{"error":"budget"}}]})", "simulate.steps[0].fail.error:");
    row(R"({"steps":[{"fault":{"kind":"explode"}}]})", "simulate.steps[0].fault.kind:");
    row(R"({"defaults":{"finish":"bored"}})", "simulate.defaults.finish:");
    row(R"({"per":"day"})", "simulate.per:");
    row(R"({"seed":-1})", "simulate.seed:");
}

void SimulatorScriptTest::mistakesNameThePath()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, path);
    const auto script = read(json);
    QVERIFY(!script);
    QCOMPARE(script.error().kind, ErrorKind::Setup);
    QVERIFY2(script.error().message.contains(path), qPrintable(script.error().message));
}

void SimulatorScriptTest::samplesFitTheirSchema_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("expected"); // empty: chance decides
    const auto row = [](const char *name, const char *schema, const char *expected = "") {
        QTest::newRow(name) << QByteArray(schema) << QByteArray(expected);
    };
    row("const", R"({"const":"EUR"})", R"("EUR")");
    row("enum of one", R"({"enum":[7]})", "7");
    row("midpoint", R"({"type":"integer","minimum":10,"maximum":20})", "15");
    row("midpoint of numbers", R"({"type":"number","minimum":0,"maximum":1})", "0.5");
    row("null", R"({"type":"null"})", "null");
    row("length", R"({"type":"string","maxLength":0})", R"("")");
    row("Gemini's spelling", R"({"type":"INTEGER","minimum":2,"maximum":2})", "2");
    row("nullable", R"({"type":["null","integer"],"minimum":3,"maximum":3})", "3");
    row("anyOf without null", R"({"anyOf":[{"type":"null"},{"const":1}]})", "1");
    row("reference", R"({"$ref":"#/$defs/a","$defs":{"a":{"const":true}}})", "true");
    row("two items", R"({"type":"array","items":{"const":1}})", "[1,1]");
    row("tuple", R"({"type":"array","prefixItems":[{"const":1},{"const":"a"}]})", R"([1,"a"])");
    row("members in order", R"({"type":"object","properties":{"z":{"const":1},"a":{"const":2}}})",
        R"({"z":1,"a":2})");
    row("allOf", R"({"allOf":[{"properties":{"a":{"const":1}}},{"properties":{"b":{"const":2}}}]})",
        R"({"a":1,"b":2})");
}

void SimulatorScriptTest::samplesFitTheirSchema()
{
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, expected);
    for (quint64 seed = 0; seed < 20; ++seed) {
        Draws draws(seed);
        QCOMPARE(toBytes(sampleFromSchema(*parseJson(schema), draws)), expected);
    }
}

void SimulatorScriptTest::recursiveSchemaEnds()
{
    const auto schema = parseJson(R"({"$ref":"#/$defs/n","$defs":{"n":{"type":"object",
        "properties":{"left":{"$ref":"#/$defs/n"},"right":{"$ref":"#/$defs/n"},
        "all":{"type":"array","items":{"$ref":"#/$defs/n"}}},"required":["left"]}}})");
    Draws draws(1);
    const Json value = sampleFromSchema(*schema, draws);
    QVERIFY(find(value, "left"));
    QVERIFY(toBytes(value).size() < 100'000);
}

QTEST_GUILESS_MAIN(SimulatorScriptTest)
#include "tst_simulatorscript.moc"
