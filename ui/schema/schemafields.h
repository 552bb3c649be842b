// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/extract/location.h>
#include <antiphon/core/json.h>

#include <QWidget>

#include <functional>

class QAction;
class QModelIndex;
class QTreeView;

namespace Antiphon::Ui {

class FieldDetails;
class FieldsModel;

/// Edits a JSON Schema as fields: a tree, and the details of the selected one. Knows nothing of
/// where the schema is: what it shall become is asked for by edited() and comes back by
/// setSchema().
class SchemaFields : public QWidget {
    Q_OBJECT

public:
    explicit SchemaFields(QWidget *parent = nullptr);

    void setSchema(const Json &schema);

    /// False: what is shown is older than its text, which cannot be read; nothing is edited.
    void setReadable(bool readable);

    /// Without them there is no field that a variable of the call fills in.
    void setForAnswers(bool answers);

    /// Where the schema of the selected field stands.
    [[nodiscard]] const Location &selected() const { return m_selected; }
    bool selectAt(const Location &location);
    void select(const Location &location);

Q_SIGNALS:
    /// A change is about to be made of what is shown: the last moment for a newer schema.
    void editing();
    void edited(const Antiphon::Json &schema);

    /// Another field was selected.
    void fieldSelected(const Antiphon::Location &location);

    /// A field cannot get a name that another one has.
    void nameTaken(const QString &name);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void connectModel();
    [[nodiscard]] QWidget *makeBar();
    void showCurrent();
    void editAt(const Location &location, const std::function<void(Json &)> &change);
    void addField();
    void addDefinition();
    void removeField();
    void renameField(const QModelIndex &index, const QString &name);
    void moveField(int step);
    void fitColumns();
    [[nodiscard]] QModelIndex current() const;

    FieldsModel *m_model;
    QTreeView *m_tree;
    FieldDetails *m_details;
    QAction *m_remove = nullptr;
    QAction *m_up = nullptr;
    QAction *m_down = nullptr;
    Location m_selected;
    bool m_showing = false;
    bool m_readable = true;
};

} // namespace Antiphon::Ui
