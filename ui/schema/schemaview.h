// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "schema/schemadocument.h"
#include "window/documentview.h"

#include <functional>

class QAction;
class QLabel;
class QSplitter;
class QTabWidget;
class QTreeView;

namespace Antiphon::Ui {

class FactsTable;
class FieldDetails;
class FieldsModel;
class InlineBar;
class RulesEditor;
class SchemaExample;
class Workspace;

/// A schema's tab: its fields, its text and an example, each following the others. Beside them
/// what targets would be told of it, and rules beyond it.
class SchemaView : public DocumentView {
    Q_OBJECT

public:
    SchemaView(SchemaDocument &document, Workspace &workspace, QWidget *parent = nullptr);
    ~SchemaView() override;

    [[nodiscard]] SchemaDocument &document() const override { return m_document; }

    void goTo(int line, int column);

public Q_SLOTS:
    void undo();
    void redo();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QWidget *makeFields();
    [[nodiscard]] QWidget *makeText();
    void makeActions(QWidget &bar);
    void showAll();
    void showFits();
    void showCurrent();
    void revealCurrent();
    void editAt(const Location &location, const std::function<void(Json &)> &change);
    void addField();
    void addDefinition();
    void removeField();
    void renameField(const QModelIndex &index, const QString &name);
    void moveField(int step);
    void fitColumns();
    [[nodiscard]] QModelIndex current() const;
    void select(const Location &location);

    SchemaDocument &m_document;
    Workspace &m_workspace;
    FieldsModel *m_model;
    QTreeView *m_tree = nullptr;
    FieldDetails *m_details = nullptr;
    CodeEditor *m_text = nullptr;
    InlineBar *m_bar = nullptr;
    SchemaExample *m_example = nullptr;
    FactsTable *m_fits = nullptr;
    RulesEditor *m_rules = nullptr;
    QTabWidget *m_tabs = nullptr;
    QSplitter *m_splitter = nullptr;
    QAction *m_remove = nullptr;
    QAction *m_up = nullptr;
    QAction *m_down = nullptr;
    Location m_selected;
    bool m_showing = false;
    bool m_fromText = false; ///< The cursor of the text chose the field.
};

} // namespace Antiphon::Ui
