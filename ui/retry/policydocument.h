// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/store/project/project.h>

#include "projectdocument.h"

#include <QUndoStack>

namespace Antiphon::Ui {

/// An open retry policy. Its text is what is edited, by hand or through a form that changes single
/// members of it: order, unknown members and what no form can show stay.
///
/// Every change can be undone; the file changes with save() alone.
class PolicyDocument : public ProjectDocument {
    Q_OBJECT

public:
    PolicyDocument(const RetryEntry &entry, const Project &project, QObject *parent = nullptr);

    [[nodiscard]] const QString &slug() const override;
    [[nodiscard]] QString title() const override;

    /// The policy; while the text cannot be read, the last one that could.
    [[nodiscard]] const RetryPolicy &policy() const;
    [[nodiscard]] const QString &text() const;

    /// What is wrong with the text: errors and hints, in the order of its lines.
    [[nodiscard]] const QList<Problem> &problems() const;
    [[nodiscard]] bool canBeRead() const;

    /// Puts \p after in place of the policy. \p what names the change in "Undo %1". Changes with
    /// the same \p key that follow each other are one step. A policy that no file could hold is
    /// refused.
    bool edit(const RetryPolicy &after, const QString &what, const QString &key = {});
    void setText(const QString &text, const QString &key = {});

    [[nodiscard]] QUndoStack &undoStack() { return m_stack; }

    [[nodiscard]] bool isModified() const override;
    [[nodiscard]] Result<> save() override;

    /// The policy as its file has it.
    [[nodiscard]] RetryPolicy saved() const;

    /// Everything as \p entry has it; edits are given up.
    void reset(const RetryEntry &entry);

Q_SIGNALS:
    void changed();

private:
    class Edit;

    void apply(const QString &text);
    void read();

    Project m_project; ///< Folder and rights alone.
    QString m_slug;
    Json m_saved; ///< The file as it was read or written.
    RetryPolicy m_savedPolicy;
    QString m_text;
    Json m_json; ///< Of the last text that could be read.
    RetryPolicy m_policy;
    QList<Problem> m_problems;
    bool m_canBeRead = true;
    bool m_modified = false;
    QUndoStack m_stack;
};

} // namespace Antiphon::Ui
