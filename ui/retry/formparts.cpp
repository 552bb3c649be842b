// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "retry/formparts.h"

#include "retry/policyform.h"
#include "widgets/numberbox.h"

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

QDoubleSpinBox *secondsBox(const QString &name, const QString &about)
{
    auto *box = new NumberBox;
    box->setRange(0, 1e6);
    box->setDecimals(3);
    box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    box->setSuffix(PolicyForm::tr(" s"));
    box->setAccessibleName(name);
    box->setToolTip(about);
    return box;
}

QComboBox *choiceBox(const QString &name,
                     const QList<std::tuple<QString, QString, QString>> &choices)
{
    auto *box = new QComboBox;
    box->setAccessibleName(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(16);
    for (const auto &[word, title, about] : choices) {
        box->addItem(title, word);
        box->setItemData(box->count() - 1, about, Qt::ToolTipRole);
    }
    return box;
}

} // namespace Antiphon::Ui
