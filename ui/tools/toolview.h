// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tools/tooldocument.h"
#include "window/documentview.h"

class QLabel;
class QScrollArea;
class QSplitter;
class QStackedWidget;
class QTabWidget;

namespace Antiphon {
class Settings;
}

namespace Antiphon::Ui {

class CannedEditor;
class InlineBar;
class SchemaFields;
class ToolForm;
class ToolTrial;
class Workspace;

/// A tool's tab: what models are told of it, its parameters as fields, what answers for it, its
/// text, and a trial.
class ToolView : public DocumentView {
    Q_OBJECT

public:
    ToolView(ToolDocument &document, Workspace &workspace, Settings &settings,
             QWidget *parent = nullptr);
    ~ToolView() override;

    [[nodiscard]] ToolDocument &document() const override { return m_document; }

    enum class Page { Parameters, Answer, Text };
    void showPage(Page page);

    /// Shows \p line and \p column, from 1, of \p file in the project's folder.
    void goTo(const QString &file, int line, int column);

public Q_SLOTS:
    void undo();
    void redo();

Q_SIGNALS:
    void promptRequested(const QString &slug);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QWidget *makeAnswer(Settings &settings);
    [[nodiscard]] QWidget *makeScript();
    void showDocument();
    void showProblems();
    void showUsers();
    void showNameHint();
    void chooseAnswer(Tool::Answer answer);
    void markFailure(int line, int column, const QString &message);

    ToolDocument &m_document;
    Workspace &m_workspace;
    ToolForm *m_form;
    QScrollArea *m_area;
    InlineBar *m_bar;
    QTabWidget *m_tabs;
    SchemaFields *m_fields;
    QStackedWidget *m_answer = nullptr;
    CodeEditor *m_script = nullptr;
    QLabel *m_scriptFault = nullptr;
    CodeEditor *m_text;
    ToolTrial *m_trial;
    QSplitter *m_splitter;
    QList<CodeMark> m_failure; ///< Where the script failed when it was tried.
    QString m_failed; ///< The script that did.
};

} // namespace Antiphon::Ui
