// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/config/parameterinfo.h>

#include <QTest>

#include <algorithm>

using namespace Antiphon;
using namespace Qt::StringLiterals;
using Type = ParameterInfo::Type;

static Json json(const QByteArray &text)
{
    const auto value = parseJson(text);
    return value ? *value : Json("not JSON");
}

/// A small table, so that the rules can be seen.
static ParameterTable table()
{
    const auto read = parameterTableFromJson(json(R"({
        "antiphon": "parameters/1",
        "formats": {"openai-chat": [
            {"name": "temperature", "type": "number", "min": 0, "max": 2, "default": 1},
            {"name": "seed", "type": "integer"},
            {"name": "n", "type": "integer", "min": 1},
            {"name": "deep.inner.level", "type": "choice", "choices": ["LOW", "HIGH"]},
            {"name": "effort", "type": "choice", "choices": ["low"], "models": ["o1", "gpt-5"]},
            {"name": "top_k", "type": "integer", "notModels": ["o1"]}]},
        "services": [
            {"provider": "other", "format": "openai-chat", "without": ["n"], "parameters": [
                {"name": "temperature", "type": "number", "above": 0, "below": 1},
                {"name": "extra_one", "type": "boolean"}]},
            {"provider": "open", "format": "openai-chat", "anyModel": true}]})"));
    return read ? *read : ParameterTable {};
}

static Provider provider(const QString &id)
{
    return {.id = id, .apis = {{.name = u"chat"_s, .codec = u"openai-chat"_s}}};
}

static ParameterInfo named(const QList<ParameterInfo> &list, const QString &name)
{
    const auto found = std::ranges::find(list, name, &ParameterInfo::name);
    return found == list.end() ? ParameterInfo {} : *found;
}

class ParameterInfoTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void commonOnesComeFirst();
    void servicesDiffer();
    void modelsLimit_data();
    void modelsLimit();
    void aModelNarrows();
    void valuesAreFoundAndSet();
    void otherExtrasRemain();
    void checks_data();
    void checks();
    void refusesABrokenTable();
};

void ParameterInfoTest::commonOnesComeFirst()
{
    const auto list = parametersFor(table(), provider(u"plain"_s), {});
    QStringList names;
    for (const ParameterInfo &info : list.first(7))
        names.append(info.name);
    QCOMPARE(names, commonParameterNames());
    QVERIFY(named(list, u"temperature"_s).supported);
    QVERIFY(!named(list, u"stop"_s).supported); // the format does not list it
    QVERIFY(named(list, u"temperature"_s).common && !named(list, u"n"_s).common);
}

void ParameterInfoTest::servicesDiffer()
{
    const auto list = parametersFor(table(), provider(u"other"_s), {});
    QVERIFY(!named(list, u"n"_s).supported);
    QVERIFY(named(list, u"extra_one"_s).supported);
    QVERIFY(named(list, u"temperature"_s).minOpen);
    QCOMPARE(named(list, u"temperature"_s).max, 1.0);
}

void ParameterInfoTest::modelsLimit_data()
{
    QTest::addColumn<QString>("service");
    QTest::addColumn<QString>("model");
    QTest::addColumn<bool>("effort");
    QTest::addColumn<bool>("topK");

    QTest::newRow("a listed model") << u"plain"_s << u"gpt-5-mini"_s << true << true;
    QTest::newRow("another model") << u"plain"_s << u"gpt-4o"_s << false << true;
    QTest::newRow("a model that refuses") << u"plain"_s << u"o1"_s << true << false;
    QTest::newRow("a vendor before it") << u"plain"_s << u"openai/gpt-5"_s << true << true;
    QTest::newRow("no model yet") << u"plain"_s << QString() << true << true;
    QTest::newRow("names that say nothing") << u"open"_s << u"my-deployment"_s << true << true;
}

void ParameterInfoTest::modelsLimit()
{
    QFETCH(QString, service);
    QFETCH(QString, model);
    const auto list = parametersFor(table(), provider(service), {.model = model});
    QTEST(named(list, u"effort"_s).supported, "effort");
    QTEST(named(list, u"top_k"_s).supported, "topK");
}

void ParameterInfoTest::aModelNarrows()
{
    const auto list = parametersFor(table(), provider(u"plain"_s), {},
                                    {.temperature = false, .maxOutput = 4096});
    QVERIFY(!named(list, u"temperature"_s).supported);
    QCOMPARE(named(list, u"max_tokens"_s).max, 4096.0);
}

void ParameterInfoTest::valuesAreFoundAndSet()
{
    const auto list = parametersFor(table(), provider(u"plain"_s), {});
    const ParameterInfo level = named(list, u"deep.inner.level"_s);
    Parameters parameters;
    parameters.extra = json(R"({"deep": {"keep": 1}})");
    QVERIFY(!parameterValue(parameters, level));
    QVERIFY(setParameter(parameters, level, Json("HIGH")));
    QCOMPARE(toBytes(parameters.extra), R"({"deep":{"keep":1,"inner":{"level":"HIGH"}}})");
    QCOMPARE(parameterValue(parameters, level), std::optional(Json("HIGH")));
    QVERIFY(setParameter(parameters, level, std::nullopt));
    QCOMPARE(toBytes(parameters.extra), R"({"deep":{"keep":1}})");

    const ParameterInfo temperature = named(list, u"temperature"_s);
    QVERIFY(setParameter(parameters, temperature, Json(0.5)));
    QCOMPARE(parameters.temperature, 0.5);
    QCOMPARE(parameterValue(parameters, temperature), std::optional(Json(0.5)));
    QVERIFY(!setParameter(parameters, temperature, Json("warm")));
    QCOMPARE(parameters.temperature, 0.5);
    QVERIFY(setParameter(parameters, temperature, std::nullopt));
    QVERIFY(!parameters.temperature);
}

void ParameterInfoTest::otherExtrasRemain()
{
    const auto list = parametersFor(table(), provider(u"plain"_s), {});
    const Json extra = json(R"({"n": 2, "deep": {"inner": {"level": "LOW"}}, "own": {"a": 1}})");
    QCOMPARE(toBytes(otherExtras(extra, list)), R"({"own":{"a":1}})");
}

void ParameterInfoTest::checks_data()
{
    QTest::addColumn<ParameterInfo>("info");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("fine");

    const ParameterInfo share {.type = Type::Number, .min = 0, .max = 1, .minOpen = true};
    QTest::newRow("in range") << share << QByteArray("0.5") << true;
    QTest::newRow("the open end") << share << QByteArray("0") << false;
    QTest::newRow("the closed end") << share << QByteArray("1") << true;
    QTest::newRow("too much") << share << QByteArray("1.01") << false;
    QTest::newRow("no number") << share << QByteArray("\"1\"") << false;
    QTest::newRow("no whole number")
        << ParameterInfo {.type = Type::Integer} << QByteArray("1.5") << false;
    const ParameterInfo choice {.type = Type::Choice, .choices = {Json("low"), Json(true)}};
    QTest::newRow("a choice") << choice << QByteArray("\"low\"") << true;
    QTest::newRow("a choice that is no text") << choice << QByteArray("true") << true;
    QTest::newRow("not a choice") << choice << QByteArray("\"max\"") << false;
    ParameterInfo open = choice;
    open.choicesOpen = true;
    QTest::newRow("others are taken too") << open << QByteArray("\"max\"") << true;
    const ParameterInfo list {.type = Type::List, .maxItems = 2};
    QTest::newRow("a list") << list << QByteArray(R"(["a","b"])") << true;
    QTest::newRow("one text is a list") << list << QByteArray(R"("a")") << true;
    QTest::newRow("too many") << list << QByteArray(R"(["a","b","c"])") << false;
    QTest::newRow("not of texts") << list << QByteArray("[1]") << false;
    QTest::newRow("any JSON") << ParameterInfo {.type = Type::Any} << QByteArray("[1]") << true;
}

void ParameterInfoTest::checks()
{
    QFETCH(ParameterInfo, info);
    QFETCH(QByteArray, value);
    QFETCH(bool, fine);
    const QString problem = parameterProblem(info, json(value));
    QVERIFY2(problem.isEmpty() == fine, qPrintable(problem));
}

void ParameterInfoTest::refusesABrokenTable()
{
    const auto read = parameterTableFromJson(
        json(R"({"antiphon": "parameters/1", "formats": {"x": [{"type": "number"}]}})"));
    QVERIFY(!read);
    QVERIFY2(read.error().message.startsWith("formats.x[0].name"_L1),
             qPrintable(read.error().message));
    QVERIFY(!parameterTableFromJson(json(R"({"antiphon": "prices/1"})")));
}

QTEST_GUILESS_MAIN(ParameterInfoTest)
#include "tst_parameterinfo.moc"
