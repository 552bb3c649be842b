// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/config/examples.h>

#include <antiphon/core/words.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon {

/// The cell of a text file as the value it stands for. What is no such value stays as it is: the
/// prompt says what is wrong with it.
static Json typedCell(const Json &cell, const QString &type)
{
    const bool plain = type.isEmpty() || type == "text"_L1 || type == "choice"_L1;
    if (plain || !cell.is_string())
        return cell;
    const QByteArray text = toText(cell).trimmed().toUtf8();
    if (text.isEmpty())
        return Json::null();
    const auto value = parseJson(text);
    return value ? *value : cell;
}

static QString typeOf(const Prompt &prompt, const Dataset &dataset, const QString &column,
                      const QString &variable)
{
    if (const QString said = dataset.types.value(column); !said.isEmpty())
        return said;
    const auto spec = std::ranges::find(prompt.variables, variable, &VariableSpec::name);
    return spec == prompt.variables.end() ? QString() : spec->type;
}

/// The answer in \p row: its column, or an object of several.
static Result<Json> answerIn(const Json &row, const Dataset &dataset, qsizetype number)
{
    Json several = jsonObject();
    for (const QString &column : dataset.expected) {
        const Json *cell = find(row, toUtf8(column));
        if (!cell)
            return fail(
                ErrorKind::Setup,
                Words::tr("Row %1 of the dataset \"%2\" has no column \"%3\" with the answer to "
                          "show. Name the right one in datasets/%2.dataset.json: \"expected\".")
                    .arg(number)
                    .arg(dataset.slug, column),
                u"examples"_s);
        several.insert_or_assign(toUtf8(column), typedCell(*cell, dataset.types.value(column)));
    }
    if (dataset.expected.size() == 1)
        return several.object_range().begin()->value();
    return several;
}

Result<QList<Example>> examplesOf(const Prompt &prompt, const Dataset &dataset)
{
    if (dataset.rows.size() > mostExamples)
        return fail(ErrorKind::Setup,
                    Words::tr("The dataset \"%1\" has %2 rows, and all examples go with every "
                              "call: use one of at most %3.")
                        .arg(dataset.slug)
                        .arg(dataset.rows.size())
                        .arg(mostExamples),
                    u"examples"_s);
    QMap<QString, QString> variableOf; // by column
    for (const auto &[variable, column] : prompt.mapping.asKeyValueRange())
        variableOf.insert(column, variable);

    QList<Example> examples;
    for (const Json &row : dataset.rows) {
        auto answer = answerIn(row, dataset, examples.size() + 1);
        if (!answer)
            return std::unexpected(answer.error());
        Example example {.answer = *std::move(answer)};
        for (const auto &cell : row.object_range()) {
            const QString column = fromUtf8(cell.key());
            if (column == dataset.id || dataset.expected.contains(column))
                continue;
            const QString variable = variableOf.value(column, column);
            Json value = typedCell(cell.value(), typeOf(prompt, dataset, column, variable));
            if (!value.is_null())
                example.values.insert(variable, Value(std::move(value)));
        }
        examples.append(std::move(example));
    }
    return examples;
}

} // namespace Antiphon
