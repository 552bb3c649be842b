// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/provider/codec.h>

namespace Antiphon {

class JsonView;

// The requests of the Chat Completions format.
[[nodiscard]] Result<HttpRequest> encodeChat(const CallRequest &request, const Endpoint &endpoint,
                                             const Credentials &credentials, const QDateTime &now);
[[nodiscard]] Result<HttpRequest> encodeChatModels(const Endpoint &endpoint,
                                                   const Credentials &credentials);

/// The messages of \p request as the service of \p endpoint takes them.
[[nodiscard]] Result<Json> chatMessages(const CallRequest &request, const Endpoint &endpoint);

/// `{"type": "json_object"}` and its kin; null for text.
[[nodiscard]] Json responseFormat(const OutputFormat &output, const Quirks &quirks);

// Its answers; also those of formats that only ask differently.
void decodeChatFrame(const Frame &frame, DecodeState &state, StreamEvents &out);
void decodeChatBody(const HttpHead &head, const QByteArray &body, DecodeState &state,
                    StreamEvents &out);

// Pieces of an answer.
void decodeChatUsage(const JsonView &root, DecodeState &state, StreamEvents &out);

/// \p whole: every entry is a call of its own.
void decodeChatToolCalls(const JsonView &message, bool whole, DecodeState &state,
                         StreamEvents &out);

/// Says the empty arguments that were held back because real ones might have followed.
void releaseEmptyArguments(DecodeState &state, StreamEvents &out);

/// Reasoning in all the members where servers put it.
void decodeChatThinking(const JsonView &message, bool whole, DecodeState &state, StreamEvents &out);

/// Text of an answer. Where models write their reasoning into it, within <think> and </think> at
/// its very beginning, that is told as reasoning; releaseText() tells what was held back as a tag.
void decodeChatText(QString text, DecodeState &state, StreamEvents &out);
void releaseText(DecodeState &state, StreamEvents &out);

/// Reasoning to send back byte for byte, once all of it is there.
void releaseThinking(DecodeState &state, StreamEvents &out);

/// Audio, images, citations and tools the service ran.
void decodeChatExtras(const JsonView &message, bool whole, DecodeState &state, StreamEvents &out);
void decodeImageAddress(const QString &url, StreamEvents &out);

} // namespace Antiphon
