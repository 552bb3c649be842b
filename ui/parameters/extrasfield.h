// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/json.h>

#include <QWidget>

class QLabel;

namespace Antiphon::Ui {

class GrowingTextEdit;

/// What a target sends besides the parameters that are known: a JSON object, checked as it is
/// typed.
class ExtrasField : public QWidget {
    Q_OBJECT

public:
    explicit ExtrasField(QWidget *parent = nullptr);

    /// Shows \p extras, an object. Emits nothing.
    void showExtras(const Json &extras);

Q_SIGNALS:
    void edited(const Antiphon::Json &extras);

private:
    void read();

    GrowingTextEdit *m_text;
    QLabel *m_problem;
};

} // namespace Antiphon::Ui
