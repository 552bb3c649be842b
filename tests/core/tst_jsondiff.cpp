// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/jsondiff.h>

#include <QTest>

using namespace Antiphon;
using namespace Qt::StringLiterals;

class JsonDiffTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void compares_data();
    void compares();
    void comparesLines_data();
    void comparesLines();
};

void JsonDiffTest::compares_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QStringList>("expected"); // path, "-" and what was, "+" and what is
    QTest::newRow("the same") << QByteArray(R"({"a": 1})") << QByteArray(R"({"a": 1})")
                              << QStringList {};
    QTest::newRow("another number")
        << QByteArray(R"({"a": 1, "b": 2})") << QByteArray(R"({"a": 1, "b": 3})")
        << QStringList {u"b -2 +3"_s};
    QTest::newRow("gone and new") << QByteArray(R"({"a": 1})") << QByteArray(R"({"b": {"c": 1}})")
                                  << QStringList {u"a -1"_s, u"b +{\"c\":1}"_s};
    QTest::newRow("one more entry at the end")
        << QByteArray(R"({"m": [1, 2]})") << QByteArray(R"({"m": [1, 2, 3]})")
        << QStringList {u"m[2] +3"_s};
    QTest::newRow("one more entry in the middle")
        << QByteArray(R"({"m": [1, 2]})") << QByteArray(R"({"m": [1, 9, 2]})")
        << QStringList {u"m[1] +9"_s};
    QTest::newRow("an entry that changed") << QByteArray(R"({"m": [{"t": "x", "u": 1}, 2]})")
                                           << QByteArray(R"({"m": [{"t": "y", "u": 1}, 2]})")
                                           << QStringList {u"m[0].t -\"x\" +\"y\""_s};
    QTest::newRow("an entry gone")
        << QByteArray("[1, 2, 3]") << QByteArray("[1, 3]") << QStringList {u"[1] -2"_s};
    QTest::newRow("another type") << QByteArray(R"({"a": [1]})") << QByteArray(R"({"a": {"b": 1}})")
                                  << QStringList {u"a -[1] +{\"b\":1}"_s};
}

void JsonDiffTest::compares()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QStringList, expected);
    QStringList got;
    for (const JsonChange &change : jsonChanges(*parseJson(before), *parseJson(after))) {
        QString text = change.path;
        if (change.before)
            text += u" -"_s + QString::fromUtf8(toBytes(*change.before));
        if (change.after)
            text += u" +"_s + QString::fromUtf8(toBytes(*change.after));
        got.append(text);
    }
    QCOMPARE(got, expected);
}

void JsonDiffTest::comparesLines_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("expected");
    QTest::newRow("nothing in common") << u"ab"_s << u"xy"_s << u"-a-b+x+y"_s;
    QTest::newRow("one in the middle") << u"abc"_s << u"axbc"_s << u" a+x b c"_s;
    QTest::newRow("replaced") << u"abcd"_s << u"axcd"_s << u" a-b+x c d"_s;
    QTest::newRow("moved") << u"abcd"_s << u"bcda"_s << u"-a b c d+a"_s;
    QTest::newRow("emptied") << u"ab"_s << u""_s << u"-a-b"_s;
    QTest::newRow("the same") << u"ab"_s << u"ab"_s << u" a b"_s;
}

void JsonDiffTest::comparesLines()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(QString, expected);
    QString got;
    for (const DiffLine &line : lineDiff(before.split(QString(), Qt::SkipEmptyParts),
                                         after.split(QString(), Qt::SkipEmptyParts))) {
        got += line.kind == DiffLine::Kind::Same ? u' '
            : line.kind == DiffLine::Kind::Added ? u'+'
                                                 : u'-';
        got += line.text;
    }
    QCOMPARE(got, expected);
}

QTEST_GUILESS_MAIN(JsonDiffTest)
#include "tst_jsondiff.moc"
