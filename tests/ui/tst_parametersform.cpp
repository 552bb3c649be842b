// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <parameters/parameterfield.h>
#include <parameters/parametersform.h>

#include <antiphon/store/builtin.h>

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Antiphon;
using namespace Antiphon::Ui;
using namespace Qt::StringLiterals;

/// The form of a real target, as it is typed into.
class ParametersFormTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void showsWhatApplies();
    void takesNumbers();
    void saysWhatIsWrong();
    void takesChoices();
    void goesBackToTheDefault();
    void keepsExtrasApart();
    void listsWhatIsNotTaken();

private:
    QList<ParameterInfo> m_infos;
};

void ParametersFormTest::initTestCase()
{
    QLocale::setDefault(QLocale::c());
    const Provider *openai = findProvider(builtinProviders(), u"openai");
    QVERIFY(openai);
    m_infos = parametersFor(builtinParameters(), *openai,
                            {.provider = u"openai"_s, .api = u"chat"_s, .model = u"gpt-4o"_s});
}

static QLineEdit *line(ParametersForm &form, const QString &name)
{
    auto *field = form.findChild<ParameterField *>(u"parameter."_s + name);
    return field ? field->findChild<QLineEdit *>() : nullptr;
}

void ParametersFormTest::showsWhatApplies()
{
    ParametersForm form(m_infos);
    form.showLayers({.project = {.temperature = 0.2}});
    QCOMPARE(line(form, u"temperature"_s)->placeholderText(), u"0.2 (project)"_s);
    QCOMPARE(line(form, u"top_p"_s)->placeholderText(), u"1 (default)"_s);
    form.showLayers({.target = {.temperature = 0.7}});
    QCOMPARE(line(form, u"temperature"_s)->text(), u"0.7"_s);
    QVERIFY(line(form, u"temperature"_s)->accessibleDescription().contains(u"Differs"_s));
}

void ParametersFormTest::takesNumbers()
{
    ParametersForm form(m_infos);
    form.showLayers({});
    QSignalSpy edited(&form, &ParametersForm::edited);
    QTest::keyClicks(line(form, u"temperature"_s), u"0.5"_s);
    QCOMPARE(edited.last().at(0).value<ParameterInfo>().name, u"temperature"_s);
    QCOMPARE(edited.last().at(1).value<std::optional<Json>>(), std::optional(Json(0.5)));
    QTest::keyClick(line(form, u"max_tokens"_s), Qt::Key_Up);
    QCOMPARE(edited.last().at(1).value<std::optional<Json>>(), std::optional(Json(qint64(2))));
    line(form, u"temperature"_s)->selectAll();
    QTest::keyClick(line(form, u"temperature"_s), Qt::Key_Backspace);
    QVERIFY(!edited.last().at(1).value<std::optional<Json>>());
}

void ParametersFormTest::saysWhatIsWrong()
{
    ParametersForm form(m_infos);
    form.showLayers({});
    QSignalSpy edited(&form, &ParametersForm::edited);
    QTest::keyClicks(line(form, u"top_p"_s), u"7"_s);
    QVERIFY(edited.isEmpty());
    auto *field = form.findChild<ParameterField *>(u"parameter.top_p"_s);
    QStringList words;
    for (const QLabel *label : field->findChildren<QLabel *>())
        words.append(label->text());
    QVERIFY2(words.contains(u"Must be at most 1."_s), qPrintable(words.join(u'|')));
}

void ParametersFormTest::takesChoices()
{
    ParametersForm form(m_infos);
    form.showLayers({});
    QSignalSpy edited(&form, &ParametersForm::edited);
    auto *box
        = form.findChild<ParameterField *>(u"parameter.service_tier"_s)->findChild<QComboBox *>();
    const int flex = box->findText(u"flex"_s);
    QVERIFY(flex > 0);
    Q_EMIT box->activated(flex);
    QCOMPARE(edited.last().at(1).value<std::optional<Json>>(), std::optional(Json("flex")));
}

void ParametersFormTest::goesBackToTheDefault()
{
    ParametersForm form(m_infos);
    form.showLayers({.target = {.seed = 7}});
    QSignalSpy edited(&form, &ParametersForm::edited);
    auto *field = form.findChild<ParameterField *>(u"parameter.seed"_s);
    QVERIFY(field->isSet());
    field->findChild<QToolButton *>()->click();
    QCOMPARE(edited.size(), 1);
    QVERIFY(!edited.last().at(1).value<std::optional<Json>>());
}

void ParametersFormTest::keepsExtrasApart()
{
    ParametersForm form(m_infos);
    Parameters target;
    target.extra = jsonObject({{"service_tier", Json("flex")}, {"unheard_of", Json(1)}});
    form.showLayers({.target = target});
    auto *extras = form.findChild<QPlainTextEdit *>(u"providerExtras"_s);
    QVERIFY(extras->toPlainText().contains(u"unheard_of"_s));
    QVERIFY(!extras->toPlainText().contains(u"service_tier"_s));
    QSignalSpy edited(&form, &ParametersForm::extrasEdited);
    extras->setPlainText(u"{\"a\":"_s);
    QVERIFY(edited.isEmpty());
    extras->setPlainText(u"{\"a\": [1]}"_s);
    QCOMPARE(toBytes(edited.last().at(0).value<Json>()), R"({"a":[1]})");
}

void ParametersFormTest::listsWhatIsNotTaken()
{
    ParametersForm form(m_infos);
    Parameters target;
    target.extra = jsonObject({{"reasoning_effort", Json("high")}});
    form.showLayers({.target = target}); // gpt-4o does not reason
    QVERIFY(!form.findChild<ParameterField *>(u"parameter.reasoning_effort"_s));
    QStringList words;
    for (const QLabel *label : form.findChildren<QLabel *>())
        words.append(label->text());
    QVERIFY2(
        words.contains(u"reasoning_effort is high, but this target is not known to take it."_s),
        qPrintable(words.join(u'|')));
}

QTEST_MAIN(ParametersFormTest)
#include "tst_parametersform.moc"
