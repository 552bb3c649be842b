// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/config/target.h>
#include <antiphon/core/provider/decoder.h>

#include "support/eventstreams.h"

#include <QDir>
#include <QFile>
#include <QTest>

/// Hand-made exchanges with what they must become: files of tests/data/exchanges/<codec>.
///
/// A file is an `exchange/1` object with `call` (what is asked, see readCall()) and `events` (what
/// the response says) besides, and `quirks` over those of the provider where they differ.
/// ANTIPHON_UPDATE_GOLDEN=1 writes `request` and `events` anew.
namespace Exchanges {

using namespace Antiphon;
using namespace Qt::StringLiterals;

inline QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline QString dataFolder()
{
    return qEnvironmentVariable("ANTIPHON_TEST_DATA");
}

inline const QList<Provider> &providers()
{
    static const QList<Provider> all = [] {
        const auto json = parseJson(contents(dataFolder() + "/../../resources/providers.json"_L1));
        auto list = json ? providersFromJson(*json) : QList<Provider>();
        return list ? *std::move(list) : QList<Provider>();
    }();
    return all;
}

/// A row for each exchange that has \p member.
inline void rows(const QString &codec, std::string_view member)
{
    QTest::addColumn<QString>("path");
    const QDir dir(dataFolder() + "/exchanges/"_L1 + codec);
    for (const QString &name : dir.entryList({u"*.json"_s}, QDir::Files))
        if (const auto file = parseJson(contents(dir.filePath(name))); !file || find(*file, member))
            QTest::addRow("%s", qPrintable(name.chopped(5))) << dir.filePath(name);
}

inline ToolChoice readChoice(const Json &value)
{
    if (find(value, "name"))
        return {ToolChoice::Mode::Named, textOf(value, "name")};
    const QString text = value.is_object() ? textOf(value, "mode") : toText(value);
    ToolChoice choice {text == "none"_L1           ? ToolChoice::Mode::None
                           : text == "required"_L1 ? ToolChoice::Mode::Required
                                                   : ToolChoice::Mode::Auto};
    if (const Json *allowed = find(value, "allowed"))
        for (const Json &name : allowed->array_range())
            choice.allowed.append(toText(name));
    return choice;
}

inline ToolDefinition readTool(const Json &value)
{
    const QString kind = textOf(value, "kind");
    ToolDefinition tool {.name = textOf(value, "name"),
                         .description = textOf(value, "description"),
                         .kind = kind == "custom"_L1 ? ToolDefinition::Kind::Custom
                             : kind == "provider"_L1 ? ToolDefinition::Kind::Provider
                                                     : ToolDefinition::Kind::Function};
    if (const Json *parameters = find(value, "parameters"))
        tool.parameters = *parameters;
    if (const Json *native = find(value, "native"))
        tool.native = *native;
    if (const Json *strict = find(value, "strict"))
        tool.strict = strict->as<bool>();
    return tool;
}

/// The form toJson(CallRequest) writes.
inline Result<CallRequest> readCall(const Json &value)
{
    auto messages = messagesFromJson(*find(value, "messages"));
    const Json *given = find(value, "parameters");
    auto parameters = parametersFromJson(given ? *given : jsonObject());
    if (!messages || !parameters)
        return std::unexpected(!messages ? messages.error() : parameters.error());
    CallRequest request {
        .model = textOf(value, "model"), .messages = *messages, .parameters = *parameters};
    if (const Json *tools = find(value, "tools"))
        for (const Json &tool : tools->array_range())
            request.tools.append(readTool(tool));
    if (const Json *choice = find(value, "toolChoice"))
        request.toolChoice = readChoice(*choice);
    if (const Json *output = find(value, "output")) {
        const bool strict = textOf(*output, "mode") == "strict"_L1;
        request.output = {strict ? OutputFormat::Mode::Strict : OutputFormat::Mode::JsonObject,
                          textOf(*output, "name"),
                          find(*output, "schema") ? *find(*output, "schema") : jsonObject()};
    }
    if (const Json *parallel = find(value, "parallelTools"))
        request.parallelTools = parallel->as<bool>();
    request.stream = !find(value, "stream") || find(value, "stream")->as<bool>();
    return request;
}

/// True if \p member of the file is \p got; with ANTIPHON_UPDATE_GOLDEN=1 it is made so.
inline bool isGolden(const QString &path, std::string_view member, const Json &got)
{
    auto file = parseJson(contents(path));
    if (!file)
        return false;
    const Json *wanted = find(*file, member);
    if (wanted && toBytes(*wanted) == toBytes(got))
        return true;
    const bool update = qEnvironmentVariableIntValue("ANTIPHON_UPDATE_GOLDEN") == 1;
    file->insert_or_assign(member, got);
    QFile out(update ? path : path + ".actual"_L1);
    if (out.open(QIODevice::WriteOnly))
        out.write(toPretty(*file));
    if (!update)
        qWarning("%s differs: compare it with %s", std::string(member).c_str(),
                 qPrintable(out.fileName()));
    return update;
}

inline Result<HttpRequest> encoded(const Json &file, const Codec &codec)
{
    const QList<Provider> &all = providers();
    const Provider *provider = findProvider(all, textOf(file, "provider"));
    Q_ASSERT(provider);
    Target target {.provider = provider->id,
                   .api = textOf(file, "api"),
                   .model = textOf(*find(file, "call"), "model"),
                   .baseUrl = textOf(file, "baseUrl")};
    if (const Json *values = find(file, "endpoint"))
        for (const auto &member : values->object_range())
            target.endpoint.insert(fromUtf8(member.key()), toText(member.value()));
    auto endpoint = makeEndpoint(*provider, target, {});
    if (!endpoint)
        return std::unexpected(endpoint.error());
    if (const Json *quirks = find(file, "quirks"))
        endpoint->quirks = quirksFromJson(*quirks, endpoint->quirks);
    const auto request = readCall(*find(file, "call"));
    if (!request)
        return std::unexpected(request.error());
    return codec.encode(*request, *endpoint, ApiKey {"the-key"}, QDateTime());
}

inline Json requestJson(const Result<HttpRequest> &request)
{
    if (!request)
        return jsonObject({{"failure", toJson(errorKindName(request.error().kind))},
                           {"message", toJson(request.error().message)}});
    Json headers = jsonObject();
    for (const HttpHeader &header : request->headers)
        headers.insert_or_assign(header.name.toLower().toStdString(),
                                 Json(header.secret ? "•••" : header.value.toStdString()));
    const auto body = parseJson(request->body);
    return jsonObject({{"method", Json(request->method.toStdString())},
                       {"url", Json(request->url.toEncoded().toStdString())},
                       {"headers", headers},
                       {"body", body ? *body : Json::null()}});
}

/// The body as it is, or the messages of an AWS event stream: `body_events` holds pairs of a kind
/// and its payload; a kind that begins with "!" is an exception.
inline QByteArray bodyOf(const Json &response)
{
    if (const Json *text = find(response, "body_text"))
        return toText(*text).toUtf8();
    const Json *events = find(response, "body_events");
    if (!events)
        return QByteArray::fromBase64(textOf(response, "body_base64").toLatin1());
    QByteArray body;
    for (const Json &pair : events->array_range()) {
        const QByteArray kind = toText(pair[0]).toUtf8();
        body += kind.startsWith('!') ? EventStreams::exception(kind.sliced(1), toBytes(pair[1]))
                                     : EventStreams::event(kind, toBytes(pair[1]));
    }
    return body;
}

inline StreamEvents decoded(const Json &file, const Codec &codec, QList<qsizetype> cuts)
{
    const Json &response = *find(file, "response");
    HttpHead head {.status = find(response, "status")->as<int>()};
    if (const Json *headers = find(response, "headers"))
        for (const auto &member : headers->object_range())
            head.headers.append({QByteArray::fromStdString(std::string(member.key())),
                                 toText(member.value()).toUtf8()});
    const QByteArray body = bodyOf(response);
    if (head.status >= 400)
        return {Failed {codec.classify(head, body, QDateTime())}};

    const QList<Provider> &all = providers();
    const Provider *provider = findProvider(all, textOf(file, "provider"));
    const ProviderApi *api = findApi(*provider, textOf(file, "api"));
    const Json *call = find(file, "call");
    const Json *stream = call ? find(*call, "stream") : nullptr;
    Quirks quirks = api->quirks.value_or(provider->quirks);
    if (const Json *more = find(file, "quirks"))
        quirks = quirksFromJson(*more, quirks);
    Decoder decoder(codec, quirks, head, !stream || stream->as<bool>());
    StreamEvents events;
    qsizetype at = 0;
    if (cuts == QList<qsizetype> {-1}) { // everywhere
        for (; at < body.size(); ++at)
            decoder.feed(QByteArrayView(body).sliced(at, 1), events);
    }
    for (const qsizetype cut : cuts) {
        if (cut > at && cut < body.size()) {
            decoder.feed(QByteArrayView(body).sliced(at, cut - at), events);
            at = cut;
        }
    }
    decoder.feed(QByteArrayView(body).sliced(at), events);
    decoder.finish(events);
    return events;
}

inline Json eventsJson(const StreamEvents &events)
{
    Json list = jsonArray();
    for (const StreamEvent &event : events)
        list.push_back(toJson(event));
    return list;
}

inline void checkEncode(const QString &path, QLatin1StringView codecId)
{
    const Codec *codec = findCodec(QString(codecId));
    const auto file = parseJson(contents(path));
    QVERIFY2(file, qPrintable(path));
    const auto request = encoded(*file, *codec);
    if (request) {
        QVERIFY(!request->body.contains("the-key"));
        QVERIFY(!request->url.toEncoded().contains("the-key"));
    }
    QVERIFY(isGolden(path, "request", requestJson(request)));
}

inline void checkDecode(const QString &path, QLatin1StringView codecId)
{
    const Codec *codec = findCodec(QString(codecId));
    const auto file = parseJson(contents(path));
    QVERIFY2(file, qPrintable(path));
    const StreamEvents whole = decoded(*file, *codec, {});
    QVERIFY(isGolden(path, "events", eventsJson(whole)));
    QVERIFY2(decoded(*file, *codec, {-1}) == whole, "byte by byte");
    const qsizetype size = bodyOf(*find(*file, "response")).size();
    for (qsizetype cut = 1; cut < size; ++cut)
        QVERIFY2(decoded(*file, *codec, {cut}) == whole, qPrintable(u"cut at byte %1"_s.arg(cut)));
}

} // namespace Exchanges
