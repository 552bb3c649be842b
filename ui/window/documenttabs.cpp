// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "window/documenttabs.h"

#include "prompt/promptdocument.h"
#include "prompt/promptview.h"
#include "retry/policyview.h"
#include "schema/schemaview.h"
#include "theme/icons.h"
#include "tools/toolview.h"
#include "workspace.h"

#include <QMouseEvent>
#include <QTabBar>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

DocumentTabs::DocumentTabs(Workspace &workspace, Settings &settings, QWidget *parent)
    : QTabWidget(parent)
    , m_workspace(workspace)
    , m_settings(settings)
{
    setObjectName(QStringLiteral("documents"));
    setDocumentMode(true);
    setMovable(true);
    setTabsClosable(true);
    setElideMode(Qt::ElideRight);
    tabBar()->setAutoHide(true);
    tabBar()->setAccessibleName(tr("Open documents"));
    tabBar()->installEventFilter(this);
    connect(this, &QTabWidget::currentChanged, this,
            [this] { Q_EMIT currentViewChanged(current()); });
    connect(this, &QTabWidget::tabCloseRequested, this, &DocumentTabs::closeRequested);
    connect(&m_workspace, &Workspace::modifiedChanged, this, &DocumentTabs::showTitles);
    connect(&m_workspace, &Workspace::reloaded, this, &DocumentTabs::showTitles);
    connect(&m_workspace, &Workspace::documentRemoved, this,
            [this](const ProjectDocument *document) {
                for (int i = count() - 1; i >= 0; --i) {
                    if (page(i) && &page(i)->document() == document)
                        delete widget(i);
                }
            });
    connect(&m_workspace, &Workspace::closed, this, [this] {
        while (count() > 0)
            delete widget(0);
    });
}

/// Shows the tab that \p document has; false: it has none yet.
bool DocumentTabs::raise(const ProjectDocument *document)
{
    for (int i = 0; i < count(); ++i) {
        if (page(i) && &page(i)->document() == document) {
            setCurrentIndex(i);
            return true;
        }
    }
    return false;
}

PromptView *DocumentTabs::open(const QString &slug)
{
    PromptDocument *document = m_workspace.document(slug);
    if (!document)
        return nullptr;
    if (raise(document))
        return current();
    auto *made = new PromptView(*document, m_workspace);
    connect(made, &PromptView::previewChanged, this, &DocumentTabs::previewChanged);
    connect(made, &PromptView::cursorMoved, this, &DocumentTabs::cursorMoved);
    connect(made, &PromptView::editSchemaRequested, this, &DocumentTabs::editSchemaRequested);
    connect(made, &PromptView::newSchemaRequested, this, &DocumentTabs::newSchemaRequested);
    connect(made, &PromptView::editToolRequested, this, &DocumentTabs::editToolRequested);
    connect(made, &PromptView::newToolRequested, this, &DocumentTabs::newToolRequested);
    setCurrentIndex(addTab(made, document->title()));
    showTitles();
    return made;
}

PolicyView *DocumentTabs::openPolicy(const QString &slug)
{
    PolicyDocument *document = m_workspace.policy(slug);
    if (!document)
        return nullptr;
    if (raise(document))
        return qobject_cast<PolicyView *>(currentWidget());
    auto *made = new PolicyView(*document, m_workspace);
    setCurrentIndex(addTab(made, document->title()));
    showTitles();
    return made;
}

SchemaView *DocumentTabs::openSchema(const QString &slug)
{
    SchemaDocument *document = m_workspace.schema(slug);
    if (!document)
        return nullptr;
    if (raise(document))
        return qobject_cast<SchemaView *>(currentWidget());
    auto *made = new SchemaView(*document, m_workspace);
    setCurrentIndex(addTab(made, document->title()));
    showTitles();
    return made;
}

void DocumentTabs::openTool(QWidget *tool, const QString &title, const QIcon &icon)
{
    const int index = addTab(tool, icon, title);
    setTabToolTip(index, title);
    setCurrentIndex(index);
}

ToolView *DocumentTabs::openProjectTool(const QString &slug)
{
    ToolDocument *document = m_workspace.tool(slug);
    if (!document)
        return nullptr;
    if (raise(document))
        return qobject_cast<ToolView *>(currentWidget());
    auto *made = new ToolView(*document, m_workspace, m_settings);
    connect(made, &ToolView::promptRequested, this, &DocumentTabs::promptRequested);
    setCurrentIndex(addTab(made, document->title()));
    showTitles();
    return made;
}

PromptView *DocumentTabs::current() const
{
    return view(currentIndex());
}

PromptView *DocumentTabs::view(int index) const
{
    return qobject_cast<PromptView *>(widget(index));
}

DocumentView *DocumentTabs::currentPage() const
{
    return page(currentIndex());
}

DocumentView *DocumentTabs::page(int index) const
{
    return qobject_cast<DocumentView *>(widget(index));
}

void DocumentTabs::close(int index)
{
    if (const DocumentView *shown = page(index))
        m_workspace.close(shown->document()); // which takes the tab away
    else
        delete widget(index);
}

void DocumentTabs::showTitles()
{
    for (int i = 0; i < count(); ++i) {
        if (!page(i))
            continue;
        const ProjectDocument &document = page(i)->document();
        setTabText(i, document.isModified() ? tr("%1 *").arg(document.title()) : document.title());
        if (view(i)) {
            setTabToolTip(i, document.slug());
        } else if (qobject_cast<SchemaView *>(widget(i))) {
            setTabIcon(i, icon(u"code-class"_s));
            setTabToolTip(i, tr("Schema %1").arg(document.slug()));
        } else if (qobject_cast<ToolView *>(widget(i))) {
            setTabIcon(i, icon(u"code-function"_s));
            setTabToolTip(i, tr("Tool %1").arg(document.slug()));
        } else {
            setTabIcon(i, icon(u"view-refresh"_s));
            setTabToolTip(i, tr("Retry policy %1").arg(document.slug()));
        }
    }
}

bool DocumentTabs::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        const int index = tabBar()->tabAt(mouse->position().toPoint());
        if (mouse->button() == Qt::MiddleButton && index >= 0) {
            Q_EMIT closeRequested(index);
            return true;
        }
    }
    return QTabWidget::eventFilter(watched, event);
}

} // namespace Antiphon::Ui
