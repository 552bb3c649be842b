// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/prompt/mappedtext.h>
#include <antiphon/core/prompt/template.h>

namespace Antiphon {

/// A `{>name}` of the source as typed.
struct SnippetUse {
    SourceRange range = {};
    QString name = {};
};

/// A template with its snippets put in.
struct Expanded {
    MappedText text = {};
    QList<SnippetUse> uses = {}; ///< Of the source itself, not of snippets.
    QList<TemplateError> errors = {}; ///< References left out of text, in order.
};

/// Replaces every `{>name}` of \p source, eight deep; `{{>name}}` stays as it is.
[[nodiscard]] Expanded expandSnippets(const QString &source, const Snippets &snippets);

/// Snippets include snippets no deeper than this.
inline constexpr int deepestSnippet = 8;

/// A template may not grow beyond this many characters through its snippets.
inline constexpr qsizetype largestTemplate = 4'000'000;

/// Nor may it include more than this many: eight levels of ten each would be a hundred million.
inline constexpr int mostInclusions = 10'000;

} // namespace Antiphon
