// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/script/script.h>

#include <cstdint>
#include <cstdlib>

using namespace Antiphon;
using namespace Qt::StringLiterals;

// Input: a byte for the form, then the script and a JSON value of names, separated by NUL.
// Promises: nothing crashes or hangs, a failure has words, a place is not negative.

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray rest(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1));
    const qsizetype cut = rest.indexOf('\0');
    const QString source = QString::fromUtf8(cut < 0 ? rest : rest.first(cut));
    const auto names = parseJson(cut < 0 ? QByteArrayView("{}") : rest.sliced(cut + 1));
    const auto form = Script::Form(data[0] % 3);
    const ScriptWorld world {.clock =
                                 [] {
                                     return std::chrono::nanoseconds(
                                         std::chrono::steady_clock::now().time_since_epoch());
                                 },
                             .limits = {.time = std::chrono::milliseconds(50)}};

    const auto script = Script::read(source, u"fuzz.js"_s, form);
    std::expected<ScriptResult, ScriptError> result;
    if (!script)
        result = std::unexpected(script.error());
    else if (form == Script::Form::Module)
        result = script->call(u"f"_s, {names.value_or(jsonObject())}, world);
    else
        result = script->evaluate(names.value_or(jsonObject()), world);
    if (!result && (result.error().message.isEmpty() || result.error().line < 0))
        std::abort();
    return 0;
}
