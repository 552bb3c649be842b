// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/config/override.h>

#include <antiphon/core/words.h>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

template<typename T>
std::optional<T> inherited(const std::optional<T> &inner, const std::optional<T> &outer)
{
    return inner ? inner : outer;
}

QString formatOf(const Provider *provider, const QString &api)
{
    const ProviderApi *found = provider ? findApi(*provider, api) : nullptr;
    return found ? found->codec : QString();
}

void setClient(const Client &client, Target &target)
{
    target.api = client.api;
    target.baseUrl = client.baseUrl;
    target.endpoint = client.endpoint;
    target.key = client.key;
    target.headers = client.headers;
}

Result<> setProvider(const Override &over, const QList<Provider> &providers, Target &target)
{
    if (over.provider.has_value() != over.model.has_value())
        return fail(ErrorKind::Setup,
                    Words::tr("Provider and model can only be overridden together."), u"usage"_s);
    if (!over.provider)
        return {};
    const Provider *provider = findProvider(providers, *over.provider);
    if (!provider)
        return fail(ErrorKind::Setup,
                    Words::tr("There is no provider \"%1\".").arg(*over.provider));
    const QString before = formatOf(findProvider(providers, target.provider), target.api);
    const bool moves = target.provider != *over.provider;
    if (moves && !over.client && formatOf(provider, {}) != before)
        setClient({}, target);
    else if (moves)
        target.api.clear();
    target.provider = *over.provider;
    target.model = *over.model;
    return {};
}

void setParameters(const Parameters &parameters, CallArguments &arguments)
{
    CallInputs &inputs = arguments.inputs;
    inputs.projectParameters = {};
    inputs.prompt.parameters = {};
    inputs.prompt.targetParameters.clear();
    inputs.overrideParameters = {};
    arguments.target.parameters = parameters;
}

// How an answer comes: streamed, as an object, through a parser.
void setAnswer(const Override &over, CallInputs &inputs)
{
    if (over.stream || over.output || over.parse) {
        inputs.stream = over.stream.value_or(false);
        inputs.output = over.output.value_or(OutputFormat {});
        inputs.parse = over.parse.value_or(AnswerParser {});
        inputs.prompt.dynamics.parser = {};
        if (over.output && !over.tools)
            inputs.tools.clear();
    }
    if (over.tools)
        inputs.tools = *over.tools;
}

} // namespace

Override nested(const Override &outer, const Override &inner)
{
    return {.provider = inherited(inner.provider, outer.provider),
            .model = inherited(inner.model, outer.model),
            .parameters = inherited(inner.parameters, outer.parameters),
            .stream = inherited(inner.stream, outer.stream),
            .output = inherited(inner.output, outer.output),
            .parse = inherited(inner.parse, outer.parse),
            .tools = inherited(inner.tools, outer.tools),
            .client = inherited(inner.client, outer.client)};
}

Result<CallArguments> overridden(CallArguments arguments, const Override &over,
                                 const QList<Provider> &providers)
{
    if (auto done = setProvider(over, providers, arguments.target); !done)
        return std::unexpected(done.error());
    if (over.client)
        setClient(*over.client, arguments.target);
    if (over.parameters)
        setParameters(*over.parameters, arguments);
    setAnswer(over, arguments.inputs);
    return arguments;
}

OverrideScopes::Scope::Scope(OverrideScopes &scopes, std::list<Override>::iterator place)
    : m_scopes(scopes)
    , m_place(place)
{
}

OverrideScopes::Scope::~Scope()
{
    m_scopes.m_open.erase(m_place);
}

OverrideScopes::Scope OverrideScopes::enter(const Override &over)
{
    return {*this, m_open.insert(m_open.end(), over)};
}

Override OverrideScopes::current() const
{
    Override all;
    for (const Override &over : m_open)
        all = nested(all, over);
    return all;
}

} // namespace Antiphon
