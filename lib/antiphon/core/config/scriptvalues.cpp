// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/config/dynamicrun.h>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

Json described(const char *type, const QString &mediaType, qsizetype bytes, const QString &url)
{
    return jsonObject({{"type", Json(type)},
                       {"mediaType", toJson(mediaType)},
                       {"bytes", Json(qint64(bytes))},
                       {"url", toJson(url)}});
}

struct Describer {
    Json operator()(const Json &value) const { return value; }
    Json operator()(const QByteArray &value) const
    {
        return described("bytes", {}, value.size(), {});
    }
    Json operator()(const SpecialFloat &) const { return Json::null(); }
    Json operator()(const List &value) const { return list(value.items); }
    Json operator()(const Tuple &value) const { return list(value.items); }
    Json operator()(const Map &value) const { return object(value.entries); }
    Json operator()(const Object &value) const { return object(value.members); }
    Json operator()(const Message &value) const
    {
        Json content = jsonArray();
        for (const ContentPart &part : value.parts)
            content.push_back((*this)(part));
        return jsonObject(
            {{"role", toJson(roleName(value.role))},
             {"content",
              value.parts.size() == 1 && std::holds_alternative<Text>(value.parts.first())
                  ? toJson(plainText(value))
                  : std::move(content)}});
    }
    Json operator()(const ContentPart &part) const
    {
        if (const auto *image = std::get_if<Image>(&part))
            return described("image", image->mediaType, image->bytes.size(), image->url);
        if (const auto *audio = std::get_if<Audio>(&part))
            return described("audio", audio->mediaType, audio->bytes.size(), audio->url);
        if (const auto *document = std::get_if<Document>(&part))
            return described("document", document->mediaType, document->bytes.size(),
                             document->url);
        const Json message = toJson(Message {.parts = {part}});
        const Json *content = find(message, "content");
        if (content && content->is_array() && !content->empty())
            return (*content)[0];
        return jsonObject({{"type", Json("text")}, {"text", content ? *content : Json("")}});
    }

    static Json list(const QList<Value> &items)
    {
        Json out = jsonArray();
        for (const Value &item : items)
            out.push_back(scriptJson(item));
        return out;
    }
    static Json object(const QList<std::pair<QString, Value>> &members)
    {
        Json out = jsonObject();
        for (const auto &[name, value] : members)
            out.insert_or_assign(toUtf8(name), scriptJson(value));
        return out;
    }
};

} // namespace

Json scriptJson(const Value &value)
{
    return std::visit(Describer {}, value.held);
}

Json scriptJson(const Variables &variables)
{
    Json out = jsonObject();
    for (const auto &[name, value] : variables.asKeyValueRange())
        out.insert_or_assign(toUtf8(name), scriptJson(value));
    return out;
}

qint64 roughTokens(QStringView text)
{
    double tokens = 0;
    for (const QChar c : text)
        tokens += c.unicode() < 0x80 ? 0.25 : c.isSurrogate() ? 0.5 : 0.7;
    return qint64(std::ceil(tokens));
}

ScriptWorld worldOf(const AttemptContext &attempt)
{
    ScriptWorld world {.now = attempt.started.isValid() ? attempt.started.toMSecsSinceEpoch() : 0,
                       .seed = attempt.seed,
                       .clock = attempt.clock};
    world.functions.insert(u"tokens"_s, [](const QList<Json> &arguments) -> Result<Json> {
        const Json &first = arguments.isEmpty() ? Json::null() : arguments.first();
        const QString text = first.is_string() ? toText(first) : fromUtf8(first.to_string());
        return Json(roughTokens(text));
    });
    return world;
}

} // namespace Antiphon
