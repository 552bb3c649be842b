// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/call/redactattempt.h>

#include <antiphon/core/redact.h>

#include <utility>

namespace Antiphon {

static void redactText(QString &text, const QByteArrayList &secrets)
{
    if (!text.isEmpty())
        text = redact(text, secrets);
}

static void redactJson(Json &value, const QByteArrayList &secrets)
{
    if (value.is_null() || (!value.is_object() && !value.is_array() && !value.is_string()))
        return;
    const QByteArray bytes = toBytes(value);
    const QByteArray clean = redact(bytes, secrets);
    if (clean == bytes)
        return;
    auto parsed = parseJson(clean, 1024);
    value = parsed ? *std::move(parsed) : Json::null();
}

// A text whose stretches are known: they move when it gets shorter.
static void redactStretches(QString &text, AnswerPart::Kind kind, QList<AnswerPart> &layout,
                            const QByteArrayList &secrets)
{
    const QString whole = redact(text, secrets);
    if (whole == text)
        return;
    QString clean;
    AnswerPart *first = nullptr;
    for (AnswerPart &part : layout) {
        if (part.kind != kind)
            continue;
        const QString piece = redact(text.sliced(part.from, part.size), secrets);
        part.from = clean.size();
        part.size = piece.size();
        clean += piece;
        first = first ? first : &part;
    }
    text = whole;
    if (clean == whole || !first)
        return;
    // A secret runs over the edge of two stretches: the first takes all of the text.
    for (AnswerPart &part : layout) {
        if (part.kind == kind)
            part.from = part.size = 0;
    }
    first->size = whole.size();
}

void redactToolRuns(QList<ToolRun> &runs, const QByteArrayList &secrets)
{
    for (ToolRun &run : runs) {
        redactText(run.result, secrets);
        redactJson(run.arguments, secrets);
    }
}

void redactAttempt(Attempt &attempt, const QByteArrayList &secrets)
{
    HttpRequest request = std::exchange(attempt.exchange.request, {});
    attempt.exchange = redact(std::move(attempt.exchange), secrets);
    attempt.exchange.request = std::move(request);
    if (attempt.error)
        attempt.error = redact(*attempt.error, secrets);
    if (attempt.decision)
        redactText(attempt.decision->why, secrets);

    redactStretches(attempt.text, AnswerPart::Kind::Text, attempt.layout, secrets);
    redactStretches(attempt.thinking, AnswerPart::Kind::Thinking, attempt.layout, secrets);
    redactText(attempt.refusal, secrets);
    redactText(attempt.audio.transcript, secrets);
    for (ToolCall &call : attempt.toolCalls) {
        redactText(call.name, secrets);
        redactText(call.argumentsText, secrets);
    }
    redactToolRuns(attempt.toolRuns, secrets);
    for (ImageDelta &image : attempt.images)
        redactText(image.url, secrets);
    for (Citation &citation : attempt.citations) {
        redactText(citation.title, secrets);
        redactText(citation.url, secrets);
        redactText(citation.quote, secrets);
        redactJson(citation.raw, secrets);
    }
    for (ProviderToolUse &use : attempt.providerTools)
        redactJson(use.raw, secrets);
    redactJson(attempt.logprobs, secrets);
    redactJson(attempt.usageRaw, secrets);
    for (QString *text : {&attempt.responseId, &attempt.responseModel, &attempt.finishRaw})
        redactText(*text, secrets);
}

} // namespace Antiphon
