// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/config/extraction.h>

#include <antiphon/core/config/jsonmode.h>
#include <antiphon/core/words.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

using Mechanism = Extraction::Mechanism;

template<typename T>
Result<T> named(const QMap<QString, T> &all, const QString &slug, const QString &unknown)
{
    if (const auto found = all.constFind(slug); found != all.cend())
        return *found;
    const QString known = all.isEmpty() ? Words::tr("none") : all.keys().join(", "_L1);
    return fail(ErrorKind::Setup, unknown.arg(slug, known), u"schema"_s);
}

Result<ResponseModel> modelOf(const OutputSpec &wanted, const CallInputs &inputs)
{
    if (wanted.schema.isEmpty()) {
        if (wanted.mode != OutputSpec::Mode::JsonText)
            return fail(ErrorKind::Setup,
                        Words::tr("The prompt's \"output\" names no schema, which only its mode "
                                  "\"json\" can do without."),
                        u"schema"_s);
        return responseModel(jsonObject({{"type", Json("object")}}), u"answer"_s);
    }
    const auto schema = named(inputs.schemas, wanted.schema,
                              Words::tr("There is no schema \"%1\". There are: %2."));
    if (!schema)
        return std::unexpected(schema.error());
    return responseModel(*schema, wanted.schema);
}

Result<QList<AnswerRule>> rulesOf(const OutputSpec &wanted, const CallInputs &inputs)
{
    if (wanted.rules.isEmpty())
        return QList<AnswerRule> {};
    const auto rules
        = named(inputs.rules, wanted.rules, Words::tr("There are no rules \"%1\". There are: %2."));
    if (!rules)
        return std::unexpected(rules.error());
    return answerRulesFromJson(*rules);
}

/// The values of those variables that the model leaves to the call.
Result<Json> argumentsOf(const ResponseModel &model, const Variables &values)
{
    Json out = jsonObject();
    QStringList missing;
    for (const QString &name : model.fromArguments) {
        const auto value = values.constFind(name);
        const auto *json = value == values.cend() ? nullptr : std::get_if<Json>(&value->held);
        if (json)
            out.insert_or_assign(toUtf8(name), *json);
        else
            missing.append(name);
    }
    if (missing.isEmpty())
        return out;
    const QString given
        = values.isEmpty() ? Words::tr("none") : QStringList(values.keys()).join(", "_L1);
    return fail(ErrorKind::Setup,
                Words::tr("The schema takes %1 from the call's variables, but the call has no such "
                          "variable. It has: %2.")
                    .arg(missing.join(", "_L1), given),
                u"from-arguments"_s);
}

/// Thinking is on by a parameter: services then refuse to force a tool.
bool thinks(const Parameters &parameters)
{
    const Json *thinking = find(parameters.extra, "thinking");
    if (!thinking || !thinking->is_object())
        return false;
    return textOf(*thinking, "type") != "disabled"_L1;
}

bool isForcible(const OutputDialect &dialect, const CallRequest &request)
{
    const auto begins
        = [&request](const QString &model) { return request.model.startsWith(model); };
    return dialect.force != OutputDialect::Force::No && !thinks(request.parameters)
        && std::ranges::none_of(dialect.unforcedModels, begins);
}

Json adapted(const Json &schema, const SchemaRules &rules, QStringList &warnings)
{
    AdaptedSchema out = adaptSchema(schema, rules);
    warnings += out.notices;
    return std::move(out.schema);
}

void askByTool(const ResponseModel &model, const OutputDialect &dialect, bool forcible,
               ResolvedCall &out)
{
    ToolDefinition tool = answerTool(model);
    tool.parameters = adapted(model.asked, dialect.toolRules, out.warnings);
    out.request.tools.append(tool);
    if (!forcible)
        return;
    if (dialect.force == OutputDialect::Force::Named)
        out.request.toolChoice = ToolChoice {.mode = ToolChoice::Mode::Named, .name = tool.name};
    else
        out.request.toolChoice = ToolChoice {.mode = ToolChoice::Mode::Required};
}

void askByText(const Extraction &how, bool hasSchema, const OutputDialect &dialect,
               ResolvedCall &out)
{
    const bool switched
        = dialect.jsonMode && (dialect.jsonModeWithTools || out.request.tools.isEmpty());
    if (switched)
        out.request.output = {.mode = OutputFormat::Mode::JsonObject,
                              .name = how.model.name,
                              .schema = how.model.asked};
    addInstruction(out.request.messages,
                   jsonInstruction(hasSchema ? how.model.asked : Json::null()),
                   dialect.instruction);
}

void addConversation(const RepairInput &repair, const OutputDialect &dialect,
                     QList<Message> &messages)
{
    if (repair.as != RepairInput::As::Conversation)
        return;
    for (const Attempt &attempt : repair.attempts)
        addTurns(messages, repairTurns(attempt, dialect));
}

} // namespace

Mechanism chooseMechanism(OutputSpec::Mode wanted, const OutputDialect &dialect, bool forcible,
                          bool ownTools, QStringList &warnings)
{
    const Mechanism byText = dialect.strict ? Mechanism::Strict : Mechanism::JsonText;
    switch (wanted) {
    case OutputSpec::Mode::JsonText:
        return Mechanism::JsonText;
    case OutputSpec::Mode::Strict:
        if (!dialect.strict)
            warnings.append(Words::tr("This service takes no schema for its answers (output mode "
                                      "\"strict\"), so a tool asks for the value."));
        if (dialect.strict)
            return Mechanism::Strict;
        return forcible && !ownTools ? Mechanism::Tool : Mechanism::JsonText;
    case OutputSpec::Mode::Tool:
        if (!ownTools) {
            if (!forcible)
                warnings.append(Words::tr("This model cannot be made to call a tool: it is only "
                                          "offered one for the value."));
            return Mechanism::Tool;
        }
        warnings.append(Words::tr("The prompt has tools of its own, so the value is asked for as "
                                  "JSON and not by a tool."));
        return Mechanism::JsonText;
    case OutputSpec::Mode::Auto:
        break;
    }
    if (ownTools)
        return Mechanism::JsonText;
    return forcible ? Mechanism::Tool : byText;
}

Result<> askForValue(const CallInputs &inputs, const Variables &values, const Target &target,
                     const Provider &provider, const AttemptContext &attempt, ResolvedCall &out)
{
    const RepairInput &repair = attempt.repair;
    const OutputSpec &wanted = *inputs.prompt.output;
    const ProviderApi *api = findApi(provider, target.api);
    const OutputDialect dialect = outputDialect(
        api ? api->codec : QString(), api && api->quirks ? *api->quirks : provider.quirks);
    auto model = modelOf(wanted, inputs);
    if (!model)
        return std::unexpected(model.error());
    auto rules = rulesOf(wanted, inputs);
    if (!rules)
        return std::unexpected(rules.error());
    auto arguments = argumentsOf(*model, values);
    if (!arguments)
        return std::unexpected(arguments.error());

    const bool forcible = isForcible(dialect, out.request);
    const bool ownTools = !out.request.tools.isEmpty();
    Extraction how {.model = *std::move(model),
                    .lenient = wanted.lenient,
                    .besideTools = ownTools,
                    .arguments = *std::move(arguments),
                    .rules = *std::move(rules)};
    how.mechanism = chooseMechanism(wanted.mode, dialect, forcible, ownTools, out.warnings);
    if (repair.as == RepairInput::As::Prompt)
        addErrorsToPrompt(out.request.messages, repair.errors);
    switch (how.mechanism) {
    case Mechanism::Tool:
        askByTool(how.model, dialect, forcible, out);
        break;
    case Mechanism::JsonText:
        askByText(how, !wanted.schema.isEmpty(), dialect, out);
        break;
    case Mechanism::Strict:
        how.nullIsAbsent = dialect.strictRules.allRequired;
        out.request.output
            = {.mode = OutputFormat::Mode::Strict,
               .name = how.model.name,
               .schema = adapted(how.model.asked, dialect.strictRules, out.warnings)};
        break;
    }
    out.request.messages += attempt.turns;
    addConversation(repair, dialect, out.request.messages);
    out.extraction = std::move(how);
    return {};
}

} // namespace Antiphon
