// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QWidget>

class QLabel;
class QScrollArea;
class QTabBar;
class QVBoxLayout;

namespace Antiphon::Ui {

class EmptyState;
class InputField;
class PromptDocument;

/// The values of a prompt's variables: a field for each, the input sets as tabs above.
class InputsForm : public QWidget {
    Q_OBJECT

public:
    explicit InputsForm(PromptDocument &document, QWidget *parent = nullptr);

    /// The first field whose value is missing or wrong gets the focus; false when all are fine.
    bool focusFirstProblem();

Q_SIGNALS:
    void insertVariableRequested();

private:
    void rebuild();
    void showSets();
    void showValues();
    void showProblems();
    void addRow(QVBoxLayout &rows, InputField *field);

    PromptDocument &m_document;
    QTabBar *m_sets;
    QScrollArea *m_area;
    EmptyState *m_empty;
    QList<InputField *> m_fields;
    QHash<InputField *, QLabel *> m_notes; ///< Under a field: what is wrong with it.
};

} // namespace Antiphon::Ui
