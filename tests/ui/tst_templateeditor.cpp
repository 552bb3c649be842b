// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <prompt/promptdocument.h>
#include <prompt/promptview.h>
#include <prompt/templateeditor.h>
#include <workspace.h>

#include "ui/sampleproject.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QTest>

using namespace Antiphon;
using namespace Antiphon::Ui;
using namespace Qt::StringLiterals;

class TemplateEditorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void completesVariablesAfterABrace();
    void completesSnippets();
    void marksProblemsSoonAfterTyping();
    void keepsEachVariantsOwnUndo();
    void savesExactlyWhatWasTyped();
};

/// The sample's first prompt, open in a view.
struct OpenPrompt {
    SampleProject sample;
    Workspace workspace;
    std::unique_ptr<PromptView> view;

    OpenPrompt()
    {
        if (!workspace.open(sample.folder()))
            qFatal("the sample does not open");
        view = std::make_unique<PromptView>(*workspace.document(u"summarize"_s), workspace);
        view->resize(900, 500);
        view->show();
        view->editor().setFocus();
    }
    PromptDocument &document() { return view->document(); }
    TemplateEditor &editor() { return view->editor(); }
};

void TemplateEditorTest::completesVariablesAfterABrace()
{
    OpenPrompt open;
    open.editor().setPlainText({});
    QTest::keyClicks(&open.editor(), u"USER: {la"_s);
    const auto *completer = open.editor().findChild<QCompleter *>();
    QVERIFY(completer->popup()->isVisible());
    QCOMPARE(completer->currentCompletion(), u"language"_s);
    QTest::keyClick(completer->popup(), Qt::Key_Return);
    QCOMPARE(open.editor().toPlainText(), u"USER: {language}"_s);
}

void TemplateEditorTest::completesSnippets()
{
    OpenPrompt open;
    open.editor().setPlainText({});
    QTest::keyClicks(&open.editor(), u"{>ho"_s);
    const auto *completer = open.editor().findChild<QCompleter *>();
    QVERIFY(completer->popup()->isVisible());
    QTest::keyClick(completer->popup(), Qt::Key_Return);
    QCOMPARE(open.editor().toPlainText(), u"{>house-rules}"_s);
}

void TemplateEditorTest::marksProblemsSoonAfterTyping()
{
    OpenPrompt open;
    QCOMPARE(open.editor().problemsInLine(1), QList<TemplateProblem>());
    open.editor().setPlainText(u"USER: {ticket"_s);
    QVERIFY(QTest::qWaitFor([&open] { return !open.editor().problemsInLine(1).isEmpty(); }));
    QCOMPARE(open.editor().problemsInLine(1)[0].severity, Problem::Severity::Error);
    QVERIFY(!open.workspace.problems().isEmpty());
}

void TemplateEditorTest::keepsEachVariantsOwnUndo()
{
    OpenPrompt open;
    QVERIFY(!open.document().isModified());
    const QString first = open.editor().toPlainText();
    QTest::keyClicks(&open.editor(), u"x"_s);
    open.document().setVariant(u"formal"_s);
    const QString second = open.editor().toPlainText();
    QVERIFY(second != first);
    open.editor().undo();
    QCOMPARE(open.editor().toPlainText(), second);
    open.document().setVariant(u"default"_s);
    open.editor().undo();
    QCOMPARE(open.editor().toPlainText(), first);
    QVERIFY(!open.document().isModified());
}

void TemplateEditorTest::savesExactlyWhatWasTyped()
{
    OpenPrompt open;
    open.editor().selectAll();
    open.editor().insertPlainText(u"USER: {ticket}\n"_s);
    QVERIFY(open.document().isModified());
    QVERIFY(open.document().save());
    QVERIFY(!open.document().isModified());
    const Project again = open.sample.load();
    QCOMPARE(findPrompt(again, u"summarize")->variants.value(u"default"_s), u"USER: {ticket}\n"_s);
}

QTEST_MAIN(TemplateEditorTest)
#include "tst_templateeditor.moc"
