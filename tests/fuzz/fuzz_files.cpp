// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// What people and other programs write into files. The first byte picks the kind. No text may break
// a reader, and what one has read says the same when it is written and read again.

#include <antiphon/core/call/message.h>
#include <antiphon/core/call/parameters.h>
#include <antiphon/core/call/request.h>
#include <antiphon/core/config/networksettings.h>
#include <antiphon/core/config/parameterinfo.h>
#include <antiphon/core/config/prompt.h>
#include <antiphon/core/config/rules.h>
#include <antiphon/core/config/target.h>
#include <antiphon/core/cost/budget.h>
#include <antiphon/core/cost/litellmprices.h>
#include <antiphon/core/extract/extraction.h>
#include <antiphon/core/prompt/template.h>
#include <antiphon/core/provider/exchange.h>
#include <antiphon/core/provider/provider.h>
#include <antiphon/core/retry/plan.h>
#include <antiphon/core/retry/policy.h>
#include <antiphon/core/simulate/script.h>
#include <antiphon/core/tools/tool.h>

#include <QDate>

#include <cstdint>
#include <cstdio>
#include <cstdlib>

using namespace Antiphon;
using namespace Qt::StringLiterals;

template<typename Read>
static void mustReturn(const Json &value, Read read)
{
    const auto first = read(value);
    if (!first)
        return;
    const Json written = toJson(*first);
    const auto again = read(written);
    if (again && *again == *first)
        return;
    std::fprintf(stderr, "-- read: %s\n-- written: %s\n", toBytes(value).constData(),
                 toBytes(written).constData());
    if (!again)
        std::fprintf(stderr, "-- %s\n", qPrintable(again.error().message));
    std::abort();
}

static Result<Tool> readTool(const Json &value)
{
    return toolFromJson(u"tool"_s, value);
}

using Reader = void (*)(const Json &value);
static constexpr Reader readers[] = {
    [](const Json &value) { (void)promptFromJson(u"prompt"_s, value); },
    [](const Json &value) { (void)targetFromJson(u"target"_s, value); },
    [](const Json &value) { mustReturn(value, policyFromJson); },
    [](const Json &value) { mustReturn(value, readTool); },
    [](const Json &value) { mustReturn(value, dynamicsFromJson); },
    [](const Json &value) { mustReturn(value, messagesFromJson); },
    [](const Json &value) { mustReturn(value, parametersFromJson); },
    [](const Json &value) { mustReturn(value, budgetFromJson); },
    [](const Json &value) { mustReturn(value, networkFromJson); },
    [](const Json &value) { mustReturn(value, templateOptionsFromJson); },
    [](const Json &value) { mustReturn(value, cannedFromJson); },
    [](const Json &value) { (void)toolsFromJson(value); },
    [](const Json &value) { (void)scriptFromJson(value); },
    [](const Json &value) { (void)priceTableFromJson(value); },
    [](const Json &value) { (void)pricesFromLiteLlm(value, QDate(2026, 1, 1), u"fuzz"_s); },
    [](const Json &value) { (void)exchangeFromJson(value); },
    [](const Json &value) { (void)providersFromJson(value); },
    [](const Json &value) { (void)parameterTableFromJson(value); },
    [](const Json &value) { (void)answerRulesFromJson(value); },
    [](const Json &value) { (void)plannedOutcomesFromJson(value); },
};

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1)
        return 0;
    const QByteArrayView text(data + 1, qsizetype(size) - 1);
    if (const auto value = parseJson(text))
        readers[data[0] % std::size(readers)](*value);
    return 0;
}
