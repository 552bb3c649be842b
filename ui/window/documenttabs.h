// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTabWidget>

namespace Antiphon {
class Settings;
}

namespace Antiphon::Ui {

class ProjectDocument;
class DocumentView;
class PolicyView;
class PromptView;
class SchemaView;
class ToolView;
class Workspace;

/// The open documents, a tab each: prompts, retry policies and schemas; and tools beside them.
class DocumentTabs : public QTabWidget {
    Q_OBJECT

public:
    DocumentTabs(Workspace &workspace, Settings &settings, QWidget *parent = nullptr);

    /// Shows the prompt \p slug, in a new tab unless it has one. nullptr for an unknown prompt.
    PromptView *open(const QString &slug);

    /// The same for the retry policy \p slug.
    PolicyView *openPolicy(const QString &slug);

    /// The same for the schema \p slug.
    SchemaView *openSchema(const QString &slug);

    /// Shows \p tool, which is no document, in a tab of its own; it is deleted when that is closed.
    void openTool(QWidget *tool, const QString &title, const QIcon &icon);

    /// The same as openSchema() for the tool \p slug of the project.
    ToolView *openProjectTool(const QString &slug);

    [[nodiscard]] PromptView *current() const; ///< nullptr: no prompt is shown.
    [[nodiscard]] PromptView *view(int index) const; ///< nullptr: that is no prompt.

    [[nodiscard]] DocumentView *currentPage() const; ///< nullptr: no document is shown.
    [[nodiscard]] DocumentView *page(int index) const; ///< nullptr: that is a tool.

    /// Closes a tab. The document's edits are the caller's concern.
    void close(int index);

Q_SIGNALS:
    /// Another tab is shown; nullptr: none is left, or it is no prompt's.
    void currentViewChanged(Antiphon::Ui::PromptView *view);
    void closeRequested(int index);
    void previewChanged(bool shown);
    void editSchemaRequested(const QString &slug);
    void newSchemaRequested();
    void editToolRequested(const QString &slug);
    void newToolRequested();
    void promptRequested(const QString &slug);
    void cursorMoved(int line, int column);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool raise(const ProjectDocument *document);
    void showTitles();

    Workspace &m_workspace;
    Settings &m_settings;
};

} // namespace Antiphon::Ui
