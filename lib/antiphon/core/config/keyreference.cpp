// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/config/keyreference.h>

#include <antiphon/core/words.h>

#include "readkey.h"

using namespace Qt::StringLiterals;

namespace Antiphon {

static const QStringList &sourceNames()
{
    static const QStringList names {u"default"_s, u"env"_s, u"keychain"_s, u"none"_s};
    return names;
}

Json toJson(const KeyReference &reference)
{
    if (reference == KeyReference {})
        return Json::null();
    Json json = jsonObject({{"from", toJson(sourceNames().at(qsizetype(reference.from)))}});
    if (!reference.name.isEmpty())
        json.insert_or_assign("name", toJson(reference.name));
    if (!reference.profile.isEmpty())
        json.insert_or_assign("profile", toJson(reference.profile));
    return json;
}

KeyReference readKeyReference(JsonFields &fields, std::string_view key, KeyReference fallback)
{
    const auto *value = fields.member(key);
    if (!value)
        return fallback;
    if (value->is_string() || find(*value, "value")) {
        fields.reject(
            key,
            Words::tr("a key itself must not stand in a file. Write where it is found, as "
                      "in {\"from\": \"env\", \"name\": \"OPENAI_API_KEY\"}, and make "
                      "the key that stood here invalid if the file was shared."));
        return fallback;
    }
    auto part = fields.object(key);
    KeyReference reference {.from = KeyReference::From(part.choice("from", sourceNames(), 0)),
                            .name = part.text("name"),
                            .profile = part.text("profile")};
    const bool needsName = reference.from == KeyReference::From::Variable
        || reference.from == KeyReference::From::Keychain;
    if (needsName && reference.name.isEmpty())
        part.reject("name", Words::tr("is missing: the variable or keychain entry of the key."));
    fields.reject(part.error());
    return reference;
}

} // namespace Antiphon
