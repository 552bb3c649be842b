// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/simulate/answer.h>

namespace Antiphon {

using namespace Qt::StringLiterals;

using Steps = QList<SimulatedStep>;

static SimulatedStep steadyStep(SimulatedStep step)
{
    step.sample = true;
    step.jsonFromSchema = true;
    return step;
}

static SimulatedStep failingStep(SimulatedStep step, SimulatedFailure failure)
{
    step.fail = std::move(failure);
    return step;
}

static Steps echo(SimulatedStep step)
{
    step.echo = true;
    return {step};
}

static Steps steady(SimulatedStep step)
{
    return {steadyStep(std::move(step))};
}

static Steps slow(SimulatedStep step)
{
    step.firstTokenMs = 4000;
    step.tokensPerSecond = 15;
    return steady(std::move(step));
}

static Steps flaky(SimulatedStep step)
{
    return {failingStep(step, {.error = u"rate-limit"_s, .status = 429, .retryAfter = u"1"_s}),
            failingStep(step, {.error = u"rate-limit"_s, .status = 429}), steadyStep(step)};
}

static Steps serverError(SimulatedStep step)
{
    return {failingStep(std::move(step), {.error = u"server"_s, .status = 503})};
}

static Steps drop(SimulatedStep step)
{
    SimulatedStep first = steadyStep(step);
    first.fault = SimulatedFault {.kind = u"drop"_s, .share = 0.4};
    return {first, steadyStep(std::move(step))};
}

static Steps almostJson(SimulatedStep step)
{
    SimulatedStep first = step;
    first.sample = true;
    first.almostFromSchema = true;
    return {first, steadyStep(std::move(step))};
}

static Steps neverJson(SimulatedStep step)
{
    step.sample = true;
    return {step};
}

static Steps refuse(SimulatedStep step)
{
    step.refusal = u"I'm sorry, but I can't help with that request. If this is about your order, a "
                   u"colleague from the support team will gladly look into it with you."_s;
    return {step};
}

static Steps longAnswer(SimulatedStep step)
{
    step.sample = true;
    step.sampleCharacters = 200'000;
    step.tokensPerSecond = 400;
    return {step};
}

static Steps tool(SimulatedStep step)
{
    step.useTools = true;
    step.sample = true;
    return {step};
}

static Steps languages(SimulatedStep step)
{
    step.text = u"**العربية:** مرحبًا! وصلتنا رسالتك، وسنرسل لك بطارية جديدة خلال يومين.\n\n"
                u"**עברית:** שלום! קיבלנו את הפנייה שלך, והחבילה תגיע עד יום חמישי.\n\n"
                u"**中文：** 您好！您的退款申请已经通过，款项将在三个工作日内到账。\n\n"
                u"**Emoji:** 📦➡️🏠 👍🏽 👩‍💻 🇳🇴 🎉\n\n"
                u"مرحبًا, שלום, 您好 — the same desk, 4 ways of writing. ✅"_s;
    step.cut = std::pair(1, 5); // most characters here are two to four bytes long
    return {step};
}

struct BuiltinScript {
    QLatin1StringView name;
    Steps (*steps)(SimulatedStep base);
};

static constexpr BuiltinScript scripts[] = {
    {"echo"_L1, echo},
    {"steady"_L1, steady},
    {"slow"_L1, slow},
    {"flaky"_L1, flaky},
    {"server-error"_L1, serverError},
    {"drop"_L1, drop},
    {"almost-json"_L1, almostJson},
    {"never-json"_L1, neverJson},
    {"refuse"_L1, refuse},
    {"long"_L1, longAnswer},
    {"tool"_L1, tool},
    {"languages"_L1, languages},
};

QStringList builtinScriptNames()
{
    QStringList names;
    for (const BuiltinScript &script : scripts)
        names.append(script.name);
    return names;
}

Steps builtinSteps(QStringView name, const SimulatedStep &base)
{
    for (const BuiltinScript &script : scripts) {
        if (script.name == name)
            return script.steps(base);
    }
    return {};
}

} // namespace Antiphon
