// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/net/purse.h>

#include <QObject>

#include <memory>
#include <optional>

class QThreadPool;

namespace Antiphon {
class Clock;
struct Project;
}

namespace Antiphon::Ui {

/// What the open project's calls cost in real money, today and in all: notes it in the person's own
/// ledger, which the command writes too, and tells.
///
/// The file is read and written on a thread of its own, one thing after the other: other programs
/// may be at it.
class Spending : public QObject {
    Q_OBJECT

public:
    /// \p clock must outlive it.
    explicit Spending(const Clock &clock, QObject *parent = nullptr);

    /// Writes what is still to be written.
    ~Spending() override;

    /// Tells of \p project, by its id, from now on.
    void follow(const QString &project);

    /// Reads again: another program, or another day, may have changed it.
    void refresh();

    /// As last read: `day` and `project`.
    [[nodiscard]] const SpentMoney &spent() const { return m_spent; }

    void note(const QString &project, Money cost);

    /// Reads the ledger on any thread, with everything in it that was noted before.
    class Reader {
    public:
        /// What the calls of a run on \p today may spend together; empty: nothing limits them.
        [[nodiscard]] std::shared_ptr<Purse> purseFor(const Project &project, QDate today) const;

    private:
        friend class Spending;
        std::shared_ptr<QThreadPool> m_writer;
    };
    [[nodiscard]] Reader reader() const;

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QDate today() const;
    void show(const QString &project, const SpentMoney &spent);

    const Clock &m_clock;
    std::shared_ptr<QThreadPool> m_writer;
    std::optional<QString> m_project;
    SpentMoney m_spent;
};

} // namespace Antiphon::Ui
