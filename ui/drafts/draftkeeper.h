// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/store/drafts.h>

#include <QObject>
#include <QTimer>

namespace Antiphon::Ui {

class Workspace;

/// Keeps edits that are not saved in the state folder, so that none is lost when the program ends
/// before they are.
///
/// Writes three seconds after the last change. Drafts found when a project opens are only offered;
/// until somebody decides, they are kept beside the new ones.
class DraftKeeper : public QObject {
    Q_OBJECT

public:
    /// \p stateFolder is where this user's programs keep such things.
    DraftKeeper(Workspace &workspace, const QString &stateFolder, QObject *parent = nullptr);

    /// Puts what was found back into the documents and targets; nothing is saved by that.
    void restore();

    /// Forgets what was found.
    void discard();

    /// Writes what is due at once.
    void keepNow();

Q_SIGNALS:
    /// The project that was opened has drafts of \p names, kept at \p when (UTC).
    void found(const QStringList &names, const QDateTime &when);

private:
    void opened();
    void watchDocuments();
    void documentChanged();
    [[nodiscard]] Drafts current() const;

    Workspace &m_workspace;
    const QString m_stateFolder;
    QString m_file; ///< Of the open project.
    Drafts m_found; ///< Not decided yet.
    bool m_kept = false; ///< There is a file.
    QTimer m_timer;
};

} // namespace Antiphon::Ui
