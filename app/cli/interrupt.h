// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#include <memory>

namespace Antiphon::Cli {

/// Turns Ctrl+C into a signal on the main thread. The second one ends the program at once.
class Interrupt : public QObject {
    Q_OBJECT

public:
    Interrupt();
    ~Interrupt() override;

Q_SIGNALS:
    void interrupted();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Antiphon::Cli
