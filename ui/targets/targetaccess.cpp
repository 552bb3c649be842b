// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "targets/targetaccess.h"

#include <antiphon/net/clock.h>
#include <antiphon/net/engine.h>
#include <antiphon/net/prepare.h>
#include <antiphon/store/builtin.h>
#include <antiphon/store/networksettings.h>
#include <antiphon/store/secretstore.h>

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

namespace Antiphon::Ui {

TargetAccess::TargetAccess(const Context &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
}

void TargetAccess::prepare(const Target &target, QObject *receiver,
                           std::function<void(const Result<PreparedTarget> &)> done)
{
    QThreadPool::globalInstance()->start(
        [target, receiver = QPointer(receiver), done = std::move(done),
         &secrets = m_context.secrets, network = networkSettings(m_context.settings),
         folder = m_folder, prices = m_prices, today = m_context.clock.wallNow().date()] {
            const RunSource source {
                .providers = builtinProviders(),
                .prices = prices,
                .environment
                = [](const QString &name) { return qEnvironmentVariable(qPrintable(name)); },
                .keychain = [&secrets](const QString &name) { return secrets.read(name); },
                .network = network,
                .folder = folder,
                .today = today,
            };
            const Result<PreparedTarget> prepared = prepareTarget(target, Prompt {}, source);
            QMetaObject::invokeMethod(
                qApp,
                [receiver, done, prepared] {
                    if (receiver)
                        done(prepared);
                },
                Qt::QueuedConnection);
        });
}

void TargetAccess::check(const Target &target, QObject *receiver,
                         std::function<void(const CheckReport &)> done)
{
    prepare(target, receiver, [this, receiver, done](const Result<PreparedTarget> &prepared) {
        if (!prepared)
            done(checkReport(prepared.error()));
        else
            m_context.engine.check(*prepared).then(receiver, done);
    });
}

void TargetAccess::listModels(const Target &target, QObject *receiver,
                              std::function<void(const Result<ModelList> &)> done)
{
    prepare(target, receiver, [this, receiver, done](const Result<PreparedTarget> &prepared) {
        if (!prepared)
            done(std::unexpected(prepared.error()));
        else
            m_context.engine.listModels(*prepared).then(receiver, done);
    });
}

} // namespace Antiphon::Ui
