// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QIODevice>

#include <algorithm>

namespace Antiphon {

/// A request body that is read once and never again.
///
/// Qt 6.8 sends a request again, up to three times, when the connection closes or is reset before
/// the answer's head is whole, POSTs included, on fresh and on reused connections alike (measured
/// with 6.8.2: 2 arrivals after a close or reset, 4 after half a head; read 2026-11). The provider
/// would bill each. What keeps Qt from it is a body that cannot be rewound: it then gives up with
/// ContentReSendError, and whether to try again is decided by our own policy. The price: a
/// connection that dies just when it is reused fails its attempt.
class OnceBody : public QIODevice {
public:
    explicit OnceBody(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    [[nodiscard]] qint64 size() const override { return m_bytes.size(); }
    bool seek(qint64) override { return false; }

protected:
    qint64 readData(char *into, qint64 most) override
    {
        const qint64 count = std::min(most, m_bytes.size() - m_at);
        std::copy_n(m_bytes.constData() + m_at, count, into);
        m_at += count;
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_at = 0;
};

} // namespace Antiphon
