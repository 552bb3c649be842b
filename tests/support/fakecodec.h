// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/config/resolve.h>
#include <antiphon/core/provider/codec.h>
#include <antiphon/net/callspec.h>

#include <QUrl>

namespace Antiphon {

// A wire format small enough to write by hand in a test. A frame is one of
//   text:WORDS   think:WORDS   tool:INDEX:NAME:ARGUMENTS   usage:IN,OUT   stop   tools   length
//   refusal:WORDS   finish:RAW   error:CODE:WORDS   end
// and a whole body is such frames, separated by newlines, in braces.

namespace FakeFormat {

inline void decodeText(const QByteArray &data, DecodeState &state, StreamEvents &out)
{
    state.started = true;
    const auto after = [&data](qsizetype size) { return QString::fromUtf8(data.sliced(size)); };
    if (data.startsWith("text:")) {
        out.append(TextDelta {after(5)});
    } else if (data.startsWith("think:")) {
        out.append(ThinkingDelta {.text = after(6)});
    } else if (data.startsWith("usage:")) {
        const auto parts = data.sliced(6).split(',');
        out.append(UsageReported {.usage = {.input = parts.value(0).toLongLong(),
                                            .output = parts.value(1).toLongLong()}});
    } else if (data.startsWith("tool:")) {
        const QString call = after(5);
        out.append(ToolCallDelta {.index = call.section(u':', 0, 0).toInt(),
                                  .id = u'c' + call.section(u':', 0, 0),
                                  .name = call.section(u':', 1, 1),
                                  .arguments = call.section(u':', 2)});
    } else if (data == "stop" || data == "length" || data == "tools") {
        state.finished = true;
        out.append(Finished {data == "stop"        ? FinishReason::Stop
                                 : data == "tools" ? FinishReason::ToolCalls
                                                   : FinishReason::Length,
                             QString::fromUtf8(data)});
    } else if (data.startsWith("refusal:")) {
        out.append(RefusalDelta {after(8)});
    } else if (data.startsWith("finish:")) {
        state.finished = true;
        out.append(Finished {finishReasonFromRaw(after(7)), after(7)});
    } else if (data == "end") {
        state.terminal = true;
    } else if (data.startsWith("error:")) {
        const auto parts = after(6).split(u':');
        const bool limited = parts.value(0) == QLatin1StringView("rate");
        out.append(Failed {{.kind = limited ? ErrorKind::RateLimit : ErrorKind::Server,
                            .message = parts.value(1),
                            .code = parts.value(0)}});
    } else {
        state.started = false;
        out.append(Failed {{.kind = ErrorKind::BadResponse,
                            .message = QStringLiteral("no frame of this format"),
                            .evidence = data}});
    }
}

/// Text as it is; calls of tools and what they answered in brackets.
inline QByteArray words(const Message &message)
{
    QByteArray all;
    for (const ContentPart &part : message.parts) {
        if (const auto *text = std::get_if<Text>(&part))
            all += text->text.toUtf8();
        else if (const auto *use = std::get_if<ToolUse>(&part))
            all += "[calls " + use->name.toUtf8() + ' ' + use->argumentsText.toUtf8() + ']';
        else if (const auto *result = std::get_if<ToolResult>(&part))
            all += '[' + result->name.toUtf8() + (result->isError ? " fails: " : " says: ")
                + result->content.toUtf8() + ']';
    }
    return all;
}

inline Result<HttpRequest> encode(const CallRequest &request, const Endpoint &endpoint,
                                  const Credentials &credentials, const QDateTime &)
{
    if (request.messages.isEmpty())
        return fail(ErrorKind::Setup, QStringLiteral("There is no message to send."));
    HttpRequest http {.url = endpoint.baseUrl};
    if (const auto *key = std::get_if<ApiKey>(&credentials))
        http.headers.append(
            {.name = "Authorization", .value = "Bearer " + key->value, .secret = true});
    for (const Message &message : request.messages)
        http.body += words(message) + '\n';
    return http;
}

inline void decodeBody(const HttpHead &, const QByteArray &body, DecodeState &state,
                       StreamEvents &out)
{
    QByteArray inner = body.trimmed();
    if (inner.startsWith('{') && inner.endsWith('}'))
        inner = inner.sliced(1, inner.size() - 2);
    const auto lines = inner.split('\n');
    for (const QByteArray &line : lines)
        decodeText(line, state, out);
}

inline void decodeFrame(const Frame &frame, DecodeState &state, StreamEvents &out)
{
    if (frame.data.startsWith('{'))
        decodeBody({}, frame.data, state, out);
    else
        decodeText(frame.data, state, out);
}

inline Error classify(const HttpHead &head, const QByteArray &body, const QDateTime &)
{
    Error error {.kind = head.status == 429 ? ErrorKind::RateLimit
                     : head.status >= 500   ? ErrorKind::Server
                     : head.status == 401   ? ErrorKind::Authentication
                                            : ErrorKind::InvalidRequest,
                 .message = QString::fromUtf8(body),
                 .httpStatus = head.status};
    const QByteArray after = headerValue(head.headers, "retry-after");
    if (!after.isEmpty()) {
        error.retryAfter = std::chrono::milliseconds(qRound64(after.toDouble() * 1000));
        error.retryAfterHeader = QStringLiteral("retry-after: ") + QString::fromUtf8(after);
    }
    return error;
}

inline const Codec codec {.id = QLatin1StringView("fake"),
                          .framing = Framing::ServerSentEvents,
                          .encode = encode,
                          .decodeFrame = decodeFrame,
                          .decodeBody = decodeBody,
                          .classify = classify};

/// One event as it stands in a stream.
inline QByteArray sse(const QByteArray &data)
{
    return "data: " + data + "\n\n";
}

} // namespace FakeFormat

/// A target ready to run on the fake format.
inline PreparedTarget fakeTarget(const QString &slug = QStringLiteral("one"))
{
    PreparedTarget prepared;
    prepared.target.slug = slug;
    prepared.target.provider = QStringLiteral("fake");
    prepared.target.model = QStringLiteral("model-") + slug;
    prepared.provider.id = QStringLiteral("fake");
    prepared.provider.apis
        = {ProviderApi {.name = QStringLiteral("chat"), .codec = QStringLiteral("fake")}};
    prepared.endpoint.provider = QStringLiteral("fake");
    prepared.endpoint.api = QStringLiteral("chat");
    prepared.endpoint.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:1/v1"));
    prepared.credentials = ApiKey {"sk-test-0123456789-abcd"};
    prepared.codec = &FakeFormat::codec;
    prepared.policy = defaultPolicy();
    prepared.price = PriceSnapshot {.price = {.input = 1.0, .output = 4.0}};
    return prepared;
}

/// A call of one user message on fakeTarget().
inline CallSpec fakeSpec()
{
    CallSpec spec;
    spec.inputs.prompt.slug = QStringLiteral("greet");
    spec.inputs.prompt.messages = {textMessage(Role::User, QStringLiteral("Hello"))};
    spec.targets = {fakeTarget()};
    return spec;
}

} // namespace Antiphon
