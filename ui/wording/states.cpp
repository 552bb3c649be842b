// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/states.h"

#include <antiphon/core/words.h>

#include <QLocale>

namespace Antiphon::Ui {

StateLook lookOf(CallState state)
{
    switch (state) {
    case CallState::Queued:
        return {Glyph::Ring, ColorRole::Queued, Words::tr("Queued")};
    case CallState::Held:
        return {Glyph::Pause, ColorRole::Held, Words::tr("Held (rate limit)")};
    case CallState::Connecting:
        return {Glyph::Link, ColorRole::Connecting, Words::tr("Connecting")};
    case CallState::Waiting:
        return {Glyph::Clock, ColorRole::Running, Words::tr("Waiting")};
    case CallState::Thinking:
        return {Glyph::Wave, ColorRole::Thinking, Words::tr("Thinking")};
    case CallState::Streaming:
        return {Glyph::Bars, ColorRole::Running, Words::tr("Streaming")};
    case CallState::Tool:
        return {Glyph::Wrench, ColorRole::Running, Words::tr("Tool")};
    case CallState::Checking:
        return {Glyph::Check, ColorRole::Checking, Words::tr("Checking")};
    case CallState::Repairing:
        return {Glyph::Wrench, ColorRole::Waiting, Words::tr("Repairing")};
    case CallState::Backoff:
        return {Glyph::Clock, ColorRole::Waiting, Words::tr("Waiting")};
    case CallState::Done:
        return {Glyph::Check, ColorRole::Positive, Words::tr("Done")};
    case CallState::Truncated:
        return {Glyph::CheckCut, ColorRole::Neutral, Words::tr("Done, truncated")};
    case CallState::Refused:
        return {Glyph::Barred, ColorRole::Neutral, Words::tr("Refused")};
    case CallState::Invalid:
        return {Glyph::Warning, ColorRole::Negative, Words::tr("Invalid")};
    case CallState::Failed:
        return {Glyph::Cross, ColorRole::Negative, Words::tr("Failed")};
    case CallState::Cancelled:
        return {Glyph::Stop, ColorRole::Muted, Words::tr("Cancelled")};
    case CallState::OverBudget:
        return {Glyph::Coin, ColorRole::Neutral, Words::tr("Over budget")};
    case CallState::Interrupted:
        return {Glyph::Stop, ColorRole::Neutral, Words::tr("Interrupted")};
    }
    return {};
}

QString kindWord(AttemptKind kind)
{
    switch (kind) {
    case AttemptKind::Call:
        return Words::tr("call");
    case AttemptKind::Retry:
        return Words::tr("retry");
    case AttemptKind::Repair:
        return Words::tr("repair");
    case AttemptKind::Tool:
        return Words::tr("tool");
    case AttemptKind::Fallback:
        return Words::tr("fallback");
    case AttemptKind::Grader:
        return Words::tr("grader");
    }
    return {};
}

QString errorKindWord(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Setup:
        return Words::tr("not set up");
    case ErrorKind::Unsupported:
        return Words::tr("not supported");
    case ErrorKind::Budget:
        return Words::tr("over budget");
    case ErrorKind::Authentication:
        return Words::tr("key refused");
    case ErrorKind::Permission:
        return Words::tr("not permitted");
    case ErrorKind::NotFound:
        return Words::tr("not found");
    case ErrorKind::InvalidRequest:
        return Words::tr("request rejected");
    case ErrorKind::ContextLength:
        return Words::tr("too long");
    case ErrorKind::Quota:
        return Words::tr("quota used up");
    case ErrorKind::RateLimit:
        return Words::tr("rate limit");
    case ErrorKind::Server:
        return Words::tr("server error");
    case ErrorKind::Connection:
        return Words::tr("no connection");
    case ErrorKind::Timeout:
        return Words::tr("timeout");
    case ErrorKind::Dropped:
        return Words::tr("dropped");
    case ErrorKind::BadResponse:
        return Words::tr("broken answer");
    case ErrorKind::Filtered:
        return Words::tr("refused");
    case ErrorKind::Validation:
        return Words::tr("invalid");
    case ErrorKind::Tool:
        return Words::tr("tool failed");
    case ErrorKind::Cancelled:
        return Words::tr("cancelled");
    }
    return {};
}

QString resultWord(const Attempt &attempt)
{
    if (!attempt.error)
        return lookOf(attempt.state).word.toLower();
    const QString word = errorKindWord(attempt.error->kind);
    // Inside a stream the status was 200, which would only mislead.
    if (attempt.error->httpStatus < 400)
        return word;
    return Words::tr("%1 %2").arg(QString::number(attempt.error->httpStatus), word);
}

} // namespace Antiphon::Ui
