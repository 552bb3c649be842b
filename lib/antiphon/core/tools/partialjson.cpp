// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/tools/partialjson.h>

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(partialjson)
};

constexpr int mostLevels = 256;

/// Walks the text once and writes the part of it that stands as JSON of its own.
class Completer {
public:
    explicit Completer(QStringView text)
        : m_text(text)
    {
    }

    std::expected<Json, JsonTextError> read()
    {
        Json root;
        if (const Step step = value(root, 0); step == Step::Wrong)
            return std::unexpected(error());
        else if (step == Step::Nothing)
            return std::unexpected(
                JsonTextError {.line = 1, .column = 1, .message = Words::tr("There is no value.")});
        return root;
    }

private:
    enum class Step {
        Whole, ///< Read to its end.
        Open, ///< As far as it came; the text is over.
        Nothing, ///< Over before it was anything.
        Wrong,
    };

    void skipSpace()
    {
        while (m_at < m_text.size()
               && (m_text[m_at] == u' ' || m_text[m_at] == u'\n' || m_text[m_at] == u'\r'
                   || m_text[m_at] == u'\t'))
            ++m_at;
    }
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] QChar here() const { return m_text[m_at]; }

    Step wrong(const QString &message)
    {
        m_message = message;
        return Step::Wrong;
    }

    JsonTextError error() const
    {
        const QStringView before = m_text.first(m_at);
        return {.line = int(before.count(u'\n')) + 1,
                .column = int(m_at - before.lastIndexOf(u'\n')),
                .message = m_message};
    }

    Step value(Json &out, int level)
    {
        skipSpace();
        if (atEnd())
            return Step::Nothing;
        if (level > mostLevels)
            return wrong(Words::tr("It is nested too deeply."));
        if (here() == u'{')
            return object(out, level);
        if (here() == u'[')
            return array(out, level);
        if (here() == u'"') {
            QString text;
            const Step step = string(text);
            out = toJson(text);
            return step;
        }
        if (here() == u'-' || here().isDigit())
            return number(out);
        return word(out);
    }

    // true, false or null; half a word is nothing yet.
    Step word(Json &out)
    {
        const std::pair<QLatin1StringView, Json> words[] {
            {"true"_L1, Json(true)}, {"false"_L1, Json(false)}, {"null"_L1, Json::null()}};
        const QStringView rest = m_text.sliced(m_at);
        for (const auto &[name, meant] : words) {
            if (rest.startsWith(name)) {
                out = meant;
                m_at += name.size();
                return Step::Whole;
            }
            if (name.startsWith(rest)) {
                m_at = m_text.size();
                return Step::Nothing;
            }
        }
        return wrong(Words::tr("A value is expected here."));
    }

    Step number(Json &out)
    {
        const qsizetype begin = m_at;
        while (!atEnd()
               && (here().isDigit() || here() == u'-' || here() == u'+' || here() == u'.'
                   || here() == u'e' || here() == u'E'))
            ++m_at;
        auto read = parseJson(m_text.sliced(begin, m_at - begin).toUtf8());
        if (read) {
            out = *std::move(read);
            return atEnd() ? Step::Open : Step::Whole;
        }
        if (atEnd())
            return Step::Nothing; // "-", "1.", "1e"
        m_at = begin;
        return wrong(Words::tr("This is no number."));
    }

    Step string(QString &out)
    {
        ++m_at;
        while (!atEnd()) {
            const QChar c = here();
            if (c == u'"') {
                ++m_at;
                return Step::Whole;
            }
            if (c == u'\\') {
                if (const Step step = escape(out); step != Step::Whole)
                    return step;
                continue;
            }
            if (c < u' ')
                return wrong(Words::tr("A line break or control character inside a text."));
            out += c;
            ++m_at;
        }
        return Step::Open;
    }

    Step escape(QString &out)
    {
        static constexpr QLatin1StringView names("\"\\/bfnrt");
        static constexpr QLatin1StringView meant("\"\\/\b\f\n\r\t");
        const QStringView rest = m_text.sliced(m_at + 1);
        if (rest.isEmpty())
            return half();
        if (rest[0] != u'u') {
            const qsizetype at = names.indexOf(rest[0]);
            if (at < 0)
                return wrong(Words::tr("This is no escape of JSON."));
            out += QLatin1Char(meant[at]);
            m_at += 2;
            return Step::Whole;
        }
        if (rest.size() < 5)
            return half();
        bool isHex = false;
        const char16_t unit = rest.sliced(1, 4).toUShort(&isHex, 16);
        if (!isHex)
            return wrong(Words::tr("This is no escape of JSON."));
        const QChar c(unit);
        // The other half of a pair may still be under way.
        if (c.isHighSurrogate() && rest.size() < 11
            && QStringView(u"\\u").startsWith(rest.sliced(5).left(2)))
            return half();
        out += c;
        m_at += 6;
        return Step::Whole;
    }

    // An escape the text ends in: left out.
    Step half()
    {
        m_at = m_text.size();
        return Step::Open;
    }

    Step array(Json &out, int level)
    {
        out = jsonArray();
        ++m_at;
        skipSpace();
        if (!atEnd() && here() == u']') {
            ++m_at;
            return Step::Whole;
        }
        for (;;) {
            Json item;
            const Step step = value(item, level + 1);
            if (step == Step::Wrong)
                return step;
            if (step == Step::Nothing)
                return Step::Open;
            out.push_back(std::move(item));
            if (const auto ended = afterItem(u']', step))
                return *ended;
        }
    }

    Step object(Json &out, int level)
    {
        out = jsonObject();
        ++m_at;
        skipSpace();
        if (!atEnd() && here() == u'}') {
            ++m_at;
            return Step::Whole;
        }
        for (;;) {
            skipSpace();
            if (atEnd())
                return Step::Open;
            if (here() != u'"')
                return wrong(Words::tr("A name in quotation marks is expected here."));
            QString name;
            if (const Step step = string(name); step != Step::Whole)
                return step;
            skipSpace();
            if (atEnd())
                return Step::Open;
            if (here() != u':')
                return wrong(Words::tr("A colon is expected here."));
            ++m_at;
            Json member;
            const Step step = value(member, level + 1);
            if (step == Step::Wrong)
                return step;
            if (step == Step::Nothing)
                return Step::Open;
            out.insert_or_assign(toUtf8(name), std::move(member));
            if (const auto ended = afterItem(u'}', step))
                return *ended;
        }
    }

    // A comma: on; the closing bracket or a wrong character: the container is whole.
    std::optional<Step> afterItem(QChar closing, Step item)
    {
        if (item == Step::Open)
            return item;
        skipSpace();
        if (atEnd())
            return Step::Open;
        if (here() == u',') {
            ++m_at;
            return {};
        }
        if (here() == closing) {
            ++m_at;
            return Step::Whole;
        }
        m_at = m_text.size(); // the rest means nothing any more
        return Step::Open;
    }

    QStringView m_text;
    qsizetype m_at = 0;
    QString m_message;
};

} // namespace

std::expected<Json, JsonTextError> parsePartialJson(QStringView text)
{
    return Completer(text).read();
}

} // namespace Antiphon
