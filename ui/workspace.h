// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/store/project/project.h>

#include "prompt/promptdocument.h"

#include <QObject>

#include <optional>

namespace Antiphon::Ui {

/// The open project and its open documents.
class Workspace : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] const Project &project() const; ///< An empty one when none is open.

    /// Opens the project in \p folder in place of the open one; edits of that one are given up.
    [[nodiscard]] Result<> open(const QString &folder);
    void close();

    /// Reads the open project's files again. Documents without edits follow.
    [[nodiscard]] Result<> reload();

    /// Makes a prompt called \p title, or a target, with its files. Returns its slug.
    [[nodiscard]] Result<QString> addPrompt(const QString &title);
    [[nodiscard]] Result<QString> addTarget(const Target &target);

    /// The prompt's document, made at its first use; nullptr for an unknown slug.
    PromptDocument *document(const QString &slug);
    void closeDocument(const QString &slug);

    [[nodiscard]] QList<PromptDocument *> documents() const;
    [[nodiscard]] QList<PromptDocument *> modified() const;

    /// Everything wrong with the project's files and the open documents.
    [[nodiscard]] QList<Problem> problems() const;

    /// Writes every document that has edits; stops at the first that cannot be written.
    [[nodiscard]] Result<> saveAll();
    [[nodiscard]] Result<> revert(PromptDocument &document);

Q_SIGNALS:
    void opened();
    void closed();
    void reloaded();
    void problemsChanged();
    void modifiedChanged();

private:
    std::optional<Project> m_project;
    QList<PromptDocument *> m_documents;
};

} // namespace Antiphon::Ui
