// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "attempts/attemptfilter.h"

#include "attempts/why.h"
#include "wording/states.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

/// What a person may look for in one place: our word for it, and the stored one.
static QString textOf(const Attempt &attempt, QStringView key)
{
    if (key == u"result") {
        const QString word = resultWord(attempt) + u' ' + callStateName(attempt.state);
        return attempt.error ? word + u" error "_s + errorKindName(attempt.error->kind) : word;
    }
    if (key == u"kind")
        return kindWord(attempt.kind) + u' ' + attemptKindName(attempt.kind);
    if (key == u"target")
        return attempt.target + u' ' + attempt.model;
    if (key == u"why")
        return whyNext(attempt) + (attempt.decision ? u' ' + attempt.decision->why : QString());
    return {};
}

static bool fitsWord(const Attempt &attempt, const QString &word)
{
    static const QStringList keys {u"result"_s, u"kind"_s, u"target"_s, u"why"_s};
    const QString key = word.section(u':', 0, 0).toLower();
    if (word.contains(u':') && keys.contains(key))
        return textOf(attempt, key).contains(word.section(u':', 1), Qt::CaseInsensitive);
    return std::ranges::any_of(keys, [&](const QString &each) {
        return textOf(attempt, each).contains(word, Qt::CaseInsensitive);
    });
}

bool fitsFilter(const Attempt &attempt, QStringView filter)
{
    const QStringList words = filter.toString().simplified().split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return true;
    bool fits = true;
    bool any = false; // word in this group
    for (const QString &word : words) {
        if (word == "OR"_L1) {
            if (any && fits)
                return true;
            fits = true;
            any = false;
            continue;
        }
        any = true;
        fits = fits && fitsWord(attempt, word);
    }
    return any && fits;
}

} // namespace Antiphon::Ui
