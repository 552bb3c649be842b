// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/config/layers.h>

#include <utility>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

/// The given values and the defaults. What is required may still be computed: the template asks for
/// it later.
Result<Variables> startingValues(const CallInputs &inputs)
{
    Prompt lenient {.variables = inputs.prompt.variables};
    for (VariableSpec &variable : lenient.variables)
        variable.required = false;
    return withDefaults(lenient, inputs.variables);
}

DynamicScene sceneOf(const CallInputs &inputs, const Target &target, const Provider &provider,
                     const AttemptContext &attempt)
{
    return {.dynamics = inputs.prompt.dynamics,
            .computed = inputs.computed,
            .configure = inputs.configure,
            .answers = inputs.answers,
            .tools = inputs.knownTools,
            .context = {.target = target, .provider = provider, .attempt = attempt}};
}

bool hasDynamics(const CallInputs &inputs)
{
    return !inputs.prompt.dynamics.isEmpty() || !inputs.computed.isEmpty() || inputs.configure;
}

} // namespace

Result<ComputedSoFar> computedSoFar(const CallInputs &inputs, const Target &target,
                                    const Provider &provider, const AttemptContext &attempt)
{
    const auto start = startingValues(inputs);
    if (!start)
        return std::unexpected(start.error());
    return computedSoFar(sceneOf(inputs, target, provider, attempt), *start);
}

Result<DynamicLayers> dynamicLayers(const CallInputs &inputs, const Target &target,
                                    const Provider &provider, const AttemptContext &attempt,
                                    ResolvedCall &out)
{
    for (const VariableSpec &variable : inputs.prompt.variables) {
        if (variable.fallback)
            out.variableFrom.insert(variable.name, u"default"_s);
    }
    for (const auto &[name, value] : inputs.variables.asKeyValueRange())
        out.variableFrom.insert(name, u"input"_s);

    DynamicLayers all {.variables = inputs.variables};
    if (hasDynamics(inputs)) {
        const auto start = startingValues(inputs);
        if (!start)
            return std::unexpected(start.error());
        auto run = runDynamics(sceneOf(inputs, target, provider, attempt), *start);
        if (!run)
            return std::unexpected(run.error());
        all = {.variables = std::move(run->variables), .layers = std::move(run->layers)};
        out.variableFrom.insert(run->originOf);
        out.console = std::move(run->console);
        for (const DynamicLayer &layer : std::as_const(all.layers))
            out.layers.append(layer.name);
    }
    all.layers.append(
        {.name = u"dynamic"_s, .config = inputs.dynamic, .target = inputs.dynamic.target});
    for (const auto &[name, value] : inputs.dynamic.computed.asKeyValueRange()) {
        all.variables.insert(name, value);
        out.variableFrom.insert(name, u"dynamic"_s);
    }
    return all;
}

void layOver(const CallInputs &inputs, const DynamicLayers &dynamics, ResolvedCall &out)
{
    out.request.tools = inputs.tools;
    out.toolsFrom = out.metadataFrom = u"prompt"_s;
    out.metadata = inputs.metadata;
    const auto choose = [](const QString &said, QString &value, Origin &from, const Origin &name) {
        if (said.isEmpty())
            return;
        value = said;
        from = name;
    };
    for (const DynamicLayer &layer : dynamics.layers) {
        if (layer.config.tools) {
            out.request.tools = *layer.config.tools;
            out.toolsFrom = layer.name;
        }
        if (layer.config.metadata) {
            out.metadata = *layer.config.metadata;
            out.metadataFrom = layer.name;
        }
        choose(layer.target, out.target, out.targetFrom, layer.name);
        choose(layer.retry, out.retry, out.retryFrom, layer.name);
        choose(layer.schema, out.schema, out.schemaFrom, layer.name);
    }
}

const QList<Message> *givenMessages(const CallInputs &inputs, const DynamicLayers &dynamics,
                                    ResolvedCall &out)
{
    for (auto layer = dynamics.layers.crbegin(); layer != dynamics.layers.crend(); ++layer) {
        if (!layer->config.messages.isEmpty()) {
            out.messagesFrom = layer->name;
            return &layer->config.messages;
        }
    }
    out.messagesFrom = inputs.prompt.messages.isEmpty() ? u"template"_s : u"prompt"_s;
    return inputs.prompt.messages.isEmpty() ? nullptr : &inputs.prompt.messages;
}

} // namespace Antiphon
