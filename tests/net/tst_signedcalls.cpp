// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include "support/fakecodec.h"
#include "support/fakes.h"

#include <antiphon/net/call.h>
#include <antiphon/net/limiter.h>

#include <QSignalSpy>
#include <QTest>

using namespace Antiphon;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Calls whose requests are signed with AWS keys: anew for each attempt, by the server's clock when
/// ours is wrong, whatever the format.
class SignedCallsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void signsEachAttemptAnew();
    void goesByTheServersClock();
    void signsOtherFormatsToo();
};

static CallSpec specFor(const QString &codec)
{
    CallSpec spec = fakeSpec();
    PreparedTarget &target = spec.targets.first();
    target.codec = findCodec(codec);
    target.endpoint.values.insert(u"region"_s, u"us-east-1"_s);
    target.endpoint.authHeader = "Authorization";
    target.credentials = AwsKeys {"AKIDEXAMPLE", "the-secret-of-the-test"};
    return spec;
}

struct SignedBench {
    explicit SignedBench(const QString &codec)
        : call(specFor(codec), transport, clock, limiter)
    {
    }

    ManualClock clock; // it is 2026-11-21T12:00:01Z
    ScriptedTransport transport;
    Limiter limiter {clock, {8, 4}};
    Call call;

    [[nodiscard]] QByteArray header(qsizetype request, QByteArrayView name) const
    {
        return headerValue(transport.requests[request].headers, name);
    }
};

void SignedCallsTest::signsEachAttemptAnew()
{
    SignedBench bench(u"bedrock"_s);
    bench.call.start();
    bench.clock.advance(0ms);
    bench.clock.advance(5s); // signatures count whole seconds
    bench.transport.last->answer(503, R"({"message":"Later."})");
    bench.clock.advance(10s);
    QCOMPARE(bench.transport.requests.size(), 2);
    QVERIFY(bench.header(0, "x-amz-date") < bench.header(1, "x-amz-date"));
    QVERIFY(bench.header(0, "authorization") != bench.header(1, "authorization"));
    QVERIFY(bench.header(1, "authorization").contains("/us-east-1/bedrock/aws4_request"));
}

void SignedCallsTest::goesByTheServersClock()
{
    SignedBench bench(u"bedrock"_s);
    bench.call.start();
    bench.clock.advance(0ms);
    QCOMPARE(bench.header(0, "x-amz-date").first(11), "20261121T12");
    bench.transport.last->answer(403, R"({"message":"Signature expired."})", "application/json",
                                 {{"x-amzn-ErrorType", "InvalidSignatureException"},
                                  {"Date", "Sat, 21 Nov 2026 14:30:01 GMT"}});
    bench.clock.advance(10s);
    QCOMPARE(bench.transport.requests.size(), 2);
    QCOMPARE(bench.header(1, "x-amz-date").first(13), "20261121T1430");
}

// An api of Bedrock speaks the chat format, which knows nothing of signatures.
void SignedCallsTest::signsOtherFormatsToo()
{
    SignedBench bench(u"openai-chat"_s);
    bench.call.start();
    bench.clock.advance(0ms);
    QCOMPARE(bench.transport.requests.size(), 1);
    QVERIFY(bench.header(0, "authorization").startsWith("AWS4-HMAC-SHA256 "));
    QVERIFY(!bench.transport.requests[0].body.contains("the-secret-of-the-test"));
}

QTEST_GUILESS_MAIN(SignedCallsTest)
#include "tst_signedcalls.moc"
