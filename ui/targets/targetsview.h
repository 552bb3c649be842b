// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "context.h"
#include "targets/targetsmodel.h"

#include <antiphon/core/config/target.h>

#include <QHash>
#include <QPointer>
#include <QWidget>

class QAction;
class QLineEdit;
class QListView;
class QStackedWidget;
class QToolButton;

namespace Antiphon::Ui {

class EmptyState;
class InlineBar;
class PromptDocument;
class TargetAccess;
class TargetFilter;
class TargetPanel;
class TargetsModel;
class Workspace;

/// Chooses the targets of the current prompt, says what each needs, and makes and changes them.
class TargetsView : public QWidget {
    Q_OBJECT

public:
    TargetsView(const Context &context, Workspace &workspace, QWidget *parent = nullptr);

    /// The prompt whose choice is shown; nullptr for none.
    void setDocument(PromptDocument *document);

    void select(const QString &slug);

    /// Slug of the target that is current; empty: none.
    [[nodiscard]] QString current() const;

    /// Opens the panel that makes a target.
    void add();

    /// Looks for every key again, on another thread: a keychain may ask the person.
    void checkKeys();

public Q_SLOTS:
    void undo();
    void redo();

Q_SIGNALS:
    void keysRequested();
    void parametersRequested();
    void currentChanged(const QString &slug);

    /// A target was made; it is one of the current prompt's now.
    void added(const QString &slug);
    void failed(const QString &what, const Antiphon::Error &error);

private:
    void makeActions();
    [[nodiscard]] QWidget *makeListPage();
    void updateActions();
    void reload();
    void edit();
    void rename();
    void duplicate();
    void remove();
    void move(int step);
    void check();
    void finishPanel(const Target &target);
    void closePanel();
    void showRemedy();
    void showFold();

    Context m_context;
    Workspace &m_workspace;
    QPointer<PromptDocument> m_document;
    TargetAccess *m_access;
    TargetsModel *m_model;
    TargetFilter *m_filter;
    QStackedWidget *m_pages;
    TargetPanel *m_panel;
    EmptyState *m_empty;
    QLineEdit *m_field;
    QListView *m_list;
    QToolButton *m_fold; ///< Shows the targets that are not ready, and hides them.
    InlineBar *m_remedy;
    InlineBar *m_bar; ///< What a check found, what can be undone.
    QList<QAction *> m_onCurrent; ///< Need a current target.
    QAction *m_up = nullptr;
    QAction *m_down = nullptr;
    QHash<QString, KeyCheck> m_remedies; ///< By slug: what keeps it from being run.
    quint64 m_checkNumber = 0;
    bool m_fresh = false; ///< A project was opened and nothing chosen in it yet.
};

} // namespace Antiphon::Ui
