// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include "exchangejson.h"

using namespace Qt::StringLiterals;

namespace Antiphon {

static constexpr int maxRecordedDepth = 1024;

// Names in lower case; values of the same name in one, as HTTP allows.
static Json headersJson(const HttpHeaders &headers)
{
    Json json = jsonObject();
    for (const HttpHeader &header : headers) {
        const std::string name = header.name.toLower().toStdString();
        const Json *before = find(json, name);
        const QString value = QString::fromUtf8(header.value);
        json.insert_or_assign(name, toJson(before ? toText(*before) + u", "_s + value : value));
    }
    return json;
}

static void putBody(Json &into, const QByteArray &body, BodyForm form)
{
    if (body.isEmpty())
        return;
    if (form != BodyForm::Text) {
        auto json = parseJson(body, maxRecordedDepth);
        if (json && (form == BodyForm::Readable || toBytes(*json) == body)) {
            into.insert_or_assign("body", *std::move(json));
            return;
        }
    }
    if (body.isValidUtf8())
        into.insert_or_assign("body_text", toJson(QString::fromUtf8(body)));
    else
        into.insert_or_assign("body_base64", Json(body.toBase64().toStdString()));
}

Json requestJson(const HttpRequest &request, BodyForm form)
{
    Json json = jsonObject({{"method", Json(request.method.toStdString())},
                            {"url", Json(request.url.toEncoded().toStdString())},
                            {"headers", headersJson(request.headers)}});
    putBody(json, request.body, form);
    return json;
}

Json responseJson(const ExchangeRecord &exchange, BodyForm form)
{
    if (exchange.head.status == 0)
        return Json::null();
    Json json = jsonObject(
        {{"status", Json(exchange.head.status)}, {"headers", headersJson(exchange.head.headers)}});
    putBody(json, exchange.body, form);
    Json chunks = jsonArray();
    for (const Chunk &chunk : exchange.chunks)
        chunks.push_back(jsonArray({Json(qint64(chunk.at.count())), Json(chunk.bytes)}));
    json.insert_or_assign("chunks", std::move(chunks));
    json.insert_or_assign("end", exchange.end.isEmpty() ? Json::null() : toJson(exchange.end));
    return json;
}

} // namespace Antiphon
