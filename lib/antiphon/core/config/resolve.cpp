// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/config/resolve.h>

#include <antiphon/core/config/dropped.h>
#include <antiphon/core/config/extraction.h>
#include <antiphon/core/config/jsonmode.h>
#include <antiphon/core/config/layers.h>
#include <antiphon/core/provider/codec.h>
#include <antiphon/core/words.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

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

/// Takes out what only another wire format knows, as a search that another service ran, and says
/// so.
void leaveOutForeign(const QString &codec, const Provider &provider, ResolvedCall &out)
{
    QStringList formats;
    const auto isForeign = [&](const ContentPart &part) {
        const auto *native = std::get_if<Native>(&part);
        const bool foreign = native && !native->codec.isEmpty() && native->codec != codec;
        if (foreign && !formats.contains(native->codec))
            formats.append(native->codec);
        return foreign;
    };
    QList<Message> kept;
    for (Message &message : out.request.messages) {
        if (message.parts.removeIf(isForeign) == 0 || !message.parts.isEmpty())
            kept.append(std::move(message));
    }
    out.request.messages = std::move(kept);
    for (const QString &format : std::as_const(formats))
        out.warnings.append(
            Words::tr("What earlier answers hold in the form \"%1\" is left out: %2 has another.")
                .arg(format, provider.name.isEmpty() ? provider.id : provider.name));
}

/// Says that markers of what is to be cached do nothing here; most services cache by themselves.
void warnOfMarkers(const Codec *codec, const Quirks &quirks, const Provider &provider,
                   ResolvedCall &out)
{
    const Json *options = find(out.request.parameters.extra, "prompt_cache_options");
    const bool points = options && textOf(*options, "mode") == "explicit"_L1; // markers become some
    if (!codec || codec->cacheMarkers || quirks.cacheMarkers || points)
        return;
    const bool any = std::ranges::any_of(out.request.messages, [](const Message &message) {
        return std::ranges::any_of(message.parts, [](const ContentPart &part) {
            return std::holds_alternative<CacheMarker>(part);
        });
    });
    if (any)
        out.warnings.append(Words::tr("Cache markers are left out: %1 knows none.")
                                .arg(provider.name.isEmpty() ? provider.id : provider.name));
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
    leaveOutForeign(api ? api->codec : QString(), provider, out);
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
    warnOfMarkers(api ? findCodec(api->codec) : nullptr, quirks, provider, out);
    askForJson(out.request, outputDialect(api ? api->codec : QString(), quirks));
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
