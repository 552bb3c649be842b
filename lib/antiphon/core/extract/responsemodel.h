// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/call/request.h>
#include <antiphon/core/error.h>

#include <QStringList>

namespace Antiphon {

/// The value a call is to give, as a model is told of it (extraction.md 2 and 3).
struct ResponseModel {
    QString name = {}; ///< What the tool is called and errors speak of.
    QString description = {};
    Json schema = Json(jsoncons::json_object_arg); ///< What the value is held against. No titles.
    Json asked = Json(jsoncons::json_object_arg); ///< What is sent: without fromArguments.
    bool wrapped = false; ///< A bare value is asked for as `{"value": ...}`.
    QStringList fromArguments = {}; ///< Members the call's own values fill in (extraction.md 6).

    friend bool operator==(const ResponseModel &, const ResponseModel &) = default;
};

/// The model of \p schema. Its title names it, else \p name, else its type. A schema that is not
/// one of an object is wrapped. A property with `"x-from-arguments": true` is not asked for.
[[nodiscard]] Result<ResponseModel> responseModel(const Json &schema, const QString &name = {});

/// The tool whose arguments are the answer.
[[nodiscard]] ToolDefinition answerTool(const ResponseModel &model);

/// The text that asks for JSON in so many words (calls.md 9): of \p schema, or of any object when
/// it is null.
[[nodiscard]] QString jsonInstruction(const Json &schema);

/// \p value with the members of \p arguments that the model leaves to them laid over it.
[[nodiscard]] Json withArguments(const ResponseModel &model, Json value, const Json &arguments);

} // namespace Antiphon
