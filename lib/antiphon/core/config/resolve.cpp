// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/config/resolve.h>

#include <antiphon/core/config/dropped.h>
#include <antiphon/core/config/extraction.h>
#include <antiphon/core/config/jsonmode.h>
#include <antiphon/core/config/layers.h>
#include <antiphon/core/provider/codec.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(resolve)
};

/// The parameters of all layers, the later ones over the earlier, with where each comes from.
void mergeLayers(const CallInputs &inputs, const Target &target, const DynamicLayers &dynamics,
                 ResolvedCall &out)
{
    const auto lay = [&out](const Parameters &layer, const QString &name) {
        out.request.parameters = merged(out.request.parameters, layer);
        for (const QString &taken : layer.unset)
            out.originOf.remove(taken);
        const auto said = toJson(layer);
        for (const auto &entry : said.object_range())
            out.originOf.insert(fromUtf8(entry.key()), name);
    };
    lay(inputs.projectParameters, u"project"_s);
    lay(target.parameters, u"target"_s);
    lay(inputs.prompt.parameters, u"prompt"_s);
    lay(inputs.prompt.targetParameters.value(target.slug), u"prompt-for-target"_s);
    for (const DynamicLayer &layer : dynamics.layers.first(dynamics.layers.size() - 1))
        lay(layer.config.parameters, layer.name);
    lay(inputs.overrideParameters, u"override"_s);
    lay(inputs.dynamic.parameters, u"dynamic"_s);
}

/// Takes out what the target has no field for, and says so.
void dropParameters(const Provider &provider, const Target &target, ResolvedCall &out)
{
    for (const auto &name : droppedParameters(provider, target)) {
        const bool parallel
            = name == "parallel_tool_calls"_L1 && out.request.parallelTools.has_value();
        if (parallel)
            out.request.parallelTools.reset();
        if (!parallel && !takeOut(out.request.parameters, name))
            continue;
        out.originOf.remove(name);
        out.warnings.append(Words::tr("%1 is left out: %2 has no such parameter.")
                                .arg(name, provider.name.isEmpty() ? provider.id : provider.name));
    }
}

QString placed(const TemplateWarning &warning)
{
    return Words::tr("Line %1, column %2: %3")
        .arg(warning.line)
        .arg(warning.column)
        .arg(warning.message);
}

Result<QList<Message>> makeMessages(const CallInputs &inputs, const DynamicLayers &dynamics,
                                    const Variables &values, ResolvedCall &out)
{
    if (const auto *given = givenMessages(inputs, dynamics, out))
        return *given;
    out.promptTemplate = inputs.prompt.text;
    const auto source = Template::parse(inputs.prompt.text, inputs.prompt.options, inputs.snippets);
    if (!source)
        return std::unexpected(source.error().toError());
    auto rendered = render(*source, values, inputs.load);
    if (!rendered)
        return std::unexpected(rendered.error().toError());
    for (const auto &warning : rendered->warnings)
        out.warnings.append(placed(warning));
    if (rendered->messages.isEmpty())
        return fail(
            ErrorKind::Setup,
            Words::tr("This prompt produced no messages, so there is nothing to send. Write "
                      "some text into the template, or give its variables values."));
    return std::move(rendered->messages);
}

/// What a forced choice becomes once it was followed.
ToolChoice afterToolCalls(ToolChoice choice)
{
    if (choice.mode == ToolChoice::Mode::Named)
        return {};
    if (choice.mode == ToolChoice::Mode::Required)
        choice.mode = ToolChoice::Mode::Auto;
    return choice;
}

bool mentionsErrors(const CallInputs &inputs)
{
    const auto mentions = [](const QString &text) { return text.contains("errors"_L1); };
    return mentions(inputs.prompt.text) || std::ranges::any_of(inputs.snippets, mentions);
}

/// The values the prompt is rendered with. A prompt for a value may show what was wrong with the
/// answers before, which is nothing at first.
Result<Variables> makeValues(const CallInputs &inputs, const DynamicLayers &dynamics,
                             const RepairInput &repair, ResolvedCall &out)
{
    Variables given = dynamics.variables;
    if (givenMessages(inputs, dynamics, out))
        return given;
    if (inputs.prompt.output && !given.contains(u"errors"_s) && mentionsErrors(inputs))
        given.insert(u"errors"_s,
                     Value(repair.as == RepairInput::As::Variable ? errorsVariable(repair.errors)
                                                                  : QString()));
    return withDefaults(inputs.prompt, std::move(given));
}

}

Result<ResolvedCall> resolve(const CallInputs &inputs, const Target &target,
                             const Provider &provider, const AttemptContext &attempt)
{
    ResolvedCall out;
    const auto dynamics = dynamicLayers(inputs, target, provider, attempt, out);
    if (!dynamics)
        return std::unexpected(dynamics.error());
    const auto values = makeValues(inputs, *dynamics, attempt.repair, out);
    if (!values)
        return std::unexpected(values.error());
    out.variables = *values;
    auto messages = makeMessages(inputs, *dynamics, *values, out);
    if (!messages)
        return std::unexpected(std::move(messages.error()));
    const auto *api = findApi(provider, target.api);
    const Quirks quirks = api ? api->quirks.value_or(provider.quirks) : provider.quirks;
    if (const auto taken = checkMedia(*messages, quirks.media,
                                      provider.name.isEmpty() ? provider.id : provider.name);
        !taken)
        return std::unexpected(taken.error());
    out.request.messages = std::move(*messages);
    out.request.model = target.model;
    layOver(inputs, *dynamics, out);
    out.request.toolChoice = inputs.toolChoice;
    if (out.request.toolChoice && !attempt.turns.isEmpty()) // forced again it would never answer
        out.request.toolChoice = afterToolCalls(*out.request.toolChoice);
    out.request.parallelTools = inputs.parallelTools;
    out.request.output = inputs.output;
    out.request.stream = inputs.stream.value_or(target.stream);
    mergeLayers(inputs, target, *dynamics, out);
    dropParameters(provider, target, out);
    const Codec *codec = api ? findCodec(api->codec) : nullptr;
    askForJson(out.request,
               quirks.jsonHint.isEmpty() && codec ? QString(codec->jsonHint) : quirks.jsonHint);
    if (inputs.prompt.output || !out.schema.isEmpty()) {
        CallInputs asking = inputs;
        if (!out.schema.isEmpty()) { // a rule's choice
            asking.prompt.output = inputs.prompt.output.value_or(OutputSpec {});
            asking.prompt.output->schema = out.schema;
        }
        const auto asked = askForValue(asking, *values, target, provider, attempt, out);
        if (!asked)
            return std::unexpected(asked.error());
    } else {
        out.request.messages += attempt.turns;
    }
    for (const auto &member : inputs.prompt.unused)
        out.warnings.append(
            Words::tr("The prompt's \"%1\" has no effect in this version.").arg(member));
    return out;
}

} // namespace Antiphon
