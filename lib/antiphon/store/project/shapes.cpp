// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/store/project/shapes.h>

#include <antiphon/core/words.h>

#include <span>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

enum class Is { Anything, Text, Number, Whole, Flag, Texts, List, Object };

/// One member of an object. A name of "*" stands for every name.
struct Field {
    std::string_view name;
    Is is = Is::Anything;
    std::span<const Field> members = {}; ///< Empty for an object: anything goes inside.
};

} // namespace

static constexpr Field anyName[] = {{"*", Is::Anything}};

static constexpr Field defaultsFields[] = {
    {"targets", Is::Texts},
    {"retry", Is::Text},
    {"params", Is::Object},
};
static constexpr Field concurrencyFields[] = {
    {"total", Is::Whole},
    {"perProvider", Is::Whole},
};
static constexpr Field runFields[] = {
    {"concurrency", Is::Object, concurrencyFields},
    {"cache", Is::Text},
};
static constexpr Field limitFields[] = {{"warn", Is::Number}, {"stop", Is::Number}};
static constexpr Field budgetFields[] = {
    {"run", Is::Object, limitFields},
    {"day", Is::Object, limitFields},
    {"project", Is::Object, limitFields},
};
static constexpr Field historyFields[] = {
    {"store", Is::Text},
    {"days", Is::Whole},
    {"megabytes", Is::Whole},
};
static constexpr Field projectFields[] = {
    {"antiphon", Is::Text},
    {"id", Is::Text},
    {"name", Is::Text},
    {"description", Is::Text},
    {"format", Is::Whole},
    {"requires", Is::Text},
    {"defaults", Is::Object, defaultsFields},
    {"run", Is::Object, runFields},
    {"budget", Is::Object, budgetFields},
    {"history", Is::Object, historyFields},
    {"sensitive", Is::Texts},
    {"start", Is::Text},
    {"tags", Is::Object, anyName},
};

static constexpr Field templateFields[] = {
    {"dialect", Is::Text},   {"roles", Is::Text},  {"indentation", Is::Text},
    {"whenEmpty", Is::Text}, {"values", Is::Text}, {"engine", Is::Text},
};
static constexpr Field variantFields[] = {{"*", Is::Text}};
static constexpr Field variableFields[] = {
    {"type", Is::Text},
    {"required", Is::Flag},
    {"default"},
    {"description", Is::Text},
    {"example"},
    {"choices", Is::List},
    {"multiline", Is::Flag},
    {"sensitive", Is::Flag},
};
static constexpr Field variablesFields[] = {{"*", Is::Object, variableFields}};
static constexpr Field perTargetFields[] = {{"*", Is::Object}};
static constexpr Field outputFields[] = {
    {"schema", Is::Text},
    {"rules", Is::Text},
    {"mode", Is::Text},
    {"lenient", Is::Flag},
};
static constexpr Field dynamicFields[] = {
    {"computed", Is::Object, anyName},
    {"rules", Is::List},
};
static constexpr Field promptFields[] = {
    {"antiphon", Is::Text},
    {"id", Is::Text},
    {"title", Is::Text},
    {"description", Is::Text},
    {"template", Is::Object, templateFields},
    {"variants", Is::Object, variantFields},
    {"variables", Is::Object, variablesFields},
    {"targets", Is::Texts},
    {"params", Is::Object},
    {"targetParams", Is::Object, perTargetFields},
    {"output", Is::Object, outputFields},
    {"retry", Is::Text},
    {"tools", Is::Texts},
    {"toolChoice", Is::Text},
    {"toolSteps", Is::Whole},
    {"dynamic", Is::Object, dynamicFields},
    {"dataset", Is::Text},
    {"mapping", Is::Object, anyName},
    {"examples", Is::Text},
    {"tags", Is::Texts},
};

static constexpr Field inputsFields[] = {
    {"antiphon", Is::Text},
    {"id", Is::Text},
    {"values", Is::Object, anyName},
};

static constexpr Field keyFields[] = {
    {"from", Is::Text},
    {"name", Is::Text},
    {"profile", Is::Text},
};
static constexpr Field textByName[] = {{"*", Is::Text}};
static constexpr Field timeoutFields[] = {
    {"connect", Is::Number},
    {"firstToken", Is::Number},
    {"idle", Is::Number},
    {"total", Is::Number},
};
static constexpr Field targetLimitFields[] = {
    {"concurrency", Is::Whole},
    {"requestsPerMinute", Is::Whole},
    {"tokensPerMinute", Is::Whole},
};
static constexpr Field networkFields[] = {
    {"proxy", Is::Anything}, // a word or an object
    {"caFile", Is::Text},    {"certificateFile", Is::Text},
    {"keyFile", Is::Text},   {"passphrase", Is::Object, keyFields},
};
static constexpr Field numberByName[] = {{"*", Is::Number}};
static constexpr Field targetFields[] = {
    {"antiphon", Is::Text},
    {"id", Is::Text},
    {"label", Is::Text},
    {"provider", Is::Text},
    {"model", Is::Text},
    {"api", Is::Text},
    {"baseUrl", Is::Text},
    {"endpoint", Is::Object, textByName},
    {"key", Is::Object, keyFields},
    {"params", Is::Object},
    {"extra", Is::Object},
    {"headers", Is::Object, textByName},
    {"retry", Is::Text},
    {"fallback", Is::Texts},
    {"timeout", Is::Object, timeoutFields},
    {"limit", Is::Object, targetLimitFields},
    {"network", Is::Object, networkFields},
    {"stream", Is::Flag},
    {"price", Is::Object, numberByName},
    {"simulate", Is::Object},
};

static constexpr Field wishJitterFields[] = {
    {"seconds", Is::Number},
    {"share", Is::Number},
    {"from", Is::Texts},
};
static constexpr Field retryAfterFields[] = {
    {"obey", Is::Flag},    {"max"},
    {"tooLong", Is::Text}, {"zero", Is::Flag},
    {"from", Is::Texts},   {"jitter", Is::Object, wishJitterFields},
};
static constexpr Field repairFields[] = {
    {"max", Is::Whole},
    {"as", Is::Text},
    {"send", Is::Text},
};
static constexpr Field streamFields[] = {{"onDrop", Is::Text}};
static constexpr Field fallbackFields[] = {
    {"when"},
    {"targets", Is::Texts},
    {"contextLength", Is::Texts},
    {"filtered", Is::Texts},
    {"catch", Is::Object},
    {"cooldown", Is::Number},
};
// Conditions, waits, stops and hooks are read, and complained about, by policyFromJson().
static constexpr Field retryFields[] = {
    {"antiphon", Is::Text},
    {"id", Is::Text},
    {"when"},
    {"never"},
    {"wait", Is::Object},
    {"retryAfter", Is::Object, retryAfterFields},
    {"shouldRetryHeader", Is::Text},
    {"stop"},
    {"repair", Is::Object, repairFields},
    {"stream", Is::Object, streamFields},
    {"fallback", Is::Object, fallbackFields},
    {"hooks", Is::Object},
    {"enabled", Is::Flag},
    {"reraise", Is::Flag},
};

static constexpr Field toolFields[] = {
    {"antiphon", Is::Text},    {"id", Is::Text},           {"name", Is::Text},
    {"description", Is::Text}, {"parameters", Is::Object}, {"strict", Is::Flag},
    {"native", Is::Object},    {"answer", Is::Text},       {"confirm", Is::Flag},
    {"command", Is::Texts},    {"timeout", Is::Number},    {"environment", Is::Texts},
};
static constexpr Field cannedFields[] = {
    {"antiphon", Is::Text},
    {"id", Is::Text},
    {"results", Is::List},
    {"default"},
};
static constexpr Field columnFields[] = {{"type", Is::Text}};
static constexpr Field columnsFields[] = {{"*", Is::Object, columnFields}};
static constexpr Field datasetFields[] = {
    {"antiphon", Is::Text}, {"columns", Is::Object, columnsFields},
    {"id", Is::Text},       {"expected", Is::Texts},
    {"weight", Is::Text},
};

static bool isTexts(const Json &value)
{
    if (!value.is_array())
        return false;
    for (const Json &item : value.array_range()) {
        if (!item.is_string())
            return false;
    }
    return true;
}

/// Empty when \p value is what it should be, else what it should be in words.
static QString expected(Is is, const Json &value)
{
    switch (is) {
    case Is::Anything:
        return {};
    case Is::Text:
        return value.is_string() ? QString() : Words::tr("a text in quotes");
    case Is::Number:
        return value.is_number() ? QString() : Words::tr("a number");
    case Is::Whole:
        return value.is<qint64>() ? QString() : Words::tr("a whole number");
    case Is::Flag:
        return value.is_bool() ? QString() : Words::tr("true or false");
    case Is::Texts:
        return isTexts(value) ? QString() : Words::tr("a list of texts");
    case Is::List:
        return value.is_array() ? QString() : Words::tr("a list");
    case Is::Object:
        return value.is_object() ? QString() : Words::tr("an object in braces");
    }
    return {};
}

static void check(const Json &object, std::span<const Field> fields, const QStringList &path,
                  QList<ShapeFinding> &found)
{
    for (const auto &member : object.object_range()) {
        const auto field = std::ranges::find_if(
            fields, [&](const Field &f) { return f.name == member.key() || f.name == "*"; });
        const QString name = fromUtf8(member.key());
        const QStringList here = path + QStringList {name};
        if (member.key() == "note" && (field == fields.end() || field->name != "*")) {
            if (!member.value().is_string())
                found.append(
                    {.path = here, .message = Words::tr("\"note\" must be a text in quotes.")});
            continue;
        }
        if (field == fields.end()) {
            found.append({.unknown = true,
                          .path = here,
                          .message = Words::tr("\"%1\" is not known here. It is kept as it is.")
                                         .arg(here.join(u'.'))});
            continue;
        }
        if (const QString should = expected(field->is, member.value()); !should.isEmpty())
            found.append({.path = here,
                          .message = Words::tr("\"%1\" must be %2.").arg(here.join(u'.'), should)});
        else if (field->is == Is::Object && !field->members.empty())
            check(member.value(), field->members, here, found);
    }
}

QList<ShapeFinding> checkShape(std::string_view kind, const Json &value)
{
    QList<ShapeFinding> found;
    const auto look = [&](std::span<const Field> fields) { check(value, fields, {}, found); };
    if (kind == "project")
        look(projectFields);
    else if (kind == "prompt")
        look(promptFields);
    else if (kind == "inputs")
        look(inputsFields);
    else if (kind == "target")
        look(targetFields);
    else if (kind == "retry")
        look(retryFields);
    else if (kind == "tool")
        look(toolFields);
    else if (kind == "canned")
        look(cannedFields);
    else if (kind == "dataset")
        look(datasetFields);
    return found;
}

} // namespace Antiphon
