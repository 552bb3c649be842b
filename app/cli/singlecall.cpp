// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The call that is made without a project, from what the command line says.

#include "calls.h"

#include "terminal.h"

#include <antiphon/core/words.h>
#include <antiphon/store/project/media.h>
#include <antiphon/store/project/toolfiles.h>

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Antiphon::Cli {

namespace {

Result<ContentPart> mediaPart(const QString &kind, const QString &path)
{
    const bool isAddress = path.startsWith("https://"_L1) || path.startsWith("http://"_L1);
    QByteArray bytes;
    if (!isAddress) {
        auto read = readFile(path);
        if (!read)
            return std::unexpected(read.error());
        bytes = *std::move(read);
    }
    // The template language knows the media types by their first bytes: let it say what this is.
    auto parsed = Template::parse(u"{file:%1}"_s.arg(kind));
    const Value value = isAddress ? Value(path) : Value(bytes);
    auto rendered = render(*parsed, {{u"file"_s, value}});
    if (!rendered)
        return fail(ErrorKind::Setup, u"%1: %2"_s.arg(path, rendered.error().message));
    return rendered->messages.first().parts.first();
}

Result<QList<ContentPart>> mediaParts(const CallOptions &call)
{
    QList<ContentPart> parts;
    const auto add
        = [&parts](const QString &kind, const std::vector<std::string> &paths) -> Result<> {
        for (const std::string &path : paths) {
            auto part = mediaPart(kind, text(path));
            if (!part)
                return std::unexpected(part.error());
            parts.append(*std::move(part));
        }
        return {};
    };
    for (const auto &[kind, paths] :
         {std::pair(u"image"_s, &call.images), std::pair(u"audio"_s, &call.audio),
          std::pair(u"document"_s, &call.documents)}) {
        if (auto added = add(kind, *paths); !added)
            return std::unexpected(added.error());
    }
    return parts;
}

Result<QList<Message>> messagesOf(const CallOptions &call)
{
    QList<Message> messages;
    const bool goesOn = !call.conversation.empty() && QFileInfo::exists(text(call.conversation));
    if (!call.system.empty() && !goesOn) // a conversation has its own
        messages.append(textMessage(Role::System, text(call.system)));
    if (!call.messagesFile.empty() || goesOn) {
        const QString path = text(goesOn ? call.conversation : call.messagesFile);
        auto json = readJson(path);
        if (!json)
            return std::unexpected(json.error());
        auto read = messagesFromJson(*json);
        if (!read)
            return fail(ErrorKind::Setup, u"%1: %2"_s.arg(path, read.error().message));
        messages += *read;
    }
    if (!call.message.empty())
        messages.append(textMessage(Role::User, text(call.message)));
    auto media = mediaParts(call);
    if (!media)
        return std::unexpected(media.error());
    if (media->isEmpty())
        return messages;
    if (messages.isEmpty() || messages.last().role != Role::User)
        messages.append(Message {});
    messages.last().parts = *media + messages.last().parts;
    return messages;
}

Result<Script> scriptOf(const QString &path)
{
    auto source = readFile(path);
    if (!source)
        return std::unexpected(source.error());
    auto script = Script::read(QString::fromUtf8(*source), QFileInfo(path).fileName(),
                               Script::Form::Module);
    if (!script)
        return std::unexpected(script.error().toError());
    return *std::move(script);
}

} // namespace

Result<Target> targetOf(const CallOptions &call, const RunOptions &options)
{
    Target target {.slug = text(call.model.empty() ? call.provider : call.model),
                   .provider = text(call.provider),
                   .api = text(call.api),
                   .model = text(call.model),
                   .baseUrl = text(call.baseUrl),
                   .timeout = timeoutOf(options)};
    if (!call.keyEnv.empty())
        target.key = {.from = KeyReference::From::Variable, .name = text(call.keyEnv)};
    else if (!call.keychain.empty())
        target.key = {.from = KeyReference::From::Keychain, .name = text(call.keychain)};
    for (const std::string &argument : call.endpoint) {
        const QString pair = text(argument);
        const qsizetype equals = pair.indexOf(u'=');
        if (equals < 1)
            return fail(ErrorKind::Setup, Words::tr("--endpoint %1: write NAME=VALUE.").arg(pair),
                        u"usage"_s);
        target.endpoint.insert(pair.first(equals), pair.sliced(equals + 1));
    }
    for (const std::string &argument : call.headers) {
        const QByteArray header = QByteArray::fromStdString(argument);
        const qsizetype colon = header.indexOf(':');
        if (colon < 1)
            return fail(ErrorKind::Setup,
                        Words::tr("--header %1: write NAME:VALUE.").arg(text(argument)),
                        u"usage"_s);
        target.headers.append({header.first(colon).trimmed(), header.sliced(colon + 1).trimmed()});
    }
    return target;
}

// `--schema` and `--mode`.
static Result<> applyOutput(const CallOptions &call, CallInputs &inputs)
{
    if (call.schema.empty() && call.mode.empty())
        return {};
    OutputSpec output;
    if (!call.mode.empty())
        output.mode = OutputSpec::Mode(outputModeNames().indexOf(text(call.mode)));
    if (!call.schema.empty()) {
        const QString path = text(call.schema);
        auto schema = readJson(path, 256);
        if (!schema)
            return std::unexpected(schema.error());
        output.schema = QFileInfo(path).fileName().section(u'.', 0, 0);
        if (output.schema.isEmpty())
            output.schema = u"answer"_s;
        inputs.schemas.insert(output.schema, *std::move(schema));
    }
    inputs.prompt.output = output;
    return {};
}

// `--tool` and `--tool-choice`.
static Result<> applyTools(const CallOptions &call, CallInputs &inputs)
{
    for (const std::string &path : call.tools) {
        const auto tools = readToolFile(text(path));
        if (!tools)
            return std::unexpected(tools.error());
        for (const Tool &tool : *tools) {
            inputs.tools.append(tool.definition);
            // Without an answer of its own the call is what the caller wants, unless they are here.
            if (tool.definition.kind != ToolDefinition::Kind::Provider)
                inputs.handlers.insert(tool.definition.name, handlerOf(tool));
        }
    }
    inputs.knownTools = inputs.tools;
    const QString choice = text(call.toolChoice);
    if (choice.isEmpty())
        return {};
    if (inputs.tools.isEmpty())
        return fail(ErrorKind::Setup, Words::tr("--tool-choice needs a --tool."), u"usage"_s);
    static const QStringList modes {u"auto"_s, u"none"_s, u"required"_s};
    if (const auto mode = modes.indexOf(choice); mode >= 0) {
        inputs.toolChoice = ToolChoice {.mode = ToolChoice::Mode(mode)};
        return {};
    }
    const auto named = std::ranges::find(inputs.tools, choice, &ToolDefinition::name);
    if (named == inputs.tools.end())
        return fail(
            ErrorKind::Setup,
            Words::tr("--tool-choice %1: give auto, none, required or a tool's name.").arg(choice),
            u"usage"_s);
    inputs.toolChoice = ToolChoice {.mode = ToolChoice::Mode::Named, .name = choice};
    return {};
}

Result<QList<CallSpec>> singleCall(const CallOptions &call, const RunOptions &options)
{
    RunSource source = builtinSource(options.simulate);
    if (auto applied = applyRetry(options, source); !applied)
        return std::unexpected(applied.error());
    if (auto applied = applyNetwork(options.network, source); !applied)
        return std::unexpected(applied.error());
    auto target = targetOf(call, options);
    if (!target)
        return std::unexpected(target.error());

    CallInputs inputs {.prompt = {.slug = u"call"_s}, .load = mediaLoader(u"."_s)};
    if (!call.templateFile.empty()) {
        auto templateText = readFile(text(call.templateFile));
        if (!templateText)
            return std::unexpected(templateText.error());
        inputs.prompt.text = QString::fromUtf8(*templateText);
    } else {
        auto messages = messagesOf(call);
        if (!messages)
            return std::unexpected(messages.error());
        if (messages->isEmpty())
            return fail(
                ErrorKind::Setup,
                Words::tr(
                    "There is nothing to send. Give --message, --template, --messages or a file."),
                u"usage"_s);
        inputs.prompt.messages = *std::move(messages);
    }
    if (!call.scriptFile.empty()) {
        auto script = scriptOf(text(call.scriptFile));
        if (!script)
            return std::unexpected(script.error());
        inputs.prompt.dynamics.config = *std::move(script);
    }
    auto variables = variablesOf(options);
    if (!variables)
        return std::unexpected(variables.error());
    inputs.variables = *std::move(variables);
    if (auto applied = applyOutput(call, inputs); !applied)
        return std::unexpected(applied.error());
    if (auto applied = applyTools(call, inputs); !applied)
        return std::unexpected(applied.error());
    if (auto applied = applyOptions(options, inputs); !applied)
        return std::unexpected(applied.error());

    auto spec = prepareCall(inputs, *target, source);
    if (!spec)
        return std::unexpected(spec.error());
    QList<CallSpec> specs;
    appendRepeats(specs, *std::move(spec), options);
    return specs;
}

} // namespace Antiphon::Cli
