// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/store/project/project.h>

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace Antiphon {

static bool isSlugCharacter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_';
}

bool isSlug(QStringView text)
{
    return !text.isEmpty() && text.size() <= 100 && std::ranges::all_of(text, isSlugCharacter);
}

QString newId()
{
    static constexpr QStringView digits = u"0123456789abcdefghjkmnpqrstvwxyz"; // Crockford's 32
    QString id;
    for (int i = 0; i < 12; ++i)
        id += digits[QRandomGenerator::system()->bounded(digits.size())];
    return id;
}

QString slugFor(QStringView title, const QStringList &taken)
{
    QString slug;
    // Accents fall off their letters; what is no letter or digit parts words.
    for (const QChar c : title.toString().normalized(QString::NormalizationForm_KD).toLower()) {
        if (isSlugCharacter(c))
            slug += c;
        else if (!c.isMark() && !slug.isEmpty() && !slug.endsWith(u'-'))
            slug += u'-';
    }
    slug.truncate(60);
    while (slug.endsWith(u'-'))
        slug.chop(1);
    if (slug.isEmpty())
        slug = u"untitled"_s;
    QString free = slug;
    for (int n = 2; taken.contains(free); ++n)
        free = u"%1-%2"_s.arg(slug).arg(n);
    return free;
}

} // namespace Antiphon
