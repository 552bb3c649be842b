// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "retry/policydocument.h"
#include "window/documentview.h"

class QLabel;
class QMenu;
class QScrollArea;
class QSplitter;
class QTabWidget;
class QToolButton;

namespace Antiphon::Ui {

class InlineBar;
class PolicyForm;
class PolicyPreview;
class PolicyText;
class PolicyTrial;
class Workspace;

/// A retry policy's tab: the form, and beside it what the policy comes to, its text, and a trial on
/// the simulator.
class PolicyView : public DocumentView {
    Q_OBJECT

public:
    PolicyView(PolicyDocument &document, Workspace &workspace, QWidget *parent = nullptr);

    [[nodiscard]] PolicyDocument &document() const override { return m_document; }

    /// Shows \p line and \p column of the text, from 1; line 0: the form.
    void goTo(int line, int column);

public Q_SLOTS:
    void undo();
    void redo();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeHead();
    void fillPresets();
    void showDocument();
    void showUsers();
    void showHints();
    void editAsText(const QString &path);

    PolicyDocument &m_document;
    Workspace &m_workspace;
    QLabel *m_title;
    QLabel *m_users;
    QMenu *m_presets;
    InlineBar *m_bar;
    PolicyForm *m_form;
    QScrollArea *m_area;
    QTabWidget *m_tabs;
    PolicyPreview *m_preview;
    PolicyTrial *m_trial;
    PolicyText *m_text;
    QSplitter *m_splitter;
};

} // namespace Antiphon::Ui
