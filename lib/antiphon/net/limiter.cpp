// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/net/limiter.h>

#include <QHash>

#include <algorithm>
#include <deque>
#include <list>
#include <optional>
#include <utility>

namespace Antiphon {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

static constexpr milliseconds window = 60s; // of the limits that count per minute

namespace {

struct Spending {
    milliseconds at {};
    qint64 tokens = 0;
};

/// What is known of one target.
struct TargetState {
    Limiter::TargetLimits limits = {};
    int running = 0;
    milliseconds pausedUntil = milliseconds::min();
    milliseconds coolingUntil = milliseconds::min();
    std::deque<milliseconds> starts = {}; // within the window, oldest first
    std::deque<Spending> spendings = {};
};

/// One place in the queue, or one slot.
struct Entry {
    QString provider = {};
    QString target = {};
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
    QHash<QString, TargetState> targets = {};
    std::unique_ptr<QObject> pumping = {};

    [[nodiscard]] bool hasSlot(const Entry &entry) const;
    [[nodiscard]] milliseconds freeAt(TargetState &target) const;
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

bool Limiter::Private::hasSlot(const Entry &entry) const
{
    if (!below(int(active.size()), limits.total))
        return false;
    if (!below(runningAt.value(entry.provider), limits.perProvider))
        return false;
    const auto target = targets.constFind(entry.target);
    return target == targets.cend() || below(target->running, target->limits.concurrency);
}

// When the rates of a target allow one more request: now or earlier if they do already.
milliseconds Limiter::Private::freeAt(TargetState &target) const
{
    const milliseconds now = clock.now();
    while (!target.starts.empty() && target.starts.front() + window <= now)
        target.starts.pop_front();
    while (!target.spendings.empty() && target.spendings.front().at + window <= now)
        target.spendings.pop_front();

    milliseconds at = target.pausedUntil;
    const auto requests = size_t(std::max(0, target.limits.requestsPerMinute));
    if (requests > 0 && target.starts.size() >= requests)
        at = std::max(at, target.starts[target.starts.size() - requests] + window);

    if (target.limits.tokensPerMinute > 0) {
        qint64 tokens = 0;
        for (const Spending &spending : target.spendings)
            tokens += spending.tokens;
        for (const Spending &spending : target.spendings) {
            if (tokens < target.limits.tokensPerMinute)
                break;
            tokens -= spending.tokens;
            at = std::max(at, spending.at + window);
        }
    }
    return at;
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
        if (hasSlot(*entry)) {
            const milliseconds at = freeAt(targets[entry->target]);
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
    TargetState &target = targets[place->target];
    ++target.running;
    if (target.limits.requestsPerMinute > 0)
        target.starts.push_back(clock.now());
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
                                                  std::function<void(Hold)> held)
{
    d->waiting.push_back({.provider = provider,
                          .target = target,
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
    TargetState &state = d->targets[target];
    if (state.limits.tokensPerMinute > 0 && tokens > 0)
        state.spendings.push_back({d->clock.now(), tokens});
}

int Limiter::running() const
{
    return int(d->active.size());
}

Limiter::Ticket::Ticket(std::unique_ptr<Private> state)
    : d(std::move(state))
{
}

Limiter::Ticket::~Ticket()
{
    d->limiter.leave(d->place);
}

} // namespace Antiphon
