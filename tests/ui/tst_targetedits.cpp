// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <workspace.h>

#include "ui/sampleproject.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace Antiphon;
using namespace Antiphon::Ui;
using namespace Qt::StringLiterals;

class TargetEditsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void editsAreUndoneAndSaved();
    void editsOfOneThingAreOneStep();
    void editsSurviveReading();
    void targetsComeAndGo();
};

static QByteArray fileOf(const SampleProject &sample, const QString &slug)
{
    QFile file(sample.folder() + u"/targets/%1.json"_s.arg(slug));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TargetEditsTest::editsAreUndoneAndSaved()
{
    const SampleProject sample;
    Workspace workspace;
    QVERIFY(workspace.open(sample.folder()));
    TargetEdits &edits = workspace.targets();
    QSignalSpy changed(&edits, &TargetEdits::changed);
    const QByteArray before = fileOf(sample, u"steady"_s);

    Target target = *edits.target(u"steady"_s);
    target.parameters.temperature = 0.7;
    edits.edit(target, u"Change Temperature"_s);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(edits.modified(), QStringList {u"steady"_s});
    QCOMPARE(workspace.modifiedNames().size(), 1);
    QCOMPARE(findTarget(workspace.project(), u"steady")->target.parameters.temperature, 0.7);
    QCOMPARE(fileOf(sample, u"steady"_s), before); // not before it is saved

    edits.undoStack().undo();
    QVERIFY(edits.modified().isEmpty());
    edits.undoStack().redo();
    QVERIFY(workspace.saveAll());
    QVERIFY(edits.modified().isEmpty());
    QVERIFY(fileOf(sample, u"steady"_s).contains("0.7"));
    edits.undoStack().undo();
    QVERIFY(edits.isModified(u"steady"_s));
}

void TargetEditsTest::editsOfOneThingAreOneStep()
{
    const SampleProject sample;
    Workspace workspace;
    QVERIFY(workspace.open(sample.folder()));
    TargetEdits &edits = workspace.targets();
    for (const double value : {0.1, 0.15, 0.2}) {
        Target target = *edits.target(u"steady"_s);
        target.parameters.temperature = value;
        edits.edit(target, u"Change Temperature"_s, u"temperature"_s);
    }
    Target target = *edits.target(u"steady"_s);
    target.parameters.seed = 1;
    edits.edit(target, u"Change Seed"_s, u"seed"_s);
    QCOMPARE(edits.undoStack().count(), 2);
    edits.undoStack().undo();
    edits.undoStack().undo();
    QVERIFY(!edits.target(u"steady"_s)->parameters.temperature);
}

void TargetEditsTest::editsSurviveReading()
{
    const SampleProject sample;
    Workspace workspace;
    QVERIFY(workspace.open(sample.folder()));
    Target target = *workspace.targets().target(u"steady"_s);
    target.label = u"Calm"_s;
    workspace.targets().edit(target, u"Rename"_s);
    QVERIFY(workspace.reload());
    QCOMPARE(workspace.targets().target(u"steady"_s)->label, u"Calm"_s);
    QVERIFY(workspace.targets().isModified(u"steady"_s));
}

void TargetEditsTest::targetsComeAndGo()
{
    const SampleProject sample;
    Workspace workspace;
    QVERIFY(workspace.open(sample.folder()));
    const Result<QString> copy = workspace.duplicateTarget(u"steady"_s);
    QVERIFY(copy);
    QVERIFY(!fileOf(sample, *copy).isEmpty());
    const Result<TargetEntry> removed = workspace.removeTarget(*copy);
    QVERIFY(removed);
    QVERIFY(!workspace.targets().target(*copy));
    QVERIFY(fileOf(sample, *copy).isEmpty());
    QVERIFY(workspace.restoreTarget(*removed));
    QVERIFY(workspace.targets().target(*copy));
    QVERIFY(!fileOf(sample, *copy).isEmpty());
}

QTEST_MAIN(TargetEditsTest)
#include "tst_targetedits.moc"
