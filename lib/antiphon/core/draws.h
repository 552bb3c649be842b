// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtTypes>

namespace Antiphon {

/// A seeded generator of numbers in [0, 1): SplitMix64. The same seed, the same draws, anywhere.
///
/// Source: Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014.
class Draws {
public:
    explicit Draws(quint64 seed = 0)
        : m_state(seed)
    {
    }

    [[nodiscard]] quint64 nextBits();

    /// Uniform in [0, 1), 53 random bits.
    [[nodiscard]] double next();

    friend bool operator==(const Draws &, const Draws &) = default;

private:
    quint64 m_state;
};

} // namespace Antiphon
