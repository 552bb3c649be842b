// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/call/attempt.h>

#include <QList>

namespace Antiphon {

struct CallRecord;

/// Calls to other prompts, made for computed fields of one call.
struct AskedCalls {
    QStringList fields = {}; ///< Whose values they are, in the order of `calls`.
    QList<CallRecord> calls = {};

    friend bool operator==(const AskedCalls &, const AskedCalls &);
};

/// A finished call with its origin: what history keeps, exports read and `--json` prints (cli.md).
struct CallRecord {
    QString prompt = {}; ///< Slug.
    QString variant = QStringLiteral("default");
    QString target
        = {}; ///< Slug of the target asked for; the last attempt names the one that answered.
    QString provider = {};
    QString model = {};
    std::optional<int> row = {};
    int repeat = 0;
    bool simulated = false;
    bool cached = false;
    Json metadata = Json(jsoncons::json_object_arg); ///< What its author noted about it.
    std::optional<QString> promptTemplate = {}; ///< Empty: messages were given instead.
    CallState state = CallState::Queued;
    QList<Attempt> attempts = {}; ///< Never empty once started.
    AskedCalls asked = {}; ///< Before this one, for its computed fields.
    QStringList warnings = {}; ///< What was left out or changed before sending.
    QStringList console = {}; ///< What scripts and hooks wrote.
    std::optional<Json> instead = {}; ///< Of an answer, from the policy's hook when it gave up.
    std::optional<Error> error = {}; ///< What the call ended with, where that is not its last
                                     ///< attempt's: see errorOf().

    friend bool operator==(const CallRecord &, const CallRecord &) = default;
};

/// The attempt that answered: the last one. nullptr before the first.
[[nodiscard]] const Attempt *answer(const CallRecord &record);

/// The sum of all attempts' costs, and of the calls asked for it; empty when one of them that was
/// sent has an unknown cost.
[[nodiscard]] std::optional<Money> totalCost(const CallRecord &record);

/// The part of totalCost() that went into attempts before the last, steps with tools excepted.
[[nodiscard]] Money wastedCost(const CallRecord &record);

/// Everything said in the call, with its answer: the messages of a call that goes on from there
/// (`message_param`), but for what is said next.
[[nodiscard]] QList<Message> conversation(const CallRecord &record);

/// True when a next turn can follow conversation(): it is answered, and no tool call in it is open.
[[nodiscard]] bool canGoOn(const CallRecord &record);

/// From the start of the first attempt to the end of the last.
[[nodiscard]] std::chrono::milliseconds totalTime(const CallRecord &record);

/// The `call/1` object of cli.md.
[[nodiscard]] Json toJson(const CallRecord &record, bool withRequests = false);

} // namespace Antiphon
