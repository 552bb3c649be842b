// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "retry/waitkinds.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace Antiphon::Ui {

class WaitListField;

/// A wait to be edited: its kind, and the numbers of that kind. Lists of waits open a list; what is
/// nested deeper is edited as text.
class WaitField : public QWidget {
    Q_OBJECT

public:
    /// \p nested: a part of a list, which is no list itself.
    explicit WaitField(bool nested = false, QWidget *parent = nullptr);

    void setWait(const Wait &wait);
    [[nodiscard]] const Wait &wait() const { return m_wait; }

Q_SIGNALS:
    /// \p key: of the number that changed; changes of one are one step of undo.
    void edited(const Antiphon::Wait &wait, const QString &key);
    void textRequested();

private:
    void rebuild();
    void showNumbers();
    void addNumber(const WaitNumber &number);
    void addSpread();
    void addScript();
    [[nodiscard]] bool isShown(WaitKind kind) const;

    const bool m_nested;
    Wait m_wait;
    WaitKind m_shape = WaitKind::Other; ///< What the numbers were made for.
    QComboBox *m_kind;
    QLabel *m_about;
    QWidget *m_numbers = nullptr;
    QFormLayout *m_form = nullptr;
    QList<std::pair<WaitNumber, QDoubleSpinBox *>> m_boxes;
    WaitListField *m_list = nullptr;
    QComboBox *m_spread = nullptr; ///< Of backoff's jitter.
    QLineEdit *m_script = nullptr; ///< Of a wait by script.
    QVBoxLayout *m_rows;
};

} // namespace Antiphon::Ui
