// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/call/attempt.h>

namespace Antiphon {

/// A tool call of a stream, as far as it has come.
struct StreamedTool {
    int index = 0;
    ToolCall call = {};
    std::optional<QString> delta = {}; ///< The piece that just came; empty: the call is whole.

    friend bool operator==(const StreamedTool &, const StreamedTool &) = default;
};

/// Puts the tool calls of a stream together (calls.md 11): by index, nothing lost.
///
/// A call is handed out once it is whole: when the next one begins, when the model goes on with
/// something else, or when it ends. With pieces, a call is handed out after each of its pieces too.
class ToolStream {
public:
    explicit ToolStream(bool pieces = false);

    /// What \p events complete, in order.
    [[nodiscard]] QList<StreamedTool> feed(const StreamEvents &events);

    /// The stream is over: what was still open, unless it was cut off.
    [[nodiscard]] QList<StreamedTool> end();

private:
    void close(int before, QList<StreamedTool> &out);

    bool m_pieces;
    int m_open = 0; // calls below this index were handed out whole
    Attempt m_attempt; // only its tool calls
};

/// The arguments of a call that is under way: what parsePartialJson() makes of them.
[[nodiscard]] Json partialArguments(const ToolCall &call);

} // namespace Antiphon
