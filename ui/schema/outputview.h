// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/config/prompt.h>

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;

namespace Antiphon::Ui {

class FactsTable;
class PromptDocument;
class Workspace;

/// What form a prompt's answer takes: text, or a value with a schema, and which examples show it.
/// Says how each of its targets would be asked.
class OutputView : public QWidget {
    Q_OBJECT

public:
    OutputView(PromptDocument &document, Workspace &workspace, QWidget *parent = nullptr);

public Q_SLOTS:
    void undo();
    void redo();

Q_SIGNALS:
    void editSchemaRequested(const QString &slug);
    void newSchemaRequested();

private:
    void showAll();
    void showExamples();
    void showTargets();
    void apply(const QString &what);
    [[nodiscard]] OutputSpec chosen() const;

    PromptDocument &m_document;
    Workspace &m_workspace;
    QCheckBox *m_value;
    QWidget *m_form;
    QWidget *m_shown; ///< What is about examples.
    QComboBox *m_examples;
    QLabel *m_aboutExamples;
    QComboBox *m_schema;
    QPushButton *m_edit;
    QPushButton *m_new;
    QComboBox *m_mode;
    QComboBox *m_rules;
    QCheckBox *m_lenient;
    QLabel *m_about;
    FactsTable *m_fits;
    bool m_filling = false;
};

} // namespace Antiphon::Ui
