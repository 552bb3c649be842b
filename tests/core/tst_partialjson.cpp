// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/extract/partialjson.h>

#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace Antiphon;

class PartialJsonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cuts_data();
    void cuts();
    void openTexts_data();
    void openTexts();
    void anyCutGivesTheSame();
    void everyPrefixHasAValue();
    void saysWhatIsOpen_data();
    void saysWhatIsOpen();
    void restsAfterAnError();
    void keepsLargeNumbers();
    void readsWordsOfFloats();
    void equalKeys();
    void isBoundedInDepth();
    void isLinear();
};

static QByteArray shown(const std::expected<Json, JsonTextError> &value)
{
    return value ? toBytes(*value) : "error"_ba;
}

// extraction.md 5.2
void PartialJsonTest::cuts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("trailing");
    QTest::addColumn<QByteArray>("complete");

    const auto row = [](const char *name, const QByteArray &text, const QByteArray &trailing,
                        const QByteArray &complete = {}) {
        QTest::newRow(name) << text << trailing << (complete.isNull() ? trailing : complete);
    };
    row("nothing", "", "error");
    row("blanks", "  \n", "error");
    row("an open object", "{", "{}");
    row("inside a key", R"({"ti)", "{}");
    row("behind a key", R"({"title")", "{}");
    row("behind a colon", R"({"title":)", "{}");
    row("inside a value", R"({"title": "Pride and Prejudice", "author": "Jane A)",
        R"({"title":"Pride and Prejudice","author":"Jane A"})",
        R"({"title":"Pride and Prejudice"})");
    row("inside a later key", R"({"a": 1, "b": 2, "c)", R"({"a":1,"b":2})");
    row("digits so far", R"({"a": 12)", R"({"a":12})");
    row("a lone minus", R"({"a": -)", "{}");
    row("a point", R"({"a": 1.)", "{}");
    row("an exponent", R"({"a": 1e)", "{}");
    row("a signed exponent", R"({"a": 1e+)", "{}");
    row("half a word", R"({"a": tr)", "{}");
    row("nested", R"({"a": 1, "b": 2, "c": [1, 2, {"d": 1, )",
        R"({"a":1,"b":2,"c":[1,2,{"d":1}]})");
    row("a list with an open text", R"(["string", true, null, 1, "foo)",
        R"(["string",true,null,1,"foo"])", R"(["string",true,null,1])");
    row("the wrong bracket", R"({"a": 1])", R"({"a":1})");
    row("no comma", "[1 2", "[1]");
    row("something behind it", R"({"a": 1} tail)", R"({"a":1})");
    row("no colon", R"({"a" 1)", "error");
    row("a comma too many in an object", R"({"a": 1,})", "error");
    row("a comma too many in a list", "[1,]", "error");
    row("a key without quotes", "{a: 1", "error");
    row("a bad escape", R"(["\q)", "error");
    row("a line break inside a text", "[\"a\nb", "error");
    row("a number with a leading zero", "[01", "error");
    row("a wrong word", "[nul1", "error");
    row("half a surrogate pair", R"(["\ud83dx)", "error");
    row("a lone second half", R"(["\ude00)", "error");
    row("the wrong bracket of an inner one", R"([{"a": 1], 2])", R"([{"a":1}])");
    row("a text alone", R"("ab)", R"("ab")", "error");
    row("a number alone", "12", "12");
}

void PartialJsonTest::cuts()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, trailing);
    QFETCH(QByteArray, complete);

    QCOMPARE(shown(parsePartialJson(text, PartialMode::TrailingStrings)), trailing);
    QCOMPARE(shown(parsePartialJson(text, PartialMode::Complete)), complete);
    if (!text.contains('\\'))
        QCOMPARE(shown(parsePartialJson(text, PartialMode::Growing)), trailing);
}

void PartialJsonTest::openTexts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("growing");
    QTest::addColumn<QByteArray>("trailing");

    QTest::newRow("a backslash") << R"(["ab\)"_ba << R"(["ab"])"_ba << R"(["ab"])"_ba;
    QTest::newRow("half an escape") << R"(["ab\u00)"_ba << R"(["ab"])"_ba << "[]"_ba;
    QTest::newRow("half a pair") << R"(["ab\ud83d\ude)"_ba << R"(["ab"])"_ba << "[]"_ba;
    QTest::newRow("a whole escape") << R"(["ab\u00e9)"_ba << "[\"abé\"]"_ba << "[\"abé\"]"_ba;
    QTest::newRow("half a UTF-8 sequence") << "[\"ab\xf0\x9f\x8e"_ba << R"(["ab"])"_ba
                                           << R"(["ab"])"_ba;
}

void PartialJsonTest::openTexts()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, growing);
    QFETCH(QByteArray, trailing);

    QCOMPARE(shown(parsePartialJson(text, PartialMode::Growing)), growing);
    QCOMPARE(shown(parsePartialJson(text, PartialMode::TrailingStrings)), trailing);
}

static const QByteArray sample
    = R"({"title": "D\u00fcne \ud83d\ude00 \"x\"", "n": [-1.5e3, 0, 12], "deep": {"a": [[], {}, true]},
 "none": null, "float": 1E-2, "text": "ends with \\"} and more)";

void PartialJsonTest::anyCutGivesTheSame()
{
    const auto whole = parsePartialJson(sample, PartialMode::Growing);
    QVERIFY(whole);
    for (qsizetype step = 1; step < sample.size(); ++step) {
        PartialJson reader;
        for (qsizetype at = 0; at < sample.size(); at += step)
            reader.feed(QByteArrayView(sample).sliced(at, std::min(step, sample.size() - at)));
        QVERIFY(reader.value());
        QVERIFY2(*reader.value() == *whole, qPrintable(u"cut every %1 bytes"_s.arg(step)));
        QVERIFY(reader.isWhole());
    }
}

void PartialJsonTest::everyPrefixHasAValue()
{
    PartialJson reader;
    for (qsizetype size = 1; size <= sample.size(); ++size) {
        reader.feed(QByteArrayView(sample).sliced(size - 1, 1));
        const auto once = parsePartialJson(sample.first(size), PartialMode::Growing);
        QVERIFY2(once, qPrintable(u"first %1 bytes"_s.arg(size)));
        QVERIFY2(*reader.value() == *once, qPrintable(u"first %1 bytes"_s.arg(size)));
    }
}

void PartialJsonTest::saysWhatIsOpen_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("open");

    QTest::newRow("the object") << R"({"a": 1)"_ba << u"a"_s;
    QTest::newRow("behind a comma") << R"({"a": 1,)"_ba << u""_s;
    QTest::newRow("a text") << R"({"a": [1, {"b": "x)"_ba << u"a.1.b"_s;
    QTest::newRow("a key") << R"({"a": [1, {"b)"_ba << u"a.1"_s;
    QTest::newRow("an item") << "[1, 2"_ba << u"1"_s;
}

void PartialJsonTest::saysWhatIsOpen()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, open);
    PartialJson reader;
    reader.feed(text);
    QCOMPARE(locationText(reader.open()), open);
}

void PartialJsonTest::restsAfterAnError()
{
    PartialJson reader;
    reader.feed("{\"a\": 1,\n x");
    QVERIFY(reader.error());
    QCOMPARE(reader.error()->line, 2);
    QCOMPARE(reader.error()->column, 2);
    QVERIFY(!reader.value());
    reader.feed("\"b\": 2}");
    QVERIFY(!reader.value());
}

void PartialJsonTest::keepsLargeNumbers()
{
    const auto value = parsePartialJson(
        "[123456789012345678901234567890, 18446744073709551615, -9223372036854775808]");
    QVERIFY(value);
    QCOMPARE(toBytes(*value),
             "[123456789012345678901234567890,18446744073709551615,-9223372036854775808]"_ba);
}

void PartialJsonTest::readsWordsOfFloats()
{
    const auto value = parsePartialJson("[NaN, Infinity, -Infinity, 1e400", PartialMode::Growing);
    QVERIFY(value);
    QVERIFY(std::isnan((*value)[0].as<double>()));
    QVERIFY(std::isinf((*value)[1].as<double>()));
    QVERIFY((*value)[2].as<double>() < 0);
    QVERIFY(std::isinf((*value)[3].as<double>()));
}

void PartialJsonTest::equalKeys()
{
    QCOMPARE(shown(parsePartialJson(R"({"a": 1, "a": 2})")), R"({"a":2})"_ba);

    PartialJson reader; // an open value hides the one before, and gives way again
    reader.feed(R"({"a": 7, "a": 1)");
    QCOMPARE(toBytes(*reader.value()), R"({"a":1})"_ba);
    reader.feed(".");
    QCOMPARE(toBytes(*reader.value()), R"({"a":7})"_ba);
    reader.feed("5");
    QCOMPARE(toBytes(*reader.value()), R"({"a":1.5})"_ba);
}

void PartialJsonTest::isBoundedInDepth()
{
    PartialJson reader;
    reader.feed(QByteArray(100'000, '['));
    QVERIFY(reader.error());
}

void PartialJsonTest::isLinear()
{
    PartialJson reader;
    reader.feed("[");
    for (int i = 0; i < 20'000; ++i) // quadratic work would take minutes here
        reader.feed("{\"name\": \"x\", \"n\": 12}, ");
    QVERIFY(reader.value());
    QCOMPARE(reader.value()->size(), 20'000);
}

QTEST_GUILESS_MAIN(PartialJsonTest)

#include "tst_partialjson.moc"
