// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "calls.h"
#include "commands.h"
#include "printer.h"
#include "session.h"
#include "spending.h"
#include "terminal.h"
#include "toolprompt.h"

#include <antiphon/core/call/failures.h>
#include <antiphon/core/media/audio.h>
#include <antiphon/core/words.h>
#include <antiphon/store/exchange/exportrecords.h>
#include <antiphon/store/exchange/writeexport.h>

#include <QDir>

#include <memory>

using namespace Qt::StringLiterals;

namespace Antiphon::Cli {

// Shows a lone stream as it comes, on the terminal that will not get the result as well.
class LiveText {
public:
    explicit LiveText(const RunOptions &options, qsizetype calls)
        : m_shown(calls == 1 && !options.json && errorIsTerminal() && !outputIsTerminal())
    {
    }

    void show(const CallUpdate &update)
    {
        if (!m_shown)
            return;
        for (const Attempt &attempt : update.ended)
            m_goesOn = attempt.decision && attempt.decision->next == Decision::Next::Tool;
        if (update.restarted)
            tell(m_goesOn ? u"\n"_s
                          : Words::tr("\n[the stream was restarted; the text above is void]\n"));
        tell(update.text);
        if (update.finished)
            tell(u"\n"_s);
    }

private:
    bool m_shown;
    bool m_goesOn = false; ///< The text above was a step before tools answered.
};

static void tellProgress(const CallUpdate &update, const CallSpec &spec)
{
    if (!errorIsTerminal())
        return;
    for (const Attempt &attempt : update.ended) {
        if (attempt.decision && attempt.decision->next != Decision::Next::Stop)
            tell(
                u"%1: %2\n"_s.arg(displayName(spec.targets.first().target), attempt.decision->why));
    }
    for (const AnsweredTools &answered : update.answered) {
        for (const ToolRun &run : answered.runs)
            tell(u"%1: %2\n"_s.arg(displayName(spec.targets.first().target), toolLine(run)));
    }
}

static QByteArray formatted(const QList<CallRecord> &records, const RunOptions &options)
{
    if (options.format == "table")
        return asTable(records, terminalWidth()).toUtf8();
    if (options.format == "markdown")
        return exportRecords(records, ExportFormat::Markdown,
                             {.withRequests = options.withRequests});
    return asText(records).toUtf8();
}

static void tellErrors(const QList<CallRecord> &records, const RunOptions &options)
{
    for (const CallRecord &record : records) {
        for (const QString &warning : record.warnings)
            tell(Words::tr("%1: warning: %2\n").arg(record.target, warning));
        const auto error = errorOf(record);
        if (error && (records.size() == 1 || options.json))
            tell(Words::tr("antiphon-cli: %1: %2: %3\n")
                     .arg(record.target, errorKindName(error->kind), error->message));
    }
}

/// The spoken answer as a file of its own.
static Result<> saveAudio(const QList<CallRecord> &records, const QString &path)
{
    for (const CallRecord &record : records) {
        const Attempt *last = answer(record);
        if (!last || last->audio.bytes.isEmpty())
            continue;
        const AudioFile file = audioFile(last->audio.bytes, last->audio.mediaType);
        if (auto written = writeExport(path, file.bytes); !written)
            return written;
        tell(Words::tr("Audio (%1) written to %2.\n").arg(file.mediaType, path));
        return {};
    }
    return fail(ErrorKind::BadResponse,
                Words::tr("The answer holds no audio, so %1 was not written.").arg(path));
}

/// What was said so far, for the next call to go on from. A call without an answer changes nothing.
static Result<> keepConversation(const QList<CallRecord> &records, const QString &path)
{
    const CallRecord &record = records.last();
    if (!canGoOn(record))
        return {};
    return writeExport(path, toPretty(toJson(conversation(record))));
}

static Exit runAndPrint(QList<CallSpec> specs, const RunOptions &options,
                        const Project *project = nullptr)
{
    const QString id = project ? project->id : QString();
    const auto purse = purseFor(options, project ? project->budget : Budget {}, id);
    for (CallSpec &spec : specs)
        spec.purse = purse;
    LiveText live(options, specs.size());
    const bool toFile = !options.out.empty();
    QByteArray lines;
    const auto records = runCalls(specs, options, [&](qsizetype index, const CallUpdate &update) {
        live.show(update);
        tellProgress(update, specs[index]);
        if (update.finished)
            noteSpending(*update.finished, id);
        if (!update.finished || !options.json)
            return;
        const QByteArray line = toBytes(toJson(*update.finished, options.withRequests)) + "\n";
        toFile ? void(lines += line) : print(line);
    });
    if (!records) {
        tell(records.error());
        return exitOf(records.error());
    }
    if (!options.json || toFile) {
        if (auto written
            = writeResult(text(options.out), options.json ? lines : formatted(*records, options));
            !written) {
            tell(written.error());
            return exitOf(written.error());
        }
    }
    tellErrors(*records, options);
    if (!options.conversation.empty()) {
        if (auto kept = keepConversation(*records, text(options.conversation)); !kept) {
            tell(kept.error());
            return exitOf(kept.error());
        }
    }
    if (!options.saveAudio.empty()) {
        if (auto saved = saveAudio(*records, text(options.saveAudio)); !saved) {
            tell(saved.error());
            return exitOf(*records) == Exit::Success ? exitOf(saved.error()) : exitOf(*records);
        }
    }
    return exitOf(*records);
}

static Exit runProject(const QString &folder, RunOptions options)
{
    auto project = loadProject(folder);
    if (!project) {
        tell(project.error());
        return exitOf(project.error());
    }
    for (const Problem &problem : project->problems) {
        if (problem.severity != Problem::Severity::Hint)
            tell(u"%1:%2:%3: %4\n"_s.arg(problem.file)
                     .arg(problem.line)
                     .arg(problem.column)
                     .arg(problem.message));
    }
    if (options.concurrency == 0)
        options.concurrency = project->concurrencyTotal;
    if (options.format.empty())
        options.format = "table";
    auto specs = projectCalls(*project, options);
    if (!specs) {
        tell(specs.error());
        return exitOf(specs.error());
    }
    return runAndPrint(*specs, options, &*project);
}

void addRunCommand(CLI::App &app, Action &action)
{
    struct Arguments {
        std::string project = ".";
        RunOptions run;
    };
    auto arguments = std::make_shared<Arguments>();
    auto *command = app.add_subcommand(
        "run", Words::tr("Run a prompt of a project on its targets, side by side").toStdString());
    command->add_option("PROJECT", arguments->project,
                        Words::tr("The project's folder (default: here)").toStdString());
    command
        ->add_option("--target", arguments->run.targets,
                     Words::tr("Only this target (repeatable)").toStdString())
        ->allow_extra_args(false);
    command->add_option("--prompt", arguments->run.prompt,
                        Words::tr("The prompt (default: the first)").toStdString());
    command->add_option("--variant", arguments->run.variant,
                        Words::tr("A variant of the prompt").toStdString());
    command->add_option(
        "--inputs", arguments->run.inputs,
        Words::tr("An input set (default: the first, if no --var is given)").toStdString());
    addRunOptions(*command, arguments->run);
    command->callback([&action, arguments] {
        action = [arguments] { return runProject(text(arguments->project), arguments->run); };
    });
}

void addCallCommand(CLI::App &app, Action &action)
{
    struct Arguments {
        CallOptions call;
        RunOptions run;
    };
    auto arguments = std::make_shared<Arguments>();
    auto *command
        = app.add_subcommand("call", Words::tr("One call without a project").toStdString());
    addCallOptions(*command, arguments->call);
    addRunOptions(*command, arguments->run);
    command
        ->add_option("--save-audio", arguments->run.saveAudio,
                     Words::tr("Write the spoken answer into a file").toStdString())
        ->type_name("FILE");
    command
        ->add_option("--conversation", arguments->run.conversation,
                     Words::tr("Go on from the messages in this file, and keep what is said there")
                         .toStdString())
        ->type_name("FILE")
        ->excludes(command->get_option("--messages"))
        ->excludes(command->get_option("--repeat"));
    command->callback([&action, arguments] {
        action = [arguments] {
            arguments->call.conversation = arguments->run.conversation;
            auto specs = singleCall(arguments->call, arguments->run);
            if (specs)
                return runAndPrint(*specs, arguments->run);
            tell(specs.error());
            return exitOf(specs.error());
        };
    });
}

} // namespace Antiphon::Cli
