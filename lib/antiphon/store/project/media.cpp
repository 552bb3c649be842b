// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/store/project/media.h>

#include <antiphon/core/words.h>
#include <antiphon/store/project/jsonfile.h>

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace Antiphon {

// A path as the project would write it: an absolute one within the folder becomes relative.
static QString relativeTo(const QString &folder, const QString &source)
{
    const QString path = source.startsWith("file://"_L1) ? source.sliced(7) : source;
    const QString root = QDir(folder).absolutePath() + u'/';
    return path.startsWith(root) ? path.sliced(root.size()) : path;
}

MediaLoader mediaLoader(const QString &folder)
{
    return [folder](const QString &source) -> Result<QByteArray> {
        const auto path = pathInside(folder, relativeTo(folder, source));
        if (!path)
            return std::unexpected(path.error());
        QFile file(*path);
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorKind::Setup,
                        Words::tr("Cannot read %1: %2.").arg(source, file.errorString()));
        return file.readAll();
    };
}

} // namespace Antiphon
