// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/config/parameterinfo.h>

#include <QWidget>

class QGridLayout;
class QLabel;
class QToolButton;

namespace Antiphon::Ui {

class ElidedLabel;
class ValueEditor;

/// What is said of one parameter, from the weakest to the strongest.
struct ParameterState {
    std::optional<Json> project = {}; ///< The project's default.
    std::optional<Json> target = {}; ///< What the target says: the value that is edited.
    std::optional<Json> prompt = {}; ///< What the open prompt says instead.

    friend bool operator==(const ParameterState &, const ParameterState &) = default;
};

/// One parameter of a target: its name, its value, and an arrow back to the default.
class ParameterField : public QWidget {
    Q_OBJECT

public:
    explicit ParameterField(const ParameterInfo &info, QWidget *parent = nullptr);

    [[nodiscard]] const ParameterInfo &info() const { return m_info; }
    [[nodiscard]] bool isSet() const { return m_state.target.has_value(); }
    void showState(const ParameterState &state);

    /// Name and value beside each other, or one above the other.
    void place(bool narrow);

Q_SIGNALS:
    void edited(const std::optional<Antiphon::Json> &value);

    /// The person looks at this one.
    void explained(const QString &details);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void enterEvent(QEnterEvent *event) override;

private:
    [[nodiscard]] QString instead() const;
    void showNote();

    const ParameterInfo m_info;
    ParameterState m_state;
    QGridLayout *m_grid;
    ElidedLabel *m_name;
    ValueEditor *m_editor;
    QToolButton *m_reset;
    QLabel *m_note;
};

} // namespace Antiphon::Ui
