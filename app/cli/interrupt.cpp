// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "interrupt.h"

#include <QSocketNotifier>

#include <csignal>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace Antiphon::Cli {

#ifdef Q_OS_UNIX

// A signal handler may do little more than write a byte: the pipe carries it to the event loop.
static int writeEnd = -1;
static volatile std::sig_atomic_t received = 0;

static void onSignal(int)
{
    const bool again = received > 0;
    received = 1;
    if (again)
        ::_exit(130);
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(writeEnd, &byte, 1);
}

struct Interrupt::Private {
    int readEnd = -1;
    std::unique_ptr<QSocketNotifier> notifier;
};

Interrupt::Interrupt()
    : d(std::make_unique<Private>())
{
    int ends[2] = {-1, -1};
    if (::pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    d->readEnd = ends[0];
    writeEnd = ends[1];
    d->notifier = std::make_unique<QSocketNotifier>(d->readEnd, QSocketNotifier::Read);
    connect(d->notifier.get(), &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        if (::read(d->readEnd, &byte, 1) == 1)
            Q_EMIT interrupted();
    });
    struct sigaction action = {};
    action.sa_handler = onSignal;
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
}

Interrupt::~Interrupt()
{
    if (d->readEnd < 0)
        return;
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    ::close(std::exchange(writeEnd, -1));
    ::close(d->readEnd);
    received = 0;
}

#else

struct Interrupt::Private { };

Interrupt::Interrupt() = default; // elsewhere Ctrl+C ends the program at once
Interrupt::~Interrupt() = default;

#endif

} // namespace Antiphon::Cli
