// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/store/project/loader.h>

#include <antiphon/core/words.h>
#include <antiphon/store/project/jsonfile.h>
#include <antiphon/store/project/shapes.h>

#include <QDir>

using namespace Qt::StringLiterals;

namespace Antiphon {

using Source = ProjectSource;

QStringList stepsOf(QString path)
{
    path.replace(u'[', u'.').remove(u']');
    return path.split(u'.');
}

void Loader::report(const Source &source, const QStringList &path, const QString &message,
                    Problem::Severity severity)
{
    const TextPlace place = path.isEmpty() ? TextPlace {} : locate(source.text, path);
    m_project.problems.append({.severity = severity,
                               .file = source.file,
                               .line = place.line,
                               .column = place.column,
                               .message = message});
}

std::optional<Source> Loader::read(const QString &file, std::string_view kind)
{
    auto text = readProjectText(m_project.folder, file);
    if (!text) {
        m_project.problems.append(text.error());
        return {};
    }
    if (text->hadCrlf)
        m_crlf.append(file);
    auto value = parseProjectJson(*text, file);
    if (!value) {
        m_project.problems.append(value.error());
        return {};
    }
    Source source {.file = file, .text = text->bytes, .value = *std::move(value)};
    if (!hasKind(source, kind) || !hasShape(source, kind))
        return {};
    return source;
}

bool Loader::hasKind(const Source &source, std::string_view kind)
{
    const QString wanted = fromUtf8(kind) + u"/1"_s;
    if (!source.value.is_object()) {
        report(source, {}, Words::tr("The file must hold one object in braces."));
        return false;
    }
    const QString given = textOf(source.value, "antiphon");
    if (given == wanted)
        return true;
    bool isNumber = false;
    const int version = given.section(u'/', 1).toInt(&isNumber);
    if (isNumber && version > 1 && given.section(u'/', 0, 0) == fromUtf8(kind))
        report(
            source, {u"antiphon"_s},
            Words::tr("The file was written by a newer Antiphon (%1). It is left as it is; install "
                      "that version to use it.")
                .arg(given));
    else if (given.isEmpty())
        report(
            source, {},
            Words::tr("The first member must be \"antiphon\": \"%1\", which says what the file is.")
                .arg(wanted));
    else
        report(source, {u"antiphon"_s},
               Words::tr("The file says it is \"%1\"; here belongs \"%2\".").arg(given, wanted));
    return false;
}

bool Loader::hasShape(const Source &source, std::string_view kind)
{
    bool good = true;
    for (const ShapeFinding &finding : checkShape(kind, source.value)) {
        good = good && finding.unknown;
        report(source, finding.path, finding.message,
               finding.unknown ? Problem::Severity::Hint : Problem::Severity::Error);
    }
    return good;
}

std::optional<QString> Loader::readText(const QString &file)
{
    const auto text = readProjectText(m_project.folder, file);
    if (!text) {
        m_project.problems.append(text.error());
        return {};
    }
    if (text->hadCrlf)
        m_crlf.append(file);
    if (const int line = conflictLine(text->bytes); line > 0)
        m_project.problems.append(
            {.severity = Problem::Severity::Warning,
             .file = file,
             .line = line,
             .column = 1,
             .message
             = Words::tr("Two versions of this text were merged and a conflict is left. Keep "
                         "one side and remove the lines with <<<<<<<, ======= and >>>>>>>.")});
    return QString::fromUtf8(text->bytes);
}

/// The slugs of files "<slug><suffix>" in \p folder; of its folders for an empty suffix.
QStringList Loader::slugs(const QString &folder, const QString &suffix)
{
    const QDir dir(QDir(m_project.folder).filePath(folder));
    const auto kind = suffix.isEmpty() ? QDir::Dirs : QDir::Files;
    QStringList slugs;
    for (const QString &name : dir.entryList(kind | QDir::NoDotAndDotDot | QDir::System)) {
        if (!name.endsWith(suffix))
            continue;
        const QString slug = name.chopped(suffix.size());
        if (isSlug(slug))
            slugs.append(slug);
        else
            m_project.problems.append(
                {.severity = Problem::Severity::Warning,
                 .file = folder + u'/' + name,
                 .message
                 = Words::tr("The name may only have lower case letters a-z, digits, \"-\" and "
                             "\"_\". Rename it; until then it is left out.")});
    }
    slugs.sort();
    return slugs;
}

/// The file's id; a new one when another file has it already, as in a copy.
QString Loader::uniqueId(const Source &source)
{
    const QString id = textOf(source.value, "id");
    if (id.isEmpty() || !m_ids.contains(id)) {
        m_ids.insert(id);
        return id;
    }
    report(source, {u"id"_s},
           Words::tr(
               "Another file has the same id, so this one was given a new id. It is written when "
               "you save."),
           Problem::Severity::Hint);
    return newId();
}

/// A JSON file that is in no wrapper of ours.
std::optional<Source> Loader::readPlain(const QString &file)
{
    auto text = readProjectText(m_project.folder, file);
    if (!text) {
        m_project.problems.append(text.error());
        return {};
    }
    if (text->hadCrlf)
        m_crlf.append(file);
    auto value = parseProjectJson(*text, file);
    if (!value) {
        m_project.problems.append(value.error());
        return {};
    }
    return Source {.file = file, .text = text->bytes, .value = *std::move(value)};
}

} // namespace Antiphon
