// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// An answer that is spoken: its sound as a file that players take, and what it says.

#include <antiphon/core/call/response.h>
#include <antiphon/core/media/audio.h>
#include <antiphon/net/engine.h>
#include <antiphon/net/prepare.h>
#include <antiphon/net/replaytransport.h>
#include <antiphon/net/virtualclock.h>
#include <antiphon/store/builtin.h>

#include <QCoreApplication>
#include <QTextStream>

using namespace Antiphon;
using namespace Qt::StringLiterals;

/// A recorded answer of half a second of silence, to replay.
static StoredExchange recorded()
{
    const QByteArray sound = wavOf(QByteArray(24000, '\0')).toBase64();
    return *exchangeFromJson(*parseJson(
        R"({"antiphon": "exchange/1", "provider": "openai", "api": "chat",
            "request": {"method": "POST", "url": "https://api.openai.com/v1/chat/completions",
                "headers": {}, "body": {}},
            "response": {"status": 200, "headers": {"content-type": "application/json"},
                "body": {"id": "chatcmpl-1", "model": "gpt-4o-audio-preview", "choices": [
                    {"index": 0, "finish_reason": "stop", "message": {"role": "assistant",
                        "content": null, "audio": {"id": "audio_1", "expires_at": 1767225600,
                            "data": ")"
        + sound + R"(", "transcript": "Read The Name of the Wind."}}}]}}})"));
}

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QTextStream out(stdout);

    CallInputs inputs;
    inputs.prompt.text = u"Recommend a book."_s;
    inputs.prompt.parameters.extra = *parseJson(
        R"({"modalities": ["text", "audio"], "audio": {"voice": "alloy", "format": "wav"}})");
    const Target target {.slug = u"voice"_s,
                         .provider = u"openai"_s,
                         .model = u"gpt-4o-audio-preview"_s,
                         .stream = false};
    const auto spec = prepareCall(
        inputs, target, {.providers = builtinProviders(), .environment = programVariable});
    if (!spec) {
        out << spec.error().message << '\n';
        return 1;
    }

    VirtualClock clock;
    ReplayTransport transport({recorded()}, clock);
    Engine engine(transport, clock);
    engine.ask(*spec).then(&engine, [&](const CallRecord &call) {
        const Response answer(call);
        const AudioFile file
            = audioFile(answer.audio().value_or(QByteArray()), answer.attempt().audio.mediaType);
        out << "says " << answer.audioTranscript().value_or(QString()) << '\n'
            << "answer." << file.suffix << ", " << file.mediaType << ", " << file.bytes.size()
            << " bytes, " << qint64(file.length.value_or(std::chrono::milliseconds()).count())
            << " ms\n"
            << "text besides: " << (answer.content().isEmpty() ? "none" : "some") << '\n';
        QCoreApplication::quit();
    });
    return QCoreApplication::exec();
}
