// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/store/builtin.h>

#include <antiphon/core/words.h>
#include <antiphon/store/project/jsonfile.h>
#include <antiphon/store/project/project.h>

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

// In a static library the compiled-in files must be asked for, outside any namespace.
static void useSampleResources()
{
    Q_INIT_RESOURCE(antiphon_store);
}

using namespace Qt::StringLiterals;

namespace Antiphon {

static Result<> prepareFolder(const QString &folder)
{
    const QDir dir(folder);
    if (QFileInfo(folder).isFile())
        return fail(ErrorKind::Setup, Words::tr("%1 is a file. Choose a folder.").arg(folder),
                    u"folder"_s);
    if (dir.exists() && !dir.isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot))
        return fail(ErrorKind::Setup,
                    Words::tr("The folder %1 is not empty. Choose another name or an empty folder.")
                        .arg(folder),
                    u"folder"_s);
    if (!QDir().mkpath(folder))
        return fail(ErrorKind::Setup,
                    Words::tr("The folder %1 cannot be made. Choose a place where you may write.")
                        .arg(folder),
                    u"folder"_s);
    return {};
}

static constexpr auto gitignore = "exports/\n.env\n";
static constexpr auto gitattributes
    = "*.json text eol=lf\n*.tmpl text eol=lf\n*.txt text eol=lf\n*.js text eol=lf\n";

Result<> writeNewProject(const QString &folder, const QString &name)
{
    if (const auto ready = prepareFolder(folder); !ready)
        return ready;
    Project project {.folder = QFileInfo(folder).absoluteFilePath(),
                     .id = newId(),
                     .name = name.isEmpty() ? QDir(folder).dirName() : name};
    if (const auto done = writeProjectFile(project.folder, u".gitignore"_s, gitignore); !done)
        return done;
    if (const auto done = writeProjectFile(project.folder, u".gitattributes"_s, gitattributes);
        !done)
        return done;
    const auto target = createSimulatedTarget(project, u"steady"_s);
    if (!target)
        return std::unexpected(target.error());
    project.defaultTargets = {*target};
    if (const auto done = saveManifest(project); !done)
        return done;
    const auto prompt = createPrompt(project, Words::tr("First prompt"));
    return prompt ? Result<> {} : std::unexpected(prompt.error());
}

QStringList sampleNames()
{
    useSampleResources();
    QStringList names = QDir(u":/antiphon/sample"_s).entryList(QDir::Dirs);
    names.sort();
    return names;
}

Result<> writeSample(const QString &name, const QString &folder)
{
    const QStringList names = sampleNames();
    if (!names.contains(name))
        return fail(
            ErrorKind::Setup,
            Words::tr("There is no sample \"%1\". There are: %2.").arg(name, names.join(", "_L1)),
            u"sample"_s);
    if (const auto ready = prepareFolder(folder); !ready)
        return ready;
    const QDir source(u":/antiphon/sample/"_s + name);
    QDirIterator files(source.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorKind::Setup, file.errorString());
        if (const auto written
            = writeProjectFile(folder, source.relativeFilePath(file.fileName()), file.readAll());
            !written)
            return written;
    }
    return {};
}

} // namespace Antiphon
