// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// Conversations from files, {"messages": [...], "tools": [...], "params": {...}}, to every service:
// each format writes a body of valid JSON, or says what it cannot carry.

#include <antiphon/core/call/request.h>
#include <antiphon/core/provider/codec.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>

using namespace Antiphon;
using namespace Qt::StringLiterals;

static CallRequest requestFrom(const Json &value)
{
    const auto member = [&value](const char *name) {
        return value.is_object() && value.contains(name) ? value.at(name) : Json();
    };
    CallRequest request {.model = u"m"_s};
    if (auto messages = messagesFromJson(member("messages")))
        request.messages = *std::move(messages);
    if (auto tools = toolsFromJson(member("tools")))
        request.tools = *std::move(tools);
    if (auto parameters = parametersFromJson(member("params")))
        request.parameters = *std::move(parameters);
    return request;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto value = parseJson(QByteArrayView(data, qsizetype(size)));
    if (!value)
        return 0;
    const CallRequest request = requestFrom(*value);
    const Endpoint endpoint {.baseUrl = QUrl(u"http://127.0.0.1:1/v1"_s)};
    for (const Codec *codec : codecs()) {
        const auto http = codec->encode(request, endpoint, {}, QDateTime::fromSecsSinceEpoch(0));
        if (!http || parseJson(http->body, 200))
            continue;
        std::fprintf(stderr, "-- %s: %s\n", codec->id.data(), http->body.constData());
        std::abort();
    }
    return 0;
}
