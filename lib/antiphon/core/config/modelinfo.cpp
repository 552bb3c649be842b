// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/config/modelinfo.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon {

ModelInfo modelInfo(const PriceTable &table, const Provider &provider, const QString &model,
                    QDate day)
{
    ModelInfo info {.id = model, .simulated = provider.id == "simulator"_L1};
    if (info.simulated) {
        info.known = true;
        info.inputs = {u"text"_s, u"image"_s, u"audio"_s, u"document"_s};
        info.outputs = {u"text"_s};
        info.tools = info.schema = info.reasoning = true;
    }
    const PriceRow *row = findPrice(table, provider.id, model, day);
    if (!row)
        return info;
    info.known = true;
    info.name = row->name;
    info.price = row->price;
    info.status = row->status;
    if (info.simulated)
        return info;
    info.inputs = row->inputs;
    info.outputs = row->outputs;
    info.tools = row->tools;
    info.schema = row->structuredOutput;
    info.reasoning = row->reasoning;
    info.temperature = row->temperature;
    info.context = row->contextWindow;
    info.maxOutput = row->maxOutputTokens;
    return info;
}

QStringList bundledModels(const PriceTable &table, const Provider &provider, QDate day)
{
    QList<const PriceRow *> rows;
    for (const PriceRow &row : table.rows) {
        if (row.provider == provider.id && row.status != "deprecated"_L1
            && (!row.validUntil.isValid() || row.validUntil >= day))
            rows.append(&row);
    }
    std::ranges::stable_sort(rows, std::greater(), &PriceRow::released);
    QStringList models = provider.models;
    for (const PriceRow *row : std::as_const(rows))
        models.append(row->model);
    models.removeDuplicates();
    return models;
}

} // namespace Antiphon
