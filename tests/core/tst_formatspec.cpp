// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/prompt/formatspec.h>

#include <QTest>

#include <limits>

using namespace Antiphon;
using namespace Qt::StringLiterals;

// What Python's format(value, specification) answers; a null string stands for an exception.
static const QString failed;

class FormatSpecTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void formats_data();
    void formats();
    void formatsWhatJsonCannotSay();
    void saysWhatIsWrong();
};

static void row(const char *value, const QString &specification, const QString &expected)
{
    QTest::addRow("%s with \"%s\"", value, qPrintable(specification))
        << QByteArray(value) << specification << expected;
}

static void textRows()
{
    row("\"ab\"", u""_s, u"ab"_s);
    row("\"ab\"", u">6"_s, u"    ab"_s);
    row("\"ab\"", u"10"_s, u"ab        "_s);
    row("\"ab\"", u"^7"_s, u"  ab   "_s);
    row("\"ab\"", u"*<5"_s, u"ab***"_s);
    row("\"ab\"", u".1"_s, u"a"_s);
    row("\"ab\"", u"s"_s, u"ab"_s);
    row("\"ab\"", u"05"_s, u"ab000"_s);
    row("\"ab\"", u"=5"_s, failed);
    row("\"ab\"", u"+"_s, failed);
    row("\"ab\"", u"#"_s, failed);
    row("\"ab\"", u"f"_s, failed);
    row("\"ab\"", u"d"_s, failed);
    row("\"ab\"", u","_s, failed);
    row("\"ab\"", u">"_s, u"ab"_s);
    row("\"ab\"", u"🎉^4"_s, u"🎉ab🎉"_s);
    row("\"ab\"", u"x"_s, failed);
    row("\"mid\"", u"^7"_s, u"  mid  "_s);
    row("\"mid\"", u"🎉>5"_s, u"🎉🎉mid"_s);
    row("\"🎉🎉🎉\"", u".2"_s, u"🎉🎉"_s);
    row("\"🎉🎉🎉\"", u">5"_s, u"  🎉🎉🎉"_s);
    row("\"🎉🎉🎉\"", u"<5|"_s, failed);
}

static void wholeNumberRows()
{
    row("42", u""_s, u"42"_s);
    row("42", u"05d"_s, u"00042"_s);
    row("42", u"d"_s, u"42"_s);
    row("42", u"+d"_s, u"+42"_s);
    row("42", u" d"_s, u" 42"_s);
    row("42", u"b"_s, u"101010"_s);
    row("42", u"#b"_s, u"0b101010"_s);
    row("42", u"o"_s, u"52"_s);
    row("42", u"#o"_s, u"0o52"_s);
    row("42", u"x"_s, u"2a"_s);
    row("42", u"#x"_s, u"0x2a"_s);
    row("42", u"X"_s, u"2A"_s);
    row("42", u"#X"_s, u"0X2A"_s);
    row("42", u"#010x"_s, u"0x0000002a"_s);
    row("42", u"c"_s, u"*"_s);
    row("42", u"n"_s, u"42"_s);
    row("42", u".2f"_s, u"42.00"_s);
    row("42", u"e"_s, u"4.200000e+01"_s);
    row("42", u"%"_s, u"4200.000000%"_s);
    row("42", u"_b"_s, u"10_1010"_s);
    row("42", u"^+7"_s, u"  +42  "_s);
    row("42", u"=+7"_s, u"+    42"_s);
    row("42", u"x<6"_s, u"42xxxx"_s);
    row("42", u"<05"_s, u"42000"_s);
    row("255", u"#x"_s, u"0xff"_s);
    row("255", u"08b"_s, u"11111111"_s);
    row("255", u"_x"_s, u"ff"_s);
    row("1234567", u","_s, u"1,234,567"_s);
    row("1234567", u"_"_s, u"1_234_567"_s);
    row("1234567", u"015,"_s, u"000,001,234,567"_s);
    row("1234567", u"012,"_s, u"0,001,234,567"_s);
    row("1234567", u"+,"_s, u"+1,234,567"_s);
    row("1234567", u"_x"_s, u"12_d687"_s);
    row("1234567", u"_b"_s, u"1_0010_1101_0110_1000_0111"_s);
    row("1234567", u",d"_s, u"1,234,567"_s);
    row("1234567", u">12,"_s, u"   1,234,567"_s);
    row("1234567", u"012_"_s, u"0_001_234_567"_s);
    row("1234567", u".1f"_s, u"1234567.0"_s);
    row("1234567", u",.2f"_s, u"1,234,567.00"_s);
    row("1234567", u"020,.3f"_s, u"0,000,001,234,567.000"_s);
    row("1234", u"09,"_s, u"0,001,234"_s);
    row("1234", u"08,"_s, u"0,001,234"_s);
    row("1234", u"010,"_s, u"00,001,234"_s);
    row("1234", u"05,"_s, u"1,234"_s);
    row("-42", u"05"_s, u"-0042"_s);
    row("-42", u"+"_s, u"-42"_s);
    row("-42", u"x"_s, u"-2a"_s);
    row("-42", u"#x"_s, u"-0x2a"_s);
    row("-42", u"^9"_s, u"   -42   "_s);
    row("-42", u"=9"_s, u"-      42"_s);
    row("-42", u"b"_s, u"-101010"_s);
    row("-1234567", u","_s, u"-1,234,567"_s);
    row("-1234567", u"015,"_s, u"-00,001,234,567"_s);
    row("0", u""_s, u"0"_s);
    row("0", u"x"_s, u"0"_s);
    row("0", u"#b"_s, u"0b0"_s);
    row("0", u","_s, u"0"_s);
    row("0", u"e"_s, u"0.000000e+00"_s);
    row("0", u"g"_s, u"0"_s);
    row("10000000000000000000000000", u""_s, u"10000000000000000000000000"_s);
    row("10000000000000000000000000", u","_s, u"10,000,000,000,000,000,000,000,000"_s);
    row("10000000000000000000000000", u"x"_s, u"84595161401484a000000"_s);
    row("10000000000000000000000000", u".3e"_s, u"1.000e+25"_s);
    row("8364", u"c"_s, u"€"_s);
    row("8364", u">3c"_s, u"  €"_s);
    row("true", u""_s, u"True"_s);
    row("true", u"d"_s, u"1"_s);
    row("true", u">6"_s, u"     1"_s);
    row("true", u"x"_s, u"1"_s);
    row("true", u".1f"_s, u"1.0"_s);
    row("false", u"5"_s, u"    0"_s);
    row("7", u">>5"_s, u">>>>7"_s);
    row("7", u"{<5"_s, u"7{{{{"_s);
    row("7", u"^"_s, u"7"_s);
}

static void floatRows()
{
    row("12.3456", u".2f"_s, u"12.35"_s);
    row("12.3456", u""_s, u"12.3456"_s);
    row("12.3456", u".3"_s, u"12.3"_s);
    row("12.3456", u"g"_s, u"12.3456"_s);
    row("12.3456", u"e"_s, u"1.234560e+01"_s);
    row("12.3456", u"10.1f"_s, u"      12.3"_s);
    row("12.3456", u"<10.1f"_s, u"12.3      "_s);
    row("12.3456", u"010.2f"_s, u"0000012.35"_s);
    row("12.3456", u"+.1f"_s, u"+12.3"_s);
    row("12.3456", u"%"_s, u"1234.560000%"_s);
    row("12.3456", u"n"_s, u"12.3456"_s);
    row("0.256", u".1%"_s, u"25.6%"_s);
    row("0.256", u"%"_s, u"25.600000%"_s);
    row("0.256", u".0%"_s, u"26%"_s);
    row("12345.678", u"e"_s, u"1.234568e+04"_s);
    row("12345.678", u"E"_s, u"1.234568E+04"_s);
    row("12345.678", u".2e"_s, u"1.23e+04"_s);
    row("12345.678", u"g"_s, u"12345.7"_s);
    row("12345.678", u".3g"_s, u"1.23e+04"_s);
    row("12345.678", u","_s, u"12,345.678"_s);
    row("12345.678", u"_"_s, u"12_345.678"_s);
    row("12345.678", u",.2f"_s, u"12,345.68"_s);
    row("12345.678", u"#.0f"_s, u"12346."_s);
    row("12345.678", u"#.0e"_s, u"1.e+04"_s);
    row("12345.678", u"015,.1f"_s, u"0,000,012,345.7"_s);
    row("12345.678", u"012,"_s, u"0,012,345.678"_s);
    row("0.25", u".1f"_s, u"0.2"_s);
    row("2.5", u".0f"_s, u"2"_s);
    row("3.5", u".0f"_s, u"4"_s);
    row("0.125", u".2f"_s, u"0.12"_s);
    row("2.675", u".2f"_s, u"2.67"_s);
    row("1e-05", u"g"_s, u"1e-05"_s);
    row("1e-05", u""_s, u"1e-05"_s);
    row("1e-05", u"f"_s, u"0.000010"_s);
    row("1e-05", u".1"_s, u"1e-05"_s);
    row("1e-05", u".8f"_s, u"0.00001000"_s);
    row("1e+16", u""_s, u"1e+16"_s);
    row("1e+16", u"g"_s, u"1e+16"_s);
    row("1e+16", u"f"_s, u"10000000000000000.000000"_s);
    row("1e+16", u","_s, u"1e+16"_s);
    row("1e+16", u".20g"_s, u"10000000000000000"_s);
    row("1e+22", u""_s, u"1e+22"_s);
    row("1e+22", u"f"_s, u"10000000000000000000000.000000"_s);
    row("1.0", u""_s, u"1.0"_s);
    row("1.0", u"g"_s, u"1"_s);
    row("1.0", u"#g"_s, u"1.00000"_s);
    row("1.0", u".3"_s, u"1.0"_s);
    row("1.0", u".1"_s, u"1e+00"_s);
    row("1.0", u"#.3g"_s, u"1.00"_s);
    row("123.0", u".4"_s, u"123.0"_s);
    row("123.0", u".3"_s, u"1.23e+02"_s);
    row("123.0", u".2"_s, u"1.2e+02"_s);
    row("1234.0", u".4"_s, u"1.234e+03"_s);
    row("1234.0", u".5"_s, u"1234.0"_s);
    row("-0.0", u""_s, u"-0.0"_s);
    row("-0.0", u"f"_s, u"-0.000000"_s);
    row("-0.0", u"zf"_s, u"0.000000"_s);
    row("-0.0", u"+f"_s, u"-0.000000"_s);
    row("-0.0", u"z.1f"_s, u"0.0"_s);
    row("-0.01", u".1f"_s, u"-0.0"_s);
    row("-0.01", u"z.1f"_s, u"0.0"_s);
    row("-0.01", u"z.0%"_s, u"-1%"_s);
    row("1e+300", u".3g"_s, u"1e+300"_s);
    row("1e+300", u".0e"_s, u"1e+300"_s);
    row("1e+300", u"g"_s, u"1e+300"_s);
    row("1e+300", u"f"_s,
        u"1000000000000000052504760255204420248704468581108159154915854115511802457988908195786371375080447864043704443832883878176942523235360430575644792184786706982848387200926575803737830233794788090059368953234970799945081119038967640880074652742780142494579258788820056842838115669472196386865459400540160.000000"_s);
    row("5e-324", u""_s, u"5e-324"_s);
    row("5e-324", u"g"_s, u"4.94066e-324"_s);
    row("5e-324", u".3e"_s, u"4.941e-324"_s);
    row("0.0001", u""_s, u"0.0001"_s);
    row("0.0001", u"g"_s, u"0.0001"_s);
    row("1.234e-05", u""_s, u"1.234e-05"_s);
    row("123456789.0", u"g"_s, u"1.23457e+08"_s);
    row("123456789.0", u""_s, u"123456789.0"_s);
    row("123456789.0", u".9g"_s, u"123456789"_s);
    row("123456789.0", u","_s, u"123,456,789.0"_s);
    row("123456789.0", u"n"_s, u"1.23457e+08"_s);
    row("999999.5", u"g"_s, u"1e+06"_s);
    row("99999.95", u".6g"_s, u"99999.9"_s);
    row("0.30000000000000004", u""_s, u"0.30000000000000004"_s);
    row("0.30000000000000004", u".17g"_s, u"0.30000000000000004"_s);
    row("0.30000000000000004", u".20f"_s, u"0.30000000000000004441"_s);
    row("3.0", u"_e"_s, u"3.000000e+00"_s);
    row("3.0", u"0"_s, u"3.0"_s);
}

static void refusedRows()
{
    row("42", u".2"_s, failed);
    row("42", u"s"_s, failed);
    row("42", u"z"_s, failed);
    row("1234567", u",x"_s, failed);
    row("8364", u"+c"_s, failed);
    row("true", u"s"_s, failed);
    row("1.0", u"d"_s, failed);
    row("1.0", u"x"_s, failed);
    row("1.0", u"s"_s, failed);
    row("1.0", u"c"_s, failed);
    row("7", u",_"_s, failed);
    row("7", u"_,"_s, failed);
    row("7", u",,"_s, failed);
    row("7", u"10."_s, failed);
    row("7", u"."_s, failed);
    row("7", u"5.f"_s, failed);
    row("7", u"++"_s, failed);
    row("7", u"999999999999"_s, failed);
    row("7", u"d5"_s, failed);
    row("3.0", u"d"_s, failed);
    row("3.0", u",n"_s, failed);
    row("3.0", u",."_s, failed);
    row("[1]", u">8"_s, failed);
    row("[1]", u"s"_s, failed);
    row("{\"a\": 1}", u"d"_s, failed);
}

void FormatSpecTest::formats_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("specification");
    QTest::addColumn<QString>("expected");
    textRows();
    wholeNumberRows();
    floatRows();
    refusedRows();
}

void FormatSpecTest::formats()
{
    QFETCH(QByteArray, value);
    QFETCH(QString, specification);
    QFETCH(QString, expected);

    const auto json = parseJson(value);
    QVERIFY(json);
    const auto text = formatted(Value(*json), specification);
    if (expected.isNull())
        QVERIFY2(!text, text ? qPrintable(*text) : "");
    else
        QCOMPARE(text ? *text : text.error(), expected);
}

void FormatSpecTest::formatsWhatJsonCannotSay()
{
    const double infinity = std::numeric_limits<double>::infinity();
    const Value inf = SpecialFloat {infinity};
    const Value minus = SpecialFloat {-infinity};
    const Value nan = SpecialFloat {std::numeric_limits<double>::quiet_NaN()};
    QCOMPARE(*formatted(inf, {}), u"inf"_s);
    QCOMPARE(*formatted(minus, u"F"_s), u"-INF"_s);
    QCOMPARE(*formatted(nan, u">6.1f"_s), u"   nan"_s);
    QCOMPARE(*formatted(inf, u"08.2f"_s), u"00000inf"_s);
    QCOMPARE(*formatted(inf, u"+%"_s), u"+inf%"_s);
    QVERIFY(!formatted(Value(QByteArray("x")), u"5"_s));
    QCOMPARE(*formatted(Value(QByteArray("x")), {}), u"b'x'"_s);
}

void FormatSpecTest::saysWhatIsWrong()
{
    const auto problem = [](const Value &value, const QString &specification) {
        const auto text = formatted(value, specification);
        return text ? *text : text.error();
    };
    QCOMPARE(problem(Value(u"a"_s), u".2f"_s),
             u"Unknown format code 'f' for a value of type 'str'."_s);
    QCOMPARE(problem(Value(Json(3.0)), u"d"_s),
             u"Unknown format code 'd' for a value of type 'float'."_s);
    QCOMPARE(problem(Value(Json(3)), u",_"_s), u"Cannot specify both ',' and '_'."_s);
    QCOMPARE(problem(Value(jsonArray()), u">8"_s),
             u"A value of type 'list' takes no format specification, but '>8' is given."_s);
}

QTEST_GUILESS_MAIN(FormatSpecTest)
#include "tst_formatspec.moc"
