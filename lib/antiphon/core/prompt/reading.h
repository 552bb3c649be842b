// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/prompt/mappedtext.h>
#include <antiphon/core/prompt/template.h>

#include <optional>
#include <utility>
#include <variant>

namespace Antiphon {

// What a template has become once it is read. Private to this folder.

/// One step of a path: `.key` or `[key]`.
struct FieldStep {
    bool attribute = false;
    QString key = {};
};

/// A field's name: `o.a[0]` is the variable `o` and two steps.
struct FieldName {
    QString whole = {};
    QString first = {};
    QList<FieldStep> steps = {};
};

/// `{name!conversion:specification}`
struct Field {
    FieldName name = {};
    char16_t conversion = 0;
    QString specification = {};
    QString nested = {}; ///< The name of a field inside the specification: always an error.
    SourceRange range = {};
    SourceRange specificationRange = {};
};

using TextPiece = std::variant<QString, Field>;

/// Text with fields in it.
struct TextPart {
    QString source = {}; ///< Cleaned, fields as typed.
    SourceRange range = {};
    QList<TextPiece> pieces = {};
    QMap<QString, QString> lastSpecifications = {}; ///< By whole name, of the fields in source.
};

enum class PartKind {
    Image,
    Images,
    Audio,
    Audios,
    Document,
    Documents,
    Text,
    Texts,
    CacheControl,
    Part,
    Parts,
};

/// `{name:image(detail=low)}`
struct SpecialPart {
    PartKind kind = PartKind::Text;
    QString specification = {};
    FieldName name = {};
    QMap<QString, QString> options = {};
    SourceRange range = {};
    SourceRange specificationRange = {};
};

using BodyPart = std::variant<TextPart, SpecialPart>;
using Body = QList<BodyPart>;

/// What follows a role keyword.
struct Section {
    QString keyword = {};
    SourceRange range = {}; ///< Of keyword and colon.
    bool isHistory = false;
    Field history = {};
    Body body = {};
};

struct Template::Private {
    QString source = {};
    TemplateOptions options = {};
    bool hasKeyword = false; ///< Also one at the very end, which opens no section.
    QList<Section> sections = {};
    /// The whole template as the body of one user message.
    std::expected<Body, TemplateError> whole = {};
    MappedText cleaned = {};
    QList<TemplateToken> tokens = {};
    QList<TemplateWarning> warnings = {};
    QStringList variables = {};
};

/// The way into a Template for the functions of this folder.
struct TemplateAccess {
    static const Template::Private &of(const Template &source) { return *source.d; }
    static Template make(std::shared_ptr<const Template::Private> d)
    {
        Template out;
        out.d = std::move(d);
        return out;
    }
};

/// What reading a piece of template gives besides its meaning.
struct Findings {
    const QString &source; ///< As typed.
    const TemplateOptions &options;
    QList<TemplateToken> tokens = {};
    QList<TemplateWarning> warnings = {};
    QList<TemplateError> errors = {};

    void fail(TemplateErrorKind kind, SourceRange range, const QString &name,
              const QString &message);
    void warn(const QString &kind, SourceRange range, const QString &name, const QString &message);

    /// Notes a token unless a snippet brought it in.
    void token(TemplateToken::Kind kind, const MappedText &text, qsizetype position,
               qsizetype length, const QString &name = {});
};

[[nodiscard]] TemplateWarning templateWarning(const QString &source, const QString &kind,
                                              SourceRange range, const QString &name,
                                              const QString &message);

/// Splits \p text into literal text and fields. Errors are noted and their brace taken literally.
[[nodiscard]] QList<TextPiece> readFields(const MappedText &text, Findings &findings);

/// Splits the path \p name; what is wrong with it goes to \p findings at \p range.
[[nodiscard]] FieldName readFieldName(const QString &name, SourceRange range, Findings &findings);

/// A body of dialect v1 in its parts: text, media, cache markers.
[[nodiscard]] Body readBody(const MappedText &text, Findings &findings);

/// The one text part of a body of dialect v0, and of the display form.
[[nodiscard]] TextPart readTextPart(const MappedText &text, Findings &findings);

/// A section before its body is understood.
struct RawSection {
    QString keyword = {};
    qsizetype position = 0; ///< Of the keyword.
    qsizetype begin = 0; ///< Of the body.
    qsizetype end = 0;
};

/// The role keywords that dialect and options know, MESSAGES last.
[[nodiscard]] QStringList roleKeywords(const TemplateOptions &options);

/// Sections of \p text, as the regular expression of template-language.md 2 finds them.
/// \p hasKeyword: also one without any text behind it.
[[nodiscard]] QList<RawSection> splitRoles(const QString &text, const TemplateOptions &options,
                                           bool &hasKeyword);

/// Stage 1 for a whole template.
[[nodiscard]] MappedText cleanedTemplate(const MappedText &text, const TemplateOptions &options);

/// The body of a section without the blanks around it.
[[nodiscard]] MappedText cleanedBody(const MappedText &text, const TemplateOptions &options);

/// Section 3.1: a text part without its indentation. \p opens, \p closes: the part is at that end
/// of its body; elsewhere it meets a media part.
[[nodiscard]] MappedText cleanedPart(const MappedText &text, const TemplateOptions &options,
                                     bool opens, bool closes);

} // namespace Antiphon
