// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "retry/waitkinds.h"

#include <antiphon/core/words.h>

#include <QLocale>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

QList<WaitKind> waitKinds()
{
    QList<WaitKind> kinds;
    for (int kind = 0; kind < int(WaitKind::Other); ++kind)
        kinds.append(WaitKind(kind));
    return kinds;
}

WaitKind kindOf(const Wait &wait)
{
    const auto is = [&wait]<typename Rule>(std::type_identity<Rule>) {
        return std::holds_alternative<Rule>(wait.rule);
    };
    if (const auto *exponential = std::get_if<ExponentialWait>(&wait.rule))
        return exponential->fullJitter ? WaitKind::RandomExponential : WaitKind::Exponential;
    if (is(std::type_identity<BackoffWait> {}))
        return WaitKind::Backoff;
    if (is(std::type_identity<NoWait> {}))
        return WaitKind::None;
    if (is(std::type_identity<FixedWait> {}))
        return WaitKind::Fixed;
    if (is(std::type_identity<RandomWait> {}))
        return WaitKind::Random;
    if (is(std::type_identity<IncrementingWait> {}))
        return WaitKind::Incrementing;
    if (is(std::type_identity<ExponentialJitterWait> {}))
        return WaitKind::ExponentialJitter;
    if (is(std::type_identity<ChainWait> {}))
        return WaitKind::Chain;
    if (is(std::type_identity<CombinedWait> {}))
        return WaitKind::Combine;
    if (is(std::type_identity<WaitByError> {}))
        return WaitKind::ByError;
    if (const auto *computed = std::get_if<ComputedWait>(&wait.rule);
        computed && !computed->function)
        return WaitKind::Script;
    return WaitKind::Other;
}

QString waitKindTitle(WaitKind kind)
{
    switch (kind) {
    case WaitKind::Backoff:
        return Words::tr("Backoff");
    case WaitKind::None:
        return Words::tr("None");
    case WaitKind::Fixed:
        return Words::tr("Fixed");
    case WaitKind::Random:
        return Words::tr("Random");
    case WaitKind::Incrementing:
        return Words::tr("Incrementing");
    case WaitKind::Exponential:
        return Words::tr("Exponential");
    case WaitKind::RandomExponential:
        return Words::tr("Random exponential");
    case WaitKind::ExponentialJitter:
        return Words::tr("Exponential with jitter");
    case WaitKind::Chain:
        return Words::tr("Chain");
    case WaitKind::Combine:
        return Words::tr("Sum");
    case WaitKind::ByError:
        return Words::tr("By error");
    case WaitKind::Script:
        return Words::tr("By script");
    case WaitKind::Other:
        break;
    }
    return Words::tr("As in the text");
}

QString waitKindAbout(WaitKind kind)
{
    switch (kind) {
    case WaitKind::Backoff:
        return Words::tr("Grows by a factor each time up to a cap; jitter varies it both ways.");
    case WaitKind::None:
        return Words::tr("The next attempt begins at once.");
    case WaitKind::Fixed:
        return Words::tr("The same wait every time.");
    case WaitKind::Random:
        return Words::tr("Anything between two bounds.");
    case WaitKind::Incrementing:
        return Words::tr("Grows by the same amount each time.");
    case WaitKind::Exponential:
        return Words::tr("Grows by a factor each time, between two bounds.");
    case WaitKind::RandomExponential:
        return Words::tr(
            "Anything from the shortest wait to one that grows by a factor each time.");
    case WaitKind::ExponentialJitter:
        return Words::tr("Grows by a factor each time, with up to so much added.");
    case WaitKind::Chain:
        return Words::tr("One wait after the other; the last one repeats.");
    case WaitKind::Combine:
        return Words::tr("Several waits added up.");
    case WaitKind::ByError:
        return Words::tr("A wait of its own for each kind of error.");
    case WaitKind::Script:
        return Words::tr("As many seconds as JavaScript says, over attempt, error, elapsed and "
                         "the like.");
    case WaitKind::Other:
        break;
    }
    return Words::tr("This wait is not in the form; it is edited as text.");
}

/// What a wait begins with, in seconds.
static double firstSeconds(const Wait &wait)
{
    if (const auto *backoff = std::get_if<BackoffWait>(&wait.rule))
        return backoff->initial;
    if (const auto *fixed = std::get_if<FixedWait>(&wait.rule))
        return fixed->seconds;
    if (const auto *random = std::get_if<RandomWait>(&wait.rule))
        return random->max;
    if (const auto *growing = std::get_if<IncrementingWait>(&wait.rule))
        return growing->start;
    if (const auto *exponential = std::get_if<ExponentialWait>(&wait.rule))
        return exponential->multiplier;
    if (const auto *jitter = std::get_if<ExponentialJitterWait>(&wait.rule))
        return jitter->initial;
    return 1;
}

Wait waitOfKind(WaitKind kind, const Wait &before)
{
    const double first = firstSeconds(before);
    Wait copy = before;
    QList<Wait> parts;
    if (const QList<Wait> *held = waitParts(copy))
        parts = *held;
    if (const auto *map = std::get_if<WaitByError>(&before.rule)) {
        for (const auto &[error, wait] : map->map)
            parts.append(wait);
    }
    if (parts.isEmpty())
        parts = {kindOf(before) == WaitKind::None ? Wait {FixedWait {1}} : before};
    switch (kind) {
    case WaitKind::Backoff:
        return {BackoffWait {.initial = first}};
    case WaitKind::None:
        return {NoWait {}};
    case WaitKind::Fixed:
        return {FixedWait {first}};
    case WaitKind::Random:
        return {RandomWait {0, std::max(first, 1.0)}};
    case WaitKind::Incrementing:
        return {IncrementingWait {.start = first, .increment = 1, .max = 60}};
    case WaitKind::Exponential:
        return {ExponentialWait {.multiplier = first, .max = 60}};
    case WaitKind::RandomExponential:
        return {ExponentialWait {.multiplier = first, .max = 60, .fullJitter = true}};
    case WaitKind::ExponentialJitter:
        return {ExponentialJitterWait {.initial = first, .max = 60}};
    case WaitKind::Chain:
        return {ChainWait {parts}};
    case WaitKind::Combine:
        return {CombinedWait {parts}};
    case WaitKind::ByError:
        return {WaitByError {{{u"rate-limit"_s, {FixedWait {10}}}, {u"default"_s, parts.first()}}}};
    case WaitKind::Script:
        return {ComputedWait {.script = Antiphon::Script(QString::number(first) + u" * attempt"_s,
                                                         u"wait.seconds"_s)}};
    case WaitKind::Other:
        break;
    }
    return before;
}

template<typename Rule>
static std::function<double &(Wait &)> member(double Rule::*number)
{
    return [number](Wait &wait) -> double & { return std::get<Rule>(wait.rule).*number; };
}

QList<WaitNumber> waitNumbers(WaitKind kind)
{
    using enum WaitNumber::Form;
    const QString cap = Words::tr("At most");
    const QString capAbout = Words::tr("No wait is longer");
    const QString least = Words::tr("At least");
    const QString leastAbout = Words::tr("No wait is shorter; this wins over the longest");
    const QString factor = Words::tr("Times");
    const QString factorAbout = Words::tr("Each wait is so many times the one before");
    const QString first = Words::tr("First wait");
    switch (kind) {
    case WaitKind::Backoff:
        return {{u"initial"_s, first, {}, Seconds, member(&BackoffWait::initial)},
                {u"multiplier"_s, factor, factorAbout, Factor, member(&BackoffWait::multiplier)},
                {u"max"_s, cap, capAbout, Cap, member(&BackoffWait::max)},
                {u"jitter"_s, Words::tr("Jitter"),
                 Words::tr("Each wait varies by this share of itself"), Share,
                 member(&BackoffWait::jitter)}};
    case WaitKind::Fixed:
        return {{u"seconds"_s, Words::tr("Wait"), {}, Seconds, member(&FixedWait::seconds)}};
    case WaitKind::Random:
        return {{u"min"_s, Words::tr("From"), {}, Seconds, member(&RandomWait::min)},
                {u"max"_s, Words::tr("To"), {}, Seconds, member(&RandomWait::max)}};
    case WaitKind::Incrementing:
        return {{u"start"_s, first, {}, Seconds, member(&IncrementingWait::start)},
                {u"increment"_s, Words::tr("Plus"), Words::tr("Each wait is so much longer"),
                 Seconds, member(&IncrementingWait::increment)},
                {u"max"_s, cap, capAbout, Cap, member(&IncrementingWait::max)}};
    case WaitKind::Exponential:
    case WaitKind::RandomExponential:
        return {{u"multiplier"_s, first, {}, Seconds, member(&ExponentialWait::multiplier)},
                {u"exp_base"_s, factor, factorAbout, Factor, member(&ExponentialWait::base)},
                {u"min"_s, least, leastAbout, Seconds, member(&ExponentialWait::min)},
                {u"max"_s, cap, capAbout, Cap, member(&ExponentialWait::max)}};
    case WaitKind::ExponentialJitter:
        return {{u"initial"_s, first, {}, Seconds, member(&ExponentialJitterWait::initial)},
                {u"exp_base"_s, factor, factorAbout, Factor, member(&ExponentialJitterWait::base)},
                {u"jitter"_s, Words::tr("Plus up to"), Words::tr("So much is added at random"),
                 Seconds, member(&ExponentialJitterWait::jitter)},
                {u"min"_s, least, leastAbout, Seconds, member(&ExponentialJitterWait::min)},
                {u"max"_s, cap, capAbout, Cap, member(&ExponentialJitterWait::max)}};
    case WaitKind::None:
    case WaitKind::Chain:
    case WaitKind::Combine:
    case WaitKind::ByError:
    case WaitKind::Script:
    case WaitKind::Other:
        break;
    }
    return {};
}

QList<Wait> *waitParts(Wait &wait)
{
    if (auto *chain = std::get_if<ChainWait>(&wait.rule))
        return &chain->of;
    if (auto *sum = std::get_if<CombinedWait>(&wait.rule))
        return &sum->of;
    return nullptr;
}

QString waitText(const Wait &wait)
{
    const WaitKind kind = kindOf(wait);
    const auto seconds = [](double value) {
        return std::isinf(value) ? Words::tr("no cap")
                                 : Words::tr("%1 s").arg(QLocale().toString(value, 'g', 6));
    };
    Wait copy = wait;
    QStringList numbers;
    for (const WaitNumber &number : waitNumbers(kind)) {
        const double value = number.of(copy);
        switch (number.form) {
        case WaitNumber::Form::Seconds:
            numbers.append(seconds(value));
            break;
        case WaitNumber::Form::Factor:
            numbers.append(u"× "_s + QLocale().toString(value, 'g', 6));
            break;
        case WaitNumber::Form::Share:
            if (value > 0)
                numbers.append(u"± "_s + QLocale().toString(value * 100, 'g', 4) + u" %"_s);
            break;
        case WaitNumber::Form::Cap:
            if (!std::isinf(value))
                numbers.append(Words::tr("up to %1").arg(seconds(value)));
            break;
        }
    }
    if (const auto *computed = std::get_if<ComputedWait>(&wait.rule))
        numbers.append(computed->script.source().simplified());
    if (const QList<Wait> *parts = waitParts(copy))
        numbers.append(Words::tr("%Ln part(s)", nullptr, int(parts->size())));
    return numbers.isEmpty() ? waitKindTitle(kind)
                             : u"%1: %2"_s.arg(waitKindTitle(kind), numbers.join(u", "_s));
}

} // namespace Antiphon::Ui
