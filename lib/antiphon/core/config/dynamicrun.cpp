// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/config/dynamicrun.h>

#include <antiphon/core/words.h>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

Json targetJson(const DynamicContext &context)
{
    const Target &target = context.target;
    return jsonObject({{"slug", toJson(target.slug)},
                       {"provider", toJson(target.provider)},
                       {"api", toJson(target.api)},
                       {"model", toJson(target.model)},
                       {"stream", Json(target.stream)},
                       {"abilities", context.attempt.abilities}});
}

Json attemptJson(const AttemptContext &attempt)
{
    Json errors = jsonArray();
    for (const Error &error : attempt.errors)
        errors.push_back(jsonObject({{"kind", toJson(errorKindName(error.kind))},
                                     {"message", toJson(error.message)},
                                     {"code", toJson(error.code)},
                                     {"httpStatus", Json(error.httpStatus)}}));
    return jsonObject({{"number", Json(attempt.number)}, {"errors", std::move(errors)}});
}

/// What an expression can name. Our own words win over inputs, which `vars` has all.
Json namesOf(const Json &variables, const DynamicContext &context)
{
    Json names = variables;
    names.insert_or_assign("vars", variables);
    names.insert_or_assign("target", targetJson(context));
    names.insert_or_assign("attempt", attemptJson(context.attempt));
    return names;
}

/// One run of it all.
class Runner {
public:
    Runner(const DynamicScene &scene, const Variables &given)
        : m_scene(scene)
        , m_world(worldOf(scene.context.attempt))
    {
        m_out.variables = given;
    }

    /// Works out the fields, stage by stage. Gives those that wait for an answer, up to the first
    /// stage that has any.
    Result<QStringList> computeFields()
    {
        const auto stages = computedStages(m_scene.dynamics.computed);
        if (!stages)
            return std::unexpected(stages.error());
        QStringList waiting;
        for (const QStringList &stage : *stages) {
            for (const ComputedField &field : m_scene.dynamics.computed) {
                if (!stage.contains(field.name) || m_scene.computed.contains(field.name))
                    continue; // not yet, or a function takes its place
                if (field.question && !m_scene.answers.contains(field.name))
                    waiting.append(field.name);
                else if (auto done = compute(field); !done)
                    return std::unexpected(done.error());
            }
            if (!waiting.isEmpty())
                return waiting;
        }
        for (const auto &[name, function] : m_scene.computed.asKeyValueRange()) {
            auto value = function(m_out.variables, m_scene.context);
            if (!value)
                return std::unexpected(value.error());
            put(name, *std::move(value), u"function"_s);
        }
        return waiting;
    }

    Result<> decide()
    {
        for (qsizetype i = 0; i < m_scene.dynamics.rules.size(); ++i) {
            if (auto done = apply(m_scene.dynamics.rules[i], int(i) + 1); !done)
                return done;
        }
        if (!m_scene.dynamics.config.isEmpty()) {
            if (auto done = runScript(); !done)
                return done;
        }
        if (!m_scene.configure)
            return {};
        auto config = m_scene.configure(m_out.variables, m_scene.context);
        if (!config)
            return std::unexpected(config.error());
        DynamicLayer layer {.name = u"function"_s, .config = *std::move(config)};
        layer.target = layer.config.target;
        append(std::move(layer));
        return {};
    }

    [[nodiscard]] DynamicOutcome take() { return std::move(m_out); }

private:
    void put(const QString &name, Value value, const QString &origin)
    {
        m_out.variables.insert(name, std::move(value));
        m_out.originOf.insert(name, origin);
    }

    Result<> compute(const ComputedField &field)
    {
        if (field.question) {
            put(field.name, m_scene.answers.value(field.name), u"answer"_s);
            return {};
        }
        auto result = evaluate(field.expression);
        if (!result)
            return std::unexpected(result.error());
        put(field.name, Value(std::move(result->value)), u"computed"_s);
        return {};
    }

    Result<ScriptResult> evaluate(const Script &script)
    {
        auto result
            = script.evaluate(namesOf(scriptJson(m_out.variables), m_scene.context), m_world);
        if (!result)
            return std::unexpected(result.error().toError());
        m_out.console += result->console;
        return *std::move(result);
    }

    Result<> apply(const DynamicRule &rule, int number)
    {
        if (!rule.enabled)
            return {};
        const auto met = evaluate(rule.when);
        if (!met)
            return std::unexpected(met.error());
        if (!met->truthy)
            return {};
        DynamicLayer layer {.name = u"rule %1"_s.arg(number)};
        Json config = jsonObject();
        Json parameters = jsonObject();
        for (const auto &entry : rule.set.object_range()) {
            const QString key = fromUtf8(entry.key());
            if (key.startsWith("params."_L1))
                parameters.insert_or_assign(toUtf8(key.sliced(7)), entry.value());
            else if (key == "target"_L1)
                layer.target = toText(entry.value());
            else if (key == "retry"_L1)
                layer.retry = toText(entry.value());
            else if (key == "output.schema"_L1)
                layer.schema = toText(entry.value());
            else
                config.insert_or_assign(entry.key(), entry.value());
        }
        config.insert_or_assign("call_params", std::move(parameters));
        return add(std::move(layer), std::move(config));
    }

    Result<> runScript()
    {
        const Json context = jsonObject({{"target", targetJson(m_scene.context)},
                                         {"attempt", attemptJson(m_scene.context.attempt)}});
        auto result = m_scene.dynamics.config.call(u"config"_s,
                                                   {scriptJson(m_out.variables), context}, m_world);
        if (!result)
            return std::unexpected(result.error().toError());
        m_out.console += result->console;
        Json config = std::move(result->value);
        if (config.is_null())
            return {};
        if (config.is_array()) // a function that gives messages only
            config = jsonObject({{"messages", Json(config)}});
        DynamicLayer layer {.name = m_scene.dynamics.config.file()};
        layer.target = textOf(config, "target");
        return add(std::move(layer), std::move(config));
    }

    /// The tools of \p config, which may be named instead of written out.
    Result<QList<ToolDefinition>> toolsOf(const Json &list) const
    {
        QList<ToolDefinition> tools;
        for (const Json &tool : list.array_range()) {
            if (!tool.is_string()) {
                const auto read = toolsFromJson(jsonArray({tool}));
                if (!read)
                    return std::unexpected(read.error());
                tools += *read;
                continue;
            }
            const QString name = toText(tool);
            auto named = std::ranges::find(m_scene.tools, name, &ToolDefinition::slug);
            if (named == m_scene.tools.end() || name.isEmpty())
                named = std::ranges::find(m_scene.tools, name, &ToolDefinition::name);
            if (named == m_scene.tools.end())
                return fail(ErrorKind::Setup, Words::tr("There is no tool \"%1\".").arg(name),
                            u"tools"_s);
            tools.append(*named);
        }
        return tools;
    }

    Result<> add(DynamicLayer layer, Json config)
    {
        const auto within = [&layer](Error error) {
            error.message = u"%1: %2"_s.arg(layer.name, error.message);
            return std::unexpected(std::move(error));
        };
        std::optional<QList<ToolDefinition>> tools;
        if (const Json *list = find(config, "tools"); list && list->is_array()) {
            auto read = toolsOf(*list);
            if (!read)
                return within(read.error());
            tools = *std::move(read);
            config.erase("tools");
        }
        auto read = dynamicFromJson(config);
        if (!read)
            return within(read.error());
        layer.config = *std::move(read);
        if (tools)
            layer.config.tools = std::move(tools);
        append(std::move(layer));
        return {};
    }

    void append(DynamicLayer layer)
    {
        for (const auto &[name, value] : layer.config.computed.asKeyValueRange())
            put(name, value, layer.name);
        m_out.layers.append(std::move(layer));
    }

    const DynamicScene &m_scene;
    const ScriptWorld m_world;
    DynamicOutcome m_out;
};

} // namespace

static QString questionOf(const Dynamics &dynamics, const QString &field)
{
    const auto found = std::ranges::find(dynamics.computed, field, &ComputedField::name);
    return found == dynamics.computed.end() || !found->question ? QString()
                                                                : found->question->prompt;
}

Result<DynamicOutcome> runDynamics(const DynamicScene &scene, const Variables &given)
{
    Runner runner(scene, given);
    const auto waiting = runner.computeFields();
    if (!waiting)
        return std::unexpected(waiting.error());
    if (!waiting->isEmpty())
        return fail(ErrorKind::Setup,
                    Words::tr("\"%1\" is the answer of the prompt \"%2\", which was not asked.")
                        .arg(waiting->first(), questionOf(scene.dynamics, waiting->first())),
                    waiting->first());
    if (auto done = runner.decide(); !done)
        return std::unexpected(done.error());
    return runner.take();
}

Result<ComputedSoFar> computedSoFar(const DynamicScene &scene, const Variables &given)
{
    Runner runner(scene, given);
    auto waiting = runner.computeFields();
    if (!waiting)
        return std::unexpected(waiting.error());
    return ComputedSoFar {.variables = runner.take().variables, .waiting = *std::move(waiting)};
}

Result<Variables> questionInputs(const PromptQuestion &question, const Variables &variables,
                                 const DynamicContext &context)
{
    const ScriptWorld world = worldOf(context.attempt);
    const Json names = namesOf(scriptJson(variables), context);
    Variables out;
    for (const auto &[name, expression] : question.inputs) {
        // An input that is passed on stays what it is, media too.
        if (const auto same = variables.constFind(expression.source().trimmed());
            same != variables.cend()) {
            out.insert(name, *same);
            continue;
        }
        auto value = expression.evaluate(names, world);
        if (!value)
            return std::unexpected(value.error().toError());
        out.insert(name, Value(std::move(value->value)));
    }
    return out;
}

} // namespace Antiphon
