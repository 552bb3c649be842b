// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace Antiphon::Ui {

class CodeEditor;
class SchemaDocument;

/// An example of what a schema asks for. Follows the schema until it is typed into; then it is held
/// against it, and the schema can be made from it.
class SchemaExample : public QWidget {
    Q_OBJECT

public:
    explicit SchemaExample(SchemaDocument &document, QWidget *parent = nullptr);

private:
    void follow();
    void check();
    void infer();
    void keep();

    SchemaDocument &m_document;
    CodeEditor *m_text;
    QLabel *m_verdict;
    QPushButton *m_infer;
    QPushButton *m_keep;
    QPushButton *m_renew;
    QTimer m_timer;
    bool m_own = false; ///< Typed by the person.
};

} // namespace Antiphon::Ui
