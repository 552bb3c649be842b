// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/net/httprequestreader.h>
#include <antiphon/net/playedexchange.h>

#include <QTcpSocket>

#include <functional>

namespace Antiphon {

/// One client of the SimulatorServer: reads its requests one after the other and plays the answers.
/// Deletes itself when the connection is over.
class SimulatorConnection : public QObject {
    Q_OBJECT

public:
    using Answer = std::function<SimulatedAnswer(HttpRequest request)>;

    /// Takes over \p socket. \p clock and what \p answer refers to must outlive the parent.
    SimulatorConnection(QTcpSocket *socket, Clock &clock, Answer answer, QObject *parent);

private:
    void readMore();
    void begin(const HttpRequestReader::Incoming &incoming);
    void writeHead(const HttpHead &head);
    void writePiece(const QByteArray &bytes);
    void endAnswer();
    void breakOff(const Error &error);
    void refuseRequest(int status);

    QTcpSocket *m_socket;
    Clock &m_clock;
    Answer m_answer;
    HttpRequestReader m_reader;
    std::unique_ptr<PlayedExchange> m_playing;
    std::optional<qsizetype> m_length; // of the body, where it is told in the head
    bool m_keepAlive = true;
    bool m_chunked = false;
};

} // namespace Antiphon
