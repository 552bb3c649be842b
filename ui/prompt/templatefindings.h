// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/config/prompt.h>
#include <antiphon/store/project/project.h>

#include <QList>
#include <QString>

namespace Antiphon::Ui {

/// A change of the source that mends a problem.
struct TemplateFix {
    QString label = {}; ///< Of the menu entry, as an imperative.
    qsizetype position = 0;
    qsizetype length = 0;
    QString replacement = {};

    friend bool operator==(const TemplateFix &, const TemplateFix &) = default;
};

/// Something wrong or doubtful in a template's source, with its place in UTF-16 units.
struct TemplateProblem {
    Problem::Severity severity = Problem::Severity::Warning;
    QString kind = {};
    qsizetype position = 0;
    qsizetype length = 0;
    int line = 1;
    int column = 1;
    QString message = {};
    QList<TemplateFix> fixes = {};

    friend bool operator==(const TemplateProblem &, const TemplateProblem &) = default;
};

/// What reading a template tells the editor.
struct TemplateFindings {
    QStringList variables = {}; ///< In order of appearance.
    QList<TemplateToken> tokens = {};
    QList<TemplateProblem> problems = {};
    bool readable = false; ///< false: problems has an error; the rest is as far as it goes.
};

/// Reads \p source as the template of \p prompt.
[[nodiscard]] TemplateFindings findingsIn(const QString &source, const Prompt &prompt,
                                          const Snippets &snippets);

/// The name in \p names that \p name is probably a misspelling of; empty when none is near.
[[nodiscard]] QString nearestName(const QString &name, const QStringList &names);

} // namespace Antiphon::Ui
