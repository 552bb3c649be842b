// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/provider/framing.h>

#include "support/eventstreams.h"

#include <QTest>

using namespace Antiphon;

class EventStreamTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knownMessages();
    void readsHeadersOfAllTypes();
    void namesExceptionsAndErrors();
    void everyCutGivesTheSame();
    void everyFlippedBitBreaks();
    void lengthsAreNotBelieved_data();
    void lengthsAreNotBelieved();
    void brokenHeadersBreak_data();
    void brokenHeadersBreak();
    void halfAMessageIsCutOff();
    void nothingComesAfterAFault();
    void largeMessagesInSmallPieces();
};

using Frames = QList<Frame>;
using EventStreams::header;
using EventStreams::message;
using EventStreams::text;

struct Framed {
    Frames frames = {};
    bool broken = false;

    friend bool operator==(const Framed &, const Framed &) = default;
};

static Framed framed(const QByteArray &body, const QList<qsizetype> &cuts = {})
{
    Framer framer = makeFramer(Framing::AwsEventStream);
    Framed out;
    qsizetype at = 0;
    for (const qsizetype cut : cuts) {
        feed(framer, QByteArrayView(body).sliced(at, cut - at), out.frames);
        at = cut;
    }
    feed(framer, QByteArrayView(body).sliced(at), out.frames);
    finish(framer, out.frames);
    out.broken = broken(framer);
    return out;
}

// Written by other programs: the first two are in the tests of awslabs/aws-c-event-stream.
void EventStreamTest::knownMessages()
{
    QCOMPARE(framed(QByteArray::fromHex("000000100000000005c248eb7d98c8ff")),
             (Framed {.frames = {Frame {}}}));
    QCOMPARE(
        framed(QByteArray::fromHex("0000001d00000000fd528c5a7b27666f6f273a27626172277dc3653936")),
        (Framed {.frames = {{"", "{'foo':'bar'}"}}}));
    QCOMPARE(framed(QByteArray::fromHex(
                 "0000009e00000057fe1b824f0b3a6576656e742d74797065070011636f6e7465"
                 "6e74426c6f636b44656c74610d3a636f6e74656e742d74797065070010617070"
                 "6c69636174696f6e2f6a736f6e0d3a6d6573736167652d747970650700056576"
                 "656e747b22636f6e74656e74426c6f636b496e646578223a302c2264656c7461"
                 "223a7b2274657874223a224869227d2c2270223a22616263227d9343f010")),
             (Framed {.frames = {{"contentBlockDelta",
                                  R"({"contentBlockIndex":0,"delta":{"text":"Hi"},"p":"abc"})"}}}));
    QCOMPARE(
        framed(
            QByteArray::fromHex("00000090000000618e91a9b70f3a657863657074696f6e2d7479706507001374"
                                "68726f74746c696e67457863657074696f6e0d3a636f6e74656e742d74797065"
                                "0700106170706c69636174696f6e2f6a736f6e0d3a6d6573736167652d747970"
                                "65070009657863657074696f6e7b226d657373616765223a22546f6f206d616e"
                                "79207265717565737473227de67f8005")),
        (Framed {.frames = {{"throttlingException", R"({"message":"Too many requests"})", true}}}));
    // What the tests write themselves is written the same way.
    QCOMPARE(message({}, "{'foo':'bar'}").toHex(),
             QByteArray("0000001d00000000fd528c5a7b27666f6f273a27626172277dc3653936"));
}

void EventStreamTest::readsHeadersOfAllTypes()
{
    const QByteArray headers = header("yes", 0) + header("no", 1) + header("byte", 2, "\x7f")
        + header("short", 3, "ab") + header("integer", 4, "abcd") + header("long", 5, "abcdefgh")
        + header("bytes", 6, EventStreams::counted(QByteArray(300, '\0')))
        + text(":event-type", "metadata") + header("timestamp", 8, "abcdefgh")
        + header("uuid", 9, "0123456789abcdef") + text(":message-type", "event")
        + text("empty", "");
    QCOMPARE(framed(message(headers, "{}")), (Framed {.frames = {{"metadata", "{}"}}}));
    // A name we know with a type nobody gives it says nothing.
    QCOMPARE(framed(message(header(":event-type", 0), "{}")), (Framed {.frames = {{"", "{}"}}}));
}

void EventStreamTest::namesExceptionsAndErrors()
{
    const QByteArray exception = message(text(":message-type", "exception")
                                             + text(":exception-type", "validationException"),
                                         R"({"message":"no"})");
    const QByteArray error
        = message(text(":message-type", "error") + text(":error-code", "Internal")
                      + text(":error-message", "It broke."),
                  {});
    QCOMPARE(framed(exception + error),
             (Framed {.frames = {{"validationException", R"({"message":"no"})", true},
                                 {"Internal", "It broke.", true}}}));
}

static QByteArray threeMessages()
{
    return EventStreams::event("messageStart", R"({"role":"assistant"})") + message({}, {})
        + EventStreams::event("contentBlockDelta", QByteArray("{\"text\":\"\xF0\x9F\x98\x80\"}"));
}

void EventStreamTest::everyCutGivesTheSame()
{
    const QByteArray body = threeMessages();
    const Framed whole = framed(body);
    QCOMPARE(whole.frames.size(), 3);
    QVERIFY(!whole.broken);
    for (qsizetype step = 1; step <= body.size(); ++step) {
        QList<qsizetype> cuts;
        for (qsizetype at = step; at < body.size(); at += step)
            cuts.append(at);
        QCOMPARE(framed(body, cuts), whole);
        QCOMPARE(framed(body, {step}), whole);
    }
}

void EventStreamTest::everyFlippedBitBreaks()
{
    const QByteArray body = EventStreams::event("messageStart", R"({"role":"assistant"})");
    for (qsizetype bit = 0; bit < body.size() * 8; ++bit) {
        QByteArray damaged = body;
        damaged[bit / 8] = char(damaged[bit / 8] ^ (1 << (bit % 8)));
        const Framed got = framed(damaged);
        QVERIFY2(got.broken, qPrintable(QString::number(bit)));
        QVERIFY(got.frames.isEmpty());
    }
}

void EventStreamTest::lengthsAreNotBelieved_data()
{
    QTest::addColumn<quint32>("total");
    QTest::addColumn<quint32>("headers");
    QTest::addColumn<bool>("isBroken");

    constexpr quint32 payload = AwsEventStreamFramer::maxPayload;
    constexpr quint32 headers = AwsEventStreamFramer::maxHeaders;
    QTest::newRow("nothing at all") << 0U << 0U << true;
    QTest::newRow("less than the overhead") << 15U << 0U << true;
    QTest::newRow("headers longer than the message") << 100U << 85U << true;
    QTest::newRow("headers as long as the message") << 100U << 84U << false;
    QTest::newRow("headers too long") << headers + 17 << headers + 1 << true;
    QTest::newRow("headers as long as they may be") << headers + 16 << headers << false;
    QTest::newRow("payload too long") << payload + 17 << 0U << true;
    QTest::newRow("payload as long as it may be") << payload + 16 << 0U << false;
    QTest::newRow("four gigabytes") << 0xffff'ffffU << 0U << true;
    QTest::newRow("headers of four gigabytes") << 0xffff'ffffU << 0xffff'ffffU << true;
    QTest::newRow("the sum goes round") << 15U << 0xffff'ffffU << true;
}

// The prelude's own checksum is right: only the numbers are not.
void EventStreamTest::lengthsAreNotBelieved()
{
    QFETCH(quint32, total);
    QFETCH(quint32, headers);
    QFETCH(bool, isBroken);
    const Framed got = framed(EventStreams::prelude(total, headers));
    QCOMPARE(got.broken, isBroken);
    QVERIFY(got.frames.isEmpty());
}

void EventStreamTest::brokenHeadersBreak_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::newRow("a name without end") << QByteArray("\x05"
                                                      "ab");
    QTest::newRow("a name of nothing") << QByteArray("\0\x00", 2);
    QTest::newRow("no type") << QByteArray("\x01"
                                           "a");
    QTest::newRow("an unknown type") << QByteArray("\x01"
                                                   "a\x0a");
    QTest::newRow("half a number") << QByteArray("\x01"
                                                 "a\x04zz");
    QTest::newRow("a text without size") << QByteArray("\x01"
                                                       "a\x07\x00",
                                                       4);
    QTest::newRow("a text longer than the headers") << QByteArray("\x01"
                                                                  "a\x07\xff\xffz");
}

void EventStreamTest::brokenHeadersBreak()
{
    QFETCH(QByteArray, headers);
    QCOMPARE(framed(message(headers, "{}")), (Framed {.broken = true}));
}

void EventStreamTest::halfAMessageIsCutOff()
{
    const QByteArray body = threeMessages();
    for (qsizetype size = 0; size < body.size(); ++size) {
        const Framed got = framed(body.first(size));
        QVERIFY(!got.broken);
        QVERIFY(got.frames.size() < 3);
    }
}

void EventStreamTest::nothingComesAfterAFault()
{
    const QByteArray good = EventStreams::event("messageStart", "{}");
    QByteArray damaged = good;
    damaged.back() = char(damaged.back() ^ 1);
    const Framed got = framed(good + damaged + good);
    QVERIFY(got.broken);
    QCOMPARE(got.frames, (Frames {{"messageStart", "{}"}}));
    QCOMPARE(framed(good + damaged + good, {good.size(), good.size() + 1}), got);
}

// Linear: 20 MB in pieces of 1000 bytes would take minutes if each piece cost the whole.
void EventStreamTest::largeMessagesInSmallPieces()
{
    const QByteArray payload(20 * 1024 * 1024, 'x');
    const QByteArray body = message({}, payload) + message({}, "{}");
    QList<qsizetype> cuts;
    for (qsizetype at = 1000; at < body.size(); at += 1000)
        cuts.append(at);
    const Framed got = framed(body, cuts);
    QCOMPARE(got.frames.size(), 2);
    QCOMPARE(got.frames[0].data.size(), payload.size());
}

QTEST_GUILESS_MAIN(EventStreamTest)
#include "tst_eventstream.moc"
