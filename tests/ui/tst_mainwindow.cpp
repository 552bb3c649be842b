// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <attempts/attemptsmodel.h>
#include <attempts/attemptsview.h>
#include <mainwindow.h>
#include <project/projectview.h>
#include <responses/responsesview.h>
#include <retry/policyview.h>
#include <widgets/inlinebar.h>

#include <antiphon/net/clock.h>
#include <antiphon/net/engine.h>
#include <antiphon/net/simulatortransport.h>
#include <antiphon/store/drafts.h>
#include <antiphon/store/secretstore.h>
#include <antiphon/store/settings.h>

#include "ui/sampleproject.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>
#include <QTextCursor>
#include <QThreadPool>
#include <QToolBar>
#include <QTreeView>

using namespace Antiphon;
using namespace Antiphon::Ui;
using namespace Qt::StringLiterals;

class MainWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void beginsWithTheWelcomePage();
    void runsTheSample();
    void namesATargetThatCannotRun();
    void addsATarget();
    void changesAParameter();
    void editsAPolicy();
    void makesAScriptOfACall();
    void sendsAnAttemptAgain();
    void sendsAgainBesideARun();
    void repairsOnceMore();
    void raisesABudget();
    void inspectsInATab();
    void bringsBackWhatWasNotSaved();
    void everyActionHasAMenuPlace();
    void everyShortcutIsUsedOnce();
    void everyControlHasAName();

private:
    QTemporaryDir m_state;
};

void MainWindowTest::initTestCase()
{
    qputenv("XDG_STATE_HOME", m_state.path().toUtf8()); // where drafts go
}

/// Keeps a picture of \p widget in the folder ANTIPHON_SHOTS, if there is one.
static void shoot(QWidget &widget, const char *name)
{
    const QString folder = qEnvironmentVariable("ANTIPHON_SHOTS");
    if (!folder.isEmpty())
        widget.grab().save(folder + u'/' + QLatin1StringView(name) + u".png"_s);
}

/// A window on the sample project, answered by the simulator.
struct OpenWindow {
    SampleProject sample;
    QTemporaryDir folder;
    SystemClock clock;
    Settings settings {folder.filePath(u"settings.ini"_s)};
    MemorySecretStore secrets;
    Feed feed;
    EngineThread engine {feed,
                         [](Clock &time) { return std::make_unique<SimulatorTransport>(time); }};
    MainWindow window {{engine, feed, settings, secrets, clock}};

    OpenWindow()
    {
        window.resize(2400, 1200); // every column is seen: only those get text
        window.show();
    }
    ~OpenWindow() { QThreadPool::globalInstance()->waitForDone(); }

    QAction *action(const char *name)
    {
        return window.findChild<QAction *>("action."_L1 + QLatin1StringView(name));
    }
};

void MainWindowTest::beginsWithTheWelcomePage()
{
    OpenWindow open;
    QVERIFY(open.window.findChild<QWidget *>(u"welcomePage"_s)->isVisible());
    QVERIFY(!open.action("run")->isEnabled());
    QVERIFY(!open.action("run")->statusTip().isEmpty());
    open.window.openProject(open.sample.folder());
    QVERIFY(!open.window.findChild<QWidget *>(u"welcomePage"_s)->isVisible());
    QVERIFY(open.action("run")->isEnabled());
}

void MainWindowTest::runsTheSample()
{
    OpenWindow open;
    open.window.openProject(open.sample.folder());
    // Without pauses: what is tested is that everything arrives.
    QSignalSpy finished(&open.window.runController(), &RunController::runFinished);
    open.action("run")->trigger();
    QVERIFY(open.window.runController().isRunning());
    QVERIFY(finished.wait(60000));

    const QList<CallRecord> records = open.window.runController().records();
    QVERIFY(records.size() >= 4);
    for (const CallRecord &record : records) {
        QCOMPARE(callStateName(record.state), u"done"_s);
        const auto *column = open.window.findChild<QWidget *>(u"responseColumn/"_s + record.target);
        QVERIFY2(column, qPrintable(record.target));
        const QString ending = answer(record)->text.trimmed().last(20);
        const auto showsAnswer = [column, &ending] {
            return std::ranges::any_of(column->findChildren<QPlainTextEdit *>(),
                                       [&ending](const QPlainTextEdit *text) {
                                           return text->toPlainText().contains(ending);
                                       });
        };
        QVERIFY2(QTest::qWaitFor(showsAnswer), qPrintable(record.target));
        QVERIFY(!column->accessibleName().isEmpty());
        QVERIFY(!answer(record)->text.isEmpty());
    }
    const auto isFlaky = [](const CallRecord &record) { return record.target == "flaky"_L1; };
    const auto flaky = std::ranges::find_if(records, isFlaky);
    QVERIFY(flaky != records.end());
    QVERIFY(flaky->attempts.size() > 1);
    QVERIFY(open.action("export")->isEnabled());
}

void MainWindowTest::editsAPolicy()
{
    OpenWindow open;
    open.window.openProject(open.sample.folder());
    auto *tree = open.window.findChild<ProjectView *>();
    auto *responses = open.window.findChild<ResponsesView *>();
    Q_EMIT tree->activated(ProjectModel::Kind::Policy, u"patient"_s);
    auto *view = open.window.findChild<PolicyView *>();
    QVERIFY(view && view->isVisible());
    QVERIFY(!responses->isVisible());
    QVERIFY(!open.action("run")->isEnabled());
    QVERIFY(!open.action("save")->isEnabled());
    shoot(open.window, "policy");

    RetryPolicy policy = view->document().policy();
    policy.repairMax = 7;
    view->document().edit(policy, u"Change"_s);
    QVERIFY(open.action("save")->isEnabled());
    QVERIFY(open.window.isWindowModified());
    open.action("save")->trigger();
    QVERIFY(!open.window.isWindowModified());
    QCOMPARE(policyOf(open.sample.load(), u"patient").repairMax, 7);

    open.action("closeTab")->trigger();
    QVERIFY(open.window.workspace().policies().isEmpty());
    QVERIFY(responses->isVisible());
    QVERIFY(open.action("run")->isEnabled());
}

void MainWindowTest::makesAScriptOfACall()
{
    OpenWindow open;
    open.window.openProject(open.sample.folder());
    PromptDocument *document = open.window.workspace().documents().value(0);
    document->setTargets({u"flaky"_s});
    QSignalSpy finished(&open.window.runController(), &RunController::runFinished);
    open.action("run")->trigger();
    QVERIFY(finished.wait(60000));
    const CallRecord first = open.window.runController().records().value(0);
    QVERIFY(first.attempts.size() > 1);

    auto *attempts = open.window.findChild<AttemptsView *>();
    Q_EMIT attempts->scriptRequested(first.attempts);
    const TargetEntry *made = findTarget(open.window.workspace().project(), u"flaky-recorded");
    QVERIFY(made);
    document->setTargets({made->target.slug});
    open.action("run")->trigger();
    QVERIFY(finished.wait(60000));
    const CallRecord second = open.window.runController().records().value(0);
    QCOMPARE(second.attempts.size(), first.attempts.size());
    QCOMPARE(answer(second)->text, answer(first)->text);
    for (qsizetype i = 0; i < first.attempts.size(); ++i)
        QCOMPARE(second.attempts[i].state, first.attempts[i].state);
}

static QAction *actionCalled(const QWidget &of, const QString &text)
{
    for (QAction *action : of.actions()) {
        if (action->text().remove(u'&') == text)
            return action;
    }
    return nullptr;
}

void MainWindowTest::sendsAnAttemptAgain()
{
    OpenWindow open;
    open.window.openProject(open.sample.folder());
    open.window.workspace().documents().value(0)->setTargets({u"flaky"_s});
    RunController &run = open.window.runController();
    QSignalSpy finished(&run, &RunController::runFinished);
    open.action("run")->trigger();
    QVERIFY(finished.wait(60000));
    const QList<CallRecord> records = run.records();
    const Attempt second = records.first().attempts.value(1);
    QVERIFY(!second.exchange.request.url.isEmpty());

    auto *view = open.window.findChild<AttemptsView *>();
    auto *tree = view->findChild<QTreeView *>(u"attemptsTree"_s);
    auto *model = qobject_cast<AttemptsModel *>(tree->model());
    tree->setCurrentIndex(model->index(1, 0, model->index(0, 0)));
    QAction *replay = actionCalled(*tree, u"Replay This Attempt"_s);
    QVERIFY(replay && replay->isEnabled());
    QVERIFY(replay->toolTip().contains(u"it costs nothing"));
    replay->trigger();
    const auto isOver = [model] {
        const QModelIndex call = model->index(1, 0);
        return call.isValid() && !call.data(AttemptsModel::LiveRole).toBool();
    };
    QVERIFY(QTest::qWaitFor(isOver, 60000));

    const QModelIndex call = model->index(1, 0);
    QVERIFY(call.data().toString().startsWith(u"Replay of attempt 2, "));
    QCOMPARE(model->rowCount(call), 1);
    QCOMPARE(tree->currentIndex().siblingAtColumn(0), model->index(0, 0, call));
    const Attempt *again = model->attempt(model->index(0, 0, call));
    QCOMPARE(again->exchange.request.body, second.exchange.request.body);
    QCOMPARE(again->exchange.request.url, second.exchange.request.url);
    QVERIFY(again->exchange.head.status > 0);
    QCOMPARE(model->rowCount(model->index(0, 0)), int(records.first().attempts.size()));
    QVERIFY(run.records() == records);
    QVERIFY(!run.isSendingAgain());
    shoot(open.window, "replay");
    auto *tabs = view->findChild<QTabWidget *>(u"attemptTabs"_s);
    for (int i = 0; i < tabs->count(); ++i) {
        if (tabs->tabText(i).remove(u'&') == "Changes"_L1)
            tabs->setCurrentIndex(i);
    }
    const auto labels = tabs->currentWidget()->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
        return label->text() == "The same request as attempt 2."_L1;
    }));

    // A target that is gone: nothing is sent, and the bar says why.
    Attempt orphan = second;
    orphan.target = u"gone"_s;
    Q_EMIT view->sendAgainRequested(*model->call(model->index(0, 0)), orphan);
    const auto *bar = view->findChild<InlineBar *>();
    QVERIFY(QTest::qWaitFor([bar] { return bar->isVisible(); }));
    QVERIFY2(bar->text().contains(u"Nothing was sent."), qPrintable(bar->text()));
    QCOMPARE(model->rowCount(), 2);

    // What went to a service is not sent there while everything is simulated.
    open.action("simulateAll")->setChecked(true);
    Attempt real = second;
    real.simulated = false;
    AgainRequest request {.project = open.sample.load(), .attempt = real, .simulateAll = true};
    QVERIFY(!run.sendAgain(request).result());

    // And what was read again says so.
    tree->setCurrentIndex(model->index(0, 0, model->index(0, 0)));
    QAction *read = actionCalled(*tree, u"Read Recorded Response Again"_s);
    QVERIFY(read);
    if (read->isEnabled()) {
        read->trigger();
        QCOMPARE(model->rowCount(), 3);
        QVERIFY(model->index(2, 0).data().toString().startsWith(u"Attempt 1 read again, "));
    }
}

void MainWindowTest::sendsAgainBesideARun()
{
    OpenWindow open;
    open.window.openProject(open.sample.folder());
    open.window.workspace().documents().value(0)->setTargets({u"steady"_s, u"slow"_s});
    RunController &run = open.window.runController();
    QSignalSpy finished(&run, &RunController::runFinished);
    QSignalSpy sent(&run, &RunController::sentAgain);
    QSignalSpy updated(&run, &RunController::updatedAgain);
    open.action("run")->trigger();
    QVERIFY(QTest::qWaitFor([&run] { return run.records().size() == 1; }, 60000));
    QVERIFY(run.isRunning());
    const CallRecord steady = run.records().first();
    auto *view = open.window.findChild<AttemptsView *>();
    Q_EMIT view->sendAgainRequested(run.cells().first().id, steady.attempts.first());
    QVERIFY(sent.wait(60000));
    QVERIFY(run.isSendingAgain());
    QVERIFY(run.isRunning());
    QCOMPARE(run.cells().size(), 2);
    const auto id = sent.first().first().value<Cell>().id;

    // It can be stopped alone; the run goes on.
    run.cancel(id);
    QVERIFY(QTest::qWaitFor([&run] { return !run.isSendingAgain(); }, 60000));
    QVERIFY(run.isRunning());
    QVERIFY(!updated.isEmpty());
    QCOMPARE(run.records().size(), 1);
    open.action("cancelAll")->trigger();
    QVERIFY(finished.wait(60000));

    // After the run too it is something to cancel, and the next run puts it away.
    Q_EMIT view->sendAgainRequested(run.cells().first().id, steady.attempts.first());
    QVERIFY(sent.wait(60000));
    QVERIFY(open.action("cancelAll")->isEnabled());
    open.action("run")->trigger();
    QVERIFY(QTest::qWaitFor([&run] { return run.cells().size() == 2 && !run.isSendingAgain(); }));
    open.action("cancelAll")->trigger();
    QVERIFY(finished.wait(60000));
}

static QPushButton *visibleButton(const QWidget &in, const QString &text)
{
    for (auto *button : in.findChildren<QPushButton *>()) {
        if (button->text().startsWith(text) && button->isVisible())
            return button;
    }
    return nullptr;
}

void MainWindowTest::repairsOnceMore()
{
    OpenWindow open;
    open.window.openProject(open.sample.folder());
    Q_EMIT open.window.findChild<ProjectView *>()->activated(ProjectModel::Kind::Prompt,
                                                             u"read-ticket"_s);
    PromptDocument *document = open.window.workspace().document(u"read-ticket"_s);
    document->setTargets({u"never"_s});
    QSignalSpy finished(&open.window.runController(), &RunController::runFinished);
    open.action("run")->trigger();
    QVERIFY(finished.wait(60000));
    const CallRecord first = open.window.runController().records().value(0);
    QCOMPARE(first.state, CallState::Invalid);

    const auto *column = open.window.findChild<QWidget *>(u"responseColumn/never"_s);
    QVERIFY(QTest::qWaitFor([&] { return visibleButton(*column, u"Repair Once More"_s); }));
    shoot(open.window, "repair-once-more");
    visibleButton(*column, u"Repair Once More"_s)->click();
    QVERIFY(open.window.runController().isRunning());
    QVERIFY(!visibleButton(*column, u"Repair Once More"_s));
    QVERIFY(finished.wait(60000));
    const CallRecord second = open.window.runController().records().value(0);
    QCOMPARE(second.attempts.size(), first.attempts.size() + 1);
    QCOMPARE(second.attempts.last().kind, AttemptKind::Repair);
    QVERIFY(*totalCost(second) > *totalCost(first));
    const auto *tree = open.window.findChild<QAbstractItemView *>(u"attemptsTree"_s);
    QCOMPARE(tree->model()->rowCount(), 1);
    QCOMPARE(tree->model()->rowCount(tree->model()->index(0, 0)), int(second.attempts.size()));

    // Once more, and stopped on the way.
    QVERIFY(QTest::qWaitFor([&] { return visibleButton(*column, u"Repair Once More"_s); }));
    visibleButton(*column, u"Repair Once More"_s)->click();
    open.action("cancelAll")->trigger();
    QVERIFY(finished.wait(60000));
    const CallRecord third = open.window.runController().records().value(0);
    QCOMPARE(third.attempts.size(), second.attempts.size() + 1);
    QCOMPARE(third.state, CallState::Cancelled);
}

void MainWindowTest::raisesABudget()
{
    OpenWindow open;
    open.window.openProject(open.sample.folder());
    auto *spending = open.window.findChild<QAbstractButton *>(u"status.spending"_s);
    QVERIFY(spending && spending->isVisible());
    QVERIFY(!spending->accessibleName().isEmpty());
    QCOMPARE(spending->text(), u"today $0"_s);
    const Budget tight {.run = {.stop = Money {1'000'000}},
                        .day = {.stop = Money {5'000'000'000'000}}};
    QVERIFY(open.window.workspace().saveBudget(tight));
    QCOMPARE(spending->text(), u"today $0 of $5.00"_s);
    QVERIFY(open.sample.load().budget == tight);

    PromptDocument *document = open.window.workspace().documents().value(0);
    document->setTargets({u"steady"_s, u"echo"_s});
    QSignalSpy finished(&open.window.runController(), &RunController::runFinished);
    open.action("run")->trigger();
    QVERIFY(finished.wait(60000));
    QCOMPARE(open.window.runController().records().value(0).state, CallState::OverBudget);
    QPushButton *raise = visibleButton(open.window, u"Raise to "_s);
    QVERIFY(raise);
    QVERIFY(visibleButton(open.window, u"Stop Here"_s));
    shoot(open.window, "budget-reached");
    while (raise) { // what one call may cost is raised once or twice
        raise->click();
        QVERIFY(open.window.runController().isRunning());
        QVERIFY(finished.wait(60000));
        raise = visibleButton(open.window, u"Raise to "_s);
    }
    for (const CallRecord &record : open.window.runController().records())
        QCOMPARE(callStateName(record.state), u"done"_s);
    QVERIFY(*open.sample.load().budget.run.stop > *tight.run.stop);
    QVERIFY(open.sample.load().budget.day == tight.day);
}

void MainWindowTest::inspectsInATab()
{
    OpenWindow open;
    open.window.openProject(open.sample.folder());
    const auto tabs
        = [&open] { return open.window.findChildren<AttemptsView *>(u"attemptsTab"_s); };
    open.action("attemptsTab")->trigger();
    open.action("attemptsTab")->trigger();
    QCOMPARE(tabs().size(), 1);
    QVERIFY(tabs().first()->isVisible());
    QVERIFY(!open.window.findChild<ResponsesView *>()->isVisible());
    QVERIFY(!open.action("save")->isEnabled());
    open.action("closeTab")->trigger();
    QVERIFY(tabs().isEmpty());
    QVERIFY(open.action("run")->isEnabled());
    open.action("attemptsTab")->trigger();
    open.action("closeProject")->trigger();
    QVERIFY(tabs().isEmpty());
}

void MainWindowTest::namesATargetThatCannotRun()
{
    OpenWindow open;
    open.window.openProject(open.sample.folder());
    PromptDocument *document = open.window.workspace().documents().value(0);
    document->setTargets({u"steady"_s, u"nobody"_s});
    QSignalSpy finished(&open.window.runController(), &RunController::runFinished);
    open.action("run")->trigger();
    QVERIFY(finished.wait(60000));
    const QList<CallRecord> records = open.window.runController().records();
    QCOMPARE(records.size(), 2);
    QCOMPARE(callStateName(records[0].state), u"done"_s);
    QCOMPARE(callStateName(records[1].state), u"failed"_s);
    QVERIFY(answer(records[1])->error->message.contains(u"nobody"_s));
}

static void collect(const QMenu *menu, QSet<QAction *> &actions)
{
    for (QAction *action : menu->actions()) {
        actions.insert(action);
        if (action->menu())
            collect(action->menu(), actions);
    }
}

void MainWindowTest::addsATarget()
{
    OpenWindow open;
    open.window.openProject(open.sample.folder());
    const qsizetype before = open.window.workspace().project().targets.size();
    open.action("addTarget")->trigger();
    auto *panel = open.window.findChild<QWidget *>(u"targetPanel"_s);
    QVERIFY(panel->isVisible());
    shoot(open.window, "add-target-provider");
    auto *providers = panel->findChild<QAbstractItemView *>(u"providerList"_s);
    QTest::keyClick(providers, Qt::Key_Return); // the simulator stands first
    auto *model = panel->findChild<QLineEdit *>(u"modelField"_s);
    QVERIFY(QTest::qWaitFor([model] { return model->isVisible(); }));
    QTest::keyClicks(model, u"echo"_s);
    shoot(open.window, "add-target-model");
    panel->findChild<QAbstractButton *>(u"targetPanel.done"_s)->click();
    QVERIFY(!panel->isVisible());
    QCOMPARE(open.window.workspace().project().targets.size(), before + 1);
    const PromptDocument *document = open.window.workspace().documents().value(0);
    QVERIFY(document->targets().contains(u"echo-2"_s));
}

void MainWindowTest::changesAParameter()
{
    OpenWindow open;
    open.window.openProject(open.sample.folder());
    auto *field = open.window.findChild<QWidget *>(u"parameter.temperature"_s);
    QVERIFY(field);
    auto *line = field->findChild<QLineEdit *>();
    line->setFocus();
    QTest::keyClicks(line, u"0.7"_s);
    const QString slug = open.window.workspace().targets().modified().value(0);
    QCOMPARE(slug, u"steady"_s); // the first column's
    shoot(open.window, "parameter");
    QVERIFY(open.action("save")->isEnabled());
    open.action("save")->trigger();
    QVERIFY(open.window.workspace().targets().modified().isEmpty());
    QFile file(open.sample.folder() + u"/targets/steady.json"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("\"temperature\": 0.7"));
}

void MainWindowTest::bringsBackWhatWasNotSaved()
{
    const SampleProject sample;
    const QString text = u"SYSTEM: Lost?\nUSER: {ticket}\n"_s;
    QByteArray kept;
    {
        OpenWindow open;
        open.window.openProject(sample.folder());
        PromptDocument *document = open.window.workspace().documents().value(0);
        QTextCursor all(&document->text());
        all.select(QTextCursor::Document);
        all.insertText(text);
        const QString file = draftsFile(
            QStandardPaths::writableLocation(QStandardPaths::StateLocation), sample.folder());
        QVERIFY(QTest::qWaitFor([&file] { return QFile::exists(file); }, 10000));
        QFile drafts(file);
        QVERIFY(drafts.open(QIODevice::ReadOnly));
        kept = drafts.readAll();
    }
    // A window that is closed gives edits up; one that crashes leaves the file.
    QFile drafts(draftsFile(QStandardPaths::writableLocation(QStandardPaths::StateLocation),
                            sample.folder()));
    QVERIFY(!drafts.exists());
    QVERIFY(drafts.open(QIODevice::WriteOnly));
    drafts.write(kept);
    drafts.close();

    OpenWindow open;
    open.window.openProject(sample.folder());
    PromptDocument *document = open.window.workspace().documents().value(0);
    QVERIFY(document->text().toPlainText() != text);
    QAbstractButton *restore = nullptr;
    const auto offered = [&open, &restore] {
        for (auto *button : open.window.findChildren<QAbstractButton *>()) {
            if (button->text() == "Restore"_L1 && button->isVisible())
                restore = button;
        }
        return restore != nullptr;
    };
    QVERIFY(QTest::qWaitFor(offered));
    shoot(open.window, "drafts");
    restore->click();
    QCOMPARE(document->text().toPlainText(), text);
    QVERIFY(document->isModified());
}

void MainWindowTest::everyActionHasAMenuPlace()
{
    OpenWindow open;
    QSet<QAction *> inMenus;
    for (const QAction *action : open.window.menuBar()->actions())
        collect(action->menu(), inMenus);
    for (QAction *action : open.window.findChildren<QAction *>()) {
        if (action->objectName().startsWith("action."_L1))
            QVERIFY2(inMenus.contains(action), qPrintable(action->objectName()));
    }
}

void MainWindowTest::everyShortcutIsUsedOnce()
{
    OpenWindow open;
    QHash<QString, QString> ownerOf;
    for (const QAction *action : open.window.findChildren<QAction *>()) {
        if (!action->objectName().startsWith("action."_L1))
            continue;
        for (const QKeySequence &key : action->shortcuts()) {
            const QString name = key.toString(QKeySequence::PortableText);
            QVERIFY2(
                !ownerOf.contains(name),
                qPrintable(name + u": "_s + ownerOf.value(name) + u", "_s + action->objectName()));
            ownerOf.insert(name, action->objectName());
        }
    }
}

void MainWindowTest::everyControlHasAName()
{
    OpenWindow open;
    open.window.openProject(open.sample.folder());
    Q_EMIT open.window.findChild<ProjectView *>()->activated(ProjectModel::Kind::Policy,
                                                             u"patient"_s);
    QCoreApplication::processEvents(); // tabs of docks are named once they are there
    QStringList unnamed;
    for (const QWidget *widget : open.window.findChildren<QWidget *>()) {
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool control = button || qobject_cast<const QLineEdit *>(widget)
            || qobject_cast<const QPlainTextEdit *>(widget)
            || qobject_cast<const QComboBox *>(widget)
            || qobject_cast<const QAbstractItemView *>(widget)
            || qobject_cast<const QTabBar *>(widget);
        // Qt's own parts (scroll arrows, the clear button, the extension of a toolbar) have names
        // of Qt's.
        const bool ofComboBox
            = QByteArray(widget->metaObject()->className()).startsWith("QComboBoxL");
        if (!control || ofComboBox || widget->objectName().startsWith("qt_"_L1)
            || qobject_cast<const QToolBar *>(widget->parentWidget())
            || qobject_cast<const QHeaderView *>(widget)
            || qobject_cast<const QTabBar *>(widget->parentWidget())
            || qobject_cast<const QLineEdit *>(widget->parentWidget())
            || qobject_cast<const QComboBox *>(widget->parentWidget()))
            continue;
        if (widget->accessibleName().isEmpty() && (!button || button->text().isEmpty()))
            unnamed.append(
                QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName()
                + u" in "_s
                + QString::fromLatin1(widget->parentWidget()->metaObject()->className()));
    }
    QCOMPARE(unnamed.join(u"\n"_s), QString());
}

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"
