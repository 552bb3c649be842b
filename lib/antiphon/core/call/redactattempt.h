// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/call/attempt.h>

#include <QByteArrayList>

namespace Antiphon {

/// Replaces every one of \p secrets in \p attempt: in what was sent and received, in the answer and
/// its parts, in the error and the decision. The request must have been redacted before. Signatures
/// and media stay as they are: they go back byte for byte.
void redactAttempt(Attempt &attempt, const QByteArrayList &secrets);

/// The same in what tools answered, which is known later.
void redactToolRuns(QList<ToolRun> &runs, const QByteArrayList &secrets);

} // namespace Antiphon
