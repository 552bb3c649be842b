// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "prompt/promptdocument.h"

#include <QUndoCommand>

namespace Antiphon::Ui {

/// A change of what a prompt says about its answer, of its tools and of its rules.
class PromptDocument::SettingsEdit : public QUndoCommand {
public:
    SettingsEdit(PromptDocument &document, const Settings &after, const QString &what,
                 const QString &key)
        : QUndoCommand(what)
        , m_document(document)
        , m_before(document.m_settings)
        , m_after(after)
        , m_key(key)
    {
    }

    void undo() override { m_document.applySettings(m_before); }
    void redo() override { m_document.applySettings(m_after); }
    int id() const override { return 1; }

    bool mergeWith(const QUndoCommand *next) override
    {
        const auto *edit = static_cast<const SettingsEdit *>(next);
        if (m_key.isEmpty() || edit->m_key != m_key)
            return false;
        m_after = edit->m_after;
        return true;
    }

private:
    PromptDocument &m_document;
    Settings m_before;
    Settings m_after;
    QString m_key;
};

} // namespace Antiphon::Ui
