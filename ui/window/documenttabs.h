// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTabWidget>

namespace Antiphon::Ui {

class PromptDocument;
class PromptView;
class Workspace;

/// The open prompts, a tab each.
class DocumentTabs : public QTabWidget {
    Q_OBJECT

public:
    explicit DocumentTabs(Workspace &workspace, QWidget *parent = nullptr);

    /// Shows the prompt \p slug, in a new tab unless it has one. nullptr for an unknown prompt.
    PromptView *open(const QString &slug);

    [[nodiscard]] PromptView *current() const; ///< nullptr: none is open.
    [[nodiscard]] PromptView *view(int index) const;

    /// Closes a tab. The document's edits are the caller's concern.
    void close(int index);

Q_SIGNALS:
    void currentViewChanged(Antiphon::Ui::PromptView *view);
    void closeRequested(int index);
    void previewChanged(bool shown);
    void cursorMoved(int line, int column);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showTitles();

    Workspace &m_workspace;
};

} // namespace Antiphon::Ui
