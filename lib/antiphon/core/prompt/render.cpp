// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/prompt/lookup.h>
#include <antiphon/core/prompt/media.h>
#include <antiphon/core/prompt/pythontext.h>
#include <antiphon/core/prompt/templateerror.h>

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon {

using Parts = std::expected<QList<ContentPart>, TemplateError>;

static std::expected<QString, TemplateError> textOf(const Scope &scope, const TextPart &part)
{
    QString out;
    for (const TextPiece &piece : part.pieces) {
        if (const auto *literal = std::get_if<QString>(&piece)) {
            out += *literal;
            continue;
        }
        const auto text = fieldText(scope, part, std::get<Field>(piece));
        if (!text)
            return text;
        out += *text;
    }
    return out;
}

/// The original replaces a text that happens to be a variable's name.
static std::optional<std::expected<ContentPart, TemplateError>>
accidentalValue(const Scope &scope, const TextPart &part)
{
    const auto found = scope.values.constFind(part.source);
    if (!scope.source.options.compat || found == scope.values.constEnd()
        || scope.source.options.dialect == TemplateOptions::Dialect::V0)
        return std::nullopt;
    if (pythonTypeName(*found) == "str"_L1)
        return Text {.text = pythonStr(*found)};
    return scope.fail(
        TemplateErrorKind::InvalidPart, part.range, part.source,
        QCoreApplication::translate("template",
                                    "The text '%1' is a variable's name and stands for its "
                                    "value, which must be text.")
            .arg(part.source));
}

static Parts textParts(const Scope &scope, const TextPart &part)
{
    if (const auto accident = accidentalValue(scope, part))
        return accident->transform([](const ContentPart &it) { return QList<ContentPart> {it}; });
    return textOf(scope, part).transform([](const QString &text) {
        return text.isEmpty() ? QList<ContentPart> {} : QList<ContentPart> {Text {.text = text}};
    });
}

static Parts bodyParts(const Scope &scope, const Body &body, const MediaLoader &load)
{
    QList<ContentPart> out;
    for (const BodyPart &part : body) {
        const auto *special = std::get_if<SpecialPart>(&part);
        auto parts = special ? specialParts(scope, *special, load)
                             : textParts(scope, std::get<TextPart>(part));
        if (!parts)
            return parts;
        out += *parts;
    }
    return out;
}

static Role roleOf(const QString &keyword)
{
    if (keyword == "MODEL"_L1)
        return Role::Assistant;
    return roleFromName(keyword.toLower()).value_or(Role::User);
}

// --- History -------------------------------------------------------------------------------------

static std::optional<Message> messageOf(const Value &value)
{
    if (const auto *message = std::get_if<Message>(&value.held))
        return *message;
    const auto *json = std::get_if<Json>(&value.held);
    if (!json || !json->is_object())
        return std::nullopt;
    const auto read = messagesFromJson(jsonArray({*json}));
    return read && read->size() == 1 ? std::optional(read->first()) : std::nullopt;
}

static std::expected<QList<Message>, TemplateError> history(const Scope &scope, const Field &field)
{
    const bool self = field.name.whole.startsWith("self."_L1);
    const auto value = self ? lookUp(scope, field.name, field.range)
                            : lookUpWhole(scope, field.name, field.range);
    if (!value)
        return std::unexpected(value.error());
    const auto items = listItems(*value);
    if (!items)
        return scope.fail(
            TemplateErrorKind::NotMessages, field.range, field.name.whole,
            QCoreApplication::translate("template",
                                        "MESSAGES: needs a list of messages, but '%1' is a value "
                                        "of type '%2'.")
                .arg(field.name.whole, pythonTypeName(*value)));
    QList<Message> messages;
    for (const Value &item : *items) {
        auto message = messageOf(item);
        if (!message)
            return scope.fail(
                TemplateErrorKind::NotMessages, field.range, field.name.whole,
                QCoreApplication::translate(
                    "template", "Entry %2 of '%1' is no message: an object with role and content.")
                    .arg(field.name.whole)
                    .arg(messages.size()));
        messages.append(*std::move(message));
    }
    return messages;
}

// --- Messages ------------------------------------------------------------------------------------

static void addVanished(const Scope &scope, SourceRange range, const QString &keyword,
                        QList<TemplateWarning> &out)
{
    out.append(templateWarning(
        scope.source.source, u"message-vanished"_s, range, keyword,
        keyword.isEmpty()
            ? QCoreApplication::translate("template",
                                          "With these values nothing is left of this prompt.")
            : QCoreApplication::translate(
                  "template", "With these values the %1 message is empty and is left out.")
                  .arg(keyword)));
}

static std::optional<TemplateError> addSection(const Scope &scope, const Section &section,
                                               const MediaLoader &load, Rendered &out)
{
    if (section.isHistory) {
        auto messages = history(scope, section.history);
        if (!messages)
            return messages.error();
        out.messages += *messages;
        return std::nullopt;
    }
    auto parts = bodyParts(scope, section.body, load);
    if (!parts)
        return parts.error();
    if (parts->isEmpty())
        addVanished(scope, section.range, section.keyword, out.warnings);
    else
        out.messages.append({.role = roleOf(section.keyword), .parts = *std::move(parts)});
    return std::nullopt;
}

/// The whole template as one user message: it has no roles, or none of them gave a message.
static std::optional<TemplateError> addWhole(const Scope &scope, const MediaLoader &load,
                                             Rendered &out)
{
    const TemplateOptions &options = scope.source.options;
    if (!scope.source.whole)
        return scope.source.whole.error();
    auto parts = bodyParts(scope, *scope.source.whole, load);
    if (!parts)
        return parts.error();
    if (parts->isEmpty() && options.dialect == TemplateOptions::Dialect::V0)
        parts->append(Text {});
    if (!parts->isEmpty())
        out.messages.append({.role = Role::User, .parts = *std::move(parts)});
    else if (!scope.source.hasKeyword && !scope.source.cleaned.isEmpty())
        addVanished(scope, scope.source.cleaned.source(0, scope.source.cleaned.size()), {},
                    out.warnings);
    return std::nullopt;
}

static void addUnused(const Scope &scope, QList<TemplateWarning> &out)
{
    const QStringList &used = scope.source.variables;
    for (const QString &name : scope.values.keys()) {
        if (!used.contains(name))
            out.append(templateWarning(
                scope.source.source, u"unused-variable"_s, {}, name,
                QCoreApplication::translate("template", "The template does not use '%1'.")
                    .arg(name)));
    }
}

std::expected<Rendered, TemplateError> render(const Template &source, const Variables &values,
                                              const MediaLoader &load)
{
    const Scope scope {.source = TemplateAccess::of(source), .values = values};
    const TemplateOptions &options = scope.source.options;
    Rendered out {.warnings = scope.source.warnings};
    for (const Section &section : scope.source.sections) {
        if (auto error = addSection(scope, section, load, out))
            return std::unexpected(*std::move(error));
    }
    if (out.messages.isEmpty()) {
        const bool compat
            = options.compat || options.whenEmpty == TemplateOptions::WhenEmpty::Compat;
        if (scope.source.hasKeyword && !compat)
            return scope.fail(
                TemplateErrorKind::EmptyPrompt, {.length = scope.source.source.size()}, {},
                QCoreApplication::translate("template",
                                            "Every section of this prompt is empty with these "
                                            "values: there is nothing to send."));
        if (auto error = addWhole(scope, load, out))
            return std::unexpected(*std::move(error));
    }
    std::ranges::stable_sort(out.warnings, {}, &TemplateWarning::position);
    addUnused(scope, out.warnings);
    return out;
}

// --- As one string -------------------------------------------------------------------------------

/// The template with its media specifications reduced to plain fields.
static MappedText displayForm(const MappedText &text, bool compat)
{
    static const QRegularExpression pattern(
        u"\\{[^:{}]*(:(?:(?:image|audio|document|text)s?))\\}"_s);
    static const QRegularExpression others(
        u"\\{[^:{}]*(:(?:(?:image|audio|document|text|part)s?|cache_control)(?:\\([^)]*\\))?)\\}"_s);
    MappedText out;
    qsizetype begin = 0;
    for (auto all = (compat ? pattern : others).globalMatch(text.text); all.hasNext();) {
        const auto match = all.next();
        const bool marker = match.capturedView(1).startsWith(":cache_control"_L1);
        const auto cut = marker ? match.capturedStart() : match.capturedStart(1);
        out.append(text, begin, cut - begin);
        begin = marker ? match.capturedEnd() : match.capturedEnd(1);
    }
    out.append(text, begin, text.size() - begin);
    return out;
}

std::expected<QString, TemplateError> renderAsText(const Template &source, const Variables &values)
{
    const Scope scope {.source = TemplateAccess::of(source), .values = values};
    const TemplateOptions &options = scope.source.options;
    Findings findings {.source = scope.source.source, .options = options};
    const bool v0 = options.dialect == TemplateOptions::Dialect::V0;
    const MappedText text = v0 ? cleanedBody(scope.source.cleaned, options)
                               : displayForm(scope.source.cleaned, options.compat);
    const TextPart part = readTextPart(text, findings);
    if (!findings.errors.isEmpty())
        return std::unexpected(findings.errors.first());
    return textOf(scope, part).transform([](const QString &out) { return out.trimmed(); });
}

} // namespace Antiphon
