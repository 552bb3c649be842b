// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/net/toolround.h>

#include <antiphon/core/tools/arguments.h>
#include <antiphon/net/commandrun.h>

#include <algorithm>
#include <type_traits>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// Answers are read by models, so they are English whatever the interface speaks.

namespace Antiphon {

static constexpr int mostCalls = 32; ///< Of one answer.

static std::unexpected<Error> refused(const QString &message)
{
    return fail(ErrorKind::Tool, message);
}

ToolRound::ToolRound(const CallSpec &spec, const Attempt &asking, AttemptContext context,
                     Clock &clock, std::chrono::milliseconds begin)
    : m_spec(spec)
    , m_calls(asking.toolCalls)
    , m_offered(asking.asked.tools)
    , m_context(std::move(context))
    , m_clock(clock)
    , m_attempt(asking.number)
    , m_begin(begin)
{
    for (const ToolCall &call : m_calls)
        m_runs.append({.id = call.id, .name = call.name, .custom = call.custom});
}

ToolRound::~ToolRound()
{
    for (auto &future : m_futures)
        future.cancel();
}

const ToolDefinition *ToolRound::offered(const QString &name) const
{
    const auto found = std::ranges::find(m_offered, name, &ToolDefinition::name);
    return found == m_offered.end() ? nullptr : &*found;
}

// A tool that nobody answers for is the person's.
ToolHandler ToolRound::handlerFor(const QString &name) const
{
    return m_spec.inputs.handlers.value(name);
}

void ToolRound::start()
{
    m_open = int(m_calls.size());
    for (ToolRun &run : m_runs)
        run.began = m_clock.now() - m_begin;
    for (int index = 0; index < int(m_calls.size()); ++index)
        begin(index);
    if (!m_questions.isEmpty())
        Q_EMIT questionsChanged();
}

void ToolRound::begin(int index)
{
    if (index >= mostCalls) {
        answer(
            index, {},
            refused(u"Only %1 calls are answered at once; make this one again."_s.arg(mostCalls)));
        return;
    }
    const ToolCall &call = m_calls[index];
    const ToolDefinition *tool = offered(call.name);
    if (!tool) {
        QStringList names;
        for (const ToolDefinition &other : m_offered)
            names.append(other.name);
        answer(index, {},
               refused(u"There is no tool \"%1\". There are: %2."_s.arg(call.name,
                                                                        names.join(", "_L1))));
        return;
    }
    auto arguments = toolArguments(*tool, call.argumentsText);
    if (!arguments) {
        answer(index, {}, std::unexpected(arguments.error()));
        return;
    }
    m_runs[index].arguments = *std::move(arguments);

    const ToolHandler handler = handlerFor(call.name);
    const auto *command = std::get_if<ToolCommand>(&handler.answer);
    const bool forbidden = command && !command->allowed;
    if (!needsPerson(handler) && !forbidden) {
        run(index, handler);
    } else if (m_spec.attended) {
        ask(index, handler);
    } else {
        if (forbidden)
            m_warnings.append(tr("The tool \"%1\" is a command, which was not run since nobody has "
                                 "allowed it: %2")
                                  .arg(call.name, commandText(*command)));
        answer(index, {}, refused(u"The tool cannot be used now: nobody has approved it."_s));
    }
}

void ToolRound::ask(int index, const ToolHandler &handler)
{
    const auto *command = std::get_if<ToolCommand>(&handler.answer);
    const Json &arguments = m_runs[index].arguments;
    m_questions.insert(index,
                       {.attempt = m_attempt,
                        .index = index,
                        .call = m_calls[index],
                        .arguments = arguments,
                        .canApprove = !std::holds_alternative<AskPerson>(handler.answer),
                        .runs = command ? commandText(*command) : QString(),
                        .suggestion = cannedAnswer(handler.suggestions, arguments)});
}

void ToolRound::reply(int index, const ToolReply &reply)
{
    const auto question = m_questions.constFind(index);
    if (question == m_questions.cend())
        return;
    const bool canApprove = question->canApprove;
    if (reply.kind == ToolReply::Kind::Approve && !canApprove)
        return; // there is nobody but the person
    m_questions.erase(question);
    switch (reply.kind) {
    case ToolReply::Kind::Approve:
        run(index, handlerFor(m_calls[index].name));
        break;
    case ToolReply::Kind::Answer:
        answer(index, u"person"_s, toJson(reply.text));
        break;
    case ToolReply::Kind::Refuse:
        answer(index, u"person"_s,
               refused(reply.text.isEmpty() ? u"The user refused to let this tool run."_s
                                            : reply.text));
        break;
    }
    Q_EMIT questionsChanged();
}

ToolContext ToolRound::toolContext(int index) const
{
    Variables all = m_spec.inputs.variables;
    all.insert(m_spec.inputs.answers);
    return {.tool = m_calls[index].name, .attempt = m_attempt, .vars = scriptJson(all)};
}

void ToolRound::run(int index, const ToolHandler &handler)
{
    const Json arguments = m_runs[index].arguments;
    const auto answers = [&](const auto &who) {
        using Who = std::remove_cvref_t<decltype(who)>;
        if constexpr (std::is_same_v<Who, AskPerson>) {
            answer(index, {}, refused(u"Nobody is here who could answer."_s));
        } else if constexpr (std::is_same_v<Who, CannedAnswers>) {
            const auto canned = cannedAnswer(who, arguments);
            if (canned)
                answer(index, u"canned"_s, *canned);
            else
                answer(index, u"canned"_s,
                       refused(u"The tool knows no answer to these arguments."_s));
        } else if constexpr (std::is_same_v<Who, Script>) {
            const ToolContext told = toolContext(index);
            const Json context = jsonObject({{"tool", toJson(told.tool)},
                                             {"attempt", Json(told.attempt)},
                                             {"vars", told.vars}});
            answer(index, u"script"_s, runToolScript(who, arguments, context, m_context));
        } else if constexpr (std::is_same_v<Who, ToolCommand>) {
            runCommand(index, who);
        } else if constexpr (std::is_same_v<Who, ToolFunction>) {
            if (who)
                answer(index, u"function"_s, who(arguments, toolContext(index)));
            else
                answer(index, u"function"_s, refused(u"The tool has no function."_s));
        } else {
            runFunction(index, who);
        }
    };
    std::visit(answers, handler.answer);
}

void ToolRound::runCommand(int index, const ToolCommand &command)
{
    const QByteArray input = toBytes(m_runs[index].arguments) + '\n';
    auto &run = m_commands[index];
    run = std::make_unique<CommandRun>(command, input, m_clock);
    connect(run.get(), &CommandRun::finished, this, [this, index] {
        auto node = m_commands.extract(index);
        const Result<QString> said = node.mapped()->result();
        node.mapped().release()->deleteLater(); // we are inside its signal
        if (said)
            answer(index, u"command"_s, toJson(*said));
        else
            answer(index, u"command"_s, std::unexpected(said.error()));
    });
    run->start();
}

void ToolRound::runFunction(int index, const AsyncToolFunction &function)
{
    if (!function) {
        answer(index, u"function"_s, refused(u"The tool has no function."_s));
        return;
    }
    QFuture<Result<Json>> future = function(m_runs[index].arguments, toolContext(index));
    m_futures.insert(index, future);
    future
        .then(this,
              [this, index](const Result<Json> &result) {
                  m_futures.remove(index);
                  answer(index, u"function"_s, result);
              })
        .onCanceled(this, [this, index] {
            if (m_futures.remove(index))
                answer(index, u"function"_s, refused(u"The tool gave up."_s));
        });
}

void ToolRound::answer(int index, const QString &by, const Result<Json> &result)
{
    ToolRun &run = m_runs[index];
    run.by = by;
    run.isError = !result;
    run.result = result ? toolOutputText(*result) : result.error().message;
    run.took = m_clock.now() - m_begin - run.began;
    if (--m_open == 0)
        m_end = m_clock.after(0ms, [this] { Q_EMIT finished(); });
}

void ToolRound::stop()
{
    m_end.reset();
    m_questions.clear();
    for (auto &future : m_futures)
        future.cancel();
    m_futures.clear();
    m_commands.clear();
    for (ToolRun &run : m_runs) {
        if (!run.result.isEmpty() || !run.by.isEmpty() || run.isError)
            continue;
        run.isError = true;
        run.result = u"Cancelled before it answered."_s;
        run.took = m_clock.now() - m_begin - run.began;
    }
    m_open = 0;
}

} // namespace Antiphon
