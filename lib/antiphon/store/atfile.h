// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/error.h>
#include <antiphon/core/words.h>

#include <QDir>

namespace Antiphon {

/// What is wrong with a file, with its path before it.
inline std::unexpected<Error> atFile(const QString &file, const QString &what)
{
    return fail(ErrorKind::Setup, Words::tr("%1: %2").arg(QDir::toNativeSeparators(file), what));
}

} // namespace Antiphon
