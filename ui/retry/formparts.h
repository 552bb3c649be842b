// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCheckBox>
#include <QComboBox>
#include <QSignalBlocker>

#include <tuple>

class QDoubleSpinBox;

namespace Antiphon::Ui {

// What the form of a policy and its fields have in common.

/// A box of seconds called \p name, and \p about them.
[[nodiscard]] QDoubleSpinBox *secondsBox(const QString &name, const QString &about);

/// A combination box of \p choices: stored word, title, what it means.
[[nodiscard]] QComboBox *choiceBox(const QString &name,
                                   const QList<std::tuple<QString, QString, QString>> &choices);

// What follows shows a value without telling anybody.

template<typename Box, typename Value>
void put(Box *box, Value value)
{
    const QSignalBlocker blocker(box);
    if (box->value() != value)
        box->setValue(value);
}

inline void check(QCheckBox *box, bool on)
{
    const QSignalBlocker blocker(box);
    box->setChecked(on);
}

inline void choose(QComboBox *box, const QString &word)
{
    const QSignalBlocker blocker(box);
    box->setCurrentIndex(box->findData(word));
}

} // namespace Antiphon::Ui
