// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/retry/policyread.h>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

/// Whole numbers without a point, as people write them.
Json number(double value)
{
    if (value == std::floor(value) && std::abs(value) < 1e15)
        return Json(qint64(value));
    return Json(value);
}

Json texts(const QStringList &list)
{
    auto out = jsonArray();
    for (const auto &text : list)
        out.push_back(toJson(QStringView(text)));
    return out;
}

Json kindNames(const QList<ErrorKind> &kinds)
{
    QStringList names;
    for (const auto kind : kinds)
        names.append(errorKindName(kind));
    return texts(names);
}

template<typename Tree>
Json trees(const QList<Tree> &list)
{
    auto out = jsonArray();
    for (const auto &tree : list)
        out.push_back(toJson(tree));
    return out;
}

void put(Json &object, const char *key, double value, double fallback)
{
    if (value != fallback)
        object.insert_or_assign(key, number(value));
}

void put(Json &object, const char *key, const QString &value, const QString &fallback)
{
    if (value != fallback)
        object.insert_or_assign(key, toJson(QStringView(value)));
}

void put(Json &object, const char *key, const QStringList &value)
{
    if (!value.isEmpty())
        object.insert_or_assign(key, texts(value));
}

/// Nothing but defaults inside: nothing to write.
void put(Json &object, const char *key, Json part)
{
    if (!part.empty())
        object.insert_or_assign(key, std::move(part));
}

struct ConditionWriter {
    Json operator()(const Never &) const { return Json("never"); }
    Json operator()(const Always &) const { return Json("always"); }
    Json operator()(const HasFailed &r) const { return jsonObject({{"failed", Json(r.failed)}}); }
    Json operator()(const ErrorIs &r) const { return jsonObject({{"error", kindNames(r.kinds)}}); }
    Json operator()(const StatusIs &r) const { return jsonObject({{"status", texts(r.statuses)}}); }
    Json operator()(const CodeIs &r) const { return jsonObject({{"code", texts(r.codes)}}); }
    Json operator()(const MessageIs &r) const
    {
        const auto text = toJson(QStringView(r.text));
        return jsonObject({{"message", r.equals ? jsonObject({{"equals", text}}) : text}});
    }
    Json operator()(const CauseIs &r) const { return jsonObject({{"cause", kindNames(r.kinds)}}); }
    Json operator()(const ResultIs &r) const
    {
        // A function cannot be written; it is said that there is one.
        const QString source = r.function ? u"/* C++ */ false"_s : r.script.source();
        return jsonObject({{"result", toJson(QStringView(source))}});
    }
    Json operator()(const MomentIs &r) const
    {
        const QString source = r.function ? u"/* C++ */ false"_s : r.script.source();
        return jsonObject({{"script", toJson(QStringView(source))}});
    }
    Json operator()(const AnyOf &r) const { return jsonObject({{"any", trees(r.of)}}); }
    Json operator()(const AllOf &r) const { return jsonObject({{"all", trees(r.of)}}); }
    Json operator()(const Not &r) const
    {
        return jsonObject({{"not", r.of.isEmpty() ? Json("never") : toJson(r.of.first())}});
    }
};

Json typed(const char *type)
{
    return jsonObject({{"type", Json(type)}});
}

struct WaitWriter {
    Json operator()(const NoWait &) const { return typed("none"); }
    Json operator()(const FixedWait &wait) const
    {
        auto out = typed("fixed");
        out.insert_or_assign("seconds", number(wait.seconds));
        return out;
    }
    Json operator()(const RandomWait &wait) const
    {
        auto out = typed("random");
        put(out, "min", wait.min, 0);
        put(out, "max", wait.max, 1);
        return out;
    }
    Json operator()(const IncrementingWait &wait) const
    {
        auto out = typed("incrementing");
        put(out, "start", wait.start, 0);
        put(out, "increment", wait.increment, 100);
        put(out, "max", wait.max, noCap);
        return out;
    }
    Json operator()(const ExponentialWait &wait) const
    {
        auto out = typed(wait.fullJitter ? "random_exponential" : "exponential");
        put(out, "multiplier", wait.multiplier, 1);
        put(out, "exp_base", wait.base, 2);
        put(out, "min", wait.min, 0);
        put(out, "max", wait.max, noCap);
        return out;
    }
    Json operator()(const ExponentialJitterWait &wait) const
    {
        auto out = typed("exponential_jitter");
        put(out, "initial", wait.initial, 1);
        put(out, "exp_base", wait.base, 2);
        put(out, "jitter", wait.jitter, 1);
        put(out, "min", wait.min, 0);
        put(out, "max", wait.max, noCap);
        return out;
    }
    Json operator()(const BackoffWait &wait) const
    {
        auto out = typed("backoff");
        put(out, "initial", wait.initial, 0.5);
        put(out, "multiplier", wait.multiplier, 2);
        put(out, "max", wait.max, 60);
        put(out, "jitter", wait.jitter, 0);
        if (wait.spread != BackoffWait::Spread::Both)
            out.insert_or_assign("spread",
                                 Json(wait.spread == BackoffWait::Spread::Down ? "down" : "up"));
        return out;
    }
    Json operator()(const ComputedWait &wait) const
    {
        auto out = typed("script");
        const QString source = wait.function ? u"/* C++ */ 0"_s : wait.script.source();
        out.insert_or_assign("seconds", toJson(QStringView(source)));
        return out;
    }
    Json operator()(const ChainWait &wait) const { return parts("chain", wait.of); }
    Json operator()(const CombinedWait &wait) const { return parts("combine", wait.of); }
    Json operator()(const WaitByError &wait) const
    {
        auto map = jsonObject();
        for (const auto &[name, part] : wait.map)
            map.insert_or_assign(toUtf8(name), toJson(part));
        auto out = typed("by_error");
        out.insert_or_assign("map", std::move(map));
        return out;
    }

    static Json parts(const char *type, const QList<Wait> &of)
    {
        auto out = typed(type);
        out.insert_or_assign("of", trees(of));
        return out;
    }
};

struct StopWriter {
    Json operator()(const StopNever &) const { return Json("never"); }
    Json operator()(const StopAfterAttempt &stop) const
    {
        return jsonObject({{"after_attempt", Json(qint64(stop.attempts))}});
    }
    Json operator()(const StopAfterDelay &stop) const
    {
        return jsonObject({{"after_delay", number(stop.seconds)}});
    }
    Json operator()(const StopBeforeDelay &stop) const
    {
        return jsonObject({{"before_delay", number(stop.seconds)}});
    }
    Json operator()(const StopWhen &stop) const
    {
        const QString source = stop.function ? u"/* C++ */ false"_s : stop.script.source();
        return jsonObject({{"script", toJson(QStringView(source))}});
    }
    Json operator()(const StopAny &stop) const { return jsonObject({{"any", trees(stop.of)}}); }
    Json operator()(const StopAll &stop) const { return jsonObject({{"all", trees(stop.of)}}); }
};

Json fallbackJson(const FallbackRule &rule)
{
    static const QStringList words {u"exhausted"_s, u"failed"_s, u"never"_s};
    auto out = jsonObject();
    if (rule.when == FallbackRule::When::Matching)
        out.insert_or_assign("when", toJson(rule.condition));
    else
        put(out, "when", words.value(int(rule.when)), words.first());
    put(out, "targets", rule.targets);
    put(out, "contextLength", rule.contextLength);
    put(out, "filtered", rule.filtered);
    auto catches = jsonObject();
    for (auto at = rule.catches.begin(); at != rule.catches.end(); ++at)
        catches.insert_or_assign(toUtf8(at.key()), toJson(at.value()));
    put(out, "catch", std::move(catches));
    put(out, "cooldown", rule.cooldown, 5);
    return out;
}

}

Json toJson(const Condition &condition)
{
    return std::visit(ConditionWriter {}, condition.rule);
}

Json toJson(const Wait &wait)
{
    return std::visit(WaitWriter {}, wait.rule);
}

Json toJson(const Stop &stop)
{
    return std::visit(StopWriter {}, stop.rule);
}

Json toJson(const RetryPolicy &policy)
{
    static const QStringList dropWords {u"fail"_s, u"restart"_s, u"continue"_s};
    static const auto standard = defaultPolicy();
    static const QStringList tooLongWords {u"end"_s, u"own"_s, u"cut"_s};
    auto out = jsonObject({{"antiphon", Json("retry/1")}});
    if (!policy.enabled)
        out.insert_or_assign("enabled", Json(false));
    if (policy.when != standard.when)
        out.insert_or_assign("when", toJson(policy.when));
    if (policy.never != standard.never)
        out.insert_or_assign("never", toJson(policy.never));
    if (policy.wait != standard.wait)
        out.insert_or_assign("wait", toJson(policy.wait));

    auto after = jsonObject();
    if (!policy.obeyRetryAfter)
        after.insert_or_assign("obey", Json(false));
    if (policy.retryAfterMax == noCap)
        after.insert_or_assign("max", Json::null());
    else
        put(after, "max", policy.retryAfterMax, standard.retryAfterMax);
    put(after, "tooLong", tooLongWords.value(int(policy.retryAfterTooLong)), tooLongWords.first());
    if (policy.retryAfterZero)
        after.insert_or_assign("zero", Json(true));
    put(after, "from", policy.retryAfterFrom);
    auto jitter = jsonObject();
    put(jitter, "seconds", policy.retryAfterJitter.seconds, 0.0);
    put(jitter, "share", policy.retryAfterJitter.share, 0.0);
    put(jitter, "from", policy.retryAfterJitter.from);
    put(after, "jitter", std::move(jitter));
    put(out, "retryAfter", std::move(after));
    if (!policy.obeyShouldRetry)
        out.insert_or_assign("shouldRetryHeader", Json("ignore"));

    if (policy.stop != standard.stop)
        out.insert_or_assign("stop", toJson(policy.stop));

    auto repair = jsonObject();
    put(repair, "max", policy.repairMax, standard.repairMax);
    put(repair, "as", policy.repairAs, standard.repairAs);
    put(repair, "send", policy.repairSend, standard.repairSend);
    put(out, "repair", std::move(repair));

    if (policy.onDrop != standard.onDrop) {
        const auto word = dropWords.value(int(policy.onDrop));
        out.insert_or_assign("stream", jsonObject({{"onDrop", toJson(QStringView(word))}}));
    }
    put(out, "fallback", fallbackJson(policy.fallback));
    put(out, "hooks", toJson(policy.hooks));
    if (!policy.reraise)
        out.insert_or_assign("reraise", Json(false));
    return out;
}

} // namespace Antiphon
