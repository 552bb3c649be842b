// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/retry/policy.h>

namespace Antiphon {

/// A policy with a name of its own, known to everybody.
struct RetryPreset {
    QString id = {}; ///< As in "openai-python".
    QString name = {}; ///< For people.
    QString about = {}; ///< What is special about it.
    RetryPolicy policy = {};
};

/// What official SDKs, Mirascope, tenacity and LiteLLM do by themselves (retries.md 1 to 3, 6, 7),
/// as policies. They neither repair nor fall back, and a stream that broke off stays broken, as
/// there.
[[nodiscard]] QList<RetryPreset> retryPresets();

/// The policy that \p name means without any file: "default", a number of attempts in all, or a
/// preset's id.
[[nodiscard]] std::optional<RetryPolicy> policyByName(const QString &name);

// --- What Mirascope's versions take as retries ---------------------------------------------------

/// `Retrying()` of tenacity: any failure, without end and without pause.
[[nodiscard]] RetryPolicy bareController();

/// Mirascope 0's `retries=`: that many attempts in all, without pause, after any failure; given up
/// with retryError(). 0 and less: one attempt, its failure as it is.
[[nodiscard]] RetryPolicy mirascopeZero(int retries);

/// Mirascope 2's `retry=`.
struct MirascopeTwo {
    int maxRetries = 3; ///< After the first attempt.
    double initialDelay = 0.5;
    double maxDelay = 60;
    double backoffMultiplier = 2;
    double jitter = 0;
    QList<ErrorKind> retryOn
        = {ErrorKind::Connection, ErrorKind::RateLimit, ErrorKind::Server, ErrorKind::Timeout};
    QStringList fallbackModels = {}; ///< Targets; each gets the full number of attempts.
};
[[nodiscard]] RetryPolicy mirascopeTwo(const MirascopeTwo &options = {});

} // namespace Antiphon
