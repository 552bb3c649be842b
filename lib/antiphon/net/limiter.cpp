// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/net/limiter.h>

#include <antiphon/core/words.h>
#include <antiphon/net/targetrates.h>

#include <QHash>

#include <algorithm>
#include <list>
#include <optional>
#include <utility>

namespace Antiphon {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

/// One place in the queue, or one slot.
struct Entry {
    quint64 id = 0;
    QString provider = {};
    QString target = {};
    qint64 tokens = 0; // thought to be used
    milliseconds grantedAt {};
    QString why = {}; // it waits, or waited last
    std::function<void()> granted = {};
    std::function<void(Limiter::Hold)> held = {};
    Limiter::Hold hold = Limiter::Hold::None;
    bool hasSlot = false;
    std::unique_ptr<QObject> calling = {}; // of `granted` or `held`, on its way
};

} // namespace

struct Limiter::Private {
    using Place = std::list<Entry>::iterator;

    Clock &clock;
    Limits limits = {};
    std::list<Entry> waiting = {};
    std::list<Entry> active = {};
    QHash<QString, int> runningAt = {}; // by provider
    QHash<QString, TargetRates> targets = {};
    std::unique_ptr<QObject> pumping = {};
    quint64 lastId = 0;

    [[nodiscard]] bool hasSlot(const Entry &entry, QString &why) const;
    [[nodiscard]] int mostAtOnce(const TargetRates &target) const;
    void schedule(milliseconds delay);
    void pump();
    void grant(Place place);
    void leave(Place place);
};

struct Limiter::Ticket::Private {
    Limiter::Private &limiter;
    Limiter::Private::Place place;
};

static bool below(int running, int limit)
{
    return limit <= 0 || running < limit;
}

bool Limiter::Private::hasSlot(const Entry &entry, QString &why) const
{
    if (!below(int(active.size()), limits.total)) {
        why = Words::tr("%n calls are under way, the most at once", nullptr, limits.total);
        return false;
    }
    if (!below(runningAt.value(entry.provider), limits.perProvider)) {
        why = Words::tr("%n calls are under way at this service, the most at once", nullptr,
                        limits.perProvider);
        return false;
    }
    const auto target = targets.constFind(entry.target);
    if (target == targets.cend())
        return true;
    if (!below(target->running, target->limits.concurrency)) {
        why = Words::tr("%n calls are under way on this target, its most at once", nullptr,
                        target->limits.concurrency);
        return false;
    }
    if (!below(target->running, target->learned())) {
        why = Words::tr("%n calls are under way on this target, as many as it takes at once since "
                        "it refused one for haste",
                        nullptr, target->learned());
        return false;
    }
    return true;
}

// What limits of ours allow on one target; 0: no limit.
int Limiter::Private::mostAtOnce(const TargetRates &target) const
{
    int most = 0;
    for (const int limit : {limits.total, limits.perProvider, target.limits.concurrency}) {
        if (limit > 0 && (most == 0 || limit < most))
            most = limit;
    }
    return most;
}

void Limiter::Private::schedule(milliseconds delay)
{
    pumping = clock.after(delay, [this] { pump(); });
}

// Grants what can be granted, in the order of the queue, and looks again when a rate allows more.
void Limiter::Private::pump()
{
    std::optional<milliseconds> next;
    const milliseconds now = clock.now();
    for (auto place = waiting.begin(); place != waiting.end();) {
        const auto entry = place++;
        Hold hold = Hold::Slot;
        if (hasSlot(*entry, entry->why)) {
            const milliseconds at = targets[entry->target].freeAt(now, entry->tokens, &entry->why);
            if (at <= now) {
                grant(entry);
                continue;
            }
            hold = Hold::Rate;
            next = std::min(at, next.value_or(at));
        }
        if (std::exchange(entry->hold, hold) != hold && entry->held) {
            entry->calling = clock.after(0ms, [entry] {
                const auto held = entry->held; // the entry may be gone before this call is over
                held(entry->hold);
            });
        }
    }
    if (next)
        schedule(*next - now);
}

void Limiter::Private::grant(Place place)
{
    place->hasSlot = true;
    place->hold = Hold::None;
    ++runningAt[place->provider];
    place->grantedAt = clock.now();
    TargetRates &target = targets[place->target];
    ++target.running;
    target.start(place->grantedAt, place->id, place->tokens);
    active.splice(active.end(), waiting, place);
    place->calling = clock.after(0ms, [place] {
        const auto granted = std::move(place->granted); // the entry may be gone before it is over
        granted();
    });
}

void Limiter::Private::leave(Place place)
{
    if (!place->hasSlot) {
        waiting.erase(place);
        return;
    }
    --runningAt[place->provider];
    --targets[place->target].running;
    active.erase(place);
    if (!waiting.empty())
        schedule(0ms);
}

Limiter::Limiter(Clock &clock, Limits limits)
    : d(new Private {.clock = clock, .limits = limits})
{
}

Limiter::~Limiter() = default;

void Limiter::setLimits(Limits limits)
{
    d->limits = limits;
    d->schedule(0ms);
}

void Limiter::setTargetLimits(const QString &target, TargetLimits limits)
{
    d->targets[target].limits = limits;
    if (!d->waiting.empty())
        d->schedule(0ms);
}

std::unique_ptr<Limiter::Ticket> Limiter::acquire(const QString &provider, const QString &target,
                                                  std::function<void()> granted,
                                                  std::function<void(Hold)> held, qint64 tokens)
{
    d->waiting.push_back({.id = ++d->lastId,
                          .provider = provider,
                          .target = target,
                          .tokens = tokens,
                          .granted = std::move(granted),
                          .held = std::move(held)});
    const auto place = std::prev(d->waiting.end());
    d->schedule(0ms);
    return std::unique_ptr<Ticket>(
        new Ticket(std::unique_ptr<Ticket::Private>(new Ticket::Private {*d, place})));
}

Limiter::Hold Limiter::holds(const Ticket &ticket) const
{
    return ticket.d->place->hold;
}

QString Limiter::why(const Ticket &ticket) const
{
    return ticket.d->place->why;
}

void Limiter::pause(const QString &target, milliseconds duration)
{
    milliseconds &until = d->targets[target].pausedUntil;
    until = std::max(until, d->clock.now() + duration);
    if (!d->waiting.empty())
        d->schedule(0ms);
}

void Limiter::coolDown(const QString &target, milliseconds duration)
{
    milliseconds &until = d->targets[target].coolingUntil;
    until = std::max(until, d->clock.now() + duration);
}

bool Limiter::isCooling(const QString &target) const
{
    const auto state = d->targets.constFind(target);
    return state != d->targets.cend() && state->coolingUntil > d->clock.now();
}

void Limiter::spent(const QString &target, qint64 tokens)
{
    d->targets[target].spend(d->clock.now(), 0, tokens);
}

int Limiter::learnedConcurrency(const QString &target) const
{
    const auto state = d->targets.constFind(target);
    return state == d->targets.cend() ? 0 : state->learned();
}

int Limiter::running() const
{
    return int(d->active.size());
}

Limiter::Ticket::Ticket(std::unique_ptr<Private> state)
    : d(std::move(state))
{
}

void Limiter::Ticket::report(const Report &report)
{
    const Entry &entry = *d->place;
    TargetRates &target = d->limiter.targets[entry.target];
    const milliseconds now = d->limiter.clock.now();
    if (report.tokens)
        target.spend(now, entry.id, *report.tokens);
    target.hear(report.windows, now);
    if (report.refused)
        target.refused(entry.grantedAt, now);
    else if (report.answered)
        target.answered(d->limiter.mostAtOnce(target));
}

Limiter::Ticket::~Ticket()
{
    d->limiter.leave(d->place);
}

} // namespace Antiphon
