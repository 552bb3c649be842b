// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/words.h>
#include <antiphon/store/project/jsonfile.h>
#include <antiphon/store/project/renamefiles.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <ranges>

using namespace Qt::StringLiterals;

namespace Antiphon {

static Result<> copyFile(const Project &project, const FileRename &file)
{
    const auto from = pathInside(project.folder, file.from);
    if (!from)
        return std::unexpected(from.error());
    if (QFileInfo::exists(QDir(project.folder).filePath(file.to)))
        return fail(ErrorKind::Setup, Words::tr("There is already a file %1.").arg(file.to),
                    u"file"_s);
    QFile source(*from);
    const QByteArray bytes = source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
    if (source.error() != QFileDevice::NoError)
        return fail(ErrorKind::Setup,
                    Words::tr("%1 cannot be renamed to %2: %3.")
                        .arg(file.from, file.to, source.errorString()),
                    u"write"_s);
    return writeProjectFile(project.folder, file.to, bytes);
}

Result<> renameFiles(const Project &project, const QList<FileRename> &files,
                     const std::function<Result<>()> &follow)
{
    const QDir folder(project.folder);
    QList<FileRename> copied;
    for (const FileRename &file : files) {
        if (!QFileInfo::exists(folder.filePath(file.from)))
            continue;
        if (const auto done = copyFile(project, file); !done) {
            for (const FileRename &made : std::as_const(copied))
                QFile::remove(folder.filePath(made.to));
            return done;
        }
        copied.append(file);
    }
    if (const auto followed = follow(); !followed)
        return followed;
    for (const FileRename &file : copied | std::views::reverse) {
        if (!QFile::remove(folder.filePath(file.from)))
            return fail(ErrorKind::Setup,
                        Words::tr("%1 cannot be removed. What it says is in %2 too.")
                            .arg(file.from, file.to),
                        u"write"_s);
    }
    return {};
}

} // namespace Antiphon
