// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include "codecparts.h"

#include "errorclasses.h"

#include <QCoreApplication>
#include <QUrlQuery>

#include <utility>

using namespace Qt::StringLiterals;

namespace Antiphon {

// --- For encode ----------------------------------------------------------------------------------

QUrl endpointUrl(const Endpoint &endpoint, QStringView path, QStringView version)
{
    QString base = endpoint.baseUrl.path(QUrl::FullyEncoded);
    while (base.endsWith(u'/'))
        base.chop(1);
    if (!version.isEmpty() && base.endsWith(version))
        base.chop(version.size());

    if (base.endsWith(path))
        base.chop(path.size()); // the whole address was given

    QUrl url = endpoint.baseUrl;
    base += version;
    base += path;
    url.setPath(base, QUrl::TolerantMode);
    QUrlQuery query(url);
    for (const auto &[name, value] : endpoint.query.asKeyValueRange())
        query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    if (!query.isEmpty())
        url.setQuery(query);
    return url;
}

QUrl requestUrl(const Endpoint &endpoint, const CallRequest &request, QStringView path,
                QStringView version)
{
    QString own = request.stream ? endpoint.form.streamPath : endpoint.form.path;
    if (own.isEmpty())
        return endpointUrl(endpoint, path, version);
    own.replace("{model}"_L1, QString::fromLatin1(QUrl::toPercentEncoding(request.model, "/:@")));
    return endpointUrl(endpoint, own);
}

QUrl modelsUrl(const Endpoint &endpoint, QStringView path, QStringView version)
{
    return endpoint.modelsUrl.isEmpty() ? endpointUrl(endpoint, path, version) : endpoint.modelsUrl;
}

void fitBody(Json &body, const Endpoint &endpoint)
{
    if (!endpoint.form.modelInBody)
        body.erase("model");
    addExtra(body, endpoint.form.body);
}

HttpHeaders requestHeaders(const Endpoint &endpoint, const Credentials &credentials, bool stream)
{
    HttpHeaders headers {{"Content-Type", "application/json"},
                         {"Accept", stream ? "text/event-stream" : "application/json"}};
    if (const auto *key = std::get_if<ApiKey>(&credentials);
        key && !key->value.isEmpty() && !endpoint.authHeader.isEmpty())
        headers.append({endpoint.authHeader, endpoint.authPrefix + key->value, true});
    else if (const auto *token = std::get_if<BearerToken>(&credentials);
             token && !token->value.isEmpty())
        headers.append({"Authorization", "Bearer " + token->value, true});
    headers += endpoint.headers;
    return headers;
}

HttpRequest getRequest(QUrl url, const Endpoint &endpoint, const Credentials &credentials)
{
    HttpRequest request {.method = "GET",
                         .url = std::move(url),
                         .headers = requestHeaders(endpoint, credentials, false)};
    request.headers.removeFirst(); // there is no content
    return request;
}

void addExtra(Json &body, const Json &extra)
{
    if (!extra.is_object())
        return;
    for (const auto &member : extra.object_range()) {
        if (!body.contains(member.key()))
            body.insert_or_assign(member.key(), member.value());
        else if (body[member.key()].is_object() && member.value().is_object())
            body[member.key()] = merged(member.value(), body[member.key()]);
    }
}

Json base64(const QByteArray &bytes)
{
    return toJson(QString::fromLatin1(bytes.toBase64()));
}

QString dataUri(const QString &mediaType, const QByteArray &bytes)
{
    return "data:"_L1 + mediaType + ";base64,"_L1 + QString::fromLatin1(bytes.toBase64());
}

Json argumentsObject(const QString &text)
{
    auto value = parseJson(text.toUtf8());
    return value && value->is_object() ? *std::move(value) : Json(jsoncons::json_object_arg);
}

std::unexpected<Error> cannotCarry(const QString &format, const QString &what)
{
    return fail(ErrorKind::Unsupported,
                QCoreApplication::translate("codecparts", "%1 cannot carry %2.").arg(format, what));
}

const Json *wholeNative(const Message &message, QStringView codec)
{
    if (message.parts.size() != 1)
        return nullptr;
    const auto *native = std::get_if<Native>(&message.parts.first());
    const bool ours = native && !isForeign(*native, codec);
    return ours && find(native->value, "role") ? &native->value : nullptr;
}

bool isForeign(const Native &native, QStringView codec)
{
    return !native.codec.isEmpty() && native.codec != codec;
}

std::unexpected<Error> nothingToSend()
{
    return fail(ErrorKind::Setup,
                QCoreApplication::translate(
                    "codecparts", "The prompt produced no messages: there is nothing to send."));
}

bool isOffered(const ToolDefinition &tool, const CallRequest &request)
{
    return !request.toolChoice || request.toolChoice->allowed.isEmpty()
        || request.toolChoice->allowed.contains(tool.name);
}

std::unexpected<Error> lateSystemMessage(const QString &format)
{
    return fail(ErrorKind::Unsupported,
                QCoreApplication::translate(
                    "codecparts",
                    "%1 takes system messages only at the beginning: move it before the first "
                    "message of the user, or make it one of theirs.")
                    .arg(format));
}

bool takes(const Endpoint &endpoint, const QString &name)
{
    return !endpoint.quirks.droppedParameters.contains(name);
}

// --- For decode ----------------------------------------------------------------------------------

int toolAt(qsizetype index, const DecodeState &state)
{
    for (qsizetype i = 0; i < state.tools.size(); ++i) {
        if (state.tools[i].wireIndex == int(index))
            return int(i);
    }
    return -1;
}

void start(const QString &responseId, const QString &model, DecodeState &state, StreamEvents &out)
{
    const bool first = !std::exchange(state.started, true);
    const bool newId = !responseId.isEmpty() && state.responseId.isEmpty(); // the first one counts
    const bool newModel = !model.isEmpty() && state.model != model;
    if (newId)
        state.responseId = responseId;
    if (newModel)
        state.model = model;
    if (first || newId || newModel)
        out.append(ResponseStarted {state.responseId, state.model});
}

void report(const Usage &usage, Json raw, DecodeState &state, StreamEvents &out)
{
    if (usage == state.usage && raw == state.usageRaw)
        return;
    state.usage = usage;
    state.usageRaw = std::move(raw);
    out.append(UsageReported {state.usage, state.usageRaw});
}

void finishWith(FinishReason reason, const QString &raw, DecodeState &state, StreamEvents &out)
{
    if (!std::exchange(state.finished, true))
        out.append(Finished {reason, raw});
}

void unreadable(const QByteArray &data, DecodeState &state)
{
    if (state.unreadable.isEmpty())
        state.unreadable = data.left(evidenceSize);
}

void unreadable(const Frame &frame, DecodeState &state, StreamEvents &out)
{
    if (frame.event != "error")
        return unreadable(frame.data, state);
    out.append(Failed {{.kind = ErrorKind::Server,
                        .message = QString::fromUtf8(frame.data.trimmed()),
                        .httpStatus = 200,
                        .evidence = frame.data.left(evidenceSize)}});
}

std::optional<qint64> sum(std::optional<qint64> a, std::optional<qint64> b)
{
    if (!a || !b)
        return a ? a : b;
    return *a + *b;
}

std::optional<qint64> without(std::optional<qint64> total, std::optional<qint64> part)
{
    if (!total)
        return {};
    return std::max<qint64>(0, *total - part.value_or(0));
}

std::optional<Money> reportedCost(const JsonView &usage)
{
    if (const auto ticks = usage["cost_in_usd_ticks"].toInt()) // xAI: units of 1e-10 USD
        return Money {*ticks * 100};
    const JsonView cost = usage["cost"].isNumber() ? usage["cost"] : usage["cost"]["total_cost"];
    if (cost.isNumber())
        return Money {qRound64(cost.toDouble() * 1e12)};
    return {};
}

std::optional<qint64> firstInt(std::initializer_list<JsonView> candidates)
{
    for (const JsonView &candidate : candidates) {
        if (const auto value = candidate.toInt())
            return value;
    }
    return {};
}

Result<QStringList> modelIds(const QByteArray &body)
{
    JsonReader reader;
    const JsonView root = reader.read(body);
    const JsonView models = root["data"].isArray() ? root["data"] : root["publisherModels"];
    const JsonView list = root.isArray() ? root : models;
    if (!list.isArray()) {
        return std::unexpected(
            badResponse(QCoreApplication::translate(
                            "codecparts", "The list of models is not in the expected form."),
                        body));
    }
    QStringList ids;
    list.forEach([&](const JsonView &model) {
        QString id = model["id"].toString();
        const QString name = model["name"].toString();
        if (id.isEmpty() && name.startsWith("publishers/"_L1)) // publishers/x/models/y
            id = name.section(u'/', -1);
        if (!id.isEmpty())
            ids.append(id);
    });
    return ids;
}

} // namespace Antiphon
