// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/config/rules.h>

#include <antiphon/core/words.h>

#include <QMap>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

bool isWord(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'$';
}

/// The words of JavaScript source that may be names of variables: not within texts and comments,
/// not members of something else than `vars`. Words within a text's `${}` count.
class Names {
public:
    explicit Names(QStringView source)
        : m_source(source)
    {
    }

    [[nodiscard]] QSet<QString> read()
    {
        code(false);
        return std::move(m_names);
    }

private:
    [[nodiscard]] bool atEnd() const { return m_at >= m_source.size(); }
    [[nodiscard]] QChar next() const { return m_source[m_at]; }
    [[nodiscard]] bool starts(QLatin1StringView text) const
    {
        return m_source.sliced(m_at).startsWith(text);
    }

    void code(bool inner)
    {
        int braces = 0;
        while (!atEnd()) {
            const QChar c = next();
            if (inner && c == u'}' && braces == 0)
                return;
            braces += c == u'{' ? 1 : c == u'}' ? -1 : 0;
            if (isWord(c)) {
                word();
                continue;
            }
            if (starts("//"_L1))
                skipTo(u"\n"_s);
            else if (starts("/*"_L1))
                skipTo(u"*/"_s);
            else if (c == u'"' || c == u'\'' || c == u'`')
                text(c);
            else
                plain(c);
        }
    }

    void plain(QChar c)
    {
        if (!c.isSpace()) {
            // A member, unless it is one of the three dots that spread a list.
            m_afterDot = c == u'.' && m_last != u'.';
            m_last = c;
        }
        ++m_at;
    }

    void word()
    {
        const qsizetype from = m_at;
        while (!atEnd() && isWord(next()))
            ++m_at;
        const QString name = m_source.sliced(from, m_at - from).toString();
        if (!m_afterDot || m_ofVars)
            m_names.insert(name);
        m_ofVars = !m_afterDot && name == "vars"_L1;
        m_afterDot = false;
        m_last = u'a';
    }

    void skipTo(const QString &end)
    {
        const qsizetype at = m_source.indexOf(end, m_at + 1);
        m_at = at < 0 ? m_source.size() : at + end.size();
    }

    void text(QChar quote)
    {
        const qsizetype from = ++m_at;
        while (!atEnd() && next() != quote) {
            if (quote == u'`' && starts("${"_L1)) {
                m_at += 2;
                code(true);
            }
            m_at += !atEnd() && next() == u'\\' ? 2 : 1;
        }
        m_at = std::min(m_at, m_source.size());
        if (m_last == u'[') // vars["name"]
            m_names.insert(m_source.sliced(from, m_at - from).toString());
        m_last = quote;
        m_afterDot = false;
        ++m_at;
    }

    QStringView m_source;
    qsizetype m_at = 0;
    QChar m_last = u' ';
    bool m_afterDot = false;
    bool m_ofVars = false;
    QSet<QString> m_names;
};

/// What \p field needs of \p names. Itself is the input of that name.
QStringList needs(const ComputedField &field, const QStringList &names)
{
    QSet<QString> used;
    if (!field.question)
        used = Names(field.expression.source()).read();
    else
        for (const auto &[name, expression] : field.question->inputs)
            used += Names(expression.source()).read();
    QStringList out;
    for (const QString &name : names) {
        if (name != field.name && used.contains(name))
            out.append(name);
    }
    return out;
}

/// A circle among \p left, of which each needs another one of them.
QStringList circle(const QMap<QString, QStringList> &needed, const QStringList &left)
{
    QStringList path {left.first()};
    for (;;) {
        const QStringList &next = needed[path.last()];
        const auto open = std::ranges::find_if(
            next, [&left](const QString &name) { return left.contains(name); });
        const qsizetype seen = path.indexOf(*open);
        path.append(*open);
        if (seen >= 0)
            return path.sliced(seen);
    }
}

} // namespace

Result<QList<QStringList>> computedStages(const QList<ComputedField> &fields)
{
    QStringList left;
    for (const ComputedField &field : fields)
        left.append(field.name);
    QMap<QString, QStringList> needed;
    for (const ComputedField &field : fields)
        needed.insert(field.name, needs(field, left));

    QList<QStringList> stages;
    while (!left.isEmpty()) {
        QStringList stage;
        for (const QString &name : std::as_const(left)) {
            const auto isOpen = [&left](const QString &other) { return left.contains(other); };
            if (std::ranges::none_of(needed[name], isOpen))
                stage.append(name);
        }
        if (stage.isEmpty())
            return fail(ErrorKind::Setup,
                        Words::tr("The computed fields need each other in a circle: %1. Take one "
                                  "of them out of another's expression.")
                            .arg(circle(needed, left).join(u" → "_s)),
                        u"circle"_s);
        left.removeIf([&stage](const QString &name) { return stage.contains(name); });
        stages.append(stage);
    }
    return stages;
}

} // namespace Antiphon
