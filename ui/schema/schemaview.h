// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "schema/schemadocument.h"
#include "window/documentview.h"

class QSplitter;
class QTabWidget;

namespace Antiphon::Ui {

class FactsTable;
class InlineBar;
class RulesEditor;
class SchemaExample;
class SchemaFields;
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
    [[nodiscard]] QWidget *makeText();
    void showAll();
    void showFits();
    void revealCurrent();

    SchemaDocument &m_document;
    Workspace &m_workspace;
    SchemaFields *m_fields;
    CodeEditor *m_text = nullptr;
    InlineBar *m_bar = nullptr;
    SchemaExample *m_example = nullptr;
    FactsTable *m_fits = nullptr;
    RulesEditor *m_rules = nullptr;
    QTabWidget *m_tabs = nullptr;
    QSplitter *m_splitter = nullptr;
    bool m_fromText = false; ///< The cursor of the text chose the field.
};

} // namespace Antiphon::Ui
