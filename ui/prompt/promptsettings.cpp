// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a prompt document knows besides texts and values: the form of its answer, its examples, its
// tools, its rules, its scripts.

#include "prompt/promptdocument.h"
#include "prompt/settingsedit.h"

#include <QPlainTextDocumentLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

PromptDocument::Settings PromptDocument::settingsOf(const Prompt &prompt)
{
    return {.output = prompt.output,
            .examples = prompt.examples,
            .tools = {prompt.tools, prompt.toolChoice, prompt.toolSteps},
            .dynamics = prompt.dynamics};
}

const std::optional<OutputSpec> &PromptDocument::output() const
{
    return m_settings.output;
}

void PromptDocument::setOutput(const std::optional<OutputSpec> &output, const QString &what)
{
    if (output == m_settings.output)
        return;
    Settings after = m_settings;
    after.output = output;
    m_stack.push(new SettingsEdit(*this, after, what, {}));
}

const QString &PromptDocument::examples() const
{
    return m_settings.examples;
}

void PromptDocument::setExamples(const QString &dataset, const QString &what)
{
    if (dataset == m_settings.examples)
        return;
    Settings after = m_settings;
    after.examples = dataset;
    m_stack.push(new SettingsEdit(*this, after, what, {}));
}

const ToolOffer &PromptDocument::toolOffer() const
{
    return m_settings.tools;
}

void PromptDocument::setToolOffer(const ToolOffer &use, const QString &what, const QString &key)
{
    if (use == m_settings.tools)
        return;
    Settings after = m_settings;
    after.tools = use;
    m_stack.push(new SettingsEdit(*this, after, what, key));
}

void PromptDocument::follow(const std::function<bool(Prompt &)> &rename)
{
    // Both what the file said, which others have changed, and what is edited.
    Prompt edited = prompt();
    const bool named = rename(m_entry.prompt);
    if (!rename(edited) && !named)
        return;
    m_stack.clear(); // what is on it names the old one
    applySettings(settingsOf(edited));
}

static Dynamics withoutScripts(Dynamics dynamics)
{
    dynamics.config = {};
    dynamics.parser = {};
    return dynamics;
}

Dynamics PromptDocument::dynamics() const
{
    Dynamics dynamics = m_settings.dynamics;
    const auto scriptOf = [](const QTextDocument *text, const QString &file) {
        const QString source = text->toPlainText();
        return source.trimmed().isEmpty() ? Script() : Script(source, file, Script::Form::Module);
    };
    dynamics.config = scriptOf(m_config, u"dynamic.js"_s);
    dynamics.parser = scriptOf(m_parser, u"parse.js"_s);
    return dynamics;
}

void PromptDocument::setDynamics(const Dynamics &dynamics, const QString &what, const QString &key)
{
    if (withoutScripts(dynamics) == withoutScripts(m_settings.dynamics))
        return;
    Settings after = m_settings;
    after.dynamics = dynamics;
    m_stack.push(new SettingsEdit(*this, after, what, key));
}

QTextDocument &PromptDocument::script(PromptScript which) const
{
    return which == PromptScript::Config ? *m_config : *m_parser;
}

void PromptDocument::setScripts(const Dynamics &dynamics)
{
    for (const auto &[text, script] :
         {std::pair(&m_config, &dynamics.config), std::pair(&m_parser, &dynamics.parser)}) {
        if (!*text) {
            *text = new QTextDocument(this);
            (*text)->setDocumentLayout(new QPlainTextDocumentLayout(*text));
            connect(*text, &QTextDocument::contentsChanged, this, &PromptDocument::dynamicsChanged);
            connect(*text, &QTextDocument::modificationChanged, this,
                    &PromptDocument::updateModified);
        }
        if ((*text)->toPlainText() != script->source())
            (*text)->setPlainText(script->source());
        (*text)->setModified(false);
    }
}

void PromptDocument::applySettings(const Settings &settings)
{
    const bool output = m_settings.output != settings.output;
    const bool examples = m_settings.examples != settings.examples;
    const bool tools = m_settings.tools != settings.tools;
    m_settings = settings;
    updateModified();
    if (output)
        Q_EMIT outputChanged();
    if (examples)
        Q_EMIT examplesChanged();
    if (tools)
        Q_EMIT toolOfferChanged();
    Q_EMIT dynamicsChanged();
}

bool PromptDocument::settingsChanged() const
{
    const Settings saved = settingsOf(m_entry.prompt);
    return m_settings.output != saved.output || m_settings.examples != saved.examples
        || m_settings.tools != saved.tools
        || withoutScripts(m_settings.dynamics) != withoutScripts(saved.dynamics);
}

Result<> PromptDocument::saveSettings()
{
    for (const auto &[text, which] :
         {std::pair(m_config, PromptScript::Config), std::pair(m_parser, PromptScript::Parser)}) {
        if (!text->isModified())
            continue;
        if (Result<> saved = saveScript(m_project, slug(), which, text->toPlainText()); !saved)
            return saved;
        text->setModified(false);
    }
    if (settingsChanged()) {
        PromptEntry entry = m_entry;
        entry.prompt.output = m_settings.output;
        entry.prompt.examples = m_settings.examples;
        entry.prompt.tools = m_settings.tools.tools;
        entry.prompt.toolChoice = m_settings.tools.choice;
        entry.prompt.toolSteps = m_settings.tools.steps;
        entry.prompt.dynamics = m_settings.dynamics;
        if (Result<> saved = savePrompt(m_project, entry); !saved)
            return saved;
        m_entry = std::move(entry);
    }
    m_entry.prompt.dynamics = dynamics();
    return {};
}

} // namespace Antiphon::Ui
