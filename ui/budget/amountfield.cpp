// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "budget/amountfield.h"

#include "widgets/numberbox.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QSignalBlocker>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

static constexpr double pico = 1e12;
static constexpr double mostDollars = 1'000'000;

AmountField::AmountField(const QString &name, double usual, QWidget *parent)
    : QWidget(parent)
    , m_set(new QCheckBox)
    , m_dollars(new NumberBox)
{
    m_set->setAccessibleName(name);
    m_set->setToolTip(tr("Check it to set a limit"));
    m_dollars->setRange(0, mostDollars);
    m_dollars->setDecimals(6);
    m_dollars->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    m_dollars->setPrefix(u"$"_s);
    m_dollars->setValue(usual);
    m_dollars->setEnabled(false);
    m_dollars->setAccessibleName(tr("%1, in US dollars").arg(name));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->addWidget(m_set);
    row->addWidget(m_dollars, 1);
    setFocusProxy(m_set);
    connect(m_set, &QCheckBox::toggled, this, [this](bool on) {
        m_dollars->setEnabled(on);
        Q_EMIT changed();
    });
    connect(m_dollars, &QDoubleSpinBox::valueChanged, this, &AmountField::changed);
}

void AmountField::setAmount(const std::optional<Money> &amount)
{
    const QSignalBlocker silent(this);
    m_set->setChecked(amount.has_value());
    m_dollars->setEnabled(amount.has_value());
    if (amount)
        m_dollars->setValue(double(amount->picoUsd) / pico);
}

std::optional<Money> AmountField::amount() const
{
    if (!m_set->isChecked())
        return {};
    return Money {std::llround(m_dollars->value() * pico)};
}

} // namespace Antiphon::Ui
