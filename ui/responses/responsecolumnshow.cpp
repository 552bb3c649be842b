// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How a ResponseColumn shows a Response.

#include "responses/responsecolumn.h"

#include "extraction/resultview.h"
#include "responses/answercards.h"
#include "responses/answerchooser.h"
#include "responses/markdownview.h"
#include "responses/streamtext.h"
#include "responses/toolquestionbar.h"
#include "widgets/inlinebar.h"
#include "widgets/statuschip.h"
#include "widgets/wordsbutton.h"
#include "wording/numbers.h"

#include <QAccessible>
#include <QAction>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Antiphon::Ui {

static constexpr auto announcementGap = 5s;

void ResponseColumn::tick(const Response &response, std::chrono::milliseconds now)
{
    const StateLook look = chipLook(response, now);
    m_chip->setState(look.glyph, look.role, look.word);
    m_footer->setParts(footerParts(figuresOf(response, now)));
}

/// What is shown: \p response with the answer that is chosen. Its value is read once, since rules
/// may take their time.
const Response &ResponseColumn::chosenOf(const Response &response)
{
    const int index = m_chooser->chosen();
    if (index == 0) {
        m_other.reset();
        return response;
    }
    if (!m_other || m_other->answer != index || m_other->cell.id != response.cell.id)
        m_other = std::make_unique<Response>(withAnswer(response, index));
    return *m_other;
}

bool ResponseColumn::refresh(const Response &response, std::chrono::milliseconds now,
                             QDeadlineTimer deadline)
{
    tick(response, now);
    m_chooser->setAnswers(response.choices);
    const Response &chosen = chosenOf(response);
    m_markdown = chosen.text;
    m_over = response.record.has_value();
    const bool waiting = response.state == CallState::Backoff && !m_over;
    m_tryNow->setVisible(waiting);
    m_stop->setVisible(waiting || (response.state == CallState::Tool && !m_over));
    m_tryNowAction->setEnabled(waiting);
    m_cancelAction->setEnabled(!m_over);
    const bool canReply = chosen.record && canGoOn(*chosen.record);
    m_reply->setVisible(canReply);
    m_replyAction->setEnabled(canReply);
    if (!canReply)
        m_replyText->hide();
    m_footer->setToolTip(footerToolTip(figuresOf(response, now)));
    setAccessibleName(spokenName(response));
    m_question->setQuestions(response.questions);
    showResult(chosen);
    showError(chosen);
    showCards(chosen);
    announce(response);
    const bool thought = showThinking(chosen, deadline);
    return showTexts(chosen, deadline) && thought;
}

// Why the text ends where it ends, if not because it is whole.
static QString endingOf(const Response &response)
{
    if (!response.record || response.text.isEmpty())
        return {};
    const Attempt *last = answer(*response.record);
    const QString when = last && last->timings.end
        ? ResponseColumn::tr(" after %1").arg(durationText(*last->timings.end))
        : QString();
    switch (response.state) {
    case CallState::Cancelled:
        return ResponseColumn::tr("Cancelled%1").arg(when);
    case CallState::Truncated:
        return ResponseColumn::tr("Cut at the token limit%1").arg(when);
    case CallState::Failed:
    case CallState::OverBudget:
    case CallState::Interrupted:
        return ResponseColumn::tr("Ended early%1: %2")
            .arg(when, last ? resultWord(*last) : lookOf(response.state).word);
    default:
        return {};
    }
}

bool ResponseColumn::showTexts(const Response &response, QDeadlineTimer deadline)
{
    if (m_extraction && m_valuePart->isChecked()) {
        m_texts->show();
        m_filler->hide();
        m_texts->setCurrentWidget(m_result);
        m_newText->hide();
        m_result->show(response);
        return true;
    }
    const bool nothing = response.text.isEmpty() && response.givenUp.isEmpty();
    m_texts->setVisible(!nothing || (m_errorBar->isHidden() && m_cards->isEmpty()));
    m_filler->setVisible(m_texts->isHidden() && m_cards->isEmpty());
    const bool tooLong = response.text.size() > MarkdownView::sizeLimit;
    const bool rendered = isRendered() && !tooLong;
    m_texts->setCurrentWidget(rendered ? static_cast<QWidget *>(m_rendered) : m_raw);
    if (rendered) {
        m_rendered->setText(response.text, m_over);
        return true;
    }
    QList<StreamText::Past> past;
    for (const GivenUpText &text : response.givenUp)
        past.append({text.text, text.reason});
    QString ending = endingOf(response);
    if (ending.isEmpty() && m_over && isRendered())
        ending = tr("Too long to render: shown as it came");
    bool whole = m_raw->show(past, response.text, ending);
    while (!whole && !deadline.hasExpired())
        whole = m_raw->show(past, response.text, ending);
    if (const auto source = whole ? std::exchange(m_source, {}) : std::nullopt)
        m_raw->select(source->first, source->second);
    return whole;
}

bool ResponseColumn::showThinking(const Response &response, QDeadlineTimer deadline)
{
    m_thinkingButton->setVisible(!response.thinking.isEmpty());
    if (response.thinking.isEmpty()) {
        m_thinkingButton->setChecked(false);
        return true;
    }
    const bool busy = response.text.isEmpty() && !m_over;
    if (!m_thinkingChosen && m_thinkingButton->isChecked() != busy)
        m_thinkingButton->setChecked(busy);
    m_thinkingButton->setText(
        tr("Thinking, about %1 tokens").arg(countText(estimatedTokens(response.thinking))));
    if (!m_thinkingButton->isChecked())
        return true;
    if (std::exchange(m_thinkingOf, response.attempt) != response.attempt)
        m_thinking->show({}, {}); // another attempt's thinking is no continuation
    bool whole = m_thinking->show({}, response.thinking);
    while (!whole && !deadline.hasExpired())
        whole = m_thinking->show({}, response.thinking);
    return whole;
}

void ResponseColumn::showError(const Response &response)
{
    const Attempt *last = response.record ? answer(*response.record) : nullptr;
    const bool invalid = m_extraction && last && last->error
        && last->error->kind == ErrorKind::Validation; // the value's own bar says it
    const bool quiet
        = invalid || (response.state == CallState::Cancelled && !response.text.isEmpty());
    const std::optional<Error> error = last && !quiet ? last->error : std::nullopt;
    if (error == m_error)
        return;
    m_error = error;
    m_errorBar->setVisible(error.has_value());
    if (!error)
        return;
    const bool soft = error->kind == ErrorKind::Cancelled || error->kind == ErrorKind::Filtered;
    Error told = *error;
    if (told.message.trimmed() == response.text.trimmed())
        told.message.clear(); // a refusal stands in the answer already
    const ErrorWords words = errorWords(told, {m_cell.name, m_cell.provider});
    m_errorBar->showMessage(soft ? InlineBar::Kind::Information : InlineBar::Kind::Error,
                            words.what, words.now);
    int buttons = 0;
    for (const Remedy remedy : words.remedies) {
        if (!m_offers.contains(remedy) || ++buttons > 2)
            continue;
        connect(m_errorBar->addButton(remedyText(remedy)), &QPushButton::clicked, this,
                [this, remedy] { Q_EMIT remedyRequested(remedy); });
    }
    m_errorBar->setDetails(soft ? QString() : errorDetails(*error));
}

/// What the answer holds besides text; known when it is over.
void ResponseColumn::showCards(const Response &response)
{
    const Attempt *last = response.record ? answer(*response.record) : nullptr;
    if (last && m_extraction && m_extraction->mechanism == Extraction::Mechanism::Tool) {
        Attempt rest = *last; // the tool that carries the value is no call to be shown
        rest.toolCalls.removeIf(
            [&](const ToolCall &call) { return call.name == m_extraction->model.name; });
        m_cards->showAttempt(rest);
    } else if (last)
        m_cards->showAttempt(*last);
    else if (!m_cards->isEmpty())
        m_cards->clear();
}

void ResponseColumn::showResult(const Response &response)
{
    if (m_extraction != response.extraction)
        m_extraction = response.extraction;
    m_parts->setVisible(m_extraction.has_value());
    setFocusProxy(m_extraction && m_valuePart->isChecked() ? static_cast<QWidget *>(m_result)
                                                           : m_raw);
}

// Screen readers are told of turns, not of tokens, and never more often than every five seconds.
void ResponseColumn::announce(const Response &response)
{
    if (m_announced == response.state)
        return;
    const auto now = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now().time_since_epoch());
    const bool worth = isFinal(response.state) || response.state == CallState::Streaming
        || response.state == CallState::Backoff || !m_announced;
    const bool soon = m_announcedAt && now - *m_announcedAt < announcementGap;
    if (!worth || (soon && !isFinal(response.state)))
        return;
    m_announced = response.state;
    m_announcedAt = now;
    QAccessibleAnnouncementEvent event(this, u"%1: %2"_s.arg(m_cell.name, m_chip->text()));
    QAccessible::updateAccessibility(&event);
}

} // namespace Antiphon::Ui
