// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "retry/faultscripts.h"
#include "retry/policydocument.h"
#include "retry/policyform.h"
#include "retry/policyparts.h"
#include "retry/policypreview.h"
#include "retry/policytext.h"
#include "retry/policytrial.h"
#include "retry/policyview.h"
#include "retry/waitfield.h"
#include "retry/waitkinds.h"
#include "workspace.h"

#include <antiphon/core/call/replay.h>
#include <antiphon/core/simulate/recordedscript.h>
#include <antiphon/core/simulate/script.h>

#include "sampleproject.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace Antiphon;
using namespace Antiphon::Ui;
using namespace Qt::StringLiterals;

class PolicyEditorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatItDoesNotKnow();
    void writesChangedTreesAnew();
    void mergesTyping();
    void keepsTextThatCannotBeRead();
    void showsPlainConditions_data();
    void showsPlainConditions();
    void leavesNestedConditionsToTheText();
    void showsPlainStops();
    void changesKindsOfWaits();
    void editsThroughTheForm();
    void editsWhatIsRare();
    void previews();
    void hints();
    void presetsSurviveTheirFile();
    void makesRenamesAndRemoves();
    void tries_data();
    void tries();
    void replaysWhatItRecorded();
};

static const QByteArray sourceText = R"({
  "antiphon": "retry/1",
  "id": "p3d8s1v0ya6c",
  "note": "for the night",
  "stop": {"any": [{"after_attempt": 3}, {"before_delay": 60}]},
  "wait": {"type": "fixed", "seconds": 2, "x-why": "measured"},
  "x-team": ["a", "b"]
}
)";

/// A project with the policy "night" among others, opened.
class Desk {
public:
    Desk()
    {
        QFile file(sample.folder() + u"/retry/night.json"_s);
        if (!file.open(QIODevice::WriteOnly) || file.write(sourceText) < 0)
            qFatal("cannot write");
        file.close();
        if (const Result<> opened = workspace.open(sample.folder()); !opened)
            qFatal("%s", qPrintable(opened.error().message));
    }

    [[nodiscard]] QByteArray fileText(const QString &slug) const
    {
        QFile file(sample.folder() + u"/retry/%1.json"_s.arg(slug));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    SampleProject sample;
    Workspace workspace;
};

static RetryPolicy withAttempts(RetryPolicy policy, int attempts)
{
    PlainStop stop = plainStop(policy.stop).value();
    stop.attempts = attempts;
    policy.stop = withPlain(policy.stop, stop);
    return policy;
}

void PolicyEditorTest::keepsWhatItDoesNotKnow()
{
    Desk desk;
    PolicyDocument *document = desk.workspace.policy(u"night"_s);
    QVERIFY(document);
    QVERIFY(!document->isModified());
    const QString before = document->text();

    document->edit(withAttempts(document->policy(), 7), u"Change"_s);
    QVERIFY(document->isModified());
    QCOMPARE(desk.workspace.modifiedNames(), QStringList {u"Retry policy night"_s});
    QCOMPARE(policyOf(desk.workspace.project(), u"night").stop, document->policy().stop);
    QVERIFY(document->save());
    QVERIFY(!document->isModified());

    QByteArray expected
        = QByteArray(sourceText).replace("\"after_attempt\": 3", "\"after_attempt\": 7");
    QCOMPARE(*parseJson(desk.fileText(u"night"_s)), *parseJson(expected));
    QVERIFY(desk.fileText(u"night"_s).indexOf("note") < desk.fileText(u"night"_s).indexOf("stop"));

    document->undoStack().undo();
    QCOMPARE(document->text(), before);
    QVERIFY(document->isModified()); // the file says otherwise by now
    document->undoStack().redo();
    QVERIFY(!document->isModified());
}

void PolicyEditorTest::writesChangedTreesAnew()
{
    // The sample writes its defaults out: nothing of them may stay beside what replaces them.
    Desk desk;
    PolicyDocument *document = desk.workspace.policy(u"default"_s);
    QVERIFY(document);
    for (const WaitKind kind : waitKinds()) {
        RetryPolicy policy = document->policy();
        policy.wait = waitOfKind(kind, policy.wait);
        policy.when = {Not {{{ErrorIs {{ErrorKind::Quota}}}}}};
        policy.never = {StatusIs {{u"401"_s}}};
        policy.stop = {StopAfterAttempt {int(kind) + 2}};
        document->edit(policy, u"Change"_s);
        QVERIFY2(document->canBeRead(), qPrintable(document->text()));
        QVERIFY2(document->policy() == policy, qPrintable(document->text()));
        QVERIFY2(document->problems().isEmpty(), qPrintable(document->text()));
    }
    QVERIFY(document->text().contains(u"\"note\""_s));
}

void PolicyEditorTest::mergesTyping()
{
    Desk desk;
    PolicyDocument *document = desk.workspace.policy(u"night"_s);
    for (const int attempts : {4, 5, 6})
        document->edit(withAttempts(document->policy(), attempts), u"Change"_s, u"attempts"_s);
    QCOMPARE(document->undoStack().count(), 1);
    document->undoStack().undo();
    QCOMPARE(plainStop(document->policy().stop)->attempts, 3);
}

void PolicyEditorTest::keepsTextThatCannotBeRead()
{
    Desk desk;
    PolicyDocument *document = desk.workspace.policy(u"night"_s);
    const QString good = document->text();
    document->setText(QString(good).replace(u"\"note\""_s, u"note"_s));
    QVERIFY(!document->canBeRead());
    QCOMPARE(document->problems().size(), 1);
    QCOMPARE(document->problems().first().line, 4);
    QCOMPARE(plainStop(document->policy().stop)->attempts, 3); // the last that could be read
    const Result<> saved = document->save();
    QVERIFY(!saved);
    QVERIFY2(saved.error().message.contains(u"line 4"_s), qPrintable(saved.error().message));
    QVERIFY(desk.workspace.problems().contains(document->problems().first()));

    document->setText(QString(good).replace(u"\"fixed\""_s, u"\"fixt\""_s));
    QVERIFY(!document->canBeRead());
    QVERIFY(document->problems().first().line > 5);

    document->setText(good);
    QVERIFY(document->canBeRead());
    QVERIFY(!document->isModified());
}

void PolicyEditorTest::showsPlainConditions_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("never") << QByteArray(R"("never")");
    QTest::newRow("always") << QByteArray(R"("always")");
    QTest::newRow("one kind") << QByteArray(R"({"error": ["server"]})");
    QTest::newRow("a status") << QByteArray(R"({"status": ["5xx", "429"]})");
    QTest::newRow("status before kinds")
        << QByteArray(R"({"any": [{"status": ["429"]}, {"error": ["timeout", "server"]}]})");
    QTest::newRow("a list of one") << QByteArray(R"({"any": [{"error": ["server"]}]})");
    QTest::newRow("a script") << QByteArray(R"({"script": "attempt < 3"})");
    QTest::newRow("everything") << QByteArray(
        R"({"any": [{"error": ["server"]}, {"status": ["429"]},
                          {"code": ["overloaded_error"]}, {"message": {"equals": "Overloaded"}},
                          {"cause": ["connection"]}, {"result": "content == ''"},
                          {"script": "attempt < 3"}]})");
}

static RetryPolicy policyWhen(const QByteArray &json)
{
    const Json value = *parseJson("{\"when\": " + json + "}");
    const Result<RetryPolicy> policy = policyFromJson(value);
    if (!policy)
        qFatal("%s", qPrintable(policy.error().message));
    return *policy;
}

void PolicyEditorTest::showsPlainConditions()
{
    QFETCH(QByteArray, json);
    const Condition condition = policyWhen(json).when;
    const auto plain = plainCondition(condition);
    QVERIFY(plain);
    QVERIFY(withPlain(condition, *plain) == condition);

    // One more kind, and gone again: as before, but for a condition that became a list by it.
    PlainCondition more = *plain;
    more.always = false;
    more.errors.append(ErrorKind::Quota);
    const Condition changed = withPlain(condition, more);
    QVERIFY(plainCondition(changed) == more);
}

void PolicyEditorTest::leavesNestedConditionsToTheText()
{
    const QByteArray nested[] = {
        R"({"not": {"error": ["server"]}})",
        R"({"all": [{"error": ["server"]}, {"status": ["503"]}]})",
        R"({"any": [{"error": ["server"]}, {"error": ["timeout"]}]})",
        R"({"any": [{"any": [{"error": ["server"]}]}, {"status": ["429"]}]})",
        R"({"failed": true})",
    };
    for (const QByteArray &json : nested)
        QVERIFY2(!plainCondition(policyWhen(json).when), json.constData());

    Desk desk;
    PolicyDocument *document = desk.workspace.policy(u"night"_s);
    document->setText(QString::fromUtf8(
        QByteArray(sourceText)
            .replace("\"stop\"", R"("when": {"not": {"error": ["quota"]}}, "stop")")));
    QVERIFY(document->canBeRead());
    document->edit(withAttempts(document->policy(), 9), u"Change"_s);
    const Json json = *parseJson(document->text().toUtf8());
    QCOMPARE(toBytes(*find(json, "when")), QByteArray(R"({"not":{"error":["quota"]}})"));
}

void PolicyEditorTest::showsPlainStops()
{
    const auto stopOf = [](const QByteArray &json) {
        return policyFromJson(*parseJson("{\"stop\": " + json + "}"))->stop;
    };
    const Stop both = stopOf(R"({"any": [{"before_delay": 60}, {"after_attempt": 3}]})");
    const PlainStop expected {.attempts = 3, .beforeDelay = 60};
    QVERIFY(plainStop(both) == expected);
    QVERIFY(withPlain(both, *plainStop(both)) == both);
    const Stop never {StopNever {}};
    QVERIFY(withPlain(both, {}) == never);
    const Stop one = stopOf(R"({"after_attempt": 5})");
    const Stop six {StopAfterAttempt {6}};
    const PlainStop plainSix {.attempts = 6};
    QVERIFY(withPlain(one, plainSix) == six);
    QVERIFY(plainStop(stopOf(R"("never")")) == PlainStop {});
    const Stop scripted = stopOf(R"({"any": [{"script": "elapsed > 9"}, {"after_attempt": 3}]})");
    QCOMPARE(plainStop(scripted)->script, u"elapsed > 9"_s);
    QVERIFY(withPlain(scripted, *plainStop(scripted)) == scripted);
    QVERIFY(!plainStop(stopOf(R"({"all": [{"after_attempt": 3}, {"after_delay": 3}]})")));
}

void PolicyEditorTest::changesKindsOfWaits()
{
    Wait wait {FixedWait {3}};
    for (const WaitKind kind : waitKinds()) {
        const Wait changed = waitOfKind(kind, wait);
        QCOMPARE(kindOf(changed), kind);
        QVERIFY(!waitText(changed).isEmpty());
        QVERIFY(!waitKindTitle(kind).isEmpty());
        Wait copy = changed;
        for (const WaitNumber &number : waitNumbers(kind)) {
            number.of(copy) = 0.25;
            QVERIFY2(copy != changed || number.of(copy) == 0.25, qPrintable(number.key));
        }
        RetryPolicy policy = defaultPolicy();
        policy.wait = changed;
        const Result<RetryPolicy> again = policyFromJson(toJson(policy));
        QVERIFY2(again, qPrintable(again ? QString() : again.error().message));
        QVERIFY(again->wait == changed);
    }
    const Wait chain {ChainWait {{wait}}};
    QVERIFY(waitOfKind(WaitKind::Chain, wait) == chain);
    const Wait backoff {BackoffWait {.initial = 3}};
    QVERIFY(waitOfKind(WaitKind::Backoff, wait) == backoff);
}

template<typename Box>
static Box *named(const QWidget &view, const QString &name)
{
    for (Box *box : view.findChildren<Box *>()) {
        const auto *button = qobject_cast<const QAbstractButton *>(box);
        if (box->accessibleName() == name
            || (button && box->accessibleName().isEmpty() && button->text() == name))
            return box;
    }
    qFatal("no control is called %s", qPrintable(name));
}

void PolicyEditorTest::editsThroughTheForm()
{
    Desk desk;
    PolicyDocument *document = desk.workspace.policy(u"night"_s);
    PolicyView view(*document, desk.workspace);
    view.resize(1000, 700);
    view.show();

    named<QSpinBox>(view, u"Attempts in all"_s)->setValue(5);
    QCOMPARE(plainStop(document->policy().stop)->attempts, 5);
    named<QCheckBox>(view, u"Retry when: quota used up"_s);
    named<QCheckBox>(view, u"Retry when: timeout"_s)->click();
    QVERIFY(!plainCondition(document->policy().when)->errors.contains(ErrorKind::Timeout));

    auto *kind = named<QComboBox>(view, u"Kind of wait"_s);
    kind->setCurrentIndex(kind->findData(int(WaitKind::Incrementing)));
    Q_EMIT kind->activated(kind->currentIndex());
    named<QDoubleSpinBox>(view, u"Plus"_s)->setValue(4);
    const Wait growing {IncrementingWait {.start = 2, .increment = 4, .max = 60}};
    QVERIFY(document->policy().wait == growing);
    auto *table = view.findChild<QTreeWidget *>(u"waitPreviewTable"_s);
    QVERIFY(table);
    QCOMPARE(table->topLevelItemCount(), 4); // attempts 2 to 5
    QCOMPARE(table->topLevelItem(1)->text(3), u"6.00 s"_s);

    auto *statuses = named<QLineEdit>(view, u"Retry when: HTTP status"_s);
    statuses->setText(u"429, 5xx"_s);
    Q_EMIT statuses->textEdited(statuses->text());
    QCOMPARE(plainCondition(document->policy().when)->statuses, (QStringList {u"429"_s, u"5xx"_s}));

    // What is half typed waits: the form goes on.
    statuses->setText(u"429, 5xx, 4"_s);
    Q_EMIT statuses->textEdited(statuses->text());
    QVERIFY(document->canBeRead());
    QCOMPARE(statuses->text(), u"429, 5xx, 4"_s);
    QCOMPARE(plainCondition(document->policy().when)->statuses.size(), 2);
    statuses->setText(u"429, 5xx"_s);
    Q_EMIT statuses->textEdited(statuses->text());

    const int steps = document->undoStack().count();
    QCOMPARE(steps, 5);
    for (int i = 0; i < steps; ++i)
        view.undo();
    QVERIFY(!document->isModified());
    QCOMPARE(named<QSpinBox>(view, u"Attempts in all"_s)->value(), 3);

    // While the text cannot be read the form keeps still.
    auto *text = view.findChild<PolicyText *>();
    text->setPlainText(u"{"_s);
    QVERIFY(!document->canBeRead());
    QVERIFY(!view.findChild<PolicyForm *>()->isEnabled());
    text->undo();
    QVERIFY(document->canBeRead());
    QVERIFY(view.findChild<PolicyForm *>()->isEnabled());

    // Nothing in it is without a name.
    for (const QWidget *widget : view.findChildren<QWidget *>()) {
        const bool control = qobject_cast<const QAbstractSpinBox *>(widget)
            || qobject_cast<const QComboBox *>(widget)
            || (qobject_cast<const QLineEdit *>(widget)
                && !qobject_cast<const QAbstractSpinBox *>(widget->parentWidget())
                && !qobject_cast<const QComboBox *>(widget->parentWidget()));
        QVERIFY2(!control || !widget->accessibleName().isEmpty(),
                 widget->metaObject()->className());
    }
}

static void type(QLineEdit *line, const QString &text)
{
    line->setText(text);
    Q_EMIT line->textEdited(text);
}

void PolicyEditorTest::editsWhatIsRare()
{
    Desk desk;
    PolicyDocument *document = desk.workspace.policy(u"night"_s);
    document->setText(QString::fromUtf8(
        QByteArray(sourceText)
            .replace("\"stop\"",
                     R"("fallback": {"targets": ["steady", "echo"], "x-why": "cheap"}, "stop")")));
    PolicyView view(*document, desk.workspace);
    view.resize(1000, 700);
    view.show();
    const auto policy = [document]() -> const RetryPolicy & { return document->policy(); };

    named<QCheckBox>(view, u"Retry at all"_s)->click();
    QVERIFY(!policy().enabled);
    auto *tooLong = named<QComboBox>(view, u"When the server asks for a longer wait"_s);
    tooLong->setCurrentIndex(2);
    Q_EMIT tooLong->activated(2);
    QCOMPARE(policy().retryAfterTooLong, TooLong::Cut);
    type(named<QLineEdit>(view, u"Headers that ask for a wait"_s), u"retry-after, x-wait"_s);
    QCOMPARE(policy().retryAfterFrom, (QStringList {u"retry-after"_s, u"x-wait"_s}));
    named<QDoubleSpinBox>(view, u"Seconds added to a Retry-After"_s)->setValue(0.75);
    named<QDoubleSpinBox>(view, u"Share added to a Retry-After"_s)->setValue(20);
    type(named<QLineEdit>(view, u"Headers whose waits get more"_s), u"x-wait"_s);
    QCOMPARE(policy().retryAfterJitter,
             (WishJitter {.seconds = 0.75, .share = 0.2, .from = {u"x-wait"_s}}));
    type(named<QLineEdit>(view, u"Stop when a script says so"_s), u"elapsed > 9"_s);
    QCOMPARE(plainStop(policy().stop)->script, u"elapsed > 9"_s);

    // Hooks: the usual line, then one's own; a second one that collects.
    auto *add = named<QPushButton>(view, u"Before every attempt: add something to do"_s);
    add->click();
    QCOMPARE(policy().hooks.before, QList<RetryHook> {logHook()});
    type(named<QLineEdit>(view, u"Before every attempt: text of 1"_s), u"try {attempt}"_s);
    QCOMPARE(policy().hooks.before, QList<RetryHook> {logHook(u"try {attempt}"_s)});
    add->click();
    auto *kind = named<QComboBox>(view, u"Before every attempt: what is done, 2"_s);
    Q_EMIT kind->activated(2);
    auto *kinds = named<QLineEdit>(view, u"Before every attempt: text of 2"_s);
    type(kinds, u"server, time"_s); // half typed
    QCOMPARE(kinds->text(), u"server, time"_s);
    type(kinds, u"server, timeout"_s);
    QCOMPARE(policy().hooks.before.value(1),
             collectErrors({ErrorKind::Server, ErrorKind::Timeout}));

    auto *standIn = named<QComboBox>(view, u"What stands in for the answer"_s);
    Q_EMIT standIn->activated(1);
    type(named<QLineEdit>(view, u"Value or script that stands in for the answer"_s),
         u"{\"none\": true}"_s);
    QVERIFY(policy().hooks.gaveUp.value == parseJson(R"({"none": true})").value());
    named<QCheckBox>(view, u"Ends with the last failure as it is"_s)->click();
    QVERIFY(!policy().reraise);

    // Which failures of one target are passed on.
    auto *menu = named<QToolButton>(view, u"Passed on: add a target"_s)->menu();
    QCOMPARE(menu->actions().size(), 2);
    menu->actions().last()->trigger();
    QTRY_VERIFY(policy().fallback.catches.contains(u"echo"_s));
    named<QCheckBox>(view, u"Passed on from echo: timeout"_s)->click();
    QVERIFY(
        plainCondition(policy().fallback.catches[u"echo"_s])->errors.contains(ErrorKind::Timeout));

    for (const Problem &problem : document->problems())
        QVERIFY2(problem.severity == Problem::Severity::Hint, qPrintable(problem.message));
    QVERIFY(document->text().contains(u"x-why"_s));
    QVERIFY(document->save());
    const RetryPolicy saved = policyOf(desk.sample.load(), u"night");
    QVERIFY(!saved.enabled && !saved.reraise);
    QCOMPARE(saved.hooks.before.size(), 2);
    while (document->undoStack().canUndo())
        view.undo();
    QVERIFY(policy().enabled && policy().hooks.isEmpty() && policy().fallback.catches.isEmpty());
    QVERIFY(named<QCheckBox>(view, u"Retry at all"_s)->isChecked());
}

void PolicyEditorTest::previews()
{
    RetryPolicy policy = defaultPolicy();
    policy.wait = {BackoffWait {.jitter = 0.5}};
    const Outcome failure {.error = Error {.kind = ErrorKind::Server, .httpStatus = 503}};
    const RetryPreview preview = previewRetries(policy, failure, 42);
    QCOMPARE(preview.attempts, 4);
    QCOMPARE(preview.waits.size(), 3);
    const double earliest[] {0.25, 0.75, 1.75};
    const double expected[] {0.5, 1.5, 3.5};
    const double latest[] {0.75, 2.25, 5.25};
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(preview.waits[i].earliest, earliest[i]);
        QVERIFY(std::abs(preview.waits[i].expected - expected[i]) < 0.2 * expected[i]);
        QCOMPARE(preview.waits[i].latest, latest[i]);
        QVERIFY(*preview.waits[i].drawn >= preview.waits[i].min);
        QVERIFY(*preview.waits[i].drawn <= preview.waits[i].max);
    }
    QCOMPARE(preview.longestSeconds, 5.25);
    QVERIFY(preview.retried);

    const Outcome refused {.error = Error {.kind = ErrorKind::Authentication, .httpStatus = 401}};
    QVERIFY(!previewRetries(policy, refused, 1).retried);
    Error late {.kind = ErrorKind::RateLimit, .httpStatus = 429};
    late.retryAfter = std::chrono::seconds(300);
    const RetryPreview tooLong = previewRetries(policy, {.error = late}, 1);
    QCOMPARE(tooLong.attempts, 1);
    QVERIFY(tooLong.waits.isEmpty());

    policy.stop = {StopBeforeDelay {1000}};
    policy.wait = {FixedWait {0.5}};
    const RetryPreview many = previewRetries(policy, failure, 1);
    QVERIFY(many.cut);
    QCOMPARE(many.waits.size(), previewRows);
}

void PolicyEditorTest::hints()
{
    using Kind = PolicyHint::Kind;
    const auto kinds = [](const RetryPolicy &policy, double seconds, int attempts) {
        QList<Kind> found;
        for (const PolicyHint &hint : hintsFor(policy, seconds, attempts))
            found.append(hint.kind);
        return found;
    };
    RetryPolicy policy = defaultPolicy();
    QCOMPARE(kinds(policy, 3.5, 4), QList<Kind> {});
    QCOMPARE(kinds(policy, 601, 21), (QList<Kind> {Kind::LongWaits, Kind::ManyCalls}));
    policy.stop = {StopNever {}};
    QCOMPARE(kinds(policy, 1, 10), QList<Kind> {Kind::NoBound});
    const RetryPolicy answers = policyWhen(R"({"result": "content == ''"})");
    QCOMPARE(kinds(answers, 1, 4), QList<Kind> {Kind::NoNetworkErrors});
    QCOMPARE(kinds(withNetworkErrors(answers), 1, 4), QList<Kind> {});
}

void PolicyEditorTest::presetsSurviveTheirFile()
{
    const QList<PolicyPreset> presets = policyPresets();
    QVERIFY(presets.size() >= 5);
    for (const PolicyPreset &preset : presets) {
        const Result<RetryPolicy> again = policyFromJson(toJson(preset.policy));
        QVERIFY2(again, qPrintable(preset.title));
        RetryPolicy expected = preset.policy;
        expected.slug.clear();
        QVERIFY2(*again == expected, qPrintable(preset.title));
        QVERIFY(!preset.about.isEmpty());
    }
}

void PolicyEditorTest::makesRenamesAndRemoves()
{
    Desk desk;
    Workspace &workspace = desk.workspace;
    const Result<QString> made = workspace.addPolicy(u"Very Patient"_s, defaultPolicy());
    QVERIFY(made);
    QCOMPARE(*made, u"very-patient"_s);
    QVERIFY(workspace.policy(*made));
    QVERIFY(!workspace.policy(*made)->isModified());

    Target target = workspace.project().targets.first().target;
    target.retry = *made;
    workspace.targets().edit(target, u"Use"_s);
    // Saved after the project was opened: what follows the rename has to know it.
    PromptEntry prompt = desk.sample.load().prompts.first();
    prompt.prompt.retry = *made;
    prompt.prompt.dynamics.rules
        = {{.when = Script(u"true"_s, u"rule"_s), .set = jsonObject({{"retry", toJson(*made)}})}};
    QVERIFY(savePrompt(desk.sample.load(), prompt));
    QVERIFY(workspace.saveAll());
    QVERIFY(workspace.reload());
    PromptDocument *document = workspace.document(prompt.prompt.slug);
    const Target second = workspace.project().targets[1].target;
    Target edited = second;
    edited.retry = *made;
    workspace.targets().edit(edited, u"Use"_s); // and not saved
    const Result<QString> renamed = workspace.renamePolicy(*made, u"calm"_s);
    QVERIFY(renamed);
    QCOMPARE(*renamed, u"calm"_s);
    QVERIFY(QFile::exists(desk.sample.folder() + u"/retry/calm.json"_s));
    QCOMPARE(workspace.project().targets.first().target.retry, u"calm"_s);
    QCOMPARE(desk.sample.load().targets.first().target.retry, u"calm"_s);
    const Project saved = desk.sample.load();
    QCOMPARE(saved.prompts.first().prompt.retry, u"calm"_s);
    QCOMPARE(saved.targets[1].target.retry, second.retry);
    QCOMPARE(workspace.targets().target(second.slug)->retry, u"calm"_s);
    QVERIFY(workspace.targets().isModified(second.slug));
    QCOMPARE(textOf(document->dynamics().rules.first().set, "retry"), u"calm"_s);
    QVERIFY(!document->isModified());

    const Result<QString> copy = workspace.duplicatePolicy(u"calm"_s);
    QVERIFY(copy);
    QCOMPARE(*copy, u"calm-copy"_s);

    const Result<RetryEntry> removed = workspace.removePolicy(u"night"_s);
    QVERIFY(removed);
    QVERIFY(!QFile::exists(desk.sample.folder() + u"/retry/night.json"_s));
    QVERIFY(!workspace.policy(u"night"_s));
    QVERIFY(workspace.restorePolicy(*removed));
    QVERIFY(desk.fileText(u"night"_s).contains("x-team"));
    QVERIFY(workspace.policy(u"night"_s));
}

void PolicyEditorTest::tries_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<CallState>("state");
    QTest::addColumn<int>("attempts");
    QTest::newRow("rate limit twice") << 0 << CallState::Done << 3;
    QTest::newRow("rate limit for 20 s") << 1 << CallState::Done << 2;
    QTest::newRow("server error") << 2 << CallState::Failed << 4;
    QTest::newRow("no connection") << 3 << CallState::Done << 3;
    QTest::newRow("a drop") << 4 << CallState::Done << 2;
    QTest::newRow("silence") << 5 << CallState::Done << 2;
    QTest::newRow("key refused") << 6 << CallState::Failed << 1;
    QTest::newRow("bad request") << 7 << CallState::Failed << 1;
}

void PolicyEditorTest::tries()
{
    QFETCH(int, fault);
    QFETCH(CallState, state);
    QFETCH(int, attempts);
    PolicyTrial trial;
    named<QComboBox>(trial, u"Fault to test on"_s)->setCurrentIndex(fault);
    QSignalSpy finished(&trial, &PolicyTrial::finished);
    trial.setPolicy(defaultPolicy());
    trial.start();
    QVERIFY(trial.isRunning());
    QVERIFY(finished.wait());
    QVERIFY(!trial.isRunning());
    QCOMPARE(trial.record()->state, state);
    QCOMPARE(trial.record()->attempts.size(), attempts);
    const RetryPlan plan = planRetries(defaultPolicy(), faultScripts().value(fault).outcomes, 1);
    QCOMPARE(plan.attempts, attempts);
}

void PolicyEditorTest::replaysWhatItRecorded()
{
    for (const int fault : {0, 4}) {
        PolicyTrial trial;
        named<QComboBox>(trial, u"Fault to test on"_s)->setCurrentIndex(fault);
        QSignalSpy finished(&trial, &PolicyTrial::finished);
        trial.start();
        QVERIFY(finished.wait());
        const QList<Attempt> attempts = trial.record()->attempts;
        for (const Attempt &attempt : attempts) {
            const Result<Replay> replay = replayed(attempt);
            QVERIFY2(replay, qPrintable(replay ? QString() : replay.error().message));
            QCOMPARE(replay->differences, QStringList {});
            QCOMPARE(replay->attempt.text, attempt.text);
            QCOMPARE(replay->attempt.state, attempt.state);
        }
        const Result<SimulatorScript> script = scriptFromJson(scriptFromAttempts(attempts));
        QVERIFY2(script, qPrintable(script ? QString() : script.error().message));
        QCOMPARE(script->steps.size(), attempts.size());
        for (qsizetype i = 0; i < attempts.size(); ++i)
            QCOMPARE(script->steps[i].fail.has_value() || script->steps[i].fault.has_value(),
                     attempts[i].error.has_value());
        QCOMPARE(script->steps.last().text, attempts.last().text);
    }
}

QTEST_MAIN(PolicyEditorTest)
#include "tst_policyeditor.moc"
