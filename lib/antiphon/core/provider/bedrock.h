// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/provider/codec.h>

namespace Antiphon {

/// The content blocks of one turn after the other. Remembers what must differ or agree between
/// them: names of documents, ids of tools.
class BedrockBlocks {
public:
    explicit BedrockBlocks(bool shortToolIds)
        : m_shortToolIds(shortToolIds)
    {
    }

    /// The blocks of \p message; Unsupported for a part the format has no block for.
    [[nodiscard]] Result<Json> write(const Message &message);

private:
    struct Writer;

    QString documentName(const QString &wanted);
    [[nodiscard]] QString toolId(const QString &id) const;

    bool m_shortToolIds = false;
    QStringList m_documentNames;
};

// The requests of Bedrock's Converse format.
[[nodiscard]] Result<HttpRequest> encodeBedrock(const CallRequest &request,
                                                const Endpoint &endpoint,
                                                const Credentials &credentials,
                                                const QDateTime &now);
[[nodiscard]] Result<HttpRequest> encodeBedrockModels(const Endpoint &endpoint,
                                                      const Credentials &credentials);

/// The inference profiles, under which newer models are called.
[[nodiscard]] Result<HttpRequest> encodeBedrockProfiles(const Endpoint &endpoint,
                                                        const Credentials &credentials);

/// An answer with a status of 400 or more, by its status and `x-amzn-ErrorType`.
[[nodiscard]] Error classifyBedrock(const HttpHead &head, const QByteArray &body,
                                    const QDateTime &now);

/// An exception or error inside a stream: \p type is its name, \p data its payload.
[[nodiscard]] Error bedrockFailure(const QString &type, const QByteArray &data,
                                   const HttpHeaders &headers);

} // namespace Antiphon
