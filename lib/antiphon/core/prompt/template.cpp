// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/prompt/reading.h>
#include <antiphon/core/prompt/templateerror.h>

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Antiphon {

Template::Template()
    : d(std::make_shared<Private>())
{
}

Template::Template(const Template &) = default;
Template &Template::operator=(const Template &) = default;
Template::~Template() = default;

const TemplateOptions &Template::options() const
{
    return d->options;
}

QStringList Template::variables() const
{
    return d->variables;
}

QList<TemplateToken> Template::tokens() const
{
    return d->tokens;
}

QList<TemplateWarning> Template::warnings() const
{
    return d->warnings;
}

// --- Errors and warnings -------------------------------------------------------------------------

QString templateErrorKindName(TemplateErrorKind kind)
{
    switch (kind) {
    case TemplateErrorKind::MissingVariable:
        return u"missing-variable"_s;
    case TemplateErrorKind::Attribute:
        return u"attribute"_s;
    case TemplateErrorKind::Index:
        return u"index"_s;
    case TemplateErrorKind::Syntax:
        return u"syntax"_s;
    case TemplateErrorKind::FormatSpec:
        return u"format-spec"_s;
    case TemplateErrorKind::NotAList:
        return u"not-a-list"_s;
    case TemplateErrorKind::NotMessages:
        return u"not-messages"_s;
    case TemplateErrorKind::NotLoaded:
        return u"not-loaded"_s;
    case TemplateErrorKind::UnknownSnippet:
        return u"unknown-snippet"_s;
    case TemplateErrorKind::SnippetCycle:
        return u"snippet-cycle"_s;
    case TemplateErrorKind::EmptyPrompt:
        return u"empty-prompt"_s;
    case TemplateErrorKind::InvalidPart:
        return u"invalid-part"_s;
    }
    return {};
}

Error TemplateError::toError() const
{
    return {.kind = ErrorKind::Setup,
            .message = QCoreApplication::translate("template", "Template, line %1, column %2: %3")
                           .arg(line)
                           .arg(column)
                           .arg(message),
            .code = templateErrorKindName(kind)};
}

TemplateError templateError(const QString &source, TemplateErrorKind kind, SourceRange range,
                            const QString &name, const QString &message)
{
    const LineColumn place = lineColumn(source, range.position);
    return {.kind = kind,
            .name = name,
            .position = range.position,
            .length = range.length,
            .line = place.line,
            .column = place.column,
            .message = message};
}

TemplateWarning templateWarning(const QString &source, const QString &kind, SourceRange range,
                                const QString &name, const QString &message)
{
    const LineColumn place = lineColumn(source, range.position);
    return {.kind = kind,
            .name = name,
            .position = range.position,
            .length = range.length,
            .line = place.line,
            .column = place.column,
            .message = message};
}

void Findings::fail(TemplateErrorKind kind, SourceRange range, const QString &name,
                    const QString &message)
{
    errors.append(templateError(source, kind, range, name, message));
}

void Findings::warn(const QString &kind, SourceRange range, const QString &name,
                    const QString &message)
{
    warnings.append(templateWarning(source, kind, range, name, message));
}

void Findings::token(TemplateToken::Kind kind, const MappedText &text, qsizetype position,
                     qsizetype length, const QString &name)
{
    if (!text.isTyped(position, length))
        return;
    const SourceRange range = text.source(position, length);
    tokens.append({.kind = kind, .position = range.position, .length = range.length, .name = name});
}

// --- Options -------------------------------------------------------------------------------------

namespace {

/// Reads one word of the `template` object; remembers the first that is unknown.
struct OptionReader {
    const Json &object;
    QString problem = {};

    template<typename T>
    void read(std::string_view key, T &out,
              std::initializer_list<std::pair<QLatin1StringView, T>> words)
    {
        const Json *value = find(object, key);
        if (!value || !problem.isEmpty())
            return;
        const QString text = toText(*value);
        QStringList known;
        for (const auto &[word, meaning] : words) {
            if (text == word) {
                out = meaning;
                return;
            }
            known.append(u'"' + word + u'"');
        }
        problem = QCoreApplication::translate("template", "template.%1 must be one of %2.")
                      .arg(fromUtf8(key), known.join(", "_L1));
    }
};

} // namespace

Result<TemplateOptions> templateOptionsFromJson(const Json &value)
{
    if (!value.is_object())
        return fail(ErrorKind::Setup,
                    QCoreApplication::translate("template", "template must be an object."));
    using Options = TemplateOptions;
    Options out;
    OptionReader reader {.object = value};
    reader.read("dialect", out.dialect,
                {{"v1"_L1, Options::Dialect::V1}, {"v0"_L1, Options::Dialect::V0}});
    reader.read(
        "roles", out.roles,
        {{"anywhere"_L1, Options::Roles::Anywhere}, {"anchored"_L1, Options::Roles::Anchored}});
    reader.read("indentation", out.indentation,
                {{"compat"_L1, Options::Indentation::Compat},
                 {"preserve"_L1, Options::Indentation::Preserve}});
    reader.read(
        "whenEmpty", out.whenEmpty,
        {{"error"_L1, Options::WhenEmpty::Error}, {"compat"_L1, Options::WhenEmpty::Compat}});
    reader.read("values", out.values,
                {{"python"_L1, Options::Values::Python}, {"json"_L1, Options::Values::AsJson}});
    reader.read("joins", out.joins,
                {{"field"_L1, Options::Joins::Field}, {"variable"_L1, Options::Joins::Variable}});
    if (!reader.problem.isEmpty())
        return fail(ErrorKind::Setup, reader.problem);
    return out;
}

Json toJson(const TemplateOptions &options)
{
    using Options = TemplateOptions;
    Json out = jsonObject({
        {"dialect", options.dialect == Options::Dialect::V1 ? "v1" : "v0"},
        {"roles", options.roles == Options::Roles::Anywhere ? "anywhere" : "anchored"},
        {"indentation",
         options.indentation == Options::Indentation::Compat ? "compat" : "preserve"},
    });
    if (options.whenEmpty != Options::WhenEmpty::Error)
        out["whenEmpty"] = "compat";
    if (options.values != Options::Values::Python)
        out["values"] = "json";
    if (options.joins != Options::Joins::Field)
        out["joins"] = "variable";
    return out;
}

} // namespace Antiphon
