// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/call/replay.h>

#include <antiphon/core/provider/answerreader.h>
#include <antiphon/core/words.h>

using namespace Qt::StringLiterals;

namespace Antiphon {

/// An attempt that has been sent, before anything came.
static Attempt unanswered(const Attempt &recorded)
{
    return {.number = recorded.number,
            .kind = recorded.kind,
            .target = recorded.target,
            .provider = recorded.provider,
            .api = recorded.api,
            .codec = recorded.codec,
            .model = recorded.model,
            .simulated = recorded.simulated,
            .started = recorded.started,
            .asked = recorded.asked,
            .exchange = recorded.exchange,
            .timings = recorded.timings,
            .cost = recorded.cost,
            .price = recorded.price};
}

/// Folds \p events into \p attempt; an error among them is told.
static std::optional<Error> fold(const StreamEvents &events, Attempt &attempt)
{
    std::optional<Error> said;
    for (const StreamEvent &event : events) {
        if (const auto *failed = std::get_if<Failed>(&event))
            said = said.value_or(failed->error);
        else
            apply(event, attempt);
    }
    return said;
}

static QStringList differencesOf(const Attempt &recorded, const Attempt &now)
{
    QStringList names;
    const auto compare = [&names](bool same, const QString &name) {
        if (!same)
            names.append(name);
    };
    compare(recorded.text == now.text, Words::tr("text"));
    compare(recorded.thinking == now.thinking, Words::tr("thinking"));
    compare(recorded.refusal == now.refusal, Words::tr("refusal"));
    compare(recorded.toolCalls == now.toolCalls, Words::tr("tool calls"));
    compare(recorded.images == now.images && recorded.audio == now.audio, Words::tr("media"));
    compare(recorded.citations == now.citations, Words::tr("sources"));
    compare(recorded.usage.input == now.usage.input && recorded.usage.output == now.usage.output,
            Words::tr("usage"));
    compare(recorded.finish == now.finish, Words::tr("finish reason"));
    // What does not fit a schema is found later; the codec has nothing to say of it.
    const bool ours = recorded.error
        && (recorded.error->kind == ErrorKind::Validation
            || recorded.error->kind == ErrorKind::Cancelled
            || recorded.error->kind == ErrorKind::Timeout
            || recorded.error->kind == ErrorKind::Tool);
    const auto kindOf = [](const Attempt &attempt) {
        return attempt.error ? std::optional(attempt.error->kind) : std::nullopt;
    };
    compare(ours || kindOf(recorded) == kindOf(now), Words::tr("error"));
    return names;
}

Result<Replay> replayed(const Attempt &recorded, const Quirks &quirks)
{
    if (recorded.exchange.head.status == 0)
        return fail(ErrorKind::Setup, Words::tr("No response came, so there is none to replay."));
    const Codec *codec = findCodec(recorded.codec);
    if (!codec)
        return fail(
            ErrorKind::Setup,
            Words::tr("The format \"%1\" of this answer is not known.").arg(recorded.codec));

    Replay replay {.attempt = unanswered(recorded)};
    AnswerReader reader(*codec, quirks, recorded.asked.stream);
    reader.setHead(recorded.exchange.head);
    QList<Chunk> chunks = recorded.exchange.chunks;
    const QByteArray &body = recorded.exchange.body;
    qsizetype at = 0;
    std::optional<Error> wrong;
    const auto take = [&](const Chunk &chunk, const QByteArray &bytes) {
        StreamEvents events;
        reader.feed(bytes, events);
        if (auto said = fold(events, replay.attempt); said && !wrong)
            wrong = std::move(said);
        replay.pieces.append({chunk, std::move(events)});
    };
    for (const Chunk &chunk : std::as_const(chunks)) {
        take(chunk, body.mid(at, chunk.bytes));
        at += chunk.bytes;
    }
    if (at < body.size())
        take({.bytes = body.size() - at}, body.mid(at));

    StreamEvents rest;
    auto told = reader.finish(
        rest, recorded.started.addMSecs(recorded.timings.end.value_or(Timings::Ms {}).count()));
    if (auto said = fold(rest, replay.attempt); said && !wrong)
        wrong = std::move(said);
    if (!rest.isEmpty())
        replay.pieces.append({{}, std::move(rest)});
    if (!wrong)
        wrong = std::move(told);
    // A connection that broke is no event of the format: only the record knows of it.
    const bool whole = reader.isFinished() || recorded.exchange.end == "complete"_L1;
    if (!whole && recorded.error && !reader.isHttpError())
        wrong = recorded.error;
    replay.attempt.error = wrong ? std::move(wrong) : failureByFinish(replay.attempt);
    replay.attempt.state = finalState(replay.attempt);
    replay.differences = differencesOf(recorded, replay.attempt);
    return replay;
}

} // namespace Antiphon
