// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/store/project/project.h>

#include <QHash>
#include <QObject>
#include <QUndoStack>

#include <optional>

namespace Antiphon::Ui {

/// The open project's targets as edited. Every change can be undone; the files change with save()
/// alone.
class TargetEdits : public QObject {
    Q_OBJECT

public:
    /// \p project must outlive the edits.
    explicit TargetEdits(std::optional<Project> &project, QObject *parent = nullptr);

    /// The target as edited; nullptr for an unknown slug.
    [[nodiscard]] const Target *target(const QString &slug) const;

    /// Puts \p after in place of the target with its slug. \p what names the change in "Undo %1".
    /// Changes with the same \p key that follow each other are one step.
    void edit(const Target &after, const QString &what, const QString &key = {});

    [[nodiscard]] QStringList modified() const; ///< Slugs.
    [[nodiscard]] bool isModified(const QString &slug) const;
    [[nodiscard]] Result<> save(const QString &slug);
    [[nodiscard]] Result<> saveAll();

    /// Retry policy \p from is called \p to; targets that name it follow, edited or not.
    void followPolicy(const QString &from, const QString &to);

    /// Lays edits that are not saved over \p fresh, a project read again.
    void carryOver(Project &fresh);

    /// Forgets every edit, or those of one target that is gone.
    void clear();
    void forget(const QString &slug);

    [[nodiscard]] QUndoStack &undoStack() { return m_stack; }

Q_SIGNALS:
    void changed(const QString &slug);
    void modifiedChanged();

private:
    class Edit;

    void apply(const Target &target);

    std::optional<Project> &m_project;
    QHash<QString, Target> m_saved; ///< What the files hold, of targets that were edited.
    QUndoStack m_stack;
};

} // namespace Antiphon::Ui
