// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/net/callprivate.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace Antiphon {

void Call::Private::onHeld(Limiter::Hold hold)
{
    if (hold == Limiter::Hold::Rate && !slotFreeAt)
        slotFreeAt = clock.now();
    run->setState(hold == Limiter::Hold::Rate ? CallState::Held : CallState::Queued);
}

void Call::Private::warnOnce(const QStringList &warnings)
{
    for (const QString &warning : warnings) {
        if (!record.warnings.contains(warning))
            record.warnings.append(warning);
    }
}

// False when the attempt waits for the budget, or ended for it.
bool Call::Private::maySpend()
{
    if (!spec.purse)
        return true;
    if (!share)
        share = spec.purse->share();
    const PreparedTarget &asked = here();
    const Json *most = find(asked.abilities, "maxOutput");
    const auto ableTo
        = most && most->is_number() ? std::optional(most->as<qint64>()) : std::nullopt;
    const qint64 output
        = request.parameters.maxTokens.value_or(spec.purse->expectedOutput(key(), ableTo));
    const auto bound = costBound(request, output, asked.price);
    if (!bound && !spec.purse->budget().isEmpty())
        warnOnce({tr("The budget cannot be enforced for %1: its price is not known.")
                      .arg(displayName(asked.target))});
    const auto answer = share->ask(bound, asked.simulated, [this] {
        spendingWait = clock.after(0ms, [this] { onGranted(); });
    });
    warnOnce(share->warnings());
    switch (answer) {
    case Purse::Share::Answer::Granted:
        return true;
    case Purse::Share::Answer::Later:
        onHeld(Limiter::Hold::Rate);
        run->noteHold(tr("calls under way may use up the budget"));
        return false;
    case Purse::Share::Answer::Refused:
        break;
    }
    failBeforeSending(share->error());
    return false;
}

Limiter::Ticket::Report Call::Private::reportOf(const Attempt &attempt) const
{
    const HttpHead &head = attempt.exchange.head;
    const bool refused = attempt.error && attempt.error->kind == ErrorKind::RateLimit;
    const Usage &usage = attempt.usage;
    std::optional<qint64> used;
    if (usage.input || usage.output)
        used = usage.input.value_or(0) + usage.cachedInput.value_or(0) + usage.output.value_or(0);
    else if (head.status == 0 || head.status >= 400)
        used = 0; // nothing was made
    return {.refused = refused,
            .answered = !refused && head.status >= 200 && head.status < 300,
            .tokens = used,
            .windows = rateWindows(head.headers, clock.wallNow())};
}

// Gives back what the attempt held: its slot, and what it did not spend.
void Call::Private::settle()
{
    const Attempt &attempt = record.attempts.last();
    spendingWait.reset();
    if (auto mine = std::move(share)) {
        const bool reached
            = attempt.exchange.head.status >= 200 && attempt.exchange.head.status < 300;
        mine->pay(attempt.cost, reached, key(), attempt.usage.output.value_or(0));
    }
    if (auto mine = std::move(ticket))
        mine->report(reportOf(attempt));
}

// A refusal for haste tells of all calls to this target: none of them goes on until it is over. Not
// for longer than the policy would wait, so that they learn themselves that it has no end.
void Call::Private::pauseTarget(const Attempt &attempt)
{
    if (!attempt.error || attempt.error->kind != ErrorKind::RateLimit)
        return;
    const double asked = double(attempt.error->retryAfter.value_or(0ms).count()) / 1000;
    const double drawn = attempt.decision ? attempt.decision->drawnSeconds : 0;
    const double pause = std::min(asked > 0 ? asked : drawn, policyHere().retryAfterMax);
    if (pause > 0)
        limiter.pause(key(), milliseconds(qRound64(pause * 1000)));
}

} // namespace Antiphon
