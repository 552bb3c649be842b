// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "targets/modelwords.h"

#include <antiphon/core/words.h>

#include <QLocale>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

static QString dollars(double amount)
{
    // Two digits, more where a price is finer than a cent.
    const int digits = amount >= 1 || amount * 100 == std::round(amount * 100) ? 2 : 3;
    return u'$' + QLocale().toString(amount, 'f', digits);
}

QString priceText(const Price &price, bool simulated)
{
    if (simulated)
        return Words::tr("free");
    if (!price.input || !price.output)
        return u"–"_s;
    return Words::tr("%1 / %2", "price in and out")
        .arg(dollars(*price.input), dollars(*price.output));
}

QString priceSentence(const Price &price, bool simulated)
{
    if (simulated)
        return Words::tr("Simulated: costs nothing.");
    if (!price.input || !price.output)
        return Words::tr("Price not known.");
    return Words::tr("%1 per million tokens in, %2 out.")
        .arg(dollars(*price.input), dollars(*price.output));
}

static QString modalityText(const QString &modality)
{
    if (modality == "image"_L1)
        return Words::tr("images");
    if (modality == "audio"_L1)
        return Words::tr("audio");
    if (modality == "video"_L1)
        return Words::tr("video");
    if (modality == "document"_L1)
        return Words::tr("documents");
    return Words::tr("text");
}

QString abilitiesText(const ModelInfo &model)
{
    QStringList takes;
    for (const QString &modality : model.inputs)
        takes.append(modalityText(modality));
    QStringList can;
    if (model.tools)
        can.append(Words::tr("tools"));
    if (model.schema)
        can.append(Words::tr("schema"));
    if (model.reasoning)
        can.append(Words::tr("reasoning"));
    for (const QString &modality : model.outputs) {
        if (modality != "text"_L1)
            can.append(Words::tr("makes %1").arg(modalityText(modality)));
    }
    QStringList parts;
    for (const QStringList &words : {takes, can}) {
        if (!words.isEmpty())
            parts.append(words.join(Words::tr(", ")));
    }
    return parts.join(u" · "_s);
}

QString tokensText(qint64 tokens)
{
    if (tokens >= 1'000'000)
        return Words::tr("%1M", "millions").arg(QLocale().toString(double(tokens) / 1e6, 'g', 3));
    if (tokens >= 1000)
        return Words::tr("%1k", "thousands").arg(QLocale().toString(tokens / 1000));
    return QLocale().toString(tokens);
}

QString modelFacts(const ModelInfo &model)
{
    QStringList parts;
    if (model.context)
        parts.append(Words::tr("%1 context", "tokens that fit").arg(tokensText(*model.context)));
    if (const QString abilities = abilitiesText(model); !abilities.isEmpty())
        parts.append(abilities);
    return parts.join(u" · "_s);
}

} // namespace Antiphon::Ui
