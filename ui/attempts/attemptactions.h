// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/call/attempt.h>

#include <QObject>

class QAction;

namespace Antiphon::Ui {

/// What can be done with an attempt, for its menu and that of the row.
class AttemptActions : public QObject {
    Q_OBJECT

public:
    explicit AttemptActions(QObject *parent = nullptr);

    [[nodiscard]] QList<QAction *> all() const;

    /// Those that need nothing but the attempt: no project, no engine.
    [[nodiscard]] QList<QAction *> ofRecord() const;

    /// The attempt at hand, nullptr for none, and all of its call.
    void setAttempt(const Attempt *attempt, const QList<Attempt> &ofCall);

Q_SIGNALS:
    void sendAgainRequested(const Antiphon::Attempt &attempt);
    void readAgainRequested(const Antiphon::Attempt &attempt);
    void scriptRequested(const QList<Antiphon::Attempt> &attempts);
    void exportRequested(const Antiphon::Attempt &attempt);
    void policyRequested(const QString &target);

private:
    std::optional<Attempt> m_attempt;
    QList<Attempt> m_ofCall;
    QAction *m_send;
    QAction *m_read;
    QAction *m_script;
    QAction *m_curl;
    QAction *m_export;
    QAction *m_policy;
};

} // namespace Antiphon::Ui
