// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/tools/tool.h>

namespace Antiphon::Ui {

/// "You, when asked", "A script": who answers calls of a tool.
[[nodiscard]] QString answerWord(Tool::Answer answer);

/// What that means, in a sentence.
[[nodiscard]] QString answerSentence(Tool::Answer answer);

/// The same for a tool as a whole: one that its provider runs is answered by nobody here.
[[nodiscard]] QString answerWord(const Tool &tool);

/// A JSON value in one line that readJsonCell() reads back: texts without quotes where nothing is
/// lost by that.
[[nodiscard]] QString jsonCell(const Json &value);

/// \p text as JSON, or as the text it is where it is none.
[[nodiscard]] Json readJsonCell(const QString &text);

} // namespace Antiphon::Ui
