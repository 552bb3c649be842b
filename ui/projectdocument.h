// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/error.h>

#include <QObject>

namespace Antiphon::Ui {

/// A file of the project that is open to be edited: a prompt, a retry policy.
class ProjectDocument : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual const QString &slug() const = 0;
    [[nodiscard]] virtual QString title() const = 0;
    [[nodiscard]] virtual bool isModified() const = 0;
    [[nodiscard]] virtual Result<> save() = 0;

Q_SIGNALS:
    void modifiedChanged(bool modified);
};

} // namespace Antiphon::Ui
