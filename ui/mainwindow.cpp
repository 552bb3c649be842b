// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow.h"

#include "attempts/attemptsmodel.h"
#include "attempts/attemptsview.h"
#include "parameters/parametersview.h"
#include "problems/problemsview.h"
#include "project/projectview.h"
#include "prompt/promptview.h"
#include "responses/responsesview.h"
#include "targets/targetsview.h"
#include "theme/icons.h"
#include "theme/metrics.h"
#include "welcome/welcomepage.h"
#include "widgets/inlinebar.h"
#include "window/docktitle.h"
#include "window/documenttabs.h"
#include "window/projectcommands.h"
#include "window/runstatus.h"

#include <antiphon/store/settings.h>

#include <QCloseEvent>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QMenuBar>
#include <QMimeData>
#include <QSplitter>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QStatusBar>
#include <QTabBar>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

/// Raised whenever docks change so much that an old layout no longer fits.
static constexpr int layoutVersion = 2;

MainWindow::MainWindow(const Context &context, QWidget *parent)
    : QMainWindow(parent)
    , m_context(context)
    , m_drafts(m_workspace, QStandardPaths::writableLocation(QStandardPaths::StateLocation))
    , m_run(context)
    , m_attempts(std::make_unique<AttemptsModel>())
    , m_actions(this)
    , m_commands(new ProjectCommands(context, m_workspace, *this))
{
    setObjectName(u"mainWindow"_s);
    setAcceptDrops(true);
    setDockOptions(AnimatedDocks | AllowTabbedDocks | AllowNestedDocks);
    setDockNestingEnabled(true);
    setMinimumSize(fontMetrics().averageCharWidth() * 80, fontMetrics().lineSpacing() * 24);

    m_actions.fill(*menuBar());
    addActions(m_actions.all()); // shortcuts hold also while the menu bar is hidden
    makeCentre();
    makeDocks();
    makeToolBar();
    m_status = new RunStatus(*statusBar(), m_answers);
    connectViews();
    connectActions();
    updateRecent();
    updateActions();
    updateTitle();
    restoreLayout();
}

MainWindow::~MainWindow()
{
    m_workspace.close(); // views let go of documents while they are alive
    // Views go before the models, which are members.
    for (QDockWidget *dock : docks())
        delete dock;
    delete takeCentralWidget();
}

void MainWindow::makeCentre()
{
    m_welcome = new WelcomePage;
    m_tabs = new DocumentTabs(m_workspace, m_context.settings);
    m_responsesView = new ResponsesView(m_answers);
    m_work = new QSplitter(Qt::Vertical);
    m_work->addWidget(m_tabs);
    m_work->addWidget(m_responsesView);
    m_work->setStretchFactor(0, 2);
    m_work->setStretchFactor(1, 3);
    m_work->setChildrenCollapsible(false);

    m_pages = new QStackedWidget;
    m_pages->addWidget(m_welcome);
    m_pages->addWidget(m_work);
    m_bar = new InlineBar;
    m_bar->setObjectName(u"inlineBar"_s);
    m_bar->setClosable(true);
    m_bar->hide();

    auto *centre = new QWidget;
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_pages, 1);
    setCentralWidget(centre);
}

QDockWidget *MainWindow::addDock(const QString &name, const QString &title, Qt::DockWidgetArea area,
                                 QWidget *content)
{
    auto *dock = new QDockWidget(title, this);
    dock->setObjectName(name);
    dock->setWidget(content);
    dock->setTitleBarWidget(new DockTitle(*dock));
    if (isRightToLeft() && area == Qt::LeftDockWidgetArea)
        area = Qt::RightDockWidgetArea; // the side where reading begins
    else if (isRightToLeft() && area == Qt::RightDockWidgetArea)
        area = Qt::LeftDockWidgetArea;
    addDockWidget(area, dock);
    connect(dock, &QDockWidget::visibilityChanged, this, &MainWindow::nameDockTabs,
            Qt::QueuedConnection);
    return dock;
}

QList<QDockWidget *> MainWindow::docks() const
{
    return {m_projectDock, m_targetsDock, m_parametersDock, m_attemptsDock, m_problemsDock};
}

void MainWindow::makeDocks()
{
    m_projectView = new ProjectView(m_workspace);
    m_targetsView = new TargetsView(m_context, m_workspace);
    m_parametersView = new ParametersView(m_context, m_workspace);
    m_attemptsView = new AttemptsView(*m_attempts);
    m_problemsView = new ProblemsView(m_workspace);
    m_projectDock
        = addDock(u"dock.project"_s, tr("Project"), Qt::LeftDockWidgetArea, m_projectView);
    m_targetsDock
        = addDock(u"dock.targets"_s, tr("Targets"), Qt::RightDockWidgetArea, m_targetsView);
    m_parametersDock = addDock(u"dock.parameters"_s, tr("Parameters"), Qt::RightDockWidgetArea,
                               m_parametersView);
    m_attemptsDock
        = addDock(u"dock.attempts"_s, tr("Attempts"), Qt::BottomDockWidgetArea, m_attemptsView);
    m_problemsDock
        = addDock(u"dock.problems"_s, tr("Problems"), Qt::BottomDockWidgetArea, m_problemsView);
    tabifyDockWidget(m_attemptsDock, m_problemsDock);
    setTabPosition(Qt::BottomDockWidgetArea, QTabWidget::North);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    m_attemptsDock->raise();
}

void MainWindow::makeToolBar()
{
    m_toolBar = addToolBar(tr("Toolbar"));
    m_toolBar->setObjectName(u"toolBar"_s);
    m_toolBar->setAccessibleName(tr("Toolbar"));
    m_toolBar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_toolBar->setMovable(false);
    const int edge = smallIcon(*this);
    m_toolBar->setIconSize({edge, edge});
    for (const Act act : {Act::Run, Act::CancelAll})
        m_toolBar->addAction(m_actions[act]);
    m_toolBar->addSeparator();
    for (const Act act : {Act::Save, Act::Preview, Act::InspectAttempts, Act::Export})
        m_toolBar->addAction(m_actions[act]);
    auto *space = new QWidget;
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_toolBar->addWidget(space);
    m_toolBar->addAction(m_actions[Act::FindAction]);
}

/// Qt makes the tabs of docks when it needs them, and gives them no name.
void MainWindow::nameDockTabs()
{
    for (QTabBar *tabs : findChildren<QTabBar *>(Qt::FindDirectChildrenOnly))
        tabs->setAccessibleName(tr("Tool views"));
}

void MainWindow::resetLayout()
{
    restoreState(m_defaultState, layoutVersion);
    fitDocks();
}

/// Sizes in proportion to the window, with a limit: lists gain nothing from more width.
void MainWindow::fitDocks()
{
    const int character = fontMetrics().averageCharWidth();
    resizeDocks({m_projectDock, m_targetsDock},
                {std::min(width() * 15 / 100, character * 32),
                 std::min(width() * 20 / 100, character * 42)},
                Qt::Horizontal);
    resizeDocks({m_targetsDock, m_parametersDock}, {height() * 2 / 5, height() * 3 / 5},
                Qt::Vertical);
    resizeDocks({m_attemptsDock}, {std::min(height() * 27 / 100, fontMetrics().lineSpacing() * 16)},
                Qt::Vertical);
    m_work->setSizes({m_work->height() * 2 / 5, m_work->height() * 3 / 5});
}

void MainWindow::restoreLayout()
{
    resize(fontMetrics().averageCharWidth() * 190, fontMetrics().lineSpacing() * 54);
    m_defaultState = saveState(layoutVersion);
    resetLayout();
    restoreGeometry(m_context.settings.get(Keys::windowGeometry));
    const QByteArray state = m_context.settings.get(Keys::windowState);
    if (!state.isEmpty() && !restoreState(state, layoutVersion))
        resetLayout();
    for (QDockWidget *dock : docks())
        dock->setVisible(m_workspace.isOpen());
}

void MainWindow::openProject(const QString &folder)
{
    m_commands->openFolder(folder);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && isActiveWindow())
        m_workspace.reloadMended();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_commands->mayLeave()) {
        event->ignore();
        return;
    }
    m_run.cancelAll();
    m_context.settings.set(Keys::windowGeometry, saveGeometry());
    if (m_workspace.isOpen()) // without a project the docks are folded away
        m_context.settings.set(Keys::windowState, saveState(layoutVersion));
    event->accept();
}

static QString droppedFolder(const QMimeData &data)
{
    const QList<QUrl> urls = data.urls();
    return urls.size() == 1 ? urls.first().toLocalFile() : QString();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedFolder(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    QString folder = droppedFolder(*event->mimeData());
    if (folder.endsWith("/antiphon.json"_L1))
        folder.chop(14);
    openProject(folder);
}

} // namespace Antiphon::Ui
