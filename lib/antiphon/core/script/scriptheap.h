// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/script/script.h>

#include <quickjs/quickjs.h>

namespace Antiphon {

/// Whether an evaluation's time is up.
class ScriptWatch {
public:
    explicit ScriptWatch(const ScriptWorld &world);

    /// Looks at the clock.
    [[nodiscard]] bool isOver();

    /// One of QuickJS's own looks, every ten thousand steps.
    [[nodiscard]] bool step();

    [[nodiscard]] bool wasOver() const { return m_over; }

private:
    const ScriptWorld &m_world;
    std::chrono::nanoseconds m_end {};
    int m_steps = 0;
    bool m_over = false;
};

/// The memory of one runtime, counted and bounded.
class ScriptHeap {
public:
    struct Block; ///< Stands before each piece of memory that was granted.

    ScriptHeap(const ScriptLimits &limits, ScriptWatch &watch);

    /// Frees what QuickJS has left: some of its functions forget a block when another is refused.
    ~ScriptHeap();
    Q_DISABLE_COPY_MOVE(ScriptHeap)

    [[nodiscard]] static JSMallocFunctions functions();

    [[nodiscard]] bool wasRefused() const { return m_refused; }

private:
    static void *allocate(JSMallocState *state, size_t size);
    static void release(JSMallocState *state, void *block);
    static void *resize(JSMallocState *state, void *block, size_t size);
    static size_t sizeOf(const void *block);

    [[nodiscard]] bool grants(size_t used, size_t size);
    void enter(Block *block);
    void leave(Block *block);

    ScriptWatch &m_watch;
    Block *m_first = nullptr;
    const size_t m_limit;
    bool m_refused = false;
};

} // namespace Antiphon
