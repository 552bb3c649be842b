// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/errors.h"

#include <antiphon/core/words.h>

#include "wording/numbers.h"
#include "wording/states.h"

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

static QString timeoutText(const Error &error, const QString &provider)
{
    if (error.code == "connect"_L1)
        return Words::tr("%1 could not be reached in time.").arg(provider);
    if (error.code == "firstToken"_L1 || error.code == "first-token"_L1)
        return Words::tr("%1 sent no first token in time.").arg(provider);
    if (error.code == "idle"_L1)
        return Words::tr("%1 stopped sending in the middle of the answer.").arg(provider);
    return Words::tr("%1 did not finish in time.").arg(provider);
}

static ErrorWords ofOurs(const Error &error, const Addressee &who)
{
    switch (error.kind) {
    case ErrorKind::Setup:
        return {Words::tr("%1 cannot run yet.").arg(who.target),
                error.message,
                {Remedy::AddKey, Remedy::EditTarget, Remedy::UseSimulator}};
    case ErrorKind::Unsupported:
        return {Words::tr("%1 cannot do what is asked.").arg(who.target),
                error.message,
                {Remedy::EditTarget, Remedy::EditPrompt}};
    case ErrorKind::Budget:
        return {Words::tr("A spending limit of yours stopped this call."), error.message, {}};
    case ErrorKind::Cancelled:
        return {Words::tr("Cancelled."), Words::tr("The text so far is kept."), {Remedy::RunAgain}};
    case ErrorKind::Tool:
        return {Words::tr("A tool failed."), error.message, {Remedy::RunAgain}};
    case ErrorKind::Validation:
        return {Words::tr("The answer does not match what was asked for."),
                error.message,
                {Remedy::RunAgain, Remedy::EditPrompt}};
    default:
        return {};
    }
}

static ErrorWords ofProvider(const Error &error, const QString &provider)
{
    switch (error.kind) {
    case ErrorKind::Authentication:
        return {Words::tr("%1 refused the key.").arg(provider),
                Words::tr("Retrying will not help; the key is missing, wrong or revoked."),
                {Remedy::AddKey, Remedy::UseSimulator}};
    case ErrorKind::Permission:
        return {Words::tr("%1 does not let this key use this model.").arg(provider),
                Words::tr("Retrying will not help. Choose another model or another key."),
                {Remedy::AddKey, Remedy::EditTarget}};
    case ErrorKind::NotFound:
        return {Words::tr("%1 does not know this model or address.").arg(provider),
                Words::tr("Check the model and base URL of the target."),
                {Remedy::EditTarget}};
    case ErrorKind::InvalidRequest:
        return {Words::tr("%1 rejected the request.").arg(provider),
                Words::tr("Change what it names, then run again."),
                {Remedy::EditTarget, Remedy::EditPrompt}};
    case ErrorKind::ContextLength:
        return {Words::tr("The prompt is longer than the model of %1 can read.").arg(provider),
                Words::tr("Shorten the input, or choose a larger model."),
                {Remedy::EditPrompt, Remedy::EditTarget}};
    case ErrorKind::Quota:
        return {Words::tr("%1 says the quota is used up, so no retry was made.").arg(provider),
                Words::tr("Use another target, or add credit at the provider."),
                {Remedy::UseSimulator}};
    case ErrorKind::RateLimit:
        return {Words::tr("%1 limits requests.").arg(provider),
                error.retryAfter
                    ? Words::tr("It asks to wait %1.").arg(durationText(*error.retryAfter))
                    : Words::tr("Wait a little, then run again."),
                {Remedy::RunAgain}};
    case ErrorKind::Server:
        return {Words::tr("%1 has a problem of its own.").arg(provider),
                Words::tr("Trying again often helps."),
                {Remedy::RunAgain}};
    case ErrorKind::Connection:
        return {Words::tr("No connection to %1.").arg(provider),
                Words::tr("Other targets continue. Check the network and the target's address."),
                {Remedy::RunAgain, Remedy::EditTarget}};
    case ErrorKind::Timeout:
        return {timeoutText(error, provider),
                Words::tr("Run again, or allow the target more time."),
                {Remedy::RunAgain, Remedy::EditTarget}};
    case ErrorKind::Dropped:
        return {Words::tr("The stream from %1 ended early; the text is kept.").arg(provider),
                Words::tr("Running again starts a new answer."),
                {Remedy::RunAgain}};
    case ErrorKind::BadResponse:
        return {Words::tr("%1 sent an answer that breaks its own format.").arg(provider),
                Words::tr("Trying again may help. The Response tab shows what came."),
                {Remedy::RunAgain}};
    case ErrorKind::Filtered:
        return {Words::tr("The model declined to answer."),
                Words::tr("Changing the prompt may help."),
                {Remedy::EditPrompt}};
    default:
        return {};
    }
}

ErrorWords errorWords(const Error &error, const Addressee &who)
{
    const QString provider = who.provider.isEmpty() ? who.target : who.provider;
    ErrorWords words = ofOurs(error, who);
    if (!words.what.isEmpty())
        return words;
    words = ofProvider(error, provider);
    if (!error.message.isEmpty() && error.kind != ErrorKind::Dropped)
        //: What the provider says, in its own words
        words.what += u'\n' + Words::tr("“%1”").arg(error.message.trimmed().left(400));
    return words;
}

QString errorDetails(const Error &error)
{
    QStringList lines;
    lines << Words::tr("Kind: %1 (%2)").arg(errorKindWord(error.kind), errorKindName(error.kind));
    if (error.httpStatus)
        lines << Words::tr("HTTP status: %1").arg(error.httpStatus);
    if (!error.code.isEmpty())
        lines << Words::tr("Code: %1").arg(error.code);
    if (!error.requestId.isEmpty())
        lines << Words::tr("Request: %1").arg(error.requestId);
    if (!error.retryAfterHeader.isEmpty())
        lines << error.retryAfterHeader;
    if (!error.message.isEmpty())
        lines << error.message;
    if (!error.evidence.isEmpty())
        lines << u""_s << QString::fromUtf8(error.evidence);
    return lines.join(u'\n');
}

QString remedyText(Remedy remedy)
{
    switch (remedy) {
    case Remedy::RunAgain:
        return Words::tr("Run Again");
    case Remedy::AddKey:
        return Words::tr("Add Key…");
    case Remedy::UseSimulator:
        return Words::tr("Use Simulator");
    case Remedy::EditTarget:
        return Words::tr("Edit Target");
    case Remedy::EditPrompt:
        return Words::tr("Edit Prompt");
    }
    return {};
}

} // namespace Antiphon::Ui
