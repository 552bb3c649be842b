// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/store/spendledger.h>

#include "atfile.h"
#include <antiphon/core/json.h>

#include <antiphon/core/words.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSaveFile>
#include <QStandardPaths>

#include <optional>

using namespace Qt::StringLiterals;

namespace Antiphon {

static constexpr int lockPatienceMs = 2000;

static Json emptyLedger()
{
    return jsonObject({{"antiphon", Json("spend/1")}, {"projects", jsonObject()}});
}

/// The file as JSON; an empty optional when it is no ledger.
static std::optional<Json> readLedger(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return emptyLedger();
    if (!file.open(QIODevice::ReadOnly))
        return {};
    auto json = parseJson(file.readAll());
    const Json *projects = json ? find(*json, "projects") : nullptr;
    if (!projects || !projects->is_object())
        return {};
    return *std::move(json);
}

static Money amountAt(const Json &days, std::string_view day)
{
    return moneyFromDecimal(textOf(days, day)).value_or(Money {});
}

SpendLedger::SpendLedger(QString file)
    : m_file(std::move(file))
{
    if (m_file.isEmpty())
        m_file = QStandardPaths::writableLocation(QStandardPaths::StateLocation) + "/spend.json"_L1;
}

Result<> SpendLedger::add(const QString &project, QDate day, Money amount)
{
    if (amount == Money {})
        return {};
    const QDir folder = QFileInfo(m_file).absoluteDir();
    if (!folder.mkpath(u"."_s))
        return atFile(folder.path(), Words::tr("This folder cannot be made."));
    QLockFile lock(m_file + ".lock"_L1);
    if (!lock.tryLock(lockPatienceMs))
        return atFile(m_file, Words::tr("Another program is writing it for too long."));
    auto ledger = readLedger(m_file);
    if (!ledger) { // kept for somebody to look at; the sums begin anew
        QFile::remove(m_file + ".broken"_L1);
        if (!QFile::rename(m_file, m_file + ".broken"_L1))
            return atFile(m_file, Words::tr("This file cannot be read."));
        ledger = emptyLedger();
    }
    Json &projects = (*ledger)["projects"];
    const auto name = toUtf8(project);
    if (const Json *there = find(projects, name); !there || !there->is_object())
        projects.insert_or_assign(name, jsonObject());
    Json &days = projects[name];
    const auto date = toUtf8(day.toString(Qt::ISODate));
    days.insert_or_assign(date, toJson(toDecimal(amountAt(days, date) + amount)));

    QSaveFile out(m_file);
    if (!out.open(QIODevice::WriteOnly) || out.write(toPretty(*ledger)) < 0 || !out.commit())
        return atFile(m_file, out.errorString());
    return {};
}

Money SpendLedger::spentOn(const QString &project, QDate day) const
{
    const auto ledger = readLedger(m_file);
    const Json *days = ledger ? find((*ledger)["projects"], toUtf8(project)) : nullptr;
    return days ? amountAt(*days, toUtf8(day.toString(Qt::ISODate))) : Money {};
}

Money SpendLedger::spentFor(const QString &project) const
{
    const auto ledger = readLedger(m_file);
    const Json *days = ledger ? find((*ledger)["projects"], toUtf8(project)) : nullptr;
    Money sum;
    if (days && days->is_object()) {
        for (const auto &day : days->object_range())
            sum = sum + amountAt(*days, day.key());
    }
    return sum;
}

} // namespace Antiphon
