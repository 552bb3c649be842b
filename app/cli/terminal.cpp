// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "terminal.h"

#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>

#include <cstdio>

#ifdef Q_OS_UNIX
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#else
#include <conio.h>
#include <io.h>
#endif

using namespace Qt::StringLiterals;

namespace Antiphon::Cli {

static void write(std::FILE *stream, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
    std::fflush(stream);
}

void print(const QString &text)
{
    write(stdout, text.toUtf8());
}

void print(const QByteArray &bytes)
{
    write(stdout, bytes);
}

void tell(const QString &text)
{
    write(stderr, text.toUtf8());
}

void tell(const Error &error)
{
    tell(u"antiphon-cli: %1\n"_s.arg(error.message));
}

static bool isTerminal(std::FILE *stream)
{
#ifdef Q_OS_UNIX
    return ::isatty(::fileno(stream)) == 1;
#else
    return ::_isatty(::_fileno(stream)) != 0;
#endif
}

bool outputIsTerminal()
{
    return isTerminal(stdout);
}

bool errorIsTerminal()
{
    return isTerminal(stderr);
}

bool canAsk()
{
    return isTerminal(stdin) && isTerminal(stderr);
}

#ifdef Q_OS_UNIX
static QByteArray typedUnseen()
{
    termios before {};
    ::tcgetattr(STDIN_FILENO, &before);
    termios silent = before;
    silent.c_lflag &= ~tcflag_t(ECHO);
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    QFile input;
    QByteArray line;
    if (input.open(stdin, QIODevice::ReadOnly))
        line = input.readLine();
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
    return line;
}
#else
static QByteArray typedUnseen()
{
    QByteArray line;
    for (int key = ::_getch(); key != '\r' && key != '\n' && key != EOF; key = ::_getch()) {
        if (key == '\b')
            line.chop(1);
        else
            line.append(char(key));
    }
    return line;
}
#endif

Result<QByteArray> readSecret(const QString &prompt)
{
    if (isTerminal(stdin)) {
        tell(prompt);
        const QByteArray line = typedUnseen();
        tell(u"\n"_s);
        return line.trimmed();
    }
    auto all = readFile(u"-"_s);
    if (all)
        all = all->trimmed();
    return all;
}

int terminalWidth()
{
    if (const int columns = qEnvironmentVariableIntValue("COLUMNS"); columns >= 40)
        return columns;
#ifdef Q_OS_UNIX
    winsize size {};
    if (outputIsTerminal() && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40)
        return size.ws_col;
#endif
    return 120;
}

Result<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    const bool opened
        = path == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened)
        return fail(ErrorKind::Setup,
                    QCoreApplication::translate("terminal", "Cannot read %1: %2.")
                        .arg(path, file.errorString()));
    return file.readAll();
}

Result<Json> readJson(const QString &path, int maxDepth)
{
    const auto bytes = readFile(path);
    if (!bytes)
        return std::unexpected(bytes.error());
    auto json = parseJson(*bytes, maxDepth);
    if (!json)
        return std::unexpected(json.error().toError(path));
    return *std::move(json);
}

Result<> writeResult(const QString &path, const QByteArray &bytes)
{
    if (path.isEmpty() || path == "-"_L1) {
        print(bytes);
        return {};
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(ErrorKind::Setup,
                    QCoreApplication::translate("terminal", "Cannot write %1: %2.")
                        .arg(path, file.errorString()));
    return {};
}

// The blocks that terminals draw two columns wide (Unicode Standard Annex 11, wide and full-width).
static bool isWide(char32_t c)
{
    return (c >= 0x1100 && c <= 0x115f) || (c >= 0x2e80 && c <= 0xa4cf)
        || (c >= 0xac00 && c <= 0xd7a3) || (c >= 0xf900 && c <= 0xfaff)
        || (c >= 0xfe30 && c <= 0xfe6f) || (c >= 0xff00 && c <= 0xff60)
        || (c >= 0x1f300 && c <= 0x1faff) || (c >= 0x20000 && c <= 0x3fffd);
}

int displayWidth(QStringView text)
{
    int width = 0;
    const auto codes = text.toUcs4();
    for (const char32_t c : codes) {
        const auto category = QChar::category(c);
        const bool drawsNothing = category == QChar::Mark_NonSpacing
            || category == QChar::Mark_Enclosing || category == QChar::Other_Format
            || category == QChar::Other_Control;
        width += drawsNothing ? 0 : isWide(c) ? 2 : 1;
    }
    return width;
}

// The longest beginning of `text` that fits, at a blank if that keeps at least a third of the line.
static qsizetype breakAt(QStringView text, int width)
{
    qsizetype end = 0;
    qsizetype blank = -1;
    int used = 0;
    while (end < text.size()) {
        const qsizetype step = text[end].isHighSurrogate() && end + 1 < text.size() ? 2 : 1;
        const int columns = displayWidth(text.sliced(end, step));
        if (used + columns > width)
            break;
        if (text[end] == u' ')
            blank = end;
        used += columns;
        end += step;
    }
    if (end == text.size())
        return end;
    if (text[end] == u' ')
        return end;
    return blank > width / 3 ? blank : std::max<qsizetype>(end, 1);
}

QStringList wrapped(const QString &text, int width)
{
    QStringList lines;
    const QStringList paragraphs
        = QString(text).remove(u'\r').replace(u'\t', u"    "_s).split(u'\n');
    for (const QString &paragraph : paragraphs) {
        QStringView rest(paragraph);
        do {
            const qsizetype end = breakAt(rest, width);
            lines.append(rest.first(end).toString());
            rest = rest.sliced(end);
            while (rest.startsWith(u' '))
                rest = rest.sliced(1);
        } while (!rest.isEmpty());
    }
    return lines;
}

} // namespace Antiphon::Cli
