// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "prompt/templatefindings.h"

#include <antiphon/core/words.h>

#include <QVarLengthArray>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

/// Insertions, deletions, replacements and swaps of neighbours that turn \p a into \p b.
static qsizetype distance(QStringView a, QStringView b)
{
    QVarLengthArray<qsizetype, 64> before(b.size() + 1);
    QVarLengthArray<qsizetype, 64> last(b.size() + 1);
    QVarLengthArray<qsizetype, 64> now(b.size() + 1);
    std::iota(last.begin(), last.end(), qsizetype(0));
    for (qsizetype i = 1; i <= a.size(); ++i) {
        now[0] = i;
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const bool same = a[i - 1] == b[j - 1];
            now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + (same ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                now[j] = std::min(now[j], before[j - 2] + 1);
        }
        before = last;
        last = now;
    }
    return last[b.size()];
}

QString nearestName(const QString &name, const QStringList &names)
{
    QString nearest;
    qsizetype least = std::max<qsizetype>(1, name.size() / 3) + 1;
    for (const QString &candidate : names) {
        const qsizetype d = distance(name.toLower(), candidate.toLower());
        if (d < least) {
            least = d;
            nearest = candidate;
        }
    }
    return nearest;
}

static TemplateProblem problemOf(const TemplateError &error, QStringView source)
{
    TemplateProblem problem {.severity = Problem::Severity::Error,
                             .kind = templateErrorKindName(error.kind),
                             .position = error.position,
                             .length = error.length,
                             .line = error.line,
                             .column = error.column,
                             .message = error.message};
    const bool brace = error.position < source.size()
        && (source[error.position] == u'{' || source[error.position] == u'}');
    if (error.kind == TemplateErrorKind::Syntax && brace)
        problem.fixes.append(
            {Words::tr("Escape the Brace"), error.position, 1, QString(2, source[error.position])});
    return problem;
}

static TemplateProblem problemOf(const TemplateWarning &warning)
{
    return {.severity = Problem::Severity::Warning,
            .kind = warning.kind,
            .position = warning.position,
            .length = warning.length,
            .line = warning.line,
            .column = warning.column,
            .message = warning.message};
}

/// Names the template uses and the prompt does not know. A prompt that declares nothing takes every
/// name as an input.
static void checkNames(const QString &source, const Prompt &prompt, TemplateFindings &findings)
{
    QStringList declared;
    for (const VariableSpec &spec : prompt.variables)
        declared.append(spec.name);
    if (declared.isEmpty())
        return;
    for (const TemplateToken &token : std::as_const(findings.tokens)) {
        if (token.kind != TemplateToken::Kind::Field || token.name.isEmpty()
            || declared.contains(token.name))
            continue;
        QStringList unused = declared;
        erase_if(unused,
                 [&findings](const QString &name) { return findings.variables.contains(name); });
        const QString meant = nearestName(token.name, unused.isEmpty() ? declared : unused);
        if (meant.isEmpty())
            continue; // a new variable: the form shows it
        const QStringView before = QStringView(source).first(token.position);
        const qsizetype at = source.indexOf(token.name, token.position);
        TemplateProblem problem {
            .kind = u"unknown-variable"_s,
            .position = token.position,
            .length = token.length,
            .line = int(before.count(u'\n')) + 1,
            .column = int(token.position - (before.lastIndexOf(u'\n') + 1)) + 1,
            .message = Words::tr("“%1” is not declared in this prompt. Did you mean “%2”?")
                           .arg(token.name, meant),
        };
        if (at >= 0)
            problem.fixes.append(
                {Words::tr("Change to “%1”").arg(meant), at, token.name.size(), meant});
        findings.problems.append(problem);
    }
}

static void checkUnused(const Prompt &prompt, TemplateFindings &findings)
{
    for (const VariableSpec &spec : prompt.variables) {
        if (!findings.variables.contains(spec.name))
            findings.problems.append(
                {.severity = Problem::Severity::Hint,
                 .kind = u"unused-variable"_s,
                 .message
                 = Words::tr("The variable “%1” is not used in this template.").arg(spec.name)});
    }
}

TemplateFindings findingsIn(const QString &source, const Prompt &prompt, const Snippets &snippets)
{
    const TemplateCheck check = checkTemplate(source, prompt.options, snippets);
    TemplateFindings findings {
        .variables = check.variables, .tokens = check.tokens, .readable = check.errors.isEmpty()};
    for (const TemplateError &error : check.errors)
        findings.problems.append(problemOf(error, source));
    for (const TemplateWarning &warning : check.warnings)
        findings.problems.append(problemOf(warning));
    checkNames(source, prompt, findings);
    if (findings.readable)
        checkUnused(prompt, findings);
    std::ranges::stable_sort(findings.problems, {}, &TemplateProblem::position);
    return findings;
}

} // namespace Antiphon::Ui
