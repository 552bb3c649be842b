// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/config/prompt.h>

#include <QWidget>

namespace Antiphon::Ui {

/// The field of one variable, by its type.
class InputField : public QWidget {
    Q_OBJECT

public:
    explicit InputField(const VariableSpec &spec, QWidget *parent = nullptr);

    [[nodiscard]] const VariableSpec &spec() const { return m_spec; }

    /// Shows \p value, an empty field for none. Emits nothing.
    virtual void showValue(const std::optional<Value> &value) = 0;

    /// Why what is typed is no value of the type; empty when it is one.
    [[nodiscard]] virtual QString problem() const { return {}; }

Q_SIGNALS:
    /// The person changed the value; empty: the field is blank again.
    void edited(const std::optional<Antiphon::Value> &value);

    /// What problem() says may be another thing: it was looked into meanwhile.
    void checked();

private:
    VariableSpec m_spec;
};

/// The field for \p spec: text that grows, choice, number, check box, list, JSON, file. \p folder
/// is the project's.
[[nodiscard]] InputField *makeField(const VariableSpec &spec, const QString &folder,
                                    QWidget *parent);

} // namespace Antiphon::Ui
