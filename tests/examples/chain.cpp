// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// A prompt whose variables are answers of other prompts. Those that need nothing of each other are
// asked at once.

#include <antiphon/net/engine.h>
#include <antiphon/net/prepare.h>
#include <antiphon/net/simulatortransport.h>
#include <antiphon/net/virtualclock.h>
#include <antiphon/store/builtin.h>

#include <QCoreApplication>
#include <QTextStream>

using namespace Antiphon;
using namespace Qt::StringLiterals;

/// The prompts there are to ask.
static Result<CallInputs> promptNamed(const QString &slug, const QString &)
{
    CallInputs inputs;
    inputs.prompt.slug = slug;
    if (slug == "author"_L1)
        inputs.prompt.text = u"Who wrote {book}?"_s;
    else if (slug == "mood"_L1)
        inputs.prompt.text = u"The mood of {book} in one word?"_s;
    else
        return fail(ErrorKind::Setup, u"There is no prompt %1."_s.arg(slug));
    return inputs;
}

/// A field that is what \p prompt answers to our \p book.
static ComputedField answerOf(const QString &prompt, const QString &book)
{
    return {.name = prompt,
            .question
            = PromptQuestion {.prompt = prompt, .inputs = {{u"book"_s, Script(book, prompt)}}}};
}

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QTextStream out(stdout);

    CallInputs inputs;
    inputs.prompt.slug = u"advert"_s;
    inputs.prompt.text = u"Advertise {book} by {author}. Mood: {mood}."_s;
    inputs.prompt.dynamics.computed
        = {answerOf(u"author"_s, u"book"_s), answerOf(u"mood"_s, u"book.toUpperCase()"_s)};
    inputs.variables.insert(u"book"_s, u"Dune"_s);
    inputs.parse = [](const Json &response) -> Result<Json> { // an output parser
        return toJson(textOf(response, "content").section(u' ', -1));
    };

    const Target target {.slug = u"echo"_s,
                         .provider = u"openai"_s,
                         .model = u"gpt-5.4-mini"_s,
                         .simulate = *parseJson(R"({"steps": [{"echo": true}]})")};
    const auto spec = prepareCall(
        inputs, target,
        {.providers = builtinProviders(), .environment = programVariable, .prompts = promptNamed});
    if (!spec) {
        out << spec.error().message << '\n';
        return 1;
    }

    VirtualClock clock;
    SimulatorTransport transport(clock);
    Engine engine(transport, clock);
    engine.ask(*spec).then(&engine, [&](const CallRecord &call) {
        for (qsizetype i = 0; i < call.asked.calls.size(); ++i)
            out << call.asked.fields[i] << ": " << call.asked.calls[i].attempts.last().text << '\n';
        out << call.attempts.last().text << '\n'
            << "value " << toBytes(call.attempts.last().value.value_or(Json::null())) << '\n';
        QCoreApplication::quit();
    });
    return QCoreApplication::exec();
}
