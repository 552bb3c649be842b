// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/simulate/answer.h>

namespace Antiphon {

using namespace Qt::StringLiterals;

static qint64 tokens(qsizetype characters)
{
    return (characters + 3) / 4;
}

/// The tool to call where one is forced or a script wants the first.
static QString firstTool(const SimulatedRequest &request)
{
    if (!request.forcedTool.isEmpty() || request.tools.isEmpty())
        return request.forcedTool;
    return request.tools.first().name;
}

/// A value is text, or the arguments of the tool that must be called.
static void answerJson(AnswerPlan &plan, const SimulatedRequest &request, const Json &value)
{
    if (request.toolForced && value.is_object())
        plan.toolCalls.append({.name = firstTool(request), .arguments = value});
    else
        plan.text = QString::fromUtf8(toBytes(value));
}

static void useTools(AnswerPlan &plan, const SimulatedRequest &request, Draws &draws)
{
    if (request.hasToolResults) {
        plan.text = u"Here is what I found:\n\n"_s;
        for (const QString &result : request.toolResults)
            plan.text += u"> "_s + QString(result).replace(u'\n', u"\n> "_s) + u"\n\n"_s;
        plan.text += u"Is there anything else I can do for you?"_s;
        return;
    }
    const ToolDefinition *offered = nullptr;
    for (const ToolDefinition &tool : request.tools) {
        if (!offered || tool.name == request.forcedTool)
            offered = &tool;
    }
    if (!offered) {
        plan.text = u"I would look that up, but no tool was offered to me."_s;
        return;
    }
    Json arguments = sampleFromSchema(offered->parameters, draws);
    plan.toolCalls.append(
        {.name = offered->name, .arguments = arguments.is_object() ? arguments : jsonObject()});
}

static void sayAnswer(AnswerPlan &plan, const SimulatedStep &step, const SimulatedRequest &request,
                      Draws &draws)
{
    plan.toolCalls = step.toolCalls;
    if (!step.refusal.isEmpty()) {
        plan.refusal = step.refusal;
    } else if (step.json) {
        answerJson(plan, request, *step.json);
    } else if (step.echo) {
        plan.text = request.lastUserText;
    } else if (step.useTools) {
        useTools(plan, request, draws);
    } else if (request.schema && (step.jsonFromSchema || step.almostFromSchema)) {
        const Json right = sampleFromSchema(*request.schema, draws);
        if (step.jsonFromSchema) {
            answerJson(plan, request, right);
        } else if (const auto almost = spoiled(right, *request.schema)) {
            answerJson(plan, request, *almost);
        } else { // nothing in it can be of the wrong type or missing: it breaks off instead
            plan.text = QString::fromUtf8(toBytes(right));
            plan.text.chop(1);
        }
    } else if (step.sample) {
        plan.text = sampleText(draws, step.sampleCharacters);
    } else {
        plan.text = step.text;
    }
}

static QString finishOf(const AnswerPlan &plan, const SimulatedStep &step)
{
    if (!step.finish.isEmpty())
        return step.finish;
    return plan.toolCalls.isEmpty() ? u"stop"_s : u"tool_calls"_s;
}

static std::optional<Usage> usageOf(const AnswerPlan &plan, const SimulatedStep &step,
                                    const SimulatedRequest &request)
{
    if (step.usage && step.usage->is_null())
        return {};
    const Json given = step.usage.value_or(jsonObject());
    const auto counter = [&](std::string_view key) -> std::optional<qint64> {
        const Json *value = find(given, key);
        return value ? std::optional(value->as<qint64>()) : std::nullopt;
    };

    Usage usage {.input = counter("input"),
                 .cachedInput = counter("cachedInput"),
                 .cacheWrite = counter("cacheWrite"),
                 .cacheWriteLong = counter("cacheWriteLong"),
                 .audioInput = counter("audioInput"),
                 .output = counter("output"),
                 .audioOutput = counter("audioOutput"),
                 .imageOutput = counter("imageOutput"),
                 .reasoning = counter("reasoning")};
    if (!usage.input)
        usage.input = tokens(request.inputCharacters);
    if (!usage.output) // reasoning is a part of the output
        usage.output = tokens(visibleCharacters(plan) + plan.thinking.size());
    if (!usage.reasoning && !step.usage && !plan.thinking.isEmpty())
        usage.reasoning = tokens(plan.thinking.size());
    return usage;
}

AnswerPlan planAnswer(const SimulatedStep &step, const SimulatedRequest &request, Draws &draws)
{
    const AnswerWriter &writer = answerWriter(request.format);
    AnswerPlan plan {
        .id = QString::fromLatin1(writer.idPrefix + drawId(draws, 20)),
        .model = step.model.isEmpty() ? request.model : step.model,
        .thinking = step.thinking,
        .streamUsage = request.streamUsage,
        .jsonArray = request.jsonArray,
    };
    sayAnswer(plan, step, request, draws);
    for (SimulatedToolCall &call : plan.toolCalls) {
        if (call.id.isEmpty())
            call.id = QString::fromLatin1(writer.callPrefix + drawId(draws, 16));
    }
    plan.finish = finishOf(plan, step);
    plan.usage = usageOf(plan, step, request);
    return plan;
}

} // namespace Antiphon
