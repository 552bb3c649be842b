// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "window/documenttabs.h"

#include "prompt/promptdocument.h"
#include "prompt/promptview.h"
#include "workspace.h"

#include <QMouseEvent>
#include <QTabBar>

namespace Antiphon::Ui {

DocumentTabs::DocumentTabs(Workspace &workspace, QWidget *parent)
    : QTabWidget(parent)
    , m_workspace(workspace)
{
    setObjectName(QStringLiteral("documents"));
    setDocumentMode(true);
    setMovable(true);
    setTabsClosable(true);
    setElideMode(Qt::ElideRight);
    tabBar()->setAutoHide(true);
    tabBar()->setAccessibleName(tr("Open prompts"));
    tabBar()->installEventFilter(this);
    connect(this, &QTabWidget::currentChanged, this,
            [this] { Q_EMIT currentViewChanged(current()); });
    connect(this, &QTabWidget::tabCloseRequested, this, &DocumentTabs::closeRequested);
    connect(&m_workspace, &Workspace::modifiedChanged, this, &DocumentTabs::showTitles);
    connect(&m_workspace, &Workspace::reloaded, this, &DocumentTabs::showTitles);
    connect(&m_workspace, &Workspace::promptRemoved, this, [this](const QString &slug) {
        for (int i = count() - 1; i >= 0; --i) {
            if (view(i)->document().slug() == slug)
                delete widget(i);
        }
    });
    connect(&m_workspace, &Workspace::closed, this, [this] {
        while (count() > 0)
            delete widget(0);
    });
}

PromptView *DocumentTabs::open(const QString &slug)
{
    PromptDocument *document = m_workspace.document(slug);
    if (!document)
        return nullptr;
    for (int i = 0; i < count(); ++i) {
        if (&view(i)->document() == document) {
            setCurrentIndex(i);
            return view(i);
        }
    }
    auto *made = new PromptView(*document, m_workspace);
    connect(made, &PromptView::previewChanged, this, &DocumentTabs::previewChanged);
    connect(made, &PromptView::cursorMoved, this, &DocumentTabs::cursorMoved);
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
    return static_cast<PromptView *>(widget(index));
}

void DocumentTabs::close(int index)
{
    const QString slug = view(index)->document().slug();
    delete widget(index); // before its document
    m_workspace.closeDocument(slug);
}

void DocumentTabs::showTitles()
{
    for (int i = 0; i < count(); ++i) {
        const PromptDocument &document = view(i)->document();
        setTabText(i, document.isModified() ? tr("%1 *").arg(document.title()) : document.title());
        setTabToolTip(i, document.slug());
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
