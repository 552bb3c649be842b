// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/store/project/project.h>

#include "projectdocument.h"
#include "widgets/codeeditor.h"

#include <QTextDocument>
#include <QTimer>
#include <QUndoStack>

namespace Antiphon::Ui {

/// An open tool: the text of its file, its script, and its answers that are written down.
///
/// The text is what is edited, by hand or through a form that changes single members of it: order,
/// layout and unknown members stay. What is no tool may stand there while it is edited; it is not
/// saved.
class ToolDocument : public ProjectDocument {
    Q_OBJECT

public:
    ToolDocument(const Project &project, const QString &slug, QObject *parent = nullptr);

    [[nodiscard]] const QString &slug() const override;
    [[nodiscard]] QString title() const override;

    [[nodiscard]] QTextDocument &text() const;
    [[nodiscard]] QTextDocument &script() const;

    /// What the text says; while it is no JSON object, what it last said.
    [[nodiscard]] const Json &json() const;
    [[nodiscard]] bool canBeRead() const;

    /// The tool as edited; while the text says none, the last one, with the script as it is.
    [[nodiscard]] Tool tool() const;

    /// Where it is, for the commands of the tool.
    [[nodiscard]] const QString &folder() const { return m_project.folder; }

    /// What is wrong with the text and with the script.
    [[nodiscard]] const QList<CodeMark> &marks() const;
    [[nodiscard]] const QList<CodeMark> &scriptMarks() const;
    [[nodiscard]] QList<Problem> problems() const;

    /// What is wrong with member \p key of the text; empty: nothing.
    [[nodiscard]] QString faultOf(QStringView key) const;

    /// Puts \p after in place of what the text says, as an edit of it that can be undone. Edits
    /// with the same \p key that follow each other are one step.
    void edit(const Json &after, const QString &key = {});

    /// Sets one member of the text; null takes it away.
    void set(std::string_view member, const Json &value);

    /// Reads the texts now, not a moment later.
    void readNow();

    [[nodiscard]] const CannedAnswers &canned() const;
    void setCanned(const CannedAnswers &answers, const QString &what);
    [[nodiscard]] QUndoStack &undoStack() { return m_stack; } ///< Of the canned answers.

    [[nodiscard]] bool isModified() const override;
    [[nodiscard]] Result<> save() override;

    /// What was edited and not saved; an empty object when there is nothing.
    [[nodiscard]] Json draft() const;
    void restore(const Json &draft);

    /// Everything as the files have it; edits are given up.
    void reset(const Project &project, const QString &slug);

Q_SIGNALS:
    void changed(); ///< What the texts say, or what is wrong with them.
    void cannedChanged();

private:
    class CannedEdit;

    void read();
    void readScript();
    void updateModified();

    Project m_project; ///< Folder and rights alone.
    QString m_slug;
    QTextDocument *m_text;
    QTextDocument *m_script;
    Json m_json = Json(jsoncons::json_object_arg);
    Json m_cannedFile; ///< As it was read.
    Tool m_tool;
    CannedAnswers m_canned;
    CannedAnswers m_savedCanned;
    QUndoStack m_stack;
    QList<CodeMark> m_marks;
    QList<CodeMark> m_scriptMarks;
    QString m_readText; ///< What was read last.
    QString m_readScript;
    QString m_fault; ///< "name: ...", as toolFromJson() says it.
    QString m_lastKey;
    int m_lastRevision = -1;
    QTimer m_timer;
    bool m_readable = false;
    bool m_modified = false;
};

} // namespace Antiphon::Ui
