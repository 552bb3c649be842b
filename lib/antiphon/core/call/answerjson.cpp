// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include "answerjson.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace Antiphon {

Json optionalText(const QString &text)
{
    return text.isEmpty() ? Json::null() : toJson(text);
}

static Json sha256(const QByteArray &bytes)
{
    return Json(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().toStdString());
}

Json toolCallsJson(const QList<ToolCall> &calls)
{
    Json list = jsonArray();
    for (const ToolCall &call : calls) {
        auto arguments = call.argumentsText.isEmpty() ? jsonObject() : Json::null();
        if (call.custom)
            arguments = Json::null();
        else if (auto parsed = parseJson(call.argumentsText.toUtf8(), 256))
            arguments = *std::move(parsed);
        Json json = jsonObject({{"id", optionalText(call.id)},
                                {"name", toJson(call.name)},
                                {"arguments", std::move(arguments)},
                                {"argumentsText", toJson(call.argumentsText)}});
        if (call.custom)
            json.insert_or_assign("custom", true);
        list.push_back(std::move(json));
    }
    return list;
}

static Json audioJson(const AudioDelta &audio)
{
    return jsonObject({{"id", optionalText(audio.id)},
                       {"mediaType", optionalText(audio.mediaType)},
                       {"bytes", Json(audio.bytes.size())},
                       {"sha256", audio.bytes.isEmpty() ? Json::null() : sha256(audio.bytes)},
                       {"transcript", toJson(audio.transcript)}});
}

static Json imageJson(const ImageDelta &image)
{
    Json json = jsonObject({{"mediaType", optionalText(image.mediaType)}});
    if (!image.url.isEmpty()) {
        json.insert_or_assign("url", toJson(image.url));
        return json;
    }
    json.insert_or_assign("bytes", Json(image.bytes.size()));
    json.insert_or_assign("sha256", sha256(image.bytes));
    return json;
}

static Json citationJson(const Citation &citation)
{
    Json json = jsonObject();
    const auto put = [&json](std::string_view name, const QString &text) {
        if (!text.isEmpty())
            json.insert_or_assign(name, toJson(text));
    };
    put("title", citation.title);
    put("url", citation.url);
    put("quote", citation.quote);
    json.insert_or_assign("raw", citation.raw);
    return json;
}

static Json providerToolJson(const ProviderToolUse &use)
{
    return jsonObject({{"id", optionalText(use.id)}, {"name", toJson(use.name)}, {"raw", use.raw}});
}

template<typename T>
static void putList(Json &json, std::string_view name, const QList<T> &items,
                    Json (*write)(const T &))
{
    if (items.isEmpty())
        return;
    Json list = jsonArray();
    for (const T &item : items)
        list.push_back(write(item));
    json.insert_or_assign(name, std::move(list));
}

void putMedia(Json &json, const Attempt &attempt)
{
    if (!attempt.refusal.isEmpty())
        json.insert_or_assign("refusal", toJson(attempt.refusal));
    if (attempt.audio != AudioDelta {})
        json.insert_or_assign("audio", audioJson(attempt.audio));
    putList(json, "images", attempt.images, imageJson);
    putList(json, "citations", attempt.citations, citationJson);
    putList(json, "providerTools", attempt.providerTools, providerToolJson);
    if (attempt.logprobs.is_array() && !attempt.logprobs.empty())
        json.insert_or_assign("logprobs", attempt.logprobs);
}

} // namespace Antiphon
