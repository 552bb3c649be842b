// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "targets/addtargetdialog.h"

#include <antiphon/core/simulate/script.h>

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

/// The simulator first, since it needs nothing; the rest by name.
static QList<Provider> sorted(QList<Provider> providers)
{
    std::ranges::sort(providers, [](const Provider &a, const Provider &b) {
        const bool simulatorA = a.id == "simulator"_L1;
        const bool simulatorB = b.id == "simulator"_L1;
        return simulatorA != simulatorB ? simulatorA
                                        : QString::compare(a.name, b.name, Qt::CaseInsensitive) < 0;
    });
    return providers;
}

AddTargetDialog::AddTargetDialog(const QList<Provider> &providers, const PriceTable &prices,
                                 QWidget *parent)
    : QDialog(parent)
    , m_providers(sorted(providers))
    , m_prices(prices)
    , m_provider(new QComboBox)
    , m_model(new QComboBox)
    , m_label(new QLineEdit)
    , m_baseUrl(new QLineEdit)
    , m_key(new QComboBox)
    , m_about(new QLabel)
{
    setObjectName(u"addTargetDialog"_s);
    setWindowTitle(tr("Add Target"));
    for (const Provider &one : m_providers)
        m_provider->addItem(one.name);
    m_model->setEditable(true);
    m_model->setInsertPolicy(QComboBox::NoInsert);
    m_label->setPlaceholderText(tr("As the model is called"));
    m_about->setWordWrap(true);
    m_about->setForegroundRole(QPalette::PlaceholderText);

    auto *form = new QFormLayout;
    form->addRow(tr("Provider"), m_provider);
    form->addRow(tr("Model"), m_model);
    form->addRow(tr("Name"), m_label);
    form->addRow(tr("Key"), m_key);
    form->addRow(tr("Address"), m_baseUrl);
    m_provider->setAccessibleName(tr("Provider"));
    m_model->setAccessibleName(tr("Model"));
    m_model->lineEdit()->setAccessibleName(tr("Model"));
    m_label->setAccessibleName(tr("Name of the target"));
    m_key->setAccessibleName(tr("Where the key is"));
    m_baseUrl->setAccessibleName(tr("Base address"));

    auto *buttons = new QDialogButtonBox;
    m_add = buttons->addButton(tr("Add Target"), QDialogButtonBox::AcceptRole);
    QPushButton *cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_about);
    layout->addStretch(1);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 70, sizeHint().height());

    connect(m_provider, &QComboBox::currentIndexChanged, this, &AddTargetDialog::showProvider);
    connect(m_model, &QComboBox::editTextChanged, this, &AddTargetDialog::showNeeds);
    connect(m_add, &QPushButton::clicked, this, &QDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    showProvider();
}

const Provider *AddTargetDialog::provider() const
{
    const int index = m_provider->currentIndex();
    return index < 0 ? nullptr : &m_providers[index];
}

void AddTargetDialog::showProvider()
{
    const Provider *chosen = provider();
    if (!chosen)
        return;
    const bool simulator = chosen->id == "simulator"_L1;
    QStringList models = simulator ? builtinScriptNames() : chosen->models;
    for (const PriceRow &row : m_prices.rows) {
        if (row.provider == chosen->id && !models.contains(row.model))
            models.append(row.model);
    }
    m_model->clear();
    m_model->addItems(models);
    m_model->setCurrentIndex(models.isEmpty() ? -1 : 0);
    m_key->clear();
    if (simulator || chosen->authHeader.isEmpty()) {
        m_key->addItem(tr("Not needed"), int(KeyReference::From::None));
    } else {
        const QString variables = chosen->env.join(tr(" or "));
        m_key->addItem(variables.isEmpty() ? tr("The provider's own places")
                                           : tr("Environment variable %1").arg(variables),
                       int(KeyReference::From::Default));
        m_key->addItem(tr("Keychain entry “%1”").arg(chosen->id),
                       int(KeyReference::From::Keychain));
        if (chosen->keyOptional)
            m_key->addItem(tr("None"), int(KeyReference::From::None));
    }
    m_baseUrl->setPlaceholderText(chosen->apis.isEmpty() || chosen->apis[0].baseUrl.isEmpty()
                                      ? tr("Built in")
                                      : chosen->apis[0].baseUrl);
    m_baseUrl->setEnabled(!simulator);
    m_about->setText(chosen->note);
    showNeeds();
}

void AddTargetDialog::showNeeds()
{
    m_add->setEnabled(!m_model->currentText().trimmed().isEmpty());
}

Target AddTargetDialog::target() const
{
    const Provider *chosen = provider();
    const auto from = KeyReference::From(m_key->currentData().toInt());
    Target target {.label = m_label->text().trimmed(),
                   .provider = chosen ? chosen->id : QString(),
                   .model = m_model->currentText().trimmed(),
                   .baseUrl = m_baseUrl->text().trimmed()};
    if (from == KeyReference::From::Keychain)
        target.key = {.from = from, .name = target.provider};
    return target;
}

} // namespace Antiphon::Ui
