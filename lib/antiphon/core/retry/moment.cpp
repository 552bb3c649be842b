// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/retry/decide.h>

using namespace Qt::StringLiterals;

namespace Antiphon {

RetryMoment momentOf(const Outcome &outcome)
{
    return {.name = outcome.name,
            .target = outcome.target,
            .attempt = outcome.attempt,
            .over = true,
            .error = outcome.error,
            .answer = outcome.answer,
            .elapsedSeconds = outcome.elapsedSeconds,
            .idleSeconds = outcome.idleSeconds};
}

static Json errorJson(const Error &error)
{
    const auto text = [](const QString &value) {
        return value.isEmpty() ? Json::null() : toJson(QStringView(value));
    };
    Json causes = jsonArray();
    for (const ErrorKind cause : error.causes)
        causes.push_back(toJson(QStringView(errorKindName(cause))));
    return jsonObject(
        {{"kind", toJson(QStringView(errorKindName(error.kind)))},
         {"message", toJson(QStringView(error.message))},
         {"code", text(error.code)},
         {"status", error.httpStatus ? Json(error.httpStatus) : Json::null()},
         {"retryAfter",
          error.retryAfter ? Json(double(error.retryAfter->count()) / 1000) : Json::null()},
         {"causes", std::move(causes)}});
}

Json toJson(const RetryMoment &moment)
{
    Json out = moment.answer.is_object() ? moment.answer : jsonObject({{"content", Json::null()}});
    out.insert_or_assign("name", toJson(QStringView(moment.name)));
    out.insert_or_assign("target", toJson(QStringView(moment.target)));
    out.insert_or_assign("attempt", Json(moment.attempt));
    out.insert_or_assign("failed", moment.over ? Json(moment.error.has_value()) : Json::null());
    out.insert_or_assign("error", moment.error ? errorJson(*moment.error) : Json::null());
    out.insert_or_assign("elapsed", moment.over ? Json(moment.elapsedSeconds) : Json::null());
    out.insert_or_assign("idle", Json(moment.idleSeconds));
    out.insert_or_assign("upcoming", Json(moment.upcomingSeconds));
    out.insert_or_assign("next",
                         moment.goesOn ? jsonObject({{"sleep", Json(moment.upcomingSeconds)}})
                                       : Json::null());
    out.insert_or_assign("variables", moment.variables);
    return out;
}

QString describe(const RetryMoment &moment)
{
    QString last = u"none yet"_s;
    if (moment.error)
        last = u"failed (%1 %2)"_s.arg(errorKindName(moment.error->kind), moment.error->message);
    else if (moment.over)
        last = u"returned %1"_s.arg(textOf(moment.answer, "content"));
    return u"<RetryCallState %1: attempt #%2; slept for %3; last result: %4>"_s
        .arg(moment.name.isEmpty() ? u"<unknown>"_s : moment.name)
        .arg(moment.attempt)
        .arg(QString::number(moment.idleSeconds, 'f', 2).toDouble())
        .arg(last);
}

} // namespace Antiphon
