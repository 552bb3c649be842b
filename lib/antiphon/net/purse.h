// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/cost/budget.h>

#include <QStringList>

#include <functional>
#include <map>
#include <memory>
#include <mutex>

namespace Antiphon {

/// What had been spent, or has been.
struct SpentMoney {
    Money run = {};
    Money day = {};
    Money project = {};

    friend bool operator==(const SpentMoney &, const SpentMoney &) = default;
};

/// What the calls of one run may spend, and what they have: asked before every attempt.
///
/// Shared by all calls of a run, which are on one thread; spent() may be asked on any. What runs is
/// never stopped: an attempt sets aside the most it may cost, and pays what it cost in fact.
class Purse {
public:
    using Spent = SpentMoney;

    explicit Purse(Budget budget, Spent before = {});
    Purse(const Purse &) = delete;
    Purse &operator=(const Purse &) = delete;
    ~Purse();

    [[nodiscard]] const Budget &budget() const { return m_budget; }
    [[nodiscard]] Spent spent() const;

    /// How long an answer may get on \p target where nobody limits it: at most \p most tokens.
    [[nodiscard]] qint64 expectedOutput(const QString &target, std::optional<qint64> most) const;

    /// What one attempt has set aside. Destruction gives it back.
    class Share;
    [[nodiscard]] std::unique_ptr<Share> share();

private:
    struct Limit;

    [[nodiscard]] QList<Limit> limits(bool isVirtual) const;
    void freed();

    const Budget m_budget;
    mutable std::mutex m_mutex; // guards m_spent
    Spent m_spent;
    Money m_aside; // by attempts under way
    Money m_virtualAside;
    std::map<QString, qint64> m_longest; // answer so far, in tokens, by target
    std::map<const Share *, std::function<void()>> m_waiting;
};

class Purse::Share {
public:
    explicit Share(Purse &purse);
    Share(const Share &) = delete;
    Share &operator=(const Share &) = delete;
    ~Share();

    enum class Answer {
        Granted,
        Later, ///< Perhaps, when attempts under way have paid: `freed` is called then, once.
        Refused, ///< error() says why.
    };

    /// Asks for the most the attempt may cost. An empty \p bound, no price, is granted. Money of
    /// the simulator counts for the run alone.
    [[nodiscard]] Answer ask(std::optional<Money> bound, bool isVirtual,
                             std::function<void()> freed);
    [[nodiscard]] const Error &error() const { return m_error; }

    /// What is said once a limit to warn at is passed.
    [[nodiscard]] QStringList warnings() const;

    /// Pays what it did cost, and remembers how long the answer was. A cost nobody knows of a
    /// request that \p reached the model is all that was set aside.
    void pay(std::optional<Money> cost, bool reached, const QString &target, qint64 output);

private:
    void giveBack();

    Purse &m_purse;
    Error m_error;
    Money m_aside;
    bool m_virtual = false;
};

} // namespace Antiphon
