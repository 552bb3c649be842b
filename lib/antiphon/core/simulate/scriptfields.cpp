// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include "scriptfields.h"

#include <antiphon/core/words.h>

using namespace Qt::StringLiterals;

namespace Antiphon::ScriptFields {

std::unexpected<Error> wrong(const QString &path, const QString &what)
{
    return fail(ErrorKind::Setup, Words::tr("Simulator script, %1: %2").arg(path, what));
}

std::unexpected<Error> unknownField(const QString &path, const QStringList &known)
{
    return wrong(path, Words::tr("there is no such field; there are %1.").arg(known.join(u", "_s)));
}

std::unexpected<Error> noObject(const QString &path)
{
    return wrong(path, Words::tr("must be an object."));
}

Result<> readText(QString &into, const Json &value, const QString &path)
{
    if (!value.is_string())
        return wrong(path, Words::tr("must be a text."));
    into = toText(value);
    return {};
}

Result<> readNumber(double &into, const Json &value, const QString &path, double min, double max)
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

Result<> readWhole(int &into, const Json &value, const QString &path, int min)
{
    if (!value.is<int>() || value.as<int>() < min)
        return wrong(path, Words::tr("must be a whole number of at least %1.").arg(min));
    into = value.as<int>();
    return {};
}

Result<> readRange(int &min, int &max, const Json &value, const QString &path)
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

Result<> readOneOf(QString &into, const Json &value, const QString &path,
                   const QStringList &choices)
{
    if (!value.is_string() || !choices.contains(toText(value)))
        return wrong(path, Words::tr("must be one of %1.").arg(choices.join(u", "_s)));
    into = toText(value);
    return {};
}

} // namespace Antiphon::ScriptFields
