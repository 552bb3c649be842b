// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// antiphon-oracle: reads one reference case from standard input and prints what our engine answers.

#include "oracle.h"

#include <QByteArray>
#include <QFile>

#include <array>
#include <cstdio>
#include <string_view>

using namespace Antiphon;

namespace Antiphon::Oracle {

Json errorResult(const QString &category, const QString &message)
{
    Json error = jsonObject({{"message", toJson(message)}});
    if (!category.isEmpty())
        error["category"] = toJson(category);
    return jsonObject({{"error", error}});
}

} // namespace Antiphon::Oracle

struct Suite {
    std::string_view name;
    Json (*run)(const Json &, const Oracle::Mode &);
};

static constexpr std::array suites {
    Suite {"calls", Oracle::runCallCase},
    Suite {"extraction", Oracle::runExtractionCase},
    Suite {"partial-json", Oracle::runPartialJsonCase},
    Suite {"retries", Oracle::runRetryCase},
    Suite {"templates", Oracle::runTemplateCase},
};

int main(int argc, char **argv)
{
    Oracle::Mode mode;
    for (int at = 1; at < argc; ++at) {
        if (std::string_view(argv[at]) != "--compat") {
            std::fputs("usage: antiphon-oracle [--compat] < case.json\n", stderr);
            return 2;
        }
        mode.compat = true;
    }

    QFile in;
    if (!in.open(stdin, QIODevice::ReadOnly))
        return 2;
    const auto input = parseJson(in.readAll());
    if (!input) {
        std::fprintf(stderr, "antiphon-oracle: standard input is no JSON: %s\n",
                     qPrintable(input.error().message));
        return 2;
    }
    const QString name = textOf(*input, "suite");
    for (const Suite &suite : suites) {
        if (name == fromUtf8(suite.name)) {
            std::puts(toBytes(suite.run(*input, mode)).constData());
            return 0;
        }
    }
    std::fprintf(stderr, "antiphon-oracle: no engine for the suite '%s'\n", qPrintable(name));
    return 2;
}
