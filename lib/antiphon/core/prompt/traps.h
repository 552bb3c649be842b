// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/prompt/reading.h>

namespace Antiphon {

// What is legal in a template but probably not meant: tokens and warnings for the editor.

/// A role keyword with text before it on its line.
void noteRoleInLine(const MappedText &text, const RawSection &section, SourceRange range,
                    Findings &findings);

/// Text before the first keyword, which begins at \p end.
void noteDroppedStart(const MappedText &text, qsizetype end, Findings &findings);

/// Text beside the field of a MESSAGES section.
void noteDroppedHistory(const Section &section, const MappedText &body, Findings &findings);

/// A keyword at the very end, within the last section's reach but without a body of its own.
void noteBareKeyword(const MappedText &text, const QList<RawSection> &sections, Findings &findings);

/// Indentation of lines relative to each other, which the clean-up removes.
/// \p startsLine: the first line of \p body is a line of its own, not the rest of a keyword's.
void noteLostIndentation(const MappedText &body, bool startsLine, Findings &findings);

} // namespace Antiphon
