// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/provider/token.h>
#include <antiphon/net/callspec.h>

#include <QDate>
#include <QMap>

#include <functional>

namespace Antiphon {

/// Reads a secret from the keychain by name.
using KeyReader = std::function<Result<QByteArray>(const QString &name)>;

/// Reads a file whole; an error says why it cannot.
using FileReader = std::function<Result<QByteArray>(const QString &path)>;

/// From the disk.
[[nodiscard]] Result<QByteArray> readWholeFile(const QString &path);

/// A variable of this program's environment; empty when unset.
[[nodiscard]] QString programVariable(const QString &name);

/// What proves who asks, found where the reference of \p target says, and what else the place knows
/// (a key file its project).
///
/// The default reference follows the provider's own chain: key variables of the api and provider,
/// then what its access tokens are made from: for Google the file of GOOGLE_APPLICATION_CREDENTIALS
/// or the one that gcloud left, for Entra AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET,
/// for AWS what awscredentials.h says.
/// A keychain entry or variable may hold a key file's text in place of a key. An error of kind
/// Setup names what is missing and says how to give it.
[[nodiscard]] Result<KeyFile> accessFor(const Target &target, const Provider &provider,
                                        const Environment &environment, const KeyReader &keychain,
                                        const FileReader &readFile = readWholeFile);

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
    FileReader readFile = readWholeFile;
    NetworkSettings network = {}; ///< The person's own, under those of targets.
    QString folder = {}; ///< What files of targets are relative to.
    PromptLookup prompts = {};
    QDate today = {}; ///< UTC: picks the prices.
    QDateTime now = {}; ///< UTC: picks them where the hour decides; invalid: the dearer ones.
    bool simulateAll = false; ///< Every target is answered by the simulator.
};

/// \p settings with their files read and their secrets fetched. A Setup error names what is
/// missing.
[[nodiscard]] Result<NetworkOptions> networkFor(const NetworkSettings &settings,
                                                const RunSource &source);

/// Whether \p target could be asked: with what, else what its address or key lacks and how to give
/// it. Nothing is sent.
[[nodiscard]] Result<Credentials> readiness(const Target &target, const RunSource &source);

/// \p target looked up, keyed and priced. Unknown provider or api, missing key: a Setup error.
[[nodiscard]] Result<PreparedTarget> prepareTarget(const Target &target, const Prompt &prompt,
                                                   const RunSource &source);

/// One call on \p target with its fallbacks, with the targets and policies its rules may choose and
/// the prompts its computed fields ask. One of these that cannot be prepared is an error too.
[[nodiscard]] Result<CallSpec> prepareCall(const CallInputs &inputs, const Target &target,
                                           const RunSource &source);

} // namespace Antiphon
