// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// Asks a simulated provider that is out of order twice, and prints what the third attempt says.

#include <antiphon/net/engine.h>
#include <antiphon/net/prepare.h>
#include <antiphon/net/simulatortransport.h>
#include <antiphon/store/builtin.h>

#include <QCoreApplication>

#include <cstdio>

using namespace Antiphon;

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);

    CallInputs inputs;
    inputs.prompt.text = QStringLiteral("SYSTEM: Be brief.\nUSER: Hello, {name}!");
    inputs.variables.insert(QStringLiteral("name"), QStringLiteral("printer"));

    Target target;
    target.slug = QStringLiteral("trial");
    target.provider = QStringLiteral("simulator");
    target.model = QStringLiteral("flaky");
    target.simulate = jsonObject({{"script", Json("flaky")}, {"speed", Json(0)}});

    RunSource source;
    source.providers = builtinProviders();
    source.prices = builtinPrices();

    RetryPolicy policy = defaultPolicy();
    policy.obeyRetryAfter = false;
    policy.wait.rule = FixedWait {0.01};
    source.retryOverride = policy;

    const auto spec = prepareCall(inputs, target, source);
    if (!spec) {
        std::fprintf(stderr, "%s\n", qPrintable(spec.error().message));
        return 1;
    }

    SystemClock clock;
    SimulatorTransport transport(clock);
    Feed feed;
    Engine engine(transport, clock, feed);
    std::optional<CallRecord> record;
    QObject::connect(
        &feed, &Feed::filled, &engine,
        [&] {
            for (CallUpdate &update : feed.take()) {
                if (update.finished)
                    record = std::move(update.finished);
            }
            if (record)
                QCoreApplication::quit();
        },
        Qt::QueuedConnection);
    engine.start(CallId(1), *spec);
    QCoreApplication::exec();

    std::printf("%lld attempts\n%s\n", qlonglong(record->attempts.size()),
                qPrintable(record->attempts.last().text));
    return record->attempts.size() == 3 && record->state == CallState::Done ? 0 : 1;
}
