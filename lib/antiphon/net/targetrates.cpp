// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/net/targetrates.h>

#include <antiphon/core/words.h>

#include <algorithm>
#include <cmath>

using namespace std::chrono_literals;

namespace Antiphon {

static constexpr TargetRates::Time window = 60s; // of the limits that count per minute

// What a service says may be out of date or wrong (Azure reports 0 without being at a limit): after
// so long it is asked all the same.
static constexpr TargetRates::Time longestGuess = 120s;

void TargetRates::forgetOld(Time now)
{
    while (!m_starts.empty() && m_starts.front() + window <= now)
        m_starts.pop_front();
    while (!m_spendings.empty() && m_spendings.front().at + window <= now)
        m_spendings.pop_front();
    m_allowances.removeIf([now](const Allowance &allowance) {
        return allowance.at + allowance.said.fullIn.value_or(0ms) <= now;
    });
}

TargetRates::Time TargetRates::requestsFreeAt() const
{
    const auto requests = size_t(std::max(0, limits.requestsPerMinute));
    if (requests == 0 || m_starts.size() < requests)
        return Time::min();
    return m_starts[m_starts.size() - requests] + window;
}

// A request larger than the limit goes when nothing else is in the window.
TargetRates::Time TargetRates::tokensFreeAt(qint64 tokens) const
{
    if (limits.tokensPerMinute <= 0)
        return Time::min();
    const qint64 room
        = limits.tokensPerMinute - std::clamp<qint64>(tokens, 1, limits.tokensPerMinute);
    qint64 used = 0;
    for (const Spending &spending : m_spendings)
        used += spending.tokens;
    Time at = Time::min();
    for (const Spending &spending : m_spendings) {
        if (used <= room)
            break;
        used -= spending.tokens;
        at = std::max(at, spending.at + window);
    }
    return at;
}

// Services fill their buckets steadily (OpenAI, Anthropic, Groq): `fullIn` is until the last drop,
// and enough for one request is there long before.
TargetRates::Time TargetRates::freeAt(const Allowance &allowance, Time now, double need)
{
    const RateWindow &said = allowance.said;
    const double left = double(said.remaining) - allowance.used;
    const double missing = std::min(need, double(said.limit.value_or(qint64(need)))) - left;
    if (missing <= 0)
        return now;
    const Time latest = allowance.at + std::min(*said.fullIn, longestGuess);
    if (!said.limit || double(*said.limit) <= left)
        return std::max(now, latest);
    const double perMs = (double(*said.limit) - double(said.remaining))
        / std::max(1.0, double(said.fullIn->count()));
    const auto wait = Time(qint64(std::ceil(missing / std::max(perMs, 1e-9))));
    return std::max(now, std::min(allowance.at + wait, latest));
}

TargetRates::Time TargetRates::freeAt(Time now, qint64 tokens, QString *why)
{
    forgetOld(now);
    Time at = pausedUntil;
    QString reason = Words::tr("the service refused a request for haste and nothing more is sent "
                               "to it for a while");
    const auto consider = [&](Time time, const QString &words) {
        if (time > at) {
            at = time;
            reason = words;
        }
    };
    consider(
        requestsFreeAt(),
        Words::tr("the target's limit of %n requests a minute", nullptr, limits.requestsPerMinute));
    consider(
        tokensFreeAt(tokens),
        Words::tr("the target's limit of %n tokens a minute", nullptr, limits.tokensPerMinute));
    for (const Allowance &allowance : std::as_const(m_allowances)) {
        const bool counts = allowance.said.of == RateWindow::Of::Requests;
        consider(freeAt(allowance, now, counts ? 1 : double(std::max<qint64>(tokens, 1))),
                 Words::tr("the service says: %1").arg(describe(allowance.said)));
    }
    if (why && at > now)
        *why = reason;
    return at;
}

void TargetRates::start(Time now, quint64 id, qint64 tokens)
{
    if (limits.requestsPerMinute > 0)
        m_starts.push_back(now);
    if (limits.tokensPerMinute > 0 && tokens > 0)
        m_spendings.push_back({now, id, tokens});
    for (Allowance &allowance : m_allowances)
        allowance.used += allowance.said.of == RateWindow::Of::Requests ? 1 : double(tokens);
}

void TargetRates::spend(Time now, quint64 id, qint64 tokens)
{
    const auto mine = std::ranges::find(m_spendings, id, &Spending::id);
    if (id != 0 && mine != m_spendings.end())
        mine->tokens = tokens; // what was thought becomes what is known
    else if (limits.tokensPerMinute > 0 && tokens > 0)
        m_spendings.push_back({now, 0, tokens});
}

void TargetRates::hear(const QList<RateWindow> &windows, Time now)
{
    for (const RateWindow &said : windows) {
        m_allowances.removeIf(
            [&said](const Allowance &allowance) { return allowance.said.name == said.name; });
        if (said.fullIn && *said.fullIn > 0ms)
            m_allowances.append({.said = said, .at = now});
    }
}

// Requests that were under way together are refused together: that is one lesson, not many.
void TargetRates::refused(Time started, Time now)
{
    if (started <= m_halvedAt)
        return;
    m_peak = std::max(running, 1);
    m_allowed = std::max(1, m_peak / 2);
    m_halvedAt = now;
}

void TargetRates::answered(int most)
{
    if (m_allowed == 0)
        return;
    m_allowed += 1 / std::floor(m_allowed);
    if (m_allowed >= (most > 0 ? most : 2 * m_peak))
        m_allowed = 0;
}

} // namespace Antiphon
