// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include "atfile.h"
#include <antiphon/core/cost/litellmprices.h>

#include <antiphon/core/words.h>
#include <antiphon/store/builtin.h>
#include <antiphon/store/userprices.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace Antiphon {

QString userPricesFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + "/prices.json"_L1;
}

QString projectPricesFile(const QString &folder)
{
    return folder + "/prices.json"_L1;
}

static Result<Json> readJson(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return atFile(path, file.errorString());
    auto json = parseJson(file.readAll());
    if (!json)
        return std::unexpected(json.error().toError(QDir::toNativeSeparators(path)));
    return *std::move(json);
}

PriceTable knownPrices(const QString &projectFolder, QList<Error> &problems)
{
    PriceTable table = builtinPrices();
    const auto lay = [&](const QString &path) {
        if (!QFileInfo::exists(path))
            return;
        const auto json = readJson(path);
        if (!json) {
            problems.append(json.error());
            return;
        }
        const auto over = priceTableFromJson(*json);
        if (over)
            table = merged(std::move(table), *over);
        else
            problems.append(atFile(path, over.error().message).error());
    };
    lay(userPricesFile());
    if (!projectFolder.isEmpty())
        lay(projectPricesFile(projectFolder));
    return table;
}

Result<PriceImport> importPrices(const QString &source, const QString &file, QDate asOf)
{
    const auto json = readJson(source);
    if (!json)
        return std::unexpected(json.error());
    ImportedPrices imported;
    if (find(*json, "antiphon")) {
        auto own = priceTableFromJson(*json);
        if (!own)
            return atFile(source, own.error().message);
        imported.table = *std::move(own);
    } else {
        auto read = pricesFromLiteLlm(*json, asOf, QFileInfo(source).fileName());
        if (!read)
            return atFile(source, read.error().message);
        imported = *std::move(read);
    }
    QDir().mkpath(QFileInfo(file).absolutePath());
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(toPretty(toJson(imported.table))) < 0
        || !out.commit())
        return atFile(file, out.errorString());
    return PriceImport {
        .rows = int(imported.table.rows.size()), .skipped = imported.skipped, .file = file};
}

} // namespace Antiphon
