// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/script/scriptheap.h>

#include <cstdlib>
#include <cstring>

namespace Antiphon {

// Looks of ten thousand steps each: some tenths of a second, where no clock measures them, and a
// few seconds where one does and stands still.
static constexpr int mostSteps = 2500;
static constexpr int mostStepsByClock = 25'000;

// Blocks from here on look at the clock: nobody makes many of them without spending time.
static constexpr size_t largeBlock = 4096;

ScriptWatch::ScriptWatch(const ScriptWorld &world)
    : m_world(world)
{
    if (world.clock)
        m_end = world.clock() + world.limits.time;
}

bool ScriptWatch::isOver()
{
    if (!m_over && m_world.clock)
        m_over = m_world.clock() >= m_end;
    return m_over;
}

bool ScriptWatch::step()
{
    if (++m_steps > (m_world.clock ? mostStepsByClock : mostSteps))
        m_over = true;
    return isOver();
}

ScriptHeap::ScriptHeap(const ScriptLimits &limits, ScriptWatch &watch)
    : m_watch(watch)
    , m_limit(size_t(limits.memory))
{
}

namespace {

/// Stands before each block, for want of a portable way to ask malloc().
struct alignas(std::max_align_t) Header {
    size_t size = 0;
};

Header *headerOf(void *block)
{
    return static_cast<Header *>(block) - 1;
}

} // namespace

bool ScriptHeap::grants(size_t used, size_t size)
{
    const bool fits = size <= m_limit / 4 && used + size + sizeof(Header) <= m_limit;
    if (fits && (size < largeBlock || !m_watch.isOver()))
        return true;
    m_refused = m_refused || !fits;
    return false;
}

void *ScriptHeap::allocate(JSMallocState *state, size_t size)
{
    auto *heap = static_cast<ScriptHeap *>(state->opaque);
    if (!heap->grants(state->malloc_size, size))
        return nullptr;
    auto *header = static_cast<Header *>(std::malloc(sizeof(Header) + size));
    if (!header)
        return nullptr;
    header->size = size;
    ++state->malloc_count;
    state->malloc_size += sizeof(Header) + size;
    return header + 1;
}

void ScriptHeap::release(JSMallocState *state, void *block)
{
    if (!block)
        return;
    Header *header = headerOf(block);
    --state->malloc_count;
    state->malloc_size -= sizeof(Header) + header->size;
    std::free(header);
}

void *ScriptHeap::resize(JSMallocState *state, void *block, size_t size)
{
    if (!block)
        return size == 0 ? nullptr : allocate(state, size);
    if (size == 0) {
        release(state, block);
        return nullptr;
    }
    Header *header = headerOf(block);
    const size_t before = header->size;
    auto *heap = static_cast<ScriptHeap *>(state->opaque);
    if (size > before && !heap->grants(state->malloc_size - before, size))
        return nullptr;
    auto *moved = static_cast<Header *>(std::realloc(header, sizeof(Header) + size));
    if (!moved)
        return nullptr;
    moved->size = size;
    state->malloc_size += size - before;
    return moved + 1;
}

size_t ScriptHeap::sizeOf(const void *block)
{
    return block ? (static_cast<const Header *>(block) - 1)->size : 0;
}

JSMallocFunctions ScriptHeap::functions()
{
    return {.js_malloc = allocate,
            .js_free = release,
            .js_realloc = resize,
            .js_malloc_usable_size = sizeOf};
}

} // namespace Antiphon
