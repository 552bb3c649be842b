// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace Antiphon::Ui {

class TemplateEditor;

/// The strip before the text: line numbers, and a sign where a line has a problem.
class EditorGutter : public QWidget {
    Q_OBJECT

public:
    explicit EditorGutter(TemplateEditor &editor);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;

private:
    TemplateEditor &m_editor;
};

} // namespace Antiphon::Ui
