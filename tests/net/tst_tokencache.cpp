// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include "support/fakecodec.h"
#include "support/fakes.h"
#include "support/keys.h"
#include "support/loopbackserver.h"

#include <antiphon/net/engine.h>
#include <antiphon/net/qnamtransport.h>
#include <antiphon/net/tokencache.h>

#include <QTest>
#include <QUrlQuery>

using namespace Antiphon;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// A clock that only moves when told to, over a network that is real.
struct Scene {
    explicit Scene(LoopbackServer::Answer answer)
        : server(std::move(answer))
    {
    }

    [[nodiscard]] Credentials credentials() const
    {
        return ServiceAccountKey {.email = u"robot@example.test"_s,
                                  .keyId = "k1",
                                  .privateKey = TestKeys::rsa(),
                                  .tokenUrl = server.url(u"/token"_s),
                                  .scope = u"everything"_s};
    }
    [[nodiscard]] Result<QByteArray> token(TokenCache &cache) const
    {
        std::optional<Result<QByteArray>> got;
        const auto handle
            = cache.get(credentials(), {}, [&](const Result<QByteArray> &token) { got = token; });
        (void)QTest::qWaitFor([&] { return got.has_value(); });
        return got.value_or(fail(ErrorKind::Timeout, u"no answer"_s));
    }

    LoopbackServer server;
    ManualClock clock;
    QnamTransport transport;
};

static QByteArray tokenBody(int number, int seconds = 3600)
{
    return R"({"token_type":"Bearer","access_token":"token-)" + QByteArray::number(number)
        + R"(","expires_in":)" + QByteArray::number(seconds) + "}";
}

class TokenCacheTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void signatureIsVerified();
    void refusesWhatIsNoKey();
    void oneRequestForMany();
    void renewsBeforeTheEnd();
    void refusedKeysAreNamed();
    void brokenServersAreNotTheKeysFault();
    void withdrawnHandlesHearNothing();
    void callsWaitForTheirToken();
    void refusedTokenIsReplacedOnce();
    void modelListsUseTokens();
};

// The signature is checked by OpenSSL with the public half, as the server would.
void TokenCacheTest::signatureIsVerified()
{
    Scene scene([](QTcpSocket &socket, const SeenRequest &) {
        socket.write(LoopbackServer::response(200, tokenBody(1)));
    });
    TokenCache cache(scene.transport, scene.clock);
    QCOMPARE(scene.token(cache), QByteArray("token-1"));
    const SeenRequest seen = scene.server.requests.first();
    QCOMPARE(seen.line, "POST /token HTTP/1.1");
    const QUrlQuery form(QString::fromLatin1(seen.body));
    const QByteArray assertion = form.queryItemValue(u"assertion"_s).toLatin1();
    const qsizetype dot = assertion.lastIndexOf('.');
    const QByteArray signature
        = QByteArray::fromBase64(assertion.sliced(dot + 1), QByteArray::Base64UrlEncoding);
    QVERIFY(TestKeys::verifies(assertion.first(dot), signature));
    QVERIFY(!TestKeys::verifies(assertion.first(dot) + "x", signature));
}

void TokenCacheTest::refusesWhatIsNoKey()
{
    Scene scene([](QTcpSocket &, const SeenRequest &) { });
    TokenCache cache(scene.transport, scene.clock);
    std::optional<Error> error;
    const auto handle = cache.get(ServiceAccountKey {.privateKey = "-----BEGIN PRIVATE KEY-----\n"},
                                  {}, [&](const Result<QByteArray> &token) {
                                      if (!token)
                                          error = token.error();
                                  });
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::Setup);
    QCOMPARE(scene.server.connections, 0);
}

void TokenCacheTest::oneRequestForMany()
{
    QPointer<QTcpSocket> waiting;
    Scene scene([&](QTcpSocket &socket, const SeenRequest &) { waiting = &socket; });
    TokenCache cache(scene.transport, scene.clock);
    QByteArrayList got;
    std::vector<std::unique_ptr<QObject>> handles;
    for (int i = 0; i < 20; ++i)
        handles.push_back(cache.get(scene.credentials(), {}, [&](const Result<QByteArray> &token) {
            got.append(token.value_or("none"));
        }));
    QVERIFY(QTest::qWaitFor([&] { return waiting != nullptr; }));
    waiting->write(LoopbackServer::response(200, tokenBody(1)));
    QVERIFY(QTest::qWaitFor([&] { return got.size() == 20; }));
    QCOMPARE(got, QByteArrayList(20, "token-1"));
    QCOMPARE(scene.server.requests.size(), 1);
}

void TokenCacheTest::renewsBeforeTheEnd()
{
    int asked = 0;
    Scene scene([&](QTcpSocket &socket, const SeenRequest &) {
        socket.write(LoopbackServer::response(200, tokenBody(++asked)));
    });
    TokenCache cache(scene.transport, scene.clock);
    QCOMPARE(scene.token(cache), QByteArray("token-1"));
    scene.clock.advance(54min);
    QCOMPARE(scene.token(cache), QByteArray("token-1"));
    scene.clock.advance(90s); // five minutes are left
    QCOMPARE(scene.token(cache), QByteArray("token-2"));
    QCOMPARE(asked, 2);
}

void TokenCacheTest::refusedKeysAreNamed()
{
    Scene scene([](QTcpSocket &socket, const SeenRequest &request) {
        socket.write(LoopbackServer::response(
            400,
            R"({"error":"invalid_grant","error_description":"Invalid JWT Signature of )"
                + request.body + "\"}"));
    });
    TokenCache cache(scene.transport, scene.clock);
    const auto token = scene.token(cache);
    QVERIFY(!token);
    QCOMPARE(token.error().kind, ErrorKind::Authentication);
    QCOMPARE(token.error().code, u"invalid_grant"_s);
    QCOMPARE(token.error().httpStatus, 400);
    QVERIFY(token.error().message.contains("Invalid JWT Signature"_L1));
    const QByteArray assertion = scene.server.requests.first().body.split('=').last();
    QVERIFY(!token.error().message.contains(QString::fromLatin1(assertion)));
    QVERIFY(!token.error().evidence.contains(assertion));
    (void)scene.token(cache); // a refusal is not remembered: the key may have been mended
    QCOMPARE(scene.server.requests.size(), 2);
}

void TokenCacheTest::brokenServersAreNotTheKeysFault()
{
    Scene scene([](QTcpSocket &socket, const SeenRequest &) {
        socket.write(LoopbackServer::response(503, "later"));
    });
    TokenCache cache(scene.transport, scene.clock);
    QCOMPARE(scene.token(cache).error().kind, ErrorKind::Server);
    scene.server.close();
    QnamTransport fresh;
    TokenCache other(fresh, scene.clock);
    QCOMPARE(scene.token(other).error().code, u"refused"_s);
}

void TokenCacheTest::withdrawnHandlesHearNothing()
{
    Scene scene([](QTcpSocket &socket, const SeenRequest &) {
        socket.write(LoopbackServer::response(200, tokenBody(1)));
    });
    TokenCache cache(scene.transport, scene.clock);
    bool heard = false;
    cache.get(scene.credentials(), {}, [&](const Result<QByteArray> &) { heard = true; }).reset();
    QCOMPARE(scene.token(cache), QByteArray("token-1"));
    QVERIFY(!heard);
    QCOMPARE(scene.server.requests.size(), 1);
}

/// Shows the token it was given.
static Result<HttpRequest> encodeWithToken(const CallRequest &, const Endpoint &endpoint,
                                           const Credentials &credentials, const QDateTime &)
{
    const auto *token = std::get_if<BearerToken>(&credentials);
    if (!token)
        return fail(ErrorKind::Setup, u"no token"_s);
    return HttpRequest {.url = endpoint.baseUrl,
                        .headers = {{"Authorization", "Bearer " + token->value, true}},
                        .body = "{}"};
}

static PreparedTarget tokenTarget(const Scene &scene)
{
    static const Codec codec = [] {
        Codec made = FakeFormat::codec;
        made.encode = encodeWithToken;
        made.encodeModels = [](const Endpoint &endpoint, const Credentials &credentials) {
            return encodeWithToken({}, endpoint, credentials, {});
        };
        made.decodeModels = [](const QByteArray &body) -> Result<QStringList> {
            return QStringList {QString::fromUtf8(body)};
        };
        return made;
    }();
    PreparedTarget target = fakeTarget();
    target.credentials = scene.credentials();
    target.endpoint.baseUrl = scene.server.url();
    target.codec = &codec;
    return target;
}

/// Runs calls until all are over; their records in the order of their ends.
static QList<CallRecord> run(Scene &scene, const QList<CallSpec> &specs)
{
    Feed feed;
    Engine engine(scene.transport, scene.clock, feed, {.total = 0, .perProvider = 0});
    for (qsizetype i = 0; i < specs.size(); ++i)
        engine.start(CallId(i), specs[i]);
    QList<CallRecord> records;
    (void)QTest::qWaitFor(
        [&] {
            scene.clock.advance(10ms);
            for (const CallUpdate &update : feed.take()) {
                if (update.finished)
                    records.append(*update.finished);
            }
            return records.size() == specs.size();
        },
        10s);
    return records;
}

static CallSpec specOf(const PreparedTarget &target)
{
    CallSpec spec = fakeSpec();
    spec.targets = {target};
    spec.inputs.stream = false;
    return spec;
}

void TokenCacheTest::callsWaitForTheirToken()
{
    int asked = 0;
    Scene scene([&](QTcpSocket &socket, const SeenRequest &request) {
        const bool isToken = request.line.contains("/token");
        socket.write(LoopbackServer::response(
            200, isToken ? tokenBody(++asked) : QByteArray("{text:Hi\nusage:1,1\nstop}")));
    });
    const auto records = run(scene, QList<CallSpec>(10, specOf(tokenTarget(scene))));
    QCOMPARE(records.size(), 10);
    QCOMPARE(asked, 1);
    for (const CallRecord &record : records) {
        QCOMPARE(record.state, CallState::Done);
        QCOMPARE(record.attempts.size(), 1);
        const QByteArray shown
            = headerValue(record.attempts.first().exchange.request.headers, "Authorization");
        QVERIFY(!shown.contains("token-1"));
    }
    QCOMPARE(scene.server.requests.last().header("authorization"), "Bearer token-1");
}

void TokenCacheTest::refusedTokenIsReplacedOnce()
{
    int asked = 0;
    QByteArrayList seen;
    QByteArray good = "Bearer token-2";
    Scene scene([&](QTcpSocket &socket, const SeenRequest &request) {
        if (request.line.contains("/token")) {
            socket.write(LoopbackServer::response(200, tokenBody(++asked)));
            return;
        }
        seen.append(request.header("authorization"));
        const bool knows = seen.last() == good;
        socket.write(
            LoopbackServer::response(knows ? 200 : 401, knows ? "{text:Hi\nstop}" : "expired"));
    });
    auto records = run(scene, {specOf(tokenTarget(scene))});
    QCOMPARE(records.first().state, CallState::Done);
    QCOMPARE(seen, (QByteArrayList {"Bearer token-1", "Bearer token-2"}));

    good = "nothing";
    seen.clear();
    records = run(scene, {specOf(tokenTarget(scene))}); // one more token, not a third
    QCOMPARE(records.first().state, CallState::Failed);
    QCOMPARE(records.first().attempts.last().error->kind, ErrorKind::Authentication);
    QCOMPARE(seen.size(), 2);
}

void TokenCacheTest::modelListsUseTokens()
{
    Scene scene([&](QTcpSocket &socket, const SeenRequest &request) {
        socket.write(LoopbackServer::response(
            200, request.line.contains("/token") ? tokenBody(7) : request.header("authorization")));
    });
    Feed feed;
    Engine engine(scene.transport, scene.clock, feed);
    auto models = engine.listModels(tokenTarget(scene));
    QVERIFY(QTest::qWaitFor([&] { return models.isFinished(); }));
    QCOMPARE(models.result()->models.size(), 1); // echoed, and masked
    QCOMPARE(scene.server.requests.last().header("authorization"), "Bearer token-7");
}

QTEST_GUILESS_MAIN(TokenCacheTest)
#include "tst_tokencache.moc"
