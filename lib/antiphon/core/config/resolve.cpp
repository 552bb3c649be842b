// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/config/resolve.h>

#include <antiphon/core/config/dropped.h>
#include <antiphon/core/config/extraction.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(resolve)
};

/// The parameters of all layers, the later ones over the earlier, with where each comes from.
void mergeLayers(const CallInputs &inputs, const Target &target, ResolvedCall &out)
{
    const auto lay = [&out](const Parameters &layer, const QString &name) {
        out.request.parameters = merged(out.request.parameters, layer);
        const auto said = toJson(layer);
        for (const auto &entry : said.object_range())
            out.originOf.insert(fromUtf8(entry.key()), name);
    };
    lay(inputs.projectParameters, u"project"_s);
    lay(target.parameters, u"target"_s);
    lay(inputs.prompt.parameters, u"prompt"_s);
    lay(inputs.prompt.targetParameters.value(target.slug), u"prompt-for-target"_s);
    lay(inputs.overrideParameters, u"override"_s);
}

/// Takes out what the target has no field for, and says so.
void dropParameters(const Provider &provider, const Target &target, ResolvedCall &out)
{
    for (const auto &name : droppedParameters(provider, target)) {
        if (!takeOut(out.request.parameters, name))
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

Result<QList<Message>> makeMessages(const CallInputs &inputs, const Variables &values,
                                    QStringList &warnings)
{
    if (!inputs.prompt.messages.isEmpty())
        return inputs.prompt.messages;
    const auto source = Template::parse(inputs.prompt.text, inputs.prompt.options, inputs.snippets);
    if (!source)
        return std::unexpected(source.error().toError());
    auto rendered = render(*source, values, inputs.load);
    if (!rendered)
        return std::unexpected(rendered.error().toError());
    for (const auto &warning : rendered->warnings)
        warnings.append(placed(warning));
    if (rendered->messages.isEmpty())
        return fail(
            ErrorKind::Setup,
            Words::tr("This prompt produced no messages, so there is nothing to send. Write "
                      "some text into the template, or give its variables values."));
    return std::move(rendered->messages);
}

bool mentionsErrors(const CallInputs &inputs)
{
    const auto mentions = [](const QString &text) { return text.contains("errors"_L1); };
    return mentions(inputs.prompt.text) || std::ranges::any_of(inputs.snippets, mentions);
}

/// The values the prompt is rendered with. A prompt for a value may show what was wrong with the
/// answers before, which is nothing at first.
Result<Variables> makeValues(const CallInputs &inputs, const RepairInput &repair)
{
    if (!inputs.prompt.messages.isEmpty())
        return inputs.variables;
    Variables given = inputs.variables;
    if (inputs.prompt.output && !given.contains(u"errors"_s) && mentionsErrors(inputs))
        given.insert(u"errors"_s,
                     Value(repair.as == RepairInput::As::Variable ? errorsVariable(repair.errors)
                                                                  : QString()));
    return withDefaults(inputs.prompt, std::move(given));
}

}

Result<ResolvedCall> resolve(const CallInputs &inputs, const Target &target,
                             const Provider &provider, const RepairInput &repair)
{
    ResolvedCall out;
    const auto values = makeValues(inputs, repair);
    if (!values)
        return std::unexpected(values.error());
    auto messages = makeMessages(inputs, *values, out.warnings);
    if (!messages)
        return std::unexpected(std::move(messages.error()));
    out.request.messages = std::move(*messages);
    out.request.model = target.model;
    out.request.stream = inputs.stream.value_or(target.stream);
    mergeLayers(inputs, target, out);
    dropParameters(provider, target, out);
    if (inputs.prompt.output) {
        if (auto asked = askForValue(inputs, *values, target, provider, repair, out); !asked)
            return std::unexpected(std::move(asked.error()));
    }
    for (const auto &member : inputs.prompt.unused)
        out.warnings.append(
            Words::tr("The prompt's \"%1\" has no effect in this version.").arg(member));
    return out;
}

} // namespace Antiphon
