// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/simulate/script.h>

#include <utility>

namespace Antiphon {

/// Requests and a small independent reader of answers in the four wire formats, so that the
/// simulator is not tested against the codecs alone.
struct WireAnswer {
    QString text = {};
    QString thinking = {};
    QString refusal = {};
    QString toolName = {};
    QString toolArguments = {};
    QString error = {};
    bool finished = false;
    qint64 inputTokens = -1; ///< As counted on the wire; -1: not reported.
    qint64 outputTokens = -1;
};

[[nodiscard]] inline QList<std::pair<const char *, SimulatedFormat>> wireFormats()
{
    return {{"chat", SimulatedFormat::Chat},
            {"responses", SimulatedFormat::Responses},
            {"messages", SimulatedFormat::Messages},
            {"generate", SimulatedFormat::Generate}};
}

/// One question, "How do I reset my password? 密码", with \p schema and the tool `look_up` if
/// asked.
[[nodiscard]] inline HttpRequest wireRequest(SimulatedFormat format, bool stream,
                                             const QByteArray &schema = {}, bool tool = false,
                                             const QByteArray &model = "demo")
{
    const QByteArray question = "\"How do I reset my password? 密码\"";
    const QByteArray parameters = R"({"type":"object","properties":{"ticket":{"type":"integer"}},)"
                                  R"("required":["ticket"]})";
    const QByteArray streams = stream ? "true" : "false";
    QByteArray path;
    QByteArray body;
    switch (format) {
    case SimulatedFormat::Chat:
        path = "/v1/chat/completions";
        body = R"({"model":")" + model + R"(","stream":)" + streams
            + (stream ? R"(,"stream_options":{"include_usage":true})" : "")
            + R"(,"messages":[{"role":"system","content":"Be kind."},{"role":"user","content":)"
            + question + "}]";
        if (!schema.isEmpty())
            body
                += R"(,"response_format":{"type":"json_schema","json_schema":{"name":"a","schema":)"
                + schema + "}}";
        if (tool)
            body += R"(,"tools":[{"type":"function","function":{"name":"look_up","parameters":)"
                + parameters + "}}]";
        break;
    case SimulatedFormat::Responses:
        path = "/v1/responses";
        body = R"({"model":")" + model + R"(","stream":)" + streams
            + R"(,"input":[{"role":"user","content":[{"type":"input_text","text":)" + question
            + "}]}]";
        if (!schema.isEmpty())
            body += R"(,"text":{"format":{"type":"json_schema","name":"a","schema":)" + schema
                + "}}";
        if (tool)
            body += R"(,"tools":[{"type":"function","name":"look_up","parameters":)" + parameters
                + "}]";
        break;
    case SimulatedFormat::Messages:
        path = "/v1/messages";
        body = R"({"model":")" + model + R"(","max_tokens":100,"stream":)" + streams
            + R"(,"messages":[{"role":"user","content":[{"type":"text","text":)" + question
            + "}]}]";
        if (!schema.isEmpty())
            body += R"(,"output_config":{"format":{"type":"json_schema","schema":)" + schema + "}}";
        if (tool)
            body += R"(,"tools":[{"name":"look_up","input_schema":)" + parameters + "}]";
        break;
    case SimulatedFormat::Generate:
        path = "/v1beta/models/" + model
            + (stream ? ":streamGenerateContent?alt=sse" : ":generateContent");
        body = R"({"contents":[{"role":"user","parts":[{"text":)" + question + "}]}]";
        if (!schema.isEmpty())
            body += R"(,"generationConfig":{"responseMimeType":"application/json",)"
                    R"("responseJsonSchema":)"
                + schema + "}";
        if (tool)
            body += R"(,"tools":[{"functionDeclarations":[{"name":"look_up",)"
                    R"("parametersJsonSchema":)"
                + parameters + "}]}]";
        break;
    }
    return {.url = QUrl(QStringLiteral("http://127.0.0.1") + QString::fromUtf8(path)),
            .headers = {{"Content-Type", "application/json"}},
            .body = body + '}'};
}

[[nodiscard]] inline QByteArray wireBody(const SimulatedAnswer &answer)
{
    QByteArray out;
    for (const SimulatedPiece &piece : answer.pieces)
        out += piece.bytes;
    return out;
}

/// The data lines of a server-sent stream; an event that has not ended is none.
[[nodiscard]] inline QByteArrayList sseData(QByteArray body)
{
    QByteArrayList out;
    body.replace("\r\n", "\n");
    const qsizetype end = body.lastIndexOf("\n\n");
    for (const QByteArray &line : body.first(std::max(end, qsizetype(0))).split('\n')) {
        if (line.startsWith("data: "))
            out.append(line.sliced(6));
    }
    return out;
}

namespace WireReading {

inline const Json &at(const Json &value, std::string_view key)
{
    static const Json none = Json(jsoncons::null_type {});
    const Json *member = find(value, key);
    return member ? *member : none;
}

inline const Json &first(const Json &list)
{
    static const Json none = Json(jsoncons::null_type {});
    return list.is_array() && !list.empty() ? list[0] : none;
}

inline void count(qint64 &into, const Json &value)
{
    if (value.is<qint64>())
        into = value.as<qint64>();
}

inline void readChat(WireAnswer &out, const Json &json)
{
    const Json &choice = first(at(json, "choices"));
    const Json &said = find(choice, "delta") ? at(choice, "delta") : at(choice, "message");
    out.text += textOf(said, "content");
    out.thinking += textOf(said, "reasoning_content");
    out.refusal += textOf(said, "refusal");
    const Json &function = at(first(at(said, "tool_calls")), "function");
    out.toolName += textOf(function, "name");
    out.toolArguments += textOf(function, "arguments");
    out.finished = out.finished || at(choice, "finish_reason").is_string();
    count(out.inputTokens, at(at(json, "usage"), "prompt_tokens"));
    count(out.outputTokens, at(at(json, "usage"), "completion_tokens"));
}

inline void readResponse(WireAnswer &out, const Json &response)
{
    for (const Json &item : at(response, "output").array_range()) {
        out.thinking += textOf(first(at(item, "summary")), "text");
        out.text += textOf(first(at(item, "content")), "text");
        out.refusal += textOf(first(at(item, "content")), "refusal");
        out.toolName += textOf(item, "name");
        out.toolArguments += textOf(item, "arguments");
    }
    out.finished = textOf(response, "status") != QStringLiteral("in_progress");
    count(out.inputTokens, at(at(response, "usage"), "input_tokens"));
    count(out.outputTokens, at(at(response, "usage"), "output_tokens"));
}

inline void readResponses(WireAnswer &out, const Json &json)
{
    const QString type = textOf(json, "type");
    if (type.isEmpty() && find(json, "output"))
        return readResponse(out, json);
    if (type == QStringLiteral("error"))
        out.error = textOf(json, "message");
    if (type == QStringLiteral("response.output_text.delta"))
        out.text += textOf(json, "delta");
    if (type == QStringLiteral("response.refusal.delta"))
        out.refusal += textOf(json, "delta");
    if (type == QStringLiteral("response.reasoning_summary_text.delta"))
        out.thinking += textOf(json, "delta");
    if (type == QStringLiteral("response.function_call_arguments.delta"))
        out.toolArguments += textOf(json, "delta");
    if (type == QStringLiteral("response.output_item.added"))
        out.toolName += textOf(at(json, "item"), "name");
    if (type == QStringLiteral("response.completed")
        || type == QStringLiteral("response.incomplete")) {
        WireAnswer again; // the end repeats everything
        readResponse(again, at(json, "response"));
        if (again.text != out.text || again.toolArguments != out.toolArguments)
            out.error = QStringLiteral("the end differs from the deltas");
        out.finished = true;
        out.inputTokens = again.inputTokens;
        out.outputTokens = again.outputTokens;
    }
}

inline void readMessages(WireAnswer &out, const Json &json)
{
    const auto stopped = [&](const Json &stop, const Json &usage) {
        out.finished = out.finished || at(stop, "stop_reason").is_string();
        out.refusal += textOf(at(stop, "stop_details"), "explanation");
        count(out.inputTokens, at(usage, "input_tokens"));
        count(out.outputTokens, at(usage, "output_tokens"));
    };
    if (find(json, "content")) {
        for (const Json &block : at(json, "content").array_range()) {
            out.text += textOf(block, "text");
            out.thinking += textOf(block, "thinking");
            out.toolName += textOf(block, "name");
            if (find(block, "input"))
                out.toolArguments += QString::fromUtf8(toBytes(at(block, "input")));
        }
        stopped(json, at(json, "usage"));
    }
    const Json &delta = at(json, "delta");
    out.text += textOf(delta, "text");
    out.thinking += textOf(delta, "thinking");
    out.toolArguments += textOf(delta, "partial_json");
    out.toolName += textOf(at(json, "content_block"), "name");
    stopped(delta, at(json, "usage"));
}

inline void readGenerate(WireAnswer &out, const Json &json)
{
    const Json &candidate = first(at(json, "candidates"));
    const Json &parts = at(at(candidate, "content"), "parts");
    static const Json none = jsonArray();
    for (const Json &part : (parts.is_array() ? parts : none).array_range()) {
        (find(part, "thought") ? out.thinking : out.text) += textOf(part, "text");
        if (const Json &call = at(part, "functionCall"); call.is_object()) {
            out.toolName += textOf(call, "name");
            out.toolArguments += QString::fromUtf8(toBytes(at(call, "args")));
        }
    }
    const Json &feedback = at(json, "promptFeedback");
    out.refusal += textOf(feedback, "blockReasonMessage");
    out.finished = out.finished || at(candidate, "finishReason").is_string()
        || at(feedback, "blockReason").is_string();
    count(out.inputTokens, at(at(json, "usageMetadata"), "promptTokenCount"));
    count(out.outputTokens, at(at(json, "usageMetadata"), "candidatesTokenCount"));
}

} // namespace WireReading

[[nodiscard]] inline WireAnswer readWire(SimulatedFormat format, bool stream,
                                         const QByteArray &body)
{
    WireAnswer out;
    for (const QByteArray &data : stream ? sseData(body) : QByteArrayList {body}) {
        const auto json = parseJson(data);
        if (!json) {
            if (data != "[DONE]" && stream)
                out.error = QStringLiteral("not JSON: ") + QString::fromUtf8(data);
            continue;
        }
        if (find(*json, "error") && WireReading::at(*json, "error").is_object()) {
            out.error = textOf(WireReading::at(*json, "error"), "message");
            continue;
        }
        switch (format) {
        case SimulatedFormat::Chat:
            WireReading::readChat(out, *json);
            break;
        case SimulatedFormat::Responses:
            WireReading::readResponses(out, *json);
            break;
        case SimulatedFormat::Messages:
            WireReading::readMessages(out, *json);
            break;
        case SimulatedFormat::Generate:
            WireReading::readGenerate(out, *json);
            break;
        }
    }
    return out;
}

[[nodiscard]] inline WireAnswer readWire(SimulatedFormat format, bool stream,
                                         const SimulatedAnswer &answer)
{
    return readWire(format, stream, wireBody(answer));
}

} // namespace Antiphon
