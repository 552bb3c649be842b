// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/jsontext.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon {

static constexpr int deepest = 200;

namespace {

/// Goes through a text once. Does not judge: what is no JSON gives some spans or none.
class Scanner {
public:
    explicit Scanner(QStringView text)
        : m_text(text)
    {
    }

    std::optional<JsonSpan> value(int depth = 0)
    {
        skipBlanks();
        if (atEnd() || depth > deepest)
            return {};
        JsonSpan span {.begin = m_at};
        const QChar c = m_text[m_at];
        if (c == u'{' || c == u'[')
            container(span, c == u'{' ? u'}' : u']', depth);
        else if (c == u'"')
            text();
        else
            word();
        if (m_at == span.begin)
            return {};
        span.end = m_at;
        return span;
    }

private:
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }

    void skipBlanks()
    {
        while (!atEnd() && m_text[m_at].isSpace())
            ++m_at;
    }

    void text()
    {
        for (++m_at; !atEnd(); ++m_at) {
            if (m_text[m_at] == u'\\')
                ++m_at;
            else if (m_text[m_at] == u'"') {
                ++m_at;
                return;
            }
        }
        m_at = std::min(m_at, m_text.size());
    }

    void word()
    {
        while (!atEnd() && !m_text[m_at].isSpace() && !u",]}:{[\""_s.contains(m_text[m_at]))
            ++m_at;
    }

    void container(JsonSpan &span, QChar close, int depth)
    {
        ++m_at;
        while (true) {
            skipBlanks();
            if (atEnd())
                return;
            if (m_text[m_at] == close) {
                ++m_at;
                return;
            }
            if (m_text[m_at] == u',') {
                ++m_at;
                continue;
            }
            const bool added = close == u'}' ? member(span, depth) : item(span, depth);
            if (!added)
                return;
        }
    }

    bool item(JsonSpan &span, int depth)
    {
        auto child = value(depth + 1);
        if (child)
            span.children.append(*std::move(child));
        return child.has_value();
    }

    bool member(JsonSpan &span, int depth)
    {
        if (m_text[m_at] != u'"')
            return false;
        const qsizetype keyBegin = m_at;
        text();
        const qsizetype keyEnd = m_at;
        skipBlanks();
        if (atEnd() || m_text[m_at] != u':')
            return false;
        ++m_at;
        auto child = value(depth + 1);
        if (!child)
            return false;
        child->keyBegin = keyBegin;
        child->keyEnd = keyEnd;
        const auto key = parseJson(m_text.sliced(keyBegin, keyEnd - keyBegin).toUtf8());
        child->key = key ? toText(*key) : QString();
        span.children.append(*std::move(child));
        return true;
    }

    QStringView m_text;
    qsizetype m_at = 0;
};

} // namespace

std::optional<JsonSpan> jsonSpans(QStringView text)
{
    return Scanner(text).value();
}

static const JsonSpan *childOf(const JsonSpan &span, const LocationStep &step)
{
    if (const auto *index = std::get_if<qint64>(&step))
        return *index >= 0 && *index < span.children.size() ? &span.children[*index] : nullptr;
    const auto &key = std::get<QString>(step);
    const auto found
        = std::find_if(span.children.crbegin(), span.children.crend(), [&](const JsonSpan &child) {
              return child.keyBegin >= 0 && child.key == key;
          });
    return found == span.children.crend() ? nullptr : &*found;
}

const JsonSpan *find(const JsonSpan &root, const Location &location)
{
    const JsonSpan *at = &root;
    for (const LocationStep &step : location) {
        at = childOf(*at, step);
        if (!at)
            return nullptr;
    }
    return at;
}

Location locationAt(const JsonSpan &root, qsizetype position)
{
    Location location;
    const JsonSpan *at = &root;
    while (true) {
        const auto inside = [position](const JsonSpan &child) {
            const qsizetype begin = child.keyBegin >= 0 ? child.keyBegin : child.begin;
            return position >= begin && position <= child.end;
        };
        const auto child = std::ranges::find_if(at->children, inside);
        if (child == at->children.end())
            return location;
        if (child->keyBegin >= 0)
            location.append(child->key);
        else
            location.append(qint64(child - at->children.begin()));
        at = &*child;
    }
}

namespace {

/// Lays a value over the text that says another one.
class Rewriter {
public:
    explicit Rewriter(const QString &text)
        : m_text(text)
    {
    }

    QString rewritten(const JsonSpan &span, const Json &before, const Json &after) const
    {
        if (toBytes(before) == toBytes(after)) // the order of keys counts too
            return m_text.sliced(span.begin, span.end - span.begin);
        if (before.is_object() && after.is_object() && sameKeys(before, after))
            return patched(span, [&](const JsonSpan &child, qsizetype) {
                const std::string key = toUtf8(child.key);
                return rewritten(child, before.at(key), after.at(key));
            });
        if (before.is_array() && after.is_array() && before.size() == after.size()
            && qsizetype(before.size()) == span.children.size())
            return patched(span, [&](const JsonSpan &child, qsizetype i) {
                return rewritten(child, before[size_t(i)], after[size_t(i)]);
            });
        const int indent = indentAt(span.begin);
        if (before.is_object() && after.is_object() && !after.empty())
            return newObject(span, before, after, indent);
        return laidOut(after, indent);
    }

private:
    static bool sameKeys(const Json &before, const Json &after)
    {
        return std::ranges::equal(
            before.object_range(), after.object_range(), {},
            [](const auto &member) { return member.key(); },
            [](const auto &member) { return member.key(); });
    }

    template<typename ChildText>
    QString patched(const JsonSpan &span, ChildText &&textOfChild) const
    {
        QString out;
        qsizetype at = span.begin;
        for (qsizetype i = 0; i < span.children.size(); ++i) {
            const JsonSpan &child = span.children[i];
            out += QStringView(m_text).sliced(at, child.begin - at);
            out += textOfChild(child, i);
            at = child.end;
        }
        out += QStringView(m_text).sliced(at, span.end - at);
        return out;
    }

    /// Members that were there keep their own text.
    QString newObject(const JsonSpan &span, const Json &before, const Json &after, int indent) const
    {
        const QString inner = u'\n' + QString(indent + 2, u' ');
        QStringList lines;
        for (const auto &member : after.object_range()) {
            const QString name = fromUtf8(member.key());
            const JsonSpan *old = childOf(span, name);
            const Json *was = old ? find(before, member.key()) : nullptr;
            const QString key = QString::fromUtf8(toBytes(toJson(QStringView(name))));
            lines += inner + key + u": "_s
                + (was ? rewritten(*old, *was, member.value())
                       : laidOut(member.value(), indent + 2));
        }
        return u'{' + lines.join(u',') + u'\n' + QString(indent, u' ') + u'}';
    }

    static QString laidOut(const Json &value, int indent)
    {
        QString text = QString::fromUtf8(toPretty(value)).trimmed();
        return text.replace(u'\n', u'\n' + QString(indent, u' '));
    }

    int indentAt(qsizetype position) const
    {
        const qsizetype begin = position == 0 ? 0 : m_text.lastIndexOf(u'\n', position - 1) + 1;
        qsizetype end = begin;
        while (end < m_text.size() && m_text[end] == u' ')
            ++end;
        return int(end - begin);
    }

    const QString &m_text;
};

} // namespace

QString rewrittenJson(const QString &text, const Json &after)
{
    const auto before = parseJson(text.toUtf8());
    const auto span = before ? jsonSpans(text) : std::nullopt;
    if (!span)
        return QString::fromUtf8(toPretty(after));
    return text.first(span->begin) + Rewriter(text).rewritten(*span, *before, after)
        + text.sliced(span->end);
}

TextPosition positionIn(QStringView text, qsizetype position)
{
    const QStringView before = text.first(std::clamp<qsizetype>(position, 0, text.size()));
    return {.line = int(before.count(u'\n')) + 1,
            .column = int(before.size() - (before.lastIndexOf(u'\n') + 1)) + 1};
}

} // namespace Antiphon
