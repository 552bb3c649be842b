// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/store/project/projectjson.h>

#include <antiphon/core/words.h>

using namespace Qt::StringLiterals;

namespace Antiphon {

static void put(Json &object, std::string_view key, Json value)
{
    object.insert_or_assign(key, std::move(value));
}

static void putText(Json &object, std::string_view key, const QString &text,
                    const QString &standard = {})
{
    if (text != standard)
        put(object, key, toJson(QStringView(text)));
}

static void putObject(Json &object, std::string_view key, Json value)
{
    if (!value.empty())
        put(object, key, std::move(value));
}

static Json textsJson(const QStringList &texts)
{
    Json array = jsonArray();
    for (const QString &text : texts)
        array.push_back(toJson(QStringView(text)));
    return array;
}

static QStringList textsOf(const Json *value)
{
    QStringList texts;
    if (value && value->is_array()) {
        for (const Json &item : value->array_range())
            texts.append(toText(item));
    }
    return texts;
}

static Json head(const char *kind, const QString &id)
{
    Json object = jsonObject({{"antiphon", Json(kind)}});
    putText(object, "id", id);
    return object;
}

Json manifestJson(const Project &project)
{
    Json object = head("project/1", project.id);
    putText(object, "name", project.name);
    putText(object, "description", project.description);
    putText(object, "start", project.start);
    Json defaults = jsonObject();
    if (!project.defaultTargets.isEmpty())
        put(defaults, "targets", textsJson(project.defaultTargets));
    putText(defaults, "retry", project.defaultRetry, u"default"_s);
    putObject(defaults, "params", toJson(project.parameters));
    putObject(object, "defaults", std::move(defaults));

    Json concurrency = jsonObject();
    if (project.concurrencyTotal != 8)
        put(concurrency, "total", project.concurrencyTotal);
    if (project.concurrencyPerProvider != 4)
        put(concurrency, "perProvider", project.concurrencyPerProvider);
    if (!concurrency.empty())
        put(object, "run", jsonObject({{"concurrency", std::move(concurrency)}}));
    putObject(object, "budget", toJson(project.budget));
    if (!project.sensitive.isEmpty())
        put(object, "sensitive", textsJson(project.sensitive));
    return object;
}

Result<> readManifest(const Json &value, Project &project)
{
    project.id = textOf(value, "id");
    project.name = textOf(value, "name", project.name);
    project.description = textOf(value, "description");
    project.start = textOf(value, "start");
    project.sensitive = textsOf(find(value, "sensitive"));
    if (const Json *defaults = find(value, "defaults")) {
        project.defaultTargets = textsOf(find(*defaults, "targets"));
        project.defaultRetry = textOf(*defaults, "retry", u"default"_s);
        if (const Json *params = find(*defaults, "params")) {
            auto parameters = parametersFromJson(*params);
            if (!parameters)
                return std::unexpected(parameters.error());
            project.parameters = *std::move(parameters);
        }
    }
    if (const Json *budget = find(value, "budget")) {
        auto read = budgetFromJson(*budget);
        if (!read)
            return std::unexpected(read.error());
        project.budget = *std::move(read);
    }
    const Json *run = find(value, "run");
    const Json *concurrency = run ? find(*run, "concurrency") : nullptr;
    if (!concurrency)
        return {};
    for (const auto &[key, field] : {std::pair("total", &project.concurrencyTotal),
                                     std::pair("perProvider", &project.concurrencyPerProvider)}) {
        const Json *number = find(*concurrency, key);
        if (!number)
            continue;
        if (!number->is<int>() || number->as<int>() < 1)
            return fail(ErrorKind::Setup,
                        Words::tr("\"run.concurrency.%1\" must be a whole number from 1.")
                            .arg(fromUtf8(key)));
        *field = number->as<int>();
    }
    return {};
}

static Json variableJson(const VariableSpec &variable)
{
    Json object = jsonObject();
    putText(object, "type", variable.type, u"text"_s);
    if (variable.required)
        put(object, "required", true);
    if (!variable.choices.isEmpty())
        put(object, "choices", textsJson(variable.choices));
    if (variable.fallback)
        put(object, "default", *variable.fallback);
    putText(object, "description", variable.description);
    if (variable.multiline)
        put(object, "multiline", true);
    if (variable.sensitive)
        put(object, "sensitive", true);
    return object;
}

static Json templateJson(const TemplateOptions &options)
{
    const Json standard = toJson(TemplateOptions {});
    Json object = jsonObject();
    const Json given = toJson(options);
    for (const auto &member : given.object_range()) {
        const Json *same = find(standard, member.key());
        if (!same || *same != member.value())
            put(object, member.key(), member.value());
    }
    return object;
}

static Json outputJson(const OutputSpec &output)
{
    Json object = jsonObject();
    putText(object, "schema", output.schema);
    putText(object, "mode", outputModeNames().at(qsizetype(output.mode)), u"auto"_s);
    putText(object, "rules", output.rules);
    if (!output.lenient)
        put(object, "lenient", false);
    return object;
}

Json promptJson(const PromptEntry &entry)
{
    const Prompt &prompt = entry.prompt;
    Json object = head("prompt/1", prompt.id);
    putText(object, "title", prompt.title);
    putObject(object, "template", templateJson(prompt.options));

    Json variants = jsonObject();
    const QString standard = u"default"_s;
    if (entry.variantFiles.contains(standard))
        putText(variants, "default", entry.variantFiles.value(standard));
    for (const auto &[name, file] : entry.variantFiles.asKeyValueRange()) {
        if (name != standard)
            put(variants, toUtf8(name), toJson(QStringView(file)));
    }
    putObject(object, "variants", std::move(variants));

    Json variables = jsonObject();
    for (const VariableSpec &variable : prompt.variables)
        put(variables, toUtf8(variable.name), variableJson(variable));
    putObject(object, "variables", std::move(variables));
    if (prompt.targets)
        put(object, "targets", textsJson(*prompt.targets));
    putObject(object, "params", toJson(prompt.parameters));
    Json perTarget = jsonObject();
    for (const auto &[slug, parameters] : prompt.targetParameters.asKeyValueRange())
        put(perTarget, toUtf8(slug), toJson(parameters));
    putObject(object, "targetParams", std::move(perTarget));
    if (prompt.output)
        putObject(object, "output", outputJson(*prompt.output));
    putText(object, "retry", prompt.retry);
    if (!prompt.tools.isEmpty())
        put(object, "tools", textsJson(prompt.tools));
    putText(object, "toolChoice", prompt.toolChoice, u"auto"_s);
    if (prompt.toolSteps != Prompt {}.toolSteps)
        put(object, "toolSteps", prompt.toolSteps);
    putObject(object, "dynamic", toJson(prompt.dynamics));
    Json mapping = jsonObject();
    for (const auto &[variable, column] : prompt.mapping.asKeyValueRange())
        putText(mapping, toUtf8(variable), column);
    putObject(object, "mapping", std::move(mapping));
    putText(object, "examples", prompt.examples);
    return object;
}

QMap<QString, QString> variantFilesOf(const Json &prompt)
{
    QMap<QString, QString> files;
    if (const Json *variants = find(prompt, "variants"); variants && variants->is_object()) {
        for (const auto &variant : variants->object_range())
            files.insert(fromUtf8(variant.key()), toText(variant.value()));
    }
    if (files.isEmpty())
        files.insert(u"default"_s, u"template.tmpl"_s);
    return files;
}

static Json limitJson(const TargetLimit &limit)
{
    Json object = jsonObject();
    if (limit.concurrency > 0)
        put(object, "concurrency", limit.concurrency);
    if (limit.requestsPerMinute > 0)
        put(object, "requestsPerMinute", limit.requestsPerMinute);
    if (limit.tokensPerMinute > 0)
        put(object, "tokensPerMinute", limit.tokensPerMinute);
    return object;
}

Json targetJson(const Target &target)
{
    Json object = head("target/1", target.id);
    putText(object, "label", target.label);
    putText(object, "provider", target.provider);
    putText(object, "model", target.model);
    putText(object, "api", target.api);
    putText(object, "baseUrl", target.baseUrl);
    Json endpoint = jsonObject();
    for (const auto &[name, value] : target.endpoint.asKeyValueRange())
        putText(endpoint, toUtf8(name), value);
    putObject(object, "endpoint", std::move(endpoint));
    if (Json key = toJson(target.key); key.is_object())
        putObject(object, "key", std::move(key));
    Parameters named = target.parameters;
    named.extra = jsonObject();
    putObject(object, "params", toJson(named));
    putObject(object, "extra", target.parameters.extra);
    Json headers = jsonObject();
    for (const HttpHeader &header : target.headers)
        putText(headers, header.name.toStdString(), QString::fromUtf8(header.value));
    putObject(object, "headers", std::move(headers));
    putText(object, "retry", target.retry);
    if (!target.fallback.isEmpty())
        put(object, "fallback", textsJson(target.fallback));
    putObject(object, "timeout", target.timeout);
    putObject(object, "limit", limitJson(target.limit));
    putObject(object, "network", toJson(target.network));
    if (!target.stream)
        put(object, "stream", false);
    putObject(object, "price", target.price);
    putObject(object, "simulate", target.simulate);
    return object;
}

Json policyJson(const RetryEntry &entry)
{
    Json object = head("retry/1", textOf(entry.file, "id"));
    const Json policy = toJson(entry.policy);
    for (const auto &member : policy.object_range()) {
        if (member.key() != "antiphon" && member.key() != "id")
            put(object, member.key(), member.value());
    }
    return object;
}

} // namespace Antiphon
