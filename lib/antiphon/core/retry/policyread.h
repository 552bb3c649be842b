// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/retry/policy.h>

namespace Antiphon {

// The trees of a policy and their JSON (project-format.md 4.6). Each reader is given the path of
// its value, for errors, and appends the paths of members it does not know to `unknown`.

[[nodiscard]] Result<Condition> readCondition(const Json &value, const QString &path,
                                              QStringList &unknown);
[[nodiscard]] Result<Wait> readWait(const Json &value, const QString &path, QStringList &unknown);
[[nodiscard]] Result<Stop> readStop(const Json &value, const QString &path, QStringList &unknown);
[[nodiscard]] Result<RetryHooks> readHooks(const Json &value, const QString &path,
                                           QStringList &unknown);

[[nodiscard]] Json toJson(const Condition &condition);
[[nodiscard]] Json toJson(const Wait &wait);
[[nodiscard]] Json toJson(const Stop &stop);
[[nodiscard]] Json toJson(const RetryHooks &hooks);

} // namespace Antiphon
