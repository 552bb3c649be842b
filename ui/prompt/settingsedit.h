// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "prompt/promptdocument.h"

#include <QUndoCommand>

namespace Antiphon::Ui {

/// A change of what a prompt says about its answer and of its rules.
class PromptDocument::SettingsEdit : public QUndoCommand {
public:
    SettingsEdit(PromptDocument &document, const std::optional<OutputSpec> &output,
                 const Dynamics &dynamics, const QString &what, const QString &key)
        : QUndoCommand(what)
        , m_document(document)
        , m_outputBefore(document.m_output)
        , m_output(output)
        , m_dynamicsBefore(document.m_dynamics)
        , m_dynamics(dynamics)
        , m_key(key)
    {
    }

    void undo() override { m_document.applySettings(m_outputBefore, m_dynamicsBefore); }
    void redo() override { m_document.applySettings(m_output, m_dynamics); }
    int id() const override { return 1; }

    bool mergeWith(const QUndoCommand *next) override
    {
        const auto *edit = static_cast<const SettingsEdit *>(next);
        if (m_key.isEmpty() || edit->m_key != m_key)
            return false;
        m_output = edit->m_output;
        m_dynamics = edit->m_dynamics;
        return true;
    }

private:
    PromptDocument &m_document;
    std::optional<OutputSpec> m_outputBefore;
    std::optional<OutputSpec> m_output;
    Dynamics m_dynamicsBefore;
    Dynamics m_dynamics;
    QString m_key;
};

} // namespace Antiphon::Ui
