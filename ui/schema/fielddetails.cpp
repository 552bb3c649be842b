// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schema/fielddetails.h"

#include "inputs/growingtextedit.h"
#include "schema/schemaedits.h"
#include "schema/schemawords.h"
#include "theme/colors.h"
#include "theme/metrics.h"

#include <antiphon/core/extract/schemaref.h>

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QScopedValueRollback>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

FieldDetails::FieldDetails(QWidget *parent)
    : QWidget(parent)
    , m_form(new QFormLayout(this))
    , m_name(new QLineEdit)
    , m_type(new QComboBox)
    , m_items(new QComboBox)
    , m_null(new QCheckBox(tr("May be &null")))
    , m_required(new QCheckBox(tr("Re&quired")))
    , m_fromCall(new QCheckBox(tr("Taken from the call's &variable")))
    , m_description(new GrowingTextEdit(2, 5))
    , m_choices(new GrowingTextEdit(2, 6))
    , m_format(new QComboBox)
    , m_other(new QLabel)
{
    setObjectName(u"fieldDetails"_s);
    const int space = gap(*this);
    m_form->setContentsMargins(space, space, space, space);
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_name->setAccessibleName(tr("Name of the field"));
    m_type->setAccessibleName(tr("Type of the field"));
    m_items->setAccessibleName(tr("Type of the items"));
    m_description->setAccessibleName(tr("Description of the field"));
    m_description->setPlaceholderText(tr("The model reads this"));
    m_choices->setAccessibleName(tr("Allowed values"));
    m_choices->setPlaceholderText(tr("One a line"));
    m_format->setAccessibleName(tr("Format of the text"));
    m_null->setToolTip(tr("The model may say that there is no value"));
    m_fromCall->setToolTip(tr("The model is not asked for it: the variable of the same name gives "
                              "it"));
    for (const QString &format :
         {QString(), u"date"_s, u"date-time"_s, u"time"_s, u"email"_s, u"uri"_s, u"uuid"_s})
        m_format->addItem(format.isEmpty() ? tr("any") : format, format);
    m_other->setWordWrap(true);
    m_other->setForegroundRole(QPalette::PlaceholderText);

    m_form->addRow(tr("&Name"), m_name);
    m_form->addRow(tr("&Type"), m_type);
    m_form->addRow(tr("&Items"), m_items);
    m_form->addRow(QString(), m_required);
    m_form->addRow(QString(), m_null);
    m_form->addRow(tr("&Description"), m_description);
    m_form->addRow(tr("&Values"), m_choices);
    m_form->addRow(tr("&Format"), m_format);
    m_pattern = addLine(tr("&Pattern"), tr("Pattern of the text"),
                        tr("A regular expression, as in ^[A-Z]{2}-[0-9]+$"));
    m_least = addLine(tr("At &least"), tr("Least value or length"), tr("no limit"));
    m_most = addLine(tr("At &most"), tr("Greatest value or length"), tr("no limit"));
    m_example = addLine(tr("E&xample"), tr("Example of a value"), tr("Shown to the model"));
    m_form->addRow(QString(), m_fromCall);
    m_form->addRow(m_other);

    connect(m_name, &QLineEdit::editingFinished, this, [this] {
        if (m_name->isModified())
            Q_EMIT renamed(m_name->text().trimmed());
        m_name->setModified(false);
    });
    connect(m_type, &QComboBox::activated, this, [this] {
        change(withType(m_schema, m_type->currentData().toString(), m_null->isChecked()));
    });
    connect(m_items, &QComboBox::activated, this, [this] {
        Json schema = m_schema;
        const Json *items = Antiphon::find(schema, "items");
        schema.insert_or_assign(
            "items",
            withType(items ? *items : jsonObject(), m_items->currentData().toString(), false));
        change(std::move(schema));
    });
    connect(m_null, &QCheckBox::clicked, this,
            [this](bool on) { change(withType(m_schema, typeId(m_schema), on)); });
    connect(m_required, &QCheckBox::clicked, this, &FieldDetails::requiredChanged);
    connect(m_fromCall, &QCheckBox::clicked, this, [this](bool on) {
        Json schema = m_schema;
        setKeyword(schema, "x-from-arguments", on ? std::optional(Json(true)) : std::nullopt);
        change(std::move(schema));
    });
    connect(m_format, &QComboBox::activated, this,
            [this] { setText("format", m_format->currentData().toString()); });
    connect(m_description, &QPlainTextEdit::textChanged, this,
            [this] { setText("description", m_description->toPlainText()); });
    connect(m_choices, &QPlainTextEdit::textChanged, this,
            [this] { setValues("enum", m_choices->toPlainText()); });
    connect(m_pattern, &QLineEdit::textEdited, this,
            [this](const QString &text) { setText("pattern", text); });
    const auto limit = [this](bool least) -> std::string_view {
        const QString type = typeId(m_schema);
        if (type == "string"_L1)
            return least ? "minLength" : "maxLength";
        if (type == "array"_L1)
            return least ? "minItems" : "maxItems";
        return least ? "minimum" : "maximum";
    };
    connect(m_least, &QLineEdit::textEdited, this,
            [this, limit](const QString &text) { setNumber(limit(true), text, *m_least); });
    connect(m_most, &QLineEdit::textEdited, this,
            [this, limit](const QString &text) { setNumber(limit(false), text, *m_most); });
    connect(m_example, &QLineEdit::textEdited, this, [this](const QString &text) {
        Json schema = m_schema;
        const auto read = parseJson(text.toUtf8());
        const bool quoted = typeId(m_schema) == "string"_L1 || !read;
        const Json value = quoted ? toJson(QStringView(text)) : *read;
        setKeyword(schema, "examples",
                   text.isEmpty() ? std::nullopt : std::optional(jsonArray({value})));
        change(std::move(schema));
    });
}

QLineEdit *FieldDetails::addLine(const QString &label, const QString &name, const QString &hint)
{
    auto *line = new QLineEdit;
    line->setAccessibleName(name);
    line->setPlaceholderText(hint);
    m_form->addRow(label, line);
    return line;
}

void FieldDetails::change(Json schema)
{
    if (m_filling || schema == m_schema)
        return;
    m_schema = schema;
    Q_EMIT edited(schema);
}

void FieldDetails::setText(std::string_view key, const QString &text)
{
    Json schema = m_schema;
    setKeyword(schema, key,
               text.isEmpty() ? std::nullopt : std::optional(toJson(QStringView(text))));
    change(std::move(schema));
}

/// Numbers by the locale of the person; what is none is not taken over and says so.
void FieldDetails::setNumber(std::string_view key, const QString &text, QLineEdit &field)
{
    bool ok = false;
    const QString plain = text.trimmed();
    double number = QLocale().toDouble(plain, &ok);
    if (!ok)
        number = QLocale::c().toDouble(plain, &ok);
    const bool fine = ok || plain.isEmpty();
    QPalette colours = palette();
    if (!fine)
        colours.setColor(QPalette::Text, color(ColorRole::Negative, palette()));
    field.setPalette(colours);
    field.setToolTip(fine ? QString() : tr("This is no number."));
    if (!fine)
        return;
    Json schema = m_schema;
    const bool whole = number == double(qint64(number));
    setKeyword(schema, key,
               plain.isEmpty() ? std::nullopt
                               : std::optional(whole ? Json(qint64(number)) : Json(number)));
    change(std::move(schema));
}

void FieldDetails::setValues(std::string_view key, const QString &lines)
{
    Json values = jsonArray();
    for (const QString &line : lines.split(u'\n', Qt::SkipEmptyParts)) {
        const QString text = line.trimmed();
        const auto read = parseJson(text.toUtf8()); // numbers and null stay what they are
        values.push_back(read && !read->is_object() && !read->is_array() && !read->is_string()
                             ? *read
                             : toJson(QStringView(text)));
    }
    if (values.empty())
        return; // a list of allowed values that allows nothing is no schema
    Json schema = m_schema;
    setKeyword(schema, key, values);
    change(std::move(schema));
}

static void addTypes(QComboBox &box, const Json &root)
{
    const QString held = box.currentData().toString();
    box.clear();
    for (const QString &type :
         {u"string"_s, u"integer"_s, u"number"_s, u"boolean"_s, u"object"_s, u"array"_s})
        box.addItem(typeWord(type), type);
    box.addItem(FieldDetails::tr("one of some values"), u"enum"_s);
    box.addItem(FieldDetails::tr("one of some types"), u"union"_s);
    box.addItem(FieldDetails::tr("anything"), u"any"_s);
    for (const QString &group : {u"$defs"_s, u"definitions"_s}) {
        const Json *definitions = Antiphon::find(root, toUtf8(group));
        if (!definitions || !definitions->is_object())
            continue;
        for (const auto &member : definitions->object_range()) {
            const QString name = fromUtf8(member.key());
            box.addItem(name, u"#/%1/%2"_s.arg(group, name));
        }
    }
    box.setCurrentIndex(box.findData(held));
}

static void choose(QComboBox &box, const QString &type)
{
    if (box.findData(type) < 0)
        box.addItem(type, type); // a reference that leads elsewhere
    box.setCurrentIndex(box.findData(type));
}

static void put(QLineEdit &line, const QString &text)
{
    if (line.text() != text && !line.hasFocus())
        line.setText(text);
}

static void put(QPlainTextEdit &edit, const QString &text)
{
    if (edit.toPlainText() != text && !edit.hasFocus())
        edit.setPlainText(text);
}

static QString limitText(const Json &schema, std::string_view key)
{
    const Json *value = Antiphon::find(schema, key);
    return value && value->is_number() ? QLocale().toString(value->as<double>(), 'g', 12)
                                       : QString();
}

void FieldDetails::show(const FieldsModel &model, const QModelIndex &index)
{
    const Json *schema = index.isValid() ? partAt(model.schema(), model.schemaOf(index)) : nullptr;
    setEnabled(schema && schema->is_object());
    if (!schema || !schema->is_object())
        return;
    const QScopedValueRollback filling(m_filling, true);
    const bool other = model.schemaOf(index) != m_at;
    m_at = model.schemaOf(index);
    if (other) { // what is typed into belongs to another field now
        for (QLineEdit *line : {m_name, m_pattern, m_least, m_most, m_example}) {
            line->setText({});
            line->setPalette(palette());
        }
    }
    m_schema = *schema;
    m_kind = model.kindOf(index);
    m_topLevel = m_kind == FieldsModel::Kind::Property && m_at.size() == 2;
    addTypes(*m_type, model.schema());
    addTypes(*m_items, model.schema());
    const bool force = other;
    const auto line = [force](QLineEdit &field, const QString &text) {
        if (force)
            field.setText(text);
        else
            put(field, text);
    };
    const auto lines = [force](QPlainTextEdit &field, const QString &text) {
        if (force && field.toPlainText() != text)
            field.setPlainText(text);
        else
            put(field, text);
    };
    line(*m_name, model.nameOf(index));
    const Json &bare = withoutNull(m_schema);
    const QString type = typeId(m_schema);
    choose(*m_type, type);
    if (const Json *items = Antiphon::find(bare, "items"); items && items->is_object())
        choose(*m_items, typeId(*items));
    m_null->setChecked(isNullable(m_schema));
    m_required->setChecked(
        index.siblingAtColumn(FieldsModel::Required).data(Qt::CheckStateRole).toInt()
        == Qt::Checked);
    const Json *fromCall = Antiphon::find(m_schema, "x-from-arguments");
    m_fromCall->setChecked(fromCall && fromCall->is_bool() && fromCall->as_bool());
    lines(*m_description, textOf(m_schema, "description"));
    QStringList choices;
    if (const Json *values = Antiphon::find(bare, "enum"); values && values->is_array()) {
        for (const Json &value : values->array_range())
            choices.append(value.is_string() ? toText(value) : QString::fromUtf8(toBytes(value)));
    }
    lines(*m_choices, choices.join(u'\n'));
    const QString format = textOf(m_schema, "format");
    if (m_format->findData(format) < 0)
        m_format->addItem(format, format);
    m_format->setCurrentIndex(m_format->findData(format));
    line(*m_pattern, textOf(m_schema, "pattern"));
    const bool text = type == "string"_L1;
    const bool list = type == "array"_L1;
    line(*m_least, limitText(m_schema, text ? "minLength" : list ? "minItems" : "minimum"));
    line(*m_most, limitText(m_schema, text ? "maxLength" : list ? "maxItems" : "maximum"));
    const Json *examples = Antiphon::find(m_schema, "examples");
    const Json *first
        = examples && examples->is_array() && !examples->empty() ? &(*examples)[0] : nullptr;
    line(*m_example,
         !first                   ? QString()
             : first->is_string() ? toText(*first)
                                  : QString::fromUtf8(toBytes(*first)));
    const QStringList rest = otherKeywords(m_schema);
    //: keywords of a JSON Schema that the form has no field for
    m_other->setText(tr("Other keywords: %1").arg(rest.join(u", "_s)));
    m_form->setRowVisible(m_other, !rest.isEmpty());
    showRows();
}

void FieldDetails::showRows()
{
    const QString type = typeId(m_schema);
    const bool text = type == "string"_L1;
    const bool number = type == "number"_L1 || type == "integer"_L1;
    const bool list = type == "array"_L1;
    const bool named
        = m_kind == FieldsModel::Kind::Property || m_kind == FieldsModel::Kind::Definition;
    const bool whole = m_kind == FieldsModel::Kind::Value;
    m_form->setRowVisible(m_name, named);
    m_form->setRowVisible(m_items, list);
    m_form->setRowVisible(m_required, m_kind == FieldsModel::Kind::Property);
    m_form->setRowVisible(m_null, !whole && type != "any"_L1);
    m_form->setRowVisible(m_choices, type == "enum"_L1);
    m_form->setRowVisible(m_format, text);
    m_form->setRowVisible(m_pattern, text);
    m_form->setRowVisible(m_least, text || number || list);
    m_form->setRowVisible(m_most, text || number || list);
    m_form->setRowVisible(m_example, text || number);
    m_form->setRowVisible(m_fromCall, m_topLevel && m_forAnswers);
}

void FieldDetails::setForAnswers(bool answers)
{
    m_forAnswers = answers;
    showRows();
}

} // namespace Antiphon::Ui
