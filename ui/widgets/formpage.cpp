// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/formpage.h"

#include "theme/metrics.h"

#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace Antiphon::Ui {

QFormLayout *makeForm(QWidget &page)
{
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    const int space = gap(page, 1.5);
    auto *rows = new QVBoxLayout(&page);
    rows->setContentsMargins(space, space, space, space);
    rows->addLayout(form);
    rows->addStretch(1); // labels would take what is left over
    return form;
}

void widen(QLabel &label)
{
    label.setWordWrap(true);
    QSizePolicy policy = label.sizePolicy();
    policy.setHorizontalPolicy(QSizePolicy::Expanding);
    label.setSizePolicy(policy);
}

} // namespace Antiphon::Ui
