// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/net/feed.h>

#include <QSignalSpy>
#include <QTest>

#include <thread>

using namespace Antiphon;
using namespace Qt::StringLiterals;

class FeedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textIsConcatenatedAndTheRestReplaced();
    void restartDropsTheTextBeforeIt();
    void toolCallsGrowByTheirIndex();
    void callsComeInTheOrderTheyWereHeardOf();
    void filledIsEmittedOncePerFilling();
    void nothingIsLostBetweenThreads();
};

void FeedTest::textIsConcatenatedAndTheRestReplaced()
{
    Feed feed;
    feed.post({.id = CallId(1), .state = CallState::Waiting, .attempt = 1});
    feed.postText(CallId(1), u"Hel"_s, u"hm"_s);
    feed.postText(CallId(1), u"lo"_s, {});
    feed.post({.id = CallId(1), .state = CallState::Streaming, .usage = Usage {.output = 2}});
    feed.post({.id = CallId(1), .ended = {Attempt {.number = 1}}});
    feed.post({.id = CallId(1), .ended = {Attempt {.number = 2}}});

    const auto updates = feed.take();
    QCOMPARE(updates.size(), 1u);
    QCOMPARE(updates[0].text, u"Hello"_s);
    QCOMPARE(updates[0].thinking, u"hm"_s);
    QCOMPARE(updates[0].state, CallState::Streaming);
    QCOMPARE(updates[0].usage->output, 2);
    QCOMPARE(updates[0].attempt, 1);
    QCOMPARE(updates[0].ended.size(), 2);
    QVERIFY(!updates[0].restarted);
    QVERIFY(feed.take().empty());
}

void FeedTest::restartDropsTheTextBeforeIt()
{
    Feed feed;
    feed.postText(CallId(1), u"first"_s, u"thought"_s);
    feed.post({.id = CallId(1), .restarted = true});
    feed.postText(CallId(1), u"second"_s, {});
    const auto updates = feed.take();
    QVERIFY(updates[0].restarted);
    QCOMPARE(updates[0].text, u"second"_s);
    QVERIFY(updates[0].thinking.isEmpty());
}

void FeedTest::toolCallsGrowByTheirIndex()
{
    Feed feed;
    const auto post = [&feed](const ToolCallDelta &piece) {
        feed.post({.id = CallId(1), .toolCalls = {piece}});
    };
    post({.index = 0, .arguments = u"lost"_s});
    feed.post({.id = CallId(1), .restarted = true});
    post({.index = 0, .id = u"a"_s, .name = u"invoice"_s});
    post({.index = 1, .name = u"other"_s, .arguments = u"{}"_s});
    post({.index = 0, .arguments = u"{\"to"_s});
    post({.index = 0, .arguments = u"tal\":1}"_s});
    const auto updates = feed.take();
    QCOMPARE(updates[0].toolCalls.size(), 2);
    QCOMPARE(updates[0].toolCalls[0],
             (ToolCallDelta {.id = u"a"_s, .name = u"invoice"_s, .arguments = u"{\"total\":1}"_s}));
}

void FeedTest::callsComeInTheOrderTheyWereHeardOf()
{
    Feed feed;
    for (const quint64 id : {7u, 3u, 5u, 3u, 7u})
        feed.postText(CallId(id), QString::number(id), {});
    const auto updates = feed.take();
    QCOMPARE(updates.size(), 3u);
    QCOMPARE(updates[0].id, CallId(7));
    QCOMPARE(updates[1].id, CallId(3));
    QCOMPARE(updates[2].id, CallId(5));
    QCOMPARE(updates[0].text, u"77"_s);
}

void FeedTest::filledIsEmittedOncePerFilling()
{
    Feed feed;
    QSignalSpy filled(&feed, &Feed::filled);
    feed.postText(CallId(1), u"a"_s, {});
    feed.postText(CallId(2), u"b"_s, {});
    QCOMPARE(filled.size(), 1);
    (void)feed.take();
    feed.post({.id = CallId(1)});
    QCOMPARE(filled.size(), 2);
}

void FeedTest::nothingIsLostBetweenThreads()
{
    Feed feed;
    constexpr int count = 20'000;
    std::thread writer([&feed] {
        for (int i = 0; i < count; ++i)
            feed.postText(CallId(quint64(i % 7)), QString::number(i) + u' ', {});
        for (quint64 id = 0; id < 7; ++id)
            feed.post({.id = CallId(id), .finished = CallRecord {}});
    });
    QHash<CallId, QString> texts;
    int finished = 0;
    while (finished < 7) {
        for (const CallUpdate &update : feed.take()) {
            texts[update.id] += update.text;
            finished += update.finished ? 1 : 0;
        }
        std::this_thread::yield();
    }
    writer.join();
    for (int id = 0; id < 7; ++id) {
        QString expected;
        for (int i = id; i < count; i += 7)
            expected += QString::number(i) + u' ';
        QCOMPARE(texts.value(CallId(quint64(id))), expected);
    }
}

QTEST_GUILESS_MAIN(FeedTest)
#include "tst_feed.moc"
