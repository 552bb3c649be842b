// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "responses/responsesmodel.h"

#include <QTimeZone>

// Scripted updates for the tests of models and views: what an engine would post, by hand.

namespace Antiphon::Ui::Scenes {

using namespace Qt::StringLiterals;
using Ms = std::chrono::milliseconds;

inline Cell cell(quint64 id, const QString &slug, const QString &model, bool simulated = false)
{
    return {.id = CallId {id},
            .target = slug,
            .name = slug,
            .model = model,
            .provider = simulated ? u"Simulator"_s : u"Example AI"_s,
            .simulated = simulated};
}

/// An attempt that answered after \p begin with the given text.
inline Attempt success(int number, Ms begin, const QString &text, const QString &target)
{
    return {.number = number,
            .kind = number > 1 ? AttemptKind::Retry : AttemptKind::Call,
            .state = CallState::Done,
            .target = target,
            .provider = u"openai"_s,
            .model = u"gpt-4o-mini"_s,
            .started = QDateTime(QDate(2026, 11, 20), QTime(9, 0), QTimeZone::UTC),
            .begin = begin,
            .exchange
            = {.request = {.url = QUrl(u"https://api.example.com/v1/chat/completions"_s),
                           .headers = {{"authorization", "Bearer ••••a1b2", true},
                                       {"content-type", "application/json"}},
                           .body = R"({"model":"m","stream":true})"},
               .head = {.status = 200, .headers = {{"content-type", "text/event-stream"}}},
               .body = "data: one\n\ndata: two\n\n",
               .chunks = {{Ms(400), 11}, {Ms(900), 11}},
               .end = u"complete"_s},
            .timings = {.queued = Ms(40),
                        .connect = Ms(120),
                        .tls = Ms(210),
                        .sent = Ms(215),
                        .headers = Ms(420),
                        .firstToken = Ms(635),
                        .end = Ms(1840)},
            .text = text,
            .usage = {.input = 120, .cachedInput = 32, .output = 212},
            .finish = FinishReason::Stop,
            .finishRaw = u"stop"_s,
            .responseId = u"resp-1"_s,
            .responseModel = u"gpt-4o-mini"_s,
            .complete = true,
            .cost = Money {420'000'000}};
}

/// 429 with Retry-After: 1, and the decision to obey it.
inline Attempt limited(int number, Ms begin, const QString &target)
{
    Attempt attempt = success(number, begin, {}, target);
    attempt.state = CallState::Failed;
    attempt.timings
        = {.connect = Ms(90), .tls = Ms(180), .sent = Ms(182), .headers = Ms(410), .end = Ms(412)};
    attempt.exchange.head = {.status = 429, .headers = {{"retry-after", "1"}}};
    attempt.exchange.body = R"({"error":{"message":"Rate limit reached"}})";
    attempt.usage = {};
    attempt.finish.reset();
    attempt.complete = false;
    attempt.cost.reset();
    attempt.error = Error {.kind = ErrorKind::RateLimit,
                           .message = u"Rate limit reached for requests"_s,
                           .provider = u"openai"_s,
                           .httpStatus = 429,
                           .requestId = u"req-7"_s,
                           .retryAfter = Ms(1000),
                           .retryAfterHeader = u"retry-after: 1"_s};
    attempt.decision
        = Decision {.next = Decision::Next::Retry,
                    .rule = u"when.any[0]"_s,
                    .formula = u"retry-after"_s,
                    .minSeconds = 1,
                    .maxSeconds = 1,
                    .drawnSeconds = 1,
                    .header = u"retry-after: 1"_s,
                    .wait = Ms(1000),
                    .stop = jsonArray({jsonObject({{"after_attempt", 4}, {"now", number}})}),
                    .why = u"The server asked to wait 1 s: try 2 of 4"_s};
    return attempt;
}

/// A stream that broke after 1.1 s of text, and the backoff that follows.
inline Attempt dropped(int number, Ms begin, const QString &text, const QString &target)
{
    Attempt attempt = success(number, begin, text, target);
    attempt.state = CallState::Failed;
    attempt.timings.firstToken = Ms(500);
    attempt.timings.end = Ms(1600);
    attempt.complete = false;
    attempt.finish.reset();
    attempt.cost = Money {90'000'000};
    attempt.error = Error {.kind = ErrorKind::Dropped,
                           .message = u"The stream ended after 38 of its tokens."_s};
    attempt.decision
        = Decision {.next = Decision::Next::Retry,
                    .stream = u"restart"_s,
                    .rule = u"when.any[2]"_s,
                    .formula = u"backoff"_s,
                    .minSeconds = 1,
                    .maxSeconds = 2,
                    .drawnSeconds = 1.7,
                    .wait = Ms(1700),
                    .stop = jsonArray({jsonObject({{"after_attempt", 4}, {"now", number}}),
                                       jsonObject({{"after_delay", 600}, {"now", 2.1}})}),
                    .why = u"The stream broke: try 3 of 4 in 1.7 s"_s};
    return attempt;
}

inline CallRecord record(const Cell &cell, const QList<Attempt> &attempts)
{
    return {.prompt = u"summarize"_s,
            .target = cell.target,
            .provider = cell.provider,
            .model = cell.model,
            .simulated = cell.simulated,
            .state = attempts.last().state,
            .attempts = attempts};
}

} // namespace Antiphon::Ui::Scenes
