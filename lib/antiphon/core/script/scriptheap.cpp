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

struct alignas(std::max_align_t) ScriptHeap::Block {
    size_t size = 0; // malloc() cannot be asked portably
    Block *before = nullptr;
    Block *after = nullptr;
};

using Block = ScriptHeap::Block;

static Block *blockOf(void *memory)
{
    return static_cast<Block *>(memory) - 1;
}

ScriptHeap::~ScriptHeap()
{
    while (Block *block = m_first) {
        leave(block);
        std::free(block);
    }
}

void ScriptHeap::enter(Block *block)
{
    block->before = nullptr;
    block->after = m_first;
    if (m_first)
        m_first->before = block;
    m_first = block;
}

void ScriptHeap::leave(Block *block)
{
    (block->before ? block->before->after : m_first) = block->after;
    if (block->after)
        block->after->before = block->before;
}

bool ScriptHeap::grants(size_t used, size_t size)
{
    const bool fits = size <= m_limit / 4 && used + size + sizeof(Block) <= m_limit;
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
    auto *block = static_cast<Block *>(std::malloc(sizeof(Block) + size));
    if (!block)
        return nullptr;
    block->size = size;
    heap->enter(block);
    ++state->malloc_count;
    state->malloc_size += sizeof(Block) + size;
    return block + 1;
}

void ScriptHeap::release(JSMallocState *state, void *memory)
{
    if (!memory)
        return;
    Block *block = blockOf(memory);
    --state->malloc_count;
    state->malloc_size -= sizeof(Block) + block->size;
    static_cast<ScriptHeap *>(state->opaque)->leave(block);
    std::free(block);
}

void *ScriptHeap::resize(JSMallocState *state, void *memory, size_t size)
{
    if (!memory)
        return size == 0 ? nullptr : allocate(state, size);
    if (size == 0) {
        release(state, memory);
        return nullptr;
    }
    Block *block = blockOf(memory);
    const size_t before = block->size;
    auto *heap = static_cast<ScriptHeap *>(state->opaque);
    if (size > before && !heap->grants(state->malloc_size - before, size))
        return nullptr;
    heap->leave(block);
    auto *moved = static_cast<Block *>(std::realloc(block, sizeof(Block) + size));
    heap->enter(moved ? moved : block);
    if (!moved)
        return nullptr;
    moved->size = size;
    state->malloc_size += size - before;
    return moved + 1;
}

size_t ScriptHeap::sizeOf(const void *memory)
{
    return memory ? (static_cast<const Block *>(memory) - 1)->size : 0;
}

JSMallocFunctions ScriptHeap::functions()
{
    return {.js_malloc = allocate,
            .js_free = release,
            .js_realloc = resize,
            .js_malloc_usable_size = sizeOf};
}

} // namespace Antiphon
