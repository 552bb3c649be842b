// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "retry/policydocument.h"

#include <antiphon/core/retry/policyread.h>
#include <antiphon/store/project/jsonfile.h>
#include <antiphon/store/project/jsonpatch.h>
#include <antiphon/store/project/projectjson.h>

#include <QUndoCommand>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

class PolicyDocument::Edit : public QUndoCommand {
public:
    Edit(PolicyDocument &document, const QString &after, const QString &what, const QString &key)
        : QUndoCommand(what)
        , m_document(document)
        , m_before(document.m_text)
        , m_after(after)
        , m_key(key)
    {
    }

    void undo() override { m_document.apply(m_before); }
    void redo() override { m_document.apply(m_after); }
    int id() const override { return 1; }

    bool mergeWith(const QUndoCommand *next) override
    {
        const auto *edit = static_cast<const Edit *>(next);
        if (m_key.isEmpty() || edit->m_key != m_key)
            return false;
        m_after = edit->m_after;
        setObsolete(m_after == m_before);
        return true;
    }

private:
    PolicyDocument &m_document;
    QString m_before;
    QString m_after;
    QString m_key;
};

static QString fileOf(const QString &slug)
{
    return u"retry/%1.json"_s.arg(slug);
}

PolicyDocument::PolicyDocument(const RetryEntry &entry, const Project &project, QObject *parent)
    : ProjectDocument(parent)
    , m_project {.folder = project.folder, .readOnly = project.readOnly}
{
    reset(entry);
}

void PolicyDocument::reset(const RetryEntry &entry)
{
    m_slug = entry.slug;
    m_saved = entry.file.is_object() ? entry.file : policyJson(entry);
    m_savedPolicy = policyFromJson(m_saved).value_or(entry.policy);
    m_savedPolicy.slug = m_slug;
    m_policy = m_savedPolicy;
    m_stack.clear();
    apply(QString::fromUtf8(toPretty(m_saved)));
}

const QString &PolicyDocument::slug() const
{
    return m_slug;
}

QString PolicyDocument::title() const
{
    return m_slug;
}

const RetryPolicy &PolicyDocument::policy() const
{
    return m_policy;
}

RetryPolicy PolicyDocument::saved() const
{
    return m_savedPolicy;
}

const QString &PolicyDocument::text() const
{
    return m_text;
}

const QList<Problem> &PolicyDocument::problems() const
{
    return m_problems;
}

bool PolicyDocument::canBeRead() const
{
    return m_canBeRead;
}

/// "when.any[0].error: ..." stands at the member it names.
static QStringList pathIn(const QString &message)
{
    QString path = message.section(u':', 0, 0);
    path.replace(u'[', u'.').remove(u']');
    return path.contains(u' ') ? QStringList() : path.split(u'.', Qt::SkipEmptyParts);
}

void PolicyDocument::read()
{
    m_problems.clear();
    m_canBeRead = false;
    const QByteArray bytes = m_text.toUtf8();
    const QString file = fileOf(m_slug);
    const auto json = parseProjectJson({.bytes = bytes}, file);
    if (!json) {
        m_problems.append(json.error());
        return;
    }
    const auto report
        = [&](Problem::Severity severity, const QStringList &path, const QString &message) {
              const TextPlace place = locate(bytes, path);
              m_problems.append({severity, file, place.line, place.column, message});
          };
    Result<RetryPolicy> policy = policyFromJson(*json);
    if (!policy) {
        report(Problem::Severity::Error, pathIn(policy.error().message), policy.error().message);
        return;
    }
    m_canBeRead = true;
    m_json = *json;
    m_policy = *std::move(policy);
    m_policy.slug = m_slug;
    for (const ScriptError &fault : faults(m_policy))
        report(Problem::Severity::Error, pathIn(fault.file), fault.message);
    for (const QString &path : unknownPolicyFields(*json))
        report(Problem::Severity::Hint, pathIn(path),
               tr("Antiphon does not know “%1”; it is kept and changes nothing.").arg(path));
    std::ranges::stable_sort(m_problems, {}, &Problem::line);
}

void PolicyDocument::apply(const QString &text)
{
    m_text = text;
    read();
    const bool modified
        = m_canBeRead ? m_json != m_saved : m_text != QString::fromUtf8(toPretty(m_saved));
    Q_EMIT changed();
    if (std::exchange(m_modified, modified) != modified)
        Q_EMIT modifiedChanged(modified);
}

/// \p file saying \p after where it said \p before. A tree that became another one is written anew:
/// what the old one said must not be left standing in it.
static Json changedFile(const Json &file, const RetryPolicy &before, const RetryPolicy &after)
{
    const auto jsonOf = [&file](const RetryPolicy &policy) {
        return policyJson({.slug = policy.slug, .policy = policy, .file = file});
    };
    Json json = patched(file, jsonOf(before), jsonOf(after));
    Result<RetryPolicy> said = policyFromJson(json);
    if (said)
        said->slug = after.slug;
    if (said && *said == after
        && unknownPolicyFields(json).size() <= unknownPolicyFields(file).size())
        return json;
    const auto write = [&json](const char *key, bool changed, Json tree) {
        if (changed)
            json.insert_or_assign(key, std::move(tree));
    };
    write("when", before.when != after.when, toJson(after.when));
    write("never", before.never != after.never, toJson(after.never));
    write("wait", before.wait != after.wait, toJson(after.wait));
    write("stop", before.stop != after.stop, toJson(after.stop));
    return json;
}

bool PolicyDocument::edit(const RetryPolicy &after, const QString &what, const QString &key)
{
    if (!m_canBeRead)
        return false;
    if (after == m_policy)
        return true;
    const Json json = changedFile(m_json, m_policy, after);
    if (!policyFromJson(json))
        return false;
    m_stack.push(new Edit(*this, QString::fromUtf8(toPretty(json)), what, key));
    return true;
}

void PolicyDocument::setText(const QString &text, const QString &key)
{
    if (text != m_text)
        m_stack.push(new Edit(*this, text, tr("Edit Text"), key));
}

bool PolicyDocument::isModified() const
{
    return m_modified;
}

Result<> PolicyDocument::save()
{
    if (!m_canBeRead)
        return std::unexpected(toError(m_problems.first()));
    Result<Json> written = savePolicyFile(m_project, m_slug, m_saved, m_json);
    if (!written)
        return std::unexpected(written.error());
    m_saved = *std::move(written);
    m_savedPolicy = policyFromJson(m_saved).value_or(m_policy);
    m_savedPolicy.slug = m_slug;
    // What others have changed on the disk meanwhile is taken over.
    apply(m_saved == m_json ? m_text : QString::fromUtf8(toPretty(m_saved)));
    return {};
}

} // namespace Antiphon::Ui
