// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/call/event.h>
#include <antiphon/core/call/request.h>
#include <antiphon/core/draws.h>
#include <antiphon/core/provider/http.h>

#include <QMap>

#include <chrono>
#include <optional>

namespace Antiphon {

struct SimulatedToolCall {
    QString name = {};
    Json arguments = Json(jsoncons::json_object_arg);
    QString id = {}; ///< Empty: made by the seed.

    friend bool operator==(const SimulatedToolCall &, const SimulatedToolCall &) = default;
};

/// An HTTP error instead of an answer.
struct SimulatedFailure {
    QString error = {}; ///< A stored error kind; `status` may stand alone.
    int status = 0;
    QString code = {};
    QString message = {};
    QString retryAfter = {}; ///< The header's text.
    std::optional<bool> shouldRetry = {};
    std::optional<QByteArray> body = {}; ///< Raw, instead of the format's own.

    friend bool operator==(const SimulatedFailure &, const SimulatedFailure &) = default;
};

/// What goes wrong, and after how many characters of visible answer (default: half).
struct SimulatedFault {
    QString kind = {}; ///< refuse dns tls close drop reset stall error html garbage empty json
    std::optional<int> after = {};
    double share = 0.5; ///< Of built-in scripts: where the fault comes if `after` is empty.

    friend bool operator==(const SimulatedFault &, const SimulatedFault &) = default;
};

/// What one request gets (simulator.md 2). Defaults are that table's.
struct SimulatedStep {
    QString text = {};
    std::optional<Json> json = {};
    bool jsonFromSchema = false; ///< Of built-in scripts: a value made from the schema asked for.
    bool almostFromSchema = false; ///< The same, a number as text and one required field missing.
    bool sample = false; ///< Of built-in scripts: the sample text.
    int sampleCharacters = 480; ///< How long that is: 120 tokens.
    bool echo = false;
    bool useTools = false; ///< Of built-in scripts: call the first tool offered, then answer.
    QString thinking = {};
    QString refusal = {};
    QList<SimulatedToolCall> toolCalls = {};
    QString finish = {};
    std::optional<Json> usage = {}; ///< Empty: counted; null: none is reported.
    QString model = {};
    QMap<QString, QString> headers = {};
    double connectMs = 20;
    double firstTokenMs = 300;
    double tokensPerSecond = 60;
    double jitter = 0;
    int chunkMin = 4; ///< Characters of one stream event.
    int chunkMax = 4;
    std::optional<std::pair<int, int>> cut = {}; ///< Bytes of each piece handed on.
    double keepAlive = 0;
    std::optional<SimulatedFailure> fail = {};
    std::optional<SimulatedFault> fault = {};
    QString note = {};

    friend bool operator==(const SimulatedStep &, const SimulatedStep &) = default;
};

/// A script of simulator.md 1, a built-in one already unfolded into its steps.
struct SimulatorScript {
    QString name = {};
    QList<SimulatedStep> steps = {}; ///< Never empty; the last one repeats.
    bool perTotal = false;
    quint64 seed = 1;
    double speed = 1; ///< 0: no delays.

    friend bool operator==(const SimulatorScript &, const SimulatorScript &) = default;
};

/// Names of the built-in scripts, "scripted" excepted.
[[nodiscard]] QStringList builtinScriptNames();

/// A target's `simulate` object or a script file. \p model picks a built-in script where none is
/// named.
[[nodiscard]] Result<SimulatorScript> scriptFromJson(const Json &value, const QString &model = {});

/// The four wire formats the simulator writes.
enum class SimulatedFormat { Chat, Responses, Messages, Generate };

/// What a request asks for, as far as a script looks at it.
struct SimulatedRequest {
    SimulatedFormat format = SimulatedFormat::Chat;
    QString model = {};
    QString lastUserText = {};
    std::optional<Json> schema = {};
    QList<ToolDefinition> tools = {};
    bool toolForced = false;
    QString forcedTool = {}; ///< The one that must be called; empty: any of them.
    bool hasToolResults = false; ///< The conversation ends with them.
    QStringList toolResults = {};
    bool stream = false;
    bool streamUsage = true; ///< Chat: false unless `stream_options.include_usage` asks for it.
    bool jsonArray = false; ///< Generate: a stream without `alt=sse`.
    bool invalidKey = false;
    qint64 inputCharacters = 0;
};

/// A piece of a simulated answer: when it goes out, after the request came in.
struct SimulatedPiece {
    std::chrono::milliseconds at {};
    QByteArray bytes = {};

    friend bool operator==(const SimulatedPiece &, const SimulatedPiece &) = default;
};

/// A whole answer on the wire, with its timing.
struct SimulatedAnswer {
    enum class End { Complete, Drop, Reset, Stall, Refuse, Dns, Tls, Close };

    std::chrono::milliseconds connectAt {};
    std::chrono::milliseconds headAt {};
    HttpHead head = {}; ///< status 0 when the end comes before any answer.
    QList<SimulatedPiece> pieces = {};
    std::chrono::milliseconds endAt {};
    End end = End::Complete;

    friend bool operator==(const SimulatedAnswer &, const SimulatedAnswer &) = default;
};

/// Reads a request in one of the formats; what is none is a Setup error, with code "path" where
/// already the path is unknown.
[[nodiscard]] Result<SimulatedRequest> readSimulatedRequest(const HttpRequest &request);

/// What \p script answers to its \p step-th request (from 0), seeded by the script's seed, \p place
/// and the step's number: the order in which calls run changes nothing. An empty \p place is not
/// special; who knows no better one passes placeOf().
[[nodiscard]] SimulatedAnswer simulate(const SimulatorScript &script, int step,
                                       const QByteArray &place, const SimulatedRequest &request);

/// The place of a request that comes without one, as all do over HTTP: the SHA-256 of its body.
[[nodiscard]] QByteArray placeOf(const HttpRequest &request);

/// What a service says to GET on \p path: its list of models, the built-in scripts. Empty when
/// \p path is none of the lists. \p anthropic: in that format, which shares a path with OpenAI's.
[[nodiscard]] std::optional<Json> simulatedModels(const QString &path, bool anthropic);

/// A value that fits \p schema, chosen by \p draws.
[[nodiscard]] Json sampleFromSchema(const Json &schema, Draws &draws);

} // namespace Antiphon
