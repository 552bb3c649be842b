// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <extraction/resultmodel.h>
#include <extraction/resultview.h>
#include <responses/responsesmodel.h>

#include <antiphon/core/call/record.h>

#include "ui/scenes.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace Antiphon;
using namespace Antiphon::Ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class ResultModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void growsWithoutBeingBuiltAnew();
    void saysWhatIsWrong();
    void showsBareValues();
    void saysWhatReadingTook();
    void findsFieldsInTheText();
    void readsWhileItStreams();
    void offersToAccept();
};

static Json json(const char *text)
{
    const auto value = parseJson(text);
    Q_ASSERT(value);
    return *value;
}

static Extraction invoice(Extraction::Mechanism mechanism = Extraction::Mechanism::Tool)
{
    const auto model = responseModel(json(R"({"title": "invoice", "type": "object",
        "properties": {"total": {"type": "number"}, "currency": {"type": "string"},
        "items": {"type": "array", "items": {"type": "object",
        "properties": {"name": {"type": "string"}}}}}, "required": ["total", "currency"]})"));
    Q_ASSERT(model);
    return {.model = *model, .mechanism = mechanism};
}

/// The tree as lines: depth, name, value, state.
static QStringList linesOf(const ResultModel &model, const QModelIndex &parent = {},
                           const QString &indent = {})
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex at = model.index(row, 0, parent);
        lines += indent + at.data().toString() + u'='
            + at.siblingAtColumn(ResultModel::Value).data().toString() + u' '
            + at.siblingAtColumn(ResultModel::State).data().toString();
        lines += linesOf(model, at, indent + u' ');
    }
    return lines;
}

void ResultModelTest::growsWithoutBeingBuiltAnew()
{
    ResultModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy removals(&model, &QAbstractItemModel::rowsRemoved);
    const Extraction how = invoice();
    GrowingValue growing {.value = json(R"({"total": 12, "currency": null, "items": null})"),
                          .begun = true,
                          .open = Location {u"total"_s}};
    model.show(shownValue(how, growing, {}));
    QCOMPARE(linesOf(model), QStringList {u"total=12 arriving"_s});

    growing.value = json(R"({"total": 12.5, "currency": "E", "items": null})");
    growing.open = Location {u"currency"_s};
    model.show(shownValue(how, growing, {}));
    QCOMPARE(linesOf(model), (QStringList {u"total=12.5 ok"_s, u"currency=E arriving"_s}));

    growing.value = json(R"({"total": 12.5, "currency": "EUR", "items": [{"name": "a"}, {}]})");
    growing.open = Location {u"items"_s, qint64(1)};
    const QPersistentModelIndex total = model.index(0, 0);
    model.show(shownValue(how, growing, {}));
    QCOMPARE(
        linesOf(model),
        (QStringList {u"total=12.5 ok"_s, u"currency=EUR ok"_s, u"items=2 item(s) arriving"_s,
                      u" [0]=1 field(s) ok"_s, u"  name=a ok"_s, u" [1]=0 field(s) arriving"_s}));
    QVERIFY(total.isValid());
    QCOMPARE(resets.size(), 0);
    QCOMPARE(removals.size(), 0);
    QCOMPARE(locationText(model.locationOf(model.indexOf({u"items"_s, qint64(0), u"name"_s}))),
             u"items.0.name"_s);
}

void ResultModelTest::saysWhatIsWrong()
{
    const Extraction how = invoice();
    Attempt first {.number = 1, .value = json(R"({"total": "x"})")};
    first.issues
        = {{.location = {u"total"_s}, .type = u"float_parsing"_s, .message = u"a number"_s},
           {.location = {u"currency"_s}, .type = u"missing"_s, .message = u"required"_s}};
    ResultModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show(shownValue(how, first, {}));
    QCOMPARE(linesOf(model), (QStringList {u"total=x does not fit"_s, u"currency=— missing"_s}));
    QCOMPARE(model.problems().size(), 2);
    QCOMPARE(model.index(0, 0).data(ResultModel::MessageRole).toString(), u"a number"_s);

    Attempt second {.number = 2, .value = json(R"({"total": 1, "currency": "EUR"})")};
    model.show(shownValue(how, second, {first}));
    QCOMPARE(linesOf(model), (QStringList {u"total=1 repaired"_s, u"currency=EUR repaired"_s}));
    QVERIFY(model.problems().isEmpty());
    QVERIFY(model.index(0, 0).data(ResultModel::MessageRole).toString().contains(u"1"_s));
}

void ResultModelTest::showsBareValues()
{
    const auto list = responseModel(json(R"({"type": "array", "items": {"type": "integer"}})"));
    QVERIFY(list);
    Extraction how {.model = *list};
    Attempt attempt {.number = 1, .value = json("[1, 2]")};
    attempt.issues = {{.location = {u"value"_s, qint64(1)}, .type = u"less"_s, .message = u"no"_s}};
    ResultModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show(shownValue(how, attempt, {}));
    QCOMPARE(linesOf(model), (QStringList {u"[0]=1 ok"_s, u"[1]=2 does not fit"_s}));

    how.model = *responseModel(json(R"({"type": "integer"})"));
    attempt = {.number = 1, .value = json("42")};
    model.show(shownValue(how, attempt, {}));
    QCOMPARE(linesOf(model), QStringList {u"value=42 ok"_s});
    QCOMPARE(model.valueAt(model.index(0, 0)), json("42"));
}

void ResultModelTest::saysWhatReadingTook()
{
    const Extraction how = invoice(Extraction::Mechanism::JsonText);
    Attempt attempt {.number = 1,
                     .text = u"Sure:\n```json\n{\"total\": \"12\", \"currency\": \"EUR\", "
                             "\"more\": 1}\n```\n"_s,
                     .value = json(R"({"total": 12, "currency": "EUR"})")};
    attempt.reading = {u"The fence around the JSON was taken off."_s};
    const ShownValue shown = shownValue(how, attempt, {});
    QCOMPARE(shown.notes, attempt.reading);
    ResultModel model;
    model.show(shown);
    QCOMPARE(linesOf(model).first(), u"total=12 converted"_s);
}

void ResultModelTest::findsFieldsInTheText()
{
    const Extraction how = invoice(Extraction::Mechanism::JsonText);
    const QString raw = u"Sure: {\"total\": 12, \"items\": [{\"name\": \"a\"}]} bye"_s;
    const auto place = placeInText(how, raw, {u"items"_s, qint64(0), u"name"_s});
    QVERIFY(place);
    QCOMPARE(raw.sliced(place->first, place->second), u"\"name\": \"a\""_s);
    QVERIFY(!placeInText(how, raw, {u"nowhere"_s}));
}

void ResultModelTest::readsWhileItStreams()
{
    std::chrono::milliseconds time {};
    ResponsesModel model([&time] { return time; });
    const Cell cell = Scenes::cell(1, u"a"_s, u"m"_s);
    model.setCells({cell});
    const auto apply = [&](const CallUpdate &update) { model.apply(std::span(&update, 1)); };
    apply({.id = cell.id, .attempt = 1, .extraction = invoice()});
    apply({.id = cell.id,
           .toolCalls = {{.index = 0, .name = u"invoice"_s, .arguments = u"{\"total\": 1"_s}},
           .state = CallState::Streaming});
    QCOMPARE(toBytes(model.response(0).growing.value),
             R"({"total":1,"currency":null,"items":null})"_ba);
    QCOMPARE(model.response(0).text, u"{\"total\": 1"_s); // the raw answer

    apply({.id = cell.id, .toolCalls = {{.index = 0, .arguments = u"2"_s}}});
    QCOMPARE(*find(model.response(0).growing.value, "total"), json("1")); // ten times a second
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.catchUp();
    QCOMPARE(changes.size(), 0);
    time += 100ms;
    model.catchUp();
    QCOMPARE(changes.size(), 1);
    QCOMPARE(*find(model.response(0).growing.value, "total"), json("12"));

    // A repair begins anew; what came before is kept.
    Attempt first {.number = 1, .value = json(R"({"total": 12})")};
    apply({.id = cell.id, .ended = {first}});
    apply({.id = cell.id, .restarted = true, .attempt = 2, .extraction = invoice()});
    QVERIFY(!model.response(0).growing.begun);
    QVERIFY(model.response(0).text.isEmpty());
    QCOMPARE(model.response(0).givenUp.size(), 1);
    QVERIFY(model.response(0).attempts.first().value);
}

void ResultModelTest::offersToAccept()
{
    const Cell cell = Scenes::cell(1, u"a"_s, u"m"_s);
    Attempt wrong = Scenes::success(1, 0ms, {}, cell.target);
    wrong.value = json(R"({"total": "x", "currency": "EUR"})");
    wrong.issues = {{.location = {u"total"_s}, .type = u"float"_s, .message = u"a number"_s}};
    wrong.error = Error {.kind = ErrorKind::Validation, .message = u"1 validation error"_s};
    wrong.state = CallState::Invalid;
    Response response {.cell = cell, .state = CallState::Invalid};
    response.extraction = invoice();
    response.record = Scenes::record(cell, {wrong});

    ResultView view(cell.name);
    view.resize(600, 400);
    view.show(response);
    view.show();
    auto *tree = view.findChild<QTreeView *>(u"resultTree"_s);
    QVERIFY(tree->isVisibleTo(&view));
    QSignalSpy accepted(&view, &ResultView::acceptRequested);
    QSignalSpy repaired(&view, &ResultView::repairRequested);
    bool offered = false;
    for (QPushButton *button : view.findChildren<QPushButton *>()) {
        if (button->text() == "Accept Anyway"_L1 && button->isVisibleTo(&view)) {
            button->click();
            offered = true;
        }
        if (button->text() == "Repair Once More"_L1 && button->isVisibleTo(&view))
            button->click();
    }
    QVERIFY(offered);
    QCOMPARE(accepted.size(), 1);
    QCOMPARE(repaired.size(), 1);

    view.goToProblem();
    QCOMPARE(tree->currentIndex().data().toString(), u"total"_s);
    for (QAction *action : tree->actions()) {
        if (action->text() == "Copy Path"_L1)
            action->trigger();
    }
    QCOMPARE(QGuiApplication::clipboard()->text(), u"total"_s);
}

QTEST_MAIN(ResultModelTest)
#include "tst_resultmodel.moc"
