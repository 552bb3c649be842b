// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dynamics/resolvedmodel.h"

#include "theme/icons.h"
#include "wording/numbers.h"

#include <QCoreApplication>
#include <QFont>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

QString originWord(const Origin &origin)
{
    static const QMap<QString, const char *> words {
        {u"project"_s, QT_TRANSLATE_NOOP("Antiphon::Ui::ResolvedModel", "project")},
        {u"target"_s, QT_TRANSLATE_NOOP("Antiphon::Ui::ResolvedModel", "target")},
        {u"prompt"_s, QT_TRANSLATE_NOOP("Antiphon::Ui::ResolvedModel", "prompt")},
        {u"prompt-for-target"_s,
         QT_TRANSLATE_NOOP("Antiphon::Ui::ResolvedModel", "prompt, for this target")},
        {u"function"_s, QT_TRANSLATE_NOOP("Antiphon::Ui::ResolvedModel", "function")},
        {u"override"_s, QT_TRANSLATE_NOOP("Antiphon::Ui::ResolvedModel", "this run")},
        {u"dynamic"_s, QT_TRANSLATE_NOOP("Antiphon::Ui::ResolvedModel", "this call")},
        {u"template"_s, QT_TRANSLATE_NOOP("Antiphon::Ui::ResolvedModel", "template")},
        {u"input"_s, QT_TRANSLATE_NOOP("Antiphon::Ui::ResolvedModel", "input")},
        {u"default"_s, QT_TRANSLATE_NOOP("Antiphon::Ui::ResolvedModel", "default")},
        {u"computed"_s, QT_TRANSLATE_NOOP("Antiphon::Ui::ResolvedModel", "computed")},
        {u"answer"_s, QT_TRANSLATE_NOOP("Antiphon::Ui::ResolvedModel", "another prompt")},
    };
    if (const char *word = words.value(origin))
        return ResolvedModel::tr(word);
    if (origin.startsWith("rule "_L1))
        return ResolvedModel::tr("rule %1").arg(origin.sliced(5));
    return origin; // dynamic.js
}

static bool isDynamic(const Origin &origin)
{
    return origin.startsWith("rule "_L1) || origin == "dynamic.js"_L1 || origin == "computed"_L1
        || origin == "answer"_L1 || origin == "function"_L1;
}

static QString shortText(const Json &value)
{
    return (value.is_string() ? toText(value) : QString::fromUtf8(toBytes(value)))
        .left(400)
        .simplified();
}

void ResolvedModel::show(const ResolvedCall &call, const QString &target)
{
    const auto row = [](const QString &what, const QString &value, const Origin &origin) {
        return Row {what, value, originWord(origin), isDynamic(origin)};
    };
    Section parameters {.title = tr("Parameters")};
    const Json said = toJson(call.request.parameters);
    for (const auto &member : said.object_range()) {
        const QString name = fromUtf8(member.key());
        parameters.rows.append(row(name, shortText(member.value()), call.originOf.value(name)));
    }
    Section variables {.title = tr("Variables")};
    for (const auto &[name, origin] : call.variableFrom.asKeyValueRange())
        variables.rows.append(
            row(name, pythonStr(call.variables.value(name)).left(400).simplified(), origin));

    Section choices {.title = tr("Call")};
    const bool elsewhere = !call.target.isEmpty();
    choices.rows.append(row(tr("target"), elsewhere ? call.target : target,
                            elsewhere ? call.targetFrom : u"prompt"_s));
    choices.rows.append(row(tr("messages"),
                            tr("%Ln message(s)", nullptr, int(call.request.messages.size())),
                            call.messagesFrom));
    if (call.examples > 0)
        choices.rows.append(
            row(tr("examples"), tr("%Ln example(s)", nullptr, int(call.examples)), u"prompt"_s));
    if (!call.retry.isEmpty())
        choices.rows.append(row(tr("retry policy"), call.retry, call.retryFrom));
    if (call.extraction)
        choices.rows.append(row(tr("value asked for"),
                                call.schema.isEmpty() ? call.extraction->model.name : call.schema,
                                call.schema.isEmpty() ? u"prompt"_s : call.schemaFrom));
    QStringList tools;
    for (const ToolDefinition &tool : call.request.tools)
        tools.append(tool.name);
    if (!tools.isEmpty())
        choices.rows.append(row(tr("tools"), tools.join(u", "_s), call.toolsFrom));
    if (!call.metadata.empty())
        choices.rows.append(row(tr("metadata"), shortText(call.metadata), call.metadataFrom));

    QList<Section> sections {parameters, choices, variables};
    Section notes {.title = tr("Notes")};
    for (const QString &warning : call.warnings)
        notes.rows.append({tr("warning"), warning, {}, false});
    for (const QString &line : call.console)
        notes.rows.append({tr("console"), line, {}, false});
    if (!notes.rows.isEmpty())
        sections.append(notes);
    sections.removeIf([](const Section &section) { return section.rows.isEmpty(); });
    setSections(sections);
}

void ResolvedModel::clear()
{
    setSections({});
}

void ResolvedModel::setSections(const QList<Section> &sections)
{
    if (sections == m_sections)
        return;
    bool same = sections.size() == m_sections.size();
    for (qsizetype i = 0; same && i < sections.size(); ++i)
        same = sections[i].rows.size() == m_sections[i].rows.size();
    if (!same) {
        beginResetModel();
        m_sections = sections;
        endResetModel();
        return;
    }
    m_sections = sections; // open branches and the selection stay
    Q_EMIT dataChanged(index(0, 0), index(int(sections.size()) - 1, ColumnCount - 1));
    for (int i = 0; i < sections.size(); ++i) {
        const QModelIndex parent = index(i, 0);
        Q_EMIT dataChanged(index(0, 0, parent),
                           index(rowCount(parent) - 1, ColumnCount - 1, parent));
    }
}

QModelIndex ResolvedModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : 0);
}

QModelIndex ResolvedModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == 0)
        return {};
    return createIndex(int(child.internalId()) - 1, 0, quintptr(0));
}

int ResolvedModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_sections.size());
    if (parent.internalId() != 0 || parent.column() != 0)
        return 0;
    return int(m_sections[parent.row()].rows.size());
}

int ResolvedModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant ResolvedModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (index.internalId() == 0) {
        if (role == Qt::DisplayRole && index.column() == What)
            return m_sections[index.row()].title;
        if (role == Qt::FontRole) {
            QFont font;
            font.setWeight(QFont::DemiBold);
            return font;
        }
        return {};
    }
    const Row &row = m_sections[qsizetype(index.internalId()) - 1].rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        switch (Column(index.column())) {
        case What:
            return row.what;
        case Value:
            return row.value;
        case From:
            return row.from;
        case ColumnCount:
            break;
        }
        return {};
    case Qt::DecorationRole:
        return index.column() == From && row.dynamic
            ? QVariant(glyphIcon(Glyph::Dot, ColorRole::Running))
            : QVariant();
    case Qt::ToolTipRole:
        return index.column() == Value ? row.value : QVariant();
    case Qt::AccessibleTextRole:
        if (index.column() != What)
            return {};
        return row.from.isEmpty() ? tr("%1: %2").arg(row.what, row.value)
                                  //: a setting, its value and the layer it comes from
                                  : tr("%1: %2, from %3").arg(row.what, row.value, row.from);
    default:
        return {};
    }
}

QVariant ResolvedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case What:
        return tr("What");
    case Value:
        return tr("Value");
    case From:
        return tr("From");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace Antiphon::Ui
