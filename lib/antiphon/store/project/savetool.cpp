// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/store/project/jsonfile.h>
#include <antiphon/store/project/jsonpatch.h>
#include <antiphon/store/project/keycheck.h>
#include <antiphon/store/project/savefile.h>

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Antiphon {

static bool isThere(const Project &project, const QString &file)
{
    return QFileInfo::exists(QDir(project.folder).filePath(file));
}

static Result<> saveScript(const Project &project, const Tool &tool, KeyCheck check)
{
    const QString file = u"tools/%1.tool.js"_s.arg(tool.slug);
    if (tool.script.trimmed().isEmpty() && !isThere(project, file))
        return {};
    return writeText(project, file, tool.script, check);
}

// Without an id: the answers belong to their tool.
static Result<> saveCanned(const Project &project, const ToolEntry &entry, KeyCheck check)
{
    const CannedAnswers &canned = entry.tool.canned;
    const QString file = u"tools/%1.canned.json"_s.arg(entry.tool.slug);
    if (canned.isEmpty() && !isThere(project, file))
        return {};
    const auto disk = onDisk(project, file, u"canned/1"_s, entry.cannedFile);
    if (!disk)
        return std::unexpected(disk.error());
    Json before = jsonObject();
    if (disk->is_object() && !disk->empty()) {
        const auto old = cannedFromJson(*disk);
        if (!old)
            return std::unexpected(old.error());
        before = toJson(*old);
    }
    const Json result = patched(disk->is_object() ? *disk : jsonObject(), before, toJson(canned));
    if (check == KeyCheck::Refuse) {
        if (const auto clean = refuseKeys(result, file); !clean)
            return clean;
    }
    if (isThere(project, file) && result == *disk)
        return {};
    return writeProjectFile(project.folder, file, toPretty(result));
}

Result<> saveToolAnswers(const Project &project, const ToolEntry &entry, KeyCheck check)
{
    if (const auto ready = checkWritable(project, entry.tool.slug); !ready)
        return ready;
    if (const auto saved = saveScript(project, entry.tool, check); !saved)
        return saved;
    return saveCanned(project, entry, check);
}

Result<QString> toolText(const Project &project, const QString &slug)
{
    const auto text = readProjectText(project.folder, u"tools/%1.tool.json"_s.arg(slug));
    if (!text)
        return std::unexpected(toError(text.error()));
    return QString::fromUtf8(text->bytes);
}

Result<> saveToolText(const Project &project, const QString &slug, const QString &text,
                      KeyCheck check)
{
    if (const auto ready = checkWritable(project, slug); !ready)
        return ready;
    const QString file = u"tools/%1.tool.json"_s.arg(slug);
    const auto json = parseProjectJson({.bytes = text.toUtf8()}, file);
    if (!json)
        return std::unexpected(toError(json.error()));
    if (const auto tool = toolFromJson(slug, *json); !tool)
        return std::unexpected(tool.error());
    return writeText(project, file, text, check);
}

Result<> saveTool(const Project &project, const ToolEntry &entry, KeyCheck check)
{
    // What answers goes first: a tool never names a file that is not there.
    if (const auto saved = saveToolAnswers(project, entry, check); !saved)
        return saved;
    const QString file = u"tools/%1.tool.json"_s.arg(entry.tool.slug);
    const auto disk = onDisk(project, file, u"tool/1"_s, entry.file);
    if (!disk)
        return std::unexpected(disk.error());
    Json before = jsonObject();
    if (disk->is_object() && !disk->empty()) {
        const auto old = toolFromJson(entry.tool.slug, *disk);
        if (!old)
            return std::unexpected(old.error());
        before = toJson(*old);
    }
    return writeChanges(project, file, disk->is_object() ? *disk : jsonObject(), before,
                        toJson(entry.tool), check);
}

} // namespace Antiphon
