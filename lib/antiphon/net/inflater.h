// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <memory>
#include <optional>

namespace Antiphon {

/// Decodes gzip and deflate bodies piece by piece, for servers that compress although we asked them
/// not to. Qt decodes only what it asked for itself.
class Inflater {
public:
    Inflater();
    ~Inflater();

    /// The bytes \p packed gives; empty optional when it is not what it claims to be.
    [[nodiscard]] std::optional<QByteArray> feed(QByteArrayView packed);

    /// The packed body was whole.
    [[nodiscard]] bool isComplete() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Antiphon
