// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What RunController does to send a request once more.

#include "run/runcontroller.h"

#include <antiphon/core/words.h>
#include <antiphon/net/clock.h>
#include <antiphon/net/engine.h>
#include <antiphon/store/networksettings.h>

#include <QCoreApplication>
#include <QPointer>
#include <QPromise>
#include <QThreadPool>

#include <algorithm>
#include <utility>

namespace Antiphon::Ui {

QFuture<Result<CallId>> RunController::sendAgain(const AgainRequest &request)
{
    using Sent = Result<CallId>;
    if (request.simulateAll && !request.attempt.simulated)
        return QtFuture::makeReadyValueFuture(
            Sent(fail(ErrorKind::Setup,
                      Words::tr("“Simulate All Targets” is on, and this request went to a real "
                                "service. Switch it off in the menu Run to send it."))));
    const auto promise = std::make_shared<QPromise<Sent>>();
    promise->start();
    const quint64 run = m_againRun;
    const QDateTime now = m_context.clock.wallNow();
    const NetworkSettings network = networkSettings(m_context.settings);
    QThreadPool::globalInstance()->start([this, self = QPointer(this), request, network, now, run,
                                          promise, &secrets = m_context.secrets] {
        PreparedCall prepared = prepareSendingAgain(request, network, secrets, now);
        QMetaObject::invokeMethod(
            qApp,
            [this, self, run, request, promise, prepared = std::move(prepared)] {
                const bool late = !self || run != m_againRun;
                promise->addResult(late ? Sent(fail(ErrorKind::Cancelled, Words::tr("Cancelled.")))
                                        : begin(prepared, request));
                promise->finish();
            },
            Qt::QueuedConnection);
    });
    return promise->future();
}

Result<CallId> RunController::begin(const PreparedCall &prepared, const AgainRequest &request)
{
    if (!prepared.spec)
        return std::unexpected(prepared.spec.error());
    CallSpec spec = *prepared.spec;
    // Its answer is read as that of the attempt was; nothing else of the prompt counts.
    const CallSpec before = m_specs.value(request.call);
    spec.inputs = before.inputs;
    spec.inputs.handlers.clear();
    spec.row = before.row;
    spec.repeat = before.repeat;
    const auto reading = m_readings.constFind({request.call, request.attempt.target});
    if (reading != m_readings.cend())
        spec.recorded->extraction = *reading;
    spec.purse = m_purse;

    Cell cell = prepared.cell;
    const bool wasSending = isSendingAgain();
    cell.id = launch(spec);
    m_again.insert(cell.id, false);
    Q_EMIT sentAgain(cell, request.attempt);
    if (!wasSending)
        Q_EMIT sendingAgainChanged();
    return cell.id;
}

bool RunController::isSendingAgain() const
{
    return std::ranges::any_of(m_again, [](bool over) { return !over; });
}

/// Another run begins: what is still under way ends, and is billed, unseen.
void RunController::dropSentAgain()
{
    const bool wasSending = isSendingAgain();
    for (const auto &[id, over] : std::as_const(m_again).asKeyValueRange()) {
        if (!over)
            m_context.engine.cancel(id);
    }
    m_again.clear();
    if (wasSending)
        Q_EMIT sendingAgainChanged();
}

} // namespace Antiphon::Ui
