// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/extract/accept.h>

#include <algorithm>

namespace Antiphon {

const Attempt *lastWithValue(const CallRecord &record)
{
    const auto found
        = std::find_if(record.attempts.crbegin(), record.attempts.crend(),
                       [](const Attempt &attempt) { return attempt.value.has_value(); });
    return found == record.attempts.crend() ? nullptr : &*found;
}

bool acceptValue(CallRecord &record, const std::optional<Json> &mended)
{
    const Attempt *source = lastWithValue(record);
    if (!source && !mended)
        return false;
    if (record.attempts.isEmpty())
        return false;
    const std::optional<Json> value = mended ? mended : source->value;
    const QList<ValidationIssue> issues = mended ? QList<ValidationIssue> {} : source->issues;
    Attempt &last = record.attempts.last();
    last.value = value;
    last.issues = issues;
    last.accepted = true;
    last.error.reset();
    last.state = CallState::Done;
    record.state = CallState::Done;
    return true;
}

} // namespace Antiphon
