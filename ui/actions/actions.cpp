// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "actions/actions.h"

#include "theme/icons.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

namespace {

struct Row {
    Act act;
    const char *name; ///< The object's name after "action.".
    const char *text;
    const char *icon;
    const char *keys; ///< Shortcuts, separated by blanks; the first is shown.
    QKeySequence::StandardKey standard = QKeySequence::UnknownKey; ///< Before `keys`.
    bool checkable = false;
};

constexpr auto none = QKeySequence::UnknownKey;

#define TEXT(text) QT_TRANSLATE_NOOP("Antiphon::Ui::Actions", text)

constexpr Row rows[] = {
    { Act::NewPrompt, "newPrompt", TEXT("New &Prompt…"), "document-new", "", QKeySequence::New },
    { Act::AddTarget, "addTarget", TEXT("Add &Target…"), "list-add", "Ctrl+Shift+T" },
    { Act::NewProject, "newProject", TEXT("&New Project…"), "folder-new", "Ctrl+Shift+N" },
    { Act::OpenProject, "openProject", TEXT("&Open Project…"), "document-open", "",
      QKeySequence::Open },
    { Act::OpenSample, "openSample", TEXT("Open S&ample Project"), "help-hint", "" },
    { Act::Export, "export", TEXT("&Export Answers…"), "document-export", "Ctrl+E" },
    { Act::Save, "save", TEXT("&Save"), "document-save", "", QKeySequence::Save },
    { Act::SaveAll, "saveAll", TEXT("Save A&ll"), "document-save-all", "Ctrl+Alt+S" },
    { Act::Revert, "revert", TEXT("Re&vert…"), "document-revert", "" },
    { Act::CloseTab, "closeTab", TEXT("&Close Tab"), "tab-close", "", QKeySequence::Close },
    { Act::CloseProject, "closeProject", TEXT("Close Pro&ject"), "project-development-close", "" },
    { Act::Quit, "quit", TEXT("&Quit"), "application-exit", "Ctrl+Q" },

    { Act::Undo, "undo", TEXT("&Undo"), "edit-undo", "", QKeySequence::Undo },
    { Act::Redo, "redo", TEXT("&Redo"), "edit-redo", "", QKeySequence::Redo },
    { Act::Cut, "cut", TEXT("Cu&t"), "edit-cut", "", QKeySequence::Cut },
    { Act::Copy, "copy", TEXT("&Copy"), "edit-copy", "", QKeySequence::Copy },
    { Act::Paste, "paste", TEXT("&Paste"), "edit-paste", "", QKeySequence::Paste },
    { Act::SelectAll, "selectAll", TEXT("Select &All"), "edit-select-all", "",
      QKeySequence::SelectAll },
    { Act::CopyAnswers, "copyAnswers", TEXT("Copy Answers as &Markdown"), "edit-copy",
      "Ctrl+Shift+C" },
    { Act::CopyRecords, "copyRecords", TEXT("Copy Answers as &JSON"), "edit-copy", "" },
    { Act::GoToPrompt, "goToPrompt", TEXT("Go to &Template"), "go-jump", "Ctrl+Alt+G" },

    { Act::ViewProject, "viewProject", TEXT("&Project"), "view-list-tree", "Alt+1" },
    { Act::ViewTargets, "viewTargets", TEXT("&Targets"), "network-server", "Alt+2" },
    { Act::ViewAttempts, "viewAttempts", TEXT("&Attempts"), "view-calendar-timeline", "Alt+4" },
    { Act::ViewProblems, "viewProblems", TEXT("P&roblems"), "data-warning", "Alt+5" },
    { Act::NextColumn, "nextColumn", TEXT("&Next Response"), "go-next", "Alt+PgDown" },
    { Act::PreviousColumn, "previousColumn", TEXT("&Previous Response"), "go-previous",
      "Alt+PgUp" },
    { Act::MaximizeColumn, "maximizeColumn", TEXT("&Maximize Response"), "view-fullscreen",
      "Ctrl+Shift+X" },
    { Act::RenderedMarkdown, "renderedMarkdown", TEXT("Rendered &Markdown"), "text-markdown",
      "Ctrl+Shift+M", none, true },
    { Act::Preview, "preview", TEXT("Message Pre&view"), "view-preview", "Ctrl+Shift+R", none,
      true },
    { Act::WordWrap, "wordWrap", TEXT("&Word Wrap"), "text-wrap", "Ctrl+Alt+W", none, true },
    { Act::ZoomIn, "zoomIn", TEXT("Zoom &In"), "zoom-in", "", QKeySequence::ZoomIn },
    { Act::ZoomOut, "zoomOut", TEXT("Zoom &Out"), "zoom-out", "", QKeySequence::ZoomOut },
    { Act::ZoomReset, "zoomReset", TEXT("Reset &Zoom"), "zoom-original", "Ctrl+0" },
    { Act::ResetLayout, "resetLayout", TEXT("Reset &Layout"), "view-restore", "" },
    { Act::FullScreen, "fullScreen", TEXT("&Full Screen"), "view-fullscreen", "Ctrl+Alt+F11",
      QKeySequence::FullScreen, true },

    { Act::InsertSystem, "insertSystem", TEXT("&System Message"), "insert-text", "" },
    { Act::InsertUser, "insertUser", TEXT("&User Message"), "insert-text", "" },
    { Act::InsertAssistant, "insertAssistant", TEXT("&Assistant Message"), "insert-text", "" },
    { Act::InsertHistory, "insertHistory", TEXT("&History Placeholder"), "insert-text", "" },
    { Act::InsertVariable, "insertVariable", TEXT("&Variable…"), "code-variable", "Ctrl+Alt+V" },

    { Act::Run, "run", TEXT("&Run"), "media-playback-start", "Ctrl+Return Ctrl+Enter F5" },
    { Act::CancelFocused, "cancelFocused", TEXT("Cancel &Focused Response"), "process-stop",
      "Ctrl+." },
    { Act::CancelAll, "cancelAll", TEXT("&Cancel All"), "process-stop", "Ctrl+Alt+." },
    { Act::TryNow, "tryNow", TEXT("Try Next Attempt &Now"), "media-skip-forward", "Ctrl+Alt+N" },
    { Act::SimulateAll, "simulateAll", TEXT("&Simulate All Targets"), "", "", none, true },
    { Act::AutomaticRetries, "automaticRetries", TEXT("&Automatic Retries"), "", "", none, true },

    { Act::InspectAttempts, "inspectAttempts", TEXT("&Inspect Attempts"), "view-calendar-timeline",
      "Ctrl+Shift+I" },
    { Act::CheckProject, "checkProject", TEXT("&Check Project"), "view-refresh", "Ctrl+Alt+C" },

    { Act::ShowMenuBar, "showMenuBar", TEXT("Show &Menu Bar"), "show-menu", "Ctrl+M", none, true },
    { Act::ShowToolbar, "showToolbar", TEXT("Show &Toolbar"), "", "", none, true },
    { Act::ShowStatusBar, "showStatusBar", TEXT("Show &Status Bar"), "", "", none, true },
    { Act::SchemeSystem, "schemeSystem", TEXT("Follow S&ystem Colors"), "", "", none, true },
    { Act::SchemeLight, "schemeLight", TEXT("&Light Colors"), "", "", none, true },
    { Act::SchemeDark, "schemeDark", TEXT("&Dark Colors"), "", "", none, true },
    { Act::ProvidersAndKeys, "providersAndKeys", TEXT("&Providers && Keys…"), "password-copy", "" },

    { Act::FindAction, "findAction", TEXT("&Find Action…"), "search", "Ctrl+Alt+I Ctrl+Shift+P" },
    { Act::Keyboard, "keyboard", TEXT("&Keyboard Overview"), "input-keyboard", "" },
    { Act::About, "about", TEXT("&About Antiphon"), "help-about", "" },
    { Act::AboutQt, "aboutQt", TEXT("About &Qt"), "help-about", "" },
};

/// A menu: its actions in order, a separator wherever `ends` has the one before it.
struct MenuRow {
    const char *name;
    const char *title;
    const char *parent; ///< Name of the menu it is in; empty: the menu bar.
    Act first;
    Act last; ///< In the order of Act.
    std::initializer_list<Act> sectionEnds;
};

const MenuRow menus[] = {
    { "file",
      TEXT("&File"),
      "",
      Act::NewPrompt,
      Act::Quit,
      { Act::AddTarget, Act::OpenSample, Act::Export, Act::Revert } },
    { "edit",
      TEXT("&Edit"),
      "",
      Act::Undo,
      Act::GoToPrompt,
      { Act::Redo, Act::SelectAll, Act::CopyRecords } },
    { "view",
      TEXT("&View"),
      "",
      Act::NextColumn,
      Act::FullScreen,
      { Act::RenderedMarkdown, Act::WordWrap, Act::ZoomReset } },
    { "toolViews", TEXT("&Tool Views"), "view", Act::ViewProject, Act::ViewProblems, {} },
    { "insert",
      TEXT("&Insert"),
      "",
      Act::InsertSystem,
      Act::InsertVariable,
      { Act::InsertHistory } },
    { "run", TEXT("&Run"), "", Act::Run, Act::AutomaticRetries, { Act::Run, Act::TryNow } },
    { "tools", TEXT("&Tools"), "", Act::InspectAttempts, Act::CheckProject, {} },
    { "settings",
      TEXT("&Settings"),
      "",
      Act::ShowMenuBar,
      Act::ProvidersAndKeys,
      { Act::ShowStatusBar, Act::SchemeDark } },
    { "help", TEXT("&Help"), "", Act::FindAction, Act::AboutQt, { Act::Keyboard } },
};

#undef TEXT

} // namespace

Actions::Actions(QObject *parent)
    : QObject(parent)
{
    for (const Row &row : rows) {
        auto *action = new QAction(tr(row.text), this);
        action->setObjectName("action."_L1 + QLatin1StringView(row.name));
        if (*row.icon)
            action->setIcon(icon(QString::fromLatin1(row.icon)));
        QList<QKeySequence> keys;
        if (row.standard != none)
            keys = QKeySequence::keyBindings(row.standard);
        for (const QString &key : QString::fromLatin1(row.keys).split(u' ', Qt::SkipEmptyParts))
            keys.append(QKeySequence(key, QKeySequence::PortableText));
        action->setShortcuts(keys);
        action->setCheckable(row.checkable);
        m_actions.insert(row.act, action);
    }
    auto *schemes = new QActionGroup(this);
    for (const Act act : { Act::SchemeSystem, Act::SchemeLight, Act::SchemeDark })
        schemes->addAction(m_actions[act]);
    m_actions[Act::About]->setMenuRole(QAction::AboutRole);
    m_actions[Act::AboutQt]->setMenuRole(QAction::AboutQtRole);
    m_actions[Act::Quit]->setMenuRole(QAction::QuitRole);
}

QList<QAction *> Actions::all() const
{
    QList<QAction *> actions;
    for (const Row &row : rows)
        actions.append(m_actions[row.act]);
    return actions;
}

void Actions::fill(QMenuBar &bar)
{
    for (const MenuRow &row : menus) {
        QMenu *over = m_menus.value(QString::fromLatin1(row.parent));
        QMenu *menu = over ? over->addMenu(tr(row.title)) : bar.addMenu(tr(row.title));
        menu->setObjectName("menu."_L1 + QLatin1StringView(row.name));
        m_menus.insert(QString::fromLatin1(row.name), menu);
        QString path = tr(row.title).remove(u'&');
        if (over)
            path = tr("%1 > %2", "menu and submenu").arg(over->title().remove(u'&'), path);
        for (int act = int(row.first); act <= int(row.last); ++act) {
            QAction *action = m_actions[Act(act)];
            menu->addAction(action);
            m_paths.insert(action, path);
            if (std::ranges::find(row.sectionEnds, Act(act)) != row.sectionEnds.end())
                menu->addSeparator();
        }
    }
}

QString Actions::pathOf(const QAction *action) const
{
    return m_paths.value(action);
}

} // namespace Antiphon::Ui
