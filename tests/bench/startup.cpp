// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How long does `antiphon-cli call` take from process start to its first request, compared with a
// bare QCoreApplication that posts with QNetworkAccessManager? Both are measured in turn in one
// run.
//
//     bench_startup BARE-PROGRAM ANTIPHON-CLI [ROUNDS]

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

// Milliseconds from starting `program` until its request stands here; the answer is then a plain
// one.
static double measure(QTcpServer &server, const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QElapsedTimer timer;
    timer.start();
    process.start(program, arguments);
    if (!server.waitForNewConnection(10'000))
        qFatal("%s made no request", qPrintable(program));
    QTcpSocket *socket = server.nextPendingConnection();
    QByteArray request;
    while (!request.contains("\r\n\r\n") && socket->waitForReadyRead(10'000))
        request += socket->readAll();
    const double elapsed = double(timer.nsecsElapsed()) / 1e6;
    const QByteArray body
        = R"({"id":"1","model":"m","choices":[{"index":0,"message":{"role":"assistant","content":"Hi"},"finish_reason":"stop"}]})";
    socket->write(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    socket->waitForBytesWritten();
    socket->disconnectFromHost();
    process.waitForFinished();
    delete socket;
    return elapsed;
}

static double median(QList<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 3) {
        std::fprintf(stderr, "usage: bench_startup BARE-PROGRAM ANTIPHON-CLI [ROUNDS]\n");
        return 2;
    }
    const int rounds = arguments.size() > 3 ? arguments[3].toInt() : 30;
    QTcpServer server;
    if (!server.listen(QHostAddress::LocalHost))
        return 1;
    const QString url = u"http://127.0.0.1:%1/v1"_s.arg(server.serverPort());
    QList<double> bare;
    QList<double> ours;
    for (int round = 0; round < rounds; ++round) {
        bare.append(measure(server, arguments[1], {url + u"/chat/completions"_s}));
        ours.append(measure(server, arguments[2],
                            {u"call"_s, u"--provider"_s, u"openai-compatible"_s, u"--base-url"_s,
                             url, u"--model"_s, u"m"_s, u"--message"_s, u"Hello"_s,
                             u"--no-stream"_s, u"--no-retry"_s}));
    }
    std::printf(
        "start to first request, median of %d: bare %.1f ms, antiphon-cli %.1f ms, ratio %.2f\n",
        rounds, median(bare), median(ours), median(ours) / median(bare));
    return median(ours) <= 3 * median(bare) ? 0 : 1;
}
