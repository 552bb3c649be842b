// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/config/resolve.h>
#include <antiphon/store/settings.h>

namespace Antiphon {

// Consent to the commands of tools. It is kept with the person's settings and not in the project,
// which may come from anybody.

/// A command that the person has allowed for good.
struct Consent {
    QString mark = {}; ///< Tells it from all others.
    QString tool = {}; ///< Its name; empty: an earlier version has not kept more than the mark.
    QString command = {}; ///< As commandText() has it.
    QString folder = {}; ///< Where it runs.

    friend bool operator==(const Consent &, const Consent &) = default;
};

/// True when the person has consented to \p command of the tool \p name. Consent ends when the
/// command changes, or a file in its folder that it names.
[[nodiscard]] bool isConsented(const Settings &settings, const QString &name,
                               const ToolCommand &command);
void consent(Settings &settings, const QString &name, const ToolCommand &command);

/// Every consent there is, the oldest first.
[[nodiscard]] QList<Consent> consents(const Settings &settings);

/// Takes the consent with \p mark back.
void withdrawConsent(Settings &settings, const QString &mark);

/// The same for \p command of the tool \p name.
void withdrawConsent(Settings &settings, const QString &name, const ToolCommand &command);

/// Marks the commands among the handlers of \p inputs that the person has consented to.
void applyConsent(const Settings &settings, CallInputs &inputs);

} // namespace Antiphon
