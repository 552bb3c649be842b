// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/call/parameters.h>
#include <antiphon/core/json.h>
#include <antiphon/core/provider/http.h>
#include <antiphon/core/provider/mediarules.h>

#include <QMap>
#include <QStringList>

#include <chrono>
#include <functional>
#include <optional>

namespace Antiphon {

/// Where services of one wire format differ: data of providers.json, read by the codecs.
///
/// Everything optional; the defaults are what OpenAI's own service does.
struct Quirks {
    bool streamUsage = true; ///< Ask for usage in streams (`stream_options.include_usage`).
    QString maxTokensField = QStringLiteral("max_tokens");
    QStringList completionTokensModels = {}; ///< Model prefixes that want `max_completion_tokens`.
    bool cachedInsideInput = true; ///< The input count contains the cached tokens.
    bool reasoningOutsideOutput
        = false; ///< The output count leaves reasoning tokens out (xAI chat).
    QString systemRole = QStringLiteral("system");
    QStringList droppedParameters
        = {}; ///< Common names this service refuses although the format has them.
    bool cacheMarkers = false; ///< Takes `cache_control` on parts in the chat format.
    bool toolCallIds = true; ///< Takes ids of tool calls where the format has them optional.
    QStringList signedCallModels = {}; ///< Parts of names of models whose calls must be signed.
    MediaRules media = {}; ///< What it takes besides text.
    QString thinkingField = {}; ///< Where reasoning of earlier turns goes back; empty: nowhere.
                                ///< "reasoning_details" and "thinking_blocks" take a list.
    bool thinkTags = false; ///< Models write their reasoning into the text, within <think>.
    QString signatureField = QStringLiteral("extra_content.google.thought_signature");
    ///< Where the signature of a tool call goes back, from the call inwards.
    bool messageNames = true; ///< Takes `name` on messages.
    bool toolNames = false; ///< Wants the tool's `name` beside its result.
    bool textOnly = false; ///< Takes content as one string only, no parts.
    bool nullContent = true; ///< Takes null as the content of a message that only calls tools.
    bool singleSystem = false; ///< One system message, and only as the first.
    bool alternateRoles = false; ///< Never two messages of one role after each other.
    bool strictTools = true; ///< Takes `strict` on tools.
    bool allowedTools = false; ///< Takes `allowed_tools`; without it only those are offered.
    bool namedToolChoice = true; ///< Can be told which tool to call; else it is offered alone.
    bool jsonObject = true; ///< Has a JSON mode without a schema.
    bool jsonSchema = true; ///< Can be held to a schema.
    bool imageAddresses = true; ///< Fetches images by their address.
    bool stopAsList = false; ///< Takes `stop` as a list only.
    QString streamedAudio = {}; ///< The one audio format it streams; empty: not known.
    bool audioNeedsStream = false; ///< Speaks in streams only.
    QStringList encryptedReasoningModels = {}; ///< Model prefixes that give reasoning to send back.
    Json requestDefaults = Json(jsoncons::json_object_arg); ///< In every request not saying other.
    Json extra = Json(jsoncons::json_object_arg); ///< Members not known here, kept.

    friend bool operator==(const Quirks &, const Quirks &) = default;
};

/// Reads the members of \p value over \p base; those not known here are kept in `extra`.
[[nodiscard]] Quirks quirksFromJson(const Json &value, Quirks base = {});

/// Deadlines of one attempt (project-format.md 4.5).
struct Timeouts {
    std::chrono::milliseconds connect {10'000};
    std::chrono::milliseconds firstToken {60'000}; ///< From sent to first text or thinking.
    std::chrono::milliseconds idle {60'000}; ///< Between bytes; keep-alives count.
    std::chrono::milliseconds total {600'000};

    friend bool operator==(const Timeouts &, const Timeouts &) = default;
};

/// How the requests of an api differ from those its format has by itself.
struct RequestForm {
    QString path = {}; ///< Behind the base URL, {model} filled in; empty: the format's own.
    QString streamPath = {}; ///< The same of streams; empty: path.
    bool modelInBody = true;
    Json body = Json(jsoncons::json_object_arg); ///< What every body holds ("anthropic_version").

    friend bool operator==(const RequestForm &, const RequestForm &) = default;
};

/// Where access tokens come from that stand in for a key.
struct TokenRule {
    QString from = {}; ///< "google", "entra"; empty: nowhere, there are only keys.
    QString scope = {}; ///< What the token is asked for.

    friend bool operator==(const TokenRule &, const TokenRule &) = default;
};

/// An endpoint value that follows from another one, as a host from a region.
struct DerivedValue {
    QString of = {}; ///< As in a placeholder: "location=global".
    QMap<QString, QString> values = {};
    QString otherwise = {}; ///< For all other values; may hold placeholders.

    friend bool operator==(const DerivedValue &, const DerivedValue &) = default;
};

/// One way to speak to a provider.
struct ProviderApi {
    QString name = {}; ///< "chat", "responses", "messages", "generate", ...
    QString codec = {}; ///< Id of a row of codecs().
    QString baseUrl = {}; ///< May hold {resource}, {apiVersion=v1}, {model}: see makeEndpoint().
    QString keyBaseUrl = {}; ///< Instead of baseUrl where a key is sent, not a token.
    QString modelsUrl = {}; ///< The list of models, where it is not beside the requests.
    QMap<QString, QString> query = {};
    QStringList env = {}; ///< Key variables of this api only.
    QStringList baseUrlEnv = {}; ///< Where its own address may be found.
    std::optional<QByteArray> authHeader = {}; ///< Empty optional: the provider's.
    std::optional<QByteArray> authPrefix = {};
    std::optional<TokenRule> token = {}; ///< Empty optional: the provider's.
    RequestForm form = {};
    HttpHeaders headers = {}; ///< Besides the provider's.
    std::optional<Quirks> quirks = {}; ///< Empty optional: the provider's.

    friend bool operator==(const ProviderApi &, const ProviderApi &) = default;
};

/// A service, as data (resources/providers.json; providers/index.md 0).
struct Provider {
    QString id = {};
    QString name = {};
    QStringList aliases = {};
    QList<ProviderApi> apis = {}; ///< Never empty; the first is the default.
    QByteArray authHeader = "Authorization"; ///< Empty: no key is sent.
    QByteArray authPrefix = "Bearer ";
    TokenRule token = {};
    bool keyOptional = false; ///< Local servers: fine without a key.
    bool http2 = false; ///< Ask for HTTP/2: all streams then share one connection.
    QStringList env = {}; ///< Where a key may be found, in order.
    QStringList baseUrlEnv = {}; ///< The same of the default api.
    QMap<QString, QStringList> endpointEnv
        = {}; ///< Endpoint name to variables: {"resource": ["AZURE_..."]}.
    QMap<QString, DerivedValue> derived = {}; ///< Endpoint values made from others, by name.
    HttpHeaders headers = {}; ///< Sent with every request ("anthropic-version").
    Quirks quirks = {};
    Timeouts timeouts = {};
    QStringList models = {}; ///< Suggestions; any other name is allowed.
    QString website = {}; ///< Where keys are made.
    QString note = {};

    friend bool operator==(const Provider &, const Provider &) = default;
};

/// Reads resources/providers.json, `{"antiphon": "providers/1", "providers": [...]}`.
[[nodiscard]] Result<QList<Provider>> providersFromJson(const Json &value);

/// By id, else by alias; nullptr for an unknown one.
[[nodiscard]] const Provider *findProvider(const QList<Provider> &providers, QStringView id);

/// The api called \p name, the first for an empty name; nullptr for an unknown one.
[[nodiscard]] const ProviderApi *findApi(const Provider &provider, QStringView name);

/// What encode needs to know of the place a request goes to.
struct Endpoint {
    QString provider = {};
    QString api = {};
    QUrl baseUrl = {}; ///< Without the codec's own path.
    QUrl modelsUrl = {}; ///< Empty: where the codec has it.
    RequestForm form = {};
    QMap<QString, QString> query = {};
    HttpHeaders headers = {};
    QByteArray authHeader = {};
    QByteArray authPrefix = {};
    Quirks quirks = {};
    QMap<QString, QString> values
        = {}; ///< Of the target, its variables or key file: region, project, apiVersion, ...

    friend bool operator==(const Endpoint &, const Endpoint &) = default;
};

struct Target;

/// Reads an environment variable; empty when unset. A parameter, so that tests bring their own.
using Environment = std::function<QString(const QString &name)>;

/// The endpoint of \p target at \p provider.
///
/// The base URL is the target's, else that of the provider's variables, else the api's. Its
/// placeholders: {env:NAME} is a variable, {model} the target's model, any other the target's
/// `endpoint` value of that name, else its variables, else that of \p known (what a key file says),
/// else what follows `=` as in {apiVersion=2024-10-21}; {name?} may be missing, and a header that
/// is empty without it is left out. A value that is itself an address (https://...) replaces
/// everything before the path. An unknown api, a missing value or a base URL that is none is a
/// Setup error that says which and how to give it.
[[nodiscard]] Result<Endpoint> makeEndpoint(const Provider &provider, const Target &target,
                                            const Environment &environment,
                                            const QMap<QString, QString> &known = {});

} // namespace Antiphon
