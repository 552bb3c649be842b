// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/retry/policy.h>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

/// Finds every script and function of a policy that may look at answers.
struct Finder {
    /// With the script, nullptr where a function stands in its place, and the script's path.
    std::function<void(const Script *script, const QString &path)> see;

    template<typename Rule>
    void tell(const Rule &rule, const QString &path) const
    {
        see(rule.function ? nullptr : &rule.script, path);
    }

    void look(const Condition &condition, const QString &path) const
    {
        const auto each = [&](const QList<Condition> &of, const QString &place) {
            for (qsizetype i = 0; i < of.size(); ++i)
                look(of[i], place.arg(i));
        };
        if (const auto *result = std::get_if<ResultIs>(&condition.rule))
            tell(*result, path + u".result"_s);
        else if (const auto *moment = std::get_if<MomentIs>(&condition.rule))
            tell(*moment, path + u".script"_s);
        else if (const auto *any = std::get_if<AnyOf>(&condition.rule))
            each(any->of, path + u".any[%1]"_s);
        else if (const auto *all = std::get_if<AllOf>(&condition.rule))
            each(all->of, path + u".all[%1]"_s);
        else if (const auto *inverse = std::get_if<Not>(&condition.rule))
            for (const Condition &part : inverse->of)
                look(part, path + u".not"_s);
    }

    void look(const Wait &wait, const QString &path) const
    {
        const auto each = [&](const QList<Wait> &of) {
            for (qsizetype i = 0; i < of.size(); ++i)
                look(of[i], path + u".of[%1]"_s.arg(i));
        };
        if (const auto *computed = std::get_if<ComputedWait>(&wait.rule))
            tell(*computed, path + u".seconds"_s);
        else if (const auto *chain = std::get_if<ChainWait>(&wait.rule))
            each(chain->of);
        else if (const auto *sum = std::get_if<CombinedWait>(&wait.rule))
            each(sum->of);
        else if (const auto *byError = std::get_if<WaitByError>(&wait.rule))
            for (const auto &[name, part] : byError->map)
                look(part, path + u".map."_s + name);
    }

    void look(const Stop &stop, const QString &path) const
    {
        const auto each = [&](const QList<Stop> &of, const QString &place) {
            for (qsizetype i = 0; i < of.size(); ++i)
                look(of[i], place.arg(i));
        };
        if (const auto *when = std::get_if<StopWhen>(&stop.rule))
            tell(*when, path + u".script"_s);
        else if (const auto *any = std::get_if<StopAny>(&stop.rule))
            each(any->of, path + u".any[%1]"_s);
        else if (const auto *all = std::get_if<StopAll>(&stop.rule))
            each(all->of, path + u".all[%1]"_s);
    }

    void look(const QList<RetryHook> &hooks, const QString &path) const
    {
        for (qsizetype i = 0; i < hooks.size(); ++i) {
            if (hooks[i].function || !hooks[i].script.isEmpty())
                tell(hooks[i], u"%1[%2].script"_s.arg(path).arg(i));
            else if (hooks[i].log)
                see(nullptr, path); // a line may show the answer
        }
    }

    void look(const RetryPolicy &policy) const
    {
        look(policy.when, u"when"_s);
        look(policy.never, u"never"_s);
        look(policy.wait, u"wait"_s);
        look(policy.stop, u"stop"_s);
        if (policy.fallback.when == FallbackRule::When::Matching)
            look(policy.fallback.condition, u"fallback.when"_s);
        for (auto at = policy.fallback.catches.begin(); at != policy.fallback.catches.end(); ++at)
            look(at.value(), u"fallback.catch."_s + at.key());
        look(policy.hooks.before, u"hooks.before"_s);
        look(policy.hooks.after, u"hooks.after"_s);
        look(policy.hooks.beforeSleep, u"hooks.beforeSleep"_s);
        if (policy.hooks.gaveUp.function || !policy.hooks.gaveUp.script.isEmpty())
            tell(policy.hooks.gaveUp, u"hooks.gaveUp.script"_s);
    }
};

}

bool looksAtAnswers(const RetryPolicy &policy)
{
    bool found = false;
    Finder {[&found](const Script *, const QString &) { found = true; }}.look(policy);
    return found;
}

QList<ScriptError> faults(const RetryPolicy &policy)
{
    QList<ScriptError> out;
    Finder {[&out](const Script *script, const QString &path) {
        auto error = script ? script->check() : std::nullopt;
        if (!error)
            return;
        error->file = path;
        out.append(*std::move(error));
    }}.look(policy);
    return out;
}

} // namespace Antiphon
