// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "run/spending.h"

#include <antiphon/net/clock.h>
#include <antiphon/store/project/project.h>
#include <antiphon/store/spendledger.h>

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <utility>

namespace Antiphon::Ui {

static SpentMoney readSpent(const QString &project, QDate day)
{
    const SpendLedger ledger;
    return {.day = ledger.spentOn(project, day), .project = ledger.spentFor(project)};
}

Spending::Spending(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_writer(std::make_shared<QThreadPool>())
{
    m_writer->setMaxThreadCount(1); // in order
}

Spending::~Spending()
{
    m_writer->waitForDone();
}

QDate Spending::today() const
{
    return m_clock.wallNow().toLocalTime().date();
}

void Spending::follow(const QString &project)
{
    m_project = project;
    show(project, {});
    refresh();
}

void Spending::show(const QString &project, const SpentMoney &spent)
{
    if (project != m_project || std::exchange(m_spent, spent) == spent)
        return;
    Q_EMIT changed();
}

void Spending::refresh()
{
    if (!m_project)
        return;
    m_writer->start([this, self = QPointer(this), project = *m_project, day = today()] {
        QMetaObject::invokeMethod(
            qApp,
            [this, self, project, spent = readSpent(project, day)] {
                if (self)
                    show(project, spent);
            },
            Qt::QueuedConnection);
    });
}

void Spending::note(const QString &project, Money cost)
{
    if (cost == Money {})
        return;
    m_writer->start([project, day = today(), cost] {
        if (const auto noted = SpendLedger().add(project, day, cost); !noted)
            qWarning("%s", qPrintable(noted.error().message));
    });
    refresh();
}

Spending::Reader Spending::reader() const
{
    Reader reader;
    reader.m_writer = m_writer;
    return reader;
}

std::shared_ptr<Purse> Spending::Reader::purseFor(const Project &project, QDate today) const
{
    if (project.budget.isEmpty())
        return {};
    m_writer->waitForDone();
    return std::make_shared<Purse>(project.budget, readSpent(project.id, today));
}

} // namespace Antiphon::Ui
