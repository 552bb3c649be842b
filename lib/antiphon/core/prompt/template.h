// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/error.h>
#include <antiphon/core/prompt/value.h>

#include <QMap>
#include <QString>

#include <expected>
#include <functional>
#include <memory>

namespace Antiphon {

/// The `template` object of prompt.json: how a template is read (template-language.md).
struct TemplateOptions {
    enum class Dialect { V1, V0 };
    enum class Roles { Anywhere, Anchored };
    enum class Indentation { Compat, Preserve };
    enum class WhenEmpty { Error, Compat };
    enum class Values { Python, AsJson };
    enum class Joins { Field, Variable };

    Dialect dialect = Dialect::V1;
    Roles roles = Roles::Anywhere;
    Indentation indentation = Indentation::Compat;
    WhenEmpty whenEmpty = WhenEmpty::Error;
    Values values = Values::Python;
    /// Variable: where one field of a variable says `:list`, its other fields in that text part are
    /// joined too, if the last one says so (imported prompts). Field: each for itself.
    Joins joins = Joins::Field;
    bool compat = false; ///< Every original behaviour, also the bugs.
    QStringList v0Roles = {}; ///< Roles of dialect v0; empty: SYSTEM USER ASSISTANT TOOL MODEL.

    friend bool operator==(const TemplateOptions &, const TemplateOptions &) = default;
};

[[nodiscard]] Result<TemplateOptions> templateOptionsFromJson(const Json &value);
[[nodiscard]] Json toJson(const TemplateOptions &options);

/// Snippet texts by slug, for `{>name}`.
using Snippets = QMap<QString, QString>;

/// The kinds of cli.md's `render --json`.
enum class TemplateErrorKind {
    MissingVariable,
    Attribute,
    Index,
    Syntax,
    FormatSpec,
    NotAList,
    NotMessages,
    NotLoaded,
    UnknownSnippet,
    SnippetCycle,
    EmptyPrompt,
    InvalidPart,
};

/// "missing-variable", "attribute", ...
[[nodiscard]] QString templateErrorKindName(TemplateErrorKind kind);

/// Why a template cannot be read or rendered. Places are in the source as typed, in UTF-16 units
/// from 0; line and column count from 1.
struct TemplateError {
    TemplateErrorKind kind = TemplateErrorKind::Syntax;
    QString name = {}; ///< The variable or snippet concerned.
    qsizetype position = 0;
    qsizetype length = 0;
    int line = 1;
    int column = 1;
    QString message = {}; ///< What is wrong and how to mend it.

    [[nodiscard]] Error toError() const; ///< ErrorKind::Setup with line and column in the text.

    friend bool operator==(const TemplateError &, const TemplateError &) = default;
};

/// Something legal that is probably not meant. Kinds are those of cli.md, e.g. "role-in-line".
struct TemplateWarning {
    QString kind = {};
    QString name = {};
    qsizetype position = 0;
    qsizetype length = 0;
    int line = 1;
    int column = 1;
    QString message = {};

    friend bool operator==(const TemplateWarning &, const TemplateWarning &) = default;
};

/// What a stretch of the source is, for highlighting and completion.
struct TemplateToken {
    enum class Kind { Role, Field, Specification, EscapedBrace, Snippet, Dropped };

    Kind kind = Kind::Field;
    qsizetype position = 0;
    qsizetype length = 0;
    QString name = {}; ///< The role, the variable's first name, the snippet.

    friend bool operator==(const TemplateToken &, const TemplateToken &) = default;
};

/// A template that has been read: snippets are in, roles are split, fields are found.
///
/// A value type, cheap to copy. Rendering it any number of times never looks at the source again.
class Template {
public:
    Template();
    Template(const Template &);
    Template &operator=(const Template &);
    ~Template();

    /// Reads \p source. Unbalanced braces, unknown or cyclic snippets are errors with their place.
    [[nodiscard]] static std::expected<Template, TemplateError>
    parse(const QString &source, const TemplateOptions &options = {},
          const Snippets &snippets = {});

    [[nodiscard]] const TemplateOptions &options() const;

    /// The first names of all fields in order of appearance, each once: `{o.a[0]}` gives "o".
    [[nodiscard]] QStringList variables() const;

    /// Everything worth colouring, in order of position in the source as typed.
    [[nodiscard]] QList<TemplateToken> tokens() const;

    /// Traps that need no values: a role word in mid-line, text that will be dropped, ...
    [[nodiscard]] QList<TemplateWarning> warnings() const;

    struct Private;

private:
    friend struct TemplateAccess;
    std::shared_ptr<const Private> d;
};

/// What an editor shows while a template is being typed: all of it also where there are errors.
struct TemplateCheck {
    QList<TemplateToken> tokens = {};
    QList<TemplateWarning> warnings = {};
    QList<TemplateError> errors = {}; ///< In order of position; the first is parse()'s.
    QStringList variables = {};

    friend bool operator==(const TemplateCheck &, const TemplateCheck &) = default;
};

/// Reads \p source as Template::parse() does, without stopping at the first error.
[[nodiscard]] TemplateCheck checkTemplate(const QString &source,
                                          const TemplateOptions &options = {},
                                          const Snippets &snippets = {});

/// Fetches what an image, audio or document field names: a path or a data:, file: or http(s)
/// address. The caller decides what may be read.
using MediaLoader = std::function<Result<QByteArray>(const QString &source)>;

struct Rendered {
    QList<Message> messages = {};
    QList<TemplateWarning> warnings = {}; ///< Of the template and of these values.

    friend bool operator==(const Rendered &, const Rendered &) = default;
};

/// The messages of \p source with \p values put in. Values never become template text.
[[nodiscard]] std::expected<Rendered, TemplateError>
render(const Template &source, const Variables &values, const MediaLoader &load = {});

/// The prompt as one string, as people read it (template-language.md 8). Not what is sent.
[[nodiscard]] std::expected<QString, TemplateError> renderAsText(const Template &source,
                                                                 const Variables &values);

} // namespace Antiphon
