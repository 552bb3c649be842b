// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/config/resolve.h>

#include <antiphon/core/config/dropped.h>

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

Result<QList<Message>> makeMessages(const CallInputs &inputs, QStringList &warnings)
{
    if (!inputs.prompt.messages.isEmpty())
        return inputs.prompt.messages;
    auto values = withDefaults(inputs.prompt, inputs.variables);
    if (!values)
        return std::unexpected(std::move(values.error()));
    const auto source = Template::parse(inputs.prompt.text, inputs.prompt.options, inputs.snippets);
    if (!source)
        return std::unexpected(source.error().toError());
    auto rendered = render(*source, *values, inputs.load);
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

}

Result<ResolvedCall> resolve(const CallInputs &inputs, const Target &target,
                             const Provider &provider)
{
    ResolvedCall out;
    auto messages = makeMessages(inputs, out.warnings);
    if (!messages)
        return std::unexpected(std::move(messages.error()));
    out.request.messages = std::move(*messages);
    out.request.model = target.model;
    out.request.stream = inputs.stream.value_or(target.stream);
    mergeLayers(inputs, target, out);
    dropParameters(provider, target, out);
    for (const auto &member : inputs.prompt.unused)
        out.warnings.append(
            Words::tr("The prompt's \"%1\" has no effect in this version.").arg(member));
    return out;
}

} // namespace Antiphon
