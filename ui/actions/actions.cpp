// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "actions/actions.h"

#include "theme/icons.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <QSet>

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

/// A menu: its actions in order, a separator wherever `ends` has the one before it.
struct MenuRow {
    const char *name;
    const char *title;
    const char *parent; ///< Name of the menu it is in; empty: the menu bar.
    Act first;
    Act last; ///< In the order of Act.
    std::initializer_list<Act> sectionEnds;
};

/// The texts stand in a class with a context of its own, where they are found for translation.
struct ActionTexts {
    Q_DECLARE_TR_FUNCTIONS(actions)

public:
    static constexpr Row rows[] = {
        {Act::NewPrompt, "newPrompt", QT_TR_NOOP("New &Prompt…"), "document-new", "",
         QKeySequence::New},
        {Act::NewSchema, "newSchema", QT_TR_NOOP("New S&chema…"), "document-new", ""},
        {Act::NewTool, "newTool", QT_TR_NOOP("New T&ool…"), "document-new", ""},
        {Act::NewPolicy, "newPolicy", QT_TR_NOOP("New &Retry Policy…"), "document-new", ""},
        {Act::NewSnippet, "newSnippet", QT_TR_NOOP("New Sn&ippet…"), "document-new", ""},
        {Act::AddTarget, "addTarget", QT_TR_NOOP("Add &Target…"), "list-add", "Ctrl+Shift+T"},
        {Act::NewProject, "newProject", QT_TR_NOOP("&New Project…"), "folder-new", "Ctrl+Shift+N"},
        {Act::OpenProject, "openProject", QT_TR_NOOP("&Open Project…"), "document-open", "",
         QKeySequence::Open},
        {Act::OpenSample, "openSample", QT_TR_NOOP("Open S&ample Project"), "help-hint", ""},
        {Act::Export, "export", QT_TR_NOOP("&Export Answers…"), "document-export", "Ctrl+E"},
        {Act::Save, "save", QT_TR_NOOP("&Save"), "document-save", "", QKeySequence::Save},
        {Act::SaveAll, "saveAll", QT_TR_NOOP("Save A&ll"), "document-save-all", "Ctrl+Alt+S"},
        {Act::Revert, "revert", QT_TR_NOOP("Re&vert…"), "document-revert", ""},
        {Act::CloseTab, "closeTab", QT_TR_NOOP("&Close Tab"), "tab-close", "", QKeySequence::Close},
        {Act::CloseProject, "closeProject", QT_TR_NOOP("Close Pro&ject"),
         "project-development-close", ""},
        {Act::Quit, "quit", QT_TR_NOOP("&Quit"), "application-exit", "Ctrl+Q"},

        {Act::Undo, "undo", QT_TR_NOOP("&Undo"), "edit-undo", "", QKeySequence::Undo},
        {Act::Redo, "redo", QT_TR_NOOP("&Redo"), "edit-redo", "", QKeySequence::Redo},
        {Act::Cut, "cut", QT_TR_NOOP("Cu&t"), "edit-cut", "", QKeySequence::Cut},
        {Act::Copy, "copy", QT_TR_NOOP("&Copy"), "edit-copy", "", QKeySequence::Copy},
        {Act::Paste, "paste", QT_TR_NOOP("&Paste"), "edit-paste", "", QKeySequence::Paste},
        {Act::SelectAll, "selectAll", QT_TR_NOOP("Select &All"), "edit-select-all", "",
         QKeySequence::SelectAll},
        {Act::CopyAnswers, "copyAnswers", QT_TR_NOOP("Copy Answers as &Markdown"), "edit-copy",
         "Ctrl+Shift+C"},
        {Act::CopyRecords, "copyRecords", QT_TR_NOOP("Copy Answers as &JSON"), "edit-copy", ""},
        {Act::Find, "find", QT_TR_NOOP("&Find…"), "edit-find", "", QKeySequence::Find},
        {Act::FindNext, "findNext", QT_TR_NOOP("Find &Next"), "go-down", "",
         QKeySequence::FindNext},
        {Act::FindPrevious, "findPrevious", QT_TR_NOOP("Find Pre&vious"), "go-up", "",
         QKeySequence::FindPrevious},
        {Act::Replace, "replace", QT_TR_NOOP("R&eplace…"), "edit-find-replace", "",
         QKeySequence::Replace},
        {Act::GoToPrompt, "goToPrompt", QT_TR_NOOP("Go to Te&mplate"), "go-jump", "Ctrl+Alt+G"},
        {Act::GoToOutput, "goToOutput", QT_TR_NOOP("Go to &Output"), "go-jump", "Ctrl+Alt+U"},
        {Act::GoToTools, "goToTools", QT_TR_NOOP("Go to Too&ls of the Prompt"), "go-jump",
         "Ctrl+Alt+J"},
        {Act::GoToDynamic, "goToDynamic", QT_TR_NOOP("Go to &Dynamic Configuration"), "go-jump",
         "Ctrl+Alt+Y"},
        {Act::GoToLine, "goToLine", QT_TR_NOOP("Go to &Line…"), "go-jump", "Ctrl+G"},

        {Act::ViewProject, "viewProject", QT_TR_NOOP("&Project"), "view-list-tree", "Alt+1"},
        {Act::ViewTargets, "viewTargets", QT_TR_NOOP("&Targets"), "network-server", "Alt+2"},
        {Act::ViewParameters, "viewParameters", QT_TR_NOOP("Pa&rameters"), "configure", "Alt+3"},
        {Act::ViewAttempts, "viewAttempts", QT_TR_NOOP("&Attempts"), "view-calendar-timeline",
         "Alt+4"},
        {Act::AttemptsTab, "attemptsTab", QT_TR_NOOP("Attempts in a Ta&b"), "tab-new",
         "Alt+Shift+4"},
        {Act::ViewProblems, "viewProblems", QT_TR_NOOP("Pro&blems"), "data-warning", "Alt+5"},
        {Act::NextColumn, "nextColumn", QT_TR_NOOP("&Next Response"), "go-next", "Alt+PgDown"},
        {Act::PreviousColumn, "previousColumn", QT_TR_NOOP("&Previous Response"), "go-previous",
         "Alt+PgUp"},
        {Act::MaximizeColumn, "maximizeColumn", QT_TR_NOOP("&Maximize Response"), "view-fullscreen",
         "Ctrl+Shift+X"},
        {Act::RenderedMarkdown, "renderedMarkdown", QT_TR_NOOP("Rendered &Markdown"),
         "text-markdown", "Ctrl+Shift+M", none, true},
        {Act::Preview, "preview", QT_TR_NOOP("Message Pre&view"), "view-preview", "Ctrl+Shift+R",
         none, true},
        {Act::WordWrap, "wordWrap", QT_TR_NOOP("&Word Wrap"), "text-wrap", "Ctrl+Alt+W", none,
         true},
        {Act::ZoomIn, "zoomIn", QT_TR_NOOP("Zoom &In"), "zoom-in", "", QKeySequence::ZoomIn},
        {Act::ZoomOut, "zoomOut", QT_TR_NOOP("Zoom &Out"), "zoom-out", "", QKeySequence::ZoomOut},
        {Act::ZoomReset, "zoomReset", QT_TR_NOOP("Reset &Zoom"), "zoom-original", "Ctrl+0"},
        {Act::ResetLayout, "resetLayout", QT_TR_NOOP("Reset &Layout"), "view-restore", ""},
        {Act::FullScreen, "fullScreen", QT_TR_NOOP("&Full Screen"), "view-fullscreen",
         "Ctrl+Alt+F11", QKeySequence::FullScreen, true},

        {Act::InsertSystem, "insertSystem", QT_TR_NOOP("&System Message"), "insert-text", ""},
        {Act::InsertUser, "insertUser", QT_TR_NOOP("&User Message"), "insert-text", ""},
        {Act::InsertAssistant, "insertAssistant", QT_TR_NOOP("&Assistant Message"), "insert-text",
         ""},
        {Act::InsertHistory, "insertHistory", QT_TR_NOOP("&History Placeholder"), "insert-text",
         ""},
        {Act::InsertVariable, "insertVariable", QT_TR_NOOP("&Variable…"), "code-variable",
         "Ctrl+Alt+V"},

        {Act::Run, "run", QT_TR_NOOP("&Run"), "media-playback-start", "Ctrl+Return Ctrl+Enter F5"},
        {Act::CancelFocused, "cancelFocused", QT_TR_NOOP("Cancel &Focused Response"),
         "process-stop", "Ctrl+."},
        {Act::CancelAll, "cancelAll", QT_TR_NOOP("&Cancel All"), "process-stop", "Ctrl+Alt+."},
        {Act::TryNow, "tryNow", QT_TR_NOOP("Try Next Attempt &Now"), "media-skip-forward",
         "Ctrl+Alt+N"},
        {Act::SimulateAll, "simulateAll", QT_TR_NOOP("&Simulate All Targets"), "", "", none, true},
        {Act::AutomaticRetries, "automaticRetries", QT_TR_NOOP("&Automatic Retries"), "", "", none,
         true},

        {Act::InspectAttempts, "inspectAttempts", QT_TR_NOOP("&Inspect Attempts"),
         "view-calendar-timeline", "Ctrl+Shift+I"},
        {Act::Budgets, "budgets", QT_TR_NOOP("&Budgets…"), "view-financial-budget", "Ctrl+Alt+B"},
        {Act::CheckProject, "checkProject", QT_TR_NOOP("&Check Project"), "view-refresh",
         "Ctrl+Alt+C"},

        {Act::ShowMenuBar, "showMenuBar", QT_TR_NOOP("Show &Menu Bar"), "show-menu", "Ctrl+M", none,
         true},
        {Act::ShowToolbar, "showToolbar", QT_TR_NOOP("Show &Toolbar"), "", "", none, true},
        {Act::ShowStatusBar, "showStatusBar", QT_TR_NOOP("Show &Status Bar"), "", "", none, true},
        {Act::SchemeSystem, "schemeSystem", QT_TR_NOOP("Follow S&ystem Colors"), "", "", none,
         true},
        {Act::SchemeLight, "schemeLight", QT_TR_NOOP("&Light Colors"), "", "", none, true},
        {Act::SchemeDark, "schemeDark", QT_TR_NOOP("&Dark Colors"), "", "", none, true},
        {Act::AllowedCommands, "allowedCommands", QT_TR_NOOP("&Allowed Commands…"), "code-function",
         ""},
        {Act::ProvidersAndKeys, "providersAndKeys", QT_TR_NOOP("&Providers && Keys…"),
         "password-copy", ""},

        {Act::Handbook, "handbook", QT_TR_NOOP("Antiphon &Handbook"), "help-contents", "",
         QKeySequence::HelpContents},
        {Act::FindAction, "findAction", QT_TR_NOOP("&Find Action…"), "search",
         "Ctrl+Alt+I Ctrl+Shift+P"},
        {Act::Keyboard, "keyboard", QT_TR_NOOP("&Keyboard Overview"), "input-keyboard", ""},
        {Act::About, "about", QT_TR_NOOP("&About Antiphon"), "help-about", ""},
        {Act::AboutQt, "aboutQt", QT_TR_NOOP("About &Qt"), "help-about", ""},
    };

    static inline const MenuRow menus[] = {
        {"file",
         QT_TR_NOOP("&File"),
         "",
         Act::NewPrompt,
         Act::Quit,
         {Act::AddTarget, Act::OpenSample, Act::Export, Act::Revert}},
        {"edit",
         QT_TR_NOOP("&Edit"),
         "",
         Act::Undo,
         Act::GoToLine,
         {Act::Redo, Act::SelectAll, Act::CopyRecords, Act::Replace}},
        {"view",
         QT_TR_NOOP("&View"),
         "",
         Act::NextColumn,
         Act::FullScreen,
         {Act::RenderedMarkdown, Act::WordWrap, Act::ZoomReset}},
        {"toolViews", QT_TR_NOOP("&Tool Views"), "view", Act::ViewProject, Act::ViewProblems, {}},
        {"insert",
         QT_TR_NOOP("&Insert"),
         "",
         Act::InsertSystem,
         Act::InsertVariable,
         {Act::InsertHistory}},
        {"run", QT_TR_NOOP("&Run"), "", Act::Run, Act::AutomaticRetries, {Act::Run, Act::TryNow}},
        {"tools", QT_TR_NOOP("&Tools"), "", Act::InspectAttempts, Act::CheckProject, {}},
        {"settings",
         QT_TR_NOOP("&Settings"),
         "",
         Act::ShowMenuBar,
         Act::ProvidersAndKeys,
         {Act::ShowStatusBar, Act::SchemeDark}},
        {"help",
         QT_TR_NOOP("&Help"),
         "",
         Act::Handbook,
         Act::AboutQt,
         {Act::Handbook, Act::Keyboard}},
    };
};

} // namespace

/// The keys that rows ask for by name. Some desktops have them for a standard action too.
static QSet<QKeySequence> namedKeys()
{
    QSet<QKeySequence> named;
    for (const Row &row : ActionTexts::rows) {
        for (const QString &key : QString::fromLatin1(row.keys).split(u' ', Qt::SkipEmptyParts))
            named.insert(QKeySequence(key, QKeySequence::PortableText));
    }
    return named;
}

Actions::Actions(QObject *parent)
    : QObject(parent)
{
    const QSet<QKeySequence> named = namedKeys();
    for (const Row &row : ActionTexts::rows) {
        auto *action = new QAction(ActionTexts::tr(row.text), this);
        action->setObjectName("action."_L1 + QLatin1StringView(row.name));
        if (*row.icon)
            action->setIcon(icon(QString::fromLatin1(row.icon)));
        QList<QKeySequence> keys;
        if (row.standard != none)
            keys = QKeySequence::keyBindings(row.standard);
        keys.removeIf([&](const QKeySequence &key) { return named.contains(key); });
        for (const QString &key : QString::fromLatin1(row.keys).split(u' ', Qt::SkipEmptyParts))
            keys.append(QKeySequence(key, QKeySequence::PortableText));
        action->setShortcuts(keys);
        action->setCheckable(row.checkable);
        m_actions.insert(row.act, action);
    }
    auto *schemes = new QActionGroup(this);
    for (const Act act : {Act::SchemeSystem, Act::SchemeLight, Act::SchemeDark})
        schemes->addAction(m_actions[act]);
    m_actions[Act::About]->setMenuRole(QAction::AboutRole);
    m_actions[Act::AboutQt]->setMenuRole(QAction::AboutQtRole);
    m_actions[Act::Quit]->setMenuRole(QAction::QuitRole);
}

QList<QAction *> Actions::all() const
{
    QList<QAction *> actions;
    for (const Row &row : ActionTexts::rows)
        actions.append(m_actions[row.act]);
    return actions;
}

void Actions::fill(QMenuBar &bar)
{
    for (const MenuRow &row : ActionTexts::menus) {
        QMenu *over = m_menus.value(QString::fromLatin1(row.parent));
        QMenu *menu = over ? over->addMenu(ActionTexts::tr(row.title))
                           : bar.addMenu(ActionTexts::tr(row.title));
        menu->setObjectName("menu."_L1 + QLatin1StringView(row.name));
        m_menus.insert(QString::fromLatin1(row.name), menu);
        QString path = ActionTexts::tr(row.title).remove(u'&');
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
