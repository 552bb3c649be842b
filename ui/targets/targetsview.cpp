// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "targets/targetsview.h"

#include "prompt/promptdocument.h"
#include "targets/targetaccess.h"
#include "targets/targetdelegate.h"
#include "targets/targetfilter.h"
#include "targets/targetpanel.h"
#include "targets/targetsmodel.h"
#include "theme/icons.h"
#include "theme/metrics.h"
#include "widgets/emptystate.h"
#include "widgets/inlinebar.h"
#include "widgets/searchfield.h"
#include "workspace.h"

#include <antiphon/net/clock.h>
#include <antiphon/net/prepare.h>
#include <antiphon/store/builtin.h>
#include <antiphon/store/secretstore.h>

#include <QAction>
#include <QCoreApplication>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QStackedWidget>
#include <QThreadPool>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

TargetsView::TargetsView(const Context &context, Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_workspace(workspace)
    , m_access(new TargetAccess(context, this))
    , m_model(new TargetsModel(this))
    , m_filter(new TargetFilter(this))
    , m_pages(new QStackedWidget)
    , m_panel(new TargetPanel(context))
    , m_empty(new EmptyState(u"network-server"_s,
                             tr("Choose where to run. Simulated targets need no key."),
                             tr("Add Target")))
    , m_field(new QLineEdit)
    , m_list(new QListView)
    , m_fold(new QToolButton)
    , m_remedy(new InlineBar)
    , m_bar(new InlineBar)
{
    m_pages->addWidget(makeListPage());
    m_pages->addWidget(m_panel);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_pages);
    makeActions();

    connect(m_empty, &EmptyState::triggered, this, &TargetsView::add);
    connect(m_panel, &TargetPanel::cancelled, this, &TargetsView::closePanel);
    connect(m_panel, &TargetPanel::finished, this, &TargetsView::finishPanel);
    connect(m_bar, &InlineBar::closed, m_bar, &QWidget::hide);
    connect(m_model, &TargetsModel::chosenChanged, this, [this](const QStringList &slugs) {
        if (m_document)
            m_document->setTargets(slugs);
        showRemedy();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        showRemedy();
        updateActions();
        Q_EMIT currentChanged(current());
    });
    connect(&m_workspace, &Workspace::opened, this, [this] {
        closePanel();
        m_access->setFolder(m_workspace.project().folder);
        m_fresh = true;
        reload();
    });
    connect(&m_workspace, &Workspace::reloaded, this, &TargetsView::reload);
    connect(&m_workspace.targets(), &TargetEdits::changed, this, &TargetsView::reload);
    connect(&m_workspace, &Workspace::modifiedChanged, this,
            [this] { m_model->setModified(m_workspace.targets().modified()); });
    connect(&m_workspace, &Workspace::closed, this, [this] {
        setDocument(nullptr);
        m_model->setTargets({}, {}, {}, {});
        m_remedy->hide();
        m_bar->hide();
        closePanel();
    });
    setDocument(nullptr);
    updateActions();
}

QWidget *TargetsView::makeListPage()
{
    m_filter->setSourceModel(m_model);
    m_field->setPlaceholderText(tr("Search"));
    makeSearchField(*m_field);
    m_field->setAccessibleName(tr("Search targets"));
    m_list->setObjectName(u"targetsView"_s);
    m_list->setAccessibleName(tr("Targets"));
    m_list->setModel(m_filter);
    m_list->setItemDelegate(new TargetDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setDefaultDropAction(Qt::MoveAction);
    m_remedy->hide();
    m_bar->setClosable(true);
    m_bar->hide();

    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    auto *top = new QHBoxLayout;
    const int space = gap(*this, 0.75);
    top->setContentsMargins(space, space, space, space);
    top->addWidget(m_field);
    auto *add = new QToolButton;
    add->setIcon(icon(u"list-add"_s));
    add->setToolTip(tr("Add Target…"));
    add->setAccessibleName(tr("Add target"));
    add->setAutoRaise(true);
    top->addWidget(add);
    connect(add, &QToolButton::clicked, this, &TargetsView::add);
    connect(m_field, &QLineEdit::textChanged, m_filter, &TargetFilter::setText);
    m_fold->setCheckable(true);
    m_fold->setAutoRaise(true);
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_fold->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_fold, &QToolButton::toggled, this, [this](bool shown) {
        m_filter->setFolded(!shown);
        showFold();
    });
    connect(m_filter, &TargetFilter::foldableChanged, this, &TargetsView::showFold);
    showFold();
    layout->addLayout(top);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_fold);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_bar);
    layout->addWidget(m_remedy);
    return page;
}

void TargetsView::showFold()
{
    const int count = m_filter->foldable();
    m_fold->setVisible(count > 0);
    m_fold->setIcon(foldIcon(m_fold->isChecked(), layoutDirection()));
    m_fold->setText(tr("%Ln target(s) not ready yet", nullptr, count));
    m_fold->setToolTip(m_fold->isChecked()
                           ? tr("Hide the targets that lack a key or something else.")
                           : tr("Show the targets that lack a key or something else, and what it "
                                "is."));
}

void TargetsView::setDocument(PromptDocument *document)
{
    if (m_document)
        m_document->disconnect(m_model);
    m_document = document;
    m_model->setCheckable(document != nullptr);
    m_model->setChosen(document ? document->targets() : QStringList());
    if (document)
        connect(document, &PromptDocument::targetsChanged, m_model,
                [this, document] { m_model->setChosen(document->targets()); });
    showRemedy();
    updateActions();
    // The first column's target is where somebody looks first.
    if (document && std::exchange(m_fresh, false))
        m_list->setCurrentIndex(m_filter->index(0, 0));
}

void TargetsView::select(const QString &slug)
{
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        const QModelIndex index = m_filter->index(row, 0);
        if (index.data(TargetsModel::SlugRole).toString() == slug)
            m_list->setCurrentIndex(index);
    }
}

QString TargetsView::current() const
{
    return m_list->currentIndex().data(TargetsModel::SlugRole).toString();
}

void TargetsView::reload()
{
    const QString held = current();
    m_model->setTargets(m_workspace.project().targets, builtinProviders(), m_workspace.prices(),
                        m_context.clock.wallNow().date());
    m_model->setModified(m_workspace.targets().modified());
    m_panel->setPrices(m_workspace.prices());
    m_access->setPrices(m_workspace.prices());
    const bool none = m_model->rowCount() == 0;
    m_list->setVisible(!none);
    m_empty->setVisible(none);
    select(held);
    if (!m_list->currentIndex().isValid() && !none)
        m_list->setCurrentIndex(m_filter->index(0, 0));
    checkKeys();
}

static KeyCheck keyOf(const Target &target, const RunSource &source)
{
    const Result<Credentials> found = readiness(target, source);
    if (found) {
        const bool none = std::holds_alternative<std::monostate>(*found);
        return {none ? KeyState::NotNeeded : KeyState::Ready, {}};
    }
    const QString &code = found.error().code;
    const KeyState state = code == "locked"_L1 ? KeyState::Locked
        : code == "no-key"_L1                  ? KeyState::Missing
                                               : KeyState::Unfinished;
    return {state, found.error().message};
}

void TargetsView::checkKeys()
{
    const QList<TargetEntry> targets = m_workspace.project().targets;
    const quint64 number = ++m_checkNumber;
    QThreadPool::globalInstance()->start(
        [this, self = QPointer(this), targets, number, &secrets = m_context.secrets] {
            const RunSource source {
                .providers = builtinProviders(),
                .environment
                = [](const QString &name) { return qEnvironmentVariable(qPrintable(name)); },
                .keychain = [&secrets](const QString &name) { return secrets.read(name); }};
            QHash<QString, KeyCheck> keys;
            for (const TargetEntry &entry : targets)
                keys.insert(entry.target.slug, keyOf(entry.target, source));
            QMetaObject::invokeMethod(
                qApp,
                [this, self, keys, number] {
                    if (!self || number != m_checkNumber)
                        return;
                    m_remedies.clear();
                    for (const auto &[slug, check] : keys.asKeyValueRange()) {
                        if (!check.remedy.isEmpty())
                            m_remedies.insert(slug, check);
                    }
                    m_model->setKeys(keys);
                    showRemedy();
                },
                Qt::QueuedConnection);
        });
}

/// Of the current target, else of the first chosen one that would fail.
void TargetsView::showRemedy()
{
    QString slug = current();
    if (!m_remedies.contains(slug)) {
        const QStringList chosen = m_model->chosen();
        const auto bad = std::ranges::find_if(
            chosen, [this](const QString &one) { return m_remedies.contains(one); });
        slug = bad == chosen.end() ? QString() : *bad;
    }
    if (slug.isEmpty()) {
        m_remedy->hide();
        return;
    }
    const KeyCheck found = m_remedies.value(slug);
    const Target *target = m_workspace.targets().target(slug);
    m_remedy->showMessage(InlineBar::Kind::Warning,
                          tr("%1 cannot be run yet.").arg(target ? displayName(*target) : slug),
                          found.remedy);
    if (found.state != KeyState::Unfinished)
        connect(m_remedy->addButton(tr("Add Key…")), &QPushButton::clicked, this,
                &TargetsView::keysRequested);
    else if (slug == current())
        connect(m_remedy->addButton(tr("Edit Target…")), &QPushButton::clicked, this,
                &TargetsView::edit);
    m_remedy->show();
}

} // namespace Antiphon::Ui
