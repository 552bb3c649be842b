// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/config/resolve.h>

#include <list>

namespace Antiphon {

/// Where and how a target is reached: what other libraries call a client.
struct Client {
    QString api = {};
    QString baseUrl = {};
    QMap<QString, QString> endpoint = {};
    KeyReference key = {};
    HttpHeaders headers = {};

    friend bool operator==(const Client &, const Client &) = default;
};

/// Replaces whole arguments of a call at run time (calls.md 4). What is empty is left as it is.
///
/// Not a layer that merges: given parameters are all there are. Giving one of stream, output and
/// parse first takes all three back to a plain whole answer; a new output format also drops the
/// tools, unless the override brings some.
struct Override {
    std::optional<QString> provider = {}; ///< Only together with the model.
    std::optional<QString> model = {};
    std::optional<Parameters> parameters = {};
    std::optional<bool> stream = {};
    std::optional<OutputFormat> output = {};
    std::optional<AnswerParser> parse = {};
    std::optional<QList<ToolDefinition>> tools = {};
    std::optional<Client> client = {};
};

/// \p inner within \p outer: what \p inner leaves empty comes from \p outer.
[[nodiscard]] Override nested(const Override &outer, const Override &inner);

/// The arguments of one call.
struct CallArguments {
    CallInputs inputs = {};
    Target target = {};
};

/// \p arguments with \p over in their place. A client of another provider is dropped, unless both
/// speak the same format. Provider without model, or an unknown provider, is a Setup error.
[[nodiscard]] Result<CallArguments> overridden(CallArguments arguments, const Override &over,
                                               const QList<Provider> &providers);

/// Overrides that hold for a stretch of code.
///
///     OverrideScopes scopes;
///     {
///         const auto cheap = scopes.enter({.parameters = Parameters {.maxTokens = 64}});
///         ... overridden(arguments, scopes.current(), providers) ...
///     }
///
/// Scopes nest, and leaving the inner one brings the outer one back. A call takes current() when it
/// is made and keeps it, however long it waits. One thread.
class OverrideScopes {
public:
    /// Ends its override when it goes. Must not outlive its OverrideScopes.
    class Scope {
    public:
        ~Scope();
        Scope(const Scope &) = delete;
        Scope &operator=(const Scope &) = delete;

    private:
        friend class OverrideScopes;
        Scope(OverrideScopes &scopes, std::list<Override>::iterator place);

        OverrideScopes &m_scopes;
        std::list<Override>::iterator m_place;
    };

    [[nodiscard]] Scope enter(const Override &over);

    /// Of all open scopes together; empty outside of them.
    [[nodiscard]] Override current() const;

private:
    std::list<Override> m_open;
};

} // namespace Antiphon
