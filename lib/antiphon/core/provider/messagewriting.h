// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "codecparts.h"

namespace Antiphon {

/// Hands the parts of \p message to \p writer, which has a `Result<> add(...)` for each kind, until
/// one is refused.
template<typename Writer>
[[nodiscard]] Result<> writeParts(const Message &message, Writer &writer)
{
    for (const ContentPart &part : message.parts) {
        auto added = std::visit([&writer](const auto &p) { return writer.add(p); }, part);
        if (!added)
            return added;
    }
    return {};
}

/// The messages of formats in which they follow each other as ours do: those in \p codec's own form
/// as they are, all others as \p write appends them to the list it is given.
template<typename Write>
[[nodiscard]] Result<Json> writeMessages(const QList<Message> &messages, QStringView codec,
                                         Write write)
{
    Json out = jsonArray();
    for (const Message &message : messages) {
        if (const Json *native = wholeNative(message, codec)) {
            out.push_back(*native);
            continue;
        }
        if (const Result<> written = write(message, out); !written)
            return std::unexpected(written.error());
    }
    return out;
}

} // namespace Antiphon
