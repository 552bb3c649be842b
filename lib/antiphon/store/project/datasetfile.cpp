// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/store/project/datasetfile.h>

#include <antiphon/core/words.h>
#include <antiphon/store/exchange/readcsv.h>
#include <antiphon/store/project/jsonfile.h>
#include <antiphon/store/project/shapes.h>

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Antiphon {

using Rows = std::expected<QList<Json>, Problem>;

static std::unexpected<Problem> wrongRow(const QString &file, int line, const QString &message)
{
    return std::unexpected(Problem {.file = file, .line = line, .column = 1, .message = message});
}

static Rows rowsOfCsv(const QString &file, const ProjectText &text)
{
    const auto records = readCsv(QString::fromUtf8(text.bytes));
    if (!records)
        return wrongRow(file, records.error().line, records.error().message);
    if (records->isEmpty())
        return wrongRow(file, 1,
                        Words::tr("The file is empty: its first line must name the columns."));
    const QStringList &columns = records->first().cells;
    QList<Json> rows;
    for (const CsvRecord &record : records->sliced(1)) {
        if (record.cells.size() != columns.size())
            return wrongRow(file, record.line,
                            Words::tr("This row has %1 cells where the first line names %2 "
                                      "columns.")
                                .arg(record.cells.size())
                                .arg(columns.size()));
        Json row = jsonObject();
        for (qsizetype i = 0; i < columns.size(); ++i)
            row.insert_or_assign(toUtf8(columns[i]), toJson(QStringView(record.cells[i])));
        rows.append(std::move(row));
    }
    return rows;
}

static Rows rowsOfLines(const QString &file, const ProjectText &text)
{
    QList<Json> rows;
    int number = 0;
    for (const QByteArray &line : text.bytes.split('\n')) {
        ++number;
        if (line.trimmed().isEmpty())
            continue;
        auto row = parseJson(line);
        if (!row)
            return wrongRow(file, number, row.error().message);
        if (!row->is_object())
            return wrongRow(file, number, Words::tr("Each line must be one object in braces."));
        rows.append(*std::move(row));
    }
    return rows;
}

/// What <slug>.dataset.json says, if it is there.
static std::expected<void, Problem> readColumns(const QString &folder, Dataset &dataset)
{
    const QString file = u"datasets/%1.dataset.json"_s.arg(dataset.slug);
    if (!QFileInfo::exists(QDir(folder).filePath(file)))
        return {};
    const auto value = readProjectJson(folder, file);
    if (!value)
        return std::unexpected(value.error());
    if (textOf(*value, "antiphon") != "dataset/1"_L1)
        return wrongRow(file, 1, Words::tr("The file must say \"antiphon\": \"dataset/1\"."));
    for (const ShapeFinding &finding : checkShape("dataset", *value)) {
        if (!finding.unknown)
            return wrongRow(file, 0, finding.message);
    }
    if (const Json *columns = find(*value, "columns")) {
        for (const auto &column : columns->object_range())
            dataset.types.insert(fromUtf8(column.key()), textOf(column.value(), "type"));
    }
    dataset.id = textOf(*value, "id");
    if (const Json *expected = find(*value, "expected"); expected && !expected->empty()) {
        dataset.expected.clear();
        for (const Json &column : expected->array_range())
            dataset.expected.append(toText(column));
    }
    return {};
}

std::expected<Dataset, Problem> readDataset(const QString &folder, const QString &slug)
{
    Dataset dataset {.slug = slug};
    const bool isCsv = QFileInfo::exists(QDir(folder).filePath(u"datasets/%1.csv"_s.arg(slug)));
    const QString file = u"datasets/%1.%2"_s.arg(slug, isCsv ? u"csv"_s : u"jsonl"_s);
    const auto text = readProjectText(folder, file);
    if (!text)
        return std::unexpected(text.error());
    auto rows = isCsv ? rowsOfCsv(file, *text) : rowsOfLines(file, *text);
    if (!rows)
        return std::unexpected(rows.error());
    dataset.rows = *std::move(rows);
    if (const auto columns = readColumns(folder, dataset); !columns)
        return std::unexpected(columns.error());
    return dataset;
}

Result<> addExamples(const Project &project, CallInputs &inputs)
{
    const QString &slug = inputs.prompt.examples;
    if (slug.isEmpty())
        return {};
    if (!project.datasets.contains(slug))
        return fail(ErrorKind::Setup,
                    Words::tr("There is no dataset \"%1\", from which the prompt \"%2\" takes its "
                              "examples. There are: %3.")
                        .arg(slug, inputs.prompt.slug,
                             project.datasets.isEmpty() ? Words::tr("none")
                                                        : project.datasets.join(", "_L1)));
    const auto dataset = readDataset(project.folder, slug);
    if (!dataset)
        return std::unexpected(toError(dataset.error()));
    auto examples = examplesOf(inputs.prompt, *dataset);
    if (!examples)
        return std::unexpected(examples.error());
    inputs.examples = *std::move(examples);
    return {};
}

} // namespace Antiphon
