// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "attempts/attemptsview.h"
#include "attempts/facts.h"
#include "dynamics/dynamicsview.h"
#include "responses/responsesview.h"
#include "retry/policytrial.h"
#include "retry/policyview.h"
#include "schema/outputview.h"
#include "schema/schemaview.h"
#include "theme/colors.h"
#include "workspace.h"

#include "sampleproject.h"
#include "scenes.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QScrollArea>
#include <QSignalSpy>
#include <QSplitter>
#include <QStyleFactory>
#include <QTabWidget>
#include <QTest>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Antiphon;
using namespace Antiphon::Ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Paints every state in both schemes, both directions, wide and narrow. With ANTIPHON_SHOTS set to
/// a folder, the pictures are kept there to be looked at.
class ScreensTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void paints_data();
    void paints();
    void paintsPolicies_data() { paints_data(); }
    void paintsPolicies();
    void paintsValues_data() { paints_data(); }
    void paintsValues();
    void paintsEditors_data() { paints_data(); }
    void paintsEditors();
};

void ScreensTest::initTestCase()
{
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
}

static QPalette schemeOf(bool dark)
{
    if (!dark)
        return QApplication::style()->standardPalette();
    QPalette palette(QColor(0x2b, 0x2f, 0x36), QColor(0x1f, 0x22, 0x27));
    palette.setColor(QPalette::Base, QColor(0x17, 0x19, 0x1d));
    palette.setColor(QPalette::PlaceholderText, QColor(0x93, 0x9c, 0xa8));
    palette.setColor(QPalette::Mid, QColor(0x3b, 0x40, 0x48));
    palette.setColor(QPalette::Highlight, QColor(0x2d, 0x6f, 0xcf));
    return palette;
}

static const QString markdownAnswer
    = u"The customer reports that the **printer in room 12** prints blank pages since Monday.\n\n"
      "- Model: LaserPro 400\n- Tried: new toner, restart\n- Wanted: a technician this week\n\n"
      "```json\n{\"priority\": \"high\", \"room\": 12}\n```\n"_s;
static const QString hebrewText
    = u"הלקוח מדווח שהמדפסת בחדר 12 מדפיסה דפים ריקים.\nModel: LaserPro 400\n"_s;

void ScreensTest::paints_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<bool>("rtl");
    QTest::addColumn<QSize>("size");
    QTest::newRow("light") << false << false << QSize(1400, 900);
    QTest::newRow("dark") << true << false << QSize(1400, 900);
    QTest::newRow("rtl") << false << true << QSize(1400, 900);
    QTest::newRow("narrow") << true << false << QSize(720, 640);
}

static void feed(ResponsesModel &responses, AttemptsModel &attempts,
                 const std::vector<CallUpdate> &updates)
{
    responses.apply(updates);
    attempts.apply(updates);
}

static void play(ResponsesModel &responses, AttemptsModel &attempts,
                 std::chrono::milliseconds &time)
{
    const Cell done = Scenes::cell(1, u"gpt-mini"_s, u"gpt-4o-mini"_s);
    const Cell streaming = Scenes::cell(2, u"haiku"_s, u"claude-haiku-4-5"_s);
    const Cell waiting = Scenes::cell(3, u"sim/flaky"_s, u"flaky"_s, true);
    const Cell failed = Scenes::cell(4, u"local-llama"_s, u"llama-3.3-70b"_s);
    responses.setCells({done, streaming, waiting, failed});
    attempts.setCells({done, streaming, waiting, failed});
    Attempt refused = Scenes::limited(1, 0ms, failed.target);
    refused.decision.reset();
    refused.error = Error {.kind = ErrorKind::Authentication,
                           .message = u"Incorrect API key provided: ••••a1b2"_s,
                           .httpStatus = 401,
                           .requestId = u"req_8812"_s};
    feed(responses, attempts,
         {{.id = done.id,
           .text = markdownAnswer.left(30),
           .state = CallState::Streaming,
           .attempt = 1},
          {.id = streaming.id, .state = CallState::Thinking, .attempt = 1},
          {.id = waiting.id, .text = u"The printer in ro"_s, .attempt = 1}});
    time += 600ms;
    feed(
        responses, attempts,
        {{.id = streaming.id, .thinking = u"The person wants a summary. Room 12 matters."_s},
         {.id = done.id,
          .text = markdownAnswer.sliced(30),
          .finished = Scenes::record(done, {Scenes::success(1, 0ms, markdownAnswer, done.target)})},
         {.id = waiting.id,
          .state = CallState::Backoff,
          .ended = {Scenes::dropped(1, 0ms, u"The printer in ro"_s, waiting.target)},
          .waiting = 1700ms},
         {.id = failed.id, .finished = Scenes::record(failed, {refused})}});
    time += 1500ms;
    Attempt again = Scenes::limited(2, 3300ms, waiting.target);
    again.exchange.request.body = R"({"model": "m", "temperature": 0.2, "stream": true,
              "messages": [{"role": "user", "content": "Summarize."},
                           {"role": "user", "content": "Errors found: total: expected a number"}]})";
    again.exchange.head.headers.append(HttpHeaders {{"x-ratelimit-limit-requests", "500"},
                                                    {"x-ratelimit-remaining-requests", "37"},
                                                    {"x-ratelimit-reset-requests", "12s"}});
    feed(responses, attempts,
         {{.id = streaming.id,
           .text = markdownAnswer.left(120) + hebrewText,
           .state = CallState::Streaming},
          {.id = waiting.id,
           .restarted = true,
           .text = u"The printer"_s,
           .state = CallState::Backoff,
           .attempt = 2,
           .ended = {again},
           .waiting = 3200ms}});
    time += 400ms;
}

void ScreensTest::paints()
{
    QFETCH(bool, dark);
    QFETCH(bool, rtl);
    QFETCH(QSize, size);
    QApplication::setPalette(schemeOf(dark));
    QApplication::setLayoutDirection(rtl ? Qt::RightToLeft : Qt::LeftToRight);

    std::chrono::milliseconds time {};
    ResponsesModel responses([&time] { return time; });
    AttemptsModel attempts([&time] { return time; });
    QWidget window;
    auto *views = new QSplitter(Qt::Vertical);
    auto *answers = new ResponsesView(responses);
    auto *tries = new AttemptsView(attempts);
    answers->setOffers({Remedy::RunAgain, Remedy::AddKey, Remedy::UseSimulator});
    views->addWidget(answers);
    views->addWidget(tries);
    (new QVBoxLayout(&window))->addWidget(views);
    window.resize(size);
    window.show();
    const QString folder = qEnvironmentVariable("ANTIPHON_SHOTS");
    const auto keep = [&](const QString &what) {
        QTest::qWait(350); // the inspector gathers changes for a quarter of a second
        const QPixmap picture = window.grab();
        QCOMPARE(picture.size(), size);
        if (!folder.isEmpty())
            QVERIFY(picture.save(
                u"%1/%2-%3.png"_s.arg(folder, what, QString::fromUtf8(QTest::currentDataTag()))));
    };
    keep(u"empty"_s);
    play(responses, attempts, time);
    keep(u"running"_s);
    answers->setRendered(true);
    tries->inspect(CallId {3});
    keep(u"rendered"_s);
    tries->inspect(CallId {1});
    auto *tabs = tries->findChild<QTabWidget *>(u"attemptTabs"_s);
    QVERIFY(tabs);
    tries->inspect(CallId {3});
    for (int tab = 0; tab < tabs->count(); ++tab) {
        if (tabs->tabText(tab) != "Changes"_L1 && tabs->tabText(tab) != "Headers"_L1)
            continue;
        tabs->setCurrentIndex(tab);
        keep(u"retry-"_s + tabs->tabText(tab).toLower());
    }
    tries->inspect(CallId {1});
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        keep(u"tab%1"_s.arg(tab));
    }
}

void ScreensTest::paintsPolicies()
{
    QFETCH(bool, dark);
    QFETCH(bool, rtl);
    QFETCH(QSize, size);
    QApplication::setPalette(schemeOf(dark));
    QApplication::setLayoutDirection(rtl ? Qt::RightToLeft : Qt::LeftToRight);
    const SampleProject sample;
    Workspace workspace;
    QVERIFY(workspace.open(sample.folder()));
    PolicyDocument *document = workspace.policy(u"patient"_s);
    QVERIFY(document);
    PolicyView view(*document, workspace);
    view.resize(size);
    view.show();
    auto *tabs = view.findChild<QTabWidget *>();
    const QString folder = qEnvironmentVariable("ANTIPHON_SHOTS");
    const auto keep = [&](const QString &what) {
        QTest::qWait(350);
        const QPixmap picture = view.grab();
        QCOMPARE(picture.size(), size);
        if (!folder.isEmpty())
            QVERIFY(picture.save(u"%1/policy-%2-%3.png"_s.arg(
                folder, what, QString::fromUtf8(QTest::currentDataTag()))));
    };
    keep(u"preview"_s);
    auto *area = view.findChild<QScrollArea *>();
    QCOMPARE(area->widget()->width(), area->viewport()->width()); // nothing is cut off sideways
    RetryPolicy chained = document->policy();
    chained.wait = {ChainWait {
        {{FixedWait {1}}, {RandomWait {1, 4}}, {BackoffWait {.initial = 2, .jitter = 0.3}}}}};
    chained.when = {Not {{{ErrorIs {{ErrorKind::Quota}}}}}};
    document->edit(chained, u"Chain"_s);
    keep(u"chain"_s);
    area->ensureVisible(0, area->widget()->height());
    keep(u"bottom"_s);
    tabs->setCurrentIndex(1);
    auto *trial = view.findChild<PolicyTrial *>();
    QSignalSpy finished(trial, &PolicyTrial::finished);
    trial->start();
    QVERIFY(finished.wait());
    keep(u"trial"_s);
    tabs->setCurrentIndex(2);
    document->setText(QString(document->text()).replace(u"\"chain\""_s, u"\"chained\""_s));
    keep(u"broken"_s);
}

static QString shotFolder()
{
    return qEnvironmentVariable("ANTIPHON_SHOTS");
}

static void keepShot(QWidget &window, const QString &what)
{
    QTest::qWait(400); // previews are worked out a quarter of a second after the last change
    const QPixmap picture = window.grab();
    QCOMPARE(picture.size(), window.size());
    if (!shotFolder().isEmpty())
        QVERIFY(picture.save(
            u"%1/%2-%3.png"_s.arg(shotFolder(), what, QString::fromUtf8(QTest::currentDataTag()))));
}

/// A value that comes, one that was repaired, one that never fitted.
static void playValues(ResponsesModel &responses, std::chrono::milliseconds &time,
                       const Extraction &how)
{
    const Cell growing = Scenes::cell(1, u"gpt-mini"_s, u"gpt-4o-mini"_s);
    const Cell repaired = Scenes::cell(2, u"clerk"_s, u"scripted"_s, true);
    const Cell invalid = Scenes::cell(3, u"haiku"_s, u"claude-haiku-4-5"_s);
    responses.setCells({growing, repaired, invalid});
    const auto attempt = [&](const Cell &cell, int number, const char *json) {
        Attempt made = Scenes::success(number, 0ms, {}, cell.target);
        made.kind = number > 1 ? AttemptKind::Repair : AttemptKind::Call;
        made.toolCalls = {{.name = how.model.name, .argumentsText = QString::fromUtf8(json)}};
        extractInto(how, made, scriptedRules());
        return made;
    };
    const char *wrong = R"({"customer": "Falk & Sons", "category": "broken", "urgent": "true",
        "deadline": "2026-11-28", "machines": [{"model": "BF 220", "code": "E07"}],
        "amount": "86,40"})";
    const char *right = R"({"customer": "Falk & Sons", "category": "fault", "urgent": "true",
        "deadline": "2026-11-28", "machines": [{"model": "BF-220", "code": "E07",
        "place": "kitchen 1"}], "amount": 86.4})";
    const Attempt first = attempt(repaired, 1, wrong);
    const Attempt second = attempt(repaired, 2, right);
    Attempt never = attempt(invalid, 2, wrong);
    never.number = 3;
    const Attempt before = attempt(invalid, 1, wrong);
    const std::vector<CallUpdate> updates {
        {.id = growing.id, .attempt = 1, .extraction = how},
        {.id = growing.id,
         .toolCalls = {{.name = how.model.name,
                        .arguments = uR"({"customer": "Hotel Adler", "category": "bil)"_s}},
         .state = CallState::Streaming},
        {.id = repaired.id, .attempt = 1, .extraction = how},
        {.id = repaired.id,
         .ended = {first, second},
         .finished = Scenes::record(repaired, {first, second})},
        {.id = invalid.id, .attempt = 1, .extraction = how},
        {.id = invalid.id,
         .ended = {before, never},
         .finished = Scenes::record(invalid, {before, never})},
    };
    for (const CallUpdate &update : updates) {
        time += 150ms;
        responses.apply(std::span(&update, 1));
    }
}

void ScreensTest::paintsValues()
{
    QFETCH(bool, dark);
    QFETCH(bool, rtl);
    QFETCH(QSize, size);
    QApplication::setPalette(schemeOf(dark));
    QApplication::setLayoutDirection(rtl ? Qt::RightToLeft : Qt::LeftToRight);
    const SampleProject sample;
    const Project project = sample.load();
    const auto model = responseModel(project.schemas.value(u"ticket"_s), u"ticket"_s);
    QVERIFY(model);
    std::chrono::milliseconds time {};
    ResponsesModel responses([&time] { return time; });
    ResponsesView view(responses);
    view.resize(size);
    view.show();
    playValues(responses, time, {.model = *model});
    keepShot(view, u"values"_s);
}

void ScreensTest::paintsEditors()
{
    QFETCH(bool, dark);
    QFETCH(bool, rtl);
    QFETCH(QSize, size);
    QApplication::setPalette(schemeOf(dark));
    QApplication::setLayoutDirection(rtl ? Qt::RightToLeft : Qt::LeftToRight);
    const SampleProject sample;
    Workspace workspace;
    QVERIFY(workspace.open(sample.folder()));

    SchemaView schema(*workspace.schema(u"ticket"_s), workspace);
    schema.resize(size);
    schema.show();
    auto *fields = schema.findChild<QTreeView *>(u"schemaTree"_s);
    fields->setCurrentIndex(fields->model()->index(4, 0, fields->model()->index(0, 0)));
    keepShot(schema, u"schema"_s);
    for (int tab = 1; tab < 3; ++tab) {
        for (auto *tabs : schema.findChildren<QTabWidget *>())
            tabs->setCurrentIndex(tab);
        keepShot(schema, u"schema-tab%1"_s.arg(tab));
    }

    PromptDocument *document = workspace.document(u"read-ticket"_s);
    const QSize half(size.width() * 6 / 10, size.height() * 8 / 10);
    DynamicsView dynamics(*document, workspace);
    dynamics.resize(half);
    dynamics.show();
    auto *rules = dynamics.findChild<QTreeView *>(u"dynamicsTree"_s);
    rules->setCurrentIndex(rules->model()->index(0, 0, rules->model()->index(1, 0)));
    keepShot(dynamics, u"dynamics"_s);
    OutputView output(*document, workspace);
    output.resize(half);
    output.show();
    keepShot(output, u"output"_s);
}

QTEST_MAIN(ScreensTest)
#include "tst_screens.moc"
