// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schema/schemafit.h"

#include <antiphon/core/config/extraction.h>
#include <antiphon/core/config/resolve.h>
#include <antiphon/core/words.h>
#include <antiphon/store/builtin.h>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

QString mechanismWord(Extraction::Mechanism mechanism)
{
    switch (mechanism) {
    case Extraction::Mechanism::Tool:
        return Words::tr("Forced tool");
    case Extraction::Mechanism::JsonText:
        return Words::tr("JSON in words");
    case Extraction::Mechanism::Strict:
        return Words::tr("Service's own schema");
    }
    return {};
}

QString mechanismSentence(Extraction::Mechanism mechanism)
{
    switch (mechanism) {
    case Extraction::Mechanism::Tool:
        return Words::tr("The model has to call a tool whose arguments are the value.");
    case Extraction::Mechanism::JsonText:
        return Words::tr("The prompt asks for JSON and shows the schema.");
    case Extraction::Mechanism::Strict:
        return Words::tr("The service itself holds the answer to the schema.");
    }
    return {};
}

QStringList fitRow(const SchemaFit &fit)
{
    if (!fit.mechanism)
        return {fit.target, Words::tr("cannot be asked"), fit.problem};
    return {fit.target, mechanismWord(*fit.mechanism),
            fit.notices.isEmpty() ? Words::tr("nothing: all of it is sent")
                                  : fit.notices.join(u' ')};
}

SchemaFit schemaFit(const Json &schema, const QString &name, const OutputSpec &output,
                    const Target &target)
{
    SchemaFit fit {.slug = target.slug, .target = displayName(target)};
    const Provider *provider = findProvider(builtinProviders(), target.provider);
    if (!provider) {
        fit.problem = Words::tr("The provider “%1” is not known.").arg(target.provider);
        return fit;
    }
    CallInputs inputs;
    inputs.prompt.output = output;
    inputs.prompt.output->schema = name;
    inputs.prompt.output->rules.clear();
    inputs.schemas.insert(name, schema);
    Variables values; // what comes from the call is there
    if (const auto model = responseModel(schema, name)) {
        for (const QString &argument : model->fromArguments)
            values.insert(argument, Value(Json::null()));
    }
    ResolvedCall call;
    call.request.model = target.model;
    call.request.parameters = target.parameters;
    const Result<> asked = askForValue(inputs, values, target, *provider, {}, call);
    if (!asked) {
        fit.problem = asked.error().message;
        return fit;
    }
    fit.mechanism = call.extraction->mechanism;
    fit.notices = call.warnings;
    return fit;
}

} // namespace Antiphon::Ui
