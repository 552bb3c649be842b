// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "responses/responsesmodel.h"
#include "wording/errors.h"

#include <QSet>
#include <QTimer>
#include <QWidget>

class QScrollArea;
class QSplitter;
class QStackedWidget;

namespace Antiphon::Ui {

class EmptyState;
class ResponseColumn;

/// The answers of a run side by side, as they arrive.
///
/// Columns that are not seen get no text. Of those that are, as many are brought up to date in a
/// frame as its budget allows; the rest follow in the next, in turn.
class ResponsesView : public QWidget {
    Q_OBJECT

public:
    /// \p model must outlive the view.
    explicit ResponsesView(ResponsesModel &model, QWidget *parent = nullptr);

    /// "Press Ctrl+Return to run on 3 targets, about $0.01."
    void setEmptySentence(const QString &sentence);

    /// The remedies for which the window has an answer; error panels offer only these.
    void setOffers(const QSet<Remedy> &offers);

    void setRendered(bool rendered);
    void focusColumn(int index);
    void focusNext(int step);

    /// Shows the focused column alone, and all of them again.
    void toggleMaximized();

    /// The call whose column holds the focus, else the first.
    [[nodiscard]] std::optional<CallId> focusedCall() const;

Q_SIGNALS:
    void cancelRequested(Antiphon::CallId id);
    void retryNowRequested(Antiphon::CallId id);
    void inspectRequested(Antiphon::CallId id);
    void remedyRequested(Antiphon::CallId id, Antiphon::Ui::Remedy remedy);

    /// See ResponseColumn::replyRequested().
    void replyRequested(Antiphon::CallId id, const QString &text, int answer);

    /// See ResponseColumn::toolReplied().
    void toolReplied(Antiphon::CallId id, const Antiphon::ToolQuestion &question,
                     const Antiphon::ToolReply &reply, bool always);

    /// The value that does not fit is to be mended by the model once more.
    void repairRequested(Antiphon::CallId id);

    /// The value that does not fit is to be the answer, or \p mended instead of it.
    void acceptRequested(Antiphon::CallId id, const std::optional<Antiphon::Json> &mended);

    /// The button of the empty view.
    void runRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void rebuild();
    void connectColumn(ResponseColumn *column, int row);
    void markChanged(int first, int last);
    void paintFrame();
    void tick();
    void fitWidths();
    void maximize(int row);
    [[nodiscard]] int focusedRow() const;
    [[nodiscard]] bool isSeen(int row) const;

    ResponsesModel &m_model;
    QStackedWidget *m_pages = nullptr;
    EmptyState *m_empty = nullptr;
    QScrollArea *m_area = nullptr;
    QSplitter *m_splitter = nullptr;
    QList<ResponseColumn *> m_columns;
    QSet<int> m_changed;
    int m_turn = 0; ///< Where the next frame begins, so that nobody starves.
    int m_maximized = -1;
    bool m_rendered = false;
    QSet<Remedy> m_offers;
    QTimer m_frame;
    QTimer m_tick;
};

} // namespace Antiphon::Ui
