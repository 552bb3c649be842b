// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/net/simulatortransport.h>
#include <antiphon/net/virtualclock.h>

#include <support/fakes.h>
#include <support/simulatedanswers.h>

#include <QTest>
#include <QTimeZone>

using namespace Antiphon;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Everything an exchange said, as one list of words, and when.
class Listener : public QObject {
    Q_OBJECT

public:
    explicit Listener(const Clock &clock)
        : m_clock(clock)
    {
    }

    void listen(std::unique_ptr<Exchange> to)
    {
        exchange = std::move(to);
        connect(exchange.get(), &Exchange::phaseReached, this, [this](Phase phase) {
            said.append(phase == Phase::Connected ? u"connected"_s : u"sent"_s);
        });
        connect(exchange.get(), &Exchange::headArrived, this, [this](const HttpHead &answered) {
            said.append(u"head"_s);
            head = answered;
        });
        connect(exchange.get(), &Exchange::bytesArrived, this, [this](const QByteArray &bytes) {
            if (body.isEmpty())
                said.append(u"bytes"_s);
            body += bytes;
            if (abortAtBytes)
                exchange->abort();
            if (deleteAtBytes)
                exchange.reset();
        });
        connect(exchange.get(), &Exchange::ended, this, [this] {
            said.append(u"ended"_s);
            endedAt = m_clock.now();
        });
        connect(exchange.get(), &Exchange::failed, this, [this](const Error &why) {
            said.append(u"failed"_s);
            error = why;
        });
    }

    std::unique_ptr<Exchange> exchange;
    QStringList said;
    HttpHead head;
    QByteArray body;
    Error error;
    std::chrono::milliseconds endedAt {};
    bool abortAtBytes = false;
    bool deleteAtBytes = false;

private:
    const Clock &m_clock;
};

class SimulatorTransportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsSaidFromInsideSend();
    void anHourInNoTime();
    void virtualTimeGoesByItself();
    void virtualTimeLetsEventsGoFirst();
    void stepsAreCountedByCall();
    void stepsAreCountedOverAll();
    void faultsAreTheRealTransports_data();
    void faultsAreTheRealTransports();
    void dropEndsEarly();
    void stallIsSilent();
    void abortWithinASignal();
    void deletionWithinASignal();
    void brokenScriptFailsWithSetup();
    void modelListIsNoCall();
    void placeDecidesTheText();

private:
    ManualClock m_clock;
};

static Transport::Context context(const QByteArray &simulate, const QByteArray &call = "1",
                                  const QString &model = u"demo"_s)
{
    return {.provider = u"simulator"_s,
            .model = model,
            .simulate = simulate,
            .callId = call,
            .place = "prompt/row"};
}

static const HttpRequest request = wireRequest(SimulatedFormat::Chat, true);

void SimulatorTransportTest::nothingIsSaidFromInsideSend()
{
    SimulatorTransport transport(m_clock);
    Listener heard(m_clock);
    heard.listen(transport.send(request, context(R"({"speed":0})")));
    QVERIFY(heard.said.isEmpty());
    m_clock.advance(0ms);
    QCOMPARE(heard.said,
             (QStringList {u"connected"_s, u"sent"_s, u"head"_s, u"bytes"_s, u"ended"_s}));
    QCOMPARE(heard.head.status, 200);
    QVERIFY(readWire(SimulatedFormat::Chat, true, heard.body).finished);
}

void SimulatorTransportTest::anHourInNoTime()
{
    SimulatorTransport transport(m_clock);
    Listener heard(m_clock);
    const auto begin = m_clock.now();
    heard.listen(transport.send(
        request, context(R"({"steps":[{"text":"12345678","firstTokenMs":3600000}]})")));
    m_clock.advance(59min);
    QVERIFY(!heard.said.contains(u"ended"_s));
    m_clock.advance(2min);
    QCOMPARE(heard.said.last(), u"ended"_s);
    QCOMPARE(heard.endedAt - begin, 3'600'037ms); // connect 20 ms, one token more 17 ms
}

void SimulatorTransportTest::virtualTimeGoesByItself()
{
    VirtualClock clock;
    SimulatorTransport transport(clock);
    Listener heard(clock);
    heard.listen(transport.send(
        request, context(R"({"steps":[{"text":"12345678","firstTokenMs":3600000}]})")));
    QTRY_VERIFY(heard.said.contains(u"ended"_s));
    QCOMPARE(heard.endedAt, 3'600'037ms);
    QCOMPARE(clock.wallNow(), QDateTime(QDate(2026, 1, 1), QTime(1, 0, 0, 37), QTimeZone::UTC));
}

void SimulatorTransportTest::virtualTimeLetsEventsGoFirst()
{
    VirtualClock clock;
    QStringList order;
    const auto note = [&](const QString &what) {
        return [&order, &clock, what] {
            order.append(u"%1 at %2"_s.arg(what).arg(clock.now().count()));
        };
    };
    const auto late = clock.after(20ms, note(u"late"_s));
    const auto soon = clock.after(10ms, note(u"soon"_s));
    const auto next = clock.after(10ms, note(u"next"_s));
    auto never = clock.after(5ms, note(u"never"_s));
    QMetaObject::invokeMethod(
        this,
        [&] {
            order.append(u"event"_s);
            never.reset();
        },
        Qt::QueuedConnection);
    QTRY_COMPARE(order.size(), 4);
    QCOMPARE(order, (QStringList {u"event"_s, u"soon at 10"_s, u"next at 10"_s, u"late at 20"_s}));
}

void SimulatorTransportTest::stepsAreCountedByCall()
{
    SimulatorTransport transport(m_clock);
    const auto status = [&](const QByteArray &call) {
        Listener heard(m_clock);
        heard.listen(transport.send(request, context("{}", call, u"flaky"_s)));
        m_clock.advance(1min);
        return heard.head.status;
    };
    QCOMPARE(status("a"), 429);
    QCOMPARE(status("b"), 429);
    QCOMPARE(status("a"), 429);
    QCOMPARE(status("a"), 200);
    QCOMPARE(status("a"), 200); // the last one repeats
    QCOMPARE(status("b"), 429);
}

void SimulatorTransportTest::stepsAreCountedOverAll()
{
    SimulatorTransport transport(m_clock);
    const auto text = [&](const QByteArray &call) {
        Listener heard(m_clock);
        heard.listen(transport.send(
            request, context(R"({"per":"total","steps":[{"text":"one"},{"text":"two"}]})", call)));
        m_clock.advance(1min);
        return readWire(SimulatedFormat::Chat, true, heard.body).text;
    };
    QCOMPARE(text("a"), u"one"_s);
    QCOMPARE(text("b"), u"two"_s);
}

void SimulatorTransportTest::faultsAreTheRealTransports_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QStringList>("said");
    const QStringList sent {u"connected"_s, u"sent"_s, u"failed"_s};
    QTest::newRow("refuse") << u"refuse"_s << u"refused"_s << QStringList {u"failed"_s};
    QTest::newRow("dns") << u"dns"_s << u"dns"_s << QStringList {u"failed"_s};
    QTest::newRow("tls") << u"tls"_s << u"tls"_s << QStringList {u"connected"_s, u"failed"_s};
    QTest::newRow("close") << u"close"_s << u"closed"_s << sent;
    QTest::newRow("reset") << u"reset"_s << u"reset"_s
                           << QStringList {u"connected"_s, u"sent"_s, u"head"_s, u"bytes"_s,
                                           u"failed"_s};
}

void SimulatorTransportTest::faultsAreTheRealTransports()
{
    QFETCH(QString, fault);
    QFETCH(QString, code);
    QFETCH(QStringList, said);
    SimulatorTransport transport(m_clock);
    Listener heard(m_clock);
    heard.listen(transport.send(
        request,
        context(R"({"steps":[{"text":"hello","fault":{"kind":")" + fault.toLatin1() + R"("}}]})")));
    m_clock.advance(1min);
    QCOMPARE(heard.said, said);
    QCOMPARE(heard.error.kind, ErrorKind::Connection);
    QCOMPARE(heard.error.code, code);
}

void SimulatorTransportTest::dropEndsEarly()
{
    SimulatorTransport transport(m_clock);
    Listener heard(m_clock);
    heard.listen(transport.send(request, context({}, "1", u"drop"_s)));
    m_clock.advance(1min);
    QCOMPARE(heard.said.last(), u"ended"_s);
    const WireAnswer said = readWire(SimulatedFormat::Chat, true, heard.body);
    QCOMPARE(said.text.size(), 192);
    QVERIFY(!said.finished);
}

void SimulatorTransportTest::stallIsSilent()
{
    SimulatorTransport transport(m_clock);
    Listener heard(m_clock);
    heard.listen(transport.send(
        request, context(R"({"steps":[{"text":"hello","fault":{"kind":"stall"}}]})")));
    m_clock.advance(24h);
    QCOMPARE(heard.said.last(), u"bytes"_s);
    heard.exchange->abort();
    m_clock.advance(24h);
    QCOMPARE(heard.said.last(), u"bytes"_s);
}

void SimulatorTransportTest::abortWithinASignal()
{
    SimulatorTransport transport(m_clock);
    Listener heard(m_clock);
    heard.abortAtBytes = true;
    heard.listen(transport.send(request, context(R"({"speed":0})")));
    m_clock.advance(1min);
    QCOMPARE(heard.said.last(), u"bytes"_s);
    QCOMPARE(heard.body.count("data: "), 1);
}

void SimulatorTransportTest::deletionWithinASignal()
{
    SimulatorTransport transport(m_clock);
    Listener heard(m_clock);
    heard.deleteAtBytes = true;
    heard.listen(transport.send(request, context({})));
    m_clock.advance(1min);
    QCOMPARE(heard.said.last(), u"bytes"_s);
}

void SimulatorTransportTest::brokenScriptFailsWithSetup()
{
    SimulatorTransport transport(m_clock);
    Listener heard(m_clock);
    heard.listen(transport.send(request, context(R"({"steps":[{"txt":"hello"}]})")));
    m_clock.advance(0ms);
    QCOMPARE(heard.said, QStringList {u"failed"_s});
    QCOMPARE(heard.error.kind, ErrorKind::Setup);
    QVERIFY(heard.error.message.contains(u"simulate.steps[0].txt"_s));
}

void SimulatorTransportTest::modelListIsNoCall()
{
    SimulatorTransport transport(m_clock);
    Listener heard(m_clock);
    heard.listen(transport.send(
        {.method = "GET", .url = QUrl(u"http://simulator.invalid/v1/models"_s)}, {}));
    m_clock.advance(0ms);
    QCOMPARE(heard.head.status, 200);
    QVERIFY(heard.body.contains(R"("almost-json")"));
}

void SimulatorTransportTest::placeDecidesTheText()
{
    const auto body = [&](SimulatorTransport::PlaceFrom from, const QByteArray &place) {
        SimulatorTransport transport(m_clock, from);
        Listener heard(m_clock);
        auto where = context({});
        where.place = place;
        heard.listen(transport.send(request, where));
        m_clock.advance(1min);
        return heard.body;
    };
    using enum SimulatorTransport::PlaceFrom;
    QVERIFY(body(Context, "row 1") != body(Context, "row 2"));
    QCOMPARE(body(Context, "row 1"), body(Context, "row 1"));
    QCOMPARE(body(Body, "row 1"), body(Body, "row 2"));
    QCOMPARE(body(Body, "row 1"), body(Context, {}));
}

QTEST_GUILESS_MAIN(SimulatorTransportTest)
#include "tst_simulatortransport.moc"
