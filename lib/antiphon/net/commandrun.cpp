// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/net/commandrun.h>

#include <QDir>

#include <utility>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/types.h>
#endif

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// What goes wrong is read by models, so it is English whatever the interface speaks.

namespace Antiphon {

static constexpr qsizetype complaintsLimit = 1000;

static QProcessEnvironment environmentOf(const ToolCommand &command)
{
    static const QStringList everyProgramNeeds {
        u"PATH"_s,   u"HOME"_s,       u"USER"_s,        u"LOGNAME"_s, u"LANG"_s,
        u"LC_ALL"_s, u"LC_CTYPE"_s,   u"TZ"_s,          u"TMPDIR"_s,  u"XDG_RUNTIME_DIR"_s,
        u"TEMP"_s,   u"SYSTEMROOT"_s, u"USERPROFILE"_s, u"APPDATA"_s, u"PATHEXT"_s};
    const QProcessEnvironment ours = QProcessEnvironment::systemEnvironment();
    QProcessEnvironment theirs;
    for (const QString &name : everyProgramNeeds + command.environment) {
        if (ours.contains(name))
            theirs.insert(name, ours.value(name));
    }
    return theirs;
}

// A path is one from the folder it runs in; a mere name is looked up.
static QString programOf(const ToolCommand &command)
{
    const QString program = command.words.value(0);
    const bool isPath = program.contains(u'/') || program.contains(QDir::separator());
    return isPath && !command.folder.isEmpty() ? QDir(command.folder).absoluteFilePath(program)
                                               : program;
}

CommandRun::CommandRun(ToolCommand command, QByteArray input, Clock &clock)
    : m_command(std::move(command))
    , m_input(std::move(input))
    , m_clock(clock)
{
    m_process.setProgram(programOf(m_command));
    m_process.setArguments(m_command.words.mid(1));
    m_process.setWorkingDirectory(m_command.folder);
    m_process.setProcessEnvironment(environmentOf(m_command));
#ifdef Q_OS_UNIX
    m_process.setUnixProcessParameters(QProcess::UnixProcessFlag::CreateNewSession
                                       | QProcess::UnixProcessFlag::ResetIds
                                       | QProcess::UnixProcessFlag::IgnoreSigPipe);
#endif
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &CommandRun::read);
    connect(&m_process, &QProcess::readyReadStandardError, this, &CommandRun::read);
    connect(&m_process, &QProcess::finished, this, &CommandRun::onFinished);
    connect(&m_process, &QProcess::errorOccurred, this, &CommandRun::onError);
}

CommandRun::~CommandRun()
{
    m_process.disconnect(this);
    kill();
}

void CommandRun::start()
{
    m_timer = m_clock.after(m_command.timeout, [this] {
        fail(u"The tool gave no answer within %1 seconds."_s.arg(double(m_command.timeout.count())
                                                                 / 1000));
    });
    m_process.start();
    m_process.write(m_input);
    m_process.closeWriteChannel();
}

void CommandRun::read()
{
    m_output += m_process.readAllStandardOutput();
    m_complaints = (m_complaints + m_process.readAllStandardError()).right(complaintsLimit);
    if (m_output.size() > commandOutputLimit)
        fail(u"The tool's answer is longer than %1 bytes."_s.arg(commandOutputLimit));
}

void CommandRun::onFinished(int exitCode, QProcess::ExitStatus status)
{
    read();
    if (m_over)
        return;
    const QString complaints = QString::fromUtf8(m_complaints).trimmed();
    if (status != QProcess::NormalExit)
        m_result = std::unexpected(
            Error {.kind = ErrorKind::Tool, .message = u"The tool's program crashed."_s});
    else if (exitCode != 0)
        m_result = std::unexpected(
            Error {.kind = ErrorKind::Tool,
                   .message = u"The tool ended with exit code %1%2%3"_s.arg(exitCode).arg(
                       complaints.isEmpty() ? u"."_s : u": "_s, complaints)});
    else if (QString text = QString::fromUtf8(m_output); text.endsWith(u'\n'))
        m_result = text.chopped(1);
    else
        m_result = text;
    end();
}

void CommandRun::onError(QProcess::ProcessError error)
{
    if (error == QProcess::FailedToStart)
        fail(u"The tool's program \"%1\" could not be started."_s.arg(m_command.words.value(0)));
}

void CommandRun::fail(const QString &why)
{
    if (m_over)
        return;
    m_result = std::unexpected(Error {.kind = ErrorKind::Tool, .message = why});
    end();
    kill(); // last: the program's end is no answer any more
}

// Told later: a program that cannot be started says so from inside start().
void CommandRun::end()
{
    if (std::exchange(m_over, true))
        return;
    m_timer = m_clock.after(0ms, [this] { Q_EMIT finished(); });
}

void CommandRun::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
#ifdef Q_OS_UNIX
    // Its session, which is the program and all that it started.
    if (const qint64 id = m_process.processId(); id > 0)
        ::kill(-pid_t(id), SIGKILL);
#endif
    m_process.kill();
    m_process.waitForFinished(1000); // killed: at once
}

} // namespace Antiphon
