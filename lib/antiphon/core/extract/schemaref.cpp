// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/extract/schemaref.h>

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon {

const Json *localTarget(const Json &root, QStringView reference)
{
    if (!reference.startsWith(u'#'))
        return nullptr;
    const QString pointer = QUrl::fromPercentEncoding(reference.sliced(1).toUtf8());
    if (pointer.isEmpty())
        return &root;
    if (!pointer.startsWith(u'/'))
        return nullptr; // an anchor
    const Json *at = &root;
    for (const QString &token : pointer.split(u'/').sliced(1)) {
        const QString key = QString(token).replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1);
        bool isNumber = false;
        const uint index = key.toUInt(&isNumber);
        if (at->is_array())
            at = isNumber && index < at->size() ? &(*at)[index] : nullptr;
        else
            at = find(*at, toUtf8(key));
        if (!at)
            return nullptr;
    }
    return at;
}

const Json &resolved(const Json &root, const Json &schema)
{
    static constexpr int longestChain = 32;
    const Json *at = &schema;
    for (int i = 0; i < longestChain; ++i) {
        const Json *reference = find(*at, "$ref");
        if (!reference)
            return *at;
        at = localTarget(root, toText(*reference));
        if (!at)
            return schema;
    }
    return schema;
}

QString referenceName(const Json &schema)
{
    return textOf(schema, "$ref").section(u'/', -1);
}

QStringList typesOf(const Json &schema)
{
    const Json *type = find(schema, "type");
    if (!type)
        return {};
    if (type->is_string())
        return {toText(*type)};
    QStringList types;
    if (type->is_array()) {
        for (const Json &one : type->array_range())
            types.append(toText(one));
    }
    return types;
}

bool sameValue(const Json &a, const Json &b)
{
    if (a.is_array() && b.is_array())
        return std::equal(a.array_range().begin(), a.array_range().end(), b.array_range().begin(),
                          b.array_range().end(), sameValue);
    if (!a.is_object() || !b.is_object())
        return a == b;
    return a.size() == b.size() && std::ranges::all_of(a.object_range(), [&b](const auto &member) {
               const Json *other = find(b, member.key());
               return other && sameValue(member.value(), *other);
           });
}

bool isObjectSchema(const Json &root, const Json &schema)
{
    const Json &meant = resolved(root, schema);
    const QStringList types = typesOf(meant);
    if (types.isEmpty())
        return find(meant, "properties") != nullptr;
    return types == QStringList {u"object"_s};
}

} // namespace Antiphon
