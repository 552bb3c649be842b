// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "context.h"

#include <QHash>
#include <QPointer>
#include <QWidget>

class QLineEdit;
class QListView;
class QSortFilterProxyModel;

namespace Antiphon::Ui {

class InlineBar;
class PromptDocument;
class TargetsModel;
class Workspace;

/// Chooses the targets of the current prompt, and says what each needs.
class TargetsView : public QWidget {
    Q_OBJECT

public:
    TargetsView(const Context &context, Workspace &workspace, QWidget *parent = nullptr);

    /// The prompt whose choice is shown; nullptr for none.
    void setDocument(PromptDocument *document);

    void select(const QString &slug);

    /// Looks for every key again, on another thread: a keychain may ask the person.
    void checkKeys();

Q_SIGNALS:
    void keysRequested();
    void addRequested();

private:
    void reload();
    void showRemedy();

    Context m_context;
    Workspace &m_workspace;
    QPointer<PromptDocument> m_document;
    TargetsModel *m_model;
    QSortFilterProxyModel *m_filter;
    QLineEdit *m_field;
    QListView *m_list;
    InlineBar *m_remedy;
    QHash<QString, QString> m_remedies;
    quint64 m_checkNumber = 0;
};

} // namespace Antiphon::Ui
