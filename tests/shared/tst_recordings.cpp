// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/call/attempt.h>
#include <antiphon/core/provider/decoder.h>

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace Antiphon;
using namespace Qt::StringLiterals;

/// Recorded traffic of real providers, decoded whole and in random pieces, against what a correct
/// client must read from it.
class RecordingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void recordings_data();
    void recordings();

private:
    QStringList differences(const Json &fixture, const Codec &codec, const Quirks &quirks) const;

    QString m_folder;
    QList<Provider> m_providers;
};

static QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void RecordingsTest::initTestCase()
{
    const QString shared = qEnvironmentVariable("ANTIPHON_SHARED");
    m_folder = shared + "/fixtures/recorded"_L1;
    if (shared.isEmpty() || !QDir(m_folder).exists()) {
        const QByteArray text = "no recorded traffic at "
            + (shared.isEmpty() ? "ANTIPHON_SHARED, which is not set" : m_folder.toUtf8());
        puts(("SKIPPED: " + text).constData());
        QSKIP(text.constData());
    }
    const auto json = parseJson(contents(qEnvironmentVariable("ANTIPHON_TEST_DATA")
                                         + "/../../resources/providers.json"_L1));
    QVERIFY2(json,
             qPrintable(json ? QString() : json.error().toError(u"providers.json"_s).message));
    auto providers = providersFromJson(*json);
    QVERIFY2(providers, qPrintable(providers ? QString() : providers.error().message));
    m_providers = *std::move(providers);
}

void RecordingsTest::recordings_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QStringList>("dialects");
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("codec");

    const QString chat = u"openai-chat"_s;
    const QStringList completions {u"chat_completions"_s};
    const QStringList generate {u"generate_content"_s, u"stream_generate_content"_s};
    QTest::newRow("anthropic") << u"anthropic"_s << QStringList {u"messages"_s} << u"anthropic"_s
                               << u"anthropic"_s;
    QTest::newRow("gemini") << u"gemini"_s << generate << u"google"_s << u"gemini"_s;
    QTest::newRow("vertex") << u"vertex"_s << generate << u"google"_s << u"gemini"_s;
    // By the api's dialect, the folder of the recordings and the provider that reads them here.
    const QStringList responses {u"responses"_s};
    for (const auto &[folder, provider] :
         std::initializer_list<std::pair<const char *, const char *>> {
             {"openai", "openai"},
             {"xai", "xai"},
             {"openrouter", "openrouter"},
             {"azure_ai", "azure"},
             {"azure_openai", "azure"},
             {"deepseek", "openai-compatible"},
             {"bedrock", "openai-compatible"},
         })
        QTest::addRow("%s, responses", folder)
            << QString::fromLatin1(folder) << responses << QString::fromLatin1(provider)
            << u"openai-responses"_s;
    QTest::newRow("mistral, chat") << u"mistral"_s << completions << u"mistral"_s << u"mistral"_s;
    QTest::newRow("bedrock") << u"bedrock"_s << QStringList {u"converse"_s, u"converse_stream"_s}
                             << u"bedrock"_s << u"bedrock"_s;
    QTest::newRow("cohere") << u"cohere"_s << QStringList {u"chat_v2"_s} << u"cohere"_s
                            << u"cohere"_s;
    QTest::newRow("ollama") << u"ollama"_s << QStringList {u"ollama_chat"_s} << u"ollama"_s
                            << u"ollama"_s;
    const std::pair<const char *, const char *> services[] = {
        {"openai", "openai"},     {"groq", "groq"},
        {"deepseek", "deepseek"}, {"xai", "xai"},
        {"litellm", "litellm"},   {"openrouter", "openrouter"},
        {"azure_ai", "azure"},    {"openai_compat", "openai-compatible"},
        {"ollama", "ollama"},     {"azure_openai", "azure"},
        {"anthropic", "openai"},  {"bedrock", "openai-compatible"},
    };
    for (const auto &[folder, provider] : services)
        QTest::addRow("%s, chat", folder)
            << QString::fromLatin1(folder) << completions << QString::fromLatin1(provider) << chat;
}

void RecordingsTest::recordings()
{
    QFETCH(QString, folder);
    QFETCH(QStringList, dialects);
    QFETCH(QString, provider);
    QFETCH(QString, codec);

    const Codec *const format = findCodec(codec);
    const Provider *const service = findProvider(m_providers, provider);
    QVERIFY(format && service);

    int passed = 0;
    int total = 0;
    QStringList failures;
    const QDir dir(m_folder + u'/' + folder);
    for (const QString &name : dir.entryList({u"*.json"_s}, QDir::Files)) {
        const auto fixture = parseJson(contents(dir.filePath(name)), 256);
        QVERIFY2(fixture, qPrintable(name));
        if (!dialects.contains(textOf(*fixture, "api")))
            continue;
        ++total;
        const QStringList different = differences(*fixture, *format, service->quirks);
        passed += different.isEmpty();
        for (const QString &line : different)
            failures.append("  "_L1 + name + ": "_L1 + line);
    }
    qInfo("%s: %d of %d", qPrintable(folder), passed, total);
    QVERIFY2(failures.isEmpty(), qPrintable(u'\n' + failures.join(u'\n')));
}

// --- One recording -------------------------------------------------------------------------------

static HttpHead headOf(const Json &response)
{
    HttpHead head {.status = find(response, "status")->as<int>()};
    for (const auto &member : find(response, "headers")->object_range())
        head.headers.append({QByteArray::fromStdString(std::string(member.key())),
                             toText(member.value()).toUtf8()});
    return head;
}

static QByteArray bodyOf(const Json &response)
{
    if (const Json *text = find(response, "body_text"))
        return toText(*text).toUtf8();
    return QByteArray::fromBase64(textOf(response, "body_base64").toLatin1());
}

static StreamEvents decoded(const Codec &codec, const Quirks &quirks, const HttpHead &head,
                            bool streamed, const QByteArray &body, int maxPiece)
{
    if (head.status >= 400)
        return {Failed {codec.classify(head, body, QDateTime())}};
    auto *random = QRandomGenerator::global();
    StreamEvents events;
    Decoder decoder(codec, quirks, head, streamed);
    for (qsizetype at = 0; at < body.size();) {
        const qsizetype size = std::min<qsizetype>(
            body.size() - at, maxPiece == 0 ? body.size() : random->bounded(1, maxPiece));
        decoder.feed(QByteArrayView(body).sliced(at, size), events);
        at += size;
    }
    decoder.finish(events);
    return events;
}

static QString scalar(const Json *value)
{
    if (!value || value->is_null())
        return {};
    return value->is_string() ? toText(*value) : QString::fromUtf8(toBytes(*value));
}

static std::optional<qint64> whole(const Json *value)
{
    return value && value->is_number() ? std::optional(value->as<qint64>()) : std::nullopt;
}

static std::optional<qint64> total(std::initializer_list<std::optional<qint64>> parts)
{
    std::optional<qint64> sum;
    for (const auto &part : parts)
        if (part)
            sum = sum.value_or(0) + *part;
    return sum;
}

namespace {

/// What the wire counted, put together again from disjoint counters.
struct Counts {
    std::optional<qint64> input = {};
    std::optional<qint64> output = {};
    std::optional<qint64> cached = {};
    std::optional<qint64> cacheWrite = {};
    std::optional<qint64> reasoning = {};
    std::optional<qint64> totalTokens = {};
};

Counts countsOf(const Attempt &attempt, const Codec &codec, const Quirks &quirks)
{
    const Usage &u = attempt.usage;
    const Json &raw = attempt.usageRaw;
    Counts counts {.cached = u.cachedInput, .reasoning = u.reasoning};
    counts.cacheWrite = total({u.cacheWrite, u.cacheWriteLong});
    if (codec.id == "bedrock"_L1 || codec.id == "ollama"_L1) {
        counts.input = u.input;
        counts.output = u.output;
        counts.totalTokens = whole(find(raw, "totalTokens"));
    } else if (codec.id == "cohere"_L1) { // billed units are compared beside these
        const Json *tokens = find(raw, "tokens");
        counts.input = tokens ? whole(find(*tokens, "input_tokens")) : std::nullopt;
        counts.output = tokens ? whole(find(*tokens, "output_tokens")) : std::nullopt;
        counts.cached = whole(find(raw, "cached_tokens"));
    } else if (codec.id == "anthropic"_L1) {
        counts.input = u.input;
        counts.output = u.output;
        if (find(raw,
                 "iterations")) { // billed is their sum; the expected values are the top level's
            counts.input = whole(find(raw, "input_tokens"));
            counts.output = whole(find(raw, "output_tokens"));
            counts.cached = whole(find(raw, "cache_read_input_tokens"));
            counts.cacheWrite = whole(find(raw, "cache_creation_input_tokens"));
        }
    } else if (codec.id == "gemini"_L1) {
        counts.input = total({u.input, u.cachedInput, u.audioInput});
        if (const auto tools = whole(find(raw, "toolUsePromptTokenCount")))
            counts.input = *counts.input - *tools;
        counts.output = total({u.output, u.audioOutput, u.imageOutput});
        if (counts.output && u.reasoning)
            counts.output = *counts.output - *u.reasoning;
        counts.totalTokens = whole(find(raw, "totalTokenCount"));
    } else {
        const bool responses = codec.id == "openai-responses"_L1;
        counts.input = total({u.input, u.cachedInput, counts.cacheWrite, u.audioInput});
        if (u.input == 0) // more tokens were cached than came in: some servers count them twice
            counts.input = whole(find(raw, responses ? "input_tokens" : "prompt_tokens"));
        counts.output = total({u.output, u.audioOutput, u.imageOutput});
        if (!responses && quirks.reasoningOutsideOutput && counts.output && u.reasoning)
            counts.output = *counts.output - *u.reasoning;
        counts.totalTokens = whole(find(raw, "total_tokens"));
    }
    return counts;
}

} // namespace

static void compareCounts(const Json &expect, const Counts &got, QStringList &out)
{
    const auto compare = [&](const char *name, std::optional<qint64> value, bool zeroIsNone) {
        const auto wanted = whole(find(expect, name));
        const bool same = zeroIsNone ? wanted.value_or(0) == value.value_or(0) : wanted == value;
        if (!same)
            out.append(u"%1 is %2, not %3"_s.arg(QString::fromLatin1(name),
                                                 value ? QString::number(*value) : u"none"_s,
                                                 wanted ? QString::number(*wanted) : u"none"_s));
    };
    compare("input_tokens", got.input, false);
    compare("output_tokens", got.output, true);
    compare("cached_tokens", got.cached, true);
    compare("cache_write_tokens", got.cacheWrite, true);
    compare("reasoning_tokens", got.reasoning, true);
    if (got.totalTokens)
        compare("total_tokens", got.totalTokens, false);
}

static void compareTools(const Json &expect, const Attempt &attempt, QStringList &out)
{
    const Json *calls = find(expect, "tool_calls");
    const size_t count = calls && calls->is_array() ? calls->size() : 0;
    if (count != size_t(attempt.toolCalls.size())) {
        out.append(u"%1 tool calls, not %2"_s.arg(attempt.toolCalls.size()).arg(count));
        return;
    }
    for (size_t i = 0; i < count; ++i) {
        const Json &wanted = (*calls)[i];
        const ToolCall &got = attempt.toolCalls[qsizetype(i)];
        if (got.id != textOf(wanted, "id") || got.name != textOf(wanted, "name"))
            out.append(u"tool %1 is %2 %3"_s.arg(i).arg(got.id, got.name));
        if (const Json *text = find(wanted, "arguments_text"); text && text->is_string()) {
            if (toText(*text) != got.argumentsText)
                out.append(u"tool %1 has arguments %2"_s.arg(i).arg(got.argumentsText));
        } else {
            const auto parsed = parseJson(got.argumentsText.isEmpty() ? QByteArray("{}")
                                                                      : got.argumentsText.toUtf8());
            const Json *arguments = find(wanted, "arguments");
            if (!parsed || !arguments || toBytes(*parsed) != toBytes(*arguments))
                out.append(u"tool %1 has arguments %2"_s.arg(i).arg(got.argumentsText));
        }
    }
}

// Tools the service ran, in the order of their items.
static void compareHosted(const Json &expect, const Attempt &attempt, bool responses,
                          QStringList &out)
{
    const Json *items = find(expect, "server_items");
    if (!items || !items->is_array() || !responses)
        return;
    QStringList wanted;
    for (const Json &item : items->array_range())
        wanted.append(toText(item));
    QStringList got;
    for (const ProviderToolUse &use : attempt.providerTools)
        got.append(use.name);
    wanted.removeAll(u"compaction"_s); // goes back like reasoning
    if (got != wanted)
        out.append(u"provider tools: %1, not %2"_s.arg(got.join(u' '), wanted.join(u' ')));
}

static void compareError(const Json &expect, const Attempt &attempt, QStringList &out)
{
    const Json *wanted = find(expect, "error");
    if (!wanted || !wanted->is_object()) {
        if (attempt.error)
            out.append("error: "_L1 + attempt.error->message);
        return;
    }
    if (!attempt.error) {
        out.append(u"no error"_s);
        return;
    }
    const Error &error = *attempt.error;
    if (error.message != textOf(*wanted, "message"))
        out.append("error message: "_L1 + error.message);
    if (error.httpStatus != whole(find(*wanted, "status")))
        out.append(u"error status: %1"_s.arg(error.httpStatus));
    const QString code = scalar(find(*wanted, "code"));
    const QString type = scalar(find(*wanted, "type"));
    const bool named = !code.isEmpty() || !type.isEmpty(); // else xAI's, beside the error
    if (named && error.code != code && error.code != type)
        out.append("error code: "_L1 + error.code);
    if (const QString id = textOf(*wanted, "request_id"); error.requestId != id && !id.isEmpty())
        out.append("request id: "_L1 + error.requestId);
}

QStringList RecordingsTest::differences(const Json &fixture, const Codec &codec,
                                        const Quirks &quirks) const
{
    const Json &response = *find(fixture, "response");
    const Json &expect = *find(fixture, "expect");
    const HttpHead head = headOf(response);
    const QByteArray body = bodyOf(response);
    bool streamed = false;
    for (const Json &tag : find(fixture, "tags")->array_range())
        streamed = streamed || toText(tag) == "stream"_L1;

    QStringList out;
    const StreamEvents events = decoded(codec, quirks, head, streamed, body, 0);
    for (const int pieces : {2, 50, 2000}) { // each smaller than that: 2 cuts at every byte
        if (decoded(codec, quirks, head, streamed, body, pieces) != events)
            out.append(u"pieces of less than %1 bytes give other events"_s.arg(pieces));
    }
    if (streamed && find(response, "body_text")) {
        const QByteArray crlf = QByteArray(body).replace("\r\n", "\n").replace("\n", "\r\n");
        if (decoded(codec, quirks, head, streamed, crlf, 50) != events)
            out.append(u"other line ends give other events"_s);
    }

    Attempt attempt;
    for (const StreamEvent &event : events)
        apply(event, attempt);
    compareError(expect, attempt, out);
    if (textOf(expect, "kind") == "error"_L1)
        return out;

    const auto compareText = [&](const char *name, const QString &got) {
        const QString wanted = scalar(find(expect, name));
        if (got != wanted)
            out.append(u"%1 is \"%2\", not \"%3\""_s.arg(QString::fromLatin1(name), got.left(200),
                                                         wanted.left(200)));
    };
    // Cohere's plan is text before the calls; the recordings keep it apart.
    const QString plan = scalar(find(expect, "tool_plan"));
    if (plan.isEmpty() || attempt.text != plan + scalar(find(expect, "content")))
        compareText("content", attempt.text);
    compareText("reasoning", attempt.thinking);
    if (attempt.finishRaw != textOf(expect, "block_reason") || attempt.finishRaw.isEmpty())
        compareText("finish_reason", attempt.finishRaw);
    compareText("model", attempt.responseModel);
    if (codec.id != "bedrock"_L1) // names no answer but in a header
        compareText("id", attempt.responseId);
    else if (attempt.responseId
             != QString::fromLatin1(headerValue(head.headers, "x-amzn-requestid")))
        out.append("id is "_L1 + attempt.responseId);
    if (find(expect, "refusal"))
        compareText("refusal", attempt.refusal);
    compareCounts(expect, countsOf(attempt, codec, quirks), out);
    if (find(expect, "billed_input_tokens")
        && (attempt.usage.input != whole(find(expect, "billed_input_tokens"))
            || attempt.usage.output != whole(find(expect, "billed_output_tokens"))))
        out.append(u"billed units"_s);
    compareTools(expect, attempt, out);
    compareHosted(expect, attempt, codec.id == "openai-responses"_L1, out);
    if (const Json *audio = find(expect, "audio"); audio && audio->is_object()) {
        if (attempt.audio.transcript != textOf(*audio, "transcript")
            || attempt.audio.id != textOf(*audio, "id")
            || attempt.audio.bytes.size() != whole(find(*audio, "bytes")))
            out.append(u"audio"_s);
    }
    return out;
}

QTEST_GUILESS_MAIN(RecordingsTest)
#include "tst_recordings.moc"
