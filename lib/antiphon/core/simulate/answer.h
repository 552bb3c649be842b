// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/call/usage.h>
#include <antiphon/core/draws.h>
#include <antiphon/core/simulate/script.h>

namespace Antiphon {

/// What the model says, before it takes the form of a wire format.
struct AnswerPlan {
    QString id = {}; ///< With the format's prefix.
    QString model = {};
    QString thinking = {};
    QString text = {};
    QString refusal = {};
    QList<SimulatedToolCall> toolCalls = {}; ///< Every one with an id.
    QString finish = {}; ///< stop, length, tool_calls or content_filter.
    std::optional<Usage> usage = {}; ///< Empty: the provider reports none.
    bool streamUsage = true;
    bool jsonArray = false;

    friend bool operator==(const AnswerPlan &, const AnswerPlan &) = default;
};

/// Characters a user sees or a tool gets: what `fault.after` counts.
[[nodiscard]] qsizetype visibleCharacters(const AnswerPlan &plan);

/// One event of a stream, whole.
struct WireEvent {
    QByteArray bytes = {};
    int characters = 0; ///< Of thinking, answer or arguments: what the pace counts.
    bool visible = false; ///< They count for `fault.after` too.

    friend bool operator==(const WireEvent &, const WireEvent &) = default;
};

/// Cuts texts into the pieces of stream events: code points, never half of one.
class Chunker {
public:
    Chunker(int min, int max, Draws &draws)
        : m_min(min)
        , m_max(max)
        , m_draws(draws)
    {
    }

    /// A cut falls exactly after that many visible characters, so that a fault can happen there.
    void breakAfter(qsizetype visible) { m_break = visible; }

    [[nodiscard]] QStringList thinking(const QString &text);
    [[nodiscard]] QStringList visible(const QString &text);

private:
    [[nodiscard]] qsizetype nextSize();

    int m_min;
    int m_max;
    Draws &m_draws;
    qsizetype m_visible = 0;
    std::optional<qsizetype> m_break = {};
};

/// An HTTP error in neutral terms; what is empty gets the format's own words.
struct WireFailure {
    ErrorKind kind = ErrorKind::Server;
    int status = 0;
    QString code = {};
    QString message = {};
    QString retryAfter = {};
    QString model = {};
    QString requestId = {};

    friend bool operator==(const WireFailure &, const WireFailure &) = default;
};

/// What went wrong as a format says it.
struct WireError {
    int status = 0;
    HttpHeaders headers = {};
    QByteArray body = {};

    friend bool operator==(const WireError &, const WireError &) = default;
};

/// The writing half of a wire format, as plain functions: the mirror image of a Codec.
struct AnswerWriter {
    QByteArray idPrefix;
    QByteArray callPrefix;
    QByteArray requestIdHeader; ///< Empty: the service sends none.
    QByteArray keepAlive; ///< What the service sends to keep a silent stream open.

    QList<WireEvent> (*stream)(const AnswerPlan &plan, Chunker &chunker) = nullptr;
    QByteArray (*whole)(const AnswerPlan &plan) = nullptr;
    WireError (*failure)(const WireFailure &failure) = nullptr;

    /// The same failure as an event of a stream that had begun well.
    QByteArray (*failureEvent)(const WireFailure &failure) = nullptr;
};

[[nodiscard]] const AnswerWriter &answerWriter(SimulatedFormat format);

extern const AnswerWriter chatWriter;
extern const AnswerWriter responsesWriter;
extern const AnswerWriter messagesWriter;
extern const AnswerWriter generateWriter;

/// When answers were made, for formats that say so. Fixed: the same request, the same bytes.
inline constexpr qint64 simulatedTime = 1'767'225'600; // 2026-01-01T00:00:00Z

/// JSON text of a string, quotes included.
[[nodiscard]] QByteArray quoted(const QString &text);

/// One server-sent event; without a name where \p event is empty.
[[nodiscard]] QByteArray sseEvent(const QByteArray &event, const QByteArray &data,
                                  const char *lineEnd = "\n");

/// The counter, 0 where it is not reported.
[[nodiscard]] inline qint64 counted(std::optional<qint64> counter)
{
    return counter.value_or(0);
}

/// Uniform in [min, max].
[[nodiscard]] int drawBetween(Draws &draws, int min, int max);

/// \p length letters and digits, as in the ids services make.
[[nodiscard]] QByteArray drawId(Draws &draws, int length);

/// \p step as an answer to \p request.
[[nodiscard]] AnswerPlan planAnswer(const SimulatedStep &step, const SimulatedRequest &request,
                                    Draws &draws);

/// The steps of a built-in script, each one starting from \p base; empty for an unknown name.
[[nodiscard]] QList<SimulatedStep> builtinSteps(QStringView name, const SimulatedStep &base);

/// A support desk's answer with some Markdown, \p characters long but for up to three, chosen by
/// \p draws.
[[nodiscard]] QString sampleText(Draws &draws, int characters);

/// \p value, a number in it as text and one required field of \p schema missing. Empty when
/// \p schema leaves nothing to get wrong.
[[nodiscard]] std::optional<Json> spoiled(const Json &value, const Json &schema);

} // namespace Antiphon
