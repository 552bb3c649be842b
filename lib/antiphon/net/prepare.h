// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/net/callspec.h>

#include <QDate>
#include <QMap>

#include <functional>

namespace Antiphon {

/// Reads a secret from the keychain by name.
using KeyReader = std::function<Result<QByteArray>(const QString &name)>;

/// The key of \p target, found where its reference says. An error of kind Setup names the variable
/// or the keychain entry that is missing and says how to give one.
[[nodiscard]] Result<Credentials> credentialsFor(const Target &target, const Provider &provider,
                                                 const Environment &environment,
                                                 const KeyReader &keychain);

/// What a prompt of the project is called with, for computed fields that ask it.
using PromptLookup
    = std::function<Result<CallInputs>(const QString &prompt, const QString &variant)>;

/// What targets are looked up in.
struct RunSource {
    QList<Provider> providers = {};
    PriceTable prices = {};
    QMap<QString, Target> targets = {}; ///< By slug: for fallbacks.
    QMap<QString, RetryPolicy> policies = {}; ///< By slug.
    QString defaultRetry = QStringLiteral("default");
    std::optional<RetryPolicy> retryOverride = {}; ///< The window's or `--retry`'s.
    Environment environment = {};
    KeyReader keychain = {};
    PromptLookup prompts = {};
    QDate today = {}; ///< UTC: picks the prices.
    QDateTime now = {}; ///< UTC: picks them where the hour decides; invalid: the dearer ones.
    bool simulateAll = false; ///< Every target is answered by the simulator.
};

/// \p target looked up, keyed and priced. Unknown provider or api, missing key: a Setup error.
[[nodiscard]] Result<PreparedTarget> prepareTarget(const Target &target, const Prompt &prompt,
                                                   const RunSource &source);

/// One call on \p target with its fallbacks, with the targets and policies its rules may choose and
/// the prompts its computed fields ask. One of these that cannot be prepared is an error too.
[[nodiscard]] Result<CallSpec> prepareCall(const CallInputs &inputs, const Target &target,
                                           const RunSource &source);

} // namespace Antiphon
