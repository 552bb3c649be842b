// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <prompt/templatefindings.h>

#include <QTest>

using namespace Antiphon;
using namespace Antiphon::Ui;
using namespace Qt::StringLiterals;

class TemplateFindingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTheNearestName_data();
    void findsTheNearestName();
    void suggestsTheNameThatWasMeant();
    void acceptsNewNames();
    void placesAnOpenBrace();
    void namesUnusedVariables();
};

void TemplateFindingsTest::findsTheNearestName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");
    QTest::newRow("a letter too many") << u"tonne"_s << u"tone"_s;
    QTest::newRow("two letters swapped") << u"tikcet"_s << u"ticket"_s;
    QTest::newRow("another case") << u"Language"_s << u"language"_s;
    QTest::newRow("something else") << u"photograph"_s << QString();
}

void TemplateFindingsTest::findsTheNearestName()
{
    QFETCH(QString, name);
    QFETCH(QString, expected);
    QCOMPARE(nearestName(name, {u"language"_s, u"tone"_s, u"ticket"_s}), expected);
}

static Prompt promptWith(const QStringList &names)
{
    Prompt prompt;
    for (const QString &name : names)
        prompt.variables.append({.name = name});
    return prompt;
}

void TemplateFindingsTest::suggestsTheNameThatWasMeant()
{
    const QString source = u"USER: Be {tonne}."_s;
    const TemplateFindings check = findingsIn(source, promptWith({u"tone"_s}), {});
    QVERIFY(check.readable);
    const auto found
        = std::ranges::find(check.problems, u"unknown-variable"_s, &TemplateProblem::kind);
    QVERIFY(found != check.problems.end());
    QCOMPARE(found->line, 1);
    QCOMPARE(found->column, 10);
    QCOMPARE(found->fixes.size(), 1);
    QString mended = source;
    mended.replace(found->fixes[0].position, found->fixes[0].length, found->fixes[0].replacement);
    QCOMPARE(mended, u"USER: Be {tone}."_s);
}

void TemplateFindingsTest::acceptsNewNames()
{
    const TemplateFindings check
        = findingsIn(u"USER: {tone} {photograph}"_s, promptWith({u"tone"_s}), {});
    QCOMPARE(check.variables, (QStringList {u"tone"_s, u"photograph"_s}));
    QCOMPARE(check.problems, QList<TemplateProblem>());
}

void TemplateFindingsTest::placesAnOpenBrace()
{
    const TemplateFindings check = findingsIn(u"USER: one\nand {two"_s, {}, {});
    QVERIFY(!check.readable);
    QCOMPARE(check.problems.size(), 1);
    QCOMPARE(check.problems[0].severity, Problem::Severity::Error);
    QCOMPARE(check.problems[0].line, 2);
}

void TemplateFindingsTest::namesUnusedVariables()
{
    const TemplateFindings check = findingsIn(u"USER: hello"_s, promptWith({u"tone"_s}), {});
    QCOMPARE(check.problems.size(), 1);
    QCOMPARE(check.problems[0].severity, Problem::Severity::Hint);
    QCOMPARE(check.problems[0].kind, u"unused-variable"_s);
}

QTEST_MAIN(TemplateFindingsTest)
#include "tst_templatefindings.moc"
