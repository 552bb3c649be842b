// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include "scriptfields.h"

#include <antiphon/core/simulate/answer.h>
#include <antiphon/core/words.h>

using namespace Qt::StringLiterals;

namespace Antiphon {

using namespace ScriptFields;

/// The object as it stands in the file, before names are looked up.
struct ScriptText {
    QString script = {};
    const Json *steps = nullptr;
    const Json *defaults = nullptr;
    SimulatorScript read = {};
};

static constexpr Field<ScriptText> scriptFields[] = {
    {"antiphon",
     [](ScriptText &, const Json &value, const QString &path) -> Result<> {
         if (toText(value) != u"simulator/1")
             return wrong(path, Words::tr("must be \"simulator/1\"."));
         return {};
     }},
    {"script",
     [](ScriptText &into, const Json &value, const QString &path) {
         return readText(into.script, value, path);
     }},
    {"steps",
     [](ScriptText &into, const Json &value, const QString &path) -> Result<> {
         if (!value.is_array() || value.empty())
             return wrong(path, Words::tr("must be a list of at least one step."));
         into.steps = &value;
         return {};
     }},
    {"per",
     [](ScriptText &into, const Json &value, const QString &path) -> Result<> {
         QString per;
         const auto done = readOneOf(per, value, path, {u"call"_s, u"total"_s});
         into.read.perTotal = per == u"total";
         return done;
     }},
    {"seed",
     [](ScriptText &into, const Json &value, const QString &path) -> Result<> {
         if (!value.is<quint64>())
             return wrong(path, Words::tr("must be a whole number of at least 0."));
         into.read.seed = value.as<quint64>();
         return {};
     }},
    {"speed",
     [](ScriptText &into, const Json &value, const QString &path) {
         return readNumber(into.read.speed, value, path, 0, forever);
     }},
    {"defaults",
     [](ScriptText &into, const Json &value, const QString &) -> Result<> {
         into.defaults = &value;
         return {};
     }},
    {"note", [](ScriptText &, const Json &, const QString &) -> Result<> { return {}; }},
};

/// `script`, else the model's name, else "steady".
static Result<QString> chosenScript(const QString &named, const QString &model)
{
    const QStringList known = builtinScriptNames();
    if (named.isEmpty() && model == u"scripted")
        return wrong(u"simulate"_s, Words::tr("the model \"scripted\" needs \"steps\"."));
    if (named.isEmpty())
        return known.contains(model) ? model : u"steady"_s;
    if (named == u"scripted")
        return wrong(u"simulate.script"_s, Words::tr("\"scripted\" needs \"steps\"."));
    if (!known.contains(named)) {
        return wrong(
            u"simulate.script"_s,
            Words::tr("there is no script \"%1\"; there are %2.").arg(named, known.join(u", "_s)));
    }
    return named;
}

Result<SimulatorScript> scriptFromJson(const Json &value, const QString &model)
{
    const QString root = u"simulate"_s;
    ScriptText text;
    if (!value.is_null()) { // a target without the object
        if (const auto done = readFields<ScriptText>(scriptFields, text, value, root); !done)
            return std::unexpected(done.error());
    }

    SimulatedStep base;
    if (text.defaults) {
        auto read = stepFromJson(*text.defaults, base, root + u".defaults"_s);
        if (!read)
            return std::unexpected(read.error());
        base = std::move(*read);
    }

    SimulatorScript script = text.read;
    if (!text.steps) {
        const auto name = chosenScript(text.script, model);
        if (!name)
            return std::unexpected(name.error());
        script.name = *name;
        script.steps = builtinSteps(*name, base);
        return script;
    }

    if (!text.script.isEmpty() && text.script != u"scripted")
        return wrong(root, Words::tr("has both \"script\" and \"steps\"; keep one."));
    script.name = u"scripted"_s;
    for (const Json &item : text.steps->array_range()) {
        const auto at = root + u".steps["_s + QString::number(script.steps.size()) + u']';
        auto step = stepFromJson(item, base, at);
        if (!step)
            return std::unexpected(step.error());
        script.steps.append(std::move(*step));
    }
    return script;
}

} // namespace Antiphon
