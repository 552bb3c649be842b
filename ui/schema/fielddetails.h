// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "schema/fieldsmodel.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace Antiphon::Ui {

/// Everything about one field: type, limits, allowed values, description. Shows what fits the type.
class FieldDetails : public QWidget {
    Q_OBJECT

public:
    explicit FieldDetails(QWidget *parent = nullptr);

    /// Shows the field at \p index of \p model; an invalid index: nothing.
    void show(const FieldsModel &model, const QModelIndex &index);
    using QWidget::show;

    /// False: the schema is not of answers, so no variable of a call can fill a field in.
    void setForAnswers(bool answers);

Q_SIGNALS:
    /// The schema of the field is to become \p schema.
    void edited(const Antiphon::Json &schema);
    void renamed(const QString &name);
    void requiredChanged(bool required);

private:
    void showRows();
    void setText(std::string_view key, const QString &text);
    void setNumber(std::string_view key, const QString &text, QLineEdit &field);
    void setValues(std::string_view key, const QString &lines);
    void change(Json schema);
    QLineEdit *addLine(const QString &label, const QString &name, const QString &hint);

    QFormLayout *m_form;
    QLineEdit *m_name;
    QComboBox *m_type;
    QComboBox *m_items;
    QCheckBox *m_null;
    QCheckBox *m_required;
    QCheckBox *m_fromCall;
    QPlainTextEdit *m_description;
    QPlainTextEdit *m_choices;
    QComboBox *m_format;
    QLineEdit *m_pattern;
    QLineEdit *m_least;
    QLineEdit *m_most;
    QLineEdit *m_example;
    QLabel *m_other;
    Json m_schema = Json(jsoncons::json_object_arg);
    Location m_at; ///< Of that schema.
    FieldsModel::Kind m_kind = FieldsModel::Kind::Value;
    bool m_topLevel = false;
    bool m_forAnswers = true;
    bool m_filling = false;
};

} // namespace Antiphon::Ui
