// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include "codecparts.h"

#include <utility>

namespace Antiphon {

DecodeState::DecodeState()
    : reader(std::make_unique<JsonReader>())
{
}

DecodeState::DecodeState(const DecodeState &other)
    : DecodeState()
{
    *this = other;
}

DecodeState &DecodeState::operator=(const DecodeState &other)
{
    quirks = other.quirks;
    headers = other.headers;
    responseId = other.responseId;
    model = other.model;
    started = other.started;
    finished = other.finished;
    terminal = other.terminal;
    refused = other.refused;
    usage = other.usage;
    tier = other.tier;
    choice = other.choice;
    usageRaw = other.usageRaw;
    blocks = other.blocks;
    blockData = other.blockData;
    pending = other.pending;
    sources = other.sources;
    tools = other.tools;
    items = other.items;
    thinking = other.thinking;
    held = other.held;
    tagged = other.tagged;
    thought = other.thought;
    spoke = other.spoke;
    cited = other.cited;
    return *this; // the reader stays our own
}

DecodeState::DecodeState(DecodeState &&other) noexcept
    : DecodeState()
{
    *this = std::move(other);
}

DecodeState &DecodeState::operator=(DecodeState &&other) noexcept
{
    *this = std::as_const(other);
    reader.swap(other.reader);
    return *this;
}

DecodeState::~DecodeState() = default;

bool refuses(const Error &error, QLatin1StringView member)
{
    return (error.httpStatus == 400 || error.httpStatus == 422)
        && (error.message.contains(member) || error.evidence.contains(QByteArrayView(member)));
}

static constexpr const Codec *table[]
    = {&openAiChat, &openAiResponses, &mistral, &anthropic, &gemini, &bedrock, &cohere, &ollama};

std::span<const Codec *const> codecs()
{
    return table;
}

const Codec *findCodec(QStringView id)
{
    for (const Codec *codec : table) {
        if (id == codec->id)
            return codec;
    }
    return nullptr;
}

} // namespace Antiphon
