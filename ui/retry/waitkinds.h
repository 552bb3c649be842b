// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/retry/policy.h>

#include <functional>

namespace Antiphon::Ui {

/// The kinds of wait a form knows.
enum class WaitKind {
    Backoff,
    None,
    Fixed,
    Random,
    Incrementing,
    Exponential,
    RandomExponential,
    ExponentialJitter,
    Chain,
    Combine,
    ByError,
    Script,
    Other, ///< Edited as text.
};

[[nodiscard]] QList<WaitKind> waitKinds(); ///< Without Other.
[[nodiscard]] WaitKind kindOf(const Wait &wait);
[[nodiscard]] QString waitKindTitle(WaitKind kind);
[[nodiscard]] QString waitKindAbout(WaitKind kind);

/// A wait of \p kind, with what \p before has in common with it: its first number, its list.
[[nodiscard]] Wait waitOfKind(WaitKind kind, const Wait &before);

/// A number of a wait.
struct WaitNumber {
    enum class Form {
        Seconds,
        Factor,
        Share, ///< 0 to 1, shown as a percentage.
        Cap, ///< Seconds, or none.
    };

    QString key = {}; ///< Its name in the file.
    QString title = {};
    QString about = {};
    Form form = Form::Seconds;
    std::function<double &(Wait &)> of = {};
};

[[nodiscard]] QList<WaitNumber> waitNumbers(WaitKind kind);

/// The parts of a chain, a sum, or a wait by error; nullptr for others.
[[nodiscard]] QList<Wait> *waitParts(Wait &wait);

/// "0.5 s × 2 up to 60 s": for lists.
[[nodiscard]] QString waitText(const Wait &wait);

} // namespace Antiphon::Ui
