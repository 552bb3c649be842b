// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/error.h>
#include <antiphon/core/provider/http.h>
#include <antiphon/net/networkoptions.h>

#include <QByteArrayList>
#include <QObject>

#include <memory>

namespace Antiphon {

enum class Phase { Connected, Encrypted, Sent };

/// One request under way. Signals come in this order: phases, headArrived, bytesArrived any number
/// of times, then exactly one of ended and failed. None is emitted from inside Transport::send() or
/// abort(), and none after abort(). Destruction aborts.
class Exchange : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Closes the connection. Nothing more is emitted.
    virtual void abort() = 0;

Q_SIGNALS:
    void phaseReached(Antiphon::Phase phase);
    void headArrived(const Antiphon::HttpHead &head);

    /// Content-decoded bytes of the body, in order.
    void bytesArrived(const QByteArray &bytes);

    /// The response ended as HTTP says it should.
    void ended();

    /// It did not: Connection before or within the body (Error::code tells "refused", "dns", "tls",
    /// "reset", "closed", ...). What came before stays valid.
    void failed(const Antiphon::Error &error);
};

/// Sends requests. One transport serves any number of exchanges on one thread.
class Transport {
public:
    virtual ~Transport() = default;

    /// What a transport may want to know beside the request itself.
    struct Context {
        QString provider = {};
        QString api = {};
        QString model = {};
        QByteArray simulate = {}; ///< JSON of the target's script, for simulated targets.
        QByteArray callId = {}; ///< Same for all attempts of a call.
        QByteArray place = {}; ///< Prompt, variant, row, target, repeat: seeds the simulator.
        bool stream = false; ///< Ask for no compression.
        bool http2 = false; ///< The provider's data asks for it.
        bool secret = false; ///< Bodies carry secrets: never recorded.
        QByteArrayList secrets = {}; ///< What must not be found in anything that is kept.
        NetworkOptions network = {};
    };

    [[nodiscard]] virtual std::unique_ptr<Exchange> send(const HttpRequest &request,
                                                         const Context &context)
        = 0;
};

} // namespace Antiphon

Q_DECLARE_METATYPE(Antiphon::HttpHead)
