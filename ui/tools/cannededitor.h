// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QTableWidget;

namespace Antiphon::Ui {

class ToolDocument;

/// The answers of a tool that are written down: for which arguments, and for all others.
class CannedEditor : public QWidget {
    Q_OBJECT

public:
    explicit CannedEditor(ToolDocument &document, QWidget *parent = nullptr);

public Q_SLOTS:
    void undo();
    void redo();

private:
    void showAll();
    void take(int row, int column);
    void takeDefault();
    void add();
    void remove();
    void tellFault(const QString &fault);

    ToolDocument &m_document;
    QTableWidget *m_table;
    QLineEdit *m_default;
    QLabel *m_fault;
    QAction *m_remove = nullptr;
    bool m_showing = false;
};

} // namespace Antiphon::Ui
