// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/store/project/jsonfile.h>

#include <antiphon/core/words.h>

#include <jsoncons/json_cursor.hpp>

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace Antiphon {

QString toText(const Problem &problem)
{
    if (problem.line <= 0)
        return u"%1: %2"_s.arg(problem.file, problem.message);
    return Words::tr("%1, line %2, column %3: %4")
        .arg(problem.file)
        .arg(problem.line)
        .arg(problem.column)
        .arg(problem.message);
}

Error toError(const Problem &problem)
{
    return {.kind = ErrorKind::Setup, .message = toText(problem), .code = u"file"_s};
}

Result<QString> pathInside(const QString &folder, const QString &relative)
{
    const QString clean = QDir::cleanPath(relative);
    if (relative.isEmpty() || QDir::isAbsolutePath(clean) || clean == ".."_L1
        || clean.startsWith("../"_L1) || relative.contains(u'\\') || relative.contains(u'\0'))
        return fail(
            ErrorKind::Setup,
            Words::tr("\"%1\" is not a path inside the project. Use a relative path with forward "
                      "slashes and without \"..\".")
                .arg(relative),
            u"path"_s);

    // The nearest part that exists tells where links lead.
    const QString root = QFileInfo(folder).canonicalFilePath();
    QFileInfo at(QDir(folder).filePath(clean));
    while (!at.exists() && !at.isSymLink() && at.absoluteFilePath() != QDir(folder).absolutePath())
        at = QFileInfo(at.absolutePath());
    const QString real = at.canonicalFilePath();
    if (root.isEmpty() || (real != root && !real.startsWith(root + u'/')))
        return fail(
            ErrorKind::Setup,
            Words::tr("\"%1\" leads out of the project through a link. Copy the file into the "
                      "project instead.")
                .arg(relative),
            u"path"_s);
    return QDir(folder).absoluteFilePath(clean);
}

static std::unexpected<Problem> problem(const QString &file, QString message, TextPlace place = {})
{
    return std::unexpected(Problem {
        .file = file, .line = place.line, .column = place.column, .message = std::move(message)});
}

std::expected<ProjectText, Problem> readProjectText(const QString &folder, const QString &relative)
{
    const auto path = pathInside(folder, relative);
    if (!path)
        return problem(relative, path.error().message);
    QFile file(*path);
    if (QFileInfo(*path).isDir() || !file.open(QIODevice::ReadOnly))
        return problem(relative, Words::tr("The file cannot be read: %1.").arg(file.errorString()));
    if (file.size() > projectFileLimit)
        return problem(
            relative,
            Words::tr("The file is larger than 5 MiB. Large texts belong in a data set or an "
                      "asset."));
    ProjectText text {.bytes = file.read(projectFileLimit + 1)};
    if (text.bytes.startsWith("\xef\xbb\xbf"))
        text.bytes.remove(0, 3);
    text.hadCrlf = text.bytes.contains("\r\n");
    if (text.hadCrlf)
        text.bytes.replace("\r\n", "\n");

    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString decoded = decoder(text.bytes);
    if (decoder.hasError())
        return problem(relative,
                       Words::tr("The file is not UTF-8. Save it again with that encoding."));
    return text;
}

int conflictLine(const QByteArray &text)
{
    if (!text.contains("<<<<<<< ") || !text.contains(">>>>>>> "))
        return 0;
    int line = 1;
    for (qsizetype at = 0; at >= 0 && at < text.size(); ++line) {
        if (QByteArrayView(text).sliced(at).startsWith("<<<<<<< "))
            return line;
        const qsizetype end = text.indexOf('\n', at);
        if (end < 0)
            break;
        at = end + 1;
    }
    return 0;
}

std::expected<Json, Problem> parseProjectJson(const ProjectText &text, const QString &relative)
{
    auto parsed = parseJson(text.bytes);
    if (parsed)
        return *std::move(parsed);
    if (const int line = conflictLine(text.bytes); line > 0)
        return problem(
            relative,
            Words::tr("Two versions of this file were merged and a conflict is left. Keep one "
                      "side and remove the lines with <<<<<<<, ======= and >>>>>>>."),
            {line, 1});
    return problem(relative, parsed.error().message, {parsed.error().line, parsed.error().column});
}

std::expected<Json, Problem> readProjectJson(const QString &folder, const QString &relative)
{
    return readProjectText(folder, relative).and_then([&](const ProjectText &text) {
        return parseProjectJson(text, relative);
    });
}

Result<> writeProjectFile(const QString &folder, const QString &relative, const QByteArray &bytes)
{
    const auto path = pathInside(folder, relative);
    if (!path)
        return std::unexpected(path.error());
    if (QFile old(*path); old.exists() && old.size() == bytes.size()
        && old.open(QIODevice::ReadOnly) && old.readAll() == bytes)
        return {};

    const auto failed = [&](const QString &why) {
        return fail(ErrorKind::Setup, Words::tr("%1 cannot be saved: %2.").arg(relative, why),
                    u"write"_s);
    };
    if (!QDir().mkpath(QFileInfo(*path).absolutePath()))
        return failed(Words::tr("the folder cannot be made"));
    QSaveFile file(*path);
    file.setDirectWriteFallback(false); // half a file is worse than none
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failed(file.errorString());
    return {};
}

/// Walks \p text with a cursor; \p path shrinks by one per level that was found.
static TextPlace placeOf(const QByteArray &text, const QStringList &path)
{
    struct Level {
        bool isArray = false;
        int index = -1;
        bool onPath = false; // this container is the one path[depth] looks into
    };
    std::error_code error;
    jsoncons::json_string_cursor cursor(std::string_view(text.constData(), size_t(text.size())),
                                        error);
    QList<Level> levels;
    TextPlace best;
    qsizetype found = 0; // how many parts of path have been matched
    bool nextMatches = true; // the value that comes is the one looked for
    for (; !error && !cursor.done(); cursor.next(error)) {
        const auto &event = cursor.current();
        const TextPlace here {int(cursor.line()), int(cursor.column())};
        using Type = jsoncons::staj_event_type;
        const Type type = event.event_type();
        if (type == Type::end_object || type == Type::end_array) {
            const bool wasOnPath = levels.takeLast().onPath;
            if (wasOnPath)
                return best; // the rest of the path is not there
            continue;
        }
        if (type == Type::key) {
            const auto key = event.get<std::string_view>();
            const bool hit
                = levels.last().onPath && found < path.size() && fromUtf8(key) == path[found];
            nextMatches = hit;
            if (hit) {
                // The cursor stands behind the key and its quotes.
                best = {here.line, std::max(1, here.column - int(key.size()) - 2)};
                if (++found == path.size())
                    return best;
            }
            continue;
        }
        bool matches = nextMatches;
        nextMatches = false;
        if (!levels.isEmpty() && levels.last().isArray) {
            ++levels.last().index;
            matches = levels.last().onPath && found < path.size()
                && path[found] == QString::number(levels.last().index);
            if (matches) {
                best = here;
                if (++found == path.size())
                    return best;
            }
        }
        if (type == Type::begin_object || type == Type::begin_array)
            levels.append({.isArray = type == Type::begin_array, .onPath = matches});
        if (levels.size() == 1 && best.line == 0)
            best = here;
    }
    return best;
}

TextPlace locate(const QByteArray &text, const QStringList &path)
{
    try {
        return placeOf(text, path);
    } catch (const std::exception &) { // jsoncons throws on text that is no JSON
        return {};
    }
}

} // namespace Antiphon
