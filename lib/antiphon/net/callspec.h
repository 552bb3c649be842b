// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/call/record.h>
#include <antiphon/core/config/resolve.h>
#include <antiphon/core/cost/price.h>
#include <antiphon/core/provider/codec.h>
#include <antiphon/core/retry/policy.h>
#include <antiphon/net/networkoptions.h>
#include <antiphon/net/purse.h>

#include <QMap>
#include <QMetaType>

namespace Antiphon {

enum class CallId : quint64 { };

/// One target made ready to run: looked up, keyed and priced before the call starts.
struct PreparedTarget {
    Target target = {};
    Provider provider = {};
    Endpoint endpoint = {};
    Credentials credentials = {}; ///< In memory for as long as the call.
    NetworkOptions network = {};
    const Codec *codec = nullptr;
    RetryPolicy policy = {};
    Timeouts timeouts = {};
    std::optional<PriceSnapshot> price = {};
    QString region = {}; ///< Where requests are processed, if that costs.
    PriceTable prices = {}; ///< For models a service uses besides the one asked for.
    bool simulated = false;
    Json abilities = Json::null(); ///< Of the model, for scripts; null: not known.
};

/// A request that an attempt made, to be sent once more as it was.
struct RecordedRequest {
    ExchangeRecord exchange = {}; ///< Only what was sent counts.
    CallRequest asked = {}; ///< The same in no provider's words: for bounds, and for people.
    std::optional<Extraction> extraction = {}; ///< How its answer is read as a value.

    friend bool operator==(const RecordedRequest &, const RecordedRequest &) = default;
};

/// Everything a call needs, complete and fixed before it starts. A value: crosses threads.
struct CallSpec {
    CallInputs inputs = {};
    QList<PreparedTarget> targets = {}; ///< The first is asked; the others are fallbacks, in order,
                                        ///< and those that rules and scripts may choose.
    QMap<QString, Error> unready = {}; ///< Targets a script might choose that cannot be asked.
    QMap<QString, RetryPolicy> policies = {}; ///< Those that rules may choose, by slug.
    QMap<QString, CallSpec> questions = {}; ///< What to ask other prompts, by computed field.
    QList<Attempt> earlier = {}; ///< Of a call that goes on: see repairOnceMore().
    std::optional<RecordedRequest> recorded = {}; ///< Instead of what `inputs` come to: see
                                                  ///< sendAgain().
    std::optional<int> row = {};
    int repeat = 0;
    quint64 seed = 0; ///< Of the waits' draws.
    bool attended = false; ///< Somebody is there whom tools can ask.
    std::shared_ptr<Purse> purse = {}; ///< Of the run; empty: nobody counts.
    bool retries = true; ///< false: one attempt, whatever the policy says.
};

/// \p spec for going on with \p record, a call of it that is over: its attempts stay, and one more
/// repair follows them on the target of the last one, whatever the policy has left.
[[nodiscard]] CallSpec repairOnceMore(CallSpec spec, const CallRecord &record);

} // namespace Antiphon
