// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/provider/framing.h>

#include <QTest>

using namespace Antiphon;

Q_DECLARE_METATYPE(Antiphon::Framing)

class FramingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void frames_data();
    void frames();
    void everyCutGivesTheSame_data() { frames_data(); }
    void everyCutGivesTheSame();
    void aLineWithoutEndOverflows();
    void longStream();
};

using Frames = QList<Frame>;

static Frames framed(Framing framing, const QByteArray &body, const QList<qsizetype> &cuts)
{
    Framer framer = makeFramer(framing);
    Frames out;
    qsizetype at = 0;
    for (const qsizetype cut : cuts) {
        feed(framer, QByteArrayView(body).sliced(at, cut - at), out);
        at = cut;
    }
    feed(framer, QByteArrayView(body).sliced(at), out);
    finish(framer, out);
    return out;
}

void FramingTest::frames_data()
{
    QTest::addColumn<Framing>("framing");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Frames>("expected");

    const auto sse = [](const char *name, const QByteArray &body, const Frames &expected) {
        QTest::newRow(name) << Framing::ServerSentEvents << body << expected;
    };
    sse("an event ends at a blank line", "data: a\n\ndata: b\n\n", {{"", "a"}, {"", "b"}});
    sse("events have names", "event: ping\ndata: {}\n\ndata: x\n\n", {{"ping", "{}"}, {"", "x"}});
    sse("lines end in CRLF", "event: e\r\ndata: a\r\n\r\ndata: b\r\n\r\n", {{"e", "a"}, {"", "b"}});
    sse("lines end in CR", "data: a\r\rdata: b\r\r", {{"", "a"}, {"", "b"}});
    sse("line ends are mixed", "data: a\r\n\ndata: b\r\r\ndata: c\n\r\n",
        {{"", "a"}, {"", "b"}, {"", "c"}});
    sse("several data lines are joined", "data: a\ndata: b\ndata:\ndata: c\n\n",
        {{"", "a\nb\n\nc"}});
    sse("the first data line may be empty", "data:\ndata: b\n\n", {{"", "\nb"}});
    sse("one space after the colon is cut", "data:a\ndata:  b\n\n", {{"", "a\n b"}});
    sse("comments are no events", ": keep-alive\n\n:\n\ndata: a\n: x\n\n", {{"", "a"}});
    sse("other fields are left out", "id: 7\nretry: 10\nerror: no\n data: no\ndata: a\n\n",
        {{"", "a"}});
    sse("a field may lack its colon", "data\n\ndata: a\n\n", {{"", ""}, {"", "a"}});
    sse("a name without data is no event", "event: gone\n\ndata: a\n\n", {{"", "a"}});
    sse("a byte order mark is cut, once",
        "\xEF\xBB\xBF"
        "data: a\n\n\xEF\xBB\xBF"
        "data: b\n\n",
        {{"", "a"}});
    sse("the last blank line may be missing", "data: a\n\ndata: b\n", {{"", "a"}, {"", "b"}});
    sse("the last line may lack its end", "data: a\n\ndata: b", {{"", "a"}, {"", "b"}});
    sse("characters keep their bytes", "data: \xF0\x9F\x98\x80\n\n", {{"", "\xF0\x9F\x98\x80"}});
    sse("nothing gives nothing", "", {});

    const auto lines = [](const char *name, const QByteArray &body, const Frames &expected) {
        QTest::newRow(name) << Framing::JsonLines << body << expected;
    };
    lines("a line is a frame", "{\"a\":1}\n{\"b\":2}\n", {{"", "{\"a\":1}"}, {"", "{\"b\":2}"}});
    lines("blank lines are none", "\r\n{\"a\":1}\r\n \n{}", {{"", "{\"a\":1}"}, {"", "{}"}});

    const auto array = [](const char *name, const QByteArray &body, const Frames &expected) {
        QTest::newRow(name) << Framing::JsonArray << body << expected;
    };
    array("elements come one by one", "[{\"a\":[1,2]}\n,\n{\"b\":{}}]\n",
          {{"", "{\"a\":[1,2]}"}, {"", "{\"b\":{}}"}});
    array("brackets in strings do not count", R"([{"a":"}]\"{"},{"b":"\\"}])",
          {{"", R"({"a":"}]\"{"})"}, {"", R"({"b":"\\"})"}});
    array("one object is one frame", " {\"a\": 1} ", {{"", "{\"a\": 1}"}});
    array("objects may follow without a comma", "{\"a\":1}\n{\"b\":2}",
          {{"", "{\"a\":1}"}, {"", "{\"b\":2}"}});
    array("a cut element is kept", "[{\"a\":1},{\"b\":", {{"", "{\"a\":1}"}, {"", "{\"b\":"}});

    QTest::newRow("a whole body is one frame")
        << Framing::WholeBody << QByteArray(" {\n} ") << Frames {{"", " {\n} "}};
}

void FramingTest::frames()
{
    QFETCH(Framing, framing);
    QFETCH(QByteArray, body);
    QFETCH(Frames, expected);
    QCOMPARE(framed(framing, body, {}).size(), expected.size());
    QVERIFY(framed(framing, body, {}) == expected);
}

void FramingTest::everyCutGivesTheSame()
{
    QFETCH(Framing, framing);
    QFETCH(QByteArray, body);
    QFETCH(Frames, expected);
    QList<qsizetype> everywhere;
    for (qsizetype first = 0; first <= body.size(); ++first) {
        everywhere.append(first);
        for (qsizetype second = first; second <= body.size(); ++second)
            QVERIFY2(framed(framing, body, {first, second}) == expected,
                     qPrintable(QStringLiteral("cut at %1 and %2").arg(first).arg(second)));
    }
    QVERIFY2(framed(framing, body, everywhere) == expected, "byte by byte");
}

void FramingTest::aLineWithoutEndOverflows()
{
    SseFramer framer;
    QList<Frame> out;
    const QByteArray piece(8 * 1024 * 1024, 'x');
    for (int i = 0; i < 8; ++i)
        framer.feed(piece, out);
    QVERIFY(!framer.overflowed());
    framer.feed("x", out);
    QVERIFY(framer.overflowed());
    framer.feed("\n\ndata: late\n\n", out);
    QVERIFY(out.isEmpty());
}

void FramingTest::longStream()
{
    constexpr int chunks = 200'000;
    QByteArray body;
    for (int i = 0; i < chunks; ++i)
        body += R"(data: {"id":"chatcmpl-1","choices":[{"index":0,"delta":{"content":"word "}}]})"
                "\n\n";
    qsizetype frames = 0;
    qsizetype bytes = 0;
    QBENCHMARK_ONCE
    {
        SseFramer framer;
        QList<Frame> out;
        for (qsizetype at = 0; at < body.size(); at += 16384) {
            out.clear();
            framer.feed(
                QByteArrayView(body).sliced(at, std::min<qsizetype>(16384, body.size() - at)), out);
            frames += out.size();
            for (const Frame &frame : out)
                bytes += frame.data.size();
        }
    }
    QCOMPARE(frames, chunks);
    QCOMPARE(bytes, body.size() - chunks * 8);
}

QTEST_GUILESS_MAIN(FramingTest)
#include "tst_framing.moc"
