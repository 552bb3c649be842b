// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QTableWidget;
class QAction;
class QLabel;

namespace Antiphon::Ui {

class SchemaDocument;

/// Rules beyond a schema: a condition that must not be true, what is said then, and of which field.
class RulesEditor : public QWidget {
    Q_OBJECT

public:
    explicit RulesEditor(SchemaDocument &document, QWidget *parent = nullptr);

private:
    void showAll();
    void take(int row, int column);
    void add();
    void remove();

    SchemaDocument &m_document;
    QTableWidget *m_table;
    QLabel *m_about;
    QAction *m_remove = nullptr;
    bool m_showing = false;
};

} // namespace Antiphon::Ui
