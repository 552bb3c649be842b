// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <dynamics/dynamicsmodel.h>
#include <dynamics/dynamicsview.h>
#include <dynamics/resolvedmodel.h>
#include <prompt/messagespreview.h>
#include <prompt/promptdocument.h>
#include <schema/fielddetails.h>
#include <schema/fieldsmodel.h>
#include <schema/outputview.h>
#include <schema/schemadocument.h>
#include <schema/schemaedits.h>
#include <schema/schemafit.h>
#include <schema/schemaview.h>
#include <widgets/codeeditor.h>
#include <workspace.h>

#include "ui/sampleproject.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLineEdit>
#include <QTest>
#include <QTreeView>

using namespace Antiphon;
using namespace Antiphon::Ui;
using namespace Qt::StringLiterals;

/// The editors of schemas and of dynamic configuration.
class SchemaEditorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void editsSchemas();
    void showsFields();
    void keepsTheTextThatDidNotChange();
    void keepsTheFieldsOfABrokenText();
    void editsThroughFields();
    void saysWhatTargetsAreTold();
    void showsRules();
    void editsRules();
    void showsWhereValuesComeFrom();
    void choosesExamples();
};

static Json json(const char *text)
{
    const auto value = parseJson(text);
    Q_ASSERT(value);
    return *value;
}

void SchemaEditorTest::editsSchemas()
{
    Json object = json(R"({"type":"object","properties":{"a":{},"b":{}},"required":["b"]})");
    addProperty(object, u"c"_s, json(R"({"type":"string"})"), true);
    setRequired(object, u"a"_s, true);
    QCOMPARE(toBytes(*find(object, "required")), R"(["a","b","c"])"_ba); // in their order
    renameProperty(object, u"b"_s, u"z"_s);
    moveProperty(object, u"c"_s, 0);
    QCOMPARE(toBytes(object),
             R"({"type":"object","properties":{"c":{"type":"string"},"a":{},"z":{}},)"
             R"("required":["a","z","c"]})"_ba);
    removeProperty(object, u"a"_s);
    QVERIFY(!isRequired(object, u"a"_s));

    const Json text = json(R"({"description":"D","type":"string","minLength":2})");
    const Json number = withType(text, u"number"_s, true);
    QCOMPARE(toBytes(number), R"({"description":"D","type":["number","null"]})"_ba);
    QVERIFY(isNullable(number));
    QCOMPARE(typeId(number), u"number"_s);
    QCOMPARE(toBytes(withType(number, u"number"_s, false)),
             R"({"description":"D","type":"number"})"_ba);
    const Json reference = withType(text, u"#/$defs/A"_s, true);
    QCOMPARE(typeId(reference), u"#/$defs/A"_s);
    QVERIFY(isNullable(reference));
    QCOMPARE(typeId(withType(reference, u"#/$defs/A"_s, false)), u"#/$defs/A"_s);
    QCOMPARE(otherKeywords(json(R"({"type":"string","x-a":1})")), QStringList {u"x-a"_s});
}

static QStringList linesOf(const FieldsModel &model, const QModelIndex &parent = {},
                           const QString &indent = {})
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex at = model.index(row, 0, parent);
        const QVariant required
            = at.siblingAtColumn(FieldsModel::Required).data(Qt::CheckStateRole);
        lines += indent + at.data().toString() + u": "_s
            + at.siblingAtColumn(FieldsModel::Type).data().toString()
            + (required.toInt() == Qt::Checked ? u" !"_s : QString());
        lines += linesOf(model, at, indent + u' ');
    }
    return lines;
}

void SchemaEditorTest::showsFields()
{
    FieldsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show(json(R"({"title":"Order","type":"object","properties":{
        "kind":{"enum":["a","b"]},"lines":{"type":"array","items":{"$ref":"#/$defs/Line"}},
        "tags":{"type":"array","items":{"type":"string"}},
        "next":{"anyOf":[{"$ref":"#"},{"type":"null"}]}},
        "required":["lines"],
        "$defs":{"Line":{"type":"object","properties":{"name":{"type":"string"}},
        "required":["name"]}}})"));
    QCOMPARE(linesOf(model).join(u'\n'),
             QStringList({u"Order: object"_s, u" kind: one of 2"_s, u" lines: list of Line !"_s,
                          u"  name: text !"_s, u" tags: list of text"_s, u"  each item: text"_s,
                          linesOf(model).value(6), u"Line: definition"_s, u" name: text !"_s})
                 .join(u'\n'));
    QVERIFY(linesOf(model).value(6).startsWith(u" next: "_s)); // a circle ends
    // Fields of a reference are edited where they are defined.
    const QModelIndex name = model.indexOf({u"$defs"_s, u"Line"_s, u"properties"_s, u"name"_s});
    QCOMPARE(pointerText(model.ownerOf(name)), u"/$defs/Line"_s);
}

void SchemaEditorTest::keepsTheTextThatDidNotChange()
{
    const SampleProject sample;
    const Project project = sample.load();
    SchemaDocument document(project, u"ticket"_s);
    QVERIFY(document.canBeRead());
    QVERIFY(!document.isModified());
    const QString before = document.text().toPlainText();
    Json schema = document.schema();
    setKeyword(*partAt(schema, {u"properties"_s, u"amount"_s}), "minimum", Json(5));
    document.edit(schema);
    QVERIFY(document.isModified());
    QString expected = before;
    QCOMPARE(document.text().toPlainText(),
             expected.replace(u"\"minimum\": 0"_s, u"\"minimum\": 5"_s));
    document.text().undo();
    QCOMPARE(document.text().toPlainText(), before);
    QTRY_VERIFY(document.schema() == project.schemas.value(u"ticket"_s));
}

void SchemaEditorTest::keepsTheFieldsOfABrokenText()
{
    const SampleProject sample;
    const Project project = sample.load();
    SchemaDocument document(project, u"ticket"_s);
    QTextCursor cursor(&document.text());
    cursor.insertText(u"{"_s);
    document.readNow();
    QVERIFY(!document.canBeRead());
    QCOMPARE(document.marks().size(), 1);
    QVERIFY(document.marks().first().line > 0);
    QCOMPARE(document.schema(), project.schemas.value(u"ticket"_s));
    QCOMPARE(document.problems().first().file, u"schemas/ticket.schema.json"_s);

    Json draft = document.draft();
    SchemaDocument other(project, u"ticket"_s);
    other.restore(draft);
    QCOMPARE(other.text().toPlainText(), document.text().toPlainText());

    document.text().setPlainText(uR"({"type": 7})"_s);
    document.readNow();
    QVERIFY(document.canBeRead());
    QCOMPARE(document.marks().size(), 1); // JSON, but no schema
}

void SchemaEditorTest::editsThroughFields()
{
    const SampleProject sample;
    Workspace workspace;
    QVERIFY(workspace.open(sample.folder()));
    SchemaDocument *document = workspace.schema(u"ticket"_s);
    QVERIFY(document);
    SchemaView view(*document, workspace);
    view.resize(1200, 800);
    view.show();
    auto *tree = view.findChild<QTreeView *>(u"schemaTree"_s);
    QCOMPARE(tree->model()->index(0, 0).data().toString(), u"Ticket"_s);
    for (QAction *action : tree->actions()) {
        if (action->text() == "Add Field"_L1)
            action->trigger();
    }
    QVERIFY(find(*find(document->schema(), "properties"), "field"));
    QVERIFY(isRequired(document->schema(), u"field"_s));
    QCOMPARE(tree->currentIndex().data().toString(), u"field"_s);

    auto *details = view.findChild<FieldDetails *>(u"fieldDetails"_s);
    for (QComboBox *box : details->findChildren<QComboBox *>()) {
        if (box->accessibleName() == "Type of the field"_L1) {
            box->setCurrentIndex(box->findData(u"integer"_s));
            Q_EMIT box->activated(box->currentIndex());
        }
    }
    QCOMPARE(typeId(*find(*find(document->schema(), "properties"), "field")), u"integer"_s);
    // What is edited is what runs use.
    QCOMPARE(workspace.project().schemas.value(u"ticket"_s), document->schema());
    QVERIFY(document->save());
    QVERIFY(sample.load().schemas.value(u"ticket"_s) == document->schema());
}

void SchemaEditorTest::saysWhatTargetsAreTold()
{
    const Json schema = json(R"({"title":"A","type":"object","properties":{
        "a":{"type":"string","pattern":"^x"}},"required":["a"]})");
    const Target openai {.slug = u"o"_s, .provider = u"openai"_s, .model = u"gpt-4o-mini"_s};
    const SchemaFit tool = schemaFit(schema, u"a"_s, {}, openai);
    QCOMPARE(tool.mechanism, Extraction::Mechanism::Tool);
    const SchemaFit strict = schemaFit(schema, u"a"_s, {.mode = OutputSpec::Mode::Strict}, openai);
    QCOMPARE(strict.mechanism, Extraction::Mechanism::Strict);
    const SchemaFit nobody = schemaFit(schema, u"a"_s, {}, {.provider = u"nobody"_s});
    QVERIFY(!nobody.mechanism && !nobody.problem.isEmpty());
}

void SchemaEditorTest::showsRules()
{
    Dynamics dynamics = *dynamicsFromJson(json(R"x({"computed":{"n":"tokens(a)"},"rules":[
        {"when":"n >","set":{"params.max_tokens":9,"target":"x"}},
        {"when":"n > 1","set":{},"enabled":false}]})x"));
    DynamicsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show(dynamics);
    const QModelIndex broken = model.indexOf(DynamicsModel::Group::Rules, 0);
    QCOMPARE(broken.siblingAtColumn(1).data().toString(), u"max_tokens 9, target x"_s);
    QVERIFY(!broken.data(DynamicsModel::FaultRole).toString().isEmpty());
    const QModelIndex off = model.indexOf(DynamicsModel::Group::Rules, 1);
    QCOMPARE(off.data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    QVERIFY(off.data(DynamicsModel::FaultRole).toString().isEmpty());
    model.setMatched({u"rule 1"_s});
    QVERIFY(broken.data(Qt::AccessibleTextRole).toString().contains(u"applies now"_s));
    dynamics.rules.removeLast();
    model.show(dynamics);
    QCOMPARE(model.rowCount(model.index(1, 0)), 1);
}

void SchemaEditorTest::editsRules()
{
    const SampleProject sample;
    Workspace workspace;
    QVERIFY(workspace.open(sample.folder()));
    PromptDocument *document = workspace.document(u"read-ticket"_s);
    QVERIFY(document);
    DynamicsView view(*document, workspace);
    view.resize(900, 700);
    view.show();
    view.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&view)); // shortcuts are for the active window
    auto *tree = view.findChild<QTreeView *>(u"dynamicsTree"_s);
    tree->setFocus();
    const auto *model = static_cast<DynamicsModel *>(tree->model());
    tree->setCurrentIndex(model->indexOf(DynamicsModel::Group::Rules, 0));
    const QString before = document->dynamics().rules[0].when.source();
    QTest::keyClick(tree, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(document->dynamics().rules[1].when.source(), before);
    QVERIFY(document->isModified());
    view.undo();
    QCOMPARE(document->dynamics().rules[0].when.source(), before);
    QVERIFY(!document->isModified());

    CodeEditor *condition = nullptr;
    for (CodeEditor *editor : view.findChildren<CodeEditor *>()) {
        if (editor->accessibleName() == "Condition of the rule"_L1)
            condition = editor;
    }
    QVERIFY(condition);
    tree->setCurrentIndex(model->indexOf(DynamicsModel::Group::Rules, 0));
    condition->setPlainText(u"tokens(ticket) > 7"_s);
    tree->setCurrentIndex(model->indexOf(DynamicsModel::Group::Rules, 1)); // at once
    QCOMPARE(document->dynamics().rules[0].when.source(), u"tokens(ticket) > 7"_s);
    QVERIFY(document->save());
    const Project saved = sample.load();
    QCOMPARE(findPrompt(saved, u"read-ticket"_s)->prompt.dynamics.rules[0].when.source(),
             u"tokens(ticket) > 7"_s);

    // The call for the current inputs follows.
    auto *resolved = view.findChild<QTreeView *>(u"resolvedTree"_s);
    QTRY_VERIFY(resolved->model()->rowCount() > 0);
    QTRY_VERIFY(model->indexOf(DynamicsModel::Group::Rules, 0)
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .contains(u"applies now"_s));
}

void SchemaEditorTest::showsWhereValuesComeFrom()
{
    ResolvedCall call;
    call.request.parameters = *parametersFromJson(json(R"({"temperature":0.2,"max_tokens":9})"));
    call.originOf = {{u"temperature"_s, u"project"_s}, {u"max_tokens"_s, u"rule 2"_s}};
    call.variables.insert(u"n"_s, Value(json("7")));
    call.variableFrom = {{u"n"_s, u"computed"_s}};
    call.messagesFrom = u"template"_s;
    ResolvedModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show(call, u"Steady"_s);
    const QModelIndex parameters = model.index(0, 0);
    QHash<QString, QString> from;
    for (int row = 0; row < model.rowCount(parameters); ++row)
        from.insert(model.index(row, ResolvedModel::What, parameters).data().toString(),
                    model.index(row, ResolvedModel::From, parameters).data().toString());
    QCOMPARE(from.value(u"temperature"_s), u"project"_s);
    QCOMPARE(from.value(u"max_tokens"_s), u"rule 2"_s);
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void SchemaEditorTest::choosesExamples()
{
    const SampleProject sample;
    Workspace workspace;
    QVERIFY(workspace.open(sample.folder()));
    PromptDocument *document = workspace.document(u"classify"_s);
    QVERIFY(document);
    OutputView view(*document, workspace);
    MessagesPreview preview(*document, workspace.project().snippets);
    view.show();
    preview.show();
    const auto boxes = view.findChildren<QComboBox *>();
    const auto found
        = std::ranges::find(boxes, u"Dataset with examples"_s,
                            [](const QComboBox *box) { return box->accessibleName(); });
    QVERIFY(found != boxes.end());
    QComboBox *box = *found;
    QVERIFY(box->isVisible());
    QCOMPARE(box->currentText(), u"sorted-tickets"_s);
    QTRY_VERIFY(preview.toPlainText().contains("delivery normal"_L1));

    box->setCurrentIndex(0);
    Q_EMIT box->activated(0);
    QVERIFY(document->prompt().examples.isEmpty());
    QVERIFY(document->isModified());
    QTRY_VERIFY(!preview.toPlainText().contains("delivery normal"_L1));
    document->undoStack().undo();
    QCOMPARE(box->currentText(), u"sorted-tickets"_s);
    QVERIFY(!document->isModified());

    document->setExamples(u"gone"_s, u"x"_s);
    QCOMPARE(box->currentText(), u"gone (missing)"_s);
    const Json draft = document->draft();
    document->undoStack().undo();
    document->restore(draft);
    QCOMPARE(document->examples(), u"gone"_s);
    document->setExamples({}, u"x"_s);
    QVERIFY(document->save());
    QVERIFY(sample.load().prompts.first().prompt.examples.isEmpty());
}

QTEST_MAIN(SchemaEditorTest)
#include "tst_schemaeditor.moc"
