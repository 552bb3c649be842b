// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/call/attempt.h>

#include <QList>
#include <QString>

namespace Antiphon::Ui {

/// One line of the Why panel: what it is about, and a sentence.
struct WhyLine {
    QString label = {};
    QString text = {};

    friend bool operator==(const WhyLine &, const WhyLine &) = default;
};

/// A heading with its lines.
struct WhySection {
    QString title = {};
    QList<WhyLine> lines = {};

    friend bool operator==(const WhySection &, const WhySection &) = default;
};

/// Why \p attempt happened (from the one before it, nullptr for the first) and what followed it.
[[nodiscard]] QList<WhySection> whyOf(const Attempt *before, const Attempt &attempt);

/// The short form for the tree: "Retry-After 1 s", "backoff 1.7 s of 1..2", "finished".
[[nodiscard]] QString whyNext(const Attempt &attempt);

/// All of it as text to copy.
[[nodiscard]] QString plainText(const QList<WhySection> &sections);

} // namespace Antiphon::Ui
