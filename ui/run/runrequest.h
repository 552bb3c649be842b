// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/net/callspec.h>
#include <antiphon/store/project/project.h>

#include <QStringList>

namespace Antiphon::Ui {

/// One column of a run: a call on one target.
struct Cell {
    CallId id = {};
    QString target = {}; ///< Slug.
    QString name = {}; ///< The target's name for people.
    QString model = {};
    QString provider = {}; ///< The provider's name for people.
    bool simulated = false;

    friend bool operator==(const Cell &, const Cell &) = default;
};

/// What is to be run: a prompt with its text and values on targets, in column order.
struct RunRequest {
    Project project = {};
    Prompt prompt = {}; ///< Its `text` is the variant's, as edited.
    Variables values = {};
    QStringList targets = {}; ///< Slugs.
    bool simulateAll = false;
    bool retries = true;
};

/// An attempt whose request is to be sent once more, as it was.
struct AgainRequest {
    Project project = {}; ///< As it is now.
    CallId call = {}; ///< The attempt's.
    Attempt attempt = {};
    bool simulateAll = false; ///< Nothing may go to a real service.
};

} // namespace Antiphon::Ui
