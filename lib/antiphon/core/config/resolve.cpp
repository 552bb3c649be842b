// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/config/resolve.h>

#include <antiphon/core/config/dropped.h>
#include <antiphon/core/config/exampleturns.h>
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

/// Says that a prompt may be longer than what the model reads of it: local servers cut the
/// beginning off without a word.
void warnOfContext(const Quirks &quirks, const Provider &provider, ResolvedCall &out)
{
    const Json *context = find(quirks.extra, "silentContext");
    if (!context)
        return;
    const QString parameter = textOf(*context, "parameter");
    const Json &extra = out.request.parameters.extra;
    const Json *options = find(extra, "options");
    const Json *given = find(extra, toUtf8(parameter));
    if (!given && options)
        given = find(*options, toUtf8(parameter));
    const Json *limit = given ? given : find(*context, "usual");
    qint64 tokens = 0;
    for (const Message &message : std::as_const(out.request.messages))
        tokens += roughTokens(plainText(message));
    if (!limit || !limit->is_number() || tokens <= limit->as<qint64>())
        return;
    const QString words = given
        ? Words::tr("The prompt has about %1 tokens, more than the %2 of \"%3\": %4 cuts its "
                    "beginning off without a word.")
        : Words::tr("The prompt has about %1 tokens. Where the model reads no more than %2, %4 "
                    "cuts its beginning off without a word: set \"%3\".");
    out.warnings.append(words.arg(tokens)
                            .arg(limit->as<qint64>())
                            .arg(parameter, provider.name.isEmpty() ? provider.id : provider.name));
}

/// Says that an answer may take longer than the service keeps a connection without a stream.
void warnOfLongAnswers(const Quirks &quirks, const Provider &provider, ResolvedCall &out)
{
    const Json *most = find(quirks.extra, "wholeAnswerTokens");
    const qint64 wanted = out.request.parameters.maxTokens.value_or(0);
    if (out.request.stream || !most || !most->is_number() || wanted <= most->as<qint64>())
        return;
    out.warnings.append(Words::tr("An answer of %1 tokens may take longer than ten minutes, for "
                                  "which %2 wants a stream: the call may be refused or cut off.")
                            .arg(wanted)
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

/// The examples as questions. Each has the call's values where it has none, computed fields are
/// worked out for it anew, and of errors before it knows nothing.
Result<QList<ShownExample>> makeExamples(const CallInputs &inputs, const Variables &values,
                                         const Target &target, const Provider &provider,
                                         const AttemptContext &attempt, ResolvedCall &out)
{
    if (inputs.examples.isEmpty() || out.messagesFrom == "prompt"_L1)
        return QList<ShownExample> {};
    if (out.messagesFrom != "template"_L1) {
        out.warnings.append(Words::tr("The prompt's examples are left out: its messages come from "
                                      "%1.")
                                .arg(out.messagesFrom));
        return QList<ShownExample> {};
    }
    const bool computes = !inputs.prompt.dynamics.computed.isEmpty() || !inputs.computed.isEmpty();
    const bool ownErrors
        = std::ranges::contains(inputs.prompt.variables, u"errors"_s, &VariableSpec::name);
    return showExamples(inputs, [&](const Example &example) -> Result<Variables> {
        Variables all = values;
        if (computes) {
            CallInputs asking = inputs;
            asking.variables.insert(example.values);
            auto computed = computedSoFar(asking, target, provider, attempt);
            if (!computed)
                return std::unexpected(std::move(computed.error()));
            all.insert(computed->variables);
        }
        if (all.contains(u"errors"_s) && !ownErrors)
            all.insert(u"errors"_s, Value(QString()));
        all.insert(example.values);
        return withDefaults(inputs.prompt, std::move(all));
    });
}

/// Puts the examples in at \p at, with answers in the form that is asked for.
void putExamples(const QList<ShownExample> &shown, qsizetype at, ResolvedCall &out)
{
    const Extraction *how = out.extraction ? &*out.extraction : nullptr;
    if (how)
        out.warnings += misfits(shown, *how);
    out.examples = shown.size();
    auto &messages = out.request.messages;
    messages = messages.first(at) + exampleTurns(shown, how) + messages.sliced(at);
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
    const auto examples = makeExamples(inputs, *values, target, provider, attempt, out);
    if (!examples)
        return std::unexpected(examples.error());
    QList<Message> sent;
    for (const ShownExample &example : *examples)
        sent.append(example.question);
    sent += *messages;
    const auto *api = findApi(provider, target.api);
    const Quirks quirks = api ? api->quirks.value_or(provider.quirks) : provider.quirks;
    if (const auto taken
        = checkMedia(sent, quirks.media, provider.name.isEmpty() ? provider.id : provider.name);
        !taken)
        return std::unexpected(taken.error());
    out.request.messages = std::move(*messages);
    leaveOutForeign(api ? api->codec : QString(), provider, out);
    const qsizetype placeOfQuestion = placeOfExamples(inputs.prompt, out.request.messages);
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
    if (!examples->isEmpty())
        putExamples(*examples, placeOfQuestion, out);
    warnOfContext(quirks, provider, out);
    warnOfLongAnswers(quirks, provider, out);
    return out;
}

} // namespace Antiphon
