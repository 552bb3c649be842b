// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/provider/mediarules.h>

#include <antiphon/core/words.h>

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

MediaRule ruleFromJson(const Json &value, MediaRule rule)
{
    if (value.is_bool()) {
        rule.taken = value.as<bool>();
        return rule;
    }
    const auto flag = [&](std::string_view key, bool &into) {
        if (const Json *member = find(value, key); member && member->is_bool())
            into = member->as<bool>();
    };
    const auto number = [&](std::string_view key, auto &into) {
        if (const Json *member = find(value, key); member && member->is_number())
            into = member->as<std::remove_reference_t<decltype(into)>>();
    };
    flag("bytes", rule.bytes);
    flag("url", rule.url);
    number("maxBase64", rule.maxBase64);
    number("maxCount", rule.maxCount);
    number("maxSide", rule.maxSide);
    number("crowd", rule.crowd);
    number("crowdSide", rule.crowdSide);
    if (const Json *types = find(value, "types"); types && types->is_array()) {
        rule.types.clear();
        for (const Json &type : types->array_range())
            rule.types.append(toText(type));
    }
    return rule;
}

bool isOneOf(const QString &type, const QStringList &types)
{
    return std::ranges::any_of(types, [&type](const QString &known) {
        return known.endsWith("/*"_L1) ? type.startsWith(QStringView(known).chopped(1))
                                       : type == known;
    });
}

qint64 asBase64(qsizetype bytes)
{
    return (bytes + 2) / 3 * 4;
}

/// One walk over all parts; the first thing that does not fit ends it.
struct Checker {
    const MediaRules &rules;
    const QString &service;
    int message = 0;
    qint64 size = 0;
    int images = 0;
    int audios = 0;
    int documents = 0;
    QList<std::pair<int, QSize>> imageSizes = {}; ///< With their messages.
    std::optional<Error> error = {};

    void reject(const QString &what)
    {
        if (!error)
            error = Error {.kind = ErrorKind::Unsupported,
                           .message = Words::tr("Message %1: %2").arg(message).arg(what),
                           .code = u"media"_s};
    }

    void check(const QString &kind, const MediaRule &rule, const QString &type,
               const QByteArray &bytes, const QString &url, int count)
    {
        if (!rule.taken)
            return reject(Words::tr("%1 takes no %2.").arg(service, kind));
        if (rule.maxCount > 0 && count > rule.maxCount)
            return reject(Words::tr("%1 takes at most %2 in a request of the kind: %3.")
                              .arg(service, QLocale().toString(rule.maxCount), kind));
        if (!url.isEmpty()) {
            if (!rule.url && !url.startsWith("data:"_L1))
                reject(Words::tr("%1 does not fetch %2 from an address; give the file itself.")
                           .arg(service, kind));
            return;
        }
        size += asBase64(bytes.size());
        if (!rule.bytes)
            return reject(
                Words::tr("%1 takes %2 only by address, not the file itself.").arg(service, kind));
        if (!type.isEmpty() && !rule.types.isEmpty() && !isOneOf(type, rule.types))
            return reject(Words::tr("%1 takes no %2 of type %3. It takes: %4.")
                              .arg(service, kind, type, rule.types.join(", "_L1)));
        if (rule.maxBase64 > 0 && asBase64(bytes.size()) > rule.maxBase64)
            reject(Words::tr("this %1 has %2 as base64 text; %3 takes at most %4.")
                       .arg(kind, QLocale().formattedDataSize(asBase64(bytes.size())), service,
                            QLocale().formattedDataSize(rule.maxBase64)));
    }

    void operator()(const Image &image)
    {
        check(Words::tr("image"), rules.image, image.mediaType, image.bytes, image.url, ++images);
        if (const QSize pixels = imageSize(image.bytes); !pixels.isEmpty())
            imageSizes.append({message, pixels});
    }
    void operator()(const Audio &audio)
    {
        check(Words::tr("audio"), rules.audio, audio.mediaType, audio.bytes, audio.url, ++audios);
    }
    void operator()(const Document &document)
    {
        check(Words::tr("document"), rules.document, document.mediaType, document.bytes,
              document.url, ++documents);
    }
    void operator()(const Text &text) { size += text.text.size(); }
    void operator()(const ToolResult &result)
    {
        size += result.content.size();
        for (const Image &image : result.images)
            (*this)(image);
    }
    void operator()(const auto &) { }

    void checkWhole()
    {
        const bool crowded = rules.image.crowd > 0 && images > rules.image.crowd;
        const int side = crowded ? rules.image.crowdSide : rules.image.maxSide;
        for (const auto &[place, pixels] : std::as_const(imageSizes)) {
            message = place;
            if (side > 0 && std::max(pixels.width(), pixels.height()) > side)
                reject(Words::tr("this image is %1 x %2 pixels; %3 takes at most %4 on a side "
                                 "with %5 in the request.")
                           .arg(pixels.width())
                           .arg(pixels.height())
                           .arg(service)
                           .arg(side)
                           .arg(images));
        }
        if (rules.maxRequest > 0 && size > rules.maxRequest && !error)
            error = Error {.kind = ErrorKind::Unsupported,
                           .message = Words::tr("The request would have %1; %2 takes at most %3.")
                                          .arg(QLocale().formattedDataSize(size), service,
                                               QLocale().formattedDataSize(rules.maxRequest)),
                           .code = u"media"_s};
    }
};

} // namespace

MediaRules mediaRulesFromJson(const Json &value, MediaRules base)
{
    const auto read = [&value](std::string_view key, MediaRule &rule) {
        if (const Json *member = find(value, key))
            rule = ruleFromJson(*member, rule);
    };
    read("image", base.image);
    read("audio", base.audio);
    read("document", base.document);
    if (const Json *most = find(value, "maxRequest"); most && most->is_number())
        base.maxRequest = most->as<qint64>();
    return base;
}

Result<> checkMedia(const QList<Message> &messages, const MediaRules &rules, const QString &service)
{
    Checker checker {.rules = rules, .service = service};
    for (const Message &message : messages) {
        ++checker.message;
        for (const ContentPart &part : message.parts)
            std::visit(checker, part);
    }
    checker.checkWhole();
    if (checker.error)
        return std::unexpected(*checker.error);
    return {};
}

} // namespace Antiphon
