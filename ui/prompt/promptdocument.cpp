// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "prompt/promptdocument.h"

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPlainTextDocumentLayout>
#include <QSignalBlocker>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Antiphon::Ui {

PromptDocument::PromptDocument(const PromptEntry &entry, const Project &project, QObject *parent)
    : ProjectDocument(parent)
{
    m_checkTimer.setSingleShot(true);
    m_checkTimer.setInterval(300ms);
    connect(&m_checkTimer, &QTimer::timeout, this, &PromptDocument::checkNow);
    reset(entry, project);
}

void PromptDocument::reset(const PromptEntry &entry, const Project &project)
{
    m_entry = entry;
    m_project = project;
    m_project.prompts = {entry};
    for (const auto &[name, text] : entry.variants.asKeyValueRange())
        addText(name, text);
    if (!m_texts.contains(m_variant))
        m_variant = entry.prompt.variant;
    m_sets = entry.inputs;
    m_sets.append(InputSet {.slug = {}, .values = {}}); // Scratch
    m_setChanged = QList<bool>(m_sets.size(), false);
    m_set = std::min(m_set, int(m_sets.size()) - 1);
    m_targets = entry.prompt.targets.value_or(project.defaultTargets);
    m_targetsChanged = false;
    m_settings = settingsOf(entry.prompt);
    setScripts(entry.prompt.dynamics);
    m_stack.clear();
    checkNow();
    updateModified();
    Q_EMIT variantChanged();
    Q_EMIT inputSetChanged();
    Q_EMIT targetsChanged();
    Q_EMIT outputChanged();
    Q_EMIT examplesChanged();
    Q_EMIT toolOfferChanged();
    Q_EMIT dynamicsChanged();
}

void PromptDocument::addText(const QString &variant, const QString &text)
{
    QTextDocument *&document = m_texts[variant];
    const bool isNew = !document;
    if (isNew) {
        document = new QTextDocument(this);
        document->setDocumentLayout(new QPlainTextDocumentLayout(document));
        // Before the text: a margin is an edit to a document, and must not be undone or saved.
        document->setDocumentMargin(QFontMetricsF(QGuiApplication::font()).height() * 0.4);
        connect(document, &QTextDocument::contentsChanged, &m_checkTimer,
                qOverload<>(&QTimer::start));
        connect(document, &QTextDocument::modificationChanged, this,
                &PromptDocument::updateModified);
    }
    if (isNew || document->toPlainText() != text)
        document->setPlainText(text);
    document->setModified(false);
}

const QString &PromptDocument::slug() const
{
    return m_entry.prompt.slug;
}

QString PromptDocument::title() const
{
    return m_entry.prompt.title.isEmpty() ? m_entry.prompt.slug : m_entry.prompt.title;
}

const QString &PromptDocument::folder() const
{
    return m_project.folder;
}

void PromptDocument::setTitle(const QString &title)
{
    m_entry.prompt.title = title;
    Q_EMIT titleChanged();
}

Prompt PromptDocument::prompt() const
{
    Prompt prompt = m_entry.prompt;
    prompt.variant = m_variant;
    prompt.text = text().toPlainText();
    prompt.targets = m_targets;
    prompt.output = m_settings.output;
    prompt.examples = m_settings.examples;
    prompt.tools = m_settings.tools.tools;
    prompt.toolChoice = m_settings.tools.choice;
    prompt.toolSteps = m_settings.tools.steps;
    prompt.dynamics = dynamics();
    return prompt;
}

QStringList PromptDocument::variants() const
{
    QStringList names = m_texts.keys();
    const auto isDefault = [](const QString &name) { return name == "default"_L1; };
    std::ranges::stable_partition(names, isDefault);
    return names;
}

const QString &PromptDocument::variant() const
{
    return m_variant;
}

void PromptDocument::setVariant(const QString &name)
{
    if (name == m_variant || !m_texts.contains(name))
        return;
    m_variant = name;
    Q_EMIT variantChanged();
    checkNow();
}

QTextDocument &PromptDocument::text() const
{
    return *m_texts.value(m_variant);
}

const TemplateFindings &PromptDocument::check() const
{
    return m_check;
}

void PromptDocument::checkNow()
{
    m_checkTimer.stop();
    const QStringList before = m_check.variables;
    m_check = findingsIn(text().toPlainText(), m_entry.prompt, m_project.snippets);
    Q_EMIT checked();
    if (m_check.variables != before)
        Q_EMIT variablesChanged();
}

QList<VariableSpec> PromptDocument::variables() const
{
    QList<VariableSpec> specs = m_entry.prompt.variables;
    for (const QString &name : m_check.variables) {
        if (std::ranges::find(specs, name, &VariableSpec::name) == specs.end())
            specs.append({.name = name, .multiline = true});
    }
    return specs;
}

QStringList PromptDocument::inputSets() const
{
    QStringList names;
    for (const InputSet &set : m_sets)
        names.append(set.slug.isEmpty() ? tr("Scratch") : set.slug);
    return names;
}

int PromptDocument::inputSet() const
{
    return m_set;
}

void PromptDocument::setInputSet(int index)
{
    if (index == m_set || index < 0 || index >= m_sets.size())
        return;
    m_set = index;
    Q_EMIT inputSetChanged();
    Q_EMIT valuesChanged();
}

bool PromptDocument::isScratch(int index) const
{
    return index == m_sets.size() - 1;
}

InputSet &PromptDocument::set()
{
    return m_sets[m_set];
}

const Variables &PromptDocument::values() const
{
    return m_sets[m_set].values;
}

void PromptDocument::setValue(const QString &name, const Value &value)
{
    if (const auto held = values().constFind(name); held != values().constEnd() && *held == value)
        return;
    set().values.insert(name, value);
    m_setChanged[m_set] = true;
    updateModified();
    Q_EMIT valuesChanged();
}

void PromptDocument::clearValue(const QString &name)
{
    if (set().values.remove(name) == 0)
        return;
    m_setChanged[m_set] = true;
    updateModified();
    Q_EMIT valuesChanged();
}

QStringList PromptDocument::targets() const
{
    return m_targets;
}

void PromptDocument::setTargets(const QStringList &slugs)
{
    if (slugs == m_targets)
        return;
    m_targets = slugs;
    m_targetsChanged = true;
    updateModified();
    Q_EMIT targetsChanged();
}

bool PromptDocument::isModified() const
{
    return m_modified;
}

void PromptDocument::updateModified()
{
    // Called by the first of them already.
    const auto changed = [](const QTextDocument *text) { return text && text->isModified(); };
    bool sets = false;
    for (int i = 0; i < m_setChanged.size(); ++i)
        sets = sets || (m_setChanged[i] && !isScratch(i));
    const bool modified = m_targetsChanged || sets || settingsChanged() || changed(m_config)
        || changed(m_parser) || std::ranges::any_of(m_texts, changed);
    if (std::exchange(m_modified, modified) != modified)
        Q_EMIT modifiedChanged(modified);
}

Result<> PromptDocument::save()
{
    for (const auto &[name, text] : m_texts.asKeyValueRange()) {
        if (!text->isModified())
            continue;
        if (Result<> saved = saveTemplate(m_project, slug(), name, text->toPlainText()); !saved)
            return saved;
        m_entry.variants.insert(name, text->toPlainText());
        text->setModified(false);
    }
    for (qsizetype i = 0; i < m_sets.size() - 1; ++i) {
        if (!m_setChanged[i])
            continue;
        if (Result<> saved = saveInputs(m_project, slug(), m_sets[i]); !saved)
            return saved;
        m_setChanged[i] = false;
    }
    if (m_targetsChanged) {
        PromptEntry entry = m_entry;
        entry.prompt.targets = m_targets;
        if (Result<> saved = savePrompt(m_project, entry); !saved)
            return saved;
        m_entry = std::move(entry);
        m_targetsChanged = false;
    }
    if (Result<> saved = saveSettings(); !saved)
        return saved;
    updateModified();
    return {};
}

} // namespace Antiphon::Ui
