// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/searchfield.h"

#include "theme/icons.h"

#include <QAction>
#include <QCoreApplication>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

void makeSearchField(QLineEdit &field)
{
    field.setClearButtonEnabled(true);
    // Qt gives its own button no words.
    if (auto *clear = field.findChild<QAction *>(u"_q_qlineeditclearaction"_s))
        clear->setText(QCoreApplication::translate("searchfield", "Clear"));
    QAction *sign = field.addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    sign->setText(QCoreApplication::translate("searchfield", "Search"));
}

} // namespace Antiphon::Ui
