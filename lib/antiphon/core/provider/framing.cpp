// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/provider/framing.h>

#include <cstring>
#include <utility>

namespace Antiphon {

static const char *findByte(const char *from, const char *end, char byte)
{
    const void *found = std::memchr(from, byte, size_t(end - from));
    return found ? static_cast<const char *>(found) : end;
}

static QByteArrayView view(const char *from, const char *to)
{
    return {from, to - from};
}

// --- Server-sent events --------------------------------------------------------------------------

void SseFramer::feed(QByteArrayView bytes, QList<Frame> &out)
{
    const char *at = bytes.data();
    const char *const end = at + bytes.size();
    if (at != end && std::exchange(m_skipLf, false) && *at == '\n')
        ++at;

    // Both are kept from line to line, so that a body with one kind of line end only is still
    // searched once for the other.
    const char *lf = nullptr;
    const char *cr = nullptr;
    while (at != end && !m_overflowed) {
        if (!lf || lf < at)
            lf = findByte(at, end, '\n');
        if (!cr || cr < at)
            cr = findByte(at, end, '\r');
        const char *const stop = std::min(lf, cr);
        if (m_line.size() + (stop - at) > maxLine) {
            m_overflowed = true;
            return;
        }
        if (stop == end) {
            m_line.append(at, end - at);
            return;
        }
        if (m_line.isEmpty()) {
            endLine(view(at, stop), out); // the usual case: no copy of the line
        } else {
            m_line.append(at, stop - at);
            endLine(std::exchange(m_line, {}), out);
        }
        at = stop + 1;
        if (*stop == '\r') {
            if (at == end)
                m_skipLf = true;
            else if (*at == '\n')
                ++at;
        }
    }
}

void SseFramer::finish(QList<Frame> &out)
{
    if (!m_line.isEmpty())
        endLine(std::exchange(m_line, {}), out);
    endLine({}, out);
}

void SseFramer::endLine(QByteArrayView line, QList<Frame> &out)
{
    if (std::exchange(m_atStart, false) && line.startsWith("\xEF\xBB\xBF"))
        line = line.sliced(3);

    if (line.isEmpty()) {
        if (std::exchange(m_hasData, false))
            out.append(std::exchange(m_frame, {}));
        else
            m_frame.event.clear();
        return;
    }

    const char *const end = line.data() + line.size();
    const char *const colon = findByte(line.data(), end, ':');
    const QByteArrayView field = view(line.data(), colon); // empty for a comment
    QByteArrayView value = colon == end ? QByteArrayView() : view(colon + 1, end);
    if (value.startsWith(' '))
        value = value.sliced(1);

    if (field == "data") {
        if (std::exchange(m_hasData, true))
            m_frame.data += '\n';
        if (m_frame.data.isEmpty())
            m_frame.data = value.toByteArray();
        else
            m_frame.data += value;
        m_overflowed = m_frame.data.size() > maxLine;
    } else if (field == "event") {
        m_frame.event = value.toByteArray();
    }
}

// --- JSON lines ----------------------------------------------------------------------------------

static void endJsonLine(QByteArrayView line, QList<Frame> &out)
{
    const QByteArrayView trimmed = line.trimmed();
    if (!trimmed.isEmpty())
        out.append(Frame {.data = trimmed.toByteArray()});
}

void JsonLinesFramer::feed(QByteArrayView bytes, QList<Frame> &out)
{
    const char *at = bytes.data();
    const char *const end = at + bytes.size();
    while (at != end && !m_overflowed) {
        const char *const stop = findByte(at, end, '\n');
        m_overflowed = m_line.size() + (stop - at) > SseFramer::maxLine;
        if (m_overflowed)
            return;
        if (stop == end) {
            m_line.append(at, end - at);
            return;
        }
        if (m_line.isEmpty()) {
            endJsonLine(view(at, stop), out);
        } else {
            m_line.append(at, stop - at);
            endJsonLine(std::exchange(m_line, {}), out);
        }
        at = stop + 1;
    }
}

void JsonLinesFramer::finish(QList<Frame> &out)
{
    endJsonLine(std::exchange(m_line, {}), out);
}

// --- A JSON array in pieces ----------------------------------------------------------------------

void JsonArrayFramer::feed(QByteArrayView bytes, QList<Frame> &out)
{
    qsizetype from = 0; // of the part of the element that is not in m_element yet
    const auto keep = [&](qsizetype to) {
        if (m_element.size() + to - from > SseFramer::maxLine)
            m_overflowed = true;
        else
            m_element += bytes.sliced(from, to - from);
    };
    const auto endElement = [&](qsizetype to) {
        keep(to);
        const QByteArray element = std::exchange(m_element, {}).trimmed();
        if (!element.isEmpty())
            out.append(Frame {.data = element});
        from = to;
    };

    for (qsizetype i = 0; i < bytes.size() && !m_overflowed; ++i) {
        const char c = bytes[i];
        if (m_inString) {
            if (std::exchange(m_escaped, false))
                continue;
            m_escaped = c == '\\';
            m_inString = c != '"';
        } else if (c == '"') {
            m_inString = true;
        } else if (m_depth == 0 && (c == '[' || c == ']' || c == ',')) {
            endElement(i);
            from = i + 1;
        } else if (c == '{' || c == '[') {
            ++m_depth;
        } else if ((c == '}' || c == ']') && m_depth > 0 && --m_depth == 0) {
            endElement(i + 1);
        }
    }
    if (!m_overflowed)
        keep(bytes.size());
}

void JsonArrayFramer::finish(QList<Frame> &out)
{
    const QByteArray rest = std::exchange(m_element, {}).trimmed();
    if (!rest.isEmpty())
        out.append(Frame {.data = rest});
}

// --- A whole body --------------------------------------------------------------------------------

void WholeBodyFramer::feed(QByteArrayView bytes, QList<Frame> &)
{
    constexpr qsizetype maxBody = 4 * SseFramer::maxLine;
    m_overflowed = m_overflowed || m_body.size() + bytes.size() > maxBody;
    if (!m_overflowed)
        m_body += bytes;
}

void WholeBodyFramer::finish(QList<Frame> &out)
{
    out.append(Frame {.data = std::exchange(m_body, {})});
}

// --- Any of them ---------------------------------------------------------------------------------

Framer makeFramer(Framing framing)
{
    switch (framing) {
    case Framing::ServerSentEvents:
        return SseFramer();
    case Framing::JsonLines:
        return JsonLinesFramer();
    case Framing::JsonArray:
        return JsonArrayFramer();
    case Framing::AwsEventStream:
        return AwsEventStreamFramer();
    case Framing::WholeBody:
        break;
    }
    return WholeBodyFramer();
}

void feed(Framer &framer, QByteArrayView bytes, QList<Frame> &out)
{
    std::visit([&](auto &f) { f.feed(bytes, out); }, framer);
}

void finish(Framer &framer, QList<Frame> &out)
{
    std::visit([&](auto &f) { f.finish(out); }, framer);
}

bool overflowed(const Framer &framer)
{
    return std::visit([](const auto &f) { return f.overflowed(); }, framer);
}

bool broken(const Framer &framer)
{
    const auto *binary = std::get_if<AwsEventStreamFramer>(&framer);
    return binary && binary->broken();
}

} // namespace Antiphon
