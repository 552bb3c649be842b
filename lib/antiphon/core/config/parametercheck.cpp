// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/config/parameterinfo.h>

#include <antiphon/core/words.h>

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon {

static QString rangeProblem(const ParameterInfo &info, double value)
{
    const auto number = [](double bound) { return QLocale().toString(bound, 'g', 12); };
    if (info.min && (info.minOpen ? value <= *info.min : value < *info.min))
        return info.minOpen ? Words::tr("Must be greater than %1.").arg(number(*info.min))
                            : Words::tr("Must be at least %1.").arg(number(*info.min));
    if (info.max && (info.maxOpen ? value >= *info.max : value > *info.max))
        return info.maxOpen ? Words::tr("Must be less than %1.").arg(number(*info.max))
                            : Words::tr("Must be at most %1.").arg(number(*info.max));
    return {};
}

static QString choiceProblem(const ParameterInfo &info, const Json &value)
{
    if (info.choicesOpen || info.choices.isEmpty()
        || std::ranges::find(info.choices, value) != info.choices.end())
        return {};
    QStringList names;
    for (const Json &choice : info.choices)
        names.append(choice.is_string() ? toText(choice) : QString::fromUtf8(toBytes(choice)));
    return Words::tr("Must be one of: %1.").arg(names.join(u", "_s));
}

static QString listProblem(const ParameterInfo &info, const Json &value)
{
    if (value.is_string())
        return {};
    if (!value.is_array())
        return Words::tr("Must be a list of texts.");
    if (info.maxItems > 0 && value.size() > std::size_t(info.maxItems))
        return Words::tr("At most %Ln text(s) are taken.", nullptr, info.maxItems);
    for (const Json &item : value.array_range()) {
        if (!item.is_string())
            return Words::tr("Must be a list of texts.");
        if (const QString problem = choiceProblem(info, item); !problem.isEmpty())
            return problem;
    }
    return {};
}

QString parameterProblem(const ParameterInfo &info, const Json &value)
{
    switch (info.type) {
    case ParameterInfo::Type::Number:
        return value.is_number() ? rangeProblem(info, value.as_double())
                                 : Words::tr("Must be a number.");
    case ParameterInfo::Type::Integer:
        return value.is<qint64>() && !value.is_string() ? rangeProblem(info, value.as_double())
                                                        : Words::tr("Must be a whole number.");
    case ParameterInfo::Type::Boolean:
        return value.is_bool() ? QString() : Words::tr("Must be on or off.");
    case ParameterInfo::Type::Text:
        return value.is_string() ? QString() : Words::tr("Must be a text.");
    case ParameterInfo::Type::Choice:
        return choiceProblem(info, value);
    case ParameterInfo::Type::List:
        return listProblem(info, value);
    case ParameterInfo::Type::Any:
        return {};
    }
    return {};
}

} // namespace Antiphon
