// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QObject>

class QAction;
class QMenu;
class QMenuBar;

namespace Antiphon::Ui {

/// Everything the window can be told to do, once.
enum class Act {
    NewPrompt,
    NewSchema,
    NewTool,
    NewPolicy,
    NewSnippet,
    AddTarget,
    NewProject,
    OpenProject,
    OpenSample,
    Export,
    Save,
    SaveAll,
    Revert,
    CloseTab,
    CloseProject,
    Quit,
    Undo,
    Redo,
    Cut,
    Copy,
    Paste,
    SelectAll,
    CopyAnswers,
    CopyRecords,
    Find,
    FindNext,
    FindPrevious,
    Replace,
    GoToPrompt,
    GoToOutput,
    GoToTools,
    GoToDynamic,
    GoToLine,
    ViewProject,
    ViewTargets,
    ViewParameters,
    ViewAttempts,
    AttemptsTab,
    ViewProblems,
    NextColumn,
    PreviousColumn,
    MaximizeColumn,
    RenderedMarkdown,
    Preview,
    WordWrap,
    ZoomIn,
    ZoomOut,
    ZoomReset,
    ResetLayout,
    FullScreen,
    InsertSystem,
    InsertUser,
    InsertAssistant,
    InsertHistory,
    InsertVariable,
    Run,
    CancelFocused,
    CancelAll,
    TryNow,
    SimulateAll,
    AutomaticRetries,
    InspectAttempts,
    Budgets,
    CheckProject,
    ShowMenuBar,
    ShowToolbar,
    ShowStatusBar,
    SchemeSystem,
    SchemeLight,
    SchemeDark,
    AllowedCommands,
    ProvidersAndKeys,
    Handbook,
    FindAction,
    Keyboard,
    About,
    AboutQt,
};

/// The window's actions, made from one table. Menus, toolbar, shortcuts, the action finder and the
/// keyboard overview all come from here, so that none of them can lack one.
class Actions : public QObject {
    Q_OBJECT

public:
    explicit Actions(QObject *parent = nullptr);

    [[nodiscard]] QAction *operator[](Act act) const { return m_actions.value(act); }

    /// All, in the order of the menus.
    [[nodiscard]] QList<QAction *> all() const;

    /// Adds the menus to \p bar.
    void fill(QMenuBar &bar);

    /// The menu called \p name ("file", "view", ...), after fill().
    [[nodiscard]] QMenu *menu(const QString &name) const { return m_menus.value(name); }

    /// Where \p action stands: "View > Tool Views".
    [[nodiscard]] QString pathOf(const QAction *action) const;

private:
    QHash<Act, QAction *> m_actions;
    QHash<QString, QMenu *> m_menus;
    QHash<const QAction *, QString> m_paths;
};

} // namespace Antiphon::Ui
