// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/extract/location.h>

#include "scalars.h"

#include <antiphon/core/prompt/value.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon {

static QString stepText(const LocationStep &step)
{
    const auto *key = std::get_if<QString>(&step);
    return key ? *key : QString::number(std::get<qint64>(step));
}

QString locationText(const Location &location)
{
    QStringList steps;
    for (const LocationStep &step : location)
        steps.append(stepText(step));
    return steps.join(u'.');
}

QString pointerText(const Location &location)
{
    QString pointer;
    for (const LocationStep &step : location)
        pointer += u'/' + stepText(step).replace(u'~', "~0"_L1).replace(u'/', "~1"_L1);
    return pointer;
}

Location locationFromPointer(QStringView pointer, const Json &value)
{
    Location location;
    const Json *at = &value;
    for (const QStringView token : pointer.split(u'/').sliced(1)) {
        const QString key = token.toString().replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1);
        bool isNumber = false;
        const qint64 index = key.toLongLong(&isNumber);
        if (at && at->is_array() && isNumber) {
            location.append(index);
            at = index >= 0 && size_t(index) < at->size() ? &(*at)[size_t(index)] : nullptr;
        } else {
            location.append(key);
            at = at ? find(*at, toUtf8(key)) : nullptr;
        }
    }
    return location;
}

const Json &valueAt(const Json &value, const Location &location)
{
    const Json *at = &value;
    for (const LocationStep &step : location) {
        const auto *key = std::get_if<QString>(&step);
        const Json *next = nullptr;
        if (key)
            next = find(*at, toUtf8(*key));
        else if (const auto index = std::get<qint64>(step);
                 at->is_array() && index >= 0 && size_t(index) < at->size())
            next = &(*at)[size_t(index)];
        if (!next)
            break;
        at = next;
    }
    return *at;
}

bool isAbove(const Location &location, const Location &other)
{
    return location.size() <= other.size()
        && std::equal(location.begin(), location.end(), other.begin());
}

// The end matters as much as the beginning: a model looks for its own words in it.
static QString shortened(const QString &text)
{
    static constexpr qsizetype longest = 50;
    if (text.size() <= longest)
        return text;
    return text.first(longest / 2) + "..."_L1 + text.last(longest / 2 - 1);
}

static QString typeName(const Json &value)
{
    if (value.is_object())
        return u"dict"_s;
    if (value.is_array())
        return u"list"_s;
    if (value.is_bool())
        return u"bool"_s;
    if (isText(value))
        return u"str"_s;
    if (value.is_null())
        return u"NoneType"_s;
    return value.is_double() ? u"float"_s : u"int"_s;
}

QString issuesText(const QString &name, const QList<ValidationIssue> &issues)
{
    // Goes into prompts, so it is English whatever the interface speaks.
    QString text = QString::number(issues.size())
        + (issues.size() == 1 ? " validation error for "_L1 : " validation errors for "_L1) + name;
    for (const ValidationIssue &issue : issues) {
        if (!issue.location.isEmpty())
            text += u'\n' + locationText(issue.location);
        text += "\n  %1 [type=%2, input_value=%3, input_type=%4]"_L1.arg(
            issue.message, issue.type, shortened(pythonRepr(Value(issue.input))),
            typeName(issue.input));
    }
    return text;
}

Json toJson(const QList<ValidationIssue> &issues)
{
    Json list = jsonArray();
    for (const ValidationIssue &issue : issues) {
        Json steps = jsonArray();
        for (const LocationStep &step : issue.location) {
            const auto *key = std::get_if<QString>(&step);
            steps.push_back(key ? toJson(*key) : Json(std::get<qint64>(step)));
        }
        list.push_back(jsonObject({{"loc", std::move(steps)},
                                   {"type", toJson(issue.type)},
                                   {"msg", toJson(issue.message)},
                                   {"input", issue.input}}));
    }
    return list;
}

} // namespace Antiphon
