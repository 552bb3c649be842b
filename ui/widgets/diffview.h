// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/jsondiff.h>

#include <QPlainTextEdit>

namespace Antiphon::Ui {

/// Two texts line by line: removed lines begin with "-", added ones with "+", and both are tinted.
/// Long stretches that are alike are folded into one line. Always left to right.
class DiffView : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit DiffView(const QString &name, QWidget *parent = nullptr);

    void setLines(const QList<DiffLine> &lines);

protected:
    void changeEvent(QEvent *event) override;

private:
    void tintLines();

    QList<DiffLine::Kind> m_kinds; ///< Of the lines shown.
};

} // namespace Antiphon::Ui
