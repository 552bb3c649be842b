// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// Waits longer and longer, by chance a little more, after those errors that waiting may cure.

#include <antiphon/net/call.h>
#include <antiphon/net/limiter.h>
#include <antiphon/net/prepare.h>
#include <antiphon/net/simulatortransport.h>
#include <antiphon/net/virtualclock.h>
#include <antiphon/store/builtin.h>

#include <QCoreApplication>
#include <QTextStream>

using namespace Antiphon;
using namespace Qt::StringLiterals;

static RetryPolicy policy()
{
    RetryPolicy policy = policyWithAttempts(5);
    policy.when.rule = ErrorIs {{ErrorKind::RateLimit, ErrorKind::Timeout, ErrorKind::Connection}};
    policy.wait.rule = ExponentialJitterWait {.initial = 1, .jitter = 0.5, .max = 60};
    policy.obeyShouldRetry = false;
    return policy;
}

/// One call, told as it goes: a line for each attempt that failed.
static void run(const QByteArray &script, QTextStream &out)
{
    CallInputs inputs;
    inputs.prompt.text = u"Recommend a book."_s;
    const Target target {.slug = u"mini"_s,
                         .provider = u"openai"_s,
                         .model = u"gpt-5.4-mini"_s,
                         .timeout = jsonObject({{"firstToken", Json(20)}}),
                         .simulate = *parseJson(script)};
    auto spec = prepareCall(inputs, target,
                            {.providers = builtinProviders(),
                             .retryOverride = policy(),
                             .environment = programVariable});
    if (!spec) {
        out << spec.error().message << '\n';
        return;
    }
    spec->seed = 7; // of the jitter: the same waits each time

    VirtualClock clock;
    SimulatorTransport transport(clock);
    Limiter limiter(clock, {});
    Call call(*std::move(spec), transport, clock, limiter);
    QObject::connect(&call, &Call::attemptEnded, &call, [&](int number) {
        const Attempt &attempt = call.record().attempts.last();
        if (attempt.error)
            out << number << ": " << errorKindName(attempt.error->kind) << '\n';
    });
    QObject::connect(&call, &Call::waiting, &call, [&](int, std::chrono::milliseconds delay) {
        out << "   next in " << qint64(delay.count()) << " ms\n";
    });
    QObject::connect(&call, &Call::finished, &call, [&] {
        const Attempt &last = call.record().attempts.last();
        out << last.number << ": " << callStateName(call.state()) << ": "
            << (last.error ? last.decision->why : last.text) << '\n';
        QCoreApplication::quit();
    });
    call.start();
    QCoreApplication::exec();
}

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QTextStream out(stdout);
    run(R"({"steps": [{"fail": {"error": "rate-limit"}}, {"firstTokenMs": 60000},
                      {"fault": {"kind": "reset"}}, {"text": "The Name of the Wind."}]})",
        out);
    run(R"({"steps": [{"fail": {"error": "authentication"}}, {"text": "never asked"}]})", out);
    return 0;
}
