// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/call/usage.h>
#include <antiphon/core/error.h>

#include <QList>
#include <QString>

#include <variant>

namespace Antiphon {

/// Why the model stopped, in neutral words (providers/index.md 4). The provider's word is kept
/// beside it.
enum class FinishReason { Stop, Length, ToolCalls, ContentFilter, Paused, Error, Unknown };

/// "stop", "length", "tool_calls", "content_filter", "paused", "error", "unknown".
[[nodiscard]] QString finishReasonName(FinishReason reason);

/// The neutral word for any provider's raw one; Unknown for one nobody has listed yet.
[[nodiscard]] FinishReason finishReasonFromRaw(QStringView raw);

struct ResponseStarted {
    QString responseId = {}; ///< Empty: not said, or not yet. A later non-empty one replaces it.
    QString model = {}; ///< As the provider names it; may differ from the one asked for.

    friend bool operator==(const ResponseStarted &, const ResponseStarted &) = default;
};

struct TextDelta {
    QString text = {};
    QString phase = {}; ///< See Text::phase; a new one begins a new stretch.
    QString signature = {}; ///< Of this very part: it is never joined with another one (Gemini).

    friend bool operator==(const TextDelta &, const TextDelta &) = default;
};

struct ThinkingDelta {
    QString text = {};
    QString id = {}; ///< The provider's own, where it wants it back (Responses).
    QString signature = {};
    QString redacted = {}; ///< Encrypted reasoning, whole; goes back byte for byte.
    bool opensBlock = false; ///< Starts a new block of reasoning.
    Json native = Json::null(); ///< The block in the provider's own form, once it is whole.

    friend bool operator==(const ThinkingDelta &, const ThinkingDelta &) = default;
};

/// What the model says instead of an answer.
struct RefusalDelta {
    QString text = {};

    friend bool operator==(const RefusalDelta &, const RefusalDelta &) = default;
};

struct AudioDelta {
    QString id = {};
    QString mediaType = {};
    QByteArray bytes = {};
    QString transcript = {};

    friend bool operator==(const AudioDelta &, const AudioDelta &) = default;
};

/// A piece of a tool call. Pieces belong together by index; id and name come once, arguments grow.
struct ToolCallDelta {
    int index = 0;
    QString id = {};
    QString name = {};
    QString arguments = {};
    QString signature = {};
    bool custom = false; ///< A free-form tool: the arguments are text, not JSON.
    QString group = {}; ///< See ToolUse::group.

    friend bool operator==(const ToolCallDelta &, const ToolCallDelta &) = default;
};

/// An image the model made, whole: bytes, or where the provider keeps it.
struct ImageDelta {
    QString mediaType = {};
    QByteArray bytes = {};
    QString url = {};
    QString signature = {}; ///< As that of TextDelta.

    friend bool operator==(const ImageDelta &, const ImageDelta &) = default;
};

/// A source the answer names. What a provider does not say is empty; `raw` is its own object.
struct Citation {
    QString title = {};
    QString url = {};
    QString quote = {};
    Json raw = {};

    friend bool operator==(const Citation &, const Citation &) = default;
};

/// A tool the provider runs itself (web search, code): shown as what it is, never answered by us.
/// A later one with the same id replaces an earlier one.
struct ProviderToolUse {
    QString id = {};
    QString name = {};
    Json raw = {};
    QString goesBack = {}; ///< The codec in whose requests `raw` goes back; empty: none.

    friend bool operator==(const ProviderToolUse &, const ProviderToolUse &) = default;
};

/// Log probabilities in the provider's own form, piece by piece.
struct LogprobsDelta {
    Json raw = {};

    friend bool operator==(const LogprobsDelta &, const LogprobsDelta &) = default;
};

/// Running totals of this attempt: a later report replaces an earlier one.
struct UsageReported {
    Usage usage = {};
    Json raw = {}; ///< The provider's object as sent.
    QList<UsageStep> steps = {}; ///< What `usage` is the sum of, if the service took several steps.

    friend bool operator==(const UsageReported &, const UsageReported &) = default;
};

/// The model is done. Usage may still follow.
struct Finished {
    FinishReason reason = FinishReason::Stop;
    QString raw = {}; ///< The provider's word for it.

    friend bool operator==(const Finished &, const Finished &) = default;
};

/// The provider reported a failure inside its answer.
struct Failed {
    Error error = {};

    friend bool operator==(const Failed &, const Failed &) = default;
};

/// Everything a provider can say in a stream, in the order it said it.
using StreamEvent = std::variant<ResponseStarted, TextDelta, ThinkingDelta, RefusalDelta,
                                 AudioDelta, ImageDelta, ToolCallDelta, Citation, ProviderToolUse,
                                 LogprobsDelta, UsageReported, Finished, Failed>;
using StreamEvents = QList<StreamEvent>;

[[nodiscard]] Json toJson(const StreamEvent &event);

} // namespace Antiphon
