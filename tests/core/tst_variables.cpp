// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/config/prompt.h>

#include <QTest>

using namespace Antiphon;
using namespace Qt::StringLiterals;

namespace {

Value text(const QString &value)
{
    return Value(value);
}

Json json(const QByteArray &source)
{
    const auto value = parseJson(source);
    return value ? *value : Json("not JSON");
}

}

class VariablesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fits_data();
    void fits();
    void fillsIn();
    void keepsWhatThePromptDoesNotName();
};

void VariablesTest::fits_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<QByteArray>("taken"); // empty: refused
    QTest::addColumn<QString>("says");

    const auto row = [](const char *name, const QString &type, const char *given, const char *taken,
                        const QString &says = {}) {
        QTest::newRow(name) << type << QByteArray(given) << QByteArray(taken) << says;
    };
    row("text", u"text"_s, R"("a")", R"("a")");
    row("a number for text", u"text"_s, "5", "5");
    row("a list for text", u"text"_s, "[1]", "", u"The variable \"x\" must be text."_s);
    row("a number", u"number"_s, "2.5", "2.5");
    row("a number typed as text", u"number"_s, R"(" 2.5 ")", "2.5");
    row("words for a number", u"number"_s, R"("two")", "",
        u"The variable \"x\" must be a number."_s);
    row("a whole number typed as text", u"integer"_s, R"("-7")", "-7");
    row("half for a whole number", u"integer"_s, "2.5", "",
        u"The variable \"x\" must be a whole number."_s);
    row("yes or no", u"boolean"_s, "true", "true");
    row("yes or no typed as text", u"boolean"_s, R"("false")", "false");
    row("maybe", u"boolean"_s, R"("maybe")", "", u"The variable \"x\" must be true or false."_s);
    row("a choice", u"choice"_s, R"("a")", R"("a")");
    row("no choice", u"choice"_s, R"("c")", "", u"The variable \"x\" must be one of a, b."_s);
    row("a list", u"list"_s, R"(["a",1])", R"(["a",1])");
    row("text for a list", u"list"_s, R"("a")", "", u"The variable \"x\" must be a list."_s);
    row("lists", u"lists"_s, R"([["a"],[]])", R"([["a"],[]])");
    row("a list for lists", u"lists"_s, R"([["a"],1])", "",
        u"The variable \"x\" must be a list of lists."_s);
    row("an object", u"object"_s, R"({"a":1})", R"({"a":1})");
    row("text for an object", u"object"_s, R"("a")", "",
        u"The variable \"x\" must be an object."_s);
    row("an image by its path", u"image"_s, R"("a.png")", R"("a.png")");
    row("images for an image", u"image"_s, R"(["a.png"])", "",
        u"The variable \"x\" must be one file or address, not a list."_s);
    row("an image for images", u"images"_s, R"("a.png")", "",
        u"The variable \"x\" must be a list."_s);
}

void VariablesTest::fits()
{
    QFETCH(QString, type);
    QFETCH(QByteArray, given);
    QFETCH(QByteArray, taken);
    QFETCH(QString, says);

    const Prompt prompt {
        .variables
        = {{.name = u"x"_s, .type = type, .required = true, .choices = {u"a"_s, u"b"_s}}}};
    const auto values = withDefaults(prompt, {{u"x"_s, Value(json(given))}});
    QCOMPARE(values.has_value(), !taken.isEmpty());
    if (values) {
        QCOMPARE(values->value(u"x"_s), Value(json(taken)));
    } else {
        QCOMPARE(values.error().kind, ErrorKind::Setup);
        QCOMPARE(values.error().message, says);
    }
}

void VariablesTest::fillsIn()
{
    const Prompt prompt {.variables = {{.name = u"tone"_s, .fallback = Json("neutral")},
                                       {.name = u"ticket"_s, .required = true},
                                       {.name = u"hint"_s}}};
    const auto values = withDefaults(prompt, {{u"ticket"_s, text(u"T"_s)}});
    QVERIFY(values);
    QCOMPARE(*values, (Variables {{u"tone"_s, text(u"neutral"_s)}, {u"ticket"_s, text(u"T"_s)}}));

    for (const auto &given : {Variables {}, Variables {{u"ticket"_s, text(u""_s)}},
                              Variables {{u"ticket"_s, Value(Json::null())}}}) {
        const auto missing = withDefaults(prompt, given);
        QVERIFY(!missing);
        QCOMPARE(missing.error().message, u"The variable \"ticket\" needs a value."_s);
        QCOMPARE(missing.error().code, u"ticket"_s);
    }

    const auto emptied
        = withDefaults(prompt, {{u"ticket"_s, text(u"T"_s)}, {u"tone"_s, text(u""_s)}});
    QVERIFY(emptied);
    QCOMPARE(emptied->value(u"tone"_s), text(u""_s));
}

void VariablesTest::keepsWhatThePromptDoesNotName()
{
    const auto values = withDefaults({}, {{u"more"_s, text(u"m"_s)}});
    QVERIFY(values);
    QCOMPARE(*values, (Variables {{u"more"_s, text(u"m"_s)}}));
}

QTEST_GUILESS_MAIN(VariablesTest)
#include "tst_variables.moc"
