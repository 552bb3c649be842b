// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/config/resolve.h>

#include <functional>

namespace Antiphon {

/// An example as a model is shown it.
struct ShownExample {
    Message question = {};
    Json answer = Json::null();

    friend bool operator==(const ShownExample &, const ShownExample &) = default;
};

/// All values of an example: its own over those it shares with the call.
using ExampleValues = std::function<Result<Variables>(const Example &)>;

/// The last user message of the template of \p inputs, with the values of each of its examples. An
/// error says which example it is about.
[[nodiscard]] Result<QList<ShownExample>> showExamples(const CallInputs &inputs,
                                                       const ExampleValues &valuesOf);

/// Where in \p messages examples belong: before the question; before a conversation, if the prompt
/// takes one in.
[[nodiscard]] qsizetype placeOfExamples(const Prompt &prompt, const QList<Message> &messages);

/// The turns of \p shown. With \p how the answers are in the form it asks for: calls of its tool,
/// with a result and a word to close the turn, as every service takes it; or JSON.
[[nodiscard]] QList<Message> exampleTurns(const QList<ShownExample> &shown, const Extraction *how);

/// What answers of \p shown would not do as answers, for people.
[[nodiscard]] QStringList misfits(const QList<ShownExample> &shown, const Extraction &how);

} // namespace Antiphon
