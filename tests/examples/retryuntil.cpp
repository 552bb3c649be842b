// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// Asks again until the answer does without a word.

#include <antiphon/net/engine.h>
#include <antiphon/net/prepare.h>
#include <antiphon/net/simulatortransport.h>
#include <antiphon/net/virtualclock.h>
#include <antiphon/store/builtin.h>

#include <QCoreApplication>
#include <QTextStream>

using namespace Antiphon;
using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QTextStream out(stdout);

    CallInputs inputs;
    inputs.prompt.text = u"Recommend a {genre} book. Say nothing of dragons."_s;
    inputs.variables.insert(u"genre"_s, u"fantasy"_s);

    RetryPolicy policy = policyWithAttempts(4);
    policy.wait.rule = NoWait {};
    policy.when = resultIs([](const Json &answer) {
        return textOf(answer, "content").contains("dragon"_L1, Qt::CaseInsensitive);
    });

    const Target target {.slug = u"mini"_s,
                         .provider = u"openai"_s,
                         .model = u"gpt-5.4-mini"_s,
                         .simulate = *parseJson(R"({"steps": [
                             {"text": "Eragon: a farm boy finds a dragon's egg."},
                             {"text": "Dragonflight, then."},
                             {"text": "The Name of the Wind."}]})")};
    const auto spec = prepareCall(
        inputs, target,
        {.providers = builtinProviders(), .retryOverride = policy, .environment = programVariable});
    if (!spec) {
        out << spec.error().message << '\n';
        return 1;
    }

    VirtualClock clock; // a SystemClock in earnest,
    SimulatorTransport transport(clock); // and a QnamTransport
    Engine engine(transport, clock);
    engine.ask(*spec).then(&engine, [&](const CallRecord &call) {
        for (const Attempt &attempt : call.attempts)
            out << attempt.number << ": " << attempt.text << '\n';
        QCoreApplication::quit();
    });
    return QCoreApplication::exec();
}
