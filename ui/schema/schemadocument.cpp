// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schema/schemadocument.h"

#include "widgets/textedits.h"

#include <antiphon/core/extract/jsonschema.h>
#include <antiphon/core/jsontext.h>
#include <antiphon/core/script/script.h>

#include <QPlainTextDocumentLayout>
#include <QTextCursor>
#include <QUndoCommand>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Antiphon::Ui {

class SchemaDocument::RulesEdit : public QUndoCommand {
public:
    RulesEdit(SchemaDocument &document, const QList<AnswerRule> &rules, const QString &what,
              const QString &key)
        : QUndoCommand(what)
        , m_document(document)
        , m_before(document.m_rules)
        , m_after(rules)
        , m_key(key)
    {
    }

    void undo() override { apply(m_before); }
    void redo() override { apply(m_after); }
    int id() const override { return 1; }

    bool mergeWith(const QUndoCommand *next) override
    {
        const auto *edit = static_cast<const RulesEdit *>(next);
        if (m_key.isEmpty() || edit->m_key != m_key)
            return false;
        m_after = edit->m_after;
        return true;
    }

private:
    void apply(const QList<AnswerRule> &rules)
    {
        m_document.m_rules = rules;
        m_document.updateModified();
        Q_EMIT m_document.rulesChanged();
    }

    SchemaDocument &m_document;
    QList<AnswerRule> m_before;
    QList<AnswerRule> m_after;
    QString m_key;
};

SchemaDocument::SchemaDocument(const Project &project, const QString &slug, QObject *parent)
    : ProjectDocument(parent)
    , m_text(new QTextDocument(this))
{
    m_text->setDocumentLayout(new QPlainTextDocumentLayout(m_text));
    m_timer.setSingleShot(true);
    m_timer.setInterval(200ms);
    reset(project, slug);
    connect(&m_timer, &QTimer::timeout, this, &SchemaDocument::read);
    connect(m_text, &QTextDocument::contentsChanged, &m_timer, qOverload<>(&QTimer::start));
    connect(m_text, &QTextDocument::modificationChanged, this, &SchemaDocument::updateModified);
}

void SchemaDocument::reset(const Project &project, const QString &slug)
{
    m_project = {};
    m_project.folder = project.folder;
    m_project.readOnly = project.readOnly;
    m_slug = slug;
    const Result<QString> text = schemaText(project, slug);
    if (m_text->toPlainText() != text.value_or(QString()))
        m_text->setPlainText(text.value_or(QString()));
    m_text->setModified(false);
    m_rules.clear();
    if (const auto rules = project.rules.constFind(slug); rules != project.rules.constEnd())
        m_rules = answerRulesFromJson(*rules).value_or(QList<AnswerRule> {});
    m_savedRules = m_rules;
    m_stack.clear();
    m_saved = project.schemas.value(slug, jsonObject());
    read();
    updateModified();
    Q_EMIT rulesChanged();
}

const QString &SchemaDocument::slug() const
{
    return m_slug;
}

QString SchemaDocument::title() const
{
    return m_slug;
}

QTextDocument &SchemaDocument::text() const
{
    return *m_text;
}

const Json &SchemaDocument::schema() const
{
    return m_schema;
}

const Json &SchemaDocument::savedSchema() const
{
    return m_saved;
}

const QList<AnswerRule> &SchemaDocument::savedRules() const
{
    return m_savedRules;
}

bool SchemaDocument::canBeRead() const
{
    return m_readable;
}

const QList<CodeMark> &SchemaDocument::marks() const
{
    return m_marks;
}

QList<Problem> SchemaDocument::problems() const
{
    QList<Problem> problems;
    for (const CodeMark &mark : m_marks)
        problems.append(
            {.severity = mark.isError ? Problem::Severity::Error : Problem::Severity::Warning,
             .file = u"schemas/%1.schema.json"_s.arg(m_slug),
             .line = mark.line,
             .column = mark.column,
             .message = mark.message});
    for (const AnswerRule &rule : m_rules) {
        if (const auto fault = Script(rule.condition, tr("the rule")).check())
            problems.append(
                {.file = u"schemas/%1.rules.json"_s.arg(m_slug), .message = fault->text()});
    }
    return problems;
}

void SchemaDocument::readNow()
{
    if (m_timer.isActive())
        read();
}

/// Where in the text a schema is no schema: at the first pointer the message names, if it does.
static TextPosition placeOf(const QString &text, const QString &message)
{
    const auto spans = jsonSpans(text);
    for (const QString &word : message.split(u' ')) {
        const QString pointer = QString(word).remove(u'"').remove(u'#');
        const auto value = parseJson(text.toUtf8());
        if (!spans || !value || !pointer.startsWith(u'/'))
            continue;
        if (const JsonSpan *span = find(*spans, locationFromPointer(pointer, *value)))
            return positionIn(text, span->begin);
    }
    return positionIn(text, spans ? spans->begin : 0);
}

void SchemaDocument::read()
{
    m_timer.stop();
    const QString text = m_text->toPlainText();
    const auto parsed = parseJson(text.toUtf8());
    m_marks.clear();
    m_readable = parsed.has_value() && (parsed->is_object() || parsed->is_bool());
    if (!parsed) {
        m_marks.append({parsed.error().line, parsed.error().column, true, parsed.error().message});
    } else if (!m_readable) {
        m_marks.append({1, 1, true, tr("A schema is an object in braces.")});
    } else {
        m_schema = *parsed;
        if (const auto schema = JsonSchema::read(m_schema); !schema) {
            const TextPosition at = placeOf(text, schema.error().message);
            m_marks.append({at.line, at.column, true, schema.error().message});
        }
    }
    Q_EMIT changed();
}

void SchemaDocument::edit(const Json &after)
{
    readNow();
    const QString before = m_text->toPlainText();
    QString text = rewrittenJson(before, after);
    if (before.endsWith(u'\n') && !text.endsWith(u'\n'))
        text += u'\n';
    if (rewriteText(*m_text, text))
        read();
}

const QList<AnswerRule> &SchemaDocument::rules() const
{
    return m_rules;
}

void SchemaDocument::setRules(const QList<AnswerRule> &rules, const QString &what,
                              const QString &key)
{
    if (rules != m_rules)
        m_stack.push(new RulesEdit(*this, rules, what, key));
}

Json SchemaDocument::rulesJson() const
{
    if (m_rules.isEmpty())
        return Json::null();
    Json list = jsonArray();
    for (const AnswerRule &rule : m_rules)
        list.push_back(jsonObject({{"if", toJson(QStringView(rule.condition))},
                                   {"message", toJson(QStringView(rule.message))},
                                   {"path", toJson(QStringView(rule.path))}}));
    return jsonObject({{"antiphon", Json("rules/1")}, {"rules", std::move(list)}});
}

bool SchemaDocument::isModified() const
{
    return m_modified;
}

void SchemaDocument::updateModified()
{
    const bool modified = m_text->isModified() || m_rules != m_savedRules;
    if (std::exchange(m_modified, modified) != modified)
        Q_EMIT modifiedChanged(modified);
}

Result<> SchemaDocument::save()
{
    readNow();
    if (m_text->isModified()) {
        if (Result<> saved = saveSchema(m_project, m_slug, m_text->toPlainText()); !saved)
            return saved;
        m_text->setModified(false);
        m_saved = m_schema;
    }
    if (m_rules != m_savedRules) {
        if (Result<> saved = saveRules(m_project, m_slug, m_rules); !saved)
            return saved;
        m_savedRules = m_rules;
    }
    updateModified();
    return {};
}

Json SchemaDocument::draft() const
{
    Json draft = jsonObject();
    if (m_text->isModified())
        draft.insert_or_assign("text", toJson(QStringView(m_text->toPlainText())));
    if (m_rules != m_savedRules)
        draft.insert_or_assign("rules", rulesJson());
    return draft;
}

void SchemaDocument::restore(const Json &draft)
{
    if (const Json *text = find(draft, "text"); text && text->is_string()) {
        QTextCursor all(m_text);
        all.select(QTextCursor::Document);
        all.insertText(toText(*text));
    }
    if (const Json *rules = find(draft, "rules"))
        setRules(answerRulesFromJson(*rules).value_or(QList<AnswerRule> {}), tr("Restore Rules"));
    readNow();
}

} // namespace Antiphon::Ui
