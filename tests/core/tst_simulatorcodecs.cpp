// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/provider/decoder.h>
#include <antiphon/core/simulate/script.h>

#include <support/simulatedanswers.h>

#include <QTest>

using namespace Antiphon;
using namespace Qt::StringLiterals;

/// What the simulator writes, read by the program's own codecs.
class SimulatorCodecsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answersDecode_data();
    void answersDecode();
    void errorsAreClassified_data();
    void errorsAreClassified();
    void wrongBodiesAreBadResponses_data();
    void wrongBodiesAreBadResponses();
    void errorEventsKeepTheText();
};

/// An attempt as the events build it.
struct Heard {
    QString text = {};
    QString thinking = {};
    QString refusal = {};
    QString toolName = {};
    QString toolArguments = {};
    QString model = {};
    Usage usage = {};
    std::optional<Finished> finished = {};
    std::optional<Error> error = {};
};

static void fold(Heard &heard, const StreamEvents &events)
{
    for (const StreamEvent &event : events) {
        if (const auto *started = std::get_if<ResponseStarted>(&event))
            heard.model = started->model;
        else if (const auto *text = std::get_if<TextDelta>(&event))
            heard.text += text->text;
        else if (const auto *thinking = std::get_if<ThinkingDelta>(&event))
            heard.thinking += thinking->text;
        else if (const auto *refusal = std::get_if<RefusalDelta>(&event))
            heard.refusal += refusal->text;
        else if (const auto *call = std::get_if<ToolCallDelta>(&event)) {
            heard.toolName += call->name;
            heard.toolArguments += call->arguments;
        } else if (const auto *usage = std::get_if<UsageReported>(&event))
            heard.usage = usage->usage;
        else if (const auto *finished = std::get_if<Finished>(&event))
            heard.finished = *finished;
        else if (const auto *failed = std::get_if<Failed>(&event))
            heard.error = failed->error;
    }
}

static const Codec &codecOf(SimulatedFormat format)
{
    switch (format) {
    case SimulatedFormat::Messages:
        return *findCodec(u"anthropic");
    case SimulatedFormat::Generate:
        return *findCodec(u"gemini");
    case SimulatedFormat::Responses:
        return *findCodec(u"openai-responses");
    case SimulatedFormat::Chat:
        break;
    }
    return *findCodec(u"openai-chat");
}

static Heard decode(SimulatedFormat format, bool stream, const SimulatedAnswer &answer)
{
    Quirks quirks;
    quirks.cachedInsideInput = format != SimulatedFormat::Messages;
    Decoder decoder(codecOf(format), quirks, answer.head, stream);
    Heard heard;
    StreamEvents events;
    for (const SimulatedPiece &piece : answer.pieces)
        decoder.feed(piece.bytes, events);
    decoder.finish(events);
    fold(heard, events);
    return heard;
}

static SimulatorScript script(const QByteArray &json, const QString &model = {})
{
    const auto read = scriptFromJson(*parseJson(json), model);
    if (!read)
        qFatal("%s", qPrintable(read.error().message));
    return *read;
}

static SimulatedRequest request(SimulatedFormat format, bool stream, bool tool = false)
{
    return *readSimulatedRequest(wireRequest(format, stream, {}, tool));
}

void SimulatorCodecsTest::answersDecode_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<SimulatedFormat>("format");
    QTest::addColumn<bool>("stream");
    for (const QString &name : builtinScriptNames()) {
        if (name == u"server-error" || name == u"long")
            continue;
        for (const auto &[formatName, format] : wireFormats()) {
            for (const bool stream : {true, false})
                QTest::addRow("%s, %s, %s", qPrintable(name), formatName,
                              stream ? "streamed" : "whole")
                    << name << format << stream;
        }
    }
}

void SimulatorCodecsTest::answersDecode()
{
    QFETCH(QString, name);
    QFETCH(SimulatedFormat, format);
    QFETCH(bool, stream);
    const SimulatorScript read = script("{}", name);
    const auto asked = request(format, stream, name == u"tool");
    const auto answer = simulate(read, int(read.steps.size()) - 1, "place", asked);
    const WireAnswer wire = readWire(format, stream, answer);
    const Heard heard = decode(format, stream, answer);

    QVERIFY2(!heard.error, heard.error ? qPrintable(heard.error->message) : "");
    QCOMPARE(heard.text, wire.text);
    QCOMPARE(heard.refusal, wire.refusal);
    QCOMPARE(heard.toolName, wire.toolName);
    QCOMPARE(heard.toolArguments, wire.toolArguments);
    QCOMPARE(heard.model, u"demo"_s);
    QCOMPARE(heard.usage.input, std::optional<qint64>(wire.inputTokens));
    QCOMPARE(heard.usage.output, std::optional<qint64>(wire.outputTokens));
    QVERIFY(heard.finished);
    const FinishReason expected = name == u"refuse" ? FinishReason::ContentFilter
        : name == u"tool"                           ? FinishReason::ToolCalls
                                                    : FinishReason::Stop;
    QCOMPARE(heard.finished->reason, expected);
}

void SimulatorCodecsTest::errorsAreClassified_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<SimulatedFormat>("format");
    for (const char *kind : {"authentication", "permission", "not-found", "invalid-request",
                             "context-length", "quota", "rate-limit", "server"}) {
        for (const auto &[name, format] : wireFormats())
            QTest::addRow("%s, %s", kind, name) << QString::fromLatin1(kind) << format;
    }
}

void SimulatorCodecsTest::errorsAreClassified()
{
    QFETCH(QString, kind);
    QFETCH(SimulatedFormat, format);
    const auto read
        = script(R"({"steps":[{"fail":{"error":")" + kind.toLatin1() + R"(","retryAfter":2}}]})");
    const auto answer = simulate(read, 0, {}, request(format, true));
    const Error error
        = codecOf(format).classify(answer.head, wireBody(answer), QDateTime::currentDateTimeUtc());
    QCOMPARE(errorKindName(error.kind), kind);
    QVERIFY(!error.message.isEmpty());
    if (kind == u"rate-limit")
        QCOMPARE(error.retryAfter, std::optional(std::chrono::milliseconds(2000)));
}

void SimulatorCodecsTest::wrongBodiesAreBadResponses_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<bool>("stream");
    for (const char *fault : {"html", "garbage", "empty"}) {
        QTest::addRow("%s, streamed", fault) << QString::fromLatin1(fault) << true;
        QTest::addRow("%s, whole", fault) << QString::fromLatin1(fault) << false;
    }
}

void SimulatorCodecsTest::wrongBodiesAreBadResponses()
{
    QFETCH(QString, fault);
    QFETCH(bool, stream);
    const auto read
        = script(R"({"steps":[{"text":"x","fault":{"kind":")" + fault.toLatin1() + R"("}}]})");
    for (const auto &[name, format] : wireFormats()) {
        const Heard heard = decode(format, stream, simulate(read, 0, {}, request(format, stream)));
        QVERIFY2(heard.error, name);
        QCOMPARE(heard.error->kind, ErrorKind::BadResponse);
    }
}

void SimulatorCodecsTest::errorEventsKeepTheText()
{
    const auto read = script(R"({"steps":[{"text":"0123456789","thinking":"Hm.","fault":)"
                             R"({"kind":"error","after":4},"fail":{"error":"server",)"
                             R"("message":"Lost a disk."}}]})");
    for (const auto &[name, format] : wireFormats()) {
        const Heard heard = decode(format, true, simulate(read, 0, {}, request(format, true)));
        QCOMPARE(heard.text, u"0123"_s);
        QCOMPARE(heard.thinking, u"Hm."_s);
        QVERIFY2(heard.error, name);
        QCOMPARE(heard.error->kind, ErrorKind::Server);
        QCOMPARE(heard.error->message, u"Lost a disk."_s);
    }
}

QTEST_GUILESS_MAIN(SimulatorCodecsTest)
#include "tst_simulatorcodecs.moc"
