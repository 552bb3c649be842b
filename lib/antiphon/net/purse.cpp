// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/net/purse.h>

#include <antiphon/core/words.h>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Antiphon {

// Where nobody limits an answer, and no longer one was seen.
static constexpr qint64 usualAnswer = 4096;

/// One of the limits with what counts against it.
struct Purse::Limit {
    SpendingLimit limit = {};
    Money spent = {};
    QString name = {}; ///< "The budget of this run".
    QString where = {}; ///< How it is raised.
};

Purse::Purse(Budget budget, Spent before)
    : m_budget(std::move(budget))
    , m_spent(before)
{
}

Purse::~Purse() = default;

Purse::Spent Purse::spent() const
{
    const std::scoped_lock lock(m_mutex);
    return m_spent;
}

qint64 Purse::expectedOutput(const QString &target, std::optional<qint64> most) const
{
    const auto seen = m_longest.find(target);
    const qint64 expected
        = std::max(usualAnswer, seen == m_longest.end() ? qint64(0) : seen->second);
    return std::min(expected, most.value_or(expected));
}

std::unique_ptr<Purse::Share> Purse::share()
{
    return std::make_unique<Share>(*this);
}

QList<Purse::Limit> Purse::limits(bool isVirtual) const
{
    const Spent now = spent();
    QList<Limit> all {{m_budget.run, now.run, Words::tr("The budget of this run"),
                       Words::tr("Raise it with --budget, or \"budget.run.stop\" in the project's "
                                 "antiphon.json.")}};
    if (isVirtual)
        return all;
    all.append({m_budget.day, now.day, Words::tr("The project's budget for one day"),
                Words::tr("Raise \"budget.day.stop\" in the project's antiphon.json, or go on "
                          "tomorrow.")});
    all.append({m_budget.project, now.project, Words::tr("The project's budget"),
                Words::tr("Raise \"budget.project.stop\" in the project's antiphon.json.")});
    return all;
}

// Whoever waits asks again: with what is left for all of them, in no order.
void Purse::freed()
{
    for (auto &[share, call] : std::exchange(m_waiting, {}))
        call();
}

Purse::Share::Share(Purse &purse)
    : m_purse(purse)
{
}

Purse::Share::~Share()
{
    m_purse.m_waiting.erase(this);
    giveBack();
}

void Purse::Share::giveBack()
{
    if (m_aside == Money {})
        return;
    Money &all = m_virtual ? m_purse.m_virtualAside : m_purse.m_aside;
    all = all - std::exchange(m_aside, {});
    m_purse.freed();
}

Purse::Share::Answer Purse::Share::ask(std::optional<Money> bound, bool isVirtual,
                                       std::function<void()> freed)
{
    m_virtual = isVirtual;
    if (!bound)
        return Answer::Granted;
    const Money real = m_purse.m_aside;
    const Money ofRun = real + m_purse.m_virtualAside;
    bool later = false;
    const auto limits = m_purse.limits(isVirtual);
    for (qsizetype i = 0; i < limits.size(); ++i) {
        const Limit &limit = limits[i];
        if (!limit.limit.stop)
            continue;
        if (limit.spent + *bound > *limit.limit.stop) {
            m_error = {.kind = ErrorKind::Budget,
                       .message = Words::tr("%1 is %2: %3 is spent, and this attempt may cost up "
                                            "to %4. %5")
                                      .arg(limit.name, usdText(*limit.limit.stop),
                                           usdText(limit.spent), usdText(*bound), limit.where),
                       .code = QStringList {u"run"_s, u"day"_s, u"project"_s}.value(i)};
            return Answer::Refused;
        }
        later = later || limit.spent + (i == 0 ? ofRun : real) + *bound > *limit.limit.stop;
    }
    if (later) {
        m_purse.m_waiting[this] = std::move(freed);
        return Answer::Later;
    }
    m_aside = *bound;
    Money &all = isVirtual ? m_purse.m_virtualAside : m_purse.m_aside;
    all = all + *bound;
    return Answer::Granted;
}

QStringList Purse::Share::warnings() const
{
    QStringList out;
    for (const Limit &limit : m_purse.limits(m_virtual)) {
        if (limit.limit.warn && limit.spent >= *limit.limit.warn)
            out.append(Words::tr("%1: %2 is spent, more than the %3 to warn at.")
                           .arg(limit.name, usdText(limit.spent), usdText(*limit.limit.warn)));
    }
    return out;
}

void Purse::Share::pay(std::optional<Money> cost, bool reached, const QString &target,
                       qint64 output)
{
    const Money paid = cost.value_or(reached ? m_aside : Money {});
    {
        const std::scoped_lock lock(m_purse.m_mutex);
        Spent &spent = m_purse.m_spent;
        spent.run = spent.run + paid;
        if (!m_virtual) {
            spent.day = spent.day + paid;
            spent.project = spent.project + paid;
        }
    }
    qint64 &longest = m_purse.m_longest[target];
    longest = std::max(longest, output);
    giveBack();
}

} // namespace Antiphon
