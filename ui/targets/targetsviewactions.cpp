// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What can be done with the targets in the list.

#include "prompt/promptdocument.h"
#include "targets/targetaccess.h"
#include "targets/targetfilter.h"
#include "targets/targetpanel.h"
#include "targets/targetsmodel.h"
#include "targets/targetsview.h"
#include "theme/icons.h"
#include "widgets/inlinebar.h"
#include "workspace.h"

#include <QAction>
#include <QInputDialog>
#include <QListView>
#include <QPushButton>
#include <QStackedWidget>
#include <QUndoStack>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

void TargetsView::makeActions()
{
    const auto action = [this](const QString &iconName, const QString &text, const char *keys,
                               void (TargetsView::*what)()) {
        auto *made = new QAction(icon(iconName), text, m_list);
        made->setShortcut(QKeySequence(QLatin1StringView(keys), QKeySequence::PortableText));
        made->setShortcutContext(Qt::WidgetShortcut);
        connect(made, &QAction::triggered, this, what, Qt::QueuedConnection);
        m_list->addAction(made);
        m_onCurrent.append(made);
        return made;
    };
    const auto separator = [this] {
        auto *line = new QAction(m_list);
        line->setSeparator(true);
        m_list->addAction(line);
    };
    action(u"answer-correct"_s, tr("&Check"), "Ctrl+Shift+K", &TargetsView::check)
        ->setToolTip(tr("Makes one small call and says what it cost."));
    action(u"configure"_s, tr("&Parameters"), "Return", &TargetsView::parametersRequested);
    action(u"document-edit"_s, tr("&Edit…"), "Shift+Return", &TargetsView::edit);
    separator();
    action(u"edit-rename"_s, tr("&Rename…"), "F2", &TargetsView::rename);
    action(u"edit-duplicate"_s, tr("D&uplicate"), "Ctrl+Shift+D", &TargetsView::duplicate);
    action(u"edit-delete"_s, tr("&Delete"), "Del", &TargetsView::remove);
    separator();
    m_up = new QAction(icon(u"go-up"_s), tr("Move &Up"), m_list);
    m_down = new QAction(icon(u"go-down"_s), tr("Move D&own"), m_list);
    m_up->setShortcut(QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_Up));
    m_down->setShortcut(QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_Down));
    connect(m_up, &QAction::triggered, this, [this] { move(-1); });
    connect(m_down, &QAction::triggered, this, [this] { move(1); });
    for (QAction *one : {m_up, m_down}) {
        one->setShortcutContext(Qt::WidgetShortcut);
        m_list->addAction(one);
    }
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void TargetsView::updateActions()
{
    const int row = m_filter->mapToSource(m_list->currentIndex()).row();
    for (QAction *one : std::as_const(m_onCurrent))
        one->setEnabled(row >= 0);
    m_up->setEnabled(m_document && row > 0);
    m_down->setEnabled(m_document && row >= 0 && row + 1 < m_model->rowCount());
}

void TargetsView::add()
{
    m_pages->setCurrentWidget(m_panel);
    m_panel->startAdding();
}

void TargetsView::edit()
{
    if (const Target *target = m_workspace.targets().target(current())) {
        m_pages->setCurrentWidget(m_panel);
        m_panel->startEditing(*target);
    }
}

void TargetsView::closePanel()
{
    const bool shown = m_pages->currentWidget() == m_panel;
    m_pages->setCurrentIndex(0);
    if (shown)
        m_list->setFocus();
}

void TargetsView::finishPanel(const Target &target)
{
    if (!target.slug.isEmpty()) {
        m_workspace.targets().edit(target, tr("Edit Target %1").arg(displayName(target)));
        closePanel();
        return;
    }
    const Result<QString> slug = m_workspace.addTarget(target);
    if (!slug) {
        Q_EMIT failed(tr("The target is not added."), slug.error());
        return;
    }
    closePanel();
    Q_EMIT added(*slug);
    select(*slug);
}

void TargetsView::rename()
{
    const Target *target = m_workspace.targets().target(current());
    if (!target)
        return;
    QInputDialog dialog(this);
    dialog.setWindowTitle(tr("Rename Target"));
    dialog.setLabelText(tr("Name of the target"));
    dialog.setTextValue(displayName(*target));
    dialog.setOkButtonText(tr("Rename"));
    dialog.setCancelButtonText(tr("Cancel"));
    const QString slug = target->slug;
    if (dialog.exec() != QDialog::Accepted || dialog.textValue().trimmed().isEmpty())
        return;
    target = m_workspace.targets().target(slug);
    if (!target)
        return;
    Target after = *target;
    after.label = dialog.textValue().trimmed();
    m_workspace.targets().edit(after, tr("Rename Target %1").arg(displayName(*target)));
}

void TargetsView::duplicate()
{
    const Result<QString> slug = m_workspace.duplicateTarget(current());
    if (!slug)
        Q_EMIT failed(tr("The target is not duplicated."), slug.error());
    else
        select(*slug);
}

void TargetsView::remove()
{
    const Result<TargetEntry> removed = m_workspace.removeTarget(current());
    if (!removed) {
        Q_EMIT failed(tr("The target is not deleted."), removed.error());
        return;
    }
    m_bar->showMessage(InlineBar::Kind::Information,
                       tr("Deleted %1.").arg(displayName(removed->target)));
    connect(m_bar->addButton(tr("Undo")), &QPushButton::clicked, this, [this, entry = *removed] {
        m_bar->hide();
        if (const Result<> restored = m_workspace.restoreTarget(entry); !restored)
            Q_EMIT failed(tr("The target does not come back."), restored.error());
        else
            select(entry.target.slug);
    });
    m_bar->show();
}

void TargetsView::move(int step)
{
    const QModelIndex at = m_filter->mapToSource(m_list->currentIndex());
    if (at.isValid())
        m_model->move(at.row(), step);
    updateActions();
}

void TargetsView::check()
{
    const Target *target = m_workspace.targets().target(current());
    if (!target)
        return;
    const QString slug = target->slug;
    const QString name = displayName(*target);
    m_bar->showMessage(InlineBar::Kind::Information, tr("Checking %1…").arg(name));
    m_bar->show();
    m_access->check(*target, this, [this, slug, name](const CheckReport &report) {
        m_bar->showMessage(report.ok ? InlineBar::Kind::Positive : InlineBar::Kind::Error,
                           report.ok ? tr("%1 works.").arg(name)
                                     : tr("%1 does not work yet.").arg(name),
                           report.words);
        if (report.error)
            m_bar->setDetails(QString::fromUtf8(report.error->evidence));
        m_bar->show();
        m_model->setKey(slug,
                        {report.ok ? KeyState::Checked : KeyState::Refused,
                         report.ok ? QString() : report.words});
    });
}

void TargetsView::undo()
{
    m_workspace.targets().undoStack().undo();
}

void TargetsView::redo()
{
    m_workspace.targets().undoStack().redo();
}

} // namespace Antiphon::Ui
