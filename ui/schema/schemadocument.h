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

/// An open schema with the rules of its name. Its text is what is edited, by hand or through its
/// fields: order, layout and unknown keywords stay as they were written.
class SchemaDocument : public ProjectDocument {
    Q_OBJECT

public:
    SchemaDocument(const Project &project, const QString &slug, QObject *parent = nullptr);

    [[nodiscard]] const QString &slug() const override;
    [[nodiscard]] QString title() const override;

    [[nodiscard]] QTextDocument &text() const;

    /// The schema; while the text cannot be read, the last one that could.
    [[nodiscard]] const Json &schema() const;
    [[nodiscard]] bool canBeRead() const;

    /// What is wrong with the text.
    [[nodiscard]] const QList<CodeMark> &marks() const;
    [[nodiscard]] QList<Problem> problems() const;

    /// Puts \p after in place of the schema, as an edit of the text that can be undone.
    void edit(const Json &after);

    /// Reads the text now, not a moment later.
    void readNow();

    [[nodiscard]] const QList<AnswerRule> &rules() const;
    void setRules(const QList<AnswerRule> &rules, const QString &what, const QString &key = {});
    [[nodiscard]] QUndoStack &undoStack() { return m_stack; } ///< Of the rules.

    [[nodiscard]] bool isModified() const override;
    [[nodiscard]] Result<> save() override;

    /// The schema and rules as their files have them.
    [[nodiscard]] const Json &savedSchema() const;
    [[nodiscard]] const QList<AnswerRule> &savedRules() const;

    /// The rules as their file would be; null without any.
    [[nodiscard]] Json rulesJson() const;

    /// What was edited and not saved; an empty object when there is nothing.
    [[nodiscard]] Json draft() const;
    void restore(const Json &draft);

    /// Everything as the files have it; edits are given up.
    void reset(const Project &project, const QString &slug);

Q_SIGNALS:
    void changed(); ///< The schema, or what is wrong with its text.
    void rulesChanged();

private:
    class RulesEdit;

    void read();
    void updateModified();

    Project m_project; ///< Folder and rights alone.
    QString m_slug;
    QTextDocument *m_text;
    Json m_schema = Json(jsoncons::json_object_arg);
    Json m_saved = Json(jsoncons::json_object_arg);
    QList<CodeMark> m_marks;
    bool m_readable = false;
    QList<AnswerRule> m_rules;
    QList<AnswerRule> m_savedRules;
    QUndoStack m_stack;
    QTimer m_timer;
    bool m_modified = false;
};

} // namespace Antiphon::Ui
