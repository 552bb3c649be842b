// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// Reads a book out of a text in at most three attempts. What was wrong with an answer is put into
// the prompt of the next attempt.

#include <antiphon/net/engine.h>
#include <antiphon/net/prepare.h>
#include <antiphon/net/simulatortransport.h>
#include <antiphon/net/virtualclock.h>
#include <antiphon/store/builtin.h>

#include <QCoreApplication>
#include <QTextStream>

using namespace Antiphon;
using namespace Qt::StringLiterals;

static Json bookSchema()
{
    return *parseJson(R"({
        "title": "Book", "description": "A book that is recommended.", "type": "object",
        "properties": {
            "title": {"type": "string", "examples": ["Dune"]},
            "author": {"type": "string"},
            "year": {"type": "integer", "minimum": 1450}},
        "required": ["title", "author", "year"]})");
}

/// What no schema can say.
static QList<AnswerFault> shouts(const Json &book)
{
    const QString author = textOf(book, "author");
    if (author == author.toUpper())
        return {};
    return {{.message = u"the author is to be in capital letters"_s, .path = u"/author"_s}};
}

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QTextStream out(stdout);

    CallInputs inputs;
    inputs.prompt.text = u"Extract the book: {text}"_s;
    inputs.prompt.output = OutputSpec {.schema = u"book"_s};
    inputs.schemas.insert(u"book"_s, bookSchema());
    inputs.check = shouts;
    inputs.variables.insert(u"text"_s, u"The Name of the Wind, by Patrick Rothfuss (2007)"_s);

    RetryPolicy policy = defaultPolicy();
    policy.repairMax = 2;

    const Target target {.slug = u"haiku"_s,
                         .provider = u"anthropic"_s,
                         .model = u"claude-haiku-4-5"_s,
                         .simulate = *parseJson(R"({"steps": [
            {"json": {"title": "The Name of the Wind", "year": "in 2007"}},
            {"json": {"title": "The Name of the Wind", "author": "Patrick Rothfuss", "year": 2007}},
            {"json": {"title": "The Name of the Wind", "author": "PATRICK ROTHFUSS", "year": "2007"}}
            ]})")};
    const auto spec = prepareCall(
        inputs, target,
        {.providers = builtinProviders(), .retryOverride = policy, .environment = programVariable});
    if (!spec) {
        out << spec.error().message << '\n';
        return 1;
    }

    VirtualClock clock;
    SimulatorTransport transport(clock);
    Engine engine(transport, clock);
    engine.ask(*spec).then(&engine, [&](const CallRecord &call) {
        for (const Attempt &attempt : call.attempts) {
            out << "--- " << attempt.number << ": " << callStateName(attempt.state) << '\n'
                << plainText(attempt.asked.messages.last()) << '\n';
        }
        const Attempt &last = call.attempts.last();
        out << "--- " << toBytes(last.value.value_or(Json::null())) << '\n';
        for (const QString &step : last.reading)
            out << step << '\n';
        QCoreApplication::quit();
    });
    return QCoreApplication::exec();
}
