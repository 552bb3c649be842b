// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/json.h>
#include <antiphon/core/jsontext.h>

#include <QTest>

using namespace Antiphon;
using namespace Qt::StringLiterals;

class JsonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refuses_data();
    void refuses();
    void keepsOrder();
    void writesProjectLayout_data();
    void writesProjectLayout();
    void mergesObjectsDeeply();
    void rewritesWhatChanged_data();
    void rewritesWhatChanged();
    void findsPlacesInText();
};

void JsonTest::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");

    QTest::newRow("nothing") << ""_ba << 1 << 1;
    QTest::newRow("a comma too many") << "{\n  \"a\": 1,\n}"_ba << 3 << 1;
    QTest::newRow("the same key twice") << "{\"a\": 1,\n \"a\": 2}"_ba << 2 << 5;
    QTest::newRow("not a number") << "{\"a\": NaN}"_ba << 1 << 7;
    QTest::newRow("text after the end") << "{} x"_ba << 1 << 4;
    QTest::newRow("an open object") << "{\"a\": 1"_ba << 1 << 8;
    QTest::newRow("a number too large") << "[1e999]"_ba << 1 << 6;
    QTest::newRow("nested too deeply") << QByteArray(100, '[') + QByteArray(100, ']') << 1 << 65;
}

void JsonTest::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(int, line);
    QFETCH(int, column);

    const auto result = parseJson(text);
    QVERIFY(!result);
    QCOMPARE(result.error().line, line);
    QVERIFY2(qAbs(result.error().column - column) <= 1,
             qPrintable(QString::number(result.error().column)));
    QVERIFY(!result.error().message.isEmpty());
}

void JsonTest::keepsOrder()
{
    const QByteArray text
        = R"({"z":1,"a":{"y":[1,2.5,"\u00e4"],"b":null},"m":12345678901234567890123})";
    const auto value = parseJson(text);
    QVERIFY(value);
    QCOMPARE(toBytes(*value),
             R"({"z":1,"a":{"y":[1,2.5,"ä"],"b":null},"m":12345678901234567890123})"_ba);
    QCOMPARE(toText(*parseJson("\"\\ufeffa\"")), u"\ufeffa"_s);
}

void JsonTest::writesProjectLayout_data()
{
    QTest::addColumn<QByteArray>("expected");

    QTest::newRow("nothing inside") << "{}\n"_ba;
    QTest::newRow("one key a line") << "{\n  \"b\": 1,\n  \"a\": {\n    \"c\": true\n  }\n}\n"_ba;
    QTest::newRow("short lists on one line")
        << "{\n  \"a\": [1, 2, \"three\"],\n  \"b\": []\n}\n"_ba;
    QTest::newRow("lists of objects are broken") << "[\n  {\n    \"a\": 1\n  },\n  {}\n]\n"_ba;
}

void JsonTest::writesProjectLayout()
{
    QFETCH(QByteArray, expected);
    const auto value = parseJson(expected);
    QVERIFY(value);
    QCOMPARE(toPretty(*value), expected);
}

void JsonTest::mergesObjectsDeeply()
{
    const auto base = parseJson(R"({"a":{"x":1,"y":2},"b":[1],"c":3})");
    const auto over = parseJson(R"({"a":{"y":9},"b":[2,3],"d":null})");
    QVERIFY(base && over);
    QCOMPARE(toBytes(merged(*base, *over)), R"({"a":{"x":1,"y":9},"b":[2,3],"c":3,"d":null})"_ba);
}

void JsonTest::rewritesWhatChanged_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("expected");

    QTest::newRow("nothing") << u"{ \"a\" :1 }"_s << R"({"a":1})"_ba << u"{ \"a\" :1 }"_s;
    QTest::newRow("a value") << u"{ \"a\" :1,\n\t\"b\": [1,2] }\n"_s << R"({"a":7,"b":[1,2]})"_ba
                             << u"{ \"a\" :7,\n\t\"b\": [1,2] }\n"_s;
    QTest::newRow("an item") << u"[1, {\"x\":  true}]"_s << R"([1,{"x":false}])"_ba
                             << u"[1, {\"x\":  false}]"_s;
    QTest::newRow("a new member keeps the text of the others")
        << u"{\n  \"a\": { \"x\":1 }\n}\n"_s << R"({"a":{"x":1},"b":2})"_ba
        << u"{\n  \"a\": { \"x\":1 },\n  \"b\": 2\n}\n"_s;
    QTest::newRow("another order")
        << u"{\"a\": 1, \"b\": 2}"_s << R"({"b":2,"a":1})"_ba << u"{\n  \"b\": 2,\n  \"a\": 1\n}"_s;
    QTest::newRow("no JSON") << u"{\"a\": "_s << R"({"a":1})"_ba << u"{\n  \"a\": 1\n}\n"_s;
}

void JsonTest::rewritesWhatChanged()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, after);
    QFETCH(QString, expected);
    const auto value = parseJson(after);
    QVERIFY(value);
    const QString result = rewrittenJson(text, *value);
    QCOMPARE(result, expected);
    const auto read = parseJson(result.toUtf8());
    QVERIFY(read);
    QCOMPARE(toBytes(*read), after);
}

void JsonTest::findsPlacesInText()
{
    const QString text = u"{\n  \"a\": [10, {\"b\": \"x, \\\" }\"}],\n  \"c\": tr"_s;
    const auto spans = jsonSpans(text);
    QVERIFY(spans);
    const auto textAt = [&](const Location &location) {
        const JsonSpan *span = find(*spans, location);
        return span ? text.sliced(span->begin, span->end - span->begin) : u"?"_s;
    };
    QCOMPARE(textAt({u"a"_s, 0}), u"10"_s);
    QCOMPARE(textAt({u"a"_s, 1, u"b"_s}), u"\"x, \\\" }\""_s);
    QCOMPARE(textAt({u"c"_s}), u"tr"_s); // an end that comes too early
    QCOMPARE(textAt({u"d"_s}), u"?"_s);
    QCOMPARE(locationText(locationAt(*spans, text.indexOf(u"10"_s))), u"a.0"_s);
    QCOMPARE(positionIn(text, text.indexOf(u"\"c\""_s)), (TextPosition {3, 3}));
}

QTEST_GUILESS_MAIN(JsonTest)
#include "tst_json.moc"
