// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/net/callspec.h>
#include <antiphon/net/clock.h>
#include <antiphon/net/tokencache.h>
#include <antiphon/net/transport.h>

#include <QDateTime>
#include <QObject>

#include <functional>
#include <memory>

namespace Antiphon {

/// The models a service says it has, in its order.
struct ModelList {
    QStringList models = {};
    QDateTime asked = {}; ///< UTC: when it said so.

    friend bool operator==(const ModelList &, const ModelList &) = default;
};

/// Asks services for their models and remembers the answers for some minutes, in memory only.
///
/// Several who ask the same at a time share one request. Lives on one thread; owned by the Engine,
/// whose listModels() is the way in.
class ModelLists : public QObject {
    Q_OBJECT

public:
    using Done = std::function<void(const Result<ModelList> &)>;

    /// All must outlive the lists.
    ModelLists(Transport &transport, Clock &clock, TokenCache &tokens);
    ~ModelLists() override;

    /// Calls \p done once, maybe from in here when the answer is remembered. \p again asks anew.
    /// The model of \p target does not matter. Errors: Unsupported for a service that lists
    /// nothing, else what the service or the network said; none is remembered.
    void ask(const PreparedTarget &target, bool again, Done done);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Antiphon
