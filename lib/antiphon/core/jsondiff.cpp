// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/jsondiff.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

/// The table of common subsequences may have so many cells; beyond it nothing is aligned.
constexpr qsizetype mostCells = 4'000'000;

/// Pairs of places in a and b that hold the same, in order: a longest common subsequence.
template<typename List>
QList<std::pair<qsizetype, qsizetype>> common(const List &a, const List &b)
{
    QList<std::pair<qsizetype, qsizetype>> pairs;
    const auto sizeA = qsizetype(a.size());
    const auto sizeB = qsizetype(b.size());
    qsizetype head = 0;
    while (head < sizeA && head < sizeB && a[size_t(head)] == b[size_t(head)]) {
        pairs.append({head, head});
        ++head;
    }
    qsizetype tail = 0;
    while (tail < sizeA - head && tail < sizeB - head
           && a[size_t(sizeA - 1 - tail)] == b[size_t(sizeB - 1 - tail)])
        ++tail;

    const qsizetype rows = sizeA - head - tail;
    const qsizetype columns = sizeB - head - tail;
    if (rows > 0 && columns > 0 && rows * columns <= mostCells) {
        // length[i][j]: of what a has from i and b from j in common.
        QList<int> length((rows + 1) * (columns + 1), 0);
        const auto at = [columns](qsizetype i, qsizetype j) { return i * (columns + 1) + j; };
        const auto same
            = [&](qsizetype i, qsizetype j) { return a[size_t(head + i)] == b[size_t(head + j)]; };
        for (qsizetype i = rows - 1; i >= 0; --i) {
            for (qsizetype j = columns - 1; j >= 0; --j)
                length[at(i, j)] = same(i, j)
                    ? length[at(i + 1, j + 1)] + 1
                    : std::max(length[at(i + 1, j)], length[at(i, j + 1)]);
        }
        for (qsizetype i = 0, j = 0; i < rows && j < columns;) {
            if (same(i, j))
                pairs.append({head + i++, head + j++});
            else if (length[at(i + 1, j)] >= length[at(i, j + 1)])
                ++i;
            else
                ++j;
        }
    }
    for (qsizetype i = tail; i > 0; --i)
        pairs.append({sizeA - i, sizeB - i});
    return pairs;
}

class Comparison {
public:
    QList<JsonChange> changes;

    void compare(const QString &path, const Json &before, const Json &after)
    {
        if (before == after)
            return;
        if (before.is_object() && after.is_object())
            compareObjects(path, before, after);
        else if (before.is_array() && after.is_array())
            compareLists(path, before, after);
        else
            changes.append({path, before, after});
    }

private:
    static QString under(const QString &path, const QString &key)
    {
        return path.isEmpty() ? key : path + u'.' + key;
    }

    void compareObjects(const QString &path, const Json &before, const Json &after)
    {
        for (const auto &member : before.object_range()) {
            if (!find(after, member.key()))
                changes.append({under(path, fromUtf8(member.key())), member.value(), {}});
        }
        for (const auto &member : after.object_range()) {
            const QString at = under(path, fromUtf8(member.key()));
            if (const Json *old = find(before, member.key()))
                compare(at, *old, member.value());
            else
                changes.append({at, {}, member.value()});
        }
    }

    void compareLists(const QString &path, const Json &before, const Json &after)
    {
        const auto entry = [&path](size_t i) { return u"%1[%2]"_s.arg(path).arg(i); };
        size_t a = 0;
        size_t b = 0;
        // Between what both have, entries at the same place are one that changed.
        const auto upTo = [&](size_t endA, size_t endB) {
            for (; a < endA && b < endB; ++a, ++b)
                compare(entry(b), before[a], after[b]);
            for (; a < endA; ++a)
                changes.append({entry(a), before[a], {}});
            for (; b < endB; ++b)
                changes.append({entry(b), {}, after[b]});
        };
        for (const auto &[inA, inB] : common(before, after)) {
            upTo(size_t(inA), size_t(inB));
            ++a;
            ++b;
        }
        upTo(before.size(), after.size());
    }
};

}

QList<JsonChange> jsonChanges(const Json &before, const Json &after)
{
    Comparison comparison;
    comparison.compare({}, before, after);
    return comparison.changes;
}

QList<DiffLine> lineDiff(const QStringList &before, const QStringList &after)
{
    QList<DiffLine> lines;
    qsizetype a = 0;
    qsizetype b = 0;
    const auto upTo = [&](qsizetype endA, qsizetype endB) {
        for (; a < endA; ++a)
            lines.append({DiffLine::Kind::Removed, before[a]});
        for (; b < endB; ++b)
            lines.append({DiffLine::Kind::Added, after[b]});
    };
    struct Lines {
        const QStringList &list;
        [[nodiscard]] qsizetype size() const { return list.size(); }
        const QString &operator[](size_t i) const { return list[qsizetype(i)]; }
    };
    for (const auto &[inA, inB] : common(Lines {before}, Lines {after})) {
        upTo(inA, inB);
        lines.append({DiffLine::Kind::Same, after[inB]});
        ++a;
        ++b;
    }
    upTo(before.size(), after.size());
    return lines;
}

} // namespace Antiphon
