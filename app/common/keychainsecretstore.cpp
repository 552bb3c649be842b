// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keychainsecretstore.h"

#ifdef ANTIPHON_WITH_KEYCHAIN
#include <antiphon/core/words.h>

#include <qt6keychain/keychain.h>

#include <QThread>

#include <future>
#include <memory>
#endif

using namespace Qt::StringLiterals;

namespace Antiphon {

static std::unexpected<Error> unavailable(const QString &detail)
{
    QString message
        = Words::tr("No keychain answers on this system. Keep the key in an environment "
                    "variable instead, or start a keychain service.");
    if (!detail.isEmpty())
        message += u" (%1)"_s.arg(detail);
    return fail(ErrorKind::Setup, message, u"unavailable"_s);
}

KeychainSecretStore::KeychainSecretStore(std::chrono::milliseconds limit)
    : m_limit(limit)
{
}

#ifdef ANTIPHON_WITH_KEYCHAIN

static const QString service = u"io.github.antiphon.Antiphon"_s;

/// The thread that talks to keychains. One for the whole program: QtKeychain runs its jobs one
/// after the other in a queue that belongs to the thread of the first.
static QObject *keychainThread()
{
    static QObject *const context = [] {
        auto *thread = new QThread;
        thread->setObjectName(u"keychain"_s);
        auto *object = new QObject;
        object->moveToThread(thread);
        thread->start();
        // A keychain that hangs must not keep the program from ending.
        qAddPostRoutine([] {
            QThread *running = keychainThread()->thread();
            running->quit();
            running->wait(std::chrono::milliseconds(200));
        });
        return object;
    }();
    return context;
}

static std::unexpected<Error> toError(const QKeychain::Job &job, const QString &name)
{
    switch (job.error()) {
    case QKeychain::EntryNotFound:
        return fail(ErrorKind::Setup,
                    Words::tr("The keychain has no key called \"%1\". Add it, or name another one.")
                        .arg(name),
                    u"missing"_s);
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return fail(
            ErrorKind::Setup,
            Words::tr("The keychain is locked, so the key \"%1\" cannot be reached. Open the "
                      "keychain and try again.")
                .arg(name),
            u"locked"_s);
    default:
        return unavailable(job.errorString());
    }
}

/// Runs the job that \p make makes on the keychain's thread and waits for \p outcome of it.
template<typename T>
static Result<T> runJob(std::chrono::milliseconds limit, const QString &name,
                        std::function<QKeychain::Job *()> make,
                        std::function<T(QKeychain::Job *)> outcome)
{
    auto promise = std::make_shared<std::promise<Result<T>>>();
    auto answer = promise->get_future();
    QObject *context = keychainThread();
    QMetaObject::invokeMethod(
        context,
        [=] {
            QKeychain::Job *job = make();
            job->setAutoDelete(true);
            job->setInsecureFallback(false); // never into a plain file
            job->setKey(name);
            QObject::connect(job, &QKeychain::Job::finished, context, [=](QKeychain::Job *done) {
                if (done->error() != QKeychain::NoError)
                    promise->set_value(toError(*done, name));
                else if constexpr (std::is_void_v<T>)
                    promise->set_value({});
                else
                    promise->set_value(outcome(done));
            });
            job->start();
        },
        Qt::QueuedConnection);
    if (answer.wait_for(limit) != std::future_status::ready)
        return fail(
            ErrorKind::Setup,
            Words::tr("The keychain did not answer in time. If it asks for a password, answer it "
                      "and try again."),
            u"locked"_s);
    return answer.get();
}

bool KeychainSecretStore::isAvailable()
{
    return QKeychain::isAvailable();
}

Result<QByteArray> KeychainSecretStore::read(const QString &name)
{
    return runJob<QByteArray>(
        m_limit, name, [] { return new QKeychain::ReadPasswordJob(service); },
        [](QKeychain::Job *job) {
            return static_cast<QKeychain::ReadPasswordJob *>(job)->binaryData();
        });
}

Result<> KeychainSecretStore::write(const QString &name, const QByteArray &secret)
{
    return runJob<void>(m_limit, name,
                        [secret] {
                            auto *job = new QKeychain::WritePasswordJob(service);
                            job->setTextData(
                                QString::fromUtf8(secret)); // as text, so that other tools show it
                            return job;
                        },
                        {});
}

Result<> KeychainSecretStore::remove(const QString &name)
{
    const auto done
        = runJob<void>(m_limit, name, [] { return new QKeychain::DeletePasswordJob(service); }, {});
    if (!done && done.error().code == "missing"_L1)
        return {};
    return done;
}

#else

bool KeychainSecretStore::isAvailable()
{
    return false;
}

Result<QByteArray> KeychainSecretStore::read(const QString &)
{
    return unavailable(Words::tr("built without one"));
}

Result<> KeychainSecretStore::write(const QString &, const QByteArray &)
{
    return unavailable(Words::tr("built without one"));
}

Result<> KeychainSecretStore::remove(const QString &)
{
    return unavailable(Words::tr("built without one"));
}

#endif

} // namespace Antiphon
