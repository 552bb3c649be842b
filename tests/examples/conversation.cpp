// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// A conversation: what was said in one call is where the next one goes on, on another provider if
// need be.

#include <antiphon/net/engine.h>
#include <antiphon/net/prepare.h>
#include <antiphon/net/simulatortransport.h>
#include <antiphon/net/virtualclock.h>
#include <antiphon/store/builtin.h>

#include <QCoreApplication>
#include <QTextStream>

using namespace Antiphon;
using namespace Qt::StringLiterals;

static Target target(const QString &provider, const QString &model, const QByteArray &answer)
{
    return {.slug = provider,
            .provider = provider,
            .model = model,
            .simulate = *parseJson(R"({"steps": [{"text": ")" + answer + R"("}]})")};
}

static QFuture<CallRecord> ask(Engine &engine, const QList<Message> &messages, const Target &target)
{
    CallInputs inputs;
    inputs.prompt.messages = messages;
    const auto spec = prepareCall(
        inputs, target, {.providers = builtinProviders(), .environment = programVariable});
    if (!spec)
        qFatal("%s", qPrintable(spec.error().message));
    return engine.ask(*spec);
}

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QTextStream out(stdout);
    VirtualClock clock;
    SimulatorTransport transport(clock);
    Engine engine(transport, clock);

    const Target gpt = target(u"openai"_s, u"gpt-5.4-mini"_s, "The Name of the Wind.");
    const Target claude = target(u"anthropic"_s, u"claude-haiku-4-5"_s, "Patrick Rothfuss.");
    ask(engine,
        {textMessage(Role::System, u"Be brief."_s),
         textMessage(Role::User, u"Recommend a book."_s)},
        gpt)
        .then(&engine,
              [&](const CallRecord &first) {
                  return ask(engine,
                             conversation(first)
                                 + QList {textMessage(Role::User, u"Who wrote it?"_s)},
                             claude);
              })
        .unwrap()
        .then(&engine, [&](const CallRecord &second) {
            for (const Message &message : conversation(second))
                out << roleName(message.role) << ": " << plainText(message) << '\n';
            QCoreApplication::quit();
        });
    return QCoreApplication::exec();
}
