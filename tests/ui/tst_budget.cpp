// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <budget/amountfield.h>
#include <budget/budgetdialog.h>
#include <budget/budgetwords.h>
#include <run/spending.h>

#include <antiphon/net/clock.h>
#include <antiphon/store/project/project.h>
#include <antiphon/store/spendledger.h>

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Antiphon;
using namespace Antiphon::Ui;
using namespace Qt::StringLiterals;

class BudgetTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("XDG_STATE_HOME", m_state.path().toUtf8()); }
    void saysWhatStopped();
    void raisesFarEnough();
    void warnsOnce();
    void looksLikeWhatIsSpent();
    void isEdited();
    void keepsTheLedger();

private:
    QTemporaryDir m_state;
};

static Money usd(const char *decimal)
{
    return moneyFromDecimal(QString::fromLatin1(decimal)).value();
}

static CallRecord stopped(const QString &code)
{
    Attempt attempt {.state = CallState::OverBudget};
    attempt.error = Error {.kind = ErrorKind::Budget, .code = code};
    return {.state = CallState::OverBudget, .attempts = {attempt}};
}

void BudgetTest::saysWhatStopped()
{
    const Budget budget {.run = {.stop = usd("1")}, .day = {.stop = usd("5")}};
    const CallRecord done {.state = CallState::Done};
    QVERIFY(!budgetStop({done, done}, budget));
    const auto run = budgetStop({done, stopped(u"run"_s), stopped(u"run"_s)}, budget);
    QVERIFY(run);
    QCOMPARE(budgetStopText(*run), u"Budget of $1.00 reached after 1 of 3 call(s)."_s);
    const auto day = budgetStop({stopped(u"day"_s)}, budget);
    QCOMPARE(budgetStopText(*day), u"Budget of $5.00 for today reached after 0 of 1 call(s)."_s);
    QVERIFY(!budgetStop({stopped(u"project"_s)}, budget)); // there is none any more
}

void BudgetTest::raisesFarEnough()
{
    const Budget budget {.run = {.stop = usd("1")}};
    const BudgetStop stop = *budgetStop({stopped(u"run"_s)}, budget);
    QCOMPARE(raisedLimit(stop, {.run = usd("0.9")}, usd("0.2")), usd("2"));
    QCOMPARE(raisedLimit(stop, {.run = usd("0.9")}, usd("3")), usd("4"));
    QCOMPARE(raisedLimit({.limit = {}}, {}, usd("0.03")), usd("0.04"));
    const Budget raised = withLimit(budget, stop, usd("2"));
    QCOMPARE(raised.run.stop, usd("2"));
    QVERIFY(!raised.day.stop);
}

void BudgetTest::warnsOnce()
{
    const Budget budget {.run = {.warn = usd("0.5")}, .day = {.warn = usd("2")}};
    const SpentMoney before {.day = usd("1.8")};
    QVERIFY(spendingWarnings(before, {.run = usd("0.1"), .day = usd("1.9")}, budget).isEmpty());
    const SpentMoney after {.run = usd("0.6"), .day = usd("2.4")};
    QCOMPARE(spendingWarnings(before, after, budget),
             (QStringList {u"This run has cost $0.6, more than the $0.5 to warn at."_s,
                           u"Today has cost $2.40, more than the $2.00 to warn at."_s}));
    QVERIFY(spendingWarnings(after, after, budget).isEmpty());
}

void BudgetTest::looksLikeWhatIsSpent()
{
    const SpentMoney spent {.day = usd("0.31"), .project = usd("12")};
    QCOMPARE(lookOf(spent, {}).text, u"today $0.31"_s);
    QVERIFY(!lookOf(spent, {}).share);
    const SpendingLook day
        = lookOf(spent, {.day = {.stop = usd("1")}, .project = {.stop = usd("9")}});
    QCOMPARE(day.text, u"today $0.31 of $1.00"_s);
    QCOMPARE(*day.share, 0.31);
    QCOMPARE(day.role, ColorRole::Positive);
    QVERIFY(day.about.contains(u"$12.00"_s) && day.about.contains(u"$9.00"_s));
    const SpendingLook project = lookOf(spent, {.project = {.stop = usd("10")}});
    QCOMPARE(project.text, u"project $12.00 of $10.00"_s);
    QCOMPARE(*project.share, 1.0);
    QCOMPARE(project.role, ColorRole::Negative);
    QCOMPARE(lookOf(spent, {.day = {.warn = usd("0.3"), .stop = usd("1")}}).role,
             ColorRole::Neutral);
}

template<typename Control>
static Control *called(const QWidget &in, const QString &name)
{
    for (Control *control : in.findChildren<Control *>()) {
        if (control->accessibleName() == name)
            return control;
    }
    qFatal("no control is called %s", qPrintable(name));
}

void BudgetTest::isEdited()
{
    const Budget before {.run = {.warn = usd("0.5")}, .project = {.stop = usd("9.25")}};
    BudgetDialog dialog(u"Desk"_s, before, {.day = usd("0.31")}, {u"local"_s});
    QVERIFY(dialog.budget() == before);
    QPushButton *save = nullptr;
    for (auto *button : dialog.findChildren<QPushButton *>()) {
        if (button->text() == "Save Budgets"_L1)
            save = button;
    }
    QVERIFY(save && !save->isEnabled()); // nothing has changed
    called<QCheckBox>(dialog, u"One run: warn at"_s)->click();
    called<QCheckBox>(dialog, u"One day: stop at"_s)->click();
    called<QDoubleSpinBox>(dialog, u"One day: stop at, in US dollars"_s)->setValue(2.5);
    const Budget expected {.day = {.stop = usd("2.5")}, .project = {.stop = usd("9.25")}};
    QVERIFY(dialog.budget() == expected);
    QVERIFY(save->isEnabled());
    if (const QString folder = qEnvironmentVariable("ANTIPHON_SHOTS"); !folder.isEmpty())
        QVERIFY(dialog.grab().save(folder + u"/budgets.png"_s));
}

void BudgetTest::keepsTheLedger()
{
    SystemClock clock;
    const QDate today = clock.wallNow().toLocalTime().date();
    Spending spending(clock);
    QSignalSpy changed(&spending, &Spending::changed);
    QVERIFY(SpendLedger().add(u"desk"_s, today.addDays(-1), usd("2"))); // by another program
    spending.follow(u"desk"_s);
    QVERIFY(changed.wait());
    QCOMPARE(spending.spent(), (SpentMoney {.project = usd("2")}));
    spending.note(u"desk"_s, usd("0.5"));
    spending.note(u"other"_s, usd("7"));
    // A run that begins now counts what was noted a moment ago.
    const Project project {.id = u"desk"_s, .budget = {.day = {.stop = usd("1")}}};
    const auto purse = spending.reader().purseFor(project, today);
    QVERIFY(purse);
    QCOMPARE(purse->spent(), (SpentMoney {.day = usd("0.5"), .project = usd("2.5")}));
    QVERIFY(QTest::qWaitFor([&] { return spending.spent().day == usd("0.5"); }));
    QVERIFY(!spending.reader().purseFor({.id = u"desk"_s}, today)); // without a budget
    QCOMPARE(SpendLedger().spentFor(u"other"_s), usd("7"));
}

QTEST_MAIN(BudgetTest)
#include "tst_budget.moc"
