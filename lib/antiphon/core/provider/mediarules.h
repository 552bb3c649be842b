// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/call/message.h>

#include <QSize>
#include <QStringList>

namespace Antiphon {

/// What a service takes of one kind of media. 0 and an empty list: no limit is known.
struct MediaRule {
    bool taken = true;
    bool bytes = true; ///< The content itself.
    bool url = true; ///< An address it fetches from.
    QStringList types = {}; ///< Media types; "text/*" stands for all of one kind.
    qint64 maxBase64 = 0; ///< Bytes of one, as base64.
    int maxCount = 0; ///< In one request.
    int maxSide = 0; ///< Pixels.
    int crowd = 0; ///< More than this many in one request: crowdSide instead of maxSide.
    int crowdSide = 0;

    friend bool operator==(const MediaRule &, const MediaRule &) = default;
};

/// The limits of a service, as data (`quirks.media` of providers.json).
struct MediaRules {
    MediaRule image = {};
    MediaRule audio = {};
    MediaRule document = {};
    qint64 maxRequest = 0; ///< Bytes of a whole request.

    friend bool operator==(const MediaRules &, const MediaRules &) = default;
};

/// `{"image": {"types": [...], "maxBase64": 5242880, "maxCount": 100}, "audio": false}`: what is
/// not named has the rule of \p base.
[[nodiscard]] MediaRules mediaRulesFromJson(const Json &value, MediaRules base = {});

/// Whether \p service takes everything in \p messages. An error of kind Unsupported names the
/// message, the part and the limit.
[[nodiscard]] Result<> checkMedia(const QList<Message> &messages, const MediaRules &rules,
                                  const QString &service);

/// Width and height a PNG, JPEG, GIF or WebP says it has; empty for anything else.
[[nodiscard]] QSize imageSize(const QByteArray &bytes);

} // namespace Antiphon
