// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/simulate/answer.h>

#include <algorithm>
#include <span>

namespace Antiphon {

using namespace Qt::StringLiterals;

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(scriptjson)
};
} // namespace

static std::unexpected<Error> wrong(const QString &path, const QString &what)
{
    return fail(ErrorKind::Setup, Words::tr("Simulator script, %1: %2").arg(path, what));
}

/// One field of an object: its name, and how its value is read into a T.
template<typename T>
struct Field {
    std::string_view name;
    Result<> (*read)(T &into, const Json &value, const QString &path);
};

static QString names(auto fields)
{
    QStringList out;
    for (const auto &field : fields)
        out.append(fromUtf8(field.name));
    return out.join(u", "_s);
}

/// Reads the members of \p object by \p fields; a member that is not one of them is an error.
template<typename T>
static Result<> readFields(std::span<const Field<T>> fields, T &into, const Json &object,
                           const QString &path)
{
    if (!object.is_object())
        return wrong(path, Words::tr("must be an object."));
    for (const auto &member : object.object_range()) {
        const QString at = path + u'.' + fromUtf8(member.key());
        const auto field
            = std::ranges::find(fields, std::string_view(member.key()), &Field<T>::name);
        if (field == fields.end())
            return wrong(at, Words::tr("there is no such field; there are %1.").arg(names(fields)));
        if (const auto done = field->read(into, member.value(), at); !done)
            return done;
    }
    return {};
}

static Result<> readText(QString &into, const Json &value, const QString &path)
{
    if (!value.is_string())
        return wrong(path, Words::tr("must be a text."));
    into = toText(value);
    return {};
}

static Result<> readNumber(double &into, const Json &value, const QString &path, double min,
                           double max)
{
    const double number = value.is_number() ? value.as<double>() : min - 1;
    if (!(number >= min && number <= max)) {
        return wrong(path,
                     max < 1e12 ? Words::tr("must be a number from %1 to %2.").arg(min).arg(max)
                                : Words::tr("must be a number of at least %1.").arg(min));
    }
    into = number;
    return {};
}

static Result<> readWhole(int &into, const Json &value, const QString &path, int min)
{
    if (!value.is<int>() || value.as<int>() < min)
        return wrong(path, Words::tr("must be a whole number of at least %1.").arg(min));
    into = value.as<int>();
    return {};
}

/// `[min, max]`, both at least 1.
static Result<> readRange(int &min, int &max, const Json &value, const QString &path)
{
    const auto whole = [](const Json &item) { return item.is<int>() && item.as<int>() >= 1; };
    if (!value.is_array() || value.size() != 2 || !whole(value[0]) || !whole(value[1])
        || value[0].as<int>() > value[1].as<int>()) {
        return wrong(path, Words::tr("must be [min, max], whole numbers of at least 1."));
    }
    min = value[0].as<int>();
    max = value[1].as<int>();
    return {};
}

static Result<> readOneOf(QString &into, const Json &value, const QString &path,
                          const QStringList &choices)
{
    if (!value.is_string() || !choices.contains(toText(value)))
        return wrong(path, Words::tr("must be one of %1.").arg(choices.join(u", "_s)));
    into = toText(value);
    return {};
}

// --- fail and fault ---

static Result<> readRetryAfter(SimulatedFailure &into, const Json &value, const QString &path)
{
    if (value.is_number() && value.as<double>() >= 0)
        into.retryAfter = QString::number(value.as<double>());
    else if (value.is_string())
        into.retryAfter = toText(value);
    else
        return wrong(path, Words::tr("must be seconds or the text of a Retry-After header."));
    if (into.retryAfter.contains(u'\n') || into.retryAfter.contains(u'\r'))
        return wrong(path, Words::tr("must be one line."));
    return {};
}

static constexpr Field<SimulatedFailure> failureFields[] = {
    {"error",
     [](SimulatedFailure &into, const Json &value, const QString &path) {
         static const QStringList kinds {
             u"authentication"_s,  u"permission"_s,     u"not-found"_s,
             u"invalid-request"_s, u"context-length"_s, u"quota"_s,
             u"rate-limit"_s,      u"server"_s,         u"filtered"_s,
         };
         return readOneOf(into.error, value, path, kinds);
     }},
    {"status",
     [](SimulatedFailure &into, const Json &value, const QString &path) -> Result<> {
         if (!value.is<int>() || value.as<int>() < 400 || value.as<int>() > 599)
             return wrong(path, Words::tr("must be an HTTP status from 400 to 599."));
         into.status = value.as<int>();
         return {};
     }},
    {"code",
     [](SimulatedFailure &into, const Json &value, const QString &path) {
         return readText(into.code, value, path);
     }},
    {"message",
     [](SimulatedFailure &into, const Json &value, const QString &path) {
         return readText(into.message, value, path);
     }},
    {"retryAfter", readRetryAfter},
    {"shouldRetry",
     [](SimulatedFailure &into, const Json &value, const QString &path) -> Result<> {
         if (!value.is_bool())
             return wrong(path, Words::tr("must be true or false."));
         into.shouldRetry = value.as<bool>();
         return {};
     }},
    {"body",
     [](SimulatedFailure &into, const Json &value, const QString &) -> Result<> {
         into.body = value.is_string() ? toText(value).toUtf8() : toBytes(value);
         return {};
     }},
};

static constexpr Field<SimulatedFault> faultFields[] = {
    {"kind",
     [](SimulatedFault &into, const Json &value, const QString &path) {
         static const QStringList kinds {u"refuse"_s, u"dns"_s,     u"tls"_s,   u"close"_s,
                                         u"drop"_s,   u"reset"_s,   u"stall"_s, u"error"_s,
                                         u"html"_s,   u"garbage"_s, u"empty"_s, u"json"_s};
         return readOneOf(into.kind, value, path, kinds);
     }},
    {"after",
     [](SimulatedFault &into, const Json &value, const QString &path) {
         return readWhole(into.after.emplace(), value, path, 0);
     }},
};

static Result<> readFail(SimulatedStep &step, const Json &value, const QString &path)
{
    SimulatedFailure failure;
    if (const auto done = readFields<SimulatedFailure>(failureFields, failure, value, path); !done)
        return done;
    if (failure.error.isEmpty() && failure.status == 0)
        return wrong(path, Words::tr("needs \"error\" or \"status\"."));
    step.fail = failure;
    return {};
}

static Result<> readFault(SimulatedStep &step, const Json &value, const QString &path)
{
    SimulatedFault fault;
    if (const auto done = readFields<SimulatedFault>(faultFields, fault, value, path); !done)
        return done;
    if (fault.kind.isEmpty())
        return wrong(path, Words::tr("needs \"kind\"."));
    step.fault = fault;
    return {};
}

// --- step ---

static Result<> readUsage(SimulatedStep &step, const Json &value, const QString &path)
{
    static const QStringList counters {u"input"_s,          u"cachedInput"_s, u"cacheWrite"_s,
                                       u"cacheWriteLong"_s, u"audioInput"_s,  u"output"_s,
                                       u"audioOutput"_s,    u"imageOutput"_s, u"reasoning"_s};
    static const Json none(jsoncons::json_object_arg);
    if (!value.is_null() && !value.is_object())
        return wrong(path, Words::tr("must be an object of counters, or null for none."));
    const Json &given = value.is_null() ? none : value;
    for (const auto &member : given.object_range()) {
        const QString name = fromUtf8(member.key());
        if (!counters.contains(name)) {
            return wrong(
                path + u'.' + name,
                Words::tr("there is no such counter; there are %1.").arg(counters.join(u", "_s)));
        }
        if (!member.value().is<qint64>() || member.value().as<qint64>() < 0)
            return wrong(path + u'.' + name, Words::tr("must be a whole number of at least 0."));
    }
    step.usage = value;
    return {};
}

static Result<> readHeaders(SimulatedStep &step, const Json &value, const QString &path)
{
    if (!value.is_object())
        return wrong(path, Words::tr("must be an object of texts."));
    step.headers.clear();
    for (const auto &member : value.object_range()) {
        const QString name = fromUtf8(member.key());
        const QString text = toText(member.value());
        const bool nameFits = !name.isEmpty() && std::ranges::all_of(name, [](QChar c) {
            return c > u' ' && c < u'\x7f' && c != u':';
        });
        if (!nameFits)
            return wrong(path + u'.' + name, Words::tr("is not the name of a header."));
        if (!member.value().is_string() || text.contains(u'\n') || text.contains(u'\r'))
            return wrong(path + u'.' + name, Words::tr("must be a text of one line."));
        step.headers.insert(name, text);
    }
    return {};
}

static Result<> readToolCalls(SimulatedStep &step, const Json &value, const QString &path)
{
    static constexpr Field<SimulatedToolCall> fields[] = {
        {"name",
         [](SimulatedToolCall &into, const Json &text, const QString &at) {
             return readText(into.name, text, at);
         }},
        {"arguments",
         [](SimulatedToolCall &into, const Json &arguments, const QString &at) -> Result<> {
             if (!arguments.is_object())
                 return wrong(at, Words::tr("must be an object."));
             into.arguments = arguments;
             return {};
         }},
        {"id",
         [](SimulatedToolCall &into, const Json &text, const QString &at) {
             return readText(into.id, text, at);
         }},
    };
    if (!value.is_array())
        return wrong(path, Words::tr("must be a list of calls."));
    step.toolCalls.clear();
    for (const Json &item : value.array_range()) {
        const QString at = path + u'[' + QString::number(step.toolCalls.size()) + u']';
        SimulatedToolCall call;
        if (const auto done = readFields<SimulatedToolCall>(fields, call, item, at); !done)
            return done;
        if (call.name.isEmpty())
            return wrong(at, Words::tr("needs \"name\"."));
        step.toolCalls.append(call);
    }
    return {};
}

static Result<> readChunk(SimulatedStep &step, const Json &value, const QString &path)
{
    if (value.is_string() && toText(value) == u"token") {
        step.chunkMin = step.chunkMax = 4;
        return {};
    }
    if (value.is<int>() && value.as<int>() >= 1) {
        step.chunkMin = step.chunkMax = value.as<int>();
        return {};
    }
    if (value.is_array())
        return readRange(step.chunkMin, step.chunkMax, value, path);
    return wrong(path, Words::tr("must be \"token\", a number of characters or [min, max]."));
}

/// What the answer is: one of text, json and echo; a step's own replaces the defaults'.
static void clearAnswer(SimulatedStep &step)
{
    step.text.clear();
    step.json.reset();
    step.echo = false;
}

static constexpr double forever = 1e15;

static constexpr Field<SimulatedStep> stepFields[] = {
    {"text",
     [](SimulatedStep &step, const Json &value, const QString &path) {
         clearAnswer(step);
         return readText(step.text, value, path);
     }},
    {"json",
     [](SimulatedStep &step, const Json &value, const QString &) -> Result<> {
         clearAnswer(step);
         step.json = value;
         return {};
     }},
    {"echo",
     [](SimulatedStep &step, const Json &value, const QString &path) -> Result<> {
         if (!value.is_bool())
             return wrong(path, Words::tr("must be true or false."));
         clearAnswer(step);
         step.echo = value.as<bool>();
         return {};
     }},
    {"thinking",
     [](SimulatedStep &step, const Json &value, const QString &path) {
         return readText(step.thinking, value, path);
     }},
    {"refusal",
     [](SimulatedStep &step, const Json &value, const QString &path) {
         return readText(step.refusal, value, path);
     }},
    {"toolCalls", readToolCalls},
    {"finish",
     [](SimulatedStep &step, const Json &value, const QString &path) {
         static const QStringList reasons {u"stop"_s, u"length"_s, u"tool_calls"_s,
                                           u"content_filter"_s};
         return readOneOf(step.finish, value, path, reasons);
     }},
    {"usage", readUsage},
    {"model",
     [](SimulatedStep &step, const Json &value, const QString &path) {
         return readText(step.model, value, path);
     }},
    {"headers", readHeaders},
    {"connectMs",
     [](SimulatedStep &step, const Json &value, const QString &path) {
         return readNumber(step.connectMs, value, path, 0, forever);
     }},
    {"firstTokenMs",
     [](SimulatedStep &step, const Json &value, const QString &path) {
         return readNumber(step.firstTokenMs, value, path, 0, forever);
     }},
    {"tokensPerSecond",
     [](SimulatedStep &step, const Json &value, const QString &path) {
         return readNumber(step.tokensPerSecond, value, path, 0.001, forever);
     }},
    {"jitter",
     [](SimulatedStep &step, const Json &value, const QString &path) {
         return readNumber(step.jitter, value, path, 0, 1);
     }},
    {"chunk", readChunk},
    {"cut",
     [](SimulatedStep &step, const Json &value, const QString &path) {
         auto &cut = step.cut.emplace();
         return readRange(cut.first, cut.second, value, path);
     }},
    {"keepAlive",
     [](SimulatedStep &step, const Json &value, const QString &path) {
         return readNumber(step.keepAlive, value, path, 0, forever);
     }},
    {"fail", readFail},
    {"fault", readFault},
    {"note",
     [](SimulatedStep &step, const Json &value, const QString &path) {
         return readText(step.note, value, path);
     }},
};

static Result<SimulatedStep> stepFromJson(const Json &value, SimulatedStep base,
                                          const QString &path)
{
    const int answers = int(find(value, "text") != nullptr) + int(find(value, "json") != nullptr)
        + int(find(value, "echo") != nullptr);
    if (answers > 1)
        return wrong(path, Words::tr("only one of text, json and echo can be the answer."));
    if (const auto done = readFields<SimulatedStep>(stepFields, base, value, path); !done)
        return std::unexpected(done.error());
    return base;
}

// --- script ---

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
