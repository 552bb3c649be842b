// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "attempts/attemptdetails.h"

#include "attempts/changes.h"
#include "attempts/facts.h"
#include "attempts/headerfacts.h"
#include "attempts/whypanel.h"
#include "theme/metrics.h"
#include "widgets/diffview.h"
#include "widgets/factstable.h"
#include "widgets/jsonview.h"
#include "widgets/searchfield.h"

#include <QComboBox>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

enum ResponsePart { Assembled, Body };
enum RequestPart { Laid, Raw, Messages };
enum EventsPart { Decoded, Pieces };

AttemptDetails::AttemptDetails(QWidget *parent)
    : QTabWidget(parent)
    , m_summary(new FactsTable(tr("Summary of the attempt"), {tr("What"), tr("Value")}))
    , m_why(new WhyPanel)
    , m_headers(new FactsTable(tr("Headers, sent and received"),
                               {tr("Direction"), tr("Name"), tr("Value"), tr("Meaning")}))
    , m_events(new FactsTable(
          tr("Events of the stream"),
          {tr("#"), tr("Since Sent"), tr("Gap"), tr("Type"), tr("Size"), tr("Content")},
          {0, 1, 2, 4}))
    , m_timing(new FactsTable(tr("Times of the attempt"),
                              {tr("Phase"), tr("Time"), tr("From"), tr("To")}, {1, 2, 3}))
    , m_validation(new FactsTable(tr("What does not fit"),
                                  {tr("Field"), tr("What Is Wrong"), tr("What Was There")}))
    , m_cost(new FactsTable(tr("Cost of the attempt"),
                            {tr("Kind"), tr("Tokens"), tr("Per Million"), tr("Amount")}, {1, 2, 3}))
{
    setObjectName("attemptTabs"_L1);
    setAccessibleName(tr("Details of the attempt"));
    setDocumentMode(true);
    addTab(m_summary, tr("Summary"));
    addTab(m_why, tr("Why"));
    addTab(makeRequestPage(), tr("Request"));
    addTab(m_headers, tr("Headers"));
    addTab(makeResponsePage(), tr("Response"));
    addTab(makeEventsPage(), tr("Events"));
    addTab(m_timing, tr("Timing"));
    addTab(m_validation, tr("Validation"));
    addTab(makeChangesPage(), tr("Changes"));
    addTab(m_cost, tr("Cost"));
    setCurrentWidget(m_why);
    connect(this, &QTabWidget::currentChanged, this, &AttemptDetails::fillCurrent);
}

void AttemptDetails::setActions(const QList<QAction *> &actions)
{
    auto *menu = new QMenu(this);
    menu->setToolTipsVisible(true);
    menu->addActions(actions);
    auto *button = new QToolButton(this);
    button->setText(tr("Attempt"));
    button->setToolTip(tr("What can be done with this attempt"));
    button->setAccessibleName(tr("Actions of the attempt"));
    button->setPopupMode(QToolButton::InstantPopup);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setMenu(menu);
    setCornerWidget(button);
}

QWidget *AttemptDetails::makeRequestPage()
{
    auto *page = new QWidget;
    m_request = new JsonView(tr("Request body"), page);
    m_requestPart = new QComboBox(page);
    m_requestPart->addItems({tr("Laid out"), tr("As it was sent"), tr("As messages")});
    m_requestPart->setAccessibleName(tr("Form of the request"));
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(gap(*this, 0.5), gap(*this, 0.5), gap(*this, 0.5), 0);
    bar->addWidget(m_requestPart);
    bar->addStretch();
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins({});
    m_requestHead = new QPlainTextEdit(page);
    m_requestHead->setReadOnly(true);
    m_requestHead->setTabChangesFocus(true);
    m_requestHead->setFrameShape(QFrame::NoFrame);
    m_requestHead->setLayoutDirection(Qt::LeftToRight);
    m_requestHead->setAccessibleName(tr("Address of the request"));
    m_requestHead->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_requestHead->setFixedHeight(m_requestHead->fontMetrics().lineSpacing() * 2);
    column->addLayout(bar);
    column->addWidget(m_requestHead);
    column->addWidget(m_request, 1);
    connect(m_requestPart, &QComboBox::currentIndexChanged, this, &AttemptDetails::fillRequest);
    return page;
}

QWidget *AttemptDetails::makeEventsPage()
{
    auto *page = new QWidget;
    auto *filter = new QLineEdit(page);
    filter->setPlaceholderText(tr("Filter"));
    filter->setAccessibleName(tr("Filter the events"));
    makeSearchField(*filter);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_events, 1);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(gap(*this, 0.5), gap(*this, 0.3), gap(*this, 0.5), gap(*this, 0.3));
    m_eventsPart = new QComboBox(page);
    m_eventsPart->addItems({tr("Events"), tr("Pieces as they came")});
    m_eventsPart->setAccessibleName(tr("Form of the events"));
    bar->addWidget(m_eventsPart);
    bar->addWidget(filter, 1);
    column->addLayout(bar);
    connect(m_eventsPart, &QComboBox::currentIndexChanged, this, &AttemptDetails::fillCurrent);
    connect(filter, &QLineEdit::textChanged, m_events, &FactsTable::setFilter);
    return page;
}

QWidget *AttemptDetails::makeChangesPage()
{
    auto *page = new QWidget;
    m_changes = new QLabel(page);
    m_changes->setWordWrap(true);
    m_changes->setTextFormat(Qt::PlainText);
    m_changes->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_changes->setAccessibleName(tr("What changed in the request"));
    m_diff = new DiffView(tr("Both requests, line by line"), page);
    auto *words = new QHBoxLayout;
    words->setContentsMargins(gap(*this), gap(*this, 0.6), gap(*this), gap(*this, 0.6));
    words->addWidget(m_changes);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(words);
    column->addWidget(m_diff, 1);
    return page;
}

QWidget *AttemptDetails::makeResponsePage()
{
    auto *page = new QWidget;
    m_response = new JsonView(tr("Response"), page);
    m_responsePart = new QComboBox(page);
    m_responsePart->addItems({tr("Assembled text"), tr("Body as received")});
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

void AttemptDetails::show(const Attempt *attempt, const Attempt *before, const Original *original)
{
    m_attempt = attempt ? std::optional(*attempt) : std::nullopt;
    m_before = before ? std::optional(*before) : std::nullopt;
    m_original = original ? std::optional(*original) : std::nullopt;
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
        const Attempt *before = m_before ? &*m_before : nullptr;
        const Original *original = m_original ? &*m_original : nullptr;
        m_why->setSections(m_attempt ? whyOf(before, attempt, original) : QList<WhySection> {});
    } else if (page == m_headers) {
        m_headers->setRows(headerRows(attempt));
    } else if (page->isAncestorOf(m_events)) {
        m_events->setRows(m_eventsPart->currentIndex() == Pieces ? pieceRows(attempt)
                                                                 : eventRows(attempt));
    } else if (page == m_validation) {
        m_validation->setRows(m_attempt ? validationRows(attempt) : QList<QStringList> {});
    } else if (page->isAncestorOf(m_diff)) {
        fillChanges();
    } else if (page == m_timing) {
        m_timing->setRows(m_attempt ? timingRows(attempt) : QList<QStringList> {});
    } else if (page == m_cost) {
        m_cost->setRows(m_attempt ? costRows(attempt) : QList<QStringList> {});
    } else if (page->isAncestorOf(m_request)) {
        fillRequest();
    } else {
        fillResponse();
    }
}

void AttemptDetails::fillRequest()
{
    const Attempt attempt = m_attempt.value_or(Attempt {});
    const HttpRequest &request = attempt.exchange.request;
    const bool sent = !request.url.isEmpty();
    m_requestHead->setPlainText(
        sent ? u"%1 %2"_s.arg(QString::fromUtf8(request.method), request.url.toDisplayString())
             : tr("Nothing was sent."));
    switch (m_requestPart->currentIndex()) {
    case Raw:
        m_request->setText(QString::fromUtf8(request.body));
        return;
    case Messages:
        m_request->setText(messagesText(attempt), u"Markdown"_s);
        return;
    default:
        m_request->setText(readableBody(request.body));
    }
}

void AttemptDetails::fillChanges()
{
    const Attempt *before = m_before ? &*m_before : m_original ? &m_original->attempt : nullptr;
    if (!m_attempt || !before) {
        m_changes->setText(m_attempt ? tr("It is the first attempt of this call.") : QString());
        m_diff->setLines({});
        return;
    }
    if (m_attempt->exchange.request.url.isEmpty()) {
        m_changes->setText(tr("Nothing was sent."));
        m_diff->setLines({});
        return;
    }
    const QStringList sentences = changeSentences(*before, *m_attempt);
    m_changes->setText(!sentences.isEmpty()
                           ? sentences.join(u'\n')
                           : tr("The same request as attempt %1.").arg(before->number));
    m_diff->setLines(sentences.isEmpty() ? QList<DiffLine> {} : requestDiff(*before, *m_attempt));
}

void AttemptDetails::fillResponse()
{
    const Attempt attempt = m_attempt.value_or(Attempt {});
    switch (m_responsePart->currentIndex()) {
    case Assembled:
        m_response->setText(assembledText(attempt), u"Markdown"_s);
        return;
    case Body:
        m_response->setText(attempt.exchange.head.status ? readableBody(attempt.exchange.body)
                                                         : tr("No response came."));
        return;
    default:
        return;
    }
}

} // namespace Antiphon::Ui
