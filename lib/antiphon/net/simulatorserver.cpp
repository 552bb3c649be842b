// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/net/simulatorserver.h>

#include <antiphon/core/redact.h>
#include <antiphon/net/simulatorconnection.h>

#include <QHostAddress>

namespace Antiphon {

using namespace Qt::StringLiterals;

/// A request as far as it is understood, for choosing its answer and for the log.
struct SimulatorServer::Chosen {
    QString named = {}; ///< Script of the prefix, empty without one.
    std::optional<quint64> seed = {}; ///< Of the prefix.
    QString model = {};
    QString script = {};
    int step = -1;
    bool stream = false;
};

SimulatorServer::SimulatorServer(Clock &clock, SimulatorServerOptions options, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_options(std::move(options))
{
    connect(&m_server, &QTcpServer::newConnection, this, &SimulatorServer::accept);
}

SimulatorServer::~SimulatorServer() = default;

Result<QUrl> SimulatorServer::listen(quint16 port)
{
    if (!m_server.listen(QHostAddress::LocalHost, port)) {
        return fail(ErrorKind::Setup,
                    tr("The simulator cannot listen on 127.0.0.1:%1: %2. Choose another port, or 0 "
                       "for a free one.")
                        .arg(port)
                        .arg(m_server.errorString()));
    }
    QUrl url;
    url.setScheme(u"http"_s);
    url.setHost(u"127.0.0.1"_s);
    url.setPort(m_server.serverPort());
    return url;
}

void SimulatorServer::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        new SimulatorConnection(
            socket, m_clock, [this](HttpRequest request) { return answer(std::move(request)); },
            this);
    }
}

/// A whole answer that no script made. Its error has the form of OpenAI's.
static SimulatedAnswer plainAnswer(int status, const Json &body)
{
    return {.head = {.status = status, .headers = {{"content-type", "application/json"}}},
            .pieces = {{{}, toBytes(body)}}};
}

static SimulatedAnswer errorAnswer(int status, const QString &message)
{
    const Json null(jsoncons::null_type {});
    return plainAnswer(status,
                       jsonObject({{"error",
                                    jsonObject({{"message", toJson(message)},
                                                {"type", "invalid_request_error"},
                                                {"param", null},
                                                {"code", null}})}}));
}

/// Takes `/sim/NAME[,seed=N]/` off the path.
static bool takePrefix(QUrl &url, QString &name, std::optional<quint64> &seed)
{
    const QString path = url.path();
    if (!path.startsWith(u"/sim/"))
        return true;
    const qsizetype end = path.indexOf(u'/', 5);
    if (end < 0)
        return false;
    const QStringList parts = path.sliced(5, end - 5).split(u',');
    name = parts.first();
    for (const QString &part : parts.sliced(1)) {
        bool number = false;
        seed = part.startsWith(u"seed="_s) ? part.sliced(5).toULongLong(&number) : 0;
        if (!number)
            return false;
    }
    url.setPath(path.sliced(end));
    return true;
}

/// The prefix's, else the model's, else the one the server was given.
Result<SimulatorScript> SimulatorServer::scriptFor(const QString &named, const QString &model) const
{
    const bool own = !m_options.script.steps.isEmpty();
    if (!named.isEmpty() && !(own && named == m_options.script.name))
        return scriptFromJson(jsonObject({{"script", toJson(named)}}));
    if (named.isEmpty() && builtinScriptNames().contains(model))
        return scriptFromJson(jsonObject(), model);
    return own ? Result<SimulatorScript>(m_options.script) : scriptFromJson(jsonObject());
}

/// Every key the request carries, wherever its format has one.
static QByteArrayList secretsOf(const HttpRequest &request)
{
    QByteArrayList out;
    for (const char *name : {"x-api-key", "api-key", "x-goog-api-key"}) {
        if (const QByteArray key = headerValue(request.headers, name); !key.isEmpty())
            out.append(key);
    }
    const QByteArray bearer = headerValue(request.headers, "authorization");
    if (const QByteArray key = bearer.mid(bearer.lastIndexOf(' ') + 1); !key.isEmpty())
        out.append(key);
    return out;
}

static const char *endName(SimulatedAnswer::End end)
{
    switch (end) {
    case SimulatedAnswer::End::Drop:
        return "drop";
    case SimulatedAnswer::End::Reset:
        return "reset";
    case SimulatedAnswer::End::Stall:
        return "stall";
    case SimulatedAnswer::End::Refuse:
    case SimulatedAnswer::End::Dns:
    case SimulatedAnswer::End::Tls:
    case SimulatedAnswer::End::Close:
        return "close";
    case SimulatedAnswer::End::Complete:
        break;
    }
    return "complete";
}

/// One line of the log. Header names and their order are the client's.
static QByteArray logLine(const QDateTime &now, const HttpRequest &received, const Json &chosen,
                          const SimulatedAnswer &answer)
{
    const QByteArrayList secrets = secretsOf(received);
    HttpRequest request = received;
    for (HttpHeader &header : request.headers)
        header.secret = secrets.contains(header.value);
    request = redact(request, secrets);

    Json headers = jsonObject();
    for (const HttpHeader &header : std::as_const(request.headers))
        headers.insert_or_assign(header.name.toStdString(),
                                 toJson(QString::fromUtf8(header.value)));
    const auto body = parseJson(request.body, 128);
    Json line = jsonObject({{"time", toJson(now.toString(Qt::ISODateWithMs))},
                            {"method", toJson(QString::fromLatin1(request.method))},
                            {"path", toJson(request.url.toString(QUrl::FullyEncoded))},
                            {"headers", headers},
                            {"body", body ? *body : toJson(QString::fromUtf8(request.body))}});
    line = merged(line, chosen);
    line["status"] = answer.head.status;
    line["end"] = endName(answer.end);
    return toBytes(line);
}

SimulatedAnswer SimulatorServer::answer(HttpRequest request)
{
    const HttpRequest received = request;
    Chosen chosen;
    const SimulatedAnswer out = [&]() -> SimulatedAnswer {
        if (!takePrefix(request.url, chosen.named, chosen.seed))
            return errorAnswer(404, tr("A prefix is /sim/NAME/ or /sim/NAME,seed=N/."));
        const bool anthropic = !headerValue(request.headers, "anthropic-version").isEmpty();
        if (request.method == "GET") {
            if (secretsOf(request).contains("invalid"))
                return errorAnswer(401, tr("Incorrect API key provided."));
            if (const auto models = simulatedModels(request.url.path(), anthropic))
                return plainAnswer(200, *models);
        }
        const auto asked = readSimulatedRequest(request);
        if (!asked && asked.error().code == u"path")
            return errorAnswer(404, asked.error().message);
        if (request.method != "POST")
            return errorAnswer(405, tr("This path takes POST."));
        if (!asked)
            return errorAnswer(400, asked.error().message);
        auto script = scriptFor(chosen.named, asked->model);
        if (!script)
            return errorAnswer(404, script.error().message);

        script->seed = chosen.seed.value_or(m_options.seed.value_or(script->seed));
        script->speed = m_options.speed.value_or(script->speed);
        const QByteArray call = headerValue(request.headers, "x-antiphon-call");
        chosen.step = m_steps.next(script->name.toUtf8() + ',' + QByteArray::number(script->seed),
                                   script->perTotal ? QByteArray() : call);
        chosen.model = asked->model;
        chosen.script = script->name;
        chosen.stream = asked->stream;
        return simulate(*script, chosen.step, placeOf(request), *asked);
    }();
    if (m_options.log) {
        const Json about = chosen.step < 0 ? jsonObject()
                                           : jsonObject({{"model", toJson(chosen.model)},
                                                         {"script", toJson(chosen.script)},
                                                         {"step", chosen.step},
                                                         {"stream", chosen.stream}});
        m_options.log(logLine(m_clock.wallNow(), received, about, out));
    }
    return out;
}

} // namespace Antiphon
