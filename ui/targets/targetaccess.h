// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "context.h"

#include <antiphon/core/config/target.h>
#include <antiphon/net/check.h>
#include <antiphon/net/modellist.h>

#include <QObject>

#include <functional>

namespace Antiphon::Ui {

/// Asks services about targets: whether one works, and which models there are.
///
/// Keys are read on another thread, since a keychain may ask the person. What a service says comes
/// back on this one, unless \p receiver is gone by then.
class TargetAccess : public QObject {
    Q_OBJECT

public:
    explicit TargetAccess(const Context &context, QObject *parent = nullptr);

    /// The project's, for files that targets name.
    void setFolder(const QString &folder) { m_folder = folder; }

    /// What a check costs is told by these.
    void setPrices(const PriceTable &prices) { m_prices = prices; }

    /// Makes one small call on \p target.
    void check(const Target &target, QObject *receiver,
               std::function<void(const CheckReport &)> done);

    /// The models of \p target's service; its own model does not matter.
    void listModels(const Target &target, QObject *receiver,
                    std::function<void(const Result<ModelList> &)> done);

private:
    void prepare(const Target &target, QObject *receiver,
                 std::function<void(const Result<PreparedTarget> &)> done);

    Context m_context;
    QString m_folder;
    PriceTable m_prices;
};

} // namespace Antiphon::Ui
