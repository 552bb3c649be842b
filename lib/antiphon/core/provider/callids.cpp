// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include "callids.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon {

static bool isPlain(QChar c)
{
    return c.unicode() < 128 && c.isLetterOrNumber();
}

static QString allowedId(const QString &id, CallIdRule rule)
{
    const bool fits = rule.exactly ? id.size() == rule.longest && std::ranges::all_of(id, isPlain)
                                   : rule.longest == 0 || id.size() <= rule.longest;
    if (fits)
        return id;
    const QByteArray hash
        = QCryptographicHash::hash(id.toUtf8(), QCryptographicHash::Sha256).toHex();
    return QString::fromLatin1(hash).left(std::min<qsizetype>(rule.longest, hash.size()));
}

namespace {

/// Walks through a history once, in order.
class IdGiver {
public:
    explicit IdGiver(CallIdRule rule)
        : m_rule(rule)
    {
    }

    void visit(ContentPart &part)
    {
        if (auto *use = std::get_if<ToolUse>(&part))
            visit(*use);
        else if (auto *result = std::get_if<ToolResult>(&part))
            visit(*result);
    }

private:
    struct Open {
        QString name;
        QString id;
    };

    void visit(ToolUse &use)
    {
        ++m_count;
        if (use.id.isEmpty()) {
            use.id = u"call_%1"_s.arg(m_count);
            m_open.append({use.name, use.id});
        }
        use.id = allowedId(use.id, m_rule);
    }
    void visit(ToolResult &result)
    {
        if (result.id.isEmpty()) {
            const auto open = std::ranges::find_if(m_open, [&](const Open &call) {
                return result.name.isEmpty() || call.name == result.name;
            });
            if (open == m_open.end())
                return;
            result.id = open->id;
            m_open.erase(open);
        }
        result.id = allowedId(result.id, m_rule);
    }

    CallIdRule m_rule;
    int m_count = 0;
    QList<Open> m_open; // calls that came without an id and have no answer yet
};

} // namespace

QList<Message> withCallIds(QList<Message> messages, CallIdRule rule)
{
    IdGiver giver(rule);
    for (Message &message : messages)
        for (ContentPart &part : message.parts)
            giver.visit(part);
    return messages;
}

} // namespace Antiphon
