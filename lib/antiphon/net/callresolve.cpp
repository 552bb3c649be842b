// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/net/callprivate.h>

using namespace Qt::StringLiterals;

namespace Antiphon {

// A target that another call has just given up is left out while it cools down, if there is one
// to take its place.
void Call::Private::chooseFirst()
{
    const QStringList chain {fallbacksLeft()};
    if (!limiter.isCooling(key()) || !spec.retries || chain.isEmpty())
        return;
    for (qsizetype i = 1; i < spec.targets.size(); ++i) {
        target = i;
        if (chain.contains(here().target.slug) && !limiter.isCooling(key())) {
            record.warnings.append(
                tr("The target %1 failed a moment ago and is left out for now; asked %2 instead.")
                    .arg(record.target, here().target.slug));
            tried.append(0);
            fellBack = true;
            return;
        }
    }
    target = 0;
}

Attempt Call::Private::newAttempt(AttemptKind kind) const
{
    const PreparedTarget &asked = here();
    return {.number = int(record.attempts.size()) + 1,
            .kind = kind,
            .target = asked.target.slug,
            .provider = asked.provider.id,
            .api = asked.endpoint.api,
            .codec = asked.codec->id,
            .model = asked.target.model,
            .simulated = asked.simulated,
            .started = clock.wallNow(),
            .begin = clock.now() - begin,
            .text = carried,
            .layout = carried.isEmpty()
                ? QList<AnswerPart> {}
                : QList<AnswerPart> {{.kind = AnswerPart::Kind::Text, .size = carried.size()}}};
}

void Call::Private::enterTarget()
{
    if (tried.contains(target))
        return;
    tried.append(target);
    attemptsHere = 0;
    repairsHere = 0;
    idleHere = 0;
    beganHere = clock.now();
    tokenRenewed = false;
    withoutUsage = false;
}

// What scripts are told of the attempt that comes, or is under way.
AttemptContext Call::Private::context() const
{
    AttemptContext context {.number = int(record.attempts.size()) + (run ? 0 : 1),
                            .started = clock.wallNow(),
                            .seed = spec.seed,
                            .turns = turns,
                            .abilities = here().abilities,
                            .clock = [this] { return std::chrono::nanoseconds(clock.now()); }};
    QList<Attempt> mine;
    for (const Attempt &attempt : record.attempts) {
        if (attempt.error)
            context.errors.append(*attempt.error);
        if (attempt.target == here().target.slug)
            mine.append(attempt);
    }
    context.repair = repairInput(mine, here().policy.repairAs, here().policy.repairSend);
    return context;
}

Result<ResolvedCall> Call::Private::resolvedHere()
{
    if (notAnswered)
        return std::unexpected(*notAnswered);
    CallInputs inputs = spec.inputs;
    inputs.answers.insert(answers);
    for (const auto &laid : hookVariables.object_range())
        inputs.variables.insert(fromUtf8(laid.key()), Value(laid.value()));
    if (collectsErrors(policyHere().hooks) && !inputs.variables.contains(u"errors"_s))
        inputs.variables.insert(u"errors"_s, Value(jsonArray()));
    return resolve(inputs, here().target, here().provider, context());
}

// Another target that a rule or script chose. A fallback is above them: where it goes stays.
Result<> Call::Private::goTo(const ResolvedCall &resolved)
{
    if (resolved.target.isEmpty() || resolved.target == here().target.slug || fellBack)
        return {};
    for (qsizetype i = 0; i < spec.targets.size(); ++i) {
        if (spec.targets[i].target.slug == resolved.target) {
            target = i;
            return {};
        }
    }
    const Error unready = spec.unready.value(resolved.target);
    return fail(ErrorKind::Setup,
                unready.message.isEmpty()
                    ? tr("%1 chose the target \"%2\", which there is not.")
                          .arg(resolved.targetFrom, resolved.target)
                    : tr("%1 chose the target \"%2\": %3")
                          .arg(resolved.targetFrom, resolved.target, unready.message));
}

Result<CallRequest> Call::Private::resolved()
{
    if (spec.recorded) {
        extraction = spec.recorded->extraction;
        return spec.recorded->asked;
    }
    auto resolved = resolvedHere();
    const qsizetype asked = target;
    if (resolved) {
        if (auto gone = goTo(*resolved); !gone)
            return std::unexpected(gone.error());
    }
    if (target != asked)
        resolved = resolvedHere(); // its own parameters and format; it is not left again
    if (!resolved)
        return std::unexpected(resolved.error());
    chosenRetry = resolved->retry;
    record.console += resolved->console;
    extraction = resolved->extraction;
    warnOnce(resolved->warnings);
    record.metadata = resolved->metadata;
    record.promptTemplate = resolved->promptTemplate;
    if (!carried.isEmpty()) {
        resolved->request.messages += textMessage(Role::Assistant, carried);
        resolved->request.messages += textMessage(
            Role::User,
            u"Your answer was cut off. Go on exactly where it stops; repeat nothing."_s);
    }
    return std::move(resolved->request);
}

} // namespace Antiphon
