// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "support/keys.h"
#include "support/loopbackserver.h"

#include <antiphon/net/callspec.h>

#include <QTest>

/// A secret that is sent in every way there is, to a server that sends all it got back in every
/// part of its answer. Then nothing that is kept, written, shown or handed on may hold it.
namespace Planted {

using namespace Antiphon;
using namespace Qt::StringLiterals;

inline const QByteArray secret = "planted-Secret+0123/456789=abcdefghij";

/// The ways a secret is sent.
inline constexpr std::initializer_list<const char *> ways {
    "key",    "token",     "account", "refresh token", "client secret",
    "header", "parameter", "body",    "proxy password"};

/// All that arrived, in the ways servers send things back.
inline QByteArray echo(const SeenRequest &request, int status)
{
    QByteArray all = QByteArray(request.head + request.body);
    all.replace('\\', "\\\\").replace('"', "\\\"").replace('\r', "").replace('\n', "\\n");
    if (status != 200)
        return R"({"error":{"message":")" + all + R"(","code":"bad"}})";
    return R"({"id":")" + secret
        + R"(","model":"m","choices":[{"index":0,"message":{"role":)"
          R"("assistant","content":")"
        + all + R"(","reasoning_content":")" + all
        + R"(","tool_calls":[{"id":"c","type":"function","function":{"name":"f","arguments":")"
        + secret
        + R"("}}]},"finish_reason":"stop"}],"usage":{"prompt_tokens":1,"completion_tokens":1,"note":")"
        + secret + R"("}})";
}

/// Answers with echo(), and gives access tokens that are the secret.
inline LoopbackServer::Answer answering(int status)
{
    return [status](QTcpSocket &socket, const SeenRequest &request) {
        if (request.line.contains("/token"))
            socket.write(LoopbackServer::response(
                200, R"({"access_token":")" + secret + R"(","expires_in":3600})"));
        else
            socket.write(LoopbackServer::response(
                status, echo(request, status), "X-Echo: " + secret + "\r\nContent-Type: a/b\r\n"));
    };
}

inline PreparedTarget target(const QString &way, const LoopbackServer &server)
{
    PreparedTarget target;
    target.target = {.slug = u"one"_s, .provider = u"acme"_s, .model = u"m"_s};
    target.provider = {.id = u"acme"_s, .name = u"Acme"_s};
    target.endpoint = {.provider = u"acme"_s,
                       .api = u"chat"_s,
                       .baseUrl = server.url(),
                       .authHeader = "X-Own-Key"};
    target.codec = findCodec(u"openai-chat"_s);
    target.policy = policyWithAttempts(2);
    const QUrl tokenUrl = server.url(u"/token"_s);
    if (way == "key"_L1 || way == "body"_L1)
        target.credentials = ApiKey {secret};
    else if (way == "token"_L1)
        target.credentials = BearerToken {secret};
    else if (way == "account"_L1)
        target.credentials = ServiceAccountKey {
            .email = u"a@b.test"_s, .privateKey = TestKeys::rsa(), .tokenUrl = tokenUrl};
    else if (way == "refresh token"_L1)
        target.credentials = RefreshToken {.value = secret, .tokenUrl = tokenUrl};
    else if (way == "client secret"_L1)
        target.credentials = ClientSecret {.value = secret, .tokenUrl = tokenUrl};
    else if (way == "header"_L1)
        target.endpoint.headers = {{"X-Api-Key", secret}};
    else if (way == "parameter"_L1)
        target.endpoint.query = {{u"api_key"_s, QString::fromLatin1(secret)}};
    else if (way == "proxy password"_L1)
        target.network.proxyPassword = secret; // is known, whether it is used or not
    return target;
}

/// A call that sends the secret by \p way, in one piece.
inline CallSpec call(const QString &way, const LoopbackServer &server)
{
    CallSpec spec {.targets = {target(way, server)}};
    const QString words = way == "body"_L1 ? QString::fromLatin1(secret) : u"Hello"_s;
    spec.inputs.prompt = {.slug = u"p"_s, .messages = {textMessage(Role::User, words)}};
    spec.inputs.stream = false;
    return spec;
}

/// Fails the test if \p kept holds the secret in any form.
inline void checkNothingHeld(const QByteArray &kept)
{
    QVERIFY(kept.size() > 500);
    for (const QByteArray &form :
         {secret, secret.toPercentEncoding(), secret.toBase64(), secret.toHex()})
        QVERIFY2(!kept.contains(form),
                 kept.sliced(std::max<qsizetype>(0, kept.indexOf(form) - 200),
                             std::min<qsizetype>(300, kept.size()))
                     .constData());
    QVERIFY(!kept.contains("PRIVATE KEY"));
}

} // namespace Planted
