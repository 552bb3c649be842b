// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/prompt/reading.h>

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace Antiphon {

static PartKind partKind(QStringView name)
{
    static constexpr std::array names {
        std::pair("image"_L1, PartKind::Image),
        std::pair("images"_L1, PartKind::Images),
        std::pair("audio"_L1, PartKind::Audio),
        std::pair("audios"_L1, PartKind::Audios),
        std::pair("document"_L1, PartKind::Document),
        std::pair("documents"_L1, PartKind::Documents),
        std::pair("text"_L1, PartKind::Text),
        std::pair("texts"_L1, PartKind::Texts),
        std::pair("cache_control"_L1, PartKind::CacheControl),
        std::pair("part"_L1, PartKind::Part),
    };
    for (const auto &[word, kind] : names) {
        if (name == word)
            return kind;
    }
    return PartKind::Parts;
}

static const QRegularExpression &partPattern()
{
    static const QRegularExpression pattern(
        u"\\{([^:{}]*):((?:image|audio|document|text|part)s?|cache_control)(?:\\(([^)]*)\\))?\\}"_s);
    return pattern;
}

/// Reads `detail=low,other=x`. Blanks count.
static QMap<QString, QString> readOptions(const QString &text, SourceRange range,
                                          Findings &findings)
{
    QMap<QString, QString> out;
    for (const QString &option : text.split(u',')) {
        const QStringList sides = option.split(u'=');
        if (sides.size() != 2) {
            findings.fail(TemplateErrorKind::Syntax, range, {},
                          QCoreApplication::translate("template",
                                                      "'%1' is no option: write NAME=VALUE, as in "
                                                      "{photo:image(detail=low)}.")
                              .arg(option));
            break;
        }
        out.insert(sides.first(), sides.last());
    }
    return out;
}

static FieldName partName(const QString &name, const MappedText &text, qsizetype position,
                          Findings &findings)
{
    // The original takes the whole name for a key; paths are ours.
    if (findings.options.compat || name.isEmpty())
        return {.whole = name, .first = name};
    return readFieldName(name, text.source(position, name.size() + 2), findings);
}

static SpecialPart readSpecialPart(const MappedText &text, const QRegularExpressionMatch &match,
                                   Findings &findings)
{
    const auto begin = match.capturedStart();
    const auto specification = match.capturedStart(2) - 1;
    const auto end = match.capturedEnd() - 1;
    SpecialPart out {.kind = partKind(match.capturedView(2)),
                     .specification = match.captured(2),
                     .range = text.source(begin, match.capturedLength()),
                     .specificationRange = text.source(specification, end - specification)};
    out.name = out.kind == PartKind::CacheControl
        ? FieldName {}
        : partName(match.captured(1), text, begin, findings);
    if (match.hasCaptured(3))
        out.options = readOptions(match.captured(3), out.specificationRange, findings);
    findings.token(TemplateToken::Kind::Field, text, begin, match.capturedLength(), out.name.first);
    findings.token(TemplateToken::Kind::Specification, text, specification, end - specification,
                   out.name.first);
    return out;
}

/// The original deletes `:list` and `:lists` from the whole text part, prose included.
static MappedText withoutListWords(const MappedText &text)
{
    MappedText out = text;
    for (const auto word : {":lists"_L1, ":list"_L1}) {
        MappedText next;
        qsizetype begin = 0;
        for (auto at = out.text.indexOf(word); at >= 0; at = out.text.indexOf(word, begin)) {
            next.append(out, begin, at - begin);
            begin = at + word.size();
        }
        next.append(out, begin, out.size() - begin);
        out = std::move(next);
    }
    return out;
}

TextPart readTextPart(const MappedText &text, Findings &findings)
{
    TextPart out {.source = text.text,
                  .range = text.source(0, text.size()),
                  .pieces = readFields(text, findings)};
    for (const TextPiece &piece : std::as_const(out.pieces)) {
        if (const auto *field = std::get_if<Field>(&piece))
            out.lastSpecifications.insert(field->name.whole, field->specification);
    }
    if (findings.options.compat && findings.options.dialect == TemplateOptions::Dialect::V1) {
        Findings again {.source = findings.source, .options = findings.options};
        out.pieces = readFields(withoutListWords(text), again);
    }
    return out;
}

Body readBody(const MappedText &text, Findings &findings)
{
    if (findings.options.dialect == TemplateOptions::Dialect::V0)
        return {readTextPart(text, findings)};

    Body out;
    qsizetype begin = 0;
    const auto addText = [&](qsizetype end) {
        const MappedText part = cleanedPart(text.sliced(begin, end - begin), findings.options,
                                            begin == 0, end == text.size());
        if (!part.isEmpty())
            out.append(readTextPart(part, findings));
    };
    for (auto matches = partPattern().globalMatch(text.text); matches.hasNext();) {
        const auto match = matches.next();
        addText(match.capturedStart());
        out.append(readSpecialPart(text, match, findings));
        begin = match.capturedEnd();
    }
    addText(text.size());
    return out;
}

} // namespace Antiphon
