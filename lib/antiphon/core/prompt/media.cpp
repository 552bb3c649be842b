// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/prompt/media.h>

#include <antiphon/core/prompt/pythontext.h>

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

using Parts = std::expected<QList<ContentPart>, TemplateError>;
using OnePart = std::expected<ContentPart, TemplateError>;

/// Makes the parts of one SpecialPart.
class PartMaker {
public:
    PartMaker(const Scope &scope, const SpecialPart &part, const MediaLoader &load)
        : m_scope(scope)
        , m_part(part)
        , m_load(load)
    {
    }

    [[nodiscard]] Parts make() const;

private:
    [[nodiscard]] Parts many(const Value &value) const;
    [[nodiscard]] OnePart one(const Value &value) const;
    [[nodiscard]] OnePart text(const Value &value) const;
    [[nodiscard]] OnePart ready(const Value &value) const;
    [[nodiscard]] OnePart image(const Value &value) const;
    [[nodiscard]] OnePart audio(const Value &value) const;
    [[nodiscard]] OnePart document(const Value &value) const;
    [[nodiscard]] std::expected<QByteArray, TemplateError> bytes(const Value &value) const;
    [[nodiscard]] std::unexpected<TemplateError> fail(TemplateErrorKind kind,
                                                      const QString &message) const;

    const Scope &m_scope;
    const SpecialPart &m_part;
    const MediaLoader &m_load;
};

} // namespace

std::unexpected<TemplateError> PartMaker::fail(TemplateErrorKind kind, const QString &message) const
{
    return m_scope.fail(kind, m_part.range, m_part.name.whole, message);
}

static bool takesList(PartKind kind)
{
    return kind == PartKind::Images || kind == PartKind::Audios || kind == PartKind::Documents
        || kind == PartKind::Texts || kind == PartKind::Parts;
}

Parts PartMaker::make() const
{
    if (m_part.kind == PartKind::CacheControl) {
        const QString type = m_part.options.value(u"type"_s, u"ephemeral"_s);
        return QList<ContentPart> {CacheMarker {.type = type}};
    }
    const bool compat = m_scope.source.options.compat;
    const bool known = m_scope.values.contains(m_part.name.first);
    if (compat && m_part.kind == PartKind::Text && !known) // the original's accident
        return QList<ContentPart> {Text {.text = m_part.name.whole}};

    const auto value = compat || m_part.name.steps.isEmpty()
        ? lookUpWhole(m_scope, m_part.name, m_part.range)
        : lookUp(m_scope, m_part.name, m_part.range);
    if (!value)
        return std::unexpected(value.error());
    const bool keepsEmpty = m_part.kind == PartKind::Text || m_part.kind == PartKind::Part;
    if (!keepsEmpty && isFalsy(*value))
        return QList<ContentPart> {};
    if (takesList(m_part.kind))
        return many(*value);
    return one(*value).transform([](const ContentPart &part) { return QList<ContentPart> {part}; });
}

Parts PartMaker::many(const Value &value) const
{
    const auto items = listItems(value);
    if (!items)
        return fail(
            TemplateErrorKind::NotAList,
            QCoreApplication::translate("template", "The variable '%1' must be a list for ':%2'.")
                .arg(m_part.name.whole, m_part.specification));
    QList<ContentPart> parts;
    for (const Value &item : *items) {
        auto part = one(item);
        if (!part)
            return std::unexpected(part.error());
        parts.append(*std::move(part));
    }
    return parts;
}

OnePart PartMaker::one(const Value &value) const
{
    switch (m_part.kind) {
    case PartKind::Image:
    case PartKind::Images:
        return image(value);
    case PartKind::Audio:
    case PartKind::Audios:
        return audio(value);
    case PartKind::Document:
    case PartKind::Documents:
        return document(value);
    case PartKind::Text:
    case PartKind::Texts:
        return text(value);
    case PartKind::CacheControl:
    case PartKind::Part:
    case PartKind::Parts:
        break;
    }
    return ready(value);
}

OnePart PartMaker::text(const Value &value) const
{
    if (pythonTypeName(value) == "str"_L1)
        return Text {.text = pythonStr(value)};
    return fail(
        TemplateErrorKind::InvalidPart,
        QCoreApplication::translate("template",
                                    "The variable '%1' must be text for ':%2', not a value of type "
                                    "'%3'.")
            .arg(m_part.name.whole, m_part.specification, pythonTypeName(value)));
}

OnePart PartMaker::ready(const Value &value) const
{
    if (const auto *part = std::get_if<ContentPart>(&value.held))
        return *part;
    const auto *json = std::get_if<Json>(&value.held);
    if (json && json->is_object() && find(*json, "type")) {
        const Json message = jsonObject({{"role", "user"}, {"content", jsonArray({*json})}});
        const auto read = messagesFromJson(jsonArray({message}));
        if (read && read->size() == 1 && read->first().parts.size() == 1
            && !std::holds_alternative<Native>(read->first().parts.first()))
            return read->first().parts.first();
    }
    return fail(TemplateErrorKind::InvalidPart,
                QCoreApplication::translate(
                    "template",
                    "The variable '%1' must hold a content part for ':%2': an object "
                    "with a type, as in {\"type\": \"text\", \"text\": \"...\"}.")
                    .arg(m_part.name.whole, m_part.specification));
}

/// The address in \p value that a provider fetches by itself.
static QString remoteAddress(const Value &value)
{
    const QString text = pythonTypeName(value) == "str"_L1 ? pythonStr(value) : QString();
    const bool remote = text.startsWith("http://"_L1) || text.startsWith("https://"_L1)
        || text.startsWith("gs://"_L1);
    return remote ? text : QString();
}

std::expected<QByteArray, TemplateError> PartMaker::bytes(const Value &value) const
{
    if (const auto *held = std::get_if<QByteArray>(&value.held))
        return *held;
    if (pythonTypeName(value) != "str"_L1)
        return fail(TemplateErrorKind::NotLoaded,
                    QCoreApplication::translate(
                        "template",
                        "The variable '%1' must hold a file's path or an address for "
                        "':%2', not a value of type '%3'.")
                        .arg(m_part.name.whole, m_part.specification, pythonTypeName(value)));
    const QString source = pythonStr(value);
    if (source.startsWith("data:"_L1)) {
        if (const auto data = dataUrlBytes(source))
            return *data;
        return fail(
            TemplateErrorKind::NotLoaded,
            QCoreApplication::translate("template", "The data: address in '%1' is malformed.")
                .arg(m_part.name.whole));
    }
    if (!m_load)
        return fail(
            TemplateErrorKind::NotLoaded,
            QCoreApplication::translate("template", "Failed to load %1: files are not read here.")
                .arg(source));
    return m_load(source).transform_error([&](const Error &error) {
        return fail(TemplateErrorKind::NotLoaded,
                    QCoreApplication::translate("template", "Failed to load %1: %2")
                        .arg(source, error.message))
            .error();
    });
}

OnePart PartMaker::image(const Value &value) const
{
    const QString detail = m_part.options.value(u"detail"_s);
    if (const auto *part = std::get_if<ContentPart>(&value.held)) {
        if (const auto *held = std::get_if<Image>(part)) {
            Image image = *held;
            if (image.url.isEmpty() && image.mediaType.isEmpty())
                image.mediaType = u"image/unknown"_s;
            if (!detail.isEmpty())
                image.detail = detail;
            return image;
        }
    }
    if (const QString url = remoteAddress(value); !url.isEmpty())
        return Image {.url = url, .detail = detail};
    const auto data = bytes(value);
    if (!data)
        return std::unexpected(data.error());
    const QString type = imageType(*data);
    if (type.isEmpty())
        return fail(
            TemplateErrorKind::NotLoaded,
            QCoreApplication::translate("template",
                                        "Unsupported image type in '%1': use JPEG, PNG, GIF, WebP, "
                                        "HEIC or HEIF.")
                .arg(m_part.name.whole));
    return Image {.mediaType = type, .bytes = *data, .detail = detail};
}

OnePart PartMaker::audio(const Value &value) const
{
    if (const auto *part = std::get_if<ContentPart>(&value.held)) {
        if (const auto *held = std::get_if<Audio>(part))
            return *held;
    }
    if (const QString url = remoteAddress(value); !url.isEmpty())
        return Audio {.url = url};
    const auto data = bytes(value);
    if (!data)
        return std::unexpected(data.error());
    const QString type = audioType(*data);
    if (type.isEmpty())
        return fail(
            TemplateErrorKind::NotLoaded,
            QCoreApplication::translate("template",
                                        "Unsupported audio type in '%1': use WAV, MP3, AIFF, AAC, "
                                        "Ogg or FLAC.")
                .arg(m_part.name.whole));
    return Audio {.mediaType = type, .bytes = *data};
}

OnePart PartMaker::document(const Value &value) const
{
    if (const auto *part = std::get_if<ContentPart>(&value.held)) {
        if (const auto *held = std::get_if<Document>(part))
            return *held;
    }
    const auto data = bytes(value); // addresses too: documents are always loaded
    if (!data)
        return std::unexpected(data.error());
    const QString type = documentType(*data);
    if (type.isEmpty())
        return fail(
            TemplateErrorKind::NotLoaded,
            QCoreApplication::translate("template", "Unsupported document type in '%1': use PDF.")
                .arg(m_part.name.whole));
    return Document {.mediaType = type, .bytes = *data};
}

Parts specialParts(const Scope &scope, const SpecialPart &part, const MediaLoader &load)
{
    return PartMaker(scope, part, load).make();
}

} // namespace Antiphon
