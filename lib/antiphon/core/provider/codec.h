// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/call/event.h>
#include <antiphon/core/call/request.h>
#include <antiphon/core/provider/credentials.h>
#include <antiphon/core/provider/framing.h>
#include <antiphon/core/provider/provider.h>

#include <QDateTime>
#include <QLatin1StringView>
#include <QMap>

#include <memory>
#include <span>

namespace Antiphon {

class JsonReader;

/// How far one tool call has come. `wireIndex` is the provider's own number for it.
struct ToolProgress {
    int wireIndex = -1; ///< -1: the provider numbers nothing.
    QString id = {};
    QString name = {};
    bool hasArguments = false;
    bool holdsEmpty = false; ///< "{}" came first and is held back: the real ones may follow.
    QString arguments = {}; ///< Told so far.

    friend bool operator==(const ToolProgress &, const ToolProgress &) = default;
};

/// How far one item of an answer has come, in formats that tell items in pieces and then whole
/// (Responses).
struct ItemProgress {
    int wireIndex = -1; ///< -1: the provider numbers nothing.
    QString id = {};
    qsizetype tool = -1; ///< Of a call: its place in DecodeState::tools.
    bool begun = false; ///< Something of it was told.
    QMap<QString, qsizetype> told = {}; ///< Characters or entries told, by the part they stand in.

    friend bool operator==(const ItemProgress &, const ItemProgress &) = default;
};

/// What a codec remembers between the frames of one response. Small and shared by all codecs; the
/// JSON reader is scratch space, and a copy starts with a fresh one.
struct DecodeState {
    DecodeState();
    DecodeState(const DecodeState &other);
    DecodeState &operator=(const DecodeState &other);
    DecodeState(DecodeState &&) noexcept;
    DecodeState &operator=(DecodeState &&) noexcept;
    ~DecodeState();

    Quirks quirks = {}; ///< Of the endpoint; set before the first frame.
    HttpHeaders headers = {}; ///< Of the answer; set before the first frame.
    QString responseId = {};
    QString model = {};
    bool started = false; ///< Something of the format came.
    bool finished = false; ///< Finished was said.
    bool terminal = false; ///< The format's own end marker came: `[DONE]`, `message_stop`.
    bool refused = false; ///< The answer is a refusal.
    QByteArray unreadable = {}; ///< The beginning of the first piece that is not of the format.
    Usage usage = {}; ///< The running totals said so far.
    QString tier = {}; ///< How it is served, as in Usage::tier; may be said before the usage.
    int choice = 0; ///< Which of several answers is read (`n`); set before the first frame.
    Json usageRaw = {};
    QList<QString> blocks = {}; ///< Types of the open content blocks, by index (Anthropic).
    QMap<int, Json> blockData = {}; ///< What is to be kept of blocks, by index (Bedrock).
    Json pending = Json::null(); ///< What a codec collects until it is whole.
    QStringList sources = {}; ///< Sources named so far, where they are repeated.
    QList<ToolProgress> tools = {}; ///< The tool calls begun; the index is that of ToolCallDelta.
    QList<ItemProgress> items = {};
    Json thinking = Json::null(); ///< Reasoning that goes back as it came, gathered so far.
    QString held = {}; ///< Text that may be, or become, a tag around reasoning.
    int tagged = 0; ///< How far a text with such tags has come: see thinktags.cpp.
    bool thought = false; ///< Some reasoning was told.
    bool spoke = false; ///< Some sound was told.
    bool cited = false; ///< The sources were told, where every chunk repeats them.
    std::unique_ptr<JsonReader> reader; ///< Never null.
};

/// A wire format: a handful of pure functions (architecture.md 5). No instance, no state of its
/// own.
struct Codec {
    QLatin1StringView id;

    /// How a streamed answer is framed; an answer that is not streamed goes to decodeBody whole.
    Framing framing = Framing::ServerSentEvents;

    /// Member of the request's body that holds the messages.
    QLatin1StringView messages {"messages"};

    /// Common parameters (commonParameterNames()) this format has no field for, and
    /// "parallel_tool_calls" where it has no switch for that.
    std::span<const QLatin1StringView> lacks = {};

    /// Takes markers of what is to be cached at any service; others by Quirks::cacheMarkers.
    bool cacheMarkers = false;

    /// The request on the wire. \p now is for signatures. Errors: Setup (nothing to send),
    /// Unsupported (a part or parameter this format cannot carry, named).
    Result<HttpRequest> (*encode)(const CallRequest &request, const Endpoint &endpoint,
                                  const Credentials &credentials, const QDateTime &now)
        = nullptr;

    /// One step of decoding: appends what \p frame says to \p out. Never fails; bad data becomes
    /// Failed.
    void (*decodeFrame)(const Frame &frame, DecodeState &state, StreamEvents &out) = nullptr;

    /// A whole answer that was not streamed. \p head tells ids that only headers carry.
    void (*decodeBody)(const HttpHead &head, const QByteArray &body, DecodeState &state,
                       StreamEvents &out)
        = nullptr;

    /// An answer with a status of 400 or more. \p now measures a Retry-After date without a Date
    /// header.
    Error (*classify)(const HttpHead &head, const QByteArray &body, const QDateTime &now) = nullptr;

    /// The request that lists models; nullptr where the service has none.
    Result<HttpRequest> (*encodeModels)(const Endpoint &endpoint, const Credentials &credentials)
        = nullptr;
    Result<QStringList> (*decodeModels)(const QByteArray &body) = nullptr;

    /// A second list beside that one, read by decodeModels too; nullptr where there is none.
    Result<HttpRequest> (*encodeMoreModels)(const Endpoint &endpoint,
                                            const Credentials &credentials)
        = nullptr;
};

/// True if \p error is a service's refusal of \p member, which it does not know.
[[nodiscard]] bool refuses(const Error &error, QLatin1StringView member);

/// Every format the program speaks.
[[nodiscard]] std::span<const Codec *const> codecs();

/// nullptr for an unknown id.
[[nodiscard]] const Codec *findCodec(QStringView id);

} // namespace Antiphon
