// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/provider/codec.h>

namespace Antiphon {

class JsonView;

// The requests of the Responses format.
[[nodiscard]] Result<HttpRequest> encodeResponses(const CallRequest &request,
                                                  const Endpoint &endpoint,
                                                  const Credentials &credentials,
                                                  const QDateTime &now);

// Items of its answers.

/// The item that \p event speaks of, by `output_index`; begun if it is a new one.
[[nodiscard]] ItemProgress &itemOf(const JsonView &event, DecodeState &state);

/// Tells what \p item holds beyond what was told of it: everything for an item that comes whole,
/// the rest for one that came in pieces, nothing where the pieces said it all. \p done: it is
/// complete, so that what goes back byte for byte is there.
void decodeItem(const JsonView &item, bool done, ItemProgress &progress, DecodeState &state,
                StreamEvents &out);

/// One part of a message or of reasoning, as decodeItem() does it.
void decodeItemPart(const JsonView &part, int index, ItemProgress &progress, DecodeState &state,
                    StreamEvents &out);

// Pieces of items, as they come.
void tellText(const QString &text, int index, ItemProgress &progress, StreamEvents &out);
void tellRefusal(const QString &text, int index, ItemProgress &progress, DecodeState &state,
                 StreamEvents &out);
void tellReasoning(const QString &text, const QString &part, ItemProgress &progress,
                   DecodeState &state, StreamEvents &out);
void tellArguments(const QString &text, bool custom, ItemProgress &progress, DecodeState &state,
                   StreamEvents &out);
void tellCitation(const JsonView &annotation, int index, ItemProgress &progress, StreamEvents &out);
void tellLogprobs(const JsonView &logprobs, int index, ItemProgress &progress, StreamEvents &out);

/// \p text without what was told of \p part.
[[nodiscard]] QString untold(const QString &text, const QString &part,
                             const ItemProgress &progress);

/// The names of parts in ItemProgress::told.
[[nodiscard]] QString textPart(int index);
[[nodiscard]] QString refusalPart(int index);
[[nodiscard]] QString summaryPart(int index);
[[nodiscard]] QString reasoningPart(int index);
inline constexpr QLatin1StringView argumentsPart("arguments");

} // namespace Antiphon
