// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// The same prompt on two providers at once, each asked in its own words.

#include <antiphon/core/call/response.h>
#include <antiphon/net/engine.h>
#include <antiphon/net/prepare.h>
#include <antiphon/net/simulatortransport.h>
#include <antiphon/net/virtualclock.h>
#include <antiphon/store/builtin.h>

#include <QCoreApplication>
#include <QTextStream>

using namespace Antiphon;
using namespace Qt::StringLiterals;

static void tell(const CallRecord &call, QTextStream &out)
{
    const Response answer(call);
    out << answer.provider() << ", " << answer.model() << ": " << answer.content() << '\n'
        << "  asked " << answer.attempt().exchange.request.url.toString() << '\n'
        << "  " << toBytes(answer.callKwargs()) << '\n'
        << "  tokens " << answer.inputTokens().value_or(0) << " + "
        << answer.outputTokens().value_or(0) << ", ended with "
        << answer.finishReasons().value_or(QStringList()).join(", "_L1) << " = "
        << answer.commonFinishReasons().value_or(QStringList()).join(", "_L1) << '\n';
}

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QTextStream out(stdout);

    CallInputs inputs;
    inputs.prompt.text = u"SYSTEM: You are a librarian.\nUSER: Recommend a {genre} book."_s;
    inputs.prompt.parameters = {.temperature = 0.5, .maxTokens = 64, .stop = QStringList {u"\n"_s}};
    inputs.variables.insert(u"genre"_s, u"fantasy"_s);

    const QList<Target> targets {
        {.slug = u"gpt"_s,
         .provider = u"openai"_s,
         .model = u"gpt-4o-mini"_s,
         .stream = false,
         .simulate = *parseJson(R"({"steps": [{"text": "The Name of the Wind."}]})")},
        {.slug = u"claude"_s,
         .provider = u"anthropic"_s,
         .model = u"claude-haiku-4-5"_s,
         .stream = false,
         .simulate = *parseJson(R"({"steps": [{"text": "A Wizard of Earthsea."}]})")}};

    VirtualClock clock;
    SimulatorTransport transport(clock);
    Engine engine(transport, clock);
    QList<QFuture<CallRecord>> answers;
    for (const Target &target : targets) {
        const auto spec = prepareCall(
            inputs, target, {.providers = builtinProviders(), .environment = programVariable});
        if (!spec) {
            out << spec.error().message << '\n';
            return 1;
        }
        answers.append(engine.ask(*spec));
    }
    QtFuture::whenAll(answers.begin(), answers.end())
        .then(&engine, [&](const QList<QFuture<CallRecord>> &all) {
            for (const QFuture<CallRecord> &answer : all)
                tell(answer.result(), out);
            QCoreApplication::quit();
        });
    return QCoreApplication::exec();
}
