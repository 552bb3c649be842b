// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "attempts/attemptactions.h"

#include "attempts/facts.h"
#include "theme/icons.h"

#include <antiphon/core/provider/codec.h>

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

AttemptActions::AttemptActions(QObject *parent)
    : QObject(parent)
    , m_send(new QAction(icon(u"media-playback-start"_s), tr("&Replay This Attempt"), this))
    , m_read(new QAction(icon(u"view-refresh"_s), tr("Read Recorded Response &Again"), this))
    , m_script(new QAction(icon(u"document-new"_s), tr("Make &Simulator Script"), this))
    , m_curl(new QAction(icon(u"edit-copy"_s), tr("&Copy as curl"), this))
    , m_export(new QAction(icon(u"document-export"_s), tr("&Export Attempt…"), this))
    , m_policy(new QAction(icon(u"document-edit"_s), tr("Edit Retry &Policy"), this))
{
    m_read->setToolTip(tr("Reads the response as it was recorded once more; nothing is sent"));
    m_script->setToolTip(tr("Makes a simulated target that answers as this call was answered"));
    m_curl->setToolTip(tr("Copies a command that sends this request; the key is left out"));
    m_export->setToolTip(tr("What was sent and received, without keys"));
    m_policy->setToolTip(tr("Opens the policy that decided what followed"));
    connect(m_send, &QAction::triggered, this, [this] { Q_EMIT sendAgainRequested(*m_attempt); });
    connect(m_read, &QAction::triggered, this, [this] { Q_EMIT readAgainRequested(*m_attempt); });
    connect(m_script, &QAction::triggered, this, [this] { Q_EMIT scriptRequested(m_ofCall); });
    connect(m_curl, &QAction::triggered, this, [this] {
        QGuiApplication::clipboard()->setText(curlCommand(m_attempt->exchange.request));
    });
    // A dialog opens from the event loop, so that an assistive tool is answered at once.
    connect(
        m_export, &QAction::triggered, this, [this] { Q_EMIT exportRequested(*m_attempt); },
        Qt::QueuedConnection);
    connect(m_policy, &QAction::triggered, this,
            [this] { Q_EMIT policyRequested(m_attempt->target); });
    setAttempt(nullptr, {});
}

QList<QAction *> AttemptActions::all() const
{
    return {m_send, m_read, m_script, m_curl, m_export, m_policy};
}

QList<QAction *> AttemptActions::ofRecord() const
{
    return {m_read, m_curl};
}

static QString replayTip(const Attempt *attempt)
{
    if (!attempt)
        return AttemptActions::tr("Sends the same request again, as a new call");
    return attempt->simulated
        ? AttemptActions::tr("Sends exactly this request to the simulator again, as a new call "
                             "without retries; it costs nothing")
        : AttemptActions::tr("Sends exactly this request to %1 again, as a new call without "
                             "retries; it is billed like any other")
              .arg(attempt->target);
}

void AttemptActions::setAttempt(const Attempt *attempt, const QList<Attempt> &ofCall)
{
    m_attempt = attempt ? std::optional(*attempt) : std::nullopt;
    m_ofCall = ofCall;
    const bool over = attempt && isFinal(attempt->state);
    const bool sent = over && !attempt->exchange.request.url.isEmpty();
    m_send->setEnabled(sent);
    m_send->setToolTip(replayTip(attempt));
    m_read->setEnabled(over && attempt->exchange.head.status > 0 && findCodec(attempt->codec));
    m_script->setEnabled(std::ranges::any_of(ofCall, [](const Attempt &each) {
        return isFinal(each.state) && !each.exchange.request.url.isEmpty();
    }));
    m_curl->setEnabled(sent);
    m_export->setEnabled(sent);
    m_policy->setEnabled(attempt);
}

} // namespace Antiphon::Ui
