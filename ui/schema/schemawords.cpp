// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schema/schemawords.h"

#include "schema/schemaedits.h"

#include <antiphon/core/extract/schemaref.h>
#include <antiphon/core/words.h>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

QString typeWord(const QString &type)
{
    if (type == "string"_L1)
        return Words::tr("text", "type of a value");
    if (type == "integer"_L1)
        return Words::tr("whole number", "type of a value");
    if (type == "number"_L1)
        return Words::tr("number", "type of a value");
    if (type == "boolean"_L1)
        return Words::tr("yes or no", "type of a value");
    if (type == "object"_L1)
        return Words::tr("object", "type of a value");
    if (type == "array"_L1)
        return Words::tr("list", "type of a value");
    if (type == "null"_L1)
        return Words::tr("null", "type of a value");
    return type;
}

QString jsonKindWord(const Json &value)
{
    if (value.is_string())
        return typeWord(u"string"_s);
    if (value.is_bool())
        return typeWord(u"boolean"_s);
    if (value.is_number())
        return typeWord(u"number"_s);
    if (value.is_array())
        return typeWord(u"array"_s);
    return typeWord(value.is_object() ? u"object"_s : u"null"_s);
}

static QString unionWords(const Json &branches, const Json &root)
{
    QStringList words;
    bool orNull = false;
    for (const Json &branch : branches.array_range()) {
        if (typesOf(branch) == QStringList {u"null"_s})
            orNull = true;
        else
            words.append(typeWords(branch, root));
    }
    words.removeDuplicates();
    const QString all = words.join(Words::tr(" or ", "between types of a value"));
    //: a value that may be null; %1 is its type
    return orNull ? Words::tr("%1, or null").arg(all) : all;
}

QString typeWords(const Json &given, const Json &root)
{
    const QString name = referenceName(given);
    const Json &schema = resolved(root, given);
    if (!schema.is_object())
        return Words::tr("anything", "type of a value");
    if (const Json *choices = find(schema, "enum"); choices && choices->is_array())
        return Words::tr("one of %Ln", nullptr, int(choices->size()));
    if (find(schema, "const"))
        return Words::tr("fixed", "type of a value that is always the same");
    if (const Json *branches = branchesOf(schema))
        return unionWords(*branches, root);
    QStringList types = typesOf(schema);
    const bool orNull = types.size() > 1 && types.removeAll(u"null"_s) > 0;
    if (types.isEmpty())
        return find(schema, "properties") ? (name.isEmpty() ? typeWord(u"object"_s) : name)
                                          : Words::tr("anything", "type of a value");
    QStringList words;
    for (const QString &type : std::as_const(types)) {
        const Json *items = type == "array"_L1 ? find(schema, "items") : nullptr;
        if (items && items->is_object())
            //: %1 is the type of the items
            words.append(Words::tr("list of %1").arg(typeWords(*items, root)));
        else if (type == "object"_L1 && !name.isEmpty())
            words.append(name);
        else
            words.append(typeWord(type));
    }
    const QString all = words.join(Words::tr(" or ", "between types of a value"));
    return orNull ? Words::tr("%1, or null").arg(all) : all;
}

static bool mayBe(const Json &schema, const Json &value)
{
    const QStringList types = typesOf(schema);
    if (types.isEmpty())
        return find(schema, "properties") ? value.is_object() : !value.is_object();
    const QString kind = value.is_string() ? u"string"_s
        : value.is_bool()                  ? u"boolean"_s
        : value.is_number()                ? u"number"_s
        : value.is_array()                 ? u"array"_s
        : value.is_object()                ? u"object"_s
                                           : u"null"_s;
    return types.contains(kind) || (kind == "number"_L1 && types.contains("integer"_L1));
}

const Json &valueSchema(const Json &schema, const Json &root, const Json *value)
{
    static const Json nothing = Json::null();
    if (!schema.is_object())
        return nothing;
    const Json &here = resolved(root, schema);
    const Json *branches = branchesOf(here);
    if (!branches || !value)
        return here;
    for (const Json &branch : branches->array_range()) {
        const Json &one = resolved(root, branch);
        if (mayBe(one, *value))
            return one;
    }
    return here;
}

} // namespace Antiphon::Ui
