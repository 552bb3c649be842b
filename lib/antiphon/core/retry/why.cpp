// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/retry/why.h>

#include <antiphon/core/words.h>

#include <QLocale>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

QString kindText(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Setup:
        return Words::tr("Incomplete setup");
    case ErrorKind::Unsupported:
        return Words::tr("Unsupported by the target");
    case ErrorKind::Budget:
        return Words::tr("Budget reached");
    case ErrorKind::Authentication:
        return Words::tr("Authentication error");
    case ErrorKind::Permission:
        return Words::tr("Permission denied");
    case ErrorKind::NotFound:
        return Words::tr("Not found");
    case ErrorKind::InvalidRequest:
        return Words::tr("Invalid request");
    case ErrorKind::ContextLength:
        return Words::tr("Prompt too long");
    case ErrorKind::Quota:
        return Words::tr("Out of credit");
    case ErrorKind::RateLimit:
        return Words::tr("Rate limit");
    case ErrorKind::Server:
        return Words::tr("Server error");
    case ErrorKind::Connection:
        return Words::tr("Connection failed");
    case ErrorKind::Timeout:
        return Words::tr("Timeout");
    case ErrorKind::Dropped:
        return Words::tr("Stream broke off");
    case ErrorKind::BadResponse:
        return Words::tr("Malformed answer");
    case ErrorKind::Filtered:
        return Words::tr("Refused");
    case ErrorKind::Validation:
        return Words::tr("Invalid answer");
    case ErrorKind::Tool:
        return Words::tr("Tool error");
    case ErrorKind::Cancelled:
        return Words::tr("Cancelled");
    }
    return {};
}

}

QString describeFailure(const Error &error)
{
    const auto kind = kindText(error.kind);
    if (error.httpStatus >= 400)
        return u"%1 %2"_s.arg(kind).arg(error.httpStatus);
    if (error.kind == ErrorKind::Timeout && !error.code.isEmpty())
        return u"%1 (%2)"_s.arg(kind, error.code);
    return kind;
}

QString whyHopeless(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Setup:
    case ErrorKind::Authentication:
    case ErrorKind::Permission:
    case ErrorKind::NotFound:
    case ErrorKind::InvalidRequest:
    case ErrorKind::ContextLength:
    case ErrorKind::Unsupported:
        return Words::tr("trying again does not help");
    case ErrorKind::Quota:
        return Words::tr("waiting does not help");
    case ErrorKind::Budget:
    case ErrorKind::RateLimit:
    case ErrorKind::Server:
    case ErrorKind::Connection:
    case ErrorKind::Timeout:
    case ErrorKind::Dropped:
    case ErrorKind::BadResponse:
    case ErrorKind::Filtered:
    case ErrorKind::Validation:
    case ErrorKind::Tool:
    case ErrorKind::Cancelled:
        break;
    }
    return {};
}

QString secondsText(double seconds)
{
    const double rounded = std::round(seconds * 1000) / 1000;
    return Words::tr("%1 s").arg(QLocale().toString(rounded, 'f', QLocale::FloatingPointShortest));
}

} // namespace Antiphon
