// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "prompt/syntax.h"

#include "appearance.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/SyntaxHighlighter>
#include <KSyntaxHighlighting/Theme>

namespace Antiphon::Ui {

using KSyntaxHighlighting::Repository;
using KSyntaxHighlighting::SyntaxHighlighter;

/// All definitions, with ours. Reading them costs tens of milliseconds, so they are shared.
static Repository &repository()
{
    struct WithOurs : Repository {
        WithOurs() { addCustomSearchPath(QStringLiteral(":/antiphon")); }
    };
    static WithOurs shared;
    return shared;
}

std::unique_ptr<SyntaxHighlighter> makeHighlighter(const QString &language, QTextDocument *text,
                                                   const QPalette &palette)
{
    auto highlighter = std::make_unique<SyntaxHighlighter>(text);
    highlighter->setTheme(repository().defaultTheme(isDark(palette) ? Repository::DarkTheme
                                                                    : Repository::LightTheme));
    highlighter->setDefinition(repository().definitionForName(language));
    return highlighter;
}

void updateColours(SyntaxHighlighter &highlighter, const QPalette &palette)
{
    highlighter.setTheme(repository().defaultTheme(isDark(palette) ? Repository::DarkTheme
                                                                   : Repository::LightTheme));
    highlighter.rehighlight();
}

} // namespace Antiphon::Ui
