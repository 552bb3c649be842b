// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/prompt/reading.h>

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Antiphon {

QStringList roleKeywords(const TemplateOptions &options)
{
    QStringList names {u"SYSTEM"_s, u"USER"_s, u"ASSISTANT"_s};
    if (options.dialect == TemplateOptions::Dialect::V0) {
        names += {u"TOOL"_s, u"MODEL"_s};
        if (!options.v0Roles.isEmpty())
            names = options.v0Roles;
    }
    names.removeAll(u"MESSAGES"_s);
    return names << u"MESSAGES"_s;
}

static QRegularExpression keywordPattern(const TemplateOptions &options)
{
    QStringList names = roleKeywords(options);
    for (QString &name : names)
        name = QRegularExpression::escape(name);
    const QString any = u'(' + names.join(u'|') + u"):"_s;
    if (options.roles == TemplateOptions::Roles::Anywhere)
        return QRegularExpression(any);
    return QRegularExpression(u"^[ \\t]*"_s + any, QRegularExpression::MultilineOption);
}

QList<RawSection> splitRoles(const QString &text, const TemplateOptions &options, bool &hasKeyword)
{
    const QRegularExpression pattern = keywordPattern(options);
    QList<RawSection> sections;
    auto match = pattern.match(text);
    hasKeyword = match.hasMatch();
    while (match.hasMatch() && match.capturedEnd() < text.size()) {
        RawSection section {.keyword = match.captured(1),
                            .position = match.capturedStart(1),
                            .begin = match.capturedEnd(),
                            .end = text.size()};
        // The body has at least one character: "SYSTEM:USER: hi" is one section.
        match = pattern.match(text, section.begin + 1);
        if (match.hasMatch())
            section.end = match.capturedStart();
        sections.append(section);
    }
    return sections;
}

} // namespace Antiphon
