// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/simulate/answer.h>

#include <QCryptographicHash>
#include <QtEndian>

#include <algorithm>
#include <cmath>

namespace Antiphon {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using End = SimulatedAnswer::End;

/// The first eight bytes, big endian, of SHA-256("antiphon simulator\n<seed>\n<step>\n<use>\n"
/// followed by the place). Content and pace draw from generators of their own, so that asking for
/// another jitter does not change the text.
static quint64 mixedSeed(quint64 seed, int step, QByteArrayView use, const QByteArray &place)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData("antiphon simulator\n");
    hash.addData(QByteArray::number(seed) + '\n' + QByteArray::number(step) + '\n');
    hash.addData(use);
    hash.addData("\n");
    hash.addData(place);
    return qFromBigEndian<quint64>(hash.resultView().data());
}

/// Turns the delays of a step into moments since the request came in.
class Pace {
public:
    Pace(const SimulatedStep &step, double speed, Draws &draws)
        : m_jitter(step.jitter)
        , m_factor(speed > 0 ? 1 / speed : 0)
        , m_perCharacter(1000 / (4 * step.tokensPerSecond))
        , m_draws(draws)
    {
    }

    void wait(double ms)
    {
        const double spread = m_jitter > 0 ? 1 + m_jitter * (2 * m_draws.next() - 1) : 1;
        m_now += ms * spread * m_factor;
    }
    void generate(qsizetype characters) { wait(double(characters) * m_perCharacter); }

    [[nodiscard]] milliseconds now() const { return milliseconds(std::llround(m_now)); }

    /// A fixed interval, scaled but without jitter.
    [[nodiscard]] milliseconds scaled(double ms) const
    {
        return milliseconds(std::llround(ms * m_factor));
    }

private:
    double m_jitter;
    double m_factor;
    double m_perCharacter;
    Draws &m_draws;
    double m_now = 0;
};

/// Everything that one answer is made from.
struct Making {
    const SimulatedStep &step;
    const SimulatedRequest &request;
    const AnswerWriter &writer;
    Pace pace;
    Draws &content;
    Draws &paceDraws;
    SimulatedAnswer answer = {};
};

static QString faultKind(const SimulatedStep &step)
{
    return step.fault ? step.fault->kind : QString();
}

static std::optional<End> endBeforeAnything(const QString &fault)
{
    if (fault == u"refuse")
        return End::Refuse;
    if (fault == u"dns")
        return End::Dns;
    if (fault == u"tls")
        return End::Tls;
    if (fault == u"close")
        return End::Close;
    return {};
}

static std::optional<End> endWithin(const QString &fault)
{
    if (fault == u"drop")
        return End::Drop;
    if (fault == u"reset")
        return End::Reset;
    if (fault == u"stall")
        return End::Stall;
    return {};
}

static ErrorKind kindOfStatus(int status)
{
    switch (status) {
    case 401:
        return ErrorKind::Authentication;
    case 402:
        return ErrorKind::Quota;
    case 403:
        return ErrorKind::Permission;
    case 404:
        return ErrorKind::NotFound;
    case 429:
        return ErrorKind::RateLimit;
    }
    return status == 0 || status >= 500 ? ErrorKind::Server : ErrorKind::InvalidRequest;
}

static WireFailure wireFailure(const Making &making, const SimulatedFailure &fail)
{
    return {.kind = errorKindFromName(fail.error).value_or(kindOfStatus(fail.status)),
            .status = fail.status,
            .code = fail.code,
            .message = fail.message,
            .retryAfter = fail.retryAfter,
            .model = making.request.model,
            .requestId = QString::fromLatin1("req_" + drawId(making.content, 20))};
}

static void addHeaders(Making &making, const QByteArray &contentType)
{
    HttpHeaders &headers = making.answer.head.headers;
    headers.prepend({"content-type", contentType});
    for (auto it = making.step.headers.begin(); it != making.step.headers.end(); ++it) {
        const QByteArray name = it.key().toUtf8();
        headers.removeIf([&](const HttpHeader &header) {
            return header.name.compare(name, Qt::CaseInsensitive) == 0;
        });
        headers.append({name, it.value().toUtf8()});
    }
}

static bool looksLikeJson(const QByteArray &body)
{
    const QByteArray text = body.trimmed();
    return text.startsWith('{') || text.startsWith('[');
}

/// Status, headers and body at once, after the time to the first token.
static void giveWhole(Making &making, int status, const QByteArray &contentType,
                      const QByteArray &body)
{
    making.answer.head.status = status;
    addHeaders(making, contentType);
    making.answer.headAt = making.answer.endAt = making.pace.now();
    if (!body.isEmpty())
        making.answer.pieces.append({making.pace.now(), body});
}

static void giveFailure(Making &making, const SimulatedFailure &fail)
{
    const WireFailure failure = wireFailure(making, fail);
    WireError error = making.writer.failure(failure);
    HttpHeaders &headers = making.answer.head.headers;
    headers = error.headers;
    if (!making.writer.requestIdHeader.isEmpty())
        headers.append({making.writer.requestIdHeader, failure.requestId.toLatin1()});
    if (fail.shouldRetry)
        headers.append(HttpHeader {"x-should-retry", *fail.shouldRetry ? "true" : "false"});
    if (fail.body)
        error.body = *fail.body;
    making.pace.wait(making.step.firstTokenMs);
    giveWhole(making, error.status,
              looksLikeJson(error.body) ? "application/json" : "text/html; charset=utf-8",
              error.body);
}

/// Bytes that are no answer in any format; between frames that a stream's reader recognises.
static QByteArray garbage(const Making &making)
{
    QByteArray out;
    for (int line = 0; line < 8; ++line) {
        QByteArray noise = drawId(making.content, 24);
        noise.insert(drawBetween(making.content, 0, 20), "\x01{]\xff:");
        out += making.request.stream && !making.request.jsonArray ? "data: " + noise + "\n\n"
                                                                  : noise + '\n';
    }
    return out;
}

static constexpr char htmlPage[]
    = "<!DOCTYPE html>\n<html><head><title>Sign in</title></head>\n<body><h1>Welcome to the guest "
      "network</h1><p>Please sign in to continue.</p></body></html>\n";

static QByteArray streamType(const SimulatedRequest &request)
{
    return request.jsonArray ? "application/json; charset=UTF-8"
                             : "text/event-stream; charset=utf-8";
}

/// A body that is not what was asked for. False where the fault is none of these.
static bool giveWrongBody(Making &making, const AnswerPlan &plan, const QString &fault)
{
    const QByteArray ownType
        = making.request.stream ? streamType(making.request) : "application/json";
    const bool wrong = fault == u"html" || fault == u"garbage" || fault == u"empty"
        || (fault == u"json" && making.request.stream);
    if (!wrong)
        return false;
    making.pace.wait(making.step.firstTokenMs);
    if (fault == u"html")
        giveWhole(making, 200, "text/html; charset=utf-8", htmlPage);
    else if (fault == u"garbage")
        giveWhole(making, 200, ownType, garbage(making));
    else if (fault == u"empty")
        giveWhole(making, 200, ownType, {});
    else
        giveWhole(making, 200, "application/json", making.writer.whole(plan));
    return true;
}

static qsizetype faultPoint(const SimulatedFault &fault, const AnswerPlan &plan)
{
    if (fault.after)
        return *fault.after;
    return std::llround(fault.share * double(visibleCharacters(plan)));
}

/// The answer not streamed: all at once, when the last token would have come.
static void giveBody(Making &making, const AnswerPlan &plan)
{
    QByteArray body = making.writer.whole(plan);
    const auto end = endWithin(faultKind(making.step));
    making.pace.wait(making.step.firstTokenMs);
    making.pace.generate(visibleCharacters(plan) + plan.thinking.size());
    if (end) { // as much of the body as was to come of the answer
        const auto total = std::max(visibleCharacters(plan), qsizetype(1));
        const auto kept = std::min(faultPoint(*making.step.fault, plan), total);
        body.truncate(body.size() * kept / (total + 1));
        making.answer.end = *end;
    }
    giveWhole(making, 200, "application/json", body);
}

/// What is left of \p events when a fault comes after \p visible characters of the answer.
static void cutEvents(QList<WireEvent> &events, qsizetype visible)
{
    qsizetype seen = 0;
    for (qsizetype i = 0; i < events.size(); ++i) {
        if (events[i].visible && seen >= visible) {
            events.resize(i);
            return;
        }
        seen += events[i].visible ? events[i].characters : 0;
    }
    // The whole answer is out: what stays away is the end.
    while (!events.isEmpty() && !events.last().visible)
        events.removeLast();
}

static void giveStream(Making &making, const AnswerPlan &plan)
{
    const QString fault = faultKind(making.step);
    const auto end = endWithin(fault);
    const bool broken = end || fault == u"error";
    Chunker chunker(making.step.chunkMin, making.step.chunkMax, making.paceDraws);
    if (broken)
        chunker.breakAfter(faultPoint(*making.step.fault, plan));
    QList<WireEvent> events = making.writer.stream(plan, chunker);
    if (broken)
        cutEvents(events, faultPoint(*making.step.fault, plan));
    if (fault == u"error") {
        const auto what = making.step.fail.value_or(SimulatedFailure {.error = u"server"_s});
        events.append({making.writer.failureEvent(wireFailure(making, what))});
    }

    making.answer.head.status = 200;
    addHeaders(making, streamType(making.request));
    // Services answer as soon as they have read the request, and think then.
    making.pace.wait(making.step.firstTokenMs / 2);
    making.answer.headAt = making.pace.now();
    bool first = true;
    int before = 0; // characters of the event before
    for (const WireEvent &event : std::as_const(events)) {
        if (event.characters > 0) {
            if (std::exchange(first, false))
                making.pace.wait(making.step.firstTokenMs / 2);
            else
                making.pace.generate(before);
            before = event.characters;
        }
        making.answer.pieces.append({making.pace.now(), event.bytes});
    }
    making.answer.endAt = making.pace.now();
    making.answer.end = end.value_or(End::Complete);
}

/// Fills silences longer than the interval with what keeps a connection alive.
static void addKeepAlive(Making &making)
{
    const milliseconds interval = making.pace.scaled(making.step.keepAlive * 1000);
    if (interval <= milliseconds::zero() || !making.request.stream
        || making.answer.head.status != 200) {
        return;
    }
    // Between the elements of an array there is only room for white space.
    const QByteArray filler = making.request.jsonArray ? "\n" : making.writer.keepAlive;
    QList<SimulatedPiece> out;
    milliseconds last = making.answer.headAt;
    for (const SimulatedPiece &piece : std::as_const(making.answer.pieces)) {
        for (last += interval; last < piece.at; last += interval)
            out.append({last, filler});
        last = piece.at;
        out.append(piece);
    }
    making.answer.pieces = out;
}

/// Hands the same bytes on in pieces of another size: each goes out when its last byte is there.
static void recut(Making &making)
{
    if (!making.step.cut)
        return;
    const auto [min, max] = *making.step.cut;
    QList<SimulatedPiece> out;
    QByteArray pending;
    qsizetype wanted = drawBetween(making.paceDraws, min, max);
    for (const SimulatedPiece &piece : std::as_const(making.answer.pieces)) {
        pending += piece.bytes;
        qsizetype from = 0;
        for (; pending.size() - from >= wanted; wanted = drawBetween(making.paceDraws, min, max)) {
            out.append({piece.at, pending.sliced(from, wanted)});
            from += wanted;
        }
        pending = pending.sliced(from);
    }
    if (!pending.isEmpty())
        out.append({making.answer.pieces.last().at, pending});
    making.answer.pieces = out;
}

static SimulatedAnswer make(Making making)
{
    making.pace.wait(making.step.connectMs);
    making.answer.connectAt = making.answer.headAt = making.answer.endAt = making.pace.now();

    const QString fault = faultKind(making.step);
    if (making.request.invalidKey) {
        giveFailure(making, {.error = u"authentication"_s});
        return making.answer;
    }
    if (const auto end = endBeforeAnything(fault)) {
        making.answer.end = *end;
        return making.answer;
    }
    if (making.step.fail && (fault != u"error" || !making.request.stream)) {
        giveFailure(making, *making.step.fail);
        recut(making);
        return making.answer;
    }

    const AnswerPlan plan = planAnswer(making.step, making.request, making.content);
    if (!making.writer.requestIdHeader.isEmpty()) {
        making.answer.head.headers.append(
            {making.writer.requestIdHeader, "req_" + drawId(making.content, 20)});
    }
    if (fault == u"error" && !making.request.stream)
        giveFailure(making, {.error = u"server"_s}); // no stream that could have begun well
    else if (giveWrongBody(making, plan, fault))
        ;
    else if (making.request.stream)
        giveStream(making, plan);
    else
        giveBody(making, plan);
    addKeepAlive(making);
    recut(making);
    return making.answer;
}

SimulatedAnswer simulate(const SimulatorScript &script, int step, const QByteArray &place,
                         const SimulatedRequest &request)
{
    Draws content(mixedSeed(script.seed, step, "content", place));
    Draws pace(mixedSeed(script.seed, step, "pace", place));
    const SimulatedStep &said
        = script.steps[std::clamp(qsizetype(step), qsizetype(0), script.steps.size() - 1)];
    return make({.step = said,
                 .request = request,
                 .writer = answerWriter(request.format),
                 .pace = Pace(said, script.speed, pace),
                 .content = content,
                 .paceDraws = pace});
}

} // namespace Antiphon
