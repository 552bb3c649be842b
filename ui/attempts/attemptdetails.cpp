// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "attempts/attemptdetails.h"

#include "attempts/facts.h"
#include "attempts/whypanel.h"
#include "theme/icons.h"
#include "theme/metrics.h"
#include "widgets/factstable.h"
#include "widgets/jsonview.h"

#include <QClipboard>
#include <QComboBox>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

enum ResponsePart { Assembled, Body, Headers };

AttemptDetails::AttemptDetails(QWidget *parent)
    : QTabWidget(parent)
    , m_summary(new FactsTable(tr("Summary of the attempt"), {tr("What"), tr("Value")}))
    , m_why(new WhyPanel)
    , m_events(new FactsTable(tr("Events of the stream"),
                              {tr("#"), tr("Since sent"), tr("Gap"), tr("Size"), tr("Content")},
                              {0, 1, 2, 3}))
    , m_timing(new FactsTable(tr("Times of the attempt"),
                              {tr("Phase"), tr("Time"), tr("From"), tr("To")}, {1, 2, 3}))
    , m_cost(new FactsTable(tr("Cost of the attempt"),
                            {tr("Kind"), tr("Tokens"), tr("Per Million"), tr("Amount")}, {1, 2, 3}))
{
    setObjectName("attemptTabs"_L1);
    setAccessibleName(tr("Details of the attempt"));
    setDocumentMode(true);
    addTab(m_summary, tr("Summary"));
    addTab(m_why, tr("Why"));
    addTab(makeRequestPage(), tr("Request"));
    addTab(makeResponsePage(), tr("Response"));
    addTab(m_events, tr("Events"));
    addTab(m_timing, tr("Timing"));
    addTab(m_cost, tr("Cost"));
    setCurrentWidget(m_why);
    connect(this, &QTabWidget::currentChanged, this, &AttemptDetails::fillCurrent);
}

QWidget *AttemptDetails::makeRequestPage()
{
    auto *page = new QWidget;
    m_request = new JsonView(tr("Request body"), page);
    m_copyCurl = new QPushButton(icon(u"edit-copy"_s), tr("Copy as curl"), page);
    m_copyCurl->setToolTip(tr("Copies a command that sends this request; the key is left out"));
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(gap(*this, 0.5), gap(*this, 0.5), gap(*this, 0.5), 0);
    bar->addWidget(m_copyCurl);
    bar->addStretch();
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins({});
    m_requestHead = new QPlainTextEdit(page);
    m_requestHead->setReadOnly(true);
    m_requestHead->setTabChangesFocus(true);
    m_requestHead->setFrameShape(QFrame::NoFrame);
    m_requestHead->setLayoutDirection(Qt::LeftToRight);
    m_requestHead->setAccessibleName(tr("Address and headers of the request"));
    m_requestHead->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_requestHead->setMinimumHeight(m_requestHead->fontMetrics().lineSpacing() * 2);
    m_requestHead->setMaximumHeight(m_requestHead->fontMetrics().lineSpacing() * 7);
    column->addLayout(bar);
    column->addWidget(m_requestHead);
    column->addWidget(m_request, 1);
    connect(m_copyCurl, &QPushButton::clicked, this, [this] {
        if (m_attempt)
            QGuiApplication::clipboard()->setText(curlCommand(m_attempt->exchange.request));
    });
    return page;
}

QWidget *AttemptDetails::makeResponsePage()
{
    auto *page = new QWidget;
    m_response = new JsonView(tr("Response"), page);
    m_responsePart = new QComboBox(page);
    m_responsePart->addItems({tr("Assembled text"), tr("Body as received"), tr("Headers")});
    m_responsePart->setAccessibleName(tr("Part of the response"));
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(gap(*this, 0.5), gap(*this, 0.5), gap(*this, 0.5), 0);
    bar->addWidget(m_responsePart);
    bar->addStretch();
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins({});
    column->addLayout(bar);
    column->addWidget(m_response, 1);
    connect(m_responsePart, &QComboBox::currentIndexChanged, this, &AttemptDetails::fillResponse);
    return page;
}

void AttemptDetails::show(const Attempt *attempt, const Attempt *before)
{
    m_attempt = attempt ? std::optional(*attempt) : std::nullopt;
    m_before = before ? std::optional(*before) : std::nullopt;
    setEnabled(attempt);
    fillCurrent();
}

// Only what is seen is filled: a body of megabytes costs nothing until its tab is opened.
void AttemptDetails::fillCurrent()
{
    const Attempt attempt = m_attempt.value_or(Attempt {});
    const QWidget *page = currentWidget();
    if (page == m_summary) {
        m_summary->setRows(m_attempt ? summaryRows(attempt) : QList<QStringList> {});
    } else if (page == m_why) {
        m_why->setSections(m_attempt ? whyOf(m_before ? &*m_before : nullptr, attempt)
                                     : QList<WhySection> {});
    } else if (page == m_events) {
        m_events->setRows(eventRows(attempt));
    } else if (page == m_timing) {
        m_timing->setRows(m_attempt ? timingRows(attempt) : QList<QStringList> {});
    } else if (page == m_cost) {
        m_cost->setRows(m_attempt ? costRows(attempt) : QList<QStringList> {});
    } else if (page->isAncestorOf(m_request)) {
        const bool sent = !attempt.exchange.request.url.isEmpty();
        m_copyCurl->setEnabled(sent);
        m_requestHead->setPlainText(sent ? requestHead(attempt.exchange.request)
                                         : tr("Nothing was sent."));
        m_request->setText(readableBody(attempt.exchange.request.body));
    } else {
        fillResponse();
    }
}

void AttemptDetails::fillResponse()
{
    const Attempt attempt = m_attempt.value_or(Attempt {});
    const HttpHead &head = attempt.exchange.head;
    switch (m_responsePart->currentIndex()) {
    case Assembled:
        m_response->setText(assembledText(attempt), u"Markdown"_s);
        return;
    case Body:
        m_response->setText(readableBody(attempt.exchange.body));
        return;
    case Headers:
        m_response->setText(head.status
                                ? u"HTTP %1\n"_s.arg(head.status) + headersText(head.headers)
                                : tr("No response came."),
                            {});
        return;
    default:
        return;
    }
}

} // namespace Antiphon::Ui
