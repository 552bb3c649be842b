// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/jsonfields.h>
#include <antiphon/core/retry/policyread.h>
#include <antiphon/core/words.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

std::unexpected<Error> wrongHook(const QString &path, const QString &what)
{
    return fail(ErrorKind::Setup, u"%1: %2"_s.arg(path, what));
}

Result<QList<ErrorKind>> readKinds(const Json &value, const QString &path)
{
    QList<ErrorKind> kinds;
    if (value.is_array()) {
        for (const auto &name : value.array_range()) {
            const auto kind = errorKindFromName(toText(name));
            if (!kind)
                return wrongHook(path,
                                 Words::tr("\"%1\" is no kind of error; there are %2.")
                                     .arg(toText(name), errorKindNames().join(", "_L1)));
            kinds.append(*kind);
        }
    }
    if (kinds.isEmpty())
        return wrongHook(path, Words::tr("must be a list with at least one kind of error."));
    return kinds;
}

Result<RetryHook> readHook(const Json &value, const QString &path, QStringList &unknown)
{
    if (value.is_string() && toText(value) == "log"_L1)
        return logHook();
    JsonFields fields(value, path);
    const auto *log = value.is_object() ? fields.member("log") : nullptr;
    const auto *script = value.is_object() ? fields.member("script") : nullptr;
    const auto *collect = value.is_object() ? fields.member("collect") : nullptr;
    if (int(log != nullptr) + int(script != nullptr) + int(collect != nullptr) != 1)
        return wrongHook(
            path, Words::tr("must be \"log\" or an object with one of log, script, collect."));
    unknown += fields.unknown();
    if (collect) {
        auto kinds = readKinds(*collect, fields.pathOf("collect"));
        if (!kinds)
            return std::unexpected(std::move(kinds.error()));
        return collectErrors(*std::move(kinds));
    }
    const auto *text = log ? log : script;
    if (!text->is_string() || toText(*text).trimmed().isEmpty())
        return wrongHook(fields.pathOf(log ? "log" : "script"),
                         Words::tr("must be text in quotes."));
    if (log)
        return logHook(toText(*log));
    return RetryHook {.script
                      = Script(toText(*script), fields.pathOf("script"), Script::Form::Function)};
}

void readList(JsonFields &fields, std::string_view key, QList<RetryHook> &hooks,
              QStringList &unknown)
{
    const auto *value = fields.member(key);
    if (!value)
        return;
    if (!value->is_array()) {
        fields.reject(key, Words::tr("must be a list."));
        return;
    }
    for (const auto &item : value->array_range()) {
        auto got = readHook(item, u"%1[%2]"_s.arg(fields.pathOf(key)).arg(hooks.size()), unknown);
        if (!got)
            return fields.reject(std::move(got.error()));
        hooks.append(*std::move(got));
    }
}

void readGaveUp(JsonFields &fields, GaveUpHook &hook, QStringList &unknown)
{
    const auto *value = fields.member("gaveUp");
    if (!value)
        return;
    JsonFields part(*value, fields.pathOf("gaveUp"));
    const auto *fixed = value->is_object() ? part.member("value") : nullptr;
    const auto *script = value->is_object() ? part.member("script") : nullptr;
    if ((fixed != nullptr) == (script != nullptr) || (script && !script->is_string()))
        return fields.reject("gaveUp",
                             Words::tr("must be an object with \"value\" or \"script\"."));
    unknown += part.unknown();
    if (fixed)
        hook.value = *fixed;
    else
        hook.script = Script(toText(*script), part.pathOf("script"), Script::Form::Function);
}

Json hookJson(const RetryHook &hook)
{
    if (hook.log)
        return hook.log->isEmpty() ? Json("log")
                                   : jsonObject({{"log", toJson(QStringView(*hook.log))}});
    if (!hook.collect.isEmpty()) {
        Json kinds = jsonArray();
        for (const ErrorKind kind : hook.collect)
            kinds.push_back(toJson(QStringView(errorKindName(kind))));
        return jsonObject({{"collect", std::move(kinds)}});
    }
    // A function cannot be written; it is said that there is one.
    return jsonObject(
        {{"script", toJson(QStringView(hook.function ? u"/* C++ */"_s : hook.script.source()))}});
}

void putList(Json &out, const char *key, const QList<RetryHook> &hooks)
{
    if (hooks.isEmpty())
        return;
    Json list = jsonArray();
    for (const RetryHook &hook : hooks)
        list.push_back(hookJson(hook));
    out.insert_or_assign(key, std::move(list));
}

}

Result<RetryHooks> readHooks(const Json &value, const QString &path, QStringList &unknown)
{
    JsonFields fields(value, path);
    RetryHooks hooks;
    readList(fields, "before", hooks.before, unknown);
    readList(fields, "after", hooks.after, unknown);
    readList(fields, "beforeSleep", hooks.beforeSleep, unknown);
    readGaveUp(fields, hooks.gaveUp, unknown);
    unknown += fields.unknown();
    if (fields.error())
        return std::unexpected(*fields.error());
    return hooks;
}

Json toJson(const RetryHooks &hooks)
{
    Json out = jsonObject();
    putList(out, "before", hooks.before);
    putList(out, "after", hooks.after);
    putList(out, "beforeSleep", hooks.beforeSleep);
    const GaveUpHook &gaveUp = hooks.gaveUp;
    if (gaveUp.value)
        out.insert_or_assign("gaveUp", jsonObject({{"value", *gaveUp.value}}));
    else if (!gaveUp.isEmpty())
        out.insert_or_assign(
            "gaveUp",
            jsonObject({{"script",
                         toJson(QStringView(gaveUp.function ? u"/* C++ */"_s
                                                            : gaveUp.script.source()))}}));
    return out;
}

} // namespace Antiphon
