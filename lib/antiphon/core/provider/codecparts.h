// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/provider/codec.h>

#include "jsonreader.h"

namespace Antiphon {

// The formats; the table is in codecs.cpp.
extern const Codec openAiChat;
extern const Codec openAiResponses;
extern const Codec mistral;
extern const Codec anthropic;
extern const Codec gemini;
extern const Codec bedrock;
extern const Codec cohere;
extern const Codec ollama;

// --- For encode ----------------------------------------------------------------------------------

/// \p base with \p path behind its own. A base that ends in \p version (as in "/v1") keeps it once.
[[nodiscard]] QUrl endpointUrl(const Endpoint &endpoint, QStringView path,
                               QStringView version = {});

/// Where \p request goes: the path that the endpoint's form names, else as endpointUrl().
[[nodiscard]] QUrl requestUrl(const Endpoint &endpoint, const CallRequest &request,
                              QStringView path, QStringView version = {});

/// Where the models are listed: the endpoint's own place, else as endpointUrl().
[[nodiscard]] QUrl modelsUrl(const Endpoint &endpoint, QStringView path, QStringView version = {});

/// What the endpoint's form wants in a body, and not in it.
void fitBody(Json &body, const Endpoint &endpoint);

/// The endpoint's headers with the key and what every JSON request carries.
[[nodiscard]] HttpHeaders requestHeaders(const Endpoint &endpoint, const Credentials &credentials,
                                         bool stream);

/// A request that lists models.
[[nodiscard]] HttpRequest getRequest(QUrl url, const Endpoint &endpoint,
                                     const Credentials &credentials);

/// Members of \p extra that \p body lacks, behind its own; where both have an object they merge.
/// What the codec wrote itself wins.
void addExtra(Json &body, const Json &extra);

/// "data:image/png;base64,..."
[[nodiscard]] QString dataUri(const QString &mediaType, const QByteArray &bytes);
[[nodiscard]] Json base64(const QByteArray &bytes);

/// The arguments of a call as an object; {} for an empty text or one that is no object.
[[nodiscard]] Json argumentsObject(const QString &text);

/// A part \p provider's format has no place for.
[[nodiscard]] std::unexpected<Error> cannotCarry(const QString &format, const QString &what);

/// The only part of a message in a provider's own form, if \p message is one and \p codec's.
[[nodiscard]] const Json *wholeNative(const Message &message, QStringView codec);

/// True for a part in the form of another format than \p codec: it stays behind.
[[nodiscard]] bool isForeign(const Native &native, QStringView codec);

[[nodiscard]] std::unexpected<Error> nothingToSend();

/// True if the choice of tools of \p request leaves \p tool in.
[[nodiscard]] bool isOffered(const ToolDefinition &tool, const CallRequest &request);

/// A system message behind others, where \p format knows them only at the beginning.
[[nodiscard]] std::unexpected<Error> lateSystemMessage(const QString &format);

/// True unless the endpoint drops the common parameter \p name.
[[nodiscard]] bool takes(const Endpoint &endpoint, const QString &name);

// --- For decode ----------------------------------------------------------------------------------

/// The call that the block at \p index of an answer holds: its place in DecodeState::tools, -1 for
/// another block.
[[nodiscard]] int toolAt(qsizetype index, const DecodeState &state);

/// Says what answers and remembers it; only what is new.
void start(const QString &responseId, const QString &model, DecodeState &state, StreamEvents &out);

/// Says how much was used, unless it is what was said last.
void report(const Usage &usage, Json raw, DecodeState &state, StreamEvents &out);

/// Says once why the model stopped.
void finishWith(FinishReason reason, const QString &raw, DecodeState &state, StreamEvents &out);

/// A body that is not JSON. It is kept: the answer fails with it if nothing usable comes.
void unreadable(const QByteArray &data, DecodeState &state);

/// A frame that is not JSON: the words of an error where the frame is said to be one, else left out
/// and kept as above.
void unreadable(const Frame &frame, DecodeState &state, StreamEvents &out);

/// Sum, or the side that is there.
[[nodiscard]] std::optional<qint64> sum(std::optional<qint64> a, std::optional<qint64> b);

/// \p total without \p part, not below 0; empty without a total.
[[nodiscard]] std::optional<qint64> without(std::optional<qint64> total,
                                            std::optional<qint64> part);

/// What the provider itself says it charged: `cost` of OpenRouter and Perplexity, ticks of xAI.
[[nodiscard]] std::optional<Money> reportedCost(const JsonView &usage);

/// The first of \p candidates that is a whole number.
[[nodiscard]] std::optional<qint64> firstInt(std::initializer_list<JsonView> candidates);

/// The `id`s of `data` (or of a bare array) of a list of models.
[[nodiscard]] Result<QStringList> modelIds(const QByteArray &body);

} // namespace Antiphon
