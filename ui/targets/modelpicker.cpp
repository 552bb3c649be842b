// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "targets/modelpicker.h"

#include "targets/modelwords.h"
#include "targets/pickerroles.h"
#include "targets/targetaccess.h"
#include "theme/metrics.h"
#include "widgets/searchfield.h"
#include "widgets/twolinedelegate.h"

#include <antiphon/core/simulate/script.h>
#include <antiphon/net/clock.h>

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

ModelPicker::ModelPicker(const Context &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_access(new TargetAccess(context, this))
    , m_field(new QLineEdit)
    , m_models(new QStandardItemModel(this))
    , m_filter(new QSortFilterProxyModel(this))
    , m_list(new QListView)
    , m_source(new QLabel)
    , m_facts(new QLabel)
{
    m_field->setObjectName(u"modelField"_s);
    m_field->setPlaceholderText(tr("Search, or type a name"));
    makeSearchField(*m_field);
    m_field->setAccessibleName(tr("Model"));
    m_field->installEventFilter(this);
    m_filter->setSourceModel(m_models);
    m_filter->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_list->setObjectName(u"modelList"_s);
    m_list->setAccessibleName(tr("Models"));
    m_list->setModel(m_filter);
    m_list->setItemDelegate(new TwoLineDelegate(PickerRole::Remark, PickerRole::Detail, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    for (QLabel *label : {m_source, m_facts}) {
        label->setWordWrap(true);
        label->setForegroundRole(QPalette::PlaceholderText);
    }

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(gap(*this, 0.5));
    column->addWidget(m_field);
    column->addWidget(m_list, 1);
    column->addWidget(m_source);
    column->addWidget(m_facts);
    setFocusProxy(m_field);

    connect(m_field, &QLineEdit::textEdited, this,
            [this](const QString &text) { m_filter->setFilterFixedString(text.trimmed()); });
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty())
            m_filter->setFilterFixedString({});
        showFacts();
        Q_EMIT modelChanged(model());
    });
    connect(m_field, &QLineEdit::returnPressed, this, &ModelPicker::accepted);
    const auto take
        = [this](const QModelIndex &index) { m_field->setText(index.data().toString()); };
    connect(m_list, &QListView::clicked, this, take);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this, take](const QModelIndex &index) {
                if (index.isValid() && m_list->hasFocus())
                    take(index);
            });
    connect(m_list, &QListView::activated, this, [this, take](const QModelIndex &index) {
        take(index);
        Q_EMIT accepted();
    });
}

/// Down goes from the field into the list.
bool ModelPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down
        && m_filter->rowCount() > 0) {
        m_list->setFocus();
        m_list->setCurrentIndex(m_filter->index(std::max(0, m_list->currentIndex().row()), 0));
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

QString ModelPicker::model() const
{
    return m_field->text().trimmed();
}

void ModelPicker::setModel(const QString &model)
{
    m_field->setText(model);
}

void ModelPicker::setProvider(const Provider &provider, const Target &target)
{
    const bool another = provider.id != m_provider.id;
    m_provider = provider;
    if (another)
        m_field->clear();
    m_filter->setFilterFixedString({});
    if (provider.id == "simulator"_L1) {
        ++m_number;
        fill(builtinScriptNames());
        m_source->setText(tr("Built-in scripts. None of them costs anything."));
        return;
    }
    fill(bundledModels(m_prices, provider, m_context.clock.wallNow().date()));
    ask(target);
}

void ModelPicker::ask(const Target &target)
{
    const quint64 number = ++m_number;
    m_source->setText(tr("Asking %1 for its models…").arg(m_provider.name));
    Target asked = target;
    if (asked.model.isEmpty())
        asked.model = m_provider.models.value(0, u"model"_s);
    m_access->listModels(asked, this, [this, number](const Result<ModelList> &list) {
        if (number != m_number)
            return;
        if (list && !list->models.isEmpty()) {
            fill(list->models);
            m_source->setText(
                tr("%Ln model(s), as %1 lists them.", nullptr, int(list->models.size()))
                    .arg(m_provider.name));
            return;
        }
        m_source->setText(m_models->rowCount() > 0
                              ? tr("Models known to Antiphon; the service could not be asked.")
                              : tr("The service could not be asked. Type the model's name."));
        m_source->setToolTip(list ? QString() : list.error().message);
    });
}

void ModelPicker::fill(const QStringList &models)
{
    m_models->clear();
    const QDate today = m_context.clock.wallNow().date();
    for (const QString &model : models) {
        const ModelInfo info = modelInfo(m_prices, m_provider, model, today);
        auto *item = new QStandardItem(model);
        const QString price = info.known ? priceText(info.price, info.simulated) : QString();
        item->setData(price, PickerRole::Remark);
        QString detail = modelFacts(info);
        if (info.simulated)
            detail = tr("Simulated");
        item->setData(detail, PickerRole::Detail);
        item->setToolTip(QStringList {model, detail,
                                      info.known ? priceSentence(info.price, info.simulated)
                                                 : tr("Nothing is known of it.")}
                             .join(u'\n'));
        item->setData(item->toolTip(), Qt::AccessibleDescriptionRole);
        m_models->appendRow(item);
    }
}

void ModelPicker::showFacts()
{
    if (model().isEmpty()) {
        m_facts->clear();
        return;
    }
    const ModelInfo info
        = modelInfo(m_prices, m_provider, model(), m_context.clock.wallNow().date());
    m_facts->setText(info.known ? priceSentence(info.price, info.simulated)
                                : tr("Price and abilities of this model are not known."));
}

} // namespace Antiphon::Ui
