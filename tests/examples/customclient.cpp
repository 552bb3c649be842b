// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// A server of one's own: its address, headers and key, and a transport that sees everything.

#include <antiphon/net/engine.h>
#include <antiphon/net/prepare.h>
#include <antiphon/net/simulatortransport.h>
#include <antiphon/net/virtualclock.h>
#include <antiphon/store/builtin.h>

#include <QCoreApplication>
#include <QTextStream>

using namespace Antiphon;
using namespace Qt::StringLiterals;

/// Tells of every request and stamps it, then leaves it to another transport.
class StampingTransport : public Transport {
public:
    StampingTransport(Transport &next, QTextStream &out)
        : m_next(next)
        , m_out(out)
    {
    }

    std::unique_ptr<Exchange> send(const HttpRequest &request, const Context &context) override
    {
        HttpRequest stamped = request;
        stamped.headers.append(
            {.name = "X-Stamp", .value = context.callId.isEmpty() ? "no" : "yes"});
        m_out << stamped.method << ' ' << stamped.url.toString() << '\n';
        for (const HttpHeader &header : std::as_const(stamped.headers))
            m_out << "  " << header.name << ": " << (header.secret ? "***" : header.value) << '\n';
        return m_next.send(stamped, context);
    }

private:
    Transport &m_next;
    QTextStream &m_out;
};

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QTextStream out(stdout);

    CallInputs inputs;
    inputs.prompt.text = u"Recommend a book."_s;
    const Target target {.slug = u"own"_s,
                         .provider = u"openai"_s, // the format it speaks
                         .model = u"our-model"_s,
                         .baseUrl = u"https://models.example.org/gateway/v1"_s,
                         .key = {.from = KeyReference::From::Variable, .name = u"GATEWAY_KEY"_s},
                         .headers = {{.name = "X-Team", .value = "library"}},
                         .timeout = jsonObject({{"total", Json(30)}}),
                         .simulate
                         = *parseJson(R"({"steps": [{"text": "The Name of the Wind."}]})")};
    const auto spec = prepareCall(
        inputs, target, {.providers = builtinProviders(), .environment = [](const QString &name) {
                             return name == "GATEWAY_KEY"_L1 ? u"open-sesame"_s : QString();
                         }});
    if (!spec) {
        out << spec.error().message << '\n';
        return 1;
    }

    VirtualClock clock;
    SimulatorTransport simulator(clock);
    StampingTransport transport(simulator, out);
    Engine engine(transport, clock);
    engine.ask(*spec).then(&engine, [&](const CallRecord &call) {
        out << call.attempts.last().text << '\n';
        QCoreApplication::quit();
    });
    return QCoreApplication::exec();
}
