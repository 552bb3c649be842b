// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/store/project/inputsfile.h>

#include <antiphon/core/words.h>
#include <antiphon/store/project/jsonfile.h>

#include <QFile>
#include <QMimeDatabase>

using namespace Qt::StringLiterals;

namespace Antiphon {

/// Images, audio and documents: larger than a text file may be, but no disk image.
static constexpr qint64 assetLimit = 50 * 1024 * 1024;

static Result<Value> readAsset(const QString &folder, const QString &relative)
{
    const auto path = pathInside(folder, relative);
    if (!path)
        return std::unexpected(path.error());
    QFile file(*path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Setup,
                    Words::tr("%1 cannot be read: %2.").arg(relative, file.errorString()));
    if (file.size() > assetLimit)
        return fail(ErrorKind::Setup, Words::tr("%1 is larger than 50 MiB.").arg(relative));
    return Value(file.readAll());
}

static Result<Value> readTextFile(const QString &folder, const QString &relative)
{
    const auto text = readProjectText(folder, relative);
    if (!text)
        return std::unexpected(toError(text.error()));
    QString value = QString::fromUtf8(text->bytes);
    if (value.endsWith(u'\n'))
        value.chop(1); // the newline that ends the file is not part of the value
    return Value(value);
}

InputsRead readInputs(const QString &folder, const QString &promptFolder, const Json &value)
{
    InputsRead read;
    const Json *values = find(value, "values");
    if (!values)
        return read;
    for (const auto &member : values->object_range()) {
        const QString name = fromUtf8(member.key());
        const Json &given = member.value();
        // An object with this one member is a reference; any other object is a value.
        const bool single = given.is_object() && given.size() == 1;
        const QString file = single ? textOf(given, "file") : QString();
        const QString asset = single ? textOf(given, "asset") : QString();
        Result<Value> got = Value(given);
        if (!file.isEmpty())
            got = readTextFile(folder, u"%1/inputs/%2"_s.arg(promptFolder, file));
        else if (!asset.isEmpty())
            got = readAsset(folder, asset);
        if (got)
            read.values.insert(name, *std::move(got));
        else
            read.problems.append({{u"values"_s, name}, got.error().message});
    }
    return read;
}

/// A longer text, or one of several lines, reads better in a file of its own.
static bool wantsFile(const Json &value)
{
    if (!value.is_string())
        return false;
    const QString text = toText(value);
    return text.size() > 200 || text.contains(u'\n');
}

static QString fileNameFor(const QString &set, const QString &variable)
{
    return u"%1.%2.txt"_s.arg(set, slugFor(variable, {}));
}

static QString assetNameFor(const QString &prompt, const QString &set, const QString &variable,
                            const QByteArray &bytes)
{
    const QString suffix = QMimeDatabase().mimeTypeForData(bytes).preferredSuffix();
    return u"assets/%1-%2-%3.%4"_s.arg(prompt, set, slugFor(variable, {}),
                                       suffix.isEmpty() ? u"bin"_s : suffix);
}

static Json reference(const char *kind, const QString &name)
{
    return jsonObject({{kind, toJson(QStringView(name))}});
}

/// What the set says for one variable; files it needs go to \p plan.
static Result<Json> plannedValue(const QString &prompt, const QString &set, const QString &variable,
                                 const Value &value, const Json *given, InputsPlan &plan)
{
    const bool single = given && given->is_object() && given->size() == 1;
    if (const auto *bytes = std::get_if<QByteArray>(&value.held)) {
        const QString named = single ? textOf(*given, "asset") : QString();
        const QString path = named.isEmpty() ? assetNameFor(prompt, set, variable, *bytes) : named;
        plan.files.insert(path, *bytes);
        return reference("asset", path);
    }
    const auto *json = std::get_if<Json>(&value.held);
    if (!json)
        return fail(
            ErrorKind::Setup,
            Words::tr("The value of \"%1\" cannot be stored in an input set. Use a text, a number, "
                      "a list, an object or a file.")
                .arg(variable));
    const QString named = single && json->is_string() ? textOf(*given, "file") : QString();
    if (named.isEmpty() && !wantsFile(*json))
        return *json;
    const QString name = named.isEmpty() ? fileNameFor(set, variable) : named;
    plan.files.insert(u"prompts/%1/inputs/%2"_s.arg(prompt, name), toText(*json).toUtf8() + '\n');
    return reference("file", name);
}

Result<InputsPlan> planInputs(const QString &folder, const QString &prompt, const InputSet &set,
                              const Json &disk, const QStringList &sensitive)
{
    InputsPlan plan;
    const Json none = jsonObject();
    const Json *given = find(disk, "values");
    if (!given)
        given = &none;
    const InputsRead old = readInputs(folder, u"prompts/"_s + prompt, disk);

    // Variables is sorted by name; the file keeps the order its author gave it.
    QStringList names;
    for (const auto &member : given->object_range())
        names.append(fromUtf8(member.key()));
    for (const QString &name : set.values.keys()) {
        if (!names.contains(name))
            names.append(name);
    }
    Json values = jsonObject();
    for (const QString &name : std::as_const(names)) {
        if (!set.values.contains(name) || sensitive.contains(name))
            continue;
        const Value value = set.values.value(name);
        const Json *written = find(*given, toUtf8(name));
        if (written && old.values.contains(name) && old.values.value(name) == value) {
            values.insert_or_assign(toUtf8(name), *written);
            continue;
        }
        auto planned = plannedValue(prompt, set.slug, name, value, written, plan);
        if (!planned)
            return std::unexpected(planned.error());
        values.insert_or_assign(toUtf8(name), *std::move(planned));
    }
    Json result = disk.is_object() && !disk.empty() ? disk : jsonObject({{"antiphon", "inputs/1"}});
    result.insert_or_assign("values", std::move(values));
    plan.value = std::move(result);
    return plan;
}

} // namespace Antiphon
