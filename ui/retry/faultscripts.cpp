// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "retry/faultscripts.h"

#include <antiphon/core/words.h>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

static Json stepsOf(const char *steps)
{
    const auto list = parseJson(QByteArrayView(steps));
    return jsonObject({{"steps", list.value_or(jsonArray())}});
}

static PlannedOutcome failed(ErrorKind kind, int status = 0, int retryAfter = 0,
                             bool textBegan = false)
{
    Error error {.kind = kind, .httpStatus = status};
    if (retryAfter > 0) {
        error.retryAfter = std::chrono::seconds(retryAfter);
        error.retryAfterHeader = u"retry-after: %1"_s.arg(retryAfter);
    }
    return {.outcome = {.error = error, .textBegan = textBegan}};
}

static PlannedOutcome answered()
{
    return {.outcome = {.answer = jsonObject({{"content", Json("")},
                                              {"value", Json::null()},
                                              {"finishReason", Json("stop")},
                                              {"toolCalls", jsonArray()},
                                              {"usage", jsonObject()}})}};
}

QList<FaultScript> faultScripts()
{
    using enum ErrorKind;
    return {
        {Words::tr("Rate limit twice, then an answer"),
         stepsOf(R"([{"fail": {"error": "rate-limit", "retryAfter": 1}},
                     {"fail": {"error": "rate-limit"}},
                     {"text": "The printer works again."}])"),
         {failed(RateLimit, 429, 1), failed(RateLimit, 429), answered()}},
        {Words::tr("Rate limit for 20 seconds, then an answer"),
         stepsOf(R"([{"fail": {"error": "rate-limit", "retryAfter": 20}},
                     {"text": "The printer works again."}])"),
         {failed(RateLimit, 429, 20), answered()}},
        {Words::tr("Server error without end"),
         stepsOf(R"([{"fail": {"error": "server", "status": 503}}])"),
         {failed(Server, 503)}},
        {Words::tr("No connection twice, then an answer"),
         stepsOf(R"([{"fault": {"kind": "refuse"}}, {"fault": {"kind": "refuse"}},
                     {"text": "The printer works again."}])"),
         {failed(Connection), failed(Connection), answered()}},
        {Words::tr("Stream breaks off once"),
         stepsOf(R"([{"text": "The printer in room 12 works again since this morning.",
                      "fault": {"kind": "drop", "after": 22}},
                     {"text": "The printer in room 12 works again since this morning."}])"),
         {failed(Dropped, 200, 0, true), answered()}},
        {Words::tr("Silence until the timeout, once"),
         stepsOf(R"([{"text": "", "fault": {"kind": "stall", "after": 0}},
                     {"text": "The printer works again."}])"),
         {failed(Timeout), answered()}},
        {Words::tr("Key refused"),
         stepsOf(R"([{"fail": {"error": "authentication"}}])"),
         {failed(Authentication, 401)}},
        {Words::tr("Bad request"),
         stepsOf(R"([{"fail": {"error": "invalid-request"}}])"),
         {failed(InvalidRequest, 400)}},
        {Words::tr("Refusal"),
         stepsOf(R"([{"refusal": "I cannot help with that."}])"),
         {failed(Filtered, 200)}},
    };
}

} // namespace Antiphon::Ui
