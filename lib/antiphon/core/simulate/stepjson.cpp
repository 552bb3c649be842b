// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include "scriptfields.h"

#include <antiphon/core/words.h>

using namespace Qt::StringLiterals;

namespace Antiphon::ScriptFields {

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

Result<SimulatedStep> stepFromJson(const Json &value, SimulatedStep base, const QString &path)
{
    const int answers = int(find(value, "text") != nullptr) + int(find(value, "json") != nullptr)
        + int(find(value, "echo") != nullptr);
    if (answers > 1)
        return wrong(path, Words::tr("only one of text, json and echo can be the answer."));
    if (const auto done = readFields<SimulatedStep>(stepFields, base, value, path); !done)
        return std::unexpected(done.error());
    return base;
}

} // namespace Antiphon::ScriptFields
