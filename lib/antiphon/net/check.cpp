// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/net/check.h>

#include <antiphon/core/redact.h>
#include <antiphon/core/words.h>

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Antiphon {

// The least that OpenAI's Responses accept; enough to see that tokens come.
static constexpr int fewTokens = 16;

// Long enough for a local server that loads the model first.
static constexpr auto patience = 120s;

CallSpec checkCall(const PreparedTarget &target)
{
    CallSpec spec {.targets = {target}, .retries = false};
    spec.inputs.prompt.slug = u"check"_s;
    spec.inputs.prompt.messages = {textMessage(Role::User, u"Reply with the word OK."_s)};
    spec.inputs.overrideParameters.maxTokens = fewTokens;
    spec.inputs.stream = false;
    PreparedTarget &asked = spec.targets.first();
    asked.target.parameters = {};
    asked.target.fallback.clear();
    asked.timeouts.total = asked.timeouts.total > 0ms
        ? std::min<std::chrono::milliseconds>(asked.timeouts.total, patience)
        : patience;
    return spec;
}

// "the key ending a1b2": which one it was, where there are several.
static QString keyWords(const Credentials &credentials)
{
    const QByteArrayList secrets = secretsOf(credentials);
    const QString shown
        = secrets.isEmpty() ? QString() : masked(QString::fromUtf8(secrets.first()));
    return shown.size() > 4 ? Words::tr("the key ending %1").arg(shown.last(4))
                            : Words::tr("the key");
}

static QString failureWords(const Error &error, const PreparedTarget &target)
{
    const QString name = target.provider.name;
    switch (error.kind) {
    case ErrorKind::Authentication:
        if (std::holds_alternative<std::monostate>(target.credentials))
            return Words::tr("%1 wants a key: %2").arg(name, error.message);
        return Words::tr("%1 refused %2: %3")
            .arg(name, keyWords(target.credentials), error.message);
    case ErrorKind::Permission:
        return Words::tr("%1 knows %2, but it may not use %3: %4")
            .arg(name, keyWords(target.credentials), target.target.model, error.message);
    case ErrorKind::NotFound:
        return Words::tr("%1 has no model \"%2\" here: %3")
            .arg(name, target.target.model, error.message);
    case ErrorKind::Quota:
        return Words::tr("The key works, but %1 says the credit is used up: %2")
            .arg(name, error.message);
    case ErrorKind::RateLimit:
        return Words::tr("The key works, but %1 limits requests just now: %2")
            .arg(name, error.message);
    default:
        return error.message;
    }
}

static QString costWords(const std::optional<Money> &cost, const PreparedTarget &target)
{
    if (target.simulated)
        return Words::tr("The simulator costs nothing.");
    if (!cost)
        return Words::tr("What the check cost is not known: there is no price for %1.")
            .arg(target.target.model);
    if (cost->picoUsd == 0)
        return Words::tr("The check cost nothing.");
    return Words::tr("The check cost $%1.").arg(toDecimal(*cost));
}

CheckReport checkReport(const CallRecord &record, const PreparedTarget &target)
{
    const Attempt *last = answer(record);
    if (!last)
        return {.words = Words::tr("The check was not begun.")};
    CheckReport report {.model = last->responseModel.isEmpty() ? last->model : last->responseModel,
                        .cost = totalCost(record),
                        .took = totalTime(record),
                        .error = last->error};
    // An answer that was cut or declined is an answer: key, address and model are right.
    report.ok = !last->error || last->error->kind == ErrorKind::Filtered;
    if (report.ok) {
        const QString seconds = QLocale().toString(double(report.took.count()) / 1000.0, 'f', 1);
        report.words = Words::tr("%1 answered within %2 s.").arg(report.model, seconds);
        report.error.reset();
    } else {
        report.words = failureWords(*last->error, target);
    }
    report.words += u' ' + costWords(report.cost, target);
    return report;
}

CheckReport checkReport(const Error &error)
{
    return {.words = error.message, .cost = Money {}, .error = error};
}

} // namespace Antiphon
