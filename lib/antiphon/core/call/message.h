// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/json.h>

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>
#include <variant>

namespace Antiphon {

enum class Role { System, User, Assistant, Tool };

/// "system", "user", "assistant", "tool".
[[nodiscard]] QString roleName(Role role);
[[nodiscard]] std::optional<Role> roleFromName(QStringView name);

struct Text {
    QString text = {};
    QString phase = {}; ///< What stage of an answer it belongs to, where the provider wants that
                        ///< back (Responses: "commentary", "final_answer").
    QString signature = {}; ///< A provider's, that must go back with this very part (Gemini).

    friend bool operator==(const Text &, const Text &) = default;
};

/// Bytes with their media type, or the address the provider is to fetch.
struct Image {
    QString mediaType = {};
    QByteArray bytes = {};
    QString url = {};
    QString detail = {}; ///< "low", "high", "auto"; empty: not said.
    QString signature = {}; ///< As that of Text.

    friend bool operator==(const Image &, const Image &) = default;
};

struct Audio {
    QString mediaType = {};
    QByteArray bytes = {};
    QString url = {};
    QString id = {}; ///< Audio the model made: what it is called in the history.
    QString transcript = {};

    friend bool operator==(const Audio &, const Audio &) = default;
};

struct Document {
    QString mediaType = {};
    QByteArray bytes = {};
    QString url = {};
    QString name = {};

    friend bool operator==(const Document &, const Document &) = default;
};

/// "Cache everything up to here": belongs to the part before it (Anthropic).
struct CacheMarker {
    QString type = QStringLiteral("ephemeral");
    QString ttl = {}; ///< "5m", "1h"; empty: the provider's usual time.

    friend bool operator==(const CacheMarker &, const CacheMarker &) = default;
};

/// A tool the model asks for, as part of an assistant message.
struct ToolUse {
    QString id = {};
    QString name = {};
    QString argumentsText = {}; ///< As the model wrote them; JSON unless the tool is free-form.
    QString signature = {}; ///< A provider's signature that must go back byte for byte (Gemini).
    bool custom = false; ///< A free-form tool: the arguments are text, not JSON.
    QString group = {}; ///< Of tools found by a search: goes back with the call (Responses).

    friend bool operator==(const ToolUse &, const ToolUse &) = default;
};

struct ToolResult {
    QString id = {};
    QString name = {};
    QString content = {};
    bool isError = false;
    bool custom = false; ///< Answers a free-form tool.
    QList<Image> images = {}; ///< Besides the text, where the format takes them.

    friend bool operator==(const ToolResult &, const ToolResult &) = default;
};

/// Reasoning of an earlier turn. The signature goes back byte for byte.
struct Thinking {
    QString text = {};
    QString id = {}; ///< The provider's own, where it wants it back (Responses).
    QString signature = {};
    QString redacted = {}; ///< Encrypted reasoning (Anthropic redacted_thinking).
    Json native = Json::null(); ///< The provider's own form, where that goes back byte for byte:
                                ///< an item of Responses, `reasoning_details` of OpenRouter.

    friend bool operator==(const Thinking &, const Thinking &) = default;
};

/// A provider's own form, sent untouched. As the only part of a message, and with a member "role",
/// it stands for the whole message.
struct Native {
    Json value = {};
    QString codec = {}; ///< Whose form it is; others leave it out. Empty: sent in any case.

    friend bool operator==(const Native &, const Native &) = default;
};

using ContentPart = std::variant<Text, Image, Audio, Document, CacheMarker, ToolUse, ToolResult,
                                 Thinking, Native>;

struct Message {
    Role role = Role::User;
    QList<ContentPart> parts = {};
    QString name = {};

    friend bool operator==(const Message &, const Message &) = default;
};

/// A message of one text part.
[[nodiscard]] Message textMessage(Role role, QString text);

/// The text parts of \p message, joined with nothing between.
[[nodiscard]] QString plainText(const Message &message);

/// `{"role", "content"}`: content is a string for exactly one text part, else a list of parts in
/// the form of template-language.md 5 (`type` first; bytes as base64).
[[nodiscard]] Json toJson(const Message &message);
[[nodiscard]] Json toJson(const QList<Message> &messages);

/// Reads what toJson() writes. An object of another shape becomes a Native message.
[[nodiscard]] Result<QList<Message>> messagesFromJson(const Json &value);

} // namespace Antiphon
