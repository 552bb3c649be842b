// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// Content blocks of Bedrock's Converse format.
// Source: boto/botocore bedrock-runtime 2023-09-30 service model; read 2026-11.

#include "bedrock.h"
#include "codecparts.h"
#include "messagewriting.h"

#include <antiphon/core/words.h>

#include <QCryptographicHash>
#include <QRegularExpression>

#include <span>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

/// A media type and the service's word for it.
struct Format {
    QLatin1StringView mediaType;
    QLatin1StringView word;
};

constexpr Format imageFormats[] {
    {"image/png"_L1, "png"_L1},
    {"image/jpeg"_L1, "jpeg"_L1},
    {"image/gif"_L1, "gif"_L1},
    {"image/webp"_L1, "webp"_L1},
};

constexpr Format audioFormats[] {
    {"audio/mpeg"_L1, "mp3"_L1},  {"audio/mp3"_L1, "mp3"_L1},
    {"audio/wav"_L1, "wav"_L1},   {"audio/x-wav"_L1, "wav"_L1},
    {"audio/wave"_L1, "wav"_L1},  {"audio/vnd.wave"_L1, "wav"_L1},
    {"audio/opus"_L1, "opus"_L1}, {"audio/aac"_L1, "aac"_L1},
    {"audio/flac"_L1, "flac"_L1}, {"audio/x-flac"_L1, "flac"_L1},
    {"audio/ogg"_L1, "ogg"_L1},   {"audio/mp4"_L1, "mp4"_L1},
    {"audio/x-m4a"_L1, "m4a"_L1}, {"audio/webm"_L1, "webm"_L1},
    {"audio/pcm"_L1, "pcm"_L1},   {"audio/x-matroska"_L1, "mka"_L1},
};

constexpr Format videoFormats[] {
    {"video/mp4"_L1, "mp4"_L1},      {"video/quicktime"_L1, "mov"_L1},
    {"video/webm"_L1, "webm"_L1},    {"video/x-matroska"_L1, "mkv"_L1},
    {"video/x-flv"_L1, "flv"_L1},    {"video/mpeg"_L1, "mpeg"_L1},
    {"video/x-ms-wmv"_L1, "wmv"_L1}, {"video/3gpp"_L1, "three_gp"_L1},
};

constexpr Format documentFormats[] {
    {"application/pdf"_L1, "pdf"_L1},
    {"text/csv"_L1, "csv"_L1},
    {"application/msword"_L1, "doc"_L1},
    {"application/vnd.openxmlformats-officedocument.wordprocessingml.document"_L1, "docx"_L1},
    {"application/vnd.ms-excel"_L1, "xls"_L1},
    {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"_L1, "xlsx"_L1},
    {"text/html"_L1, "html"_L1},
    {"text/markdown"_L1, "md"_L1},
    {"text/x-markdown"_L1, "md"_L1},
    {"text/plain"_L1, "txt"_L1},
};

} // namespace

static QString formatName()
{
    return Words::tr("The Bedrock format");
}

static QLatin1StringView wordFor(const QString &mediaType, std::span<const Format> formats)
{
    const QStringView plain = QStringView(mediaType).left(mediaType.indexOf(u';')).trimmed();
    for (const Format &format : formats) {
        if (plain.compare(format.mediaType, Qt::CaseInsensitive) == 0)
            return format.word;
    }
    return {};
}

// {"<kind>": {"format", "source": {"bytes"} or {"s3Location": {"uri"}}}}
static Result<Json> mediaBlock(const char *kind, const QString &mediaType, const QByteArray &bytes,
                               const QString &url, std::span<const Format> formats)
{
    if (!url.isEmpty() && !url.startsWith("s3://"_L1))
        return cannotCarry(
            formatName(),
            Words::tr("a file by its address, unless it begins with s3:// (it is %1)").arg(url));
    const QLatin1StringView word = wordFor(mediaType, formats);
    if (word.isEmpty())
        return cannotCarry(formatName(), Words::tr("a file of type \"%1\"").arg(mediaType));
    Json source = url.isEmpty() ? jsonObject({{"bytes", base64(bytes)}})
                                : jsonObject({{"s3Location", jsonObject({{"uri", toJson(url)}})}});
    return jsonObject(
        {{kind, jsonObject({{"format", toJson(QString(word))}, {"source", std::move(source)}})}});
}

// Letters, digits, single spaces, hyphens and brackets, up to 200; no two the same.
QString BedrockBlocks::documentName(const QString &wanted)
{
    static const QRegularExpression others(u"[^a-zA-Z0-9\\-()\\[\\]]+"_s);
    QString name = wanted;
    name = name.replace(others, u" "_s).simplified().left(190).trimmed();
    if (name.isEmpty())
        name = u"document"_s;
    QString unique = name;
    for (int number = 2; m_documentNames.contains(unique); ++number)
        unique = u"%1 %2"_s.arg(name).arg(number);
    m_documentNames.append(unique);
    return unique;
}

// What other services and we ourselves use as ids may be longer or hold other characters.
QString BedrockBlocks::toolId(const QString &id) const
{
    static const QRegularExpression usual(u"\\A[a-zA-Z0-9_.:\\-]{1,64}\\z"_s);
    static const QRegularExpression nine(u"\\A[a-zA-Z0-9]{9}\\z"_s);
    if ((m_shortToolIds ? nine : usual).match(id).hasMatch())
        return id;
    const QByteArray digest = QCryptographicHash::hash(id.toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(digest.toHex().first(m_shortToolIds ? 9 : 32));
}

struct BedrockBlocks::Writer {
    BedrockBlocks &all;
    Json blocks = jsonArray();
    bool hasText = false;
    bool hasDocument = false;

    Result<> push(Result<Json> block)
    {
        if (!block)
            return std::unexpected(block.error());
        blocks.push_back(*std::move(block));
        return {};
    }

    Result<> add(const Text &text)
    {
        if (text.text.trimmed().isEmpty())
            return {}; // refused
        hasText = true;
        return push(jsonObject({{"text", toJson(text.text)}}));
    }
    Result<> add(const Image &image)
    {
        return push(mediaBlock("image", image.mediaType, image.bytes, image.url, imageFormats));
    }
    Result<> add(const Audio &audio)
    {
        return push(mediaBlock("audio", audio.mediaType, audio.bytes, audio.url, audioFormats));
    }
    Result<> add(const Document &document)
    {
        if (document.mediaType.startsWith("video/"_L1))
            return push(mediaBlock("video", document.mediaType, document.bytes, document.url,
                                   videoFormats));
        auto block = mediaBlock("document", document.mediaType, document.bytes, document.url,
                                documentFormats);
        if (block) {
            hasDocument = true;
            (*block)["document"].insert_or_assign("name", toJson(all.documentName(document.name)));
        }
        return push(std::move(block));
    }
    Result<> add(const CacheMarker &marker)
    {
        if (blocks.empty())
            return {}; // nothing to keep yet
        Json point = jsonObject({{"type", Json("default")}});
        if (marker.type == "5m"_L1 || marker.type == "1h"_L1)
            point.insert_or_assign("ttl", toJson(marker.type));
        return push(jsonObject({{"cachePoint", std::move(point)}}));
    }
    Result<> add(const ToolUse &use)
    {
        return push(jsonObject({{"toolUse",
                                 jsonObject({{"toolUseId", toJson(all.toolId(use.id))},
                                             {"name", toJson(use.name)},
                                             {"input", argumentsObject(use.argumentsText)}})}}));
    }
    Result<> add(const ToolResult &result)
    {
        // An empty text is refused here too.
        Json content = result.content.trimmed().isEmpty()
            ? jsonObject({{"json", jsonObject({{"result", toJson(result.content)}})}})
            : jsonObject({{"text", toJson(result.content)}});
        Json block = jsonObject({{"toolUseId", toJson(all.toolId(result.id))},
                                 {"content", jsonArray({std::move(content)})}});
        if (result.isError)
            block.insert_or_assign("status", "error");
        return push(jsonObject({{"toolResult", std::move(block)}}));
    }
    Result<> add(const Thinking &thinking)
    {
        if (!thinking.redacted.isEmpty())
            return push(
                jsonObject({{"reasoningContent",
                             jsonObject({{"redactedContent", toJson(thinking.redacted)}})}}));
        if (thinking.signature.isEmpty())
            return {}; // another model's reasoning is refused
        return push(jsonObject(
            {{"reasoningContent",
              jsonObject({{"reasoningText",
                           jsonObject({{"text", toJson(thinking.text)},
                                       {"signature", toJson(thinking.signature)}})}})}}));
    }
    Result<> add(const Native &native)
    {
        return isForeign(native, u"bedrock") ? Result<>() : push(native.value);
    }
};

Result<Json> BedrockBlocks::write(const Message &message)
{
    Writer writer {.all = *this};
    if (const auto written = writeParts(message, writer); !written)
        return std::unexpected(written.error());
    if (writer.hasDocument && !writer.hasText)
        return fail(ErrorKind::Unsupported,
                    Words::tr("Bedrock takes a document only beside a text: say in the same "
                              "message what is to be done with it."));
    return std::move(writer.blocks);
}

} // namespace Antiphon
