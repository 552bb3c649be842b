// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/prompt/reading.h>
#include <antiphon/core/prompt/snippets.h>
#include <antiphon/core/prompt/traps.h>

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon {

/// The section's first field names the history; everything else in it is dropped.
static void readHistory(Section &section, const MappedText &body, Findings &findings)
{
    Findings inner {.source = findings.source, .options = findings.options};
    const QList<TextPiece> pieces = readFields(body, inner);
    findings.errors += inner.errors;
    const Field *first = nullptr;
    bool prose = false;
    for (const TextPiece &piece : pieces) {
        const auto *field = std::get_if<Field>(&piece);
        if (field && !first)
            first = field;
        else if (field || !std::get<QString>(piece).trimmed().isEmpty())
            prose = true;
    }
    if (!first) {
        findings.fail(
            TemplateErrorKind::Index, section.range, section.keyword,
            QCoreApplication::translate("template",
                                        "MESSAGES: names no variable. Write the one that holds the "
                                        "history, as in MESSAGES: {history}."));
        return;
    }
    section.history = *first;
    for (const TemplateToken &token : std::as_const(inner.tokens)) {
        if (token.position >= first->range.position
            && token.position < first->range.position + first->range.length)
            findings.tokens.append(token);
    }
    if (prose)
        noteDroppedHistory(section, body, findings);
}

static Section readSection(const MappedText &text, const RawSection &raw, Findings &findings)
{
    const auto headLength = raw.begin - raw.position;
    Section out {.keyword = raw.keyword, .range = text.source(raw.position, headLength)};
    findings.token(TemplateToken::Kind::Role, text, raw.position, headLength, raw.keyword);
    if (findings.options.roles == TemplateOptions::Roles::Anywhere)
        noteRoleInLine(text, raw, out.range, findings);

    const MappedText rawBody = text.sliced(raw.begin, raw.end - raw.begin);
    const MappedText body = cleanedBody(rawBody, findings.options);
    out.isHistory = raw.keyword == "MESSAGES"_L1;
    if (out.isHistory) {
        readHistory(out, body, findings);
        return out;
    }
    out.body = readBody(body, findings);
    noteLostIndentation(rawBody, false, findings);
    return out;
}

/// The whole template as a message, for when no section gives one.
static std::expected<Body, TemplateError> readWhole(const MappedText &text, Findings &findings)
{
    const bool v0 = findings.options.dialect == TemplateOptions::Dialect::V0;
    Body body = readBody(v0 ? cleanedBody(text, findings.options) : text, findings);
    if (!findings.errors.isEmpty())
        return std::unexpected(findings.errors.first());
    return body;
}

static void addName(QStringList &names, const QString &name)
{
    if (!name.isEmpty() && !names.contains(name))
        names.append(name);
}

static void addVariables(const Body &body, QStringList &names)
{
    for (const BodyPart &part : body) {
        if (const auto *special = std::get_if<SpecialPart>(&part)) {
            addName(names, special->name.first);
            continue;
        }
        for (const TextPiece &piece : std::get<TextPart>(part).pieces) {
            if (const auto *field = std::get_if<Field>(&piece))
                addName(names, field->name.first);
        }
    }
}

static QStringList variablesOf(const Template::Private &d)
{
    QStringList names;
    for (const Section &section : d.sections) {
        if (section.isHistory)
            addName(names, section.history.name.first);
        else
            addVariables(section.body, names);
    }
    if (d.sections.isEmpty() && d.whole)
        addVariables(*d.whole, names);
    return names;
}

static void sortByPlace(Findings &findings)
{
    std::ranges::stable_sort(findings.tokens, {}, &TemplateToken::position);
    std::ranges::stable_sort(findings.warnings, {}, &TemplateWarning::position);
    std::ranges::stable_sort(findings.errors, {}, &TemplateError::position);
}

namespace {

/// A template with everything found wrong in it.
struct Reading {
    std::shared_ptr<Template::Private> d;
    QList<TemplateError> errors;
};

} // namespace

static Reading readTemplate(const QString &source, const TemplateOptions &options,
                            const Snippets &snippets)
{
    auto d = std::make_shared<Template::Private>();
    d->source = source;
    d->options = options;
    Findings findings {.source = d->source, .options = d->options};

    MappedText text = MappedText::of(source);
    if (!options.compat) {
        Expanded expanded = expandSnippets(source, snippets);
        text = std::move(expanded.text);
        findings.errors = std::move(expanded.errors);
        for (const SnippetUse &use : std::as_const(expanded.uses))
            findings.tokens.append({.kind = TemplateToken::Kind::Snippet,
                                    .position = use.range.position,
                                    .length = use.range.length,
                                    .name = use.name});
    }
    d->cleaned = cleanedTemplate(text, options);
    const QList<RawSection> raw = splitRoles(d->cleaned.text, options, d->hasKeyword);
    if (raw.isEmpty()) {
        d->whole = readWhole(d->cleaned, findings);
        noteLostIndentation(text, true, findings);
    } else {
        Findings unused {.source = d->source, .options = d->options};
        d->whole = readWhole(d->cleaned, unused);
        noteDroppedStart(d->cleaned, raw.first().position, findings);
        for (const RawSection &section : raw)
            d->sections.append(readSection(d->cleaned, section, findings));
        noteBareKeyword(d->cleaned, raw, findings);
    }
    sortByPlace(findings);
    d->tokens = findings.tokens;
    d->warnings = findings.warnings;
    d->variables = variablesOf(*d);
    return {.d = std::move(d), .errors = findings.errors};
}

std::expected<Template, TemplateError>
Template::parse(const QString &source, const TemplateOptions &options, const Snippets &snippets)
{
    Reading reading = readTemplate(source, options, snippets);
    if (!reading.errors.isEmpty())
        return std::unexpected(reading.errors.first());
    return TemplateAccess::make(std::move(reading.d));
}

TemplateCheck checkTemplate(const QString &source, const TemplateOptions &options,
                            const Snippets &snippets)
{
    Reading reading = readTemplate(source, options, snippets);
    return {.tokens = reading.d->tokens,
            .warnings = reading.d->warnings,
            .errors = reading.errors,
            .variables = reading.d->variables};
}

} // namespace Antiphon
