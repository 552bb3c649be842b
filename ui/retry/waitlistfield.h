// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/retry/policy.h>

#include <QWidget>

class QComboBox;
class QListWidget;
class QToolButton;

namespace Antiphon::Ui {

class WaitField;

/// The parts of a chain, a sum or a wait by error, to be put into order and edited one by one.
class WaitListField : public QWidget {
    Q_OBJECT

public:
    explicit WaitListField(QWidget *parent = nullptr);

    void setWait(const Wait &wait);

Q_SIGNALS:
    void edited(const Antiphon::Wait &wait, const QString &key);
    void textRequested();

private:
    struct Part {
        QString error = {}; ///< Of a wait by error: a kind's stored name, or "default".
        Wait wait = {};

        friend bool operator==(const Part &, const Part &) = default;
    };

    [[nodiscard]] QList<Part> parts() const;
    void setParts(const QList<Part> &parts, const QString &key = {});
    [[nodiscard]] bool isByError() const;
    void showParts(int row);
    void showCurrent();
    void add();
    void remove();
    void move(int from, int to);

    Wait m_wait;
    QListWidget *m_list;
    QToolButton *m_add;
    QToolButton *m_remove;
    QToolButton *m_up;
    QToolButton *m_down;
    QComboBox *m_error;
    WaitField *m_part;
};

} // namespace Antiphon::Ui
