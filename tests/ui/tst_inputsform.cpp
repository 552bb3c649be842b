// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <inputs/inputfield.h>
#include <inputs/inputsform.h>
#include <prompt/promptdocument.h>

#include "ui/sampleproject.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDropEvent>
#include <QImage>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace Antiphon;
using namespace Antiphon::Ui;
using namespace Qt::StringLiterals;

class InputsFormTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatIsTyped_data();
    void readsWhatIsTyped();
    void takesFiles();
    void hidesSensitiveValues();
    void switchesSetsWithOneClick();
    void scratchNeverMakesTheDocumentModified();
    void followsTheTemplate();
    void stopsAtAMissingValue();
};

void InputsFormTest::readsWhatIsTyped_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("text") << u"text"_s << u"12"_s << QByteArray("\"12\"");
    QTest::newRow("a whole number") << u"integer"_s << u"12"_s << QByteArray("12");
    QTest::newRow("a number") << u"number"_s << u"1.5"_s << QByteArray("1.5");
    QTest::newRow("a list, an item a line")
        << u"list"_s << u"a\nb"_s << QByteArray("[\"a\",\"b\"]");
    QTest::newRow("a list as JSON") << u"list"_s << u"[1, 2]"_s << QByteArray("[1,2]");
    QTest::newRow("an object") << u"object"_s << u"{\"b\": 1, \"a\": 2}"_s
                               << QByteArray("{\"b\":1,\"a\":2}");
}

void InputsFormTest::readsWhatIsTyped()
{
    QFETCH(QString, type);
    QFETCH(QString, typed);
    QFETCH(QByteArray, expected);
    const std::unique_ptr<InputField> field(makeField({.name = u"x"_s, .type = type}, {}, nullptr));
    std::optional<Value> last;
    QObject::connect(field.get(), &InputField::edited, field.get(),
                     [&last](const std::optional<Value> &value) { last = value; });
    if (auto *line = field->findChild<QLineEdit *>())
        QTest::keyClicks(line, typed);
    else
        field->findChild<QPlainTextEdit *>()->setPlainText(typed);
    QVERIFY(last);
    QCOMPARE(toBytes(std::get<Json>(last->held)), expected);
    QCOMPARE(field->problem(), QString());
}

void InputsFormTest::takesFiles()
{
    QTemporaryDir project;
    const QTemporaryDir elsewhere;
    QImage image(6, 3, QImage::Format_RGB32);
    image.fill(Qt::blue);
    QVERIFY(image.save(project.filePath(u"in.png"_s)));
    QVERIFY(image.save(elsewhere.filePath(u"out.png"_s)));
    const std::unique_ptr<InputField> field(
        makeField({.name = u"x"_s, .type = u"image"_s}, project.path(), nullptr));
    std::optional<Value> last;
    QObject::connect(field.get(), &InputField::edited, field.get(),
                     [&last](const std::optional<Value> &value) { last = value; });
    const auto drop = [&field](const QString &path) {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDropEvent event(QPointF(1, 1), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        static_cast<QObject *>(field.get())->event(&event); // no drag led here
    };
    drop(project.filePath(u"in.png"_s));
    QVERIFY(last);
    QCOMPARE(toText(std::get<Json>(last->held)), u"in.png"_s);
    drop(elsewhere.filePath(u"out.png"_s)); // from outside: the bytes themselves
    QVERIFY(QTest::qWaitFor([&last] { return std::holds_alternative<QByteArray>(last->held); }));
    field->showValue(last);
    QCOMPARE(field->problem(), QString());
    field->showValue(Value(QByteArray("no image at all")));
    QVERIFY(!field->problem().isEmpty());
}

void InputsFormTest::hidesSensitiveValues()
{
    const std::unique_ptr<InputField> field(
        makeField({.name = u"x"_s, .sensitive = true}, {}, nullptr));
    QCOMPARE(field->findChild<QLineEdit *>()->echoMode(), QLineEdit::Password);
}

void InputsFormTest::switchesSetsWithOneClick()
{
    const SampleProject sample;
    const Project project = sample.load();
    PromptDocument document(*findPrompt(project, u"summarize"), project);
    InputsForm form(document);
    form.show();
    auto *sets = form.findChild<QTabBar *>();
    QCOMPARE(sets->count(), document.inputSets().size());
    const auto ticket = [&form] {
        return form.findChild<InputField *>(u"input/ticket"_s)
            ->findChild<QPlainTextEdit *>()
            ->toPlainText();
    };
    const QString first = ticket();
    QVERIFY(!first.isEmpty());
    sets->setCurrentIndex(1);
    QVERIFY(ticket() != first);
    sets->setCurrentIndex(0);
    QCOMPARE(ticket(), first);
    QVERIFY(!document.isModified());
}

void InputsFormTest::scratchNeverMakesTheDocumentModified()
{
    const SampleProject sample;
    const Project project = sample.load();
    PromptDocument document(*findPrompt(project, u"summarize"), project);
    document.setInputSet(int(document.inputSets().size()) - 1);
    document.setValue(u"tone"_s, Value(u"rude"_s));
    QVERIFY(!document.isModified());
    document.setInputSet(0);
    document.setValue(u"tone"_s, Value(u"rude"_s));
    QVERIFY(document.isModified());
}

void InputsFormTest::followsTheTemplate()
{
    const SampleProject sample;
    const Project project = sample.load();
    PromptDocument document(*findPrompt(project, u"summarize"), project);
    InputsForm form(document);
    QVERIFY(!form.findChild<InputField *>(u"input/customer"_s));
    document.text().setPlainText(u"USER: {customer} {ticket}"_s);
    document.checkNow();
    QVERIFY(form.findChild<InputField *>(u"input/customer"_s));
}

void InputsFormTest::stopsAtAMissingValue()
{
    Project project;
    PromptEntry entry;
    entry.prompt.slug = u"p"_s;
    entry.prompt.variables = {{.name = u"ticket"_s, .required = true}};
    entry.variants.insert(u"default"_s, u"USER: {ticket}"_s);
    PromptDocument document(entry, project);
    InputsForm form(document);
    QVERIFY(form.focusFirstProblem());
    document.setValue(u"ticket"_s, Value(u"text"_s));
    QVERIFY(!form.focusFirstProblem());
}

QTEST_MAIN(InputsFormTest)
#include "tst_inputsform.moc"
