// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/call/record.h>

#include <antiphon/core/call/failures.h>
#include <antiphon/core/extract/accept.h>

#include "answerjson.h"

#include <antiphon/core/call/response.h>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Antiphon {

bool operator==(const AskedCalls &a, const AskedCalls &b)
{
    return a.fields == b.fields && a.calls == b.calls;
}

const Attempt *answer(const CallRecord &record)
{
    return record.attempts.isEmpty() ? nullptr : &record.attempts.last();
}

// An attempt that never reached the provider cannot have cost anything.
static std::optional<Money> costOf(const Attempt &attempt)
{
    const bool reachedModel
        = attempt.exchange.head.status >= 200 && attempt.exchange.head.status < 300;
    return attempt.cost || reachedModel ? attempt.cost : Money {};
}

std::optional<Money> totalCost(const CallRecord &record)
{
    Money sum;
    for (const Attempt &attempt : record.attempts) {
        const auto cost = costOf(attempt);
        if (!cost)
            return {};
        sum = sum + *cost;
    }
    for (const CallRecord &asked : record.asked.calls) {
        const auto cost = totalCost(asked);
        if (!cost)
            return {};
        sum = sum + *cost;
    }
    return sum;
}

Money wastedCost(const CallRecord &record)
{
    Money sum;
    for (qsizetype i = 0; i + 1 < record.attempts.size(); ++i) {
        const Attempt &attempt = record.attempts[i];
        if (attempt.toolRuns.isEmpty()) // a step on the way is no waste
            sum = sum + attempt.cost.value_or(Money {});
    }
    return sum;
}

QList<Message> conversation(const CallRecord &record)
{
    const Attempt *last = answer(record);
    if (!last)
        return {};
    QList<Message> messages = last->asked.messages;
    if (const Message said = answerMessage(*last); !said.parts.isEmpty())
        messages.append(said);
    if (!last->toolRuns.isEmpty())
        messages.append(toolResultsMessage(*last));
    return messages;
}

bool canGoOn(const CallRecord &record)
{
    const Attempt *last = answer(record);
    const bool answered = record.state == CallState::Done || record.state == CallState::Truncated;
    return last && answered && !last->asked.messages.isEmpty()
        && last->toolCalls.size() == last->toolRuns.size();
}

std::chrono::milliseconds totalTime(const CallRecord &record)
{
    if (record.attempts.isEmpty())
        return {};
    const Attempt &last = record.attempts.last();
    return last.begin + last.timings.end.value_or(Timings::Ms {}) - record.attempts.first().begin;
}

static qint64 waitedMs(const CallRecord &record)
{
    qint64 sum = 0;
    for (const Attempt &attempt : record.attempts)
        sum += attempt.decision ? attempt.decision->wait.count() : 0;
    return sum;
}

// All answers, where more than one was asked for; the members beside the list are the first one's.
static void putChoices(Json &json, const Attempt &last)
{
    if (!asksForSeveral(last.asked.parameters))
        return;
    Json list = jsonArray();
    for (const Attempt &choice : choicesOf(last))
        list.push_back(
            jsonObject({{"content", toJson(choice.text)},
                        {"thinking", toJson(choice.thinking)},
                        {"finishReason",
                         choice.finish ? toJson(finishReasonName(*choice.finish)) : Json::null()},
                        {"finishReasonRaw", optionalText(choice.finishRaw)},
                        {"toolCalls", toolCallsJson(choice.toolCalls)}}));
    json.insert_or_assign("choices", std::move(list));
}

static void putAnswer(Json &json, const Attempt &last)
{
    json.insert_or_assign("content", toJson(last.text));
    json.insert_or_assign("thinking", toJson(last.thinking));
    json.insert_or_assign("value", last.value.value_or(Json::null()));
    json.insert_or_assign("finishReason",
                          last.finish ? toJson(finishReasonName(*last.finish)) : Json::null());
    json.insert_or_assign("finishReasonRaw", optionalText(last.finishRaw));
    json.insert_or_assign("responseId", optionalText(last.responseId));
    json.insert_or_assign("responseModel", optionalText(last.responseModel));
    json.insert_or_assign("toolCalls", toolCallsJson(last.toolCalls));
    putChoices(json, last);
    putMedia(json, last);
    json.insert_or_assign("usage", toJson(last.usage));
    json.insert_or_assign("usageRaw", last.usageRaw);
}

static void putTotals(Json &json, const CallRecord &record)
{
    const auto cost = totalCost(record);
    Json money = toJson(cost);
    money.insert_or_assign("wastedUsd", toJson(toDecimal(wastedCost(record))));
    json.insert_or_assign("cost", std::move(money));

    const Attempt *last = answer(record);
    const auto firstToken = last ? last->timings.firstToken : std::nullopt;
    const auto sent = last ? last->timings.sent : std::nullopt;
    json.insert_or_assign(
        "timings",
        jsonObject(
            {{"firstTokenMs",
              firstToken ? Json(qint64((*firstToken - sent.value_or(Timings::Ms {})).count()))
                         : Json::null()},
             {"totalMs", Json(qint64(totalTime(record).count()))},
             {"waitedMs", Json(waitedMs(record))}}));
}

Json toJson(const CallRecord &record, bool withRequests)
{
    Json json = jsonObject({
        {"antiphon", Json("call/1")},
        {"prompt", toJson(record.prompt)},
        {"variant", toJson(record.variant)},
        {"target", toJson(record.target)},
        {"provider", toJson(record.provider)},
        {"model", toJson(record.model)},
        {"row", record.row ? Json(*record.row) : Json::null()},
        {"repeat", Json(record.repeat)},
        {"simulated", Json(record.simulated)},
        {"cached", Json(record.cached)},
        {"state", toJson(callStateName(record.state))},
    });
    const Attempt *last = answer(record);
    putAnswer(json, last ? *last : Attempt {});
    if (const Attempt *source = last && last->error ? lastWithValue(record) : nullptr)
        json.insert_or_assign("value", *source->value); // of a failed call the last there was
    putTotals(json, record);
    const auto error = errorOf(record);
    json.insert_or_assign("error", error ? toJson(*error) : Json::null());
    if (record.instead) {
        const bool isText = record.instead->is_string();
        json.insert_or_assign("content", isText ? *record.instead : Json(""));
        json.insert_or_assign("value", isText ? Json::null() : *record.instead);
        json.insert_or_assign("instead", Json(true));
    }
    if (last && last->accepted)
        json.insert_or_assign("accepted", true);
    if (!record.metadata.empty())
        json.insert_or_assign("metadata", record.metadata);
    if (!record.warnings.isEmpty()) {
        Json warnings = jsonArray();
        for (const QString &warning : record.warnings)
            warnings.push_back(toJson(warning));
        json.insert_or_assign("warnings", std::move(warnings));
    }
    if (!record.console.isEmpty()) {
        Json console = jsonArray();
        for (const QString &line : record.console)
            console.push_back(toJson(line));
        json.insert_or_assign("console", std::move(console));
    }
    if (!record.asked.calls.isEmpty()) {
        Json asked = jsonObject();
        for (qsizetype i = 0; i < record.asked.calls.size(); ++i)
            asked.insert_or_assign(toUtf8(record.asked.fields.value(i)),
                                   toJson(record.asked.calls[i], withRequests));
        json.insert_or_assign("asked", std::move(asked));
    }
    Json attempts = jsonArray();
    for (const Attempt &attempt : record.attempts)
        attempts.push_back(toJson(attempt, withRequests));
    json.insert_or_assign("attempts", std::move(attempts));
    return json;
}

} // namespace Antiphon
