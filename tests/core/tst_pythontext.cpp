// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/prompt/pythontext.h>

#include <QTest>

#include <limits>

using namespace Antiphon;
using namespace Qt::StringLiterals;

class PythonTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesJson_data();
    void writesJson();
    void writesFloats_data();
    void writesFloats();
    void writesTheRest();
    void escapesForAscii();
    void becomesJson();
};

void PythonTextTest::writesJson_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("str");
    QTest::addColumn<QString>("repr");

    const auto row = [](const char *value, const QString &str, const QString &repr) {
        QTest::newRow(value) << QByteArray(value) << str << repr;
    };
    const auto same = [&row](const char *value, const QString &text) { row(value, text, text); };
    same("true", u"True"_s);
    same("false", u"False"_s);
    same("null", u"None"_s);
    same("123456789", u"123456789"_s);
    same("-3", u"-3"_s);
    same("18446744073709551615", u"18446744073709551615"_s);
    same("12345678901234567890123", u"12345678901234567890123"_s);
    same("[]", u"[]"_s);
    same("{}", u"{}"_s);
    same("[1, 2]", u"[1, 2]"_s);
    same(R"(["a"])", u"['a']"_s);
    same(R"(["it's"])", u"[\"it's\"]"_s);
    same(R"({"a": 1, "b": [null, {"c": 0.5}]})", u"{'a': 1, 'b': [None, {'c': 0.5}]}"_s);
    row(R"("")", u""_s, u"''"_s);
    row(R"("a")", u"a"_s, u"'a'"_s);
    row(R"("it's")", u"it's"_s, u"\"it's\""_s);
    row(R"("say \"hi\"")", u"say \"hi\""_s, u"'say \"hi\"'"_s);
    row(R"("it's \"it\"")", u"it's \"it\""_s, u"'it\\'s \"it\"'"_s);
    row(R"("back\\slash")", u"back\\slash"_s, u"'back\\\\slash'"_s);
    row(R"("\n\r\t")", u"\n\r\t"_s, u"'\\n\\r\\t'"_s);
    row(R"("\u0001\u007f\u00a0")", u"\u0001\u007f\u00a0"_s, u"'\\x01\\x7f\\xa0'"_s);
    row(R"("\u200b\u2028")", u"\u200b\u2028"_s, u"'\\u200b\\u2028'"_s);
    row(R"("é日🎉")", u"é日🎉"_s, u"'é日🎉'"_s);
    row(R"("\udb40\udc01")", u"\U000E0001"_s, u"'\\U000e0001'"_s);
}

void PythonTextTest::writesJson()
{
    QFETCH(QByteArray, value);
    QFETCH(QString, str);
    QFETCH(QString, repr);
    const auto json = parseJson(value);
    QVERIFY(json);
    QCOMPARE(pythonStr(Value(*json)), str);
    QCOMPARE(pythonRepr(Value(*json)), repr);
}

void PythonTextTest::writesFloats_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("expected");
    const auto row = [](double value, const QString &expected) {
        QTest::newRow(qPrintable(expected)) << value << expected;
    };
    row(1.0, u"1.0"_s);
    row(-7.5, u"-7.5"_s);
    row(0.0, u"0.0"_s);
    row(-0.0, u"-0.0"_s);
    row(0.1, u"0.1"_s);
    row(0.1 + 0.2, u"0.30000000000000004"_s);
    row(1e15, u"1000000000000000.0"_s);
    row(9999999999999998.0, u"9999999999999998.0"_s);
    row(1e16, u"1e+16"_s);
    row(1.5e16, u"1.5e+16"_s);
    row(1e22, u"1e+22"_s);
    row(1e100, u"1e+100"_s);
    row(0.0001, u"0.0001"_s);
    row(0.00001, u"1e-05"_s);
    row(0.000012345, u"1.2345e-05"_s);
    row(5e-324, u"5e-324"_s);
    row(1.7976931348623157e308, u"1.7976931348623157e+308"_s);
    row(123456.789, u"123456.789"_s);
    row(std::numeric_limits<double>::infinity(), u"inf"_s);
    row(-std::numeric_limits<double>::infinity(), u"-inf"_s);
    row(std::numeric_limits<double>::quiet_NaN(), u"nan"_s);
}

void PythonTextTest::writesFloats()
{
    QFETCH(double, value);
    QFETCH(QString, expected);
    QCOMPARE(pythonFloat(value), expected);
}

void PythonTextTest::writesTheRest()
{
    const Value one {Json(1)};
    QCOMPARE(pythonStr(Tuple {}), u"()"_s);
    QCOMPARE(pythonStr(Tuple {{one}}), u"(1,)"_s);
    QCOMPARE(pythonStr(Tuple {{one, Value(u"a"_s)}}), u"(1, 'a')"_s);
    QCOMPARE(pythonStr(List {{one, Value(Tuple {})}}), u"[1, ()]"_s);
    QCOMPARE(pythonStr(Map {{{u"k"_s, one}}}), u"{'k': 1}"_s);
    QCOMPARE(pythonStr(Object {{{u"k"_s, one}}}), u"namespace(k=1)"_s);
    QCOMPARE(pythonStr(Value(QByteArray("a'\n\xff\\"))), u"b\"a'\\n\\xff\\\\\""_s);
    QCOMPARE(pythonStr(ContentPart(Text {.text = u"x"_s})), u"x"_s);
    QCOMPARE(pythonStr(textMessage(Role::Assistant, u"answer"_s)), u"answer"_s);
}

void PythonTextTest::escapesForAscii()
{
    QCOMPARE(pythonAscii(Value(u"aé\u20ac🎉"_s)), u"'a\\xe9\\u20ac\\U0001f389'"_s);
}

void PythonTextTest::becomesJson()
{
    const Value value = List {
        {Value(Tuple {{Value(u"a"_s)}}), Value(Map {{{u"k"_s, Value()}}}), Value(QByteArray("x"))}};
    QCOMPARE(toBytes(jsonOf(value)), QByteArray(R"([["a"],{"k":null},"eA=="])"));
}

QTEST_GUILESS_MAIN(PythonTextTest)
#include "tst_pythontext.moc"
