// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/prompt/mappedtext.h>
#include <antiphon/core/prompt/template.h>

namespace Antiphon {

/// A TemplateError at \p range of \p source, its line and column filled in.
[[nodiscard]] TemplateError templateError(const QString &source, TemplateErrorKind kind,
                                          SourceRange range, const QString &name,
                                          const QString &message);

} // namespace Antiphon
