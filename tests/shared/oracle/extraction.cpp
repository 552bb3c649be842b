// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// The suite "extraction": a value, asked for over a real socket from the stub server of compare.py,
// again with its errors while it is not valid.

#include "oracle.h"

#include <antiphon/core/extract/partialextraction.h>
#include <antiphon/net/call.h>
#include <antiphon/net/clock.h>
#include <antiphon/net/limiter.h>
#include <antiphon/net/prepare.h>
#include <antiphon/net/qnamtransport.h>
#include <antiphon/store/builtin.h>

#include <QCoreApplication>
#include <QDateTime>
#include <QEventLoop>

using namespace Qt::StringLiterals;

namespace Antiphon::Oracle {

namespace {

const QString slug = u"model"_s;

/// The model's schema as a person would have written it: a bare type is not wrapped yet.
Json schemaOf(const Json &model)
{
    Json schema = model["schema"];
    if (find(model, "base_type")) {
        Json inner = schema["properties"]["value"];
        if (const Json *definitions = find(schema, "$defs"))
            inner.insert_or_assign("$defs", *definitions);
        schema = std::move(inner);
    }
    schema.insert_or_assign("title", model["name"]);
    if (const Json *description = find(model, "description"))
        schema.insert_or_assign("description", *description);
    return schema;
}

Result<CallInputs> inputsOf(const Json &input, const Mode &mode)
{
    CallInputs inputs;
    inputs.prompt.text = textOf(input, "template");
    inputs.prompt.options = {.whenEmpty = TemplateOptions::WhenEmpty::Compat,
                             .joins = TemplateOptions::Joins::Variable,
                             .compat = mode.compat};
    for (const auto &variable : input["variables"].object_range())
        inputs.variables.insert(fromUtf8(variable.key()), Value(variable.value()));
    if (const Json *parameters = find(input, "call_params"); parameters && !parameters->is_null()) {
        auto read = parametersFromJson(*parameters);
        if (!read)
            return std::unexpected(read.error());
        inputs.prompt.parameters = *std::move(read);
    }
    const Json &model = input["response_model"];
    const Json *strict = find(model, "strict");
    const bool asJson = textOf(input, "mode") == "json"_L1;
    using Wanted = OutputSpec::Mode;
    const Wanted wanted = !asJson      ? Wanted::Tool
        : strict && strict->as<bool>() ? Wanted::Strict
                                       : Wanted::JsonText;
    inputs.prompt.output = OutputSpec {.schema = slug, .mode = wanted};
    inputs.schemas.insert(slug, schemaOf(model));
    return inputs;
}

/// The variable that shows the errors so far, as the case words it.
void showErrors(const Json &input, const QStringList &errors, Variables &variables)
{
    const Json *reinsert = find(input, "reinsert");
    if (!reinsert || !reinsert->is_object())
        return;
    QString text = textOf(*reinsert, errors.isEmpty() ? "without_errors" : "with_errors");
    text.replace("{errors}"_L1, errors.join(u'\n'));
    variables.insert(textOf(*reinsert, "field"), Value(text));
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

struct Outcome {
    Attempt attempt = {};
    Json partials = jsonArray();
};

Outcome run(CallSpec spec, const std::optional<Extraction> &how)
{
    SystemClock clock;
    QnamTransport transport;
    Limiter limiter(clock, {});
    Call call(std::move(spec), transport, clock, limiter);
    Outcome out;
    std::unique_ptr<PartialExtraction> partial;
    if (how)
        partial = std::make_unique<PartialExtraction>(*how);
    QEventLoop loop;
    QObject::connect(&call, &Call::eventsArrived, &loop, [&](const StreamEvents &events) {
        for (const StreamEvent &event : events) {
            if (partial && partial->feed(event))
                out.partials.push_back(partial->value());
        }
    });
    QObject::connect(&call, &Call::finished, &loop, &QEventLoop::quit);
    call.start();
    loop.exec();
    out.attempt = *answer(call.record());
    return out;
}

Json failed(const Attempt &attempt)
{
    const Error &error = *attempt.error;
    if (error.httpStatus >= 400)
        return errorResult(u"http_status"_s, error.message);
    Json out = errorResult(error.code == "schema"_L1         ? u"tool_validation"_s
                               : error.code == "not-json"_L1 ? u"not_json"_s
                                                             : QString(),
                           error.message);
    if (!attempt.issues.isEmpty())
        out["error"]["errors"] = toJson(attempt.issues);
    return out;
}

int attemptsOf(const Json &input)
{
    const Json *retry = find(input, "retry");
    if (!retry || !retry->is_object())
        return 1;
    return (*retry)["stop"]["max_attempt_number"].as<int>();
}

Json answered(Outcome &outcome, bool streams)
{
    Json out = jsonObject({{"result", outcome.attempt.value.value_or(Json::null())}});
    if (streams) {
        outcome.partials.push_back(out["result"]);
        out["partials"] = outcome.partials;
    }
    return out;
}

} // namespace

Json runExtractionCase(const Json &input, const Mode &mode)
{
    char name[] = "antiphon-oracle";
    char *argv[] = {name, nullptr};
    int argc = 1;
    const QCoreApplication app(argc, argv);
    const Provider *known = findProvider(builtinProviders(), textOf(input, "provider"));
    if (!known)
        return errorResult(u"other"_s, u"no such provider"_s);
    auto inputs = inputsOf(input, mode);
    if (!inputs)
        return errorResult(u"other"_s, inputs.error().message);
    const Json *stream = find(input, "stream");
    const bool streams = stream && stream->is_bool() && stream->as<bool>();
    Provider provider = *known;
    if (mode.compat && streams) // the reference forgets to force its tool in streams
        provider.quirks.extra["output"] = jsonObject({{"force", Json("no")}});
    const Target target {.slug = u"case"_s,
                         .provider = provider.id,
                         .model = textOf(input, "model"),
                         .baseUrl = addressOf(input, provider),
                         .endpoint = {{u"region"_s, u"us-east-1"_s}},
                         .stream = streams};
    const RunSource source {
        .providers = {provider},
        .environment = [](const QString &key) { return qEnvironmentVariable(qPrintable(key)); },
        .today = QDateTime::currentDateTimeUtc().date()};

    QStringList errors;
    for (int attempt = 1;; ++attempt) {
        showErrors(input, errors, inputs->variables);
        auto spec = prepareCall(*inputs, target, source);
        const auto resolved = resolve(*inputs, target, provider);
        if (!spec || !resolved)
            return errorResult(u"other"_s, spec ? resolved.error().message : spec.error().message);
        spec->retries = false;
        Outcome outcome = run(*std::move(spec), resolved->extraction);
        const auto &error = outcome.attempt.error;
        if (error && attempt < attemptsOf(input)) {
            if (error->code == "schema"_L1)
                errors.append(error->message);
            continue;
        }
        Json out = error ? failed(outcome.attempt) : answered(outcome, streams);
        out["attempts"] = Json(attempt);
        return out;
    }
}

} // namespace Antiphon::Oracle
