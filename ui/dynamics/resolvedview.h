// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/config/resolve.h>
#include <antiphon/store/project/project.h>

#include <QTimer>
#include <QWidget>

class QComboBox;
class QSpinBox;
class QTreeView;

namespace Antiphon::Ui {

class InlineBar;
class PromptDocument;
class ResolvedModel;
class Workspace;

/// What a run with the current inputs would send, on one target: every value with the layer it
/// comes from. Follows what is typed. Nothing is sent.
class ResolvedView : public QWidget {
    Q_OBJECT

public:
    ResolvedView(PromptDocument &document, Workspace &workspace, QWidget *parent = nullptr);

    /// Works the call out a moment after the last request; only while it is seen.
    void refreshSoon();

Q_SIGNALS:
    /// The layers that had a say.
    void matched(const QStringList &layers);

    /// A script failed; `file` names it as faults() does. Empty: nothing failed.
    void failed(const QString &message);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void showTargets();
    void refresh();
    void take(const Result<ResolvedCall> &call);
    void fitColumns();

    PromptDocument &m_document;
    Workspace &m_workspace;
    QComboBox *m_targets;
    QSpinBox *m_attempt;
    InlineBar *m_bar;
    QTreeView *m_tree;
    ResolvedModel *m_model;
    QTimer m_timer;
    quint64 m_turn = 0; ///< Tells a late answer from the one that is waited for.
};

} // namespace Antiphon::Ui
