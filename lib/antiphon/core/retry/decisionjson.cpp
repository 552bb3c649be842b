// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/retry/decide.h>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

Json textOrNull(const QString &text)
{
    return text.isEmpty() ? Json::null() : toJson(QStringView(text));
}

}

QString nextName(Decision::Next next)
{
    switch (next) {
    case Decision::Next::Stop:
        return u"stop"_s;
    case Decision::Next::Retry:
        return u"retry"_s;
    case Decision::Next::Repair:
        return u"repair"_s;
    case Decision::Next::Tool:
        return u"tool"_s;
    case Decision::Next::Fallback:
        return u"fallback"_s;
    }
    return {};
}

Json toJson(const Decision &decision)
{
    auto out = jsonObject({{"next", toJson(QStringView(nextName(decision.next)))}});
    if (!decision.stream.isEmpty())
        out.insert_or_assign("stream", toJson(QStringView(decision.stream)));
    out.insert_or_assign("rule", textOrNull(decision.rule));
    out.insert_or_assign("formula", textOrNull(decision.formula));
    out.insert_or_assign("range",
                         jsonArray({Json(decision.minSeconds), Json(decision.maxSeconds)}));
    out.insert_or_assign("drawn", Json(decision.drawnSeconds));
    out.insert_or_assign("header", textOrNull(decision.header));
    out.insert_or_assign("wait", Json(double(decision.wait.count()) / 1000));
    out.insert_or_assign("stop", decision.stop);
    if (!decision.target.isEmpty())
        out.insert_or_assign("target", toJson(QStringView(decision.target)));
    out.insert_or_assign("why", toJson(QStringView(decision.why)));
    return out;
}

} // namespace Antiphon
