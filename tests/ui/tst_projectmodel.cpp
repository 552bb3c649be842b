// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <project/projectmodel.h>

#include "ui/sampleproject.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Antiphon;
using namespace Antiphon::Ui;
using namespace Qt::StringLiterals;

class ProjectModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsTheSampleByKind();
    void namesEditedPrompts();
    void keepsBrokenFilesInSight();
    void staysAModelThroughChanges();
};

static QStringList textsUnder(const ProjectModel &model, const QModelIndex &parent)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(parent); ++row)
        texts.append(model.index(row, 0, parent).data().toString());
    return texts;
}

void ProjectModelTest::showsTheSampleByKind()
{
    const SampleProject sample;
    ProjectModel model;
    model.setProject(sample.load());
    QCOMPARE(textsUnder(model, {}),
             (QStringList {u"Prompts"_s, u"Schemas"_s, u"Tools"_s, u"Targets"_s,
                           u"Retry Policies"_s, u"Snippets"_s}));
    QVERIFY(textsUnder(model, model.index(0, 0)).contains(u"Summarize a ticket"_s));
    const QModelIndex flaky = model.indexOf(ProjectModel::Kind::Target, u"flaky"_s);
    QCOMPARE(flaky.data().toString(), u"Flaky"_s);
    QCOMPARE(flaky.data(ProjectModel::SlugRole).toString(), u"flaky"_s);
}

void ProjectModelTest::namesEditedPrompts()
{
    const SampleProject sample;
    ProjectModel model;
    model.setProject(sample.load());
    QSignalSpy changed(&model, &ProjectModel::dataChanged);
    model.setModified(ProjectModel::Kind::Prompt, {u"summarize"_s});
    QCOMPARE(changed.size(), 1);
    const QModelIndex prompt = model.indexOf(ProjectModel::Kind::Prompt, u"summarize"_s);
    QCOMPARE(prompt.data().toString(), u"Summarize a ticket *"_s);
    QVERIFY(prompt.data(Qt::AccessibleTextRole).toString().contains(u"not saved"_s));
    model.setModified(ProjectModel::Kind::Prompt, {u"summarize"_s});
    QCOMPARE(changed.size(), 1);
}

void ProjectModelTest::keepsBrokenFilesInSight()
{
    Project project;
    project.problems.append({.file = u"targets/haiku.json"_s, .line = 14, .message = u"comma"_s});
    ProjectModel model;
    model.setProject(project);
    const QModelIndex broken = model.index(0, 0, model.index(0, 0));
    QCOMPARE(broken.data().toString(), u"haiku.json"_s);
    QVERIFY(broken.data(ProjectModel::BrokenRole).toBool());
    QCOMPARE(broken.data(Qt::ToolTipRole).toString(), u"comma"_s);
}

void ProjectModelTest::staysAModelThroughChanges()
{
    const SampleProject sample;
    ProjectModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setProject(sample.load());
    model.setModified(ProjectModel::Kind::Prompt, {u"classify"_s});
    model.setModified(ProjectModel::Kind::Prompt, {});
    model.setProject({});
    QCOMPARE(model.rowCount(), 0);
}

QTEST_MAIN(ProjectModelTest)
#include "tst_projectmodel.moc"
