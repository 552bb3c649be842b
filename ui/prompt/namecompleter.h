// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCompleter>

class QPlainTextEdit;
class QStandardItemModel;

namespace Antiphon::Ui {

/// Completes variables after `{` and snippets after `{>`.
class NameCompleter : public QCompleter {
    Q_OBJECT

public:
    explicit NameCompleter(QPlainTextEdit &editor);

    /// Names with a word about each, shown beside it.
    void setNames(const QList<std::pair<QString, QString>> &variables, const QStringList &snippets);

    /// Opens, narrows or closes the list by what stands before the cursor. With \p always it opens
    /// also where no brace is open, and then puts in the braces too.
    void update(bool always);

private:
    void insert(const QString &name);
    void fill(bool snippets);
    void resizePopup();

    QPlainTextEdit &m_editor;
    QStandardItemModel *m_model;
    QList<std::pair<QString, QString>> m_variables;
    QStringList m_snippets;
    QString m_prefix; ///< What has been typed of the name.
    bool m_brace = false; ///< A brace is open before the cursor.
};

} // namespace Antiphon::Ui
