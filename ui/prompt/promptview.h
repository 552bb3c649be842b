// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "prompt/promptdocument.h"
#include "window/documentview.h"

class QSplitter;
class QTabBar;
class QStackedWidget;

namespace Antiphon::Ui {

class DynamicsView;
class FindBar;
class InputsForm;
class MessagesPreview;
class OutputView;
class PromptToolsView;
class TemplateEditor;
class Workspace;

/// A prompt's tab: the template with its variants above, beside it inputs and preview.
class PromptView : public DocumentView {
    Q_OBJECT

public:
    PromptView(PromptDocument &document, Workspace &workspace, QWidget *parent = nullptr);

    [[nodiscard]] PromptDocument &document() const override { return m_document; }
    [[nodiscard]] TemplateEditor &editor() const { return *m_editor; }
    [[nodiscard]] InputsForm &inputs() const { return *m_inputs; }

    void showPreview(bool preview);
    [[nodiscard]] bool showsPreview() const;

    /// What of the prompt is edited beside its inputs.
    enum class Page { Template, Output, Tools, Dynamic };
    void showPage(Page page);
    [[nodiscard]] Page page() const;

    /// Made when it is first seen.
    [[nodiscard]] DynamicsView &dynamics();

    /// Puts \p text in as a line of its own: a role word.
    void insertMessage(const QString &text);
    void insertVariable();

    /// Asks for a line and goes there.
    void goToLine();

public Q_SLOTS:
    void startFind();
    void startReplace();
    void findNext();
    void findPrevious();

Q_SIGNALS:
    void previewChanged(bool shown);
    void editSchemaRequested(const QString &slug);
    void newSchemaRequested();
    void editToolRequested(const QString &slug);
    void newToolRequested();
    void cursorMoved(int line, int column);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fillPage(int index);
    void showPageStates();
    void showVariants();
    void showCheck();

    PromptDocument &m_document;
    Workspace &m_workspace;
    QTabBar *m_parts;
    QStackedWidget *m_pages;
    DynamicsView *m_dynamics = nullptr;
    OutputView *m_output = nullptr;
    PromptToolsView *m_tools = nullptr;
    QTabBar *m_variants;
    TemplateEditor *m_editor;
    FindBar *m_find;
    InputsForm *m_inputs;
    MessagesPreview *m_preview;
    QStackedWidget *m_side;
    QSplitter *m_splitter;
};

} // namespace Antiphon::Ui
