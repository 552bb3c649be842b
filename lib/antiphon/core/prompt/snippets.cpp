// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/prompt/snippets.h>

#include <antiphon/core/prompt/templateerror.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon {

static bool isSlug(const QString &name)
{
    return !name.isEmpty() && std::ranges::all_of(name, [](QChar unit) {
        return (unit >= u'a' && unit <= u'z') || (unit >= u'0' && unit <= u'9') || unit == u'-'
            || unit == u'_';
    });
}

static QString withoutFinalNewline(QString text)
{
    if (text.endsWith("\r\n"_L1))
        text.chop(2);
    else if (text.endsWith(u'\n'))
        text.chop(1);
    return text;
}

namespace {

class Expander {
public:
    Expander(const QString &source, const Snippets &snippets)
        : m_source(source)
        , m_snippets(snippets)
    {
    }

    Expanded take() &&
    {
        expand(MappedText::of(m_source));
        return std::move(m_out);
    }

private:
    void expand(const MappedText &text);
    qsizetype reference(const MappedText &text, qsizetype at);
    void include(const QString &name, SourceRange range);
    [[nodiscard]] QString complaint(const QString &name, TemplateErrorKind &kind) const;

    const QString &m_source;
    const Snippets &m_snippets;
    Expanded m_out;
    int m_inclusions = 0;
    QStringList m_open; // the snippets we are inside of, outermost first
};

} // namespace

void Expander::expand(const MappedText &text)
{
    qsizetype begin = 0;
    qsizetype at = 0;
    const auto unit
        = [&text](qsizetype place) { return place < text.size() ? text.text[place] : QChar(); };
    while (at < text.size()) {
        if (text.text[at] != u'{') {
            ++at;
        } else if (unit(at + 1) == u'{') {
            at += 2;
        } else if (unit(at + 1) == u'>') {
            m_out.text.append(text, begin, at - begin);
            at = begin = reference(text, at);
        } else {
            ++at;
        }
    }
    m_out.text.append(text, begin, std::min(at, text.size()) - begin);
}

/// Handles the reference that opens at \p at; returns the place behind it.
qsizetype Expander::reference(const MappedText &text, qsizetype at)
{
    const auto close = text.text.indexOf(u'}', at);
    if (close < 0) {
        m_out.errors.append(
            templateError(m_source, TemplateErrorKind::Syntax, text.source(at, 2), {},
                          QCoreApplication::translate(
                              "template",
                              "The snippet reference has no end: expected '}'. To write a brace "
                              "as text, double it: '{{'.")));
        return text.size();
    }
    const SourceRange range = text.source(at, close + 1 - at);
    const QString name = text.text.sliced(at + 2, close - at - 2);
    if (m_open.isEmpty())
        m_out.uses.append({.range = range, .name = name});

    TemplateErrorKind kind = TemplateErrorKind::Syntax;
    if (const QString message = complaint(name, kind); !message.isEmpty())
        m_out.errors.append(templateError(m_source, kind, range, name, message));
    else
        include(name, range);
    return close + 1;
}

QString Expander::complaint(const QString &name, TemplateErrorKind &kind) const
{
    if (!isSlug(name))
        return QCoreApplication::translate(
                   "template",
                   "'%1' is no name of a snippet: write lower case letters, digits, "
                   "'-' and '_' only, without blanks or a specification.")
            .arg(name);
    kind = TemplateErrorKind::SnippetCycle;
    if (const auto first = m_open.indexOf(name); first >= 0)
        return QCoreApplication::translate("template", "Snippets include each other: %1.")
            .arg((m_open.sliced(first) << name).join(", "_L1));
    if (m_open.size() >= deepestSnippet)
        return QCoreApplication::translate("template",
                                           "Snippets include snippets more than %1 deep: %2.")
            .arg(deepestSnippet)
            .arg((m_open + QStringList(name)).join(", "_L1));
    kind = TemplateErrorKind::UnknownSnippet;
    if (!m_snippets.contains(name))
        return QCoreApplication::translate("template", "There is no snippet '%1'.").arg(name);
    kind = TemplateErrorKind::Syntax;
    if (m_inclusions >= mostInclusions
        || m_out.text.size() + m_snippets.value(name).size() > largestTemplate)
        return QCoreApplication::translate("template", "Snippets make this template too large.");
    return {};
}

void Expander::include(const QString &name, SourceRange range)
{
    const QString text = withoutFinalNewline(m_snippets.value(name));
    ++m_inclusions;
    m_open.append(name);
    expand({.text = text, .origins = QList<SourceRange>(text.size(), range)});
    m_open.removeLast();
}

Expanded expandSnippets(const QString &source, const Snippets &snippets)
{
    return Expander(source, snippets).take();
}

} // namespace Antiphon
