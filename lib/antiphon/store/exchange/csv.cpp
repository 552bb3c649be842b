// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/store/exchange/csv.h>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

/// A column and where its value stands in the object of cli.md.
struct Column {
    const char *name;
    const char *member;
    const char *inner = nullptr;
};

} // namespace

static constexpr Column columns[] = {
    {"prompt", "prompt"},
    {"variant", "variant"},
    {"target", "target"},
    {"provider", "provider"},
    {"model", "model"},
    {"row", "row"},
    {"repeat", "repeat"},
    {"simulated", "simulated"},
    {"cached", "cached"},
    {"state", "state"},
    {"finish_reason", "finishReason"},
    {"error_kind", "error", "kind"},
    {"error_message", "error", "message"},
    {"http_status", "error", "httpStatus"},
    {"input_tokens", "usage", "input"},
    {"cached_input_tokens", "usage", "cachedInput"},
    {"output_tokens", "usage", "output"},
    {"reasoning_tokens", "usage", "reasoning"},
    {"cost_usd", "cost", "usd"},
    {"wasted_usd", "cost", "wastedUsd"},
    {"first_token_ms", "timings", "firstTokenMs"},
    {"total_ms", "timings", "totalMs"},
    {"waited_ms", "timings", "waitedMs"},
    {"response_id", "responseId"},
    {"response_model", "responseModel"},
    {"content", "content"},
    {"thinking", "thinking"},
};

// Columns that are made here, behind those above.
static constexpr const char *madeColumns[] = {"attempts", "attempts_log", "warnings"};

QByteArrayList csvColumns()
{
    QByteArrayList names;
    for (const Column &column : columns)
        names.append(column.name);
    for (const char *name : madeColumns)
        names.append(name);
    return names;
}

static QByteArray quoted(QByteArray text)
{
    // Formula injection: see OWASP, "CSV Injection".
    static constexpr QByteArrayView triggers("=+-@\t\r");
    if (!text.isEmpty() && triggers.contains(text.front()))
        text.prepend('\'');
    const bool needsQuotes = text.contains(',') || text.contains('"') || text.contains('\n')
        || text.contains('\r') || text.startsWith(' ') || text.endsWith(' ');
    return needsQuotes ? '"' + text.replace("\"", "\"\"") + '"' : text;
}

static QByteArray cell(const Json *value)
{
    if (!value || value->is_null())
        return {};
    if (!value->is_string())
        return toBytes(*value); // numbers and booleans need neither quotes nor apostrophes
    return quoted(toText(*value).toUtf8());
}

/// "1 call failed rate-limit 429 wait 1000 ms; 2 retry done".
static QByteArray attemptsLog(const CallRecord &record)
{
    QStringList tries;
    for (const Attempt &attempt : record.attempts) {
        QStringList words {QString::number(attempt.number), attemptKindName(attempt.kind),
                           callStateName(attempt.state)};
        if (attempt.error) {
            words.append(errorKindName(attempt.error->kind));
            if (attempt.error->httpStatus > 0)
                words.append(QString::number(attempt.error->httpStatus));
        }
        if (attempt.decision && attempt.decision->next != Decision::Next::Stop)
            words.append(u"wait %1 ms"_s.arg(attempt.decision->wait.count()));
        tries.append(words.join(u' '));
    }
    return tries.join("; "_L1).toUtf8();
}

QByteArray toCsv(const QList<CallRecord> &records)
{
    QByteArray out = csvColumns().join(',') + "\r\n";
    for (const CallRecord &record : records) {
        const Json json = toJson(record);
        QByteArrayList cells;
        for (const Column &column : columns) {
            const Json *value = find(json, column.member);
            if (value && column.inner)
                value = find(*value, column.inner);
            const bool isMoney = qstrcmp(column.member, "cost") == 0;
            cells.append(isMoney && value && value->is_string() ? toText(*value).toUtf8()
                                                                : cell(value));
        }
        cells.append(QByteArray::number(record.attempts.size()));
        cells.append(quoted(attemptsLog(record)));
        cells.append(quoted(record.warnings.join(u'\n').toUtf8()));
        out += cells.join(',') + "\r\n";
    }
    return out;
}

} // namespace Antiphon
