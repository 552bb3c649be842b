// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/config/parameterinfo.h>

#include <QWidget>

namespace Antiphon::Ui {

/// Where one parameter's value is typed or chosen, by its type.
class ValueEditor : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// Shows \p value; empty: nothing is said, and \p instead tells what applies then. Emits
    /// nothing.
    virtual void showValue(const std::optional<Json> &value, const QString &instead) = 0;

    /// Why what is typed is no value; empty when it is one.
    [[nodiscard]] virtual QString problem() const { return {}; }

    /// The control that has the keyboard.
    [[nodiscard]] virtual QWidget *control() const = 0;

Q_SIGNALS:
    /// The person changed the value; empty: nothing is said any more.
    void edited(const std::optional<Antiphon::Json> &value);

    /// problem() is another one.
    void problemChanged();
};

[[nodiscard]] ValueEditor *makeValueEditor(const ParameterInfo &info, QWidget *parent);

} // namespace Antiphon::Ui
