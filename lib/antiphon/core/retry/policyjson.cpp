// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/jsonfields.h>
#include <antiphon/core/retry/policy.h>
#include <antiphon/core/retry/policyread.h>
#include <antiphon/core/words.h>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

const QStringList dropWords {u"fail"_s, u"restart"_s, u"continue"_s};
const QStringList fallbackWords {u"exhausted"_s, u"failed"_s, u"never"_s};
const QStringList obeyWords {u"obey"_s, u"ignore"_s};
const QStringList repairWords {u"prompt"_s, u"variable"_s, u"conversation"_s};
const QStringList tooLongWords {u"end"_s, u"own"_s, u"cut"_s};
const QStringList sendWords {u"all"_s, u"last"_s};

/// Reads one tree, if the file has it.
template<typename Tree, typename Read>
void readTree(JsonFields &fields, std::string_view key, Tree &tree, QStringList &unknown, Read read)
{
    const auto *value = fields.member(key);
    if (!value)
        return;
    if (auto got = read(*value, fields.pathOf(key), unknown))
        tree = std::move(*got);
    else
        fields.reject(std::move(got.error()));
}

void readFallback(JsonFields &fields, FallbackRule &rule, QStringList &unknown)
{
    auto part = fields.object("fallback");
    if (const auto *when = part.member("when"); when && when->is_object()) {
        rule.when = FallbackRule::When::Matching;
        readTree(part, "when", rule.condition, unknown, readCondition);
    } else {
        rule.when = FallbackRule::When(part.choice("when", fallbackWords, 0));
    }
    rule.targets = part.texts("targets");
    rule.contextLength = part.texts("contextLength");
    rule.filtered = part.texts("filtered");
    if (const auto *catches = part.member("catch"); catches && catches->is_object()) {
        for (const auto &entry : catches->object_range()) {
            const auto path = part.pathOf("catch") + u'.' + fromUtf8(entry.key());
            if (auto got = readCondition(entry.value(), path, unknown))
                rule.catches.insert(fromUtf8(entry.key()), *std::move(got));
            else
                part.reject(std::move(got.error()));
        }
    } else if (catches) {
        part.reject("catch", Words::tr("must be an object from targets to conditions."));
    }
    rule.cooldown = part.number("cooldown", rule.cooldown, 0);
    fields.reject(part.error());
    unknown += part.unknown();
}

void readSmallParts(JsonFields &fields, RetryPolicy &policy, QStringList &unknown)
{
    auto after = fields.object("retryAfter");
    policy.obeyRetryAfter = after.flag("obey", true);
    const Json *max = after.member("max");
    policy.retryAfterMax = max && max->is_null() ? noCap // any
                                                 : after.number("max", policy.retryAfterMax, 0);
    policy.retryAfterTooLong = TooLong(after.choice("tooLong", tooLongWords, 0));
    policy.retryAfterZero = after.flag("zero", false);
    policy.retryAfterFrom = after.texts("from");
    auto jitter = after.object("jitter");
    policy.retryAfterJitter.seconds = jitter.number("seconds", 0, 0);
    policy.retryAfterJitter.share = jitter.number("share", 0, 0, 10);
    policy.retryAfterJitter.from = jitter.texts("from");

    policy.obeyShouldRetry = fields.choice("shouldRetryHeader", obeyWords, 0) == 0;

    auto repair = fields.object("repair");
    policy.repairMax = int(repair.integer("max", policy.repairMax, 0, 1000));
    policy.repairAs = repairWords.value(repair.choice("as", repairWords, 0));
    policy.repairSend = sendWords.value(repair.choice("send", sendWords, 0));

    auto stream = fields.object("stream");
    policy.onDrop = OnDrop(stream.choice("onDrop", dropWords, int(OnDrop::Restart)));

    for (const auto *part : {&after, &jitter, &repair, &stream}) {
        fields.reject(part->error());
        unknown += part->unknown();
    }
}

Result<RetryPolicy> readPolicy(const Json &value, QStringList &unknown)
{
    auto policy = defaultPolicy();
    JsonFields fields(value);
    const auto kind = fields.text("antiphon", u"retry/1"_s);
    if (kind != "retry/1"_L1)
        fields.reject("antiphon",
                      Words::tr("is \"%1\"; a retry policy says \"retry/1\".").arg(kind));
    (void)fields.text("id");
    readTree(fields, "when", policy.when, unknown, readCondition);
    readTree(fields, "never", policy.never, unknown, readCondition);
    readTree(fields, "wait", policy.wait, unknown, readWait);
    readTree(fields, "stop", policy.stop, unknown, readStop);
    readSmallParts(fields, policy, unknown);
    readFallback(fields, policy.fallback, unknown);
    if (const auto *hooks = fields.member("hooks")) {
        if (auto got = readHooks(*hooks, fields.pathOf("hooks"), unknown))
            policy.hooks = *std::move(got);
        else
            fields.reject(std::move(got.error()));
    }
    policy.enabled = fields.flag("enabled", true);
    policy.reraise = fields.flag("reraise", true);
    unknown += fields.unknown();
    if (fields.error())
        return std::unexpected(*fields.error());
    return policy;
}

}

Result<RetryPolicy> policyFromJson(const Json &value)
{
    if (value.is<qint64>()) { // attempts in all
        const qint64 attempts = value.as<qint64>();
        if (attempts < 0 || attempts > 1'000'000)
            return fail(ErrorKind::Setup, Words::tr("A number of attempts is at least 0."));
        return policyWithAttempts(int(attempts));
    }
    QStringList unknown;
    return readPolicy(value, unknown);
}

QStringList unknownPolicyFields(const Json &value)
{
    QStringList unknown;
    return readPolicy(value, unknown) ? unknown : QStringList();
}

} // namespace Antiphon
