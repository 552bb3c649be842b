// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include "pattern.h"

using namespace Qt::StringLiterals;

namespace Antiphon {

// What the two dialects write differently: \u0041 and \u{1F600}, long names of properties, and `$`,
// which in ECMA 262 is the very end.
static QString translated(const QString &pattern)
{
    QString out;
    bool inClass = false;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const QChar c = pattern[i];
        if (c == u'\\' && i + 1 < pattern.size()) {
            const QChar next = pattern[++i];
            if (next == u'u' && i + 4 < pattern.size() && pattern[i + 1] != u'{') {
                out += u"\\x{%1}"_s.arg(pattern.sliced(i + 1, 4));
                i += 4;
            } else if (next == u'u' && pattern.mid(i + 1, 1) == "{"_L1) {
                out += "\\x"_L1;
            } else {
                out += c;
                out += next;
            }
            continue;
        }
        if (c == u'[')
            inClass = true;
        else if (c == u']')
            inClass = false;
        if (c == u'$' && !inClass)
            out += "\\z"_L1;
        else
            out += c;
    }
    return out.replace("\\p{Letter}"_L1, "\\p{L}"_L1).replace("\\p{digit}"_L1, "\\p{Nd}"_L1);
}

QRegularExpression schemaPattern(const QString &pattern)
{
    return QRegularExpression(u"(*LIMIT_MATCH=500000)"_s + translated(pattern));
}

} // namespace Antiphon
