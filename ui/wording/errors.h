// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/error.h>

#include <QList>
#include <QString>

namespace Antiphon::Ui {

/// What a person can do about an error. A button for each that the window knows how to do.
enum class Remedy { RunAgain, AddKey, UseSimulator, EditTarget, EditPrompt };

/// An error as a person is told it: what happened and whose it is, what to do now, and buttons.
struct ErrorWords {
    QString what = {};
    QString now = {};
    QList<Remedy> remedies = {};

    friend bool operator==(const ErrorWords &, const ErrorWords &) = default;
};

/// Who is asked, for the sentences: the target's and the provider's names for people.
struct Addressee {
    QString target = {};
    QString provider = {};
};

/// The words for \p error as ux.md 5.3 has them; the provider's own message follows where it says
/// more than we do.
[[nodiscard]] ErrorWords errorWords(const Error &error, const Addressee &who);

/// Everything else that is known: kind, status, code, request id, the provider's bytes.
[[nodiscard]] QString errorDetails(const Error &error);

[[nodiscard]] QString remedyText(Remedy remedy);

} // namespace Antiphon::Ui
