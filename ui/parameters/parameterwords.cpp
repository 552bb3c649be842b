// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "parameters/parameterwords.h"

#include "wording/numbers.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

namespace {

struct ParameterTexts {
    Q_DECLARE_TR_FUNCTIONS(parameterwords)

public:
    static constexpr std::pair<const char *, const char *> titles[] = {
        {"temperature", QT_TR_NOOP("Temperature")},
        {"max_tokens", QT_TR_NOOP("Maximum tokens")},
        {"top_p", QT_TR_NOOP("Top p")},
        {"frequency_penalty", QT_TR_NOOP("Frequency penalty")},
        {"presence_penalty", QT_TR_NOOP("Presence penalty")},
        {"seed", QT_TR_NOOP("Seed")},
        {"stop", QT_TR_NOOP("Stop texts")},
    };
    static constexpr std::pair<const char *, const char *> groups[] = {
        {"reasoning", QT_TR_NOOP("Reasoning")}, {"sampling", QT_TR_NOOP("Sampling")},
        {"output", QT_TR_NOOP("Output")},       {"tools", QT_TR_NOOP("Tools")},
        {"audio", QT_TR_NOOP("Audio")},         {"caching", QT_TR_NOOP("Caching")},
        {"safety", QT_TR_NOOP("Safety")},       {"service", QT_TR_NOOP("Service")},
        {"other", QT_TR_NOOP("Other")},
    };
};

} // namespace

QString parameterTitle(const ParameterInfo &info)
{
    for (const auto &[name, title] : ParameterTexts::titles) {
        if (info.name == QLatin1StringView(name))
            return ParameterTexts::tr(title);
    }
    // What holds nearly everything tells nothing.
    for (const QLatin1StringView container :
         {"generationConfig."_L1, "options."_L1, "additionalModelRequestFields."_L1}) {
        if (info.name.startsWith(container))
            return info.name.sliced(container.size());
    }
    return info.name;
}

QString parameterGroupTitle(const QString &group)
{
    for (const auto &[name, title] : ParameterTexts::groups) {
        if (group == QLatin1StringView(name))
            return ParameterTexts::tr(title);
    }
    return group;
}

QStringList parameterGroups()
{
    QStringList names;
    for (const auto &[name, title] : ParameterTexts::groups)
        names.append(QString::fromLatin1(name));
    return names;
}

static QString number(double value)
{
    return QLocale().toString(value, 'g', 12);
}

QString rangeText(const ParameterInfo &info)
{
    if (info.maxItems > 0)
        return ParameterTexts::tr("at most %Ln text(s)", nullptr, info.maxItems);
    if (info.min && info.max && !info.minOpen && !info.maxOpen)
        return ParameterTexts::tr("%1 to %2", "range").arg(number(*info.min), number(*info.max));
    QStringList parts;
    if (info.min)
        parts.append(
            (info.minOpen ? ParameterTexts::tr("more than %1") : ParameterTexts::tr("at least %1"))
                .arg(number(*info.min)));
    if (info.max)
        parts.append(
            (info.maxOpen ? ParameterTexts::tr("less than %1") : ParameterTexts::tr("at most %1"))
                .arg(number(*info.max)));
    return parts.join(ParameterTexts::tr(", "));
}

QString parameterValueText(const ParameterInfo &info, const Json &value)
{
    if (value.is_bool() && info.type == ParameterInfo::Type::Boolean)
        return value.as<bool>() ? ParameterTexts::tr("on") : ParameterTexts::tr("off");
    if (value.is_string())
        return toText(value);
    if (value.is_number() && info.type != ParameterInfo::Type::Any) {
        return value.is<qint64>() ? QString::number(value.as<qint64>()) : number(value.as_double());
    }
    if (value.is_array() && info.type == ParameterInfo::Type::List) {
        QStringList items;
        for (const Json &item : value.array_range())
            items.append(toText(item));
        return items.join(ParameterTexts::tr(", "));
    }
    return QString::fromUtf8(toBytes(value));
}

QString parameterDetails(const ParameterInfo &info)
{
    QStringList lines;
    if (!info.about.isEmpty())
        lines.append(QCoreApplication::translate("parameters.json", info.about.toUtf8()));
    QStringList facts;
    if (const QString range = rangeText(info); !range.isEmpty())
        facts.append(range);
    if (info.unit == "tokens"_L1)
        facts.append(ParameterTexts::tr("in tokens"));
    else if (info.unit == "s"_L1)
        facts.append(ParameterTexts::tr("in seconds"));
    if (!info.fallback.is_null())
        facts.append(ParameterTexts::tr("default %1").arg(parameterValueText(info, info.fallback)));
    if (!facts.isEmpty())
        lines.append(facts.join(u" · "_s));
    lines.append(isolated(info.name));
    return lines.join(u'\n');
}

} // namespace Antiphon::Ui
