// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "attempts/original.h"

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
/// \p original: what it does once more, nullptr for an attempt of the run.
[[nodiscard]] QList<WhySection> whyOf(const Attempt *before, const Attempt &attempt,
                                      const Original *original = nullptr);

/// The short form for the tree: "Retry-After 1 s", "backoff 1.7 s of 1..2", "finished".
[[nodiscard]] QString whyNext(const Attempt &attempt);

/// All of it as text to copy.
[[nodiscard]] QString plainText(const QList<WhySection> &sections);

} // namespace Antiphon::Ui
