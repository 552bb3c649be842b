// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tools/tooldocument.h"

#include "widgets/textedits.h"

#include <antiphon/core/jsontext.h>
#include <antiphon/core/script/script.h>
#include <antiphon/store/project/jsonfile.h>

#include <QPlainTextDocumentLayout>
#include <QTextCursor>
#include <QUndoCommand>

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Antiphon::Ui {

class ToolDocument::CannedEdit : public QUndoCommand {
public:
    CannedEdit(ToolDocument &document, const CannedAnswers &after, const QString &what)
        : QUndoCommand(what)
        , m_document(document)
        , m_before(document.m_canned)
        , m_after(after)
    {
    }

    void undo() override { apply(m_before); }
    void redo() override { apply(m_after); }

private:
    void apply(const CannedAnswers &answers)
    {
        m_document.m_canned = answers;
        m_document.updateModified();
        Q_EMIT m_document.cannedChanged();
        Q_EMIT m_document.changed();
    }

    ToolDocument &m_document;
    CannedAnswers m_before;
    CannedAnswers m_after;
};

ToolDocument::ToolDocument(const Project &project, const QString &slug, QObject *parent)
    : ProjectDocument(parent)
    , m_text(new QTextDocument(this))
    , m_script(new QTextDocument(this))
{
    for (QTextDocument *text : {m_text, m_script})
        text->setDocumentLayout(new QPlainTextDocumentLayout(text));
    m_timer.setSingleShot(true);
    m_timer.setInterval(200ms);
    reset(project, slug);
    connect(&m_timer, &QTimer::timeout, this, &ToolDocument::read);
    for (QTextDocument *text : {m_text, m_script}) {
        connect(text, &QTextDocument::contentsChanged, &m_timer, qOverload<>(&QTimer::start));
        connect(text, &QTextDocument::modificationChanged, this, &ToolDocument::updateModified);
    }
}

static void resetText(QTextDocument &text, const QString &says)
{
    if (text.toPlainText() != says)
        text.setPlainText(says);
    text.setModified(false);
}

void ToolDocument::reset(const Project &project, const QString &slug)
{
    m_project = {};
    m_project.folder = project.folder;
    m_project.readOnly = project.readOnly;
    m_slug = slug;
    const ToolEntry *entry = findTool(project, slug);
    m_tool = entry ? entry->tool : Tool {.slug = slug};
    m_cannedFile = entry ? entry->cannedFile : Json();
    m_canned = m_savedCanned = m_tool.canned;
    resetText(*m_text, toolText(project, slug).value_or(QString()));
    resetText(*m_script, m_tool.script);
    m_stack.clear();
    read();
    updateModified();
    Q_EMIT cannedChanged();
}

const QString &ToolDocument::slug() const
{
    return m_slug;
}

QString ToolDocument::title() const
{
    return m_slug;
}

QTextDocument &ToolDocument::text() const
{
    return *m_text;
}

QTextDocument &ToolDocument::script() const
{
    return *m_script;
}

const Json &ToolDocument::json() const
{
    return m_json;
}

bool ToolDocument::canBeRead() const
{
    return m_readable;
}

Tool ToolDocument::tool() const
{
    Tool tool = m_tool;
    tool.slug = m_slug;
    tool.definition.slug = m_slug;
    tool.canned = m_canned;
    tool.script = m_script->toPlainText();
    return tool;
}

const QList<CodeMark> &ToolDocument::marks() const
{
    return m_marks;
}

const QList<CodeMark> &ToolDocument::scriptMarks() const
{
    return m_scriptMarks;
}

QString ToolDocument::faultOf(QStringView key) const
{
    const auto at = m_fault.indexOf(u": "_s);
    return at >= 0 && QStringView(m_fault).first(at) == key ? m_fault.sliced(at + 2) : QString();
}

QList<Problem> ToolDocument::problems() const
{
    QList<Problem> problems;
    const auto add = [&problems](const QList<CodeMark> &marks, const QString &file) {
        for (const CodeMark &mark : marks)
            problems.append(
                {.severity = mark.isError ? Problem::Severity::Error : Problem::Severity::Warning,
                 .file = file,
                 .line = mark.line,
                 .column = mark.column,
                 .message = mark.message});
    };
    add(m_marks, u"tools/%1.tool.json"_s.arg(m_slug));
    add(m_scriptMarks, u"tools/%1.tool.js"_s.arg(m_slug));
    return problems;
}

void ToolDocument::readNow()
{
    // Colours are changes of a text too; what it says has to be different.
    if (m_timer.isActive()
        && (m_text->toPlainText() != m_readText || m_script->toPlainText() != m_readScript))
        read();
}

void ToolDocument::read()
{
    m_timer.stop();
    m_readText = m_text->toPlainText();
    m_readScript = m_script->toPlainText();
    const QByteArray bytes = m_readText.toUtf8();
    const auto parsed = parseJson(bytes);
    m_marks.clear();
    m_fault.clear();
    m_readable = parsed && parsed->is_object();
    if (!parsed) {
        m_marks.append({parsed.error().line, parsed.error().column, true, parsed.error().message});
    } else if (!m_readable) {
        m_marks.append({1, 1, true, tr("A tool is an object in braces.")});
    } else {
        m_json = *parsed;
        if (auto tool = toolFromJson(m_slug, m_json)) {
            m_tool = *std::move(tool);
        } else {
            m_fault = tool.error().message;
            const TextPlace at = locate(bytes, {m_fault.section(u':', 0, 0)});
            m_marks.append({std::max(at.line, 1), std::max(at.column, 1), true, m_fault});
        }
    }
    readScript();
    Q_EMIT changed();
}

void ToolDocument::readScript()
{
    m_scriptMarks.clear();
    const QString &source = m_readScript;
    const bool wanted = m_tool.answer == Tool::Answer::Script;
    if (source.trimmed().isEmpty()) {
        if (wanted)
            m_scriptMarks.append({1, 1, false, tr("There is no script yet that could answer.")});
        return;
    }
    const Script script(source, m_slug + ".tool.js"_L1, Script::Form::Module);
    if (const auto fault = script.check())
        m_scriptMarks.append({fault->line, fault->column, wanted, fault->message});
}

void ToolDocument::edit(const Json &after, const QString &key)
{
    readNow();
    const QString before = m_text->toPlainText();
    QString text = rewrittenJson(before, after);
    if (before.endsWith(u'\n') && !text.endsWith(u'\n'))
        text += u'\n';
    const bool join = !key.isEmpty() && key == m_lastKey && m_text->revision() == m_lastRevision;
    if (!rewriteText(*m_text, text, join))
        return;
    m_lastKey = key;
    m_lastRevision = m_text->revision();
    read();
}

void ToolDocument::set(std::string_view member, const Json &value)
{
    readNow();
    if (!m_readable)
        return; // the form shows what the text no longer says
    Json after = m_json;
    if (value.is_null())
        after.erase(member);
    else
        after.insert_or_assign(member, value);
    edit(after, fromUtf8(member));
}

const CannedAnswers &ToolDocument::canned() const
{
    return m_canned;
}

void ToolDocument::setCanned(const CannedAnswers &answers, const QString &what)
{
    if (answers != m_canned)
        m_stack.push(new CannedEdit(*this, answers, what));
}

bool ToolDocument::isModified() const
{
    return m_modified;
}

void ToolDocument::updateModified()
{
    const bool modified
        = m_text->isModified() || m_script->isModified() || m_canned != m_savedCanned;
    if (std::exchange(m_modified, modified) != modified)
        Q_EMIT modifiedChanged(modified);
}

Result<> ToolDocument::save()
{
    readNow();
    if (!m_readable || !m_fault.isEmpty())
        return std::unexpected(toError(problems().first()));
    // What answers goes first: a tool never names a file that is not there.
    if (m_script->isModified() || m_canned != m_savedCanned) {
        const ToolEntry entry {.tool = tool(), .file = {}, .cannedFile = m_cannedFile};
        if (Result<> saved = saveToolAnswers(m_project, entry); !saved)
            return saved;
        m_savedCanned = m_canned;
        m_script->setModified(false);
    }
    if (m_text->isModified()) {
        if (Result<> saved = saveToolText(m_project, m_slug, m_text->toPlainText()); !saved)
            return saved;
        m_text->setModified(false);
    }
    updateModified();
    return {};
}

Json ToolDocument::draft() const
{
    Json draft = jsonObject();
    if (m_text->isModified())
        draft.insert_or_assign("text", toJson(QStringView(m_text->toPlainText())));
    if (m_script->isModified())
        draft.insert_or_assign("script", toJson(QStringView(m_script->toPlainText())));
    if (m_canned != m_savedCanned)
        draft.insert_or_assign("canned", toJson(m_canned));
    return draft;
}

void ToolDocument::restore(const Json &draft)
{
    for (const auto &[key, text] : {std::pair("text", m_text), std::pair("script", m_script)}) {
        if (const Json *held = find(draft, key); held && held->is_string())
            rewriteText(*text, toText(*held));
    }
    if (const Json *canned = find(draft, "canned")) {
        if (const auto answers = cannedFromJson(*canned))
            setCanned(*answers, tr("Restore Results"));
    }
    readNow();
}

} // namespace Antiphon::Ui
