// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/tools/tool.h>

#include <QDateTime>

namespace Antiphon::Ui {

/// What came of trying a tool.
struct ToolOutcome {
    QString text = {}; ///< What the model would be told.
    bool isError = false;
    QStringList console = {}; ///< What the script wrote.
    int line = 0; ///< Where the script failed, from 1; 0: not known, or no script.
    int column = 0;

    friend bool operator==(const ToolOutcome &, const ToolOutcome &) = default;
};

/// What \p tool answers to \p arguments, as a model would write them: checked against its schema,
/// then answered by what is written down or by its script. Scripts take Date from \p now. A tool
/// that asks a person says what it would suggest; a command is not run here.
[[nodiscard]] ToolOutcome tryTool(const Tool &tool, const QString &arguments, const QDateTime &now);

} // namespace Antiphon::Ui
