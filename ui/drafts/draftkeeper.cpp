// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "drafts/draftkeeper.h"

#include "workspace.h"

#include <antiphon/store/project/projectjson.h>

#include <QThreadPool>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Antiphon::Ui {

DraftKeeper::DraftKeeper(Workspace &workspace, const QString &stateFolder, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_stateFolder(stateFolder)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(3s);
    connect(&m_timer, &QTimer::timeout, this, &DraftKeeper::keepNow);
    connect(&workspace, &Workspace::opened, this, &DraftKeeper::opened);
    connect(&workspace, &Workspace::modifiedChanged, this, [this] {
        watchDocuments();
        m_timer.start();
    });
    connect(&workspace.targets(), &TargetEdits::changed, &m_timer, qOverload<>(&QTimer::start));
    connect(&workspace, &Workspace::closed, this, [this] {
        // Closed on purpose: edits were saved or given up.
        m_timer.stop();
        if (m_kept && !m_file.isEmpty())
            std::ignore = saveDrafts(m_file, m_found);
        m_file.clear();
        m_found = {};
        m_kept = false;
    });
}

void DraftKeeper::opened()
{
    m_file = draftsFile(m_stateFolder, m_workspace.project().folder);
    m_found = loadDrafts(m_file);
    m_kept = !m_found.isEmpty();
    if (m_found.isEmpty())
        return;
    QStringList names;
    for (const auto &member : m_found.prompts.object_range()) {
        const PromptEntry *entry = findPrompt(m_workspace.project(), fromUtf8(member.key()));
        if (entry)
            names.append(entry->prompt.title.isEmpty() ? entry->prompt.slug : entry->prompt.title);
    }
    for (const auto &member : m_found.targets.object_range()) {
        if (const Target *target = m_workspace.targets().target(fromUtf8(member.key())))
            names.append(displayName(*target));
    }
    for (const auto &member : m_found.policies.object_range()) {
        const QString slug = fromUtf8(member.key());
        const auto &policies = m_workspace.project().policies;
        if (std::ranges::find(policies, slug, &RetryEntry::slug) != policies.end())
            names.append(slug);
    }
    for (const auto &member : m_found.schemas.object_range()) {
        const QString slug = fromUtf8(member.key());
        if (schemaText(m_workspace.project(), slug))
            names.append(slug);
    }
    for (const auto &member : m_found.tools.object_range()) {
        const QString slug = fromUtf8(member.key());
        if (toolText(m_workspace.project(), slug))
            names.append(slug);
    }
    if (names.isEmpty())
        discard(); // all of it is gone from the project
    else
        Q_EMIT found(names, m_found.saved);
}

void DraftKeeper::watchDocuments()
{
    for (PromptDocument *document : m_workspace.documents()) {
        // Connected once each: a second time changes nothing.
        connect(document, &PromptDocument::checked, this, &DraftKeeper::documentChanged,
                Qt::UniqueConnection);
        connect(document, &PromptDocument::valuesChanged, this, &DraftKeeper::documentChanged,
                Qt::UniqueConnection);
        connect(document, &PromptDocument::targetsChanged, this, &DraftKeeper::documentChanged,
                Qt::UniqueConnection);
        connect(document, &PromptDocument::dynamicsChanged, this, &DraftKeeper::documentChanged,
                Qt::UniqueConnection);
    }
    for (SchemaDocument *document : m_workspace.schemas()) {
        connect(document, &SchemaDocument::changed, this, &DraftKeeper::documentChanged,
                Qt::UniqueConnection);
        connect(document, &SchemaDocument::rulesChanged, this, &DraftKeeper::documentChanged,
                Qt::UniqueConnection);
    }
    for (ToolDocument *document : m_workspace.tools())
        connect(document, &ToolDocument::changed, this, &DraftKeeper::documentChanged,
                Qt::UniqueConnection);
    for (PolicyDocument *document : m_workspace.policies())
        connect(document, &PolicyDocument::changed, this, &DraftKeeper::documentChanged,
                Qt::UniqueConnection);
}

void DraftKeeper::documentChanged()
{
    m_timer.start();
}

Drafts DraftKeeper::current() const
{
    Drafts drafts = m_found;
    for (const PromptDocument *document : m_workspace.documents()) {
        if (Json draft = document->draft(); !draft.empty())
            drafts.prompts.insert_or_assign(toUtf8(document->slug()), std::move(draft));
    }
    for (const QString &slug : m_workspace.targets().modified())
        drafts.targets.insert_or_assign(toUtf8(slug),
                                        targetJson(*m_workspace.targets().target(slug)));
    for (const PolicyDocument *document : m_workspace.policies()) {
        if (document->isModified())
            drafts.policies.insert_or_assign(toUtf8(document->slug()),
                                             toJson(QStringView(document->text())));
    }
    for (const SchemaDocument *document : m_workspace.schemas()) {
        if (Json draft = document->draft(); !draft.empty())
            drafts.schemas.insert_or_assign(toUtf8(document->slug()), std::move(draft));
    }
    for (const ToolDocument *document : m_workspace.tools()) {
        if (Json draft = document->draft(); !draft.empty())
            drafts.tools.insert_or_assign(toUtf8(document->slug()), std::move(draft));
    }
    if (!drafts.isEmpty())
        drafts.saved = QDateTime::currentDateTimeUtc();
    return drafts;
}

void DraftKeeper::keepNow()
{
    m_timer.stop();
    if (m_file.isEmpty())
        return;
    const Drafts drafts = current();
    if (drafts.isEmpty() && !m_kept)
        return;
    m_kept = !drafts.isEmpty();
    QThreadPool::globalInstance()->start(
        [file = m_file, drafts] { std::ignore = saveDrafts(file, drafts); });
}

void DraftKeeper::restore()
{
    const Drafts drafts = std::exchange(m_found, {});
    for (const auto &member : drafts.prompts.object_range()) {
        if (PromptDocument *document = m_workspace.document(fromUtf8(member.key())))
            document->restore(member.value());
    }
    for (const auto &member : drafts.targets.object_range()) {
        const QString slug = fromUtf8(member.key());
        const Result<Target> target = targetFromJson(slug, member.value());
        if (target)
            m_workspace.targets().edit(*target, tr("Restore %1").arg(displayName(*target)));
    }
    for (const auto &member : drafts.policies.object_range()) {
        if (PolicyDocument *document = m_workspace.policy(fromUtf8(member.key())))
            document->setText(toText(member.value()));
    }
    for (const auto &member : drafts.schemas.object_range()) {
        if (SchemaDocument *document = m_workspace.schema(fromUtf8(member.key())))
            document->restore(member.value());
    }
    for (const auto &member : drafts.tools.object_range()) {
        if (ToolDocument *document = m_workspace.tool(fromUtf8(member.key())))
            document->restore(member.value());
    }
    watchDocuments();
    keepNow();
}

void DraftKeeper::discard()
{
    m_found = {};
    keepNow();
}

} // namespace Antiphon::Ui
