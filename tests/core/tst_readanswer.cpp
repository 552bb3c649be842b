// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/extract/readanswer.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Antiphon;

class ReadAnswerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
    void saysWhatItDid_data();
    void saysWhatItDid();
    void strictTakesTheWhole();
    void isBounded();
};

// extraction.md 4
void ReadAnswerTest::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");

    const auto row = [](const char *name, const char *text, const char *expected) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(expected);
    };
    row("an object", R"({"a": 1})", R"({"a":1})");
    row("in prose", R"(Sure: {"a": 1} bye)", R"({"a":1})");
    row("in a fence", "```json\n{\"a\": 1}\n```", R"({"a":1})");
    row("in a fence in prose", "Here:\n```\n{\"a\": 1}\n```\nDone {x}.", R"({"a":1})");
    row("in a fence on one line", "```json {\"a\": 1}```", R"({"a":1})");
    row("in an open fence", "```json\n{\"a\": 1}", R"({"a":1})");
    row("the first of two", R"({"a": 1} and {"b": 2})", R"({"a":1})");
    row("a list", "[1, 2]", "[1,2]");
    row("a list in a fence", "```json\n[1, 2]\n```", "[1,2]");
    row("braces in texts", R"(x {"a": "}{", "b": "\"}"} y)", R"({"a":"}{","b":"\"}"})");
    row("braces in prose before it", R"(Use {curly} ones: {"a": 1})", R"({"a":1})");
    row("a fence in a text", "```json\n{\"a\": \"```x```\"}\n```", R"({"a":"```x```"})");
    row("of equal keys the last", R"({"a": 1, "a": 2})", R"({"a":2})");
    row("nothing", "", "nothing");
    row("no JSON", "I cannot say.", "nothing");
    row("one that does not end", R"({"a": [1, 2)", "incomplete");
    row("one that is none", R"(see {"a" 1})", "broken");
    row("commas before brackets", R"({"a": [1, 2,], "b": {"c": ",}"},})",
        R"({"a":[1,2],"b":{"c":",}"}})");
    row("a comma of its own", "{,}", "{}");
}

static QString shown(const std::expected<Json, ReadFailure> &value)
{
    if (value)
        return QString::fromUtf8(toBytes(*value));
    return QStringList {u"nothing"_s, u"incomplete"_s, u"broken"_s}.value(int(value.error().why));
}

void ReadAnswerTest::finds()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(shown(readJson(text)), expected);
}

// ux.md 3.10: what leniency does is never silent.
void ReadAnswerTest::saysWhatItDid_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("fence");
    QTest::addColumn<bool>("prose");
    QTest::addColumn<bool>("commas");

    const auto row = [](const char *name, const char *text, bool fence, bool prose, bool commas) {
        QTest::newRow(name) << QString::fromUtf8(text) << fence << prose << commas;
    };
    row("nothing", R"({"a": 1})", false, false, false);
    row("blanks are no prose", " {\"a\": 1}\n", false, false, false);
    row("prose", R"(Sure: {"a": 1})", false, true, false);
    row("a fence", "```json\n{\"a\": 1}\n```", true, false, false);
    row("a fence in prose", "So:\n```json\n{\"a\": 1}\n```", true, true, false);
    row("a comma", R"({"a": 1,})", false, false, true);
    row("all of it", "So:\n```\n{\"a\": 1,}\n```\nDone.", true, true, true);
}

void ReadAnswerTest::saysWhatItDid()
{
    QFETCH(QString, text);
    QFETCH(bool, fence);
    QFETCH(bool, prose);
    QFETCH(bool, commas);
    ReadingSteps steps;
    QCOMPARE(shown(readJson(text, true, &steps)), u"{\"a\":1}"_s);
    QVERIFY(steps == (ReadingSteps {fence, prose, commas}));
}

void ReadAnswerTest::strictTakesTheWhole()
{
    QCOMPARE(shown(readJson(u"{\"a\": 1,}"_s, false)), u"broken"_s);
    QCOMPARE(shown(readJson(u"{\"a\": 1} "_s, false)), u"{\"a\":1}"_s);
    QCOMPARE(shown(readJson(u"Sure: {\"a\": 1}"_s, false)), u"broken"_s);
    QCOMPARE(shown(readJson(u"no"_s, false)), u"nothing"_s);
}

void ReadAnswerTest::isBounded()
{
    QCOMPARE(shown(readJson(QString(200'000, u'{'))), u"incomplete"_s);
    QCOMPARE(shown(readJson(u"{x}"_s.repeated(50'000))), u"broken"_s);
}

QTEST_GUILESS_MAIN(ReadAnswerTest)

#include "tst_readanswer.moc"
