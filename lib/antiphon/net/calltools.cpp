// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/net/callprivate.h>

#include <antiphon/core/call/redactattempt.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon {

// A name nobody offered is answered too, with an error: the model may have dreamt it up.
bool Call::Private::canAnswer(const ToolCall &call, const Attempt &attempt) const
{
    const auto handler = spec.inputs.handlers.constFind(call.name);
    if (spec.attended)
        return true;
    if (handler != spec.inputs.handlers.cend())
        return !needsPerson(*handler);
    return std::ranges::none_of(attempt.asked.tools, [&call](const ToolDefinition &tool) {
        return tool.name == call.name;
    });
}

/// The tools that \p attempt calls, if they are to answer and the model is to go on. Empty as well
/// when the calls are the answer: the value asked for, or for the caller to make.
QStringList Call::Private::toolsToAnswer(const Attempt &attempt) const
{
    const bool value = extraction && extraction->mechanism == Extraction::Mechanism::Tool;
    const bool cutOff = attempt.finish == FinishReason::Length;
    if (attempt.error || value || cutOff || (spec.inputs.handlers.isEmpty() && !spec.attended))
        return {};
    QStringList names;
    for (const ToolCall &call : attempt.toolCalls) {
        if (!canAnswer(call, attempt))
            return {};
        names.append(call.name);
    }
    return names;
}

void Call::Private::limitToolSteps(Attempt &attempt) const
{
    if (toolSteps < spec.inputs.toolSteps || toolsToAnswer(attempt).isEmpty())
        return;
    attempt.error = Error {
        .kind = ErrorKind::Tool,
        .message = tr("The model asks for tools again after %n steps, which is as often as "
                      "this call lets them answer.",
                      nullptr, toolSteps),
        .provider = attempt.provider,
        .code = u"tool-steps"_s};
    attempt.state = finalState(attempt);
}

void Call::Private::runTools()
{
    carried.clear();
    setState(CallState::Tool);
    if (step != Step::Between)
        return;
    tools = std::make_unique<ToolRound>(spec, record.attempts.last(), context(), clock, begin);
    connect(tools.get(), &ToolRound::questionsChanged, q,
            [this] { Q_EMIT q->questionsChanged(tools->questions()); });
    connect(tools.get(), &ToolRound::finished, q, [this] { onToolsAnswered(); });
    tools->start();
}

/// Takes over what the tools answered, and parts with them.
void Call::Private::keepToolRuns()
{
    Attempt &attempt = record.attempts.last();
    attempt.toolRuns = tools->runs();
    redactToolRuns(attempt.toolRuns, secretsOf(here().credentials) + secretsOf(here().network));
    for (const QString &warning : tools->warnings()) {
        if (!record.warnings.contains(warning))
            record.warnings.append(warning);
    }
    tools.release()->deleteLater(); // we may be inside its signal
    Q_EMIT q->toolsAnswered(attempt.number);
}

void Call::Private::onToolsAnswered()
{
    keepToolRuns();
    const Attempt &attempt = record.attempts.last();
    turns.append(answerMessage(attempt));
    turns.append(toolResultsMessage(attempt));
    ++toolSteps;
    if (step == Step::Between)
        nextAttempt(AttemptKind::Tool);
}

} // namespace Antiphon
