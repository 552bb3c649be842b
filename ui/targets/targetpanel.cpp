// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "targets/targetpanel.h"

#include "targets/modelpicker.h"
#include "targets/pickerroles.h"
#include "theme/icons.h"
#include "theme/metrics.h"
#include "widgets/foldsection.h"
#include "widgets/searchfield.h"
#include "widgets/twolinedelegate.h"

#include <antiphon/store/builtin.h>

#include <QComboBox>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

/// The simulator first, since it needs nothing; the rest by name.
static QList<Provider> sortedProviders()
{
    QList<Provider> providers = builtinProviders();
    std::ranges::sort(providers, [](const Provider &a, const Provider &b) {
        const bool simulatorA = a.id == "simulator"_L1;
        const bool simulatorB = b.id == "simulator"_L1;
        return simulatorA != simulatorB ? simulatorA
                                        : QString::compare(a.name, b.name, Qt::CaseInsensitive) < 0;
    });
    return providers;
}

static bool keyIsSet(const Provider &provider)
{
    return std::ranges::any_of(provider.env, [](const QString &name) {
        return !qEnvironmentVariableIsEmpty(qPrintable(name));
    });
}

/// What a provider needs before it can be used.
static QString needOf(const Provider &provider)
{
    if (provider.id == "simulator"_L1 || provider.authHeader.isEmpty())
        return TargetPanel::tr("No key needed");
    const auto set = std::ranges::find_if(provider.env, [](const QString &name) {
        return !qEnvironmentVariableIsEmpty(qPrintable(name));
    });
    if (set != provider.env.end())
        return TargetPanel::tr("Key in %1").arg(*set);
    return provider.keyOptional ? TargetPanel::tr("Key optional") : TargetPanel::tr("Needs a key");
}

TargetPanel::TargetPanel(const Context &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_pages(new QStackedWidget)
    , m_title(new QLabel)
    , m_search(new QLineEdit)
    , m_providers(new QStandardItemModel(this))
    , m_filter(new QSortFilterProxyModel(this))
    , m_list(new QListView)
    , m_note(new QLabel)
    , m_model(new ModelPicker(context))
    , m_name(new QLineEdit)
    , m_api(new QComboBox)
    , m_key(new QComboBox)
    , m_keyName(new QLineEdit)
    , m_baseUrl(new QLineEdit)
    , m_more(new FoldSection(tr("More")))
    , m_back(new QToolButton)
    , m_done(new QPushButton(tr("Add Target")))
{
    setObjectName(u"targetPanel"_s);
    QFont bold = m_title->font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_pages->addWidget(makeProviderPage());
    m_pages->addWidget(makeModelPage());
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(u"targetPanel.cancel"_s);
    m_done->setObjectName(u"targetPanel.done"_s);
    m_back->setObjectName(u"targetPanel.back"_s);

    m_back->setIcon(icon(isRightToLeft() ? u"go-next"_s : u"go-previous"_s));
    m_back->setAutoRaise(true);
    m_back->setToolTip(tr("Back to the Providers"));
    m_back->setAccessibleName(m_back->toolTip());
    m_title->setWordWrap(true);

    auto *head = new QHBoxLayout;
    head->addWidget(m_back);
    head->addWidget(m_title, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_done);
    auto *column = new QVBoxLayout(this);
    const int space = gap(*this, 0.75);
    column->setContentsMargins(space, space, space, space);
    column->setSpacing(space);
    column->addLayout(head);
    column->addWidget(m_pages, 1);
    column->addLayout(buttons);

    connect(cancel, &QPushButton::clicked, this, &TargetPanel::cancelled);
    connect(m_back, &QToolButton::clicked, this, &TargetPanel::startAdding);
    connect(m_done, &QPushButton::clicked, this, &TargetPanel::finish);
    connect(m_model, &ModelPicker::accepted, this, &TargetPanel::finish);
    connect(m_model, &ModelPicker::modelChanged, this,
            [this](const QString &model) { m_done->setEnabled(!model.isEmpty()); });
    connect(m_key, &QComboBox::currentIndexChanged, this, [this] {
        const auto from = KeyReference::From(m_key->currentData().toInt());
        m_keyName->setVisible(from == KeyReference::From::Keychain
                              || from == KeyReference::From::Variable);
    });
}

QWidget *TargetPanel::makeProviderPage()
{
    for (const Provider &one : sortedProviders()) {
        auto *item = new QStandardItem(one.name);
        item->setData(one.id, PickerRole::Id);
        const QString need = needOf(one);
        item->setData(need, PickerRole::Detail);
        item->setToolTip(one.note.isEmpty() ? need : one.note + u'\n' + need);
        item->setData(need, Qt::AccessibleDescriptionRole);
        m_providers->appendRow(item);
    }
    m_filter->setSourceModel(m_providers);
    m_filter->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_search->setPlaceholderText(tr("Search"));
    makeSearchField(*m_search);
    m_search->setAccessibleName(tr("Search providers"));
    m_list->setObjectName(u"providerList"_s);
    m_list->setAccessibleName(tr("Providers"));
    m_list->setModel(m_filter);
    m_list->setItemDelegate(new TwoLineDelegate(PickerRole::Remark, PickerRole::Detail, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);

    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins({});
    column->setSpacing(gap(*this, 0.5));
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setFilterFixedString(text.trimmed());
        m_list->setCurrentIndex(m_filter->index(0, 0));
    });
    connect(m_search, &QLineEdit::returnPressed, this, [this] { choose(m_list->currentIndex()); });
    connect(m_list, &QListView::clicked, this, &TargetPanel::choose);
    connect(m_list, &QListView::activated, this, &TargetPanel::choose);
    return page;
}

QWidget *TargetPanel::makeModelPage()
{
    m_note->setWordWrap(true);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_name->setPlaceholderText(tr("As the model is called"));
    m_name->setAccessibleName(tr("Name of the target"));
    m_api->setAccessibleName(tr("Way to speak to the service"));
    m_key->setAccessibleName(tr("Where the key is"));
    m_key->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_key->setMinimumContentsLength(10);
    m_keyName->setAccessibleName(tr("Name of the key"));
    m_baseUrl->setAccessibleName(tr("Base address"));

    auto *more = new QWidget;
    auto *form = new QFormLayout(more);
    form->setContentsMargins({});
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->addRow(tr("Name"), m_name);
    form->addRow(tr("Key"), m_key);
    form->addRow(QString(), m_keyName);
    form->addRow(tr("Interface"), m_api);
    form->addRow(tr("Address"), m_baseUrl);
    m_more->add(more);

    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins({});
    column->setSpacing(gap(*this, 0.5));
    column->addWidget(m_note);
    column->addWidget(m_model, 1);
    column->addWidget(m_more);
    return page;
}

void TargetPanel::setPrices(const PriceTable &prices)
{
    m_model->setPrices(prices);
}

void TargetPanel::startAdding()
{
    m_start = {};
    m_title->setText(tr("Add Target: Where?"));
    m_pages->setCurrentIndex(0);
    m_back->hide();
    m_done->hide();
    m_search->clear();
    m_list->setCurrentIndex(m_filter->index(0, 0));
    m_search->setFocus();
}

void TargetPanel::startEditing(const Target &target)
{
    m_start = target;
    const Provider *found = findProvider(builtinProviders(), target.provider);
    m_providerId = found ? found->id : target.provider;
    showProvider();
    m_title->setText(tr("Edit %1").arg(displayName(target)));
    m_back->hide();
    m_done->setText(tr("Apply"));
    m_model->setModel(target.model);
    m_name->setText(target.label);
    m_api->setCurrentIndex(std::max(0, m_api->findText(target.api)));
    m_key->setCurrentIndex(std::max(0, m_key->findData(int(target.key.from))));
    if (!target.key.name.isEmpty())
        m_keyName->setText(target.key.name);
    m_baseUrl->setText(target.baseUrl);
    m_more->setOpen(true);
}

const Provider *TargetPanel::provider() const
{
    return findProvider(builtinProviders(), m_providerId);
}

void TargetPanel::choose(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    m_providerId = index.data(PickerRole::Id).toString();
    m_name->clear();
    m_baseUrl->clear();
    showProvider();
    m_back->show();
    m_title->setText(tr("Add Target: %1").arg(provider()->name));
    m_done->setText(tr("Add Target"));
    // Where the address is the person's to say, it is asked for at once.
    m_more->setOpen(provider()->apis[0].baseUrl.isEmpty());
}

void TargetPanel::fillKeys(const Provider &provider)
{
    using From = KeyReference::From;
    m_key->clear();
    if (provider.id == "simulator"_L1 || provider.authHeader.isEmpty()) {
        m_key->addItem(tr("Not needed"), int(From::Default));
        return;
    }
    const QString variables = provider.env.join(tr(" or "));
    m_key->addItem(variables.isEmpty() ? tr("The provider's own places") : variables,
                   int(From::Default));
    m_key->addItem(tr("Keychain entry"), int(From::Keychain));
    m_key->addItem(tr("Another environment variable"), int(From::Variable));
    if (provider.keyOptional)
        m_key->addItem(tr("None"), int(From::None));
    // Without a variable that is set, the keychain is where a key can be put from this window.
    if (!provider.keyOptional && !keyIsSet(provider))
        m_key->setCurrentIndex(m_key->findData(int(From::Keychain)));
}

void TargetPanel::showProvider()
{
    const Provider *chosen = provider();
    m_pages->setCurrentIndex(1);
    m_done->show();
    m_api->clear();
    m_key->clear();
    if (!chosen)
        return;
    m_note->setText(chosen->note);
    m_note->setVisible(!chosen->note.isEmpty());
    for (const ProviderApi &api : chosen->apis)
        m_api->addItem(api.name);
    m_api->setEnabled(chosen->apis.size() > 1);
    fillKeys(*chosen);
    m_keyName->setText(chosen->id);
    const QString address = chosen->apis[0].baseUrl;
    m_baseUrl->setPlaceholderText(address.isEmpty() ? u"http://localhost:8000/v1"_s : address);
    m_baseUrl->setEnabled(chosen->id != "simulator"_L1);
    Target reach = m_start;
    reach.provider = m_providerId;
    m_model->setProvider(*chosen, reach);
    m_done->setEnabled(!m_model->model().isEmpty());
    m_model->setFocus();
}

Target TargetPanel::target() const
{
    Target target = m_start;
    target.label = m_name->text().trimmed();
    target.provider = m_providerId;
    target.model = m_model->model();
    target.baseUrl = m_baseUrl->text().trimmed();
    // The first is what is taken when none is named.
    target.api = m_api->currentIndex() > 0 ? m_api->currentText() : QString();
    const auto from = KeyReference::From(m_key->currentData().toInt());
    const bool named = from == KeyReference::From::Keychain || from == KeyReference::From::Variable;
    if (from != m_start.key.from || named)
        target.key = {.from = from, .name = named ? m_keyName->text().trimmed() : QString()};
    return target;
}

void TargetPanel::finish()
{
    if (!m_model->model().isEmpty())
        Q_EMIT finished(target());
}

void TargetPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT cancelled();
    else
        QWidget::keyPressEvent(event);
}

} // namespace Antiphon::Ui
