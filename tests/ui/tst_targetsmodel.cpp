// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <targets/targetfilter.h>
#include <targets/targetsmodel.h>

#include "ui/sampleproject.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace Antiphon;
using namespace Antiphon::Ui;
using namespace Qt::StringLiterals;

class TargetsModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void describesTargets();
    void choosesInOrder();
    void tellsWhatAKeyNeeds();
    void rowsFollowTheColumns();
    void rowsAreDragged();
    void staysAModelThroughChanges();
    void foldsWhatIsNotReady();
};

static QList<TargetEntry> twoTargets()
{
    TargetEntry mini;
    mini.target = {.slug = u"mini"_s, .provider = u"openai"_s, .model = u"gpt-4o-mini"_s};
    TargetEntry flaky;
    flaky.target = {
        .slug = u"flaky"_s, .label = u"Flaky"_s, .provider = u"simulator"_s, .model = u"flaky"_s};
    return {mini, flaky};
}

static void fill(TargetsModel &model)
{
    model.setTargets(twoTargets(), builtinProviders(), builtinPrices(), QDate(2026, 7, 1));
}

void TargetsModelTest::describesTargets()
{
    TargetsModel model;
    fill(model);
    QCOMPARE(model.rowCount(), 2);
    const QModelIndex mini = model.index(1); // simulated ones stand first
    QCOMPARE(mini.data().toString(), u"mini"_s);
    QVERIFY(mini.data(TargetsModel::DetailRole).toString().contains(u"gpt-4o-mini"_s));
    QVERIFY(mini.data(TargetsModel::PriceRole).toString().startsWith(u'$'));
    const QModelIndex flaky = model.index(0);
    QCOMPARE(flaky.data().toString(), u"Flaky"_s);
    QCOMPARE(flaky.data(TargetsModel::PriceRole).toString(), u"free"_s);
    QVERIFY(flaky.data(TargetsModel::SimulatedRole).toBool());
}

void TargetsModelTest::choosesInOrder()
{
    TargetsModel model;
    fill(model);
    QSignalSpy chosen(&model, &TargetsModel::chosenChanged);
    QVERIFY(model.setData(model.index(1), Qt::Checked, Qt::CheckStateRole));
    QVERIFY(model.setData(model.index(0), Qt::Checked, Qt::CheckStateRole));
    // The columns stand in the order of the rows.
    QCOMPARE(model.chosen(), (QStringList {u"flaky"_s, u"mini"_s}));
    QCOMPARE(chosen.size(), 2);
    model.move(0, 1);
    QCOMPARE(model.index(0).data().toString(), u"mini"_s);
    QCOMPARE(model.chosen(), (QStringList {u"mini"_s, u"flaky"_s}));
    QVERIFY(model.setData(model.index(0), Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(model.chosen(), QStringList {u"flaky"_s});
    QVERIFY(model.setData(model.index(0), Qt::Checked, Qt::CheckStateRole));
    model.setCheckable(false);
    QVERIFY(!model.setData(model.index(1), Qt::Checked, Qt::CheckStateRole));
    QVERIFY(!model.index(1).data(Qt::CheckStateRole).isValid());
}

void TargetsModelTest::tellsWhatAKeyNeeds()
{
    TargetsModel model;
    fill(model);
    model.setKeys({{u"mini"_s, {KeyState::Missing, u"Set OPENAI_API_KEY."_s}}});
    const QModelIndex mini = model.index(1);
    QCOMPARE(mini.data(TargetsModel::KeyStateRole).value<KeyState>(), KeyState::Missing);
    QVERIFY(mini.data(Qt::ToolTipRole).toString().contains(u"Set OPENAI_API_KEY."_s));
    QVERIFY(mini.data(Qt::AccessibleTextRole).toString().contains(u"Key missing"_s));
}

void TargetsModelTest::rowsFollowTheColumns()
{
    TargetsModel model;
    fill(model);
    const QPersistentModelIndex mini = model.index(1);
    model.setChosen({u"mini"_s, u"gone"_s, u"flaky"_s});
    QCOMPARE(model.index(0).data().toString(), u"mini"_s);
    QCOMPARE(mini.row(), 0);
    QCOMPARE(model.chosen().size(), 3); // one that is not there is kept
}

void TargetsModelTest::rowsAreDragged()
{
    TargetsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    fill(model);
    model.setChosen({u"mini"_s, u"flaky"_s});
    const std::unique_ptr<QMimeData> data(model.mimeData({model.index(1)}));
    QVERIFY(model.dropMimeData(data.get(), Qt::MoveAction, 0, 0, {}));
    QCOMPARE(model.chosen(), (QStringList {u"flaky"_s, u"mini"_s}));
}

void TargetsModelTest::staysAModelThroughChanges()
{
    TargetsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    fill(model);
    model.setChosen({u"mini"_s});
    model.setKeys({{u"mini"_s, {KeyState::Ready, {}}}});
    model.setTargets({}, {}, {}, {});
    QCOMPARE(model.rowCount(), 0);
}

void TargetsModelTest::foldsWhatIsNotReady()
{
    QList<TargetEntry> targets = twoTargets();
    for (const char *slug : {"a", "b", "c", "d"}) {
        TargetEntry more;
        more.target = {.slug = QLatin1StringView(slug), .provider = u"mistral"_s, .model = u"m"_s};
        targets.append(more);
    }
    TargetsModel model;
    TargetFilter filter;
    filter.setSourceModel(&model);
    QAbstractItemModelTester tester(&filter,
                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy changed(&filter, &TargetFilter::foldableChanged);
    model.setTargets(targets, builtinProviders(), builtinPrices(), QDate(2026, 7, 1));
    QCOMPARE(filter.foldable(), 5); // nothing is known of their keys yet
    QCOMPARE(filter.rowCount(), 1);
    QCOMPARE(filter.index(0, 0).data().toString(), u"Flaky"_s);
    model.setKey(u"mini"_s, {KeyState::Ready, {}});
    QCOMPARE(filter.foldable(), 4);
    QCOMPARE(filter.rowCount(), 2);
    filter.setText(u"b"_s);
    QCOMPARE(filter.rowCount(), 1); // a search finds what is folded away
    filter.setText({});
    filter.setFolded(false);
    QCOMPARE(filter.rowCount(), 6);
    filter.setFolded(true);
    model.setChosen({u"c"_s}); // too few are left to be worth it
    QCOMPARE(filter.foldable(), 0);
    QCOMPARE(filter.rowCount(), 6);
    QVERIFY(changed.size() >= 3);
}

QTEST_MAIN(TargetsModelTest)
#include "tst_targetsmodel.moc"
