// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// Reasoning that models write into their text, where a server leaves it there.
// Source: the chat templates of DeepSeek R1 and Qwen 3; read 2026-11.

#include "openaichat.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Antiphon {

// How far a text has come, in DecodeState::tagged.
namespace Stage {
enum : int { Undecided, Inside, Behind, Plain };
}

static constexpr QLatin1StringView opening("<think>");
static constexpr QLatin1StringView closing("</think>");

static QString withoutBlanksBefore(const QString &text)
{
    qsizetype at = 0;
    while (at < text.size() && text[at].isSpace())
        ++at;
    return text.sliced(at);
}

// What stands at the beginning decides; some templates open the reasoning themselves, so that the
// first thing said may be its end.
static void judgeBeginning(DecodeState &state)
{
    const QString begun = withoutBlanksBefore(state.held);
    const auto mayBecome = [&begun](QLatin1StringView tag) {
        return begun.size() < tag.size() && tag.startsWith(begun);
    };
    if (mayBecome(opening) || mayBecome(closing))
        return;
    state.tagged = Stage::Plain;
    if (begun.startsWith(opening)) {
        state.tagged = Stage::Inside;
        state.held = begun.sliced(opening.size());
    } else if (begun.startsWith(closing)) {
        state.tagged = Stage::Behind;
        state.held = begun.sliced(closing.size());
    }
}

static void tellThinking(const QString &text, DecodeState &state, StreamEvents &out)
{
    if (!text.isEmpty())
        out.append(ThinkingDelta {.text = text, .opensBlock = !std::exchange(state.thought, true)});
}

static void think(DecodeState &state, StreamEvents &out)
{
    if (const qsizetype end = state.held.indexOf(closing); end >= 0) {
        tellThinking(state.held.first(end), state, out);
        state.held = state.held.sliced(end + closing.size());
        state.tagged = Stage::Behind;
        return;
    }
    qsizetype kept = std::min(state.held.size(), closing.size() - 1);
    while (kept > 0 && !closing.startsWith(QStringView(state.held).last(kept)))
        --kept;
    tellThinking(state.held.chopped(kept), state, out);
    state.held = state.held.last(kept);
}

void decodeChatText(QString text, DecodeState &state, StreamEvents &out)
{
    if (text.isEmpty())
        return;
    if (!state.quirks.thinkTags || state.tagged == Stage::Plain) {
        out.append(TextDelta {std::move(text)});
        return;
    }
    state.held += text;
    if (state.tagged == Stage::Undecided)
        judgeBeginning(state);
    if (state.tagged == Stage::Inside)
        think(state, out);
    if (state.tagged == Stage::Behind) {
        state.held = withoutBlanksBefore(state.held);
        if (!state.held.isEmpty())
            state.tagged = Stage::Plain;
    }
    if (state.tagged == Stage::Plain)
        out.append(TextDelta {std::exchange(state.held, QString())});
}

void releaseText(DecodeState &state, StreamEvents &out)
{
    const QString rest = std::exchange(state.held, QString());
    if (state.tagged == Stage::Inside)
        tellThinking(rest, state, out);
    else if (!rest.isEmpty() && state.tagged == Stage::Undecided)
        out.append(TextDelta {rest});
}

} // namespace Antiphon
