// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// The suite "calls": one call over a real socket to the stub server of compare.py.

#include "callanswer.h"

#include <antiphon/net/call.h>
#include <antiphon/net/clock.h>
#include <antiphon/net/limiter.h>
#include <antiphon/net/prepare.h>
#include <antiphon/net/qnamtransport.h>
#include <antiphon/store/builtin.h>

#include <QCoreApplication>
#include <QEventLoop>

using namespace Qt::StringLiterals;

namespace Antiphon::Oracle {

namespace {

const Json *given(const Json &input, std::string_view key)
{
    const Json *value = find(input, key);
    return value && !value->is_null() ? value : nullptr;
}

void readVariables(const Json &object, Variables &into)
{
    for (const auto &member : object.object_range())
        into.insert(fromUtf8(member.key()), valueOf(member.value()));
}

Result<CallInputs> inputsOf(const Json &input, const Mode &mode)
{
    CallInputs inputs;
    inputs.prompt.text = textOf(input, "template");
    inputs.prompt.options = importedOptions(mode);
    if (const Json *variables = given(input, "variables"))
        readVariables(*variables, inputs.variables);
    if (const Json *messages = given(input, "messages")) {
        auto read = messagesFromJson(*messages);
        if (!read)
            return std::unexpected(read.error());
        inputs.prompt.messages = *std::move(read);
    }
    if (const Json *parameters = given(input, "call_params")) {
        auto read = parametersFromJson(*parameters);
        if (!read)
            return std::unexpected(read.error());
        inputs.prompt.parameters = *std::move(read);
    }
    if (const Json *tools = given(input, "tools")) {
        auto read = toolsFromJson(*tools);
        if (!read)
            return std::unexpected(read.error());
        inputs.tools = *std::move(read);
    }
    if (const Json *config = given(input, "dynamic_config")) {
        auto read = dynamicFromJson(*config);
        if (!read)
            return std::unexpected(read.error());
        inputs.dynamic = *std::move(read);
        if (const Json *fields = given(*config, "computed_fields"))
            readVariables(*fields, inputs.dynamic.computed); // with the tags of the cases
    }
    if (const Json *metadata = given(input, "metadata"))
        inputs.metadata = *metadata;
    if (const Json *json = given(input, "json_mode"); json && json->as<bool>())
        inputs.output.mode = OutputFormat::Mode::JsonObject;
    return inputs;
}

/// The stub stands in for the provider's host: the path of the provider's own address stays.
QString addressOf(const Json &input, const Provider &provider)
{
    const QString stub = textOf(input, "base_url");
    if (!textOf(input, "base_path").isEmpty())
        return stub;
    const QString own = provider.apis.first().baseUrl;
    const qsizetype path = own.indexOf(u'/', own.indexOf("//"_L1) + 2);
    return path < 0 ? stub : stub + own.sliced(path);
}

CallRecord run(CallSpec spec)
{
    SystemClock clock;
    QnamTransport transport;
    Limiter limiter(clock, {});
    Call call(std::move(spec), transport, clock, limiter);
    QEventLoop loop;
    QObject::connect(&call, &Call::finished, &loop, &QEventLoop::quit);
    call.start();
    loop.exec();
    return call.record();
}

Json failed(const Error &error)
{
    if (error.httpStatus >= 400)
        return errorResult(u"http_status"_s, error.message);
    return errorResult(error.kind == ErrorKind::Unsupported ? u"unsupported_part"_s : u"other"_s,
                       error.message);
}

Json toolMessages(const Response &response, const Json &outputs)
{
    QList<ToolOutput> given;
    for (const Json &output : outputs.array_range()) {
        const auto index = output["tool"].as<qsizetype>();
        if (index < response.attempt().toolCalls.size())
            given.append({.call = response.attempt().toolCalls[index], .output = output["output"]});
    }
    const auto messages = response.toolMessageParams(given);
    return messages ? *messages : Json::null();
}

} // namespace

Json runCallCase(const Json &input, const Mode &mode)
{
    char program[] = "antiphon-oracle";
    char *argv[] = {program, nullptr};
    int argc = 1;
    const QCoreApplication app(argc, argv);
    const Provider *provider = findProvider(builtinProviders(), textOf(input, "provider"));
    if (!provider)
        return errorResult(u"other"_s, u"no such provider"_s);
    const auto inputs = inputsOf(input, mode);
    if (!inputs)
        return failed(inputs.error());
    const Json *stream = given(input, "stream");
    const bool streams = stream && !(stream->is_bool() && !stream->as<bool>());
    const Target target {.slug = u"case"_s,
                         .provider = provider->id,
                         .model = textOf(input, "model"),
                         .baseUrl = addressOf(input, *provider),
                         .endpoint = {{u"region"_s, u"us-east-1"_s}},
                         .stream = streams};
    const RunSource source {
        .providers = builtinProviders(),
        .prices = builtinPrices(),
        .environment = [](const QString &name) { return qEnvironmentVariable(qPrintable(name)); },
        .today = QDateTime::currentDateTimeUtc().date()};
    auto spec = prepareCall(*inputs, target, source);
    if (!spec)
        return failed(spec.error());
    spec->retries = false;
    const Endpoint endpoint = spec->targets.first().endpoint;
    const Response response(run(*std::move(spec)), endpoint);
    const Error *error = response.attempt().error ? &*response.attempt().error : nullptr;
    if (error && error->kind != ErrorKind::Filtered)
        return failed(*error);

    Json out = jsonObject({{"response", answerJson(response, input, mode)}});
    if (const Json *outputs = given(input, "tool_outputs"))
        out["tool_message_params"] = toolMessages(response, *outputs);
    if (streams) {
        const Json *pieces = find(*stream, "partial_tools");
        out["chunks"] = chunksJson(response, endpoint.quirks, pieces && pieces->as<bool>());
        out["stream"] = streamJson(response, mode);
    }
    return out;
}

} // namespace Antiphon::Oracle
