// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a prompt document knows besides texts and values: the form of its answer, its rules, its
// scripts.

#include "prompt/promptdocument.h"
#include "prompt/settingsedit.h"

#include <QPlainTextDocumentLayout>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

const std::optional<OutputSpec> &PromptDocument::output() const
{
    return m_output;
}

void PromptDocument::setOutput(const std::optional<OutputSpec> &output, const QString &what)
{
    if (output != m_output)
        m_stack.push(new SettingsEdit(*this, output, m_dynamics, what, {}));
}

static Dynamics withoutScripts(Dynamics dynamics)
{
    dynamics.config = {};
    dynamics.parser = {};
    return dynamics;
}

Dynamics PromptDocument::dynamics() const
{
    Dynamics dynamics = m_dynamics;
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
    if (withoutScripts(dynamics) != withoutScripts(m_dynamics))
        m_stack.push(new SettingsEdit(*this, m_output, dynamics, what, key));
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

void PromptDocument::applySettings(const std::optional<OutputSpec> &output,
                                   const Dynamics &dynamics)
{
    const bool other = m_output != output;
    m_output = output;
    m_dynamics = dynamics;
    updateModified();
    if (other)
        Q_EMIT outputChanged();
    Q_EMIT dynamicsChanged();
}

bool PromptDocument::settingsChanged() const
{
    return m_output != m_entry.prompt.output
        || withoutScripts(m_dynamics) != withoutScripts(m_entry.prompt.dynamics);
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
        entry.prompt.output = m_output;
        entry.prompt.dynamics = m_dynamics;
        if (Result<> saved = savePrompt(m_project, entry); !saved)
            return saved;
        m_entry = std::move(entry);
    }
    m_entry.prompt.dynamics = dynamics();
    return {};
}

} // namespace Antiphon::Ui
