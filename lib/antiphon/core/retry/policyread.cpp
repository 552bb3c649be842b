// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/jsonfields.h>
#include <antiphon/core/retry/policyread.h>
#include <antiphon/core/words.h>

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

std::unexpected<Error> wrong(const QString &path, const QString &what)
{
    return fail(ErrorKind::Setup, u"%1: %2"_s.arg(path, what));
}

template<typename Tree>
using Reader = Result<Tree> (*)(const Json &, const QString &, QStringList &);

/// A list of at least one \p Tree.
template<typename Tree>
Result<QList<Tree>> readList(const Json &value, const QString &path, QStringList &unknown,
                             Reader<Tree> read)
{
    if (!value.is_array() || value.empty())
        return wrong(path, Words::tr("must be a list with at least one entry."));
    QList<Tree> out;
    for (const auto &item : value.array_range()) {
        auto got = read(item, u"%1[%2]"_s.arg(path).arg(out.size()), unknown);
        if (!got)
            return std::unexpected(std::move(got.error()));
        out.append(std::move(*got));
    }
    return out;
}

/// The one member of \p value that says what it is; `note` and unknown ones are set aside.
Result<QString> onlyWord(const Json &value, const QStringList &words, const QString &path,
                         QStringList &unknown)
{
    QStringList found;
    for (const auto &entry : value.object_range()) {
        const auto key = fromUtf8(entry.key());
        if (words.contains(key))
            found.append(key);
        else if (key != "note"_L1)
            unknown.append(path + u'.' + key);
    }
    if (found.size() == 1)
        return found.first();
    if (found.isEmpty())
        return wrong(path, Words::tr("says none of %1.").arg(words.join(", "_L1)));
    return wrong(path,
                 Words::tr("says %1 at once; combine them with \"all\" or \"any\".")
                     .arg(found.join(", "_L1)));
}

Result<QList<ErrorKind>> readKinds(JsonFields &fields, const char *key)
{
    QList<ErrorKind> kinds;
    for (const auto &name : fields.texts(key)) {
        if (const auto kind = errorKindFromName(name))
            kinds.append(*kind);
        else
            fields.reject(key,
                          Words::tr("\"%1\" is no kind of error; there are %2.")
                              .arg(name, errorKindNames().join(", "_L1)));
    }
    if (fields.error())
        return std::unexpected(*fields.error());
    return kinds;
}

Result<Condition> readStatuses(JsonFields &fields)
{
    static const QRegularExpression form(u"\\A([1-5][0-9][0-9](-[1-5][0-9][0-9])?|[1-5]xx)\\z"_s);
    const auto statuses = fields.texts("status");
    for (const auto &status : statuses) {
        if (!form.match(status).hasMatch())
            fields.reject("status",
                          Words::tr("\"%1\" is no status; write \"429\", \"5xx\" or "
                                    "\"520-524\".")
                              .arg(status));
    }
    if (fields.error())
        return std::unexpected(*fields.error());
    return Condition {StatusIs {statuses}};
}

Result<Condition> readMessage(JsonFields &fields)
{
    const auto *value = fields.member("message");
    const auto path = fields.pathOf("message");
    if (value->is_object()) {
        const auto *equals = find(*value, "equals");
        if (!equals || !equals->is_string())
            return wrong(path,
                         Words::tr("must be a regular expression or {\"equals\": \"text\"}."));
        return Condition {MessageIs {toText(*equals), true}};
    }
    if (!value->is_string())
        return wrong(path, Words::tr("must be a regular expression or {\"equals\": \"text\"}."));
    const QRegularExpression pattern(toText(*value));
    if (!pattern.isValid())
        return wrong(path,
                     Words::tr("is no regular expression: %1 at character %2.")
                         .arg(pattern.errorString())
                         .arg(pattern.patternErrorOffset() + 1));
    return Condition {MessageIs {toText(*value), false}};
}

/// An expression in member \p key.
Result<Script> readScript(const Json &value, const QString &key, const QString &path)
{
    const Json *source = find(value, toUtf8(key));
    const auto place = path + u'.' + key;
    if (!source || !source->is_string() || toText(*source).trimmed().isEmpty())
        return wrong(place, Words::tr("must be an expression in quotes."));
    return Script(toText(*source), place);
}

/// The logical words: any, all, not.
Result<Condition> readLogic(const Json &value, const QString &word, const QString &path,
                            QStringList &unknown)
{
    const auto &inner = *find(value, toUtf8(word));
    const auto innerPath = path + u'.' + word;
    if (word == "not"_L1) {
        auto got = readCondition(inner, innerPath, unknown);
        if (!got)
            return got;
        return Condition {Not {{std::move(*got)}}};
    }
    auto got = readList<Condition>(inner, innerPath, unknown, readCondition);
    if (!got)
        return std::unexpected(std::move(got.error()));
    if (word == "any"_L1)
        return Condition {AnyOf {std::move(*got)}};
    return Condition {AllOf {std::move(*got)}};
}

/// The words that look at one thing.
Result<Condition> readLeaf(const Json &value, const QString &word, const QString &path)
{
    JsonFields fields(value, path);
    if (word == "message"_L1)
        return readMessage(fields);
    if (word == "status"_L1)
        return readStatuses(fields);
    Condition out;
    if (word == "failed"_L1) {
        out.rule = HasFailed {fields.flag("failed", true)};
    } else if (word == "code"_L1) {
        out.rule = CodeIs {fields.texts("code")};
    } else {
        auto kinds = readKinds(fields, word == "error"_L1 ? "error" : "cause");
        if (!kinds)
            return std::unexpected(std::move(kinds.error()));
        if (word == "error"_L1)
            out.rule = ErrorIs {std::move(*kinds)};
        else
            out.rule = CauseIs {std::move(*kinds)};
    }
    if (fields.error())
        return std::unexpected(*fields.error());
    return out;
}

Result<Wait> readParts(const Json &value, bool chain, const QString &path, QStringList &unknown)
{
    const auto *of = find(value, "of");
    auto got = readList<Wait>(of ? *of : Json::null(), path + ".of"_L1, unknown, readWait);
    if (!got)
        return std::unexpected(std::move(got.error()));
    if (chain)
        return Wait {ChainWait {std::move(*got)}};
    return Wait {CombinedWait {std::move(*got)}};
}

Result<Wait> readByError(const Json &value, const QString &path, QStringList &unknown)
{
    const auto *map = find(value, "map");
    const auto mapPath = path + ".map"_L1;
    if (!map || !map->is_object())
        return wrong(mapPath, Words::tr("must be an object from kinds of error to waits."));
    WaitByError out;
    for (const auto &entry : map->object_range()) {
        const auto name = fromUtf8(entry.key());
        const auto entryPath = mapPath + u'.' + name;
        if (name == "note"_L1)
            continue;
        if (name != "default"_L1 && !errorKindFromName(name))
            return wrong(entryPath,
                         Words::tr("\"%1\" is no kind of error; there are default, %2.")
                             .arg(name, errorKindNames().join(", "_L1)));
        auto got = readWait(entry.value(), entryPath, unknown);
        if (!got)
            return got;
        out.map.append({name, std::move(*got)});
    }
    return Wait {std::move(out)};
}

ExponentialWait readExponential(JsonFields &fields, bool fullJitter)
{
    return {.multiplier = fields.number("multiplier", 1, 0),
            .base = fields.number("exp_base", 2, 0),
            .min = fields.number("min", 0, 0),
            .max = fields.number("max", noCap, 0),
            .fullJitter = fullJitter};
}

std::optional<Wait> readPlainWait(JsonFields &fields, const QString &type)
{
    if (type == "backoff"_L1)
        return Wait {BackoffWait {.initial = fields.number("initial", 0.5, 0),
                                  .multiplier = fields.number("multiplier", 2, 0),
                                  .max = fields.number("max", 60, 0),
                                  .jitter = fields.number("jitter", 0, 0, 1),
                                  .spread = BackoffWait::Spread(fields.choice(
                                      "spread", {u"both"_s, u"down"_s, u"up"_s}, 0))}};
    if (type == "none"_L1)
        return Wait {NoWait {}};
    if (type == "fixed"_L1)
        return Wait {FixedWait {fields.number("seconds", 0, 0)}};
    if (type == "random"_L1)
        return Wait {RandomWait {fields.number("min", 0, 0), fields.number("max", 1, 0)}};
    if (type == "incrementing"_L1)
        return Wait {IncrementingWait {fields.number("start", 0), fields.number("increment", 100),
                                       fields.number("max", noCap, 0)}};
    if (type == "exponential"_L1 || type == "random_exponential"_L1)
        return Wait {readExponential(fields, type != "exponential"_L1)};
    if (type == "exponential_jitter"_L1)
        return Wait {ExponentialJitterWait {.initial = fields.number("initial", 1, 0),
                                            .base = fields.number("exp_base", 2, 0),
                                            .jitter = fields.number("jitter", 1, 0),
                                            .min = fields.number("min", 0, 0),
                                            .max = fields.number("max", noCap, 0)}};
    return {};
}

}

Result<Condition> readCondition(const Json &value, const QString &path, QStringList &unknown)
{
    static const QStringList words {u"failed"_s,  u"error"_s, u"status"_s, u"code"_s,
                                    u"message"_s, u"cause"_s, u"result"_s, u"script"_s,
                                    u"any"_s,     u"all"_s,   u"not"_s};
    if (value.is_string() && toText(value) == "always"_L1)
        return Condition {Always {}};
    if (value.is_string() && toText(value) == "never"_L1)
        return Condition {Never {}};
    if (!value.is_object())
        return wrong(path,
                     Words::tr("must be \"always\", \"never\" or an object with one of %1.")
                         .arg(words.join(", "_L1)));
    const auto word = onlyWord(value, words, path, unknown);
    if (!word)
        return std::unexpected(word.error());
    if (*word == "result"_L1 || *word == "script"_L1) {
        auto script = readScript(value, *word, path);
        if (!script)
            return std::unexpected(std::move(script.error()));
        if (*word == "result"_L1)
            return Condition {ResultIs {.script = *std::move(script)}};
        return Condition {MomentIs {.script = *std::move(script)}};
    }
    if (*word == "any"_L1 || *word == "all"_L1 || *word == "not"_L1)
        return readLogic(value, *word, path, unknown);
    return readLeaf(value, *word, path);
}

Result<Wait> readWait(const Json &value, const QString &path, QStringList &unknown)
{
    JsonFields fields(value, path);
    const auto type = fields.text("type", u"backoff"_s);
    if (fields.error())
        return std::unexpected(*fields.error());
    if (type == "chain"_L1 || type == "combine"_L1)
        return readParts(value, type == "chain"_L1, path, unknown);
    if (type == "by_error"_L1)
        return readByError(value, path, unknown);
    if (type == "script"_L1) {
        (void)fields.member("seconds");
        auto script = readScript(value, u"seconds"_s, path);
        if (!script)
            return std::unexpected(std::move(script.error()));
        unknown += fields.unknown();
        return Wait {ComputedWait {.script = *std::move(script)}};
    }
    const auto wait = readPlainWait(fields, type);
    if (!wait)
        return wrong(path + ".type"_L1,
                     Words::tr("\"%1\" is no wait; there are backoff, none, fixed, random, "
                               "incrementing, exponential, random_exponential, exponential_jitter, "
                               "chain, combine, by_error, script.")
                         .arg(type));
    if (fields.error())
        return std::unexpected(*fields.error());
    unknown += fields.unknown();
    return *wait;
}

Result<Stop> readStop(const Json &value, const QString &path, QStringList &unknown)
{
    static const QStringList words {u"after_attempt"_s, u"after_delay"_s, u"before_delay"_s,
                                    u"script"_s,        u"any"_s,         u"all"_s};
    if (value.is_string() && toText(value) == "never"_L1)
        return Stop {StopNever {}};
    if (!value.is_object())
        return wrong(
            path,
            Words::tr("must be \"never\" or an object with one of %1.").arg(words.join(", "_L1)));
    const auto word = onlyWord(value, words, path, unknown);
    if (!word)
        return std::unexpected(word.error());
    if (*word == "any"_L1 || *word == "all"_L1) {
        auto got
            = readList<Stop>(*find(value, toUtf8(*word)), path + u'.' + *word, unknown, readStop);
        if (!got)
            return std::unexpected(std::move(got.error()));
        if (*word == "any"_L1)
            return Stop {StopAny {std::move(*got)}};
        return Stop {StopAll {std::move(*got)}};
    }
    if (*word == "script"_L1) {
        auto script = readScript(value, *word, path);
        if (!script)
            return std::unexpected(std::move(script.error()));
        return Stop {StopWhen {.script = *std::move(script)}};
    }
    JsonFields fields(value, path);
    Stop out;
    if (*word == "after_attempt"_L1)
        out.rule = StopAfterAttempt {int(fields.integer("after_attempt", 4, 0, 1'000'000))};
    else if (*word == "after_delay"_L1)
        out.rule = StopAfterDelay {fields.number("after_delay", 0, 0)};
    else
        out.rule = StopBeforeDelay {fields.number("before_delay", 0, 0)};
    if (fields.error())
        return std::unexpected(*fields.error());
    return out;
}

} // namespace Antiphon
