// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// What the engine costs beside a bare reader: CPU time of one long stream and of many at once,
// each as a ratio to a program that reads with QNetworkAccessManager and does nothing but find the
// text of each chunk with simdjson. The server is another process (this program with "--serve").
// Ends with 1 when a chunk is missing or out of order, or a ratio is above the limit.

#include <antiphon/net/engine.h>
#include <antiphon/net/qnamtransport.h>

#include <QCoreApplication>
#include <QHttp1Configuration>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <cstdio>
#include <memory>
#include <vector>

#include <simdjson.h>
#include <sys/resource.h>

using namespace Antiphon;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

static constexpr int longStream = 200'000; // chunks
static constexpr int manyStreams = 1'000;
static constexpr int chunksOfEach = 200; // at 50 a second: 4 s
static constexpr double limit = 1.3;

static QByteArray event(int number)
{
    const QByteArray text = "data: {\"id\":\"chatcmpl-1\",\"object\":\"chat.completion.chunk\","
                            "\"created\":1,\"model\":\"bench\",\"choices\":[{\"index\":0,"
                            "\"delta\":{\"content\":\" "
        + QByteArray::number(number) + "\"},\"finish_reason\":null}]}\n\n";
    return QByteArray::number(text.size(), 16) + "\r\n" + text + "\r\n";
}

static const QByteArray lastEvents = [] {
    const QByteArray text = "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":"
                            "\"stop\"}]}\n\ndata: [DONE]\n\n";
    return QByteArray::number(text.size(), 16) + "\r\n" + text + "\r\n0\r\n\r\n";
}();

static QByteArray expected(int chunks)
{
    QByteArray text;
    for (int i = 0; i < chunks; ++i)
        text += ' ' + QByteArray::number(i);
    return text;
}

// --- The server ----------------------------------------------------------------------------------

struct Streaming {
    QTcpSocket *socket = nullptr;
    int next = 0;
};

static void serveLong(QTcpSocket *socket)
{
    auto next = std::make_shared<int>(0);
    const auto more = [socket, next] {
        while (*next < longStream && socket->bytesToWrite() < 256 * 1024) {
            QByteArray bytes;
            for (int i = 0; i < 200 && *next < longStream; ++i)
                bytes += event((*next)++);
            socket->write(*next == longStream ? bytes + lastEvents : bytes);
        }
    };
    QObject::connect(socket, &QTcpSocket::bytesWritten, socket, more);
    more();
}

static int serve(QCoreApplication &app)
{
    QTcpServer server;
    server.setListenBacklogSize(2048);
    server.listen(QHostAddress::LocalHost);
    std::vector<Streaming> streams;
    QObject::connect(&server, &QTcpServer::newConnection, &server, [&] {
        while (QTcpSocket *socket = server.nextPendingConnection()) {
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [&streams, socket] {
                const QByteArray request = socket->readAll();
                if (!request.contains(" HTTP/1.1\r\n"))
                    return; // the body in a packet of its own
                socket->write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
                              "Transfer-Encoding: chunked\r\n\r\n");
                if (request.contains("/long/"))
                    serveLong(socket);
                else
                    streams.push_back({socket});
            });
            QObject::connect(
                socket, &QTcpSocket::disconnected, socket,
                [&streams, socket] {
                    std::erase_if(streams,
                                  [socket](const Streaming &s) { return s.socket == socket; });
                    socket->deleteLater();
                },
                Qt::QueuedConnection);
        }
    });
    QTimer pace;
    pace.setTimerType(Qt::PreciseTimer);
    QObject::connect(&pace, &QTimer::timeout, &server, [&] {
        for (Streaming &stream : streams) {
            stream.socket->write(event(stream.next++));
            if (stream.next == chunksOfEach)
                stream.socket->write(lastEvents);
            stream.socket->flush();
        }
        std::erase_if(streams, [](const Streaming &s) { return s.next == chunksOfEach; });
    });
    pace.start(20ms);
    std::printf("%d\n", int(server.serverPort()));
    std::fflush(stdout);
    return app.exec();
}

// --- The two readers -----------------------------------------------------------------------------

static double cpuSeconds()
{
    rusage usage {};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds
        = [](const timeval &time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

/// Reads one stream and keeps its text: the least anybody can do.
struct BareStream {
    QNetworkReply *reply = nullptr;
    QByteArray rest = {};
    std::string text = {};
    simdjson::dom::parser parser;

    void read()
    {
        rest += reply->readAll();
        qsizetype from = 0;
        for (qsizetype end = 0; (end = rest.indexOf('\n', from)) >= 0; from = end + 1) {
            const auto line = QByteArrayView(rest).sliced(from, end - from);
            if (!line.startsWith("data: {"))
                continue;
            simdjson::dom::element chunk;
            std::string_view piece;
            if (parser.parse(line.data() + 6, size_t(line.size() - 6)).get(chunk)
                == simdjson::SUCCESS) {
                if (chunk["choices"].at(0)["delta"]["content"].get(piece) == simdjson::SUCCESS)
                    text += piece;
            }
        }
        rest.remove(0, from);
    }
};

struct Measured {
    double cpu = 0;
    bool whole = true;
};

static QByteArray requestBody()
{
    return R"({"model":"bench","messages":[{"role":"user","content":"Hi"}],"stream":true})";
}

static Measured measureBare(const QString &base, int count, int chunks)
{
    std::vector<std::unique_ptr<QNetworkAccessManager>> managers;
    std::vector<std::unique_ptr<BareStream>> streams;
    QEventLoop loop;
    int open = count;
    const double before = cpuSeconds();
    for (int i = 0; i < count; ++i) {
        if (i % 250 == 0)
            managers.push_back(std::make_unique<QNetworkAccessManager>());
        QNetworkRequest request(QUrl(base + u"/chat/completions"_s));
        request.setRawHeader("Content-Type", "application/json");
        request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
        QHttp1Configuration http1;
        http1.setNumberOfConnectionsPerHost(250);
        request.setHttp1Configuration(http1);
        auto stream = std::make_unique<BareStream>();
        stream->reply = managers.back()->post(request, requestBody());
        QObject::connect(stream->reply, &QNetworkReply::readyRead, &loop,
                         [stream = stream.get()] { stream->read(); });
        QObject::connect(stream->reply, &QNetworkReply::finished, &loop, [&] {
            if (--open == 0)
                loop.quit();
        });
        streams.push_back(std::move(stream));
    }
    loop.exec();
    Measured result {.cpu = cpuSeconds() - before};
    const std::string right = expected(chunks).toStdString();
    for (const auto &stream : streams)
        result.whole = result.whole && stream->text == right;
    return result;
}

static CallSpec specFor(const QString &base)
{
    CallSpec spec;
    spec.inputs.prompt.slug = u"bench"_s;
    spec.inputs.prompt.messages = {textMessage(Role::User, u"Hi"_s)};
    PreparedTarget target;
    target.target.slug = u"bench"_s;
    target.target.provider = u"bench"_s;
    target.target.model = u"bench"_s;
    target.provider.id = u"bench"_s;
    target.provider.apis = {{.name = u"chat"_s, .codec = u"openai-chat"_s}};
    target.endpoint.baseUrl = QUrl(base);
    target.endpoint.authHeader = "Authorization";
    target.endpoint.authPrefix = "Bearer ";
    target.credentials = ApiKey {"sk-bench-0123456789-abcdef"};
    target.codec = findCodec(u"openai-chat"_s);
    target.policy = policyWithAttempts(1);
    spec.targets = {target};
    return spec;
}

static Measured measureEngine(const QString &base, int count, int chunks)
{
    SystemClock clock;
    QnamTransport transport;
    Feed feed;
    Engine engine(transport, clock, feed, {0, 0});
    QHash<CallId, QString> shown;
    QHash<CallId, QString> kept;
    QEventLoop loop;
    const auto take = [&] {
        for (CallUpdate &update : feed.take()) {
            shown[update.id] += update.text;
            if (update.finished)
                kept[update.id] = update.finished->attempts.last().text;
        }
        if (kept.size() == count)
            loop.quit();
    };
    QTimer frame; // as FeedPump does: once per frame
    frame.setSingleShot(true);
    QObject::connect(&frame, &QTimer::timeout, &loop, take);
    QObject::connect(&feed, &Feed::filled, &frame, [&] { frame.start(33ms); });

    const double before = cpuSeconds();
    for (int i = 0; i < count; ++i)
        engine.start(CallId(quint64(i) + 1), specFor(base));
    loop.exec();
    Measured result {.cpu = cpuSeconds() - before};
    const QString right = QString::fromUtf8(expected(chunks));
    for (int i = 0; i < count; ++i) {
        const auto id = CallId(quint64(i) + 1);
        result.whole = result.whole && shown.value(id) == right && kept.value(id) == right;
    }
    return result;
}

static bool compare(const char *name, const QString &base, int count, int chunks)
{
    // The least of three rounds, taken in turns: noise only ever adds.
    Measured bare {.cpu = 1e9};
    Measured engine {.cpu = 1e9};
    for (int round = 0; round < 3; ++round) {
        const Measured b = measureBare(base, count, chunks);
        const Measured e = measureEngine(base, count, chunks);
        bare = {std::min(bare.cpu, b.cpu), bare.whole && b.whole};
        engine = {std::min(engine.cpu, e.cpu), engine.whole && e.whole};
    }
    const double ratio = engine.cpu / bare.cpu;
    std::printf("%s: bare %.3f s, engine %.3f s, ratio %.2f (limit %.1f)%s%s\n", name, bare.cpu,
                engine.cpu, ratio, limit, bare.whole ? "" : ", bare reader lost chunks",
                engine.whole ? "" : ", ENGINE LOST CHUNKS");
    std::fflush(stdout);
    return engine.whole && bare.whole && ratio <= limit;
}

static void allowManyFiles()
{
    rlimit files {};
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = std::min<rlim_t>(files.rlim_max, 8192);
    setrlimit(RLIMIT_NOFILE, &files);
}

int main(int argc, char **argv)
{
    allowManyFiles();
    QCoreApplication app(argc, argv);
    if (app.arguments().contains(u"--serve"_s))
        return serve(app);

    QProcess server;
    server.start(app.applicationFilePath(), {u"--serve"_s});
    if (!server.waitForReadyRead(10'000)) {
        std::fprintf(stderr, "the server does not start\n");
        return 1;
    }
    const QString root = u"http://127.0.0.1:%1"_s.arg(server.readLine().trimmed().toInt());
    bool good = compare("one stream of 200,000 chunks", root + u"/long/v1"_s, 1, longStream);
    good = compare("1,000 streams at 50 chunks/s", root + u"/many/v1"_s, manyStreams, chunksOfEach)
        && good;
    server.kill();
    server.waitForFinished();
    return good ? 0 : 1;
}
