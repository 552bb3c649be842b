// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// What went wrong, by kind and in the provider's own words, and another provider in its place.

#include <antiphon/net/engine.h>
#include <antiphon/net/prepare.h>
#include <antiphon/net/simulatortransport.h>
#include <antiphon/net/virtualclock.h>
#include <antiphon/store/builtin.h>

#include <QCoreApplication>
#include <QTextStream>

using namespace Antiphon;
using namespace Qt::StringLiterals;

/// What a program does about an error, by what a person could do about it.
static QString advice(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Authentication:
    case ErrorKind::Permission:
        return u"look at the key"_s;
    case ErrorKind::RateLimit:
    case ErrorKind::Server:
    case ErrorKind::Connection:
    case ErrorKind::Timeout:
        return u"try later"_s;
    case ErrorKind::ContextLength:
        return u"shorten the prompt"_s;
    default:
        return u"look closer"_s;
    }
}

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QTextStream out(stdout);

    CallInputs inputs;
    inputs.prompt.text = u"Recommend a book."_s;
    const Target first {.slug = u"gpt"_s,
                        .provider = u"openai"_s,
                        .model = u"gpt-5.4-mini"_s,
                        .fallback = {u"claude"_s, u"gemini"_s},
                        .simulate = *parseJson(R"({"steps": [{"fail": {"error": "server",
                            "message": "The engine is on fire."}}]})")};
    const Target second {.slug = u"claude"_s,
                         .provider = u"anthropic"_s,
                         .model = u"claude-haiku-4-5"_s,
                         .simulate = *parseJson(R"({"steps": [{"fail": {"error": "authentication",
                            "message": "This key has been revoked."}}]})")};
    const Target third {.slug = u"gemini"_s,
                        .provider = u"google"_s,
                        .model = u"gemini-2.5-flash"_s,
                        .simulate
                        = *parseJson(R"({"steps": [{"text": "The Name of the Wind."}]})")};
    RetryPolicy policy = policyWithAttempts(2);
    policy.fallback.when = FallbackRule::When::Failed;
    const auto spec = prepareCall(inputs, first,
                                  {.providers = builtinProviders(),
                                   .targets = {{second.slug, second}, {third.slug, third}},
                                   .retryOverride = policy,
                                   .environment = programVariable});
    if (!spec) { // a target that cannot even be asked
        out << spec.error().message << '\n';
        return 1;
    }

    VirtualClock clock;
    SimulatorTransport transport(clock);
    Engine engine(transport, clock);
    engine.ask(*spec).then(&engine, [&](const CallRecord &call) {
        for (const Attempt &attempt : call.attempts) {
            out << attempt.number << ' ' << attempt.provider << ": ";
            if (const auto &error = attempt.error)
                out << errorKindName(error->kind) << ", HTTP " << error->httpStatus << ", \""
                    << error->message << "\": " << advice(*error) << '\n';
            else
                out << attempt.text << '\n';
        }
        QCoreApplication::quit();
    });
    return QCoreApplication::exec();
}
