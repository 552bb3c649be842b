// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/call/response.h>

#include <antiphon/core/provider/decoder.h>
#include <antiphon/core/tools/arguments.h>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Antiphon {

static std::optional<QString> ifAny(const QString &text)
{
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

Response::Response(CallRecord record, Endpoint endpoint)
    : m_record(std::move(record))
    , m_attempt(m_record.attempts.isEmpty() ? Attempt {} : m_record.attempts.last())
    , m_endpoint(std::move(endpoint))
{
}

// --- What the provider sent ----------------------------------------------------------------------

static Json rawOf(const Attempt &attempt)
{
    const QByteArray &body = attempt.exchange.body;
    if (auto whole = parseJson(body, 1024))
        return *std::move(whole);
    const Codec *codec = findCodec(attempt.codec);
    if (!codec || body.isEmpty())
        return Json::null();
    Framer framer = makeFramer(codec->framing);
    QList<Frame> frames;
    feed(framer, body, frames);
    finish(framer, frames);
    Json pieces = jsonArray();
    for (const Frame &frame : std::as_const(frames)) {
        if (auto piece = parseJson(frame.data, 1024))
            pieces.push_back(*std::move(piece));
    }
    return pieces.empty() ? Json::null() : pieces;
}

Json Response::raw() const
{
    return rawOf(m_attempt);
}

Json Response::callKwargs() const
{
    auto body = parseJson(m_attempt.exchange.request.body, 1024);
    return body ? *std::move(body) : Json::null();
}

Json Response::messages() const
{
    const Codec *codec = findCodec(m_attempt.codec);
    const Json body = callKwargs();
    const Json *messages = codec ? find(body, std::string_view(codec->messages)) : nullptr;
    return messages ? *messages : Json::null();
}

// --- The answer ----------------------------------------------------------------------------------

std::optional<QString> Response::thinking() const
{
    return ifAny(m_attempt.thinking);
}

std::optional<QString> Response::signature() const
{
    for (const AnswerPart &part : m_attempt.layout) {
        if (part.kind == AnswerPart::Kind::Thinking && !part.signature.isEmpty())
            return part.signature;
    }
    return {};
}

std::optional<QString> Response::refusal() const
{
    return ifAny(m_attempt.refusal);
}

std::optional<QByteArray> Response::audio() const
{
    const QByteArray &bytes = m_attempt.audio.bytes;
    return bytes.isEmpty() ? std::nullopt : std::optional(bytes);
}

std::optional<QString> Response::audioTranscript() const
{
    return ifAny(m_attempt.audio.transcript);
}

// The highest number an answer has, from what came whole or in pieces.
static int countChoices(const Json &raw)
{
    if (raw.is_array()) {
        int most = 0;
        for (const Json &piece : raw.array_range())
            most = std::max(most, countChoices(piece));
        return most;
    }
    int most = 0;
    for (const char *list : {"choices", "candidates"}) {
        const Json *choices = find(raw, list);
        if (!choices || !choices->is_array())
            continue;
        for (const Json &choice : choices->array_range()) {
            const Json *index = find(choice, "index");
            most = std::max(most, index && index->is_number() ? index->as<int>() + 1 : 1);
        }
    }
    return most;
}

bool asksForSeveral(const Parameters &parameters)
{
    const auto several = [](const Json &object) {
        return std::ranges::any_of(std::array {"n", "candidateCount", "candidate_count"},
                                   [&object](const char *name) {
                                       const Json *count = find(object, name);
                                       return count && count->is_number() && count->as<int>() > 1;
                                   });
    };
    const Json *config = find(parameters.extra, "generationConfig");
    return several(parameters.extra) || (config && several(*config));
}

QList<Attempt> choicesOf(const Attempt &attempt)
{
    constexpr int mostChoices = 128; // of any service
    QList<Attempt> all {attempt};
    const Codec *codec = findCodec(attempt.codec);
    const int count = codec ? std::min(countChoices(rawOf(attempt)), mostChoices) : 1;
    for (int i = 1; i < count; ++i) {
        Decoder decoder(*codec, {}, attempt.exchange.head, attempt.asked.stream, i);
        StreamEvents events;
        decoder.feed(attempt.exchange.body, events);
        decoder.finish(events);
        Attempt other {.number = attempt.number,
                       .provider = attempt.provider,
                       .api = attempt.api,
                       .codec = attempt.codec,
                       .model = attempt.model,
                       .asked = attempt.asked};
        for (const StreamEvent &event : std::as_const(events)) {
            if (!std::holds_alternative<UsageReported>(event))
                apply(event, other);
        }
        if (!other.error)
            other.error = failureByFinish(other);
        all.append(std::move(other));
    }
    return all;
}

CallRecord withChoice(CallRecord record, const Attempt &choice)
{
    if (record.attempts.isEmpty())
        return record;
    record.attempts.last() = choice;
    record.state = finalState(choice);
    record.error.reset();
    record.instead.reset();
    return record;
}

std::optional<QStringList> Response::finishReasons() const
{
    QStringList reasons;
    for (const Attempt &choice : choices()) {
        if (!choice.finishRaw.isEmpty())
            reasons.append(choice.finishRaw);
    }
    return reasons.isEmpty() ? std::nullopt : std::optional(reasons);
}

std::optional<QStringList> Response::commonFinishReasons() const
{
    const auto all = finishReasons();
    QStringList common;
    for (const QString &word : all.value_or(QStringList())) {
        const FinishReason reason
            = all->size() == 1 && m_attempt.finish ? *m_attempt.finish : finishReasonFromRaw(word);
        if (reason != FinishReason::Unknown)
            common.append(finishReasonName(reason));
    }
    return common.isEmpty() ? std::nullopt : std::optional(common);
}

QString Response::model() const
{
    return m_attempt.responseModel.isEmpty() ? m_attempt.model : m_attempt.responseModel;
}

std::optional<QString> Response::id() const
{
    return ifAny(m_attempt.responseId);
}

// --- What it took --------------------------------------------------------------------------------

// The same number under the names the formats have for it: a path each, the first that is there.
template<size_t n>
static std::optional<qint64> firstCount(const Json &usage,
                                        const std::array<std::string_view, n> &paths)
{
    for (std::string_view path : paths) {
        const Json *at = &usage;
        while (at && !path.empty()) {
            const auto dot = path.find('.');
            at = find(*at, path.substr(0, dot));
            path = dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1);
        }
        if (at && at->is_number())
            return qRound64(at->as<double>());
    }
    return {};
}

std::optional<qint64> Response::inputTokens() const
{
    return firstCount<6>(m_attempt.usageRaw,
                         {"prompt_tokens", "input_tokens", "promptTokenCount", "inputTokens",
                          "billed_units.input_tokens", "prompt_eval_count"});
}

std::optional<qint64> Response::outputTokens() const
{
    return firstCount<6>(m_attempt.usageRaw,
                         {"completion_tokens", "output_tokens", "candidatesTokenCount",
                          "outputTokens", "billed_units.output_tokens", "eval_count"});
}

std::optional<qint64> Response::cachedTokens() const
{
    return firstCount<7>(m_attempt.usageRaw,
                         {"prompt_tokens_details.cached_tokens",
                          "input_tokens_details.cached_tokens", "prompt_cache_hit_tokens",
                          "cache_read_input_tokens", "cachedContentTokenCount",
                          "cacheReadInputTokens", "cached_tokens"});
}

Json Response::usage() const
{
    return m_attempt.usageRaw.empty() ? Json::null() : m_attempt.usageRaw;
}

std::optional<CommonUsage> Response::commonUsage() const
{
    const auto input = inputTokens();
    const auto cached = cachedTokens();
    const auto output = outputTokens();
    if (!input && !cached && !output)
        return {};
    return CommonUsage {.input = input.value_or(0),
                        .cached = cached.value_or(0),
                        .output = output.value_or(0),
                        .total = input.value_or(0) + output.value_or(0)};
}

QList<CostLine> Response::costMetadata() const
{
    return bill(m_attempt.usage, m_attempt.usageSteps, m_attempt.price);
}

qint64 Response::startTime() const
{
    const Timings &t = m_attempt.timings; // the wait for a slot is ours, not the provider's
    const auto waited = t.held ? t.held : t.queued;
    return m_attempt.started.toMSecsSinceEpoch() + waited.value_or(Timings::Ms {}).count();
}

std::optional<qint64> Response::endTime() const
{
    if (!m_attempt.timings.end)
        return {};
    return m_attempt.started.toMSecsSinceEpoch() + m_attempt.timings.end->count();
}

// --- Tools ---------------------------------------------------------------------------------------

std::optional<QList<ToolDefinition>> Response::toolTypes() const
{
    return m_attempt.asked.tools.isEmpty() ? std::nullopt : std::optional(m_attempt.asked.tools);
}

Result<std::optional<QList<CalledTool>>> Response::tools() const
{
    if (!m_attempt.refusal.isEmpty())
        return fail(ErrorKind::Filtered, m_attempt.refusal);
    QList<CalledTool> called;
    for (const ToolCall &call : m_attempt.toolCalls) {
        const auto tool
            = std::ranges::find(m_attempt.asked.tools, call.name, &ToolDefinition::name);
        if (tool == m_attempt.asked.tools.end())
            continue;
        auto arguments = toolArguments(*tool, call.argumentsText);
        if (!arguments)
            return std::unexpected(arguments.error());
        called.append(
            {.name = call.name, .id = call.id, .arguments = *std::move(arguments), .call = call});
    }
    if (called.isEmpty())
        return std::nullopt;
    return called;
}

Result<std::optional<CalledTool>> Response::tool() const
{
    auto all = tools();
    if (!all)
        return std::unexpected(all.error());
    return *all ? std::optional((*all)->first()) : std::nullopt;
}

// --- For the next call ---------------------------------------------------------------------------

Result<Json> inProviderForm(const QList<Message> &messages, const QString &codecId,
                            const Endpoint &endpoint)
{
    const Codec *codec = findCodec(codecId);
    if (!codec)
        return fail(ErrorKind::Setup, u"There is no wire format \"%1\"."_s.arg(codecId));
    Endpoint place = endpoint;
    if (place.baseUrl.isEmpty())
        place.baseUrl = QUrl(u"http://localhost"_s);
    const CallRequest request {.model = u"model"_s, .messages = messages, .stream = false};
    const auto http = codec->encode(request, place, {}, QDateTime());
    if (!http)
        return std::unexpected(http.error());
    const auto body = parseJson(http->body, 1024);
    const Json *written = body ? find(*body, std::string_view(codec->messages)) : nullptr;
    return written ? *written : jsonArray();
}

Result<Json> Response::messageParam() const
{
    auto messages = inProviderForm({answerMessage(m_attempt)}, m_attempt.codec, m_endpoint);
    if (messages && messages->is_array() && messages->size() == 1)
        return Json((*messages)[0]);
    return messages; // Responses: an answer is several items
}

std::optional<Json> Response::userMessageParam() const
{
    const Json all = messages();
    if (!all.is_array() || all.empty())
        return {};
    const Json last = all[all.size() - 1];
    return textOf(last, "role") == "user"_L1 ? std::optional(last) : std::nullopt;
}

std::optional<Message> Response::commonUserMessageParam() const
{
    const QList<Message> &all = m_attempt.asked.messages;
    if (all.isEmpty() || all.last().role != Role::User)
        return {};
    return all.last();
}

QList<Message> Response::commonToolMessageParams(const QList<ToolOutput> &outputs) const
{
    QList<Message> messages;
    for (const ToolOutput &output : outputs)
        messages.append({.role = Role::Tool,
                         .parts = {ToolResult {.id = output.call.id,
                                               .name = output.call.name,
                                               .content = toolOutputText(output.output),
                                               .isError = output.isError,
                                               .custom = output.call.custom}}});
    return messages;
}

Result<Json> Response::toolMessageParams(const QList<ToolOutput> &outputs) const
{
    if (outputs.isEmpty())
        return jsonArray();
    return inProviderForm(commonToolMessageParams(outputs), m_attempt.codec, m_endpoint);
}

} // namespace Antiphon
