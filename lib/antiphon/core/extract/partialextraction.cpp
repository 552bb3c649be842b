// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/extract/partialextraction.h>

#include <antiphon/core/extract/coerce.h>
#include <antiphon/core/extract/readanswer.h>
#include <antiphon/core/extract/schemaref.h>

#include <utility>

using namespace Qt::StringLiterals;

namespace Antiphon {

// A brace further from its end than this is taken for the answer's.
static constexpr qsizetype longestProse = 200;

PartialExtraction::PartialExtraction(Extraction how)
    : m_how(std::move(how))
    , m_json(std::make_unique<PartialJson>())
{
}

void PartialExtraction::beginAnew()
{
    m_json = std::make_unique<PartialJson>();
    m_begun = false;
    m_head.clear();
}

// Everything before the first brace is prose; so is what follows the object's end.
void PartialExtraction::add(const QString &text)
{
    QStringView rest = text;
    if (!m_begun) {
        const qsizetype begin = beginIn(rest);
        m_blank = m_blank && rest.trimmed().isEmpty();
        if (begin < 0)
            return;
        m_begun = true;
        rest = rest.sliced(begin);
    }
    if (m_json->isWhole() || rest.isEmpty())
        return;
    if (m_head.size() < longestProse)
        m_head += rest;
    m_json->feed(rest.toUtf8());
    m_changed = true;

    // Prose has braces too ("{really}"): what is no JSON from its beginning on was none.
    if (m_json->error() && m_head.size() < longestProse) {
        const QString after = m_head.sliced(1);
        beginAnew();
        add(after);
    }
}

/// Where the value begins in \p text; -1: not yet. A list may come without the object around it.
qsizetype PartialExtraction::beginIn(QStringView text)
{
    const QStringView said = text.trimmed();
    const bool bareList = m_how.model.wrapped && m_how.lenient && m_blank && said.startsWith(u'[');
    if (!bareList)
        return jsonBegin(text);
    m_json->feed("{\"value\":");
    return text.indexOf(u'[');
}

bool PartialExtraction::feed(const StreamEvent &event)
{
    const bool byTool = m_how.mechanism == Extraction::Mechanism::Tool;
    // A model that cannot be made to call the tool may answer in text.
    if (const auto *text = std::get_if<TextDelta>(&event); text && (!byTool || m_call < 0))
        add(text->text);
    if (const auto *call = std::get_if<ToolCallDelta>(&event); call && byTool) {
        if (m_call < 0) {
            m_call = call->index;
            beginAnew();
        }
        if (call->index == m_call)
            add(call->arguments);
    }
    return refresh();
}

bool PartialExtraction::feed(const StreamEvents &events)
{
    bool changed = false;
    for (const StreamEvent &event : events)
        changed = feed(event) || changed;
    return changed;
}

bool PartialExtraction::refresh()
{
    if (!std::exchange(m_changed, false) || !m_json->value())
        return false;
    // A whole answer has nothing open any more, but what is missing may still be a default.
    static const Location nowhere {u"\n"_s};
    const Json &schema = m_how.model.schema;
    const Json value = withArguments(m_how.model, *m_json->value(), m_how.arguments);
    Coerced coerced
        = coerce(value, schema,
                 {.lax = m_how.lenient, .open = m_json->isWhole() ? nowhere : m_json->open()});
    m_issues = std::move(coerced.issues);
    const Json *inner = m_how.model.wrapped ? find(coerced.value, "value") : nullptr;
    Json next = m_how.model.wrapped ? (inner ? Json(*inner) : Json::null()) : coerced.value;
    if (next == m_value)
        return false;
    m_value = std::move(next);
    return true;
}

std::optional<Location> PartialExtraction::open() const
{
    if (m_json->isWhole())
        return {};
    const Location &open = m_json->open();
    return m_how.model.wrapped && !open.isEmpty() ? open.sliced(1) : open;
}

QList<PartialExtraction::Item> PartialExtraction::takeItems()
{
    const Json *list = m_json->value();
    if (list && m_how.model.wrapped)
        list = find(*list, "value");
    if (!list || !list->is_array())
        return {};
    const Location &open = m_json->open();
    const qsizetype depth = m_how.model.wrapped ? 1 : 0;
    const bool lastOpen
        = !m_json->isWhole() && open.size() > depth && std::holds_alternative<qint64>(open[depth]);
    const auto closed = qint64(list->size()) - (lastOpen ? 1 : 0);

    const Json *property = localTarget(m_how.model.schema, u"#/properties/value");
    const Json &listSchema
        = property ? resolved(m_how.model.schema, *property) : m_how.model.schema;
    const Json *items = find(listSchema, "items");
    QList<Item> out;
    for (; m_taken < closed; ++m_taken) {
        Item item {.index = m_taken, .value = (*list)[size_t(m_taken)]};
        if (items && items->is_object()) {
            Json schema = *items; // references in it look for their definitions at its top
            for (const char *key : {"$defs", "definitions"}) {
                if (const Json *definitions = find(m_how.model.schema, key))
                    schema.insert_or_assign(key, *definitions);
            }
            Coerced coerced = coerce(item.value, schema, {.lax = m_how.lenient});
            item.value = std::move(coerced.value);
            item.issues = std::move(coerced.issues);
        }
        out.append(std::move(item));
    }
    return out;
}

} // namespace Antiphon
