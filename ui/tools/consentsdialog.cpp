// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tools/consentsdialog.h"

#include "theme/icons.h"
#include "widgets/emptystate.h"

#include <antiphon/store/consent.h>

#include <QAction>
#include <QDialogButtonBox>
#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

enum ConsentColumn { ConsentTool, ConsentCommand, ConsentFolder };

ConsentsDialog::ConsentsDialog(Settings &settings, QWidget *parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_pages(new QStackedWidget)
    , m_list(new QTreeWidget)
    , m_remove(new QPushButton(icon(u"edit-delete"_s), tr("&Remove")))
{
    setObjectName(u"consentsDialog"_s);
    setWindowTitle(tr("Allowed Commands"));
    auto *about = new QLabel(tr("These commands of tools run without asking you. A command that is "
                                "removed asks again at its next call."));
    about->setWordWrap(true);
    m_list->setObjectName(u"consentsList"_s);
    m_list->setAccessibleName(tr("Allowed commands"));
    m_list->setHeaderLabels({tr("Tool"), tr("Command"), tr("Folder")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(ConsentCommand, QHeaderView::Stretch);
    m_pages->addWidget(m_list);
    m_pages->addWidget(new EmptyState(u"checkmark"_s, tr("No command is allowed for good."), {}));
    m_remove->setAccessibleName(tr("Remove the chosen commands"));
    m_remove->setToolTip(tr("Take the consent to the chosen commands back"));
    auto *removal = new QAction(m_remove->icon(), tr("Remove"), m_list);
    removal->setShortcut(QKeySequence::Delete);
    removal->setShortcutContext(Qt::WidgetShortcut);
    m_list->addAction(removal);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *buttons = new QDialogButtonBox;
    buttons->addButton(m_remove, QDialogButtonBox::ActionRole);
    QPushButton *close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(about);
    layout->addWidget(m_pages, 1);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 95, fontMetrics().lineSpacing() * 20);

    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_remove, &QPushButton::clicked, this, &ConsentsDialog::withdraw);
    connect(removal, &QAction::triggered, this, &ConsentsDialog::withdraw);
    const auto showChosen = [this, removal] {
        const bool chosen = !m_list->selectedItems().isEmpty();
        m_remove->setEnabled(chosen);
        removal->setEnabled(chosen);
    };
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, showChosen);
    fill();
    showChosen();
}

void ConsentsDialog::fill()
{
    m_list->clear();
    for (const Consent &one : consents(m_settings)) {
        const bool known = !one.tool.isEmpty();
        auto *item = new QTreeWidgetItem(
            m_list,
            {known ? one.tool : tr("not known"),
             known ? one.command : tr("A command that an earlier version has allowed"),
             QDir::toNativeSeparators(one.folder)});
        item->setData(ConsentTool, Qt::UserRole, one.mark);
        item->setToolTip(ConsentCommand, item->text(ConsentCommand));
    }
    m_pages->setCurrentIndex(m_list->topLevelItemCount() > 0 ? 0 : 1);
}

void ConsentsDialog::withdraw()
{
    const QList<QTreeWidgetItem *> chosen = m_list->selectedItems();
    if (chosen.isEmpty())
        return;
    int row = m_list->topLevelItemCount();
    for (QTreeWidgetItem *item : chosen) {
        row = std::min(row, m_list->indexOfTopLevelItem(item));
        withdrawConsent(m_settings, item->data(ConsentTool, Qt::UserRole).toString());
    }
    fill();
    // The next one, so that the keyboard goes on from there.
    m_list->setCurrentItem(m_list->topLevelItem(std::min(row, m_list->topLevelItemCount() - 1)));
    if (m_list->topLevelItemCount() == 0)
        m_remove->setEnabled(false);
}

} // namespace Antiphon::Ui
