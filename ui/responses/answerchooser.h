// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "responses/responsesmodel.h"

#include <QComboBox>

namespace Antiphon::Ui {

/// Which of several answers to one call is shown: "Answer 2 of 3, complete". Hidden where there is
/// one only.
class AnswerChooser : public QComboBox {
    Q_OBJECT

public:
    /// \p name is the target's, for what assistive tools read.
    explicit AnswerChooser(const QString &name, QWidget *parent = nullptr);

    /// Offers \p answers; the first is chosen when they are others than before.
    void setAnswers(const QList<Attempt> &answers);

    /// From 0.
    [[nodiscard]] int chosen() const;
};

/// \p response with its answer number \p index, from 0, in place of the first, and the value read
/// from that.
[[nodiscard]] Response withAnswer(Response response, int index);

} // namespace Antiphon::Ui
