// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/provider/exchange.h>

#include "exchangejson.h"

#include <antiphon/core/call/attempt.h>
#include <antiphon/core/words.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon {

static constexpr int maxBodyDepth = 512;

Json toJson(const StoredExchange &stored)
{
    ExchangeRecord exchange = stored.exchange;
    if (exchange.end.isEmpty())
        exchange.end = u"complete"_s;
    Json json = jsonObject({{"antiphon", Json("exchange/1")},
                            {"provider", toJson(stored.provider)},
                            {"api", toJson(stored.api)},
                            {"request", requestJson(exchange.request, BodyForm::Exact)},
                            {"response", responseJson(exchange, BodyForm::Text)}});
    if (stored.failure)
        json.insert_or_assign("failure", toJson(*stored.failure));
    return json;
}

static HttpHeaders headersFrom(const Json &holder)
{
    HttpHeaders headers;
    const Json *members = find(holder, "headers");
    if (!members || !members->is_object())
        return headers;
    for (const auto &member : members->object_range())
        headers.append({.name = QByteArray::fromStdString(std::string(member.key())),
                        .value = toText(member.value()).toUtf8()});
    return headers;
}

static QByteArray bodyFrom(const Json &holder)
{
    if (const Json *body = find(holder, "body"))
        return toBytes(*body);
    if (const Json *text = find(holder, "body_text"))
        return toText(*text).toUtf8();
    if (const Json *packed = find(holder, "body_base64"))
        return QByteArray::fromBase64(toText(*packed).toLatin1());
    return {};
}

static QList<Chunk> chunksFrom(const Json &response)
{
    QList<Chunk> chunks;
    const Json *list = find(response, "chunks");
    if (!list || !list->is_array())
        return chunks;
    for (const Json &item : list->array_range()) {
        const bool isPair
            = item.is_array() && item.size() == 2 && item[0].is<qint64>() && item[1].is<qint64>();
        if (isPair && item[1].as<qint64>() >= 0)
            chunks.append(
                {std::chrono::milliseconds(item[0].as<qint64>()), qsizetype(item[1].as<qint64>())});
    }
    return chunks;
}

static Error failureFrom(const Json &value)
{
    const Json *status = find(value, "httpStatus");
    return {.kind = errorKindFromName(textOf(value, "kind")).value_or(ErrorKind::Connection),
            .message = textOf(value, "message"),
            .code = textOf(value, "code"),
            .httpStatus = status && status->is<int>() ? status->as<int>() : 0,
            .requestId = textOf(value, "requestId")};
}

Result<StoredExchange> exchangeFromJson(const Json &value)
{
    const auto wrong = [](const QString &message) { return fail(ErrorKind::Setup, message); };
    if (!value.is_object())
        return wrong(Words::tr("A recording is an object with \"request\" and \"response\"."));
    const QString format = textOf(value, "antiphon", u"exchange/1"_s);
    if (format != "exchange/1"_L1)
        return wrong(Words::tr("This is no recording but \"%1\".").arg(format));
    const Json *request = find(value, "request");
    const QString url = request ? textOf(*request, "url") : QString();
    if (url.isEmpty())
        return wrong(Words::tr("The recording has no \"request.url\"."));

    StoredExchange stored {.provider = textOf(value, "provider"), .api = textOf(value, "api")};
    stored.exchange.request = {.method = textOf(*request, "method", u"POST"_s).toUtf8(),
                               .url = QUrl::fromEncoded(url.toUtf8()),
                               .headers = headersFrom(*request),
                               .body = bodyFrom(*request)};
    if (const Json *failure = find(value, "failure"); failure && failure->is_object())
        stored.failure = failureFrom(*failure);

    const Json *response = find(value, "response");
    if (!response || !response->is_object()) {
        if (!stored.failure)
            return wrong(Words::tr("The recording has neither a \"response\" nor a \"failure\"."));
        return stored;
    }
    const Json *status = find(*response, "status");
    if (!status || !status->is<int>())
        return wrong(Words::tr("The recording's \"response.status\" is no number."));
    stored.exchange.head = {.status = status->as<int>(), .headers = headersFrom(*response)};
    stored.exchange.body = bodyFrom(*response);
    stored.exchange.chunks = chunksFrom(*response);
    stored.exchange.end = textOf(*response, "end", u"complete"_s);
    return stored;
}

// A copy whose objects are all sorted, so that the order of keys no longer tells two apart.
static Json sorted(const Json &value)
{
    if (value.is_array()) {
        Json list = jsonArray();
        for (const Json &item : value.array_range())
            list.push_back(sorted(item));
        return list;
    }
    if (!value.is_object())
        return value;
    std::vector<std::pair<std::string, Json>> members;
    for (const auto &member : value.object_range())
        members.emplace_back(std::string(member.key()), sorted(member.value()));
    std::ranges::sort(members, {}, &std::pair<std::string, Json>::first);
    Json object = jsonObject();
    for (auto &[key, item] : members)
        object.insert_or_assign(key, std::move(item));
    return object;
}

bool sameBody(const QByteArray &a, const QByteArray &b)
{
    if (a == b)
        return true;
    const auto left = parseJson(a, maxBodyDepth);
    const auto right = parseJson(b, maxBodyDepth);
    return left && right && sorted(*left) == sorted(*right);
}

} // namespace Antiphon
