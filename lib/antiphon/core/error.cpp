// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/error.h>

#include <QStringList>

#include <array>

using namespace Qt::StringLiterals;

namespace Antiphon {

// In the order of the enum.
static constexpr std::array kindNames {
    "setup"_L1,      "unsupported"_L1, "budget"_L1,          "authentication"_L1,
    "permission"_L1, "not-found"_L1,   "invalid-request"_L1, "context-length"_L1,
    "quota"_L1,      "rate-limit"_L1,  "server"_L1,          "connection"_L1,
    "timeout"_L1,    "dropped"_L1,     "bad-response"_L1,    "filtered"_L1,
    "validation"_L1, "tool"_L1,        "cancelled"_L1,
};
static_assert(kindNames.size() == size_t(ErrorKind::Cancelled) + 1);

QString errorKindName(ErrorKind kind)
{
    return kindNames[size_t(kind)];
}

std::optional<ErrorKind> errorKindFromName(QStringView name)
{
    for (size_t i = 0; i < kindNames.size(); ++i) {
        if (name == kindNames[i])
            return ErrorKind(i);
    }
    return {};
}

QStringList errorKindNames()
{
    return QStringList(kindNames.begin(), kindNames.end());
}

} // namespace Antiphon
