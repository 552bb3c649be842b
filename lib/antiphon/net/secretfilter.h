// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/call/event.h>

#include <QByteArrayList>

namespace Antiphon {

/// Replaces secrets in answers while they stream in: a model that was told a key may say it again,
/// cut anywhere.
///
/// Text that may be the beginning of a secret is held back until the next piece tells; with no
/// secrets nothing is.
class SecretFilter {
public:
    SecretFilter() = default;
    explicit SecretFilter(const QByteArrayList &secrets);

    /// Cleans the texts of \p events. What was held back comes before whatever is not its kind.
    void pass(StreamEvents &events);

    /// Appends what is still held back.
    void finish(StreamEvents &events);

private:
    /// One kind of text of the answer.
    template<typename Delta>
    struct Channel {
        Delta last = {}; ///< Of the text held back, for all but its text.
        QString held = {};
    };

    template<typename Delta>
    void clean(Delta &delta, Channel<Delta> &channel);
    template<typename Delta>
    void flush(Channel<Delta> &channel, StreamEvents &out);
    [[nodiscard]] qsizetype beginningsAt(const QString &text) const;

    QByteArrayList m_secrets;
    QStringList m_forms; ///< In which they may turn up.
    Channel<TextDelta> m_text;
    Channel<ThinkingDelta> m_thinking;
    Channel<RefusalDelta> m_refusal;
};

} // namespace Antiphon
