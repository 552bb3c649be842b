// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/textedits.h"

#include <QTextCursor>

#include <algorithm>

namespace Antiphon::Ui {

bool rewriteText(QTextDocument &text, const QString &after, bool join)
{
    const QString before = text.toPlainText();
    if (before == after)
        return false;
    const qsizetype shorter = std::min(before.size(), after.size());
    qsizetype same = 0;
    while (same < shorter && before[same] == after[same])
        ++same;
    qsizetype tail = 0;
    while (tail < shorter - same
           && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    QTextCursor cursor(&text);
    if (join)
        cursor.joinPreviousEditBlock();
    else
        cursor.beginEditBlock();
    cursor.setPosition(int(same));
    cursor.setPosition(int(before.size() - tail), QTextCursor::KeepAnchor);
    cursor.insertText(after.sliced(same, after.size() - tail - same));
    cursor.endEditBlock();
    return true;
}

} // namespace Antiphon::Ui
