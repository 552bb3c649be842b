// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "extraction/shownvalue.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QToolButton;
class QTreeView;

namespace Antiphon::Ui {

class ElidedLabel;
class InlineBar;
class ResultModel;
struct Response;

/// The value of an answer as a tree that fills in while it comes, with what is wrong with it, what
/// reading it took, and what attempts before this one gave.
class ResultView : public QWidget {
    Q_OBJECT

public:
    /// \p name is the target's, for what assistive tools read.
    explicit ResultView(const QString &name, QWidget *parent = nullptr);

    /// Brings the tree up to date; cheap when nothing has changed.
    void show(const Response &response);
    using QWidget::show;

    /// Selects the first field that something is wrong with, and the next at every further call.
    void goToProblem();

    /// The value that is shown, as a file would have it.
    [[nodiscard]] QByteArray json() const;
    [[nodiscard]] bool hasValue() const;

Q_SIGNALS:
    /// The person wants to see the field at \p location in the text it was read from.
    void sourceRequested(const Antiphon::Location &location);

    /// "Repair Once More": the model is to be told of the errors again.
    void repairRequested();

    /// "Accept Anyway": the value that does not fit is to be the answer.
    void acceptRequested();
    void editRequested();

    /// Another attempt was chosen: show() is to be called.
    void outdated();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeActions();
    void showAttempts(const Response &response);
    void showBar(const Response &response);
    void showNotes();
    void fillTree();
    void expandNew(const QModelIndex &parent, int first, int last);
    void copyValue();
    void copyPath();
    void exportValue();
    void fitColumns();

    const QString m_name;
    ResultModel *m_model;
    InlineBar *m_bar;
    QComboBox *m_attempts;
    QTreeView *m_tree;
    QLabel *m_waiting;
    QLabel *m_notes;
    ShownValue m_shown;
    QString m_barState; ///< What the bar says now.
    QString m_version; ///< Of what is shown.
    int m_expanded = 0;
    int m_answer = 0; ///< Which of several is shown.
};

} // namespace Antiphon::Ui
