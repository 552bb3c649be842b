// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/extract/partialjson.h>
#include <antiphon/core/tools/toolstream.h>

#include <QTest>

using namespace Antiphon;
using namespace Qt::StringLiterals;

class ToolStreamTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatHasCome_data();
    void readsWhatHasCome();
    void everyPrefixReads();
    void handsOutWholeCalls();
    void handsOutPieces();
};

void ToolStreamTest::readsWhatHasCome_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("expected"); // empty: an error

    const auto row = [](const char *text, const char *expected) {
        QTest::newRow(text) << QString::fromUtf8(text) << QByteArray(expected);
    };
    row("{", "{}");
    row("{\"ti", "{}");
    row("{\"title\"", "{}");
    row("{\"title\":", "{}");
    row("{\"title\": \"Pride\", \"author\": \"Jane A", R"({"title":"Pride","author":"Jane A"})");
    row("{\"a\": 1, \"b\": 2, \"c", R"({"a":1,"b":2})");
    row("{\"a\": 12", R"({"a":12})");
    row("{\"a\": -", "{}");
    row("{\"a\": 1.", "{}");
    row("{\"a\": 1e", "{}");
    row("{\"a\": tr", "{}");
    row("{\"a\": true", R"({"a":true})");
    row("{\"a\": 1, \"b\": 2, \"c\": [1, 2, {\"d\": 1, ", R"({"a":1,"b":2,"c":[1,2,{"d":1}]})");
    row("[\"string\", true, null, 1, \"foo", R"(["string",true,null,1,"foo"])");
    row("{\"a\": 1]", R"({"a":1})");
    row("[1 2", "[1]");
    row("{\"a\": 1} tail", R"({"a":1})");
    row("{\"a\": \"x\\", R"({"a":"x"})");
    row("{\"a\": \"x\\u00", R"({"a":"x"})");
    row("{\"a\": \"\\ud83d\\ude00", "{\"a\":\"\xf0\x9f\x98\x80\"}");
    row("{\"a\": \"\\n", R"({"a":"\n"})");
    row("", "");
    row("{\"a\" 1", "");
    row("{\"a\": 1,}", "");
    row("{a: 1", "");
    row("{\"a\": \"\\x", "");
    row("hello", "");
}

void ToolStreamTest::readsWhatHasCome()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, expected);
    const auto value = parsePartialJson(text.toUtf8(), PartialMode::Growing);
    QCOMPARE(value ? toBytes(*value) : QByteArray(), expected);
}

void ToolStreamTest::everyPrefixReads()
{
    const QString text
        = uR"({"a": [1, -2.5e3, true, null, "x\u00e9\"y"], "b": {"c": {}, "d": []}, "e": "ü"})"_s;
    for (qsizetype size = 1; size <= text.size(); ++size)
        QVERIFY2(parsePartialJson(text.first(size).toUtf8(), PartialMode::Growing),
                 qPrintable(text.first(size)));
    QCOMPARE(toBytes(*parsePartialJson(text.toUtf8(), PartialMode::Growing)),
             toBytes(*parseJson(text.toUtf8())));
}

static QString shown(const QList<StreamedTool> &tools)
{
    QStringList out;
    for (const StreamedTool &tool : tools)
        out.append(u"%1(%2)%3"_s.arg(tool.call.name,
                                     QString::fromUtf8(toBytes(partialArguments(tool.call))),
                                     tool.delta ? u'+' + *tool.delta : QString()));
    return out.join(u' ');
}

void ToolStreamTest::handsOutWholeCalls()
{
    ToolStream stream;
    QCOMPARE(shown(stream.feed({TextDelta {u"Let me see."_s}})), QString());
    QCOMPARE(shown(stream.feed({ToolCallDelta {.index = 0, .id = u"1"_s, .name = u"f"_s}})),
             QString());
    QCOMPARE(shown(stream.feed({ToolCallDelta {.index = 0, .arguments = u"{\"a\": 1}"_s}})),
             QString());
    // The piece that begins the next call may bring arguments: none is lost.
    QCOMPARE(shown(stream.feed({ToolCallDelta {
                 .index = 1, .id = u"2"_s, .name = u"g"_s, .arguments = u"{\"b"_s}})),
             u"f({\"a\":1})"_s);
    QCOMPARE(shown(stream.feed({ToolCallDelta {.index = 1, .arguments = u"\": 2}"_s}})), QString());
    QCOMPARE(shown(stream.feed({Finished {FinishReason::ToolCalls, u"tool_calls"_s}})),
             u"g({\"b\":2})"_s);
    QCOMPARE(shown(stream.end()), QString());
}

void ToolStreamTest::handsOutPieces()
{
    ToolStream stream(true);
    QCOMPARE(shown(stream.feed({ToolCallDelta {.index = 0, .name = u"f"_s}})), QString());
    QCOMPARE(shown(stream.feed({ToolCallDelta {.index = 0, .arguments = u"{\"ti"_s}})),
             u"f({})+{\"ti"_s);
    QCOMPARE(shown(stream.feed({ToolCallDelta {.index = 0, .arguments = u"tle\":\"X\"}"_s}})),
             u"f({\"title\":\"X\"})+tle\":\"X\"}"_s);
    QCOMPARE(shown(stream.end()), u"f({\"title\":\"X\"})"_s);
}

QTEST_GUILESS_MAIN(ToolStreamTest)
#include "tst_toolstream.moc"
