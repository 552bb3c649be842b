// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "retry/policyparts.h"

#include <antiphon/core/retry/presets.h>
#include <antiphon/core/words.h>

namespace Antiphon::Ui {

namespace {

/// The default policy with so many attempts, within \p seconds in all.
RetryPolicy attempts(int count, double seconds = 600)
{
    RetryPolicy policy = defaultPolicy();
    policy.stop = {StopAny {{{StopAfterAttempt {count}}, {StopBeforeDelay {seconds}}}}};
    return policy;
}

RetryPolicy patient()
{
    RetryPolicy policy = attempts(8, 3600);
    policy.wait = {BackoffWait {.initial = 2, .multiplier = 2, .max = 120, .jitter = 0.2}};
    policy.retryAfterMax = 600;
    return policy;
}

RetryPolicy aggressive()
{
    RetryPolicy policy = attempts(6);
    policy.wait = {FixedWait {0.2}};
    return policy;
}

} // namespace

QList<PolicyPreset> policyPresets()
{
    QList<PolicyPreset> presets {
        {Words::tr("Default"), Words::tr("Four attempts, 0.5 s doubling to 60 s."),
         defaultPolicy()},
        {Words::tr("None"), Words::tr("One attempt: what fails has failed."), attempts(1)},
        {Words::tr("Gentle"), Words::tr("Two attempts."), attempts(2)},
        {Words::tr("Patient (batch)"),
         Words::tr("Eight attempts within an hour, 2 s doubling to 120 s, a fifth more or less."),
         patient()},
        {Words::tr("Aggressive (local)"), Words::tr("Six attempts, 0.2 s apart."), aggressive()},
    };
    for (const RetryPreset &known : retryPresets())
        presets.append(
            {.title = known.name, .about = known.about, .policy = known.policy, .sdk = true});
    return presets;
}

} // namespace Antiphon::Ui
