// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include "support/fakecodec.h"
#include "support/fakes.h"

#include <antiphon/net/engine.h>

#include <QTest>

using namespace Antiphon;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

static Result<HttpRequest> encodeModels(const Endpoint &endpoint, const Credentials &)
{
    return HttpRequest {.method = "GET", .url = endpoint.baseUrl};
}

static Result<QStringList> decodeModels(const QByteArray &body)
{
    return QString::fromUtf8(body).split(u' ');
}

static PreparedTarget listingTarget()
{
    static const Codec codec = [] {
        Codec made = FakeFormat::codec;
        made.encodeModels = encodeModels;
        made.decodeModels = decodeModels;
        return made;
    }();
    PreparedTarget target = fakeTarget();
    target.codec = &codec;
    target.provider.name = u"Fake AI"_s;
    return target;
}

class CheckTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asksOneShortQuestion();
    void saysWhatItFound_data();
    void saysWhatItFound();
    void runsBesideTheCalls();
    void namesTheErrorOfATargetThatIsNotReady();
    void listsModelsOnce();
    void listsModelsOfTwoLists();
    void saysWhyThereIsNoList();
    void givesUpOnASilentServer();
    void worksThroughTheThread();
};

void CheckTest::asksOneShortQuestion()
{
    PreparedTarget target = fakeTarget();
    target.target.parameters.temperature = 0.5;
    target.target.fallback = {u"two"_s};
    const CallSpec spec = checkCall(target);
    QCOMPARE(spec.targets.size(), 1);
    QCOMPARE(spec.retries, false);
    QCOMPARE(spec.inputs.stream, false);
    QCOMPARE(spec.inputs.overrideParameters.maxTokens, 16);
    QVERIFY(!spec.targets.first().target.parameters.temperature);
    QVERIFY(spec.targets.first().target.fallback.isEmpty());
    QVERIFY(spec.targets.first().timeouts.total <= 120s);
}

void CheckTest::saysWhatItFound_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("ok");
    QTest::addColumn<QString>("words");
    QTest::newRow("an answer") << 200 << QByteArray("{text:OK\nusage:12,2\nstop}") << true
                               << u"model-one answered within 0.2 s. The check cost $0.00002."_s;
    QTest::newRow("a cut answer") << 200 << QByteArray("{usage:12,2\nlength}") << true
                                  << u"model-one answered within 0.2 s. The check cost $0.00002."_s;
    QTest::newRow("no usage said")
        << 200 << QByteArray("{text:OK\nstop}") << true
        << u"model-one answered within 0.2 s. What the check cost is not known: there is no price "
           "for model-one."_s;
    QTest::newRow("a refused key")
        << 401 << QByteArray("No such key.") << false
        << u"Fake AI refused the key ending abcd: No such key. The check cost nothing."_s;
    QTest::newRow("limited") << 429 << QByteArray("Slow down.") << false
                             << u"The key works, but Fake AI limits requests just now: Slow down. "
                                "The check cost nothing."_s;
    QTest::newRow("another error")
        << 400 << QByteArray("Bad words.") << false << u"Bad words. The check cost nothing."_s;
}

void CheckTest::saysWhatItFound()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(bool, ok);
    QFETCH(QString, words);
    ManualClock clock;
    ScriptedTransport transport;
    Feed feed;
    Engine engine(transport, clock, feed);
    auto future = engine.check(listingTarget());
    clock.advance(0ms);
    clock.advance(200ms);
    transport.last->answer(status, body);
    QVERIFY(QTest::qWaitFor([&] { return future.isFinished(); }));
    const CheckReport report = future.result();
    QCOMPARE(report.ok, ok);
    QCOMPARE(report.words, words);
    QCOMPARE(report.took, 200ms);
    QCOMPARE(report.error.has_value(), !ok);
    QCOMPARE(transport.requests.size(), 1);
}

void CheckTest::runsBesideTheCalls()
{
    ManualClock clock;
    ScriptedTransport transport;
    Feed feed;
    Engine engine(transport, clock, feed);
    auto future = engine.check(fakeTarget());
    clock.advance(0ms);
    QCOMPARE(engine.running(), 0);
    QVERIFY(feed.take().empty());
    engine.cancelAll();
    QVERIFY(QTest::qWaitFor([&] { return future.isFinished(); }));
    QCOMPARE(future.result().error->kind, ErrorKind::Cancelled);
}

void CheckTest::namesTheErrorOfATargetThatIsNotReady()
{
    const CheckReport report
        = checkReport(Error {.kind = ErrorKind::Setup, .message = u"There is no key."_s});
    QVERIFY(!report.ok);
    QCOMPARE(report.words, u"There is no key."_s);
    QCOMPARE(report.cost, Money {});
}

void CheckTest::listsModelsOnce()
{
    ManualClock clock;
    ScriptedTransport transport;
    Feed feed;
    Engine engine(transport, clock, feed);
    auto first = engine.listModels(listingTarget());
    auto second = engine.listModels(listingTarget());
    QCOMPARE(transport.requests.size(), 1); // asked once for both
    transport.last->answer(200, "one two");
    QCOMPARE(first.result()->models, (QStringList {u"one"_s, u"two"_s}));
    QCOMPARE(second.result()->models, first.result()->models);

    clock.advance(9min);
    QVERIFY(engine.listModels(listingTarget()).isFinished());
    QCOMPARE(transport.requests.size(), 1); // remembered
    auto again = engine.listModels(listingTarget(), true);
    QCOMPARE(transport.requests.size(), 2);
    transport.last->answer(200, "three");
    QCOMPARE(again.result()->models, QStringList {u"three"_s});
    clock.advance(11min);
    auto later = engine.listModels(listingTarget());
    QCOMPARE(transport.requests.size(), 3);
    transport.last->answer(200, "four");

    PreparedTarget other = listingTarget();
    other.credentials = ApiKey {"another-key"}; // may see other models
    auto others = engine.listModels(other);
    QCOMPARE(transport.requests.size(), 4);
    transport.last->answer(200, "five");
    QCOMPARE(others.result()->models, QStringList {u"five"_s});
}

void CheckTest::listsModelsOfTwoLists()
{
    static const Codec codec = [] {
        Codec made = *listingTarget().codec;
        made.encodeMoreModels = encodeModels;
        return made;
    }();
    PreparedTarget target = listingTarget();
    target.codec = &codec;
    ManualClock clock;
    ScriptedTransport transport;
    Feed feed;
    Engine engine(transport, clock, feed);
    auto models = engine.listModels(target);
    transport.last->answer(200, "one two");
    QVERIFY(!models.isFinished());
    QCOMPARE(transport.requests.size(), 2);
    transport.last->answer(200, "two three");
    QCOMPARE(models.result()->models, (QStringList {u"one"_s, u"two"_s, u"three"_s}));

    auto again = engine.listModels(target, true);
    transport.last->answer(200, "one");
    transport.last->answer(403, "Not this one.");
    QCOMPARE(again.result()->models, QStringList {u"one"_s});
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void CheckTest::saysWhyThereIsNoList()
{
    ManualClock clock;
    ScriptedTransport transport;
    Feed feed;
    Engine engine(transport, clock, feed);
    const auto none = engine.listModels(fakeTarget()).result();
    QCOMPARE(none.error().kind, ErrorKind::Unsupported);

    auto refused = engine.listModels(listingTarget());
    transport.last->answer(401, "The key sk-test-0123456789-abcd is wrong.");
    QCOMPARE(refused.result().error().kind, ErrorKind::Authentication);
    QVERIFY(!refused.result().error().message.contains("0123456789"_L1));
    auto again = engine.listModels(listingTarget()); // a failure is not remembered
    QCOMPARE(transport.requests.size(), 2);
    transport.last->fail(u"refused"_s);
    QCOMPARE(again.result().error().code, u"refused"_s);
}

void CheckTest::givesUpOnASilentServer()
{
    ManualClock clock;
    ScriptedTransport transport;
    Feed feed;
    Engine engine(transport, clock, feed);
    auto future = engine.listModels(listingTarget());
    clock.advance(31s);
    QCOMPARE(future.result().error().kind, ErrorKind::Timeout);
    QVERIFY(transport.last->aborted);
}

void CheckTest::worksThroughTheThread()
{
    Feed feed;
    EngineThread engine(feed, [](Clock &) {
        auto transport = std::make_unique<ScriptedTransport>();
        transport->onSend = [](ScriptedExchange *exchange) {
            QMetaObject::invokeMethod(
                exchange, [exchange] { exchange->answer(200, "{text:OK\nusage:1,1\nstop}"); },
                Qt::QueuedConnection);
        };
        return transport;
    });
    bool ok = false;
    QThread *where = nullptr;
    auto future = engine.check(fakeTarget()).then(this, [&](const CheckReport &report) {
        ok = report.ok;
        where = QThread::currentThread();
    });
    QVERIFY(QTest::qWaitFor([&] { return where != nullptr; }));
    QVERIFY(ok);
    QCOMPARE(where, QThread::currentThread());
    auto models = engine.listModels(listingTarget());
    QVERIFY(QTest::qWaitFor([&] { return models.isFinished(); }));
    QVERIFY(models.result().has_value());
}

QTEST_GUILESS_MAIN(CheckTest)
#include "tst_check.moc"
