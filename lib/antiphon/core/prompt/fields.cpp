// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/prompt/reading.h>

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

/// Reads str.format() syntax, with the same idea of where a field ends as Python's.
class FieldReader {
public:
    FieldReader(const MappedText &text, Findings &findings)
        : m_text(text)
        , m_findings(findings)
    {
    }

    QList<TextPiece> take() &&;

private:
    [[nodiscard]] QChar unit(qsizetype at) const
    {
        return at < m_text.size() ? m_text.text[at] : QChar();
    }
    qsizetype brace(qsizetype at);
    qsizetype field(qsizetype at);
    [[nodiscard]] qsizetype nameEnd(qsizetype at, QString &problem) const;
    [[nodiscard]] qsizetype specificationEnd(qsizetype at) const;
    qsizetype broken(qsizetype at, const QString &message);
    void add(Field field, qsizetype begin, qsizetype specification, qsizetype end);
    void flush();

    const MappedText &m_text;
    Findings &m_findings;
    QList<TextPiece> m_pieces;
    QString m_literal;
};

} // namespace

QList<TextPiece> FieldReader::take() &&
{
    for (qsizetype at = 0; at < m_text.size();) {
        const QChar character = unit(at);
        if (character == u'{' || character == u'}') {
            at = brace(at);
        } else {
            m_literal += character;
            ++at;
        }
    }
    flush();
    return std::move(m_pieces);
}

/// Handles the brace at \p at; returns the place behind what it opened.
qsizetype FieldReader::brace(qsizetype at)
{
    const QChar character = unit(at);
    if (unit(at + 1) == character) {
        m_findings.token(TemplateToken::Kind::EscapedBrace, m_text, at, 2);
        m_literal += character;
        return at + 2;
    }
    if (character == u'}')
        return broken(
            at,
            QCoreApplication::translate("template",
                                        "Single '}' without a '{' before it. To write a brace as "
                                        "text, double it: '}}'."));
    if (at + 1 >= m_text.size())
        return broken(
            at,
            QCoreApplication::translate("template",
                                        "Single '{' at the end of the text. To write a brace as "
                                        "text, double it: '{{'."));
    return field(at);
}

/// Where the name that begins at \p at ends: at `}`, `:` or `!`, brackets skipped.
qsizetype FieldReader::nameEnd(qsizetype at, QString &problem) const
{
    for (; at < m_text.size(); ++at) {
        switch (unit(at).unicode()) {
        case u'{':
            problem = QCoreApplication::translate(
                "template",
                "Unexpected '{' in the name of a field. To write a brace as text, "
                "double it: '{{'.");
            return at;
        case u'[':
            while (at < m_text.size() && unit(at) != u']')
                ++at;
            break;
        case u'}':
        case u':':
        case u'!':
            return at;
        default:
            break;
        }
    }
    problem = QCoreApplication::translate(
        "template",
        "This field has no end: expected '}' before the end of the text. To write a "
        "brace as text, double it: '{{'.");
    return m_text.size();
}

/// Where the `}` of a specification stands, inner braces counted; -1 without one.
qsizetype FieldReader::specificationEnd(qsizetype at) const
{
    for (int depth = 1; at < m_text.size(); ++at) {
        if (unit(at) == u'{')
            ++depth;
        else if (unit(at) == u'}' && --depth == 0)
            return at;
    }
    return -1;
}

qsizetype FieldReader::field(qsizetype begin)
{
    QString problem;
    qsizetype at = nameEnd(begin + 1, problem);
    if (!problem.isEmpty())
        return broken(begin, problem);

    Field out {.range = m_text.source(begin, 1)};
    const QString name = m_text.text.sliced(begin + 1, at - begin - 1);
    const qsizetype specification = at;
    if (unit(at) == u'!') {
        if (at + 2 >= m_text.size() || (unit(at + 2) != u'}' && unit(at + 2) != u':'))
            return broken(begin,
                          QCoreApplication::translate(
                              "template", "After '!' one letter is expected, then ':' or '}'."));
        out.conversion = unit(at + 1).unicode();
        if (!u"rsa"_s.contains(QChar(out.conversion)))
            return broken(begin,
                          QCoreApplication::translate(
                              "template", "Unknown conversion '!%1': there are !r, !s and !a.")
                              .arg(QChar(out.conversion)));
        at += 2;
    }
    if (unit(at) == u':') {
        const auto end = specificationEnd(at + 1);
        if (end < 0)
            return broken(
                begin,
                QCoreApplication::translate("template",
                                            "This field has no end: expected '}' after its "
                                            "specification."));
        out.specification = m_text.text.sliced(at + 1, end - at - 1);
        at = end;
    }
    out.range = m_text.source(begin, at + 1 - begin);
    out.name = readFieldName(name, out.range, m_findings);
    add(out, begin, specification, at);
    return at + 1;
}

void FieldReader::add(Field field, qsizetype begin, qsizetype specification, qsizetype end)
{
    if (const auto open = field.specification.indexOf(u'{'); open >= 0) {
        const auto close = field.specification.indexOf(u'}', open);
        field.nested = field.specification.sliced(open + 1, close - open - 1);
    }
    m_findings.token(TemplateToken::Kind::Field, m_text, begin, end + 1 - begin, field.name.first);
    if (specification < end) {
        field.specificationRange = m_text.source(specification, end - specification);
        m_findings.token(TemplateToken::Kind::Specification, m_text, specification,
                         end - specification, field.name.first);
    }
    flush();
    m_pieces.append(std::move(field));
}

qsizetype FieldReader::broken(qsizetype at, const QString &message)
{
    m_findings.fail(TemplateErrorKind::Syntax, m_text.source(at, 1), {}, message);
    m_literal += unit(at);
    return at + 1;
}

void FieldReader::flush()
{
    if (!m_literal.isEmpty())
        m_pieces.append(std::exchange(m_literal, {}));
}

QList<TextPiece> readFields(const MappedText &text, Findings &findings)
{
    return FieldReader(text, findings).take();
}

// --- Names ---------------------------------------------------------------------------------------

/// Whether \p name is looked up as one word, dots and brackets included.
static bool isOneWord(const QString &name, const TemplateOptions &options)
{
    if (options.dialect == TemplateOptions::Dialect::V0)
        return true;
    return options.compat && !name.contains(u'.');
}

static QString readSteps(const QString &name, qsizetype at, QList<FieldStep> &steps)
{
    while (at < name.size()) {
        const bool attribute = name[at] == u'.';
        if (!attribute && name[at] != u'[')
            return QCoreApplication::translate("template",
                                               "After ']' only '.' or '[' may follow in '%1'.")
                .arg(name);
        qsizetype end = at + 1;
        while (end < name.size()
               && (attribute ? name[end] != u'.' && name[end] != u'[' : name[end] != u']'))
            ++end;
        if (!attribute && end == name.size())
            return QCoreApplication::translate("template", "A ']' is missing in '%1'.").arg(name);
        if (end == at + 1)
            return QCoreApplication::translate("template", "An empty step in the path '%1'.")
                .arg(name);
        steps.append({.attribute = attribute, .key = name.sliced(at + 1, end - at - 1)});
        at = attribute ? end : end + 1;
    }
    return {};
}

FieldName readFieldName(const QString &name, SourceRange range, Findings &findings)
{
    FieldName out {.whole = name, .first = name};
    if (isOneWord(name, findings.options) && !name.isEmpty())
        return out;
    qsizetype at = 0;
    while (at < name.size() && name[at] != u'.' && name[at] != u'[')
        ++at;
    out.first = name.first(at);
    if (out.first.isEmpty()) {
        findings.fail(
            TemplateErrorKind::Index, range, {},
            QCoreApplication::translate("template",
                                        "A field without a name: there is no list of values to "
                                        "index. Write the variable's name, or '{{' for a brace."));
        return out;
    }
    if (const QString problem = readSteps(name, at, out.steps); !problem.isEmpty())
        findings.fail(TemplateErrorKind::Syntax, range, out.first, problem);
    return out;
}

} // namespace Antiphon
