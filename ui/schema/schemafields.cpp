// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schema/schemafields.h"

#include "schema/fielddetails.h"
#include "schema/fieldsmodel.h"
#include "schema/schemaedits.h"
#include "theme/metrics.h"
#include "widgets/listbar.h"

#include <QAction>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

SchemaFields::SchemaFields(QWidget *parent)
    : QWidget(parent)
    , m_model(new FieldsModel(this))
    , m_tree(new QTreeView)
    , m_details(new FieldDetails)
{
    m_tree->setObjectName(u"schemaTree"_s);
    m_tree->setAccessibleName(tr("Fields of the schema"));
    m_tree->setModel(m_model);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setDragDropMode(QAbstractItemView::InternalMove);
    m_tree->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->header()->setStretchLastSection(true);
    auto *area = new QScrollArea;
    area->setWidget(m_details);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setAccessibleName(tr("Details of the field"));
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    auto *list = new QWidget;
    auto *rows = new QVBoxLayout(list);
    rows->setContentsMargins({});
    rows->setSpacing(0);
    rows->addWidget(makeBar());
    rows->addWidget(m_tree, 1);
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(list);
    splitter->addWidget(area);
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(splitter);
    setFocusProxy(m_tree);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (m_showing)
            return;
        m_selected = m_model->schemaOf(current());
        showCurrent();
        Q_EMIT fieldSelected(m_selected);
    });
    connectModel();
    setSchema(jsonObject());
}

void SchemaFields::connectModel()
{
    connect(m_model, &FieldsModel::renameRequested, this, &SchemaFields::renameField,
            Qt::QueuedConnection);
    connect(m_model, &FieldsModel::requiredRequested, this,
            [this](const QModelIndex &index, bool required) {
                const QString name = m_model->nameOf(index);
                editAt(m_model->ownerOf(index),
                       [&](Json &object) { setRequired(object, name, required); });
            });
    connect(m_model, &FieldsModel::descriptionRequested, this,
            [this](const QModelIndex &index, const QString &text) {
                editAt(m_model->schemaOf(index), [&](Json &schema) {
                    setKeyword(schema, "description",
                               text.isEmpty() ? std::nullopt
                                              : std::optional(toJson(QStringView(text))));
                });
            });
    connect(
        m_model, &FieldsModel::moveRequested, this,
        [this](const Location &owner, const QString &name, int row) {
            select(owner + Location {u"properties"_s, name});
            editAt(owner, [&](Json &object) { moveProperty(object, name, row); });
        },
        Qt::QueuedConnection);
    connect(m_details, &FieldDetails::edited, this, [this](const Json &schema) {
        editAt(m_model->schemaOf(current()), [&](Json &old) { old = schema; });
    });
    connect(m_details, &FieldDetails::renamed, this,
            [this](const QString &name) { renameField(current(), name); });
    connect(m_details, &FieldDetails::requiredChanged, this,
            [this](bool required) { Q_EMIT m_model->requiredRequested(current(), required); });
}

QWidget *SchemaFields::makeBar()
{
    auto *bar = new ListBar(*m_tree);
    const int space = gap(*this, 0.5);
    bar->setContentsMargins(space, space, space, space);
    const auto *add = bar->addInWords(u"list-add"_s, tr("Add Field"), QKeySequence(Qt::Key_Insert),
                                      tr("Add a field to the selected object"));
    const auto *define = bar->addInWords(u"list-add"_s, tr("Add Definition"), {},
                                         tr("Add a definition that fields can refer to"));
    bar->addSpace();
    m_up = bar->add(u"go-up"_s, tr("Move Up"), QKeySequence(u"Alt+Up"_s));
    m_down = bar->add(u"go-down"_s, tr("Move Down"), QKeySequence(u"Alt+Down"_s));
    m_remove = bar->add(u"edit-delete"_s, tr("Delete"), QKeySequence::Delete,
                        tr("Delete the selected field"));
    connect(add, &QAction::triggered, this, &SchemaFields::addField);
    connect(define, &QAction::triggered, this, &SchemaFields::addDefinition);
    connect(m_up, &QAction::triggered, this, [this] { moveField(-1); });
    connect(m_down, &QAction::triggered, this, [this] { moveField(1); });
    connect(m_remove, &QAction::triggered, this, &SchemaFields::removeField);
    return bar;
}

void SchemaFields::setReadable(bool readable)
{
    m_readable = readable;
}

void SchemaFields::setForAnswers(bool answers)
{
    m_details->setForAnswers(answers);
}

void SchemaFields::setSchema(const Json &schema)
{
    if (m_model->schema() != schema || m_model->rowCount() == 0) {
        const QScopedValueRollback showing(m_showing, true);
        m_model->show(schema);
        m_tree->expandToDepth(3);
        const QModelIndex index = m_model->indexOf(m_selected);
        m_tree->setCurrentIndex(index.isValid() ? index : m_model->index(0, 0));
        fitColumns();
    }
    showCurrent();
}

QModelIndex SchemaFields::current() const
{
    return m_tree->currentIndex().siblingAtColumn(0);
}

/// True when that is another one than the selected one.
bool SchemaFields::selectAt(const Location &location)
{
    const QModelIndex at = m_model->indexOf(location);
    if (!at.isValid() || m_model->schemaOf(at) == m_selected)
        return false;
    m_tree->setCurrentIndex(at);
    return true;
}

void SchemaFields::select(const Location &location)
{
    m_selected = location;
    const QModelIndex index = m_model->indexOf(location);
    m_tree->setCurrentIndex(index.isValid() ? index : m_model->index(0, 0));
    showCurrent();
}

void SchemaFields::showCurrent()
{
    const QModelIndex index = current();
    m_details->show(*m_model, index);
    const FieldsModel::Kind kind = m_model->kindOf(index);
    const bool named = index.isValid()
        && (kind == FieldsModel::Kind::Property || kind == FieldsModel::Kind::Definition);
    m_remove->setEnabled(named || kind == FieldsModel::Kind::Branch);
    m_up->setEnabled(kind == FieldsModel::Kind::Property && index.row() > 0);
    m_down->setEnabled(kind == FieldsModel::Kind::Property
                       && index.row() < m_model->rowCount(index.parent()) - 1);
}

void SchemaFields::editAt(const Location &location, const std::function<void(Json &)> &change)
{
    Q_EMIT editing(); // which may bring a newer schema
    if (!m_readable)
        return; // the fields show what the text no longer says
    Json schema = m_model->schema();
    if (Json *part = partAt(schema, location)) {
        change(*part);
        Q_EMIT edited(schema);
    }
}

/// Into the selected object, else beside the selected field.
void SchemaFields::addField()
{
    QModelIndex at = current();
    while (at.isValid() && !m_model->objectOf(at))
        at = at.parent();
    if (!at.isValid())
        at = m_model->index(0, 0);
    const Location owner = m_model->objectOf(at).value_or(m_model->schemaOf(at));
    QString name;
    editAt(owner, [&](Json &object) {
        if (typeId(object) != "object"_L1)
            object = withType(object, u"object"_s, false);
        name = freePropertyName(object, tr("field", "name of a new field; letters only"));
        addProperty(object, name, jsonObject({{"type", Json("string")}}), true);
    });
    if (name.isEmpty())
        return;
    select(owner + Location {u"properties"_s, name});
    m_tree->edit(current());
}

void SchemaFields::addDefinition()
{
    QString name;
    editAt({}, [&](Json &schema) {
        Json definitions
            = Antiphon::find(schema, "$defs") ? *Antiphon::find(schema, "$defs") : jsonObject();
        for (int number = 1;; ++number) {
            name = number == 1 ? u"Part"_s : u"Part%1"_s.arg(number);
            if (!Antiphon::find(definitions, toUtf8(name)))
                break;
        }
        definitions.insert_or_assign(
            toUtf8(name), jsonObject({{"type", Json("object")}, {"properties", jsonObject()}}));
        schema.insert_or_assign("$defs", std::move(definitions));
    });
    if (name.isEmpty())
        return;
    select({u"$defs"_s, name});
    m_tree->edit(current());
}

void SchemaFields::removeField()
{
    const QModelIndex index = current();
    const QString name = m_model->nameOf(index);
    const Location at = m_model->schemaOf(index);
    switch (m_model->kindOf(index)) {
    case FieldsModel::Kind::Property:
        m_selected = m_model->schemaOf(index.parent());
        editAt(m_model->ownerOf(index), [&](Json &object) { removeProperty(object, name); });
        break;
    case FieldsModel::Kind::Definition:
        m_selected = {};
        editAt(at.first(1), [&](Json &definitions) { definitions.erase(toUtf8(name)); });
        break;
    case FieldsModel::Kind::Branch:
        m_selected = m_model->schemaOf(index.parent());
        editAt(at.first(at.size() - 1), [&](Json &branches) {
            Json rest = jsonArray();
            for (size_t i = 0; i < branches.size(); ++i) {
                if (qint64(i) != std::get<qint64>(at.last()))
                    rest.push_back(branches[i]);
            }
            branches = std::move(rest);
        });
        break;
    case FieldsModel::Kind::Value:
    case FieldsModel::Kind::Items:
        break;
    }
}

/// References follow a definition that gets another name.
static void followReference(Json &value, const QString &from, const QString &to)
{
    if (value.is_array()) {
        for (Json &item : value.array_range())
            followReference(item, from, to);
    } else if (value.is_object()) {
        for (auto &&member : value.object_range()) {
            if (member.key() == "$ref" && toText(member.value()) == from)
                member.value() = toJson(QStringView(to));
            else
                followReference(member.value(), from, to);
        }
    }
}

void SchemaFields::renameField(const QModelIndex &index, const QString &name)
{
    const QString held = m_model->nameOf(index);
    const Location at = m_model->schemaOf(index);
    if (name.isEmpty() || name == held || at.isEmpty())
        return;
    const Location next = at.first(at.size() - 1) + Location {name};
    if (partAt(m_model->schema(), next)) {
        Q_EMIT nameTaken(name);
        return;
    }
    m_selected = next;
    if (m_model->kindOf(index) == FieldsModel::Kind::Property) {
        editAt(m_model->ownerOf(index), [&](Json &object) { renameProperty(object, held, name); });
    } else {
        const QString group = std::get<QString>(at.first());
        editAt({}, [&](Json &schema) {
            Json names = jsonObject();
            for (const auto &member : Antiphon::find(schema, toUtf8(group))->object_range())
                names.insert_or_assign(fromUtf8(member.key()) == held ? toUtf8(name)
                                                                      : std::string(member.key()),
                                       member.value());
            schema.insert_or_assign(toUtf8(group), std::move(names));
            followReference(schema, u"#/%1/%2"_s.arg(group, held), u"#/%1/%2"_s.arg(group, name));
        });
    }
}

void SchemaFields::moveField(int step)
{
    const QModelIndex index = current();
    if (m_model->kindOf(index) != FieldsModel::Kind::Property)
        return;
    const QString name = m_model->nameOf(index);
    const int to = index.row() + step;
    editAt(m_model->ownerOf(index), [&](Json &object) { moveProperty(object, name, to); });
}

void SchemaFields::fitColumns()
{
    const int width = m_tree->viewport()->width();
    QHeaderView *header = m_tree->header();
    header->resizeSection(FieldsModel::Name, width * 34 / 100);
    header->resizeSection(FieldsModel::Type, width * 26 / 100);
    header->resizeSection(FieldsModel::Required,
                          fontMetrics().horizontalAdvance(tr("Required")) + 3 * gap(*this));
}

void SchemaFields::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitColumns();
}

} // namespace Antiphon::Ui
