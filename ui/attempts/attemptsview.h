// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "attempts/attemptdetails.h"
#include "attempts/attemptsmodel.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QToolButton;
class QTreeView;

namespace Antiphon::Ui {

class AttemptActions;
class EmptyState;
class InlineBar;
class WaterfallDelegate;
class WaterfallHeader;

/// The attempts of a run on a common time axis, and everything about the one selected.
///
/// Follows the newest row until the person selects another.
class AttemptsView : public QWidget {
    Q_OBJECT

public:
    /// In a trial there is only the record: what needs a project is not offered.
    enum class Place { Dock, Tab, Trial };

    /// \p model must outlive the view.
    explicit AttemptsView(AttemptsModel &model, Place place = Place::Dock,
                          QWidget *parent = nullptr);

    /// Selects the newest attempt of a call, or its first one as soon as it has any.
    void inspect(CallId id);

    /// Tells that nothing is sent again, and why.
    void tellNotSent(const Error &error);

Q_SIGNALS:
    void cancelRequested(Antiphon::CallId id);
    void retryNowRequested(Antiphon::CallId id);

    /// What the menu of an attempt asks for; \p target: the slug of the attempt's.
    void sendAgainRequested(Antiphon::CallId call, const Antiphon::Attempt &attempt);
    void scriptRequested(const QList<Antiphon::Attempt> &attempts);
    void exportRequested(const Antiphon::Attempt &attempt);
    void policyRequested(const QString &target);

    /// The same is wanted in a tab of its own.
    void tabRequested();

    /// The button of the empty view.
    void demonstrationRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeTree();
    QWidget *makeBar(QWidget *parent);
    QToolButton *makeTimeButton(QWidget *parent);
    void connectActions();
    void readAgain(const Attempt &attempt);
    void applyFilter();
    void onInserted(const QModelIndex &call, int row);
    void onReset();
    void onChanged();
    void refresh();
    void showCurrent();
    void followNewest();
    void zoom(double factor);
    void fitTimeline();
    void updateActions();
    [[nodiscard]] QString rowAsText(const QModelIndex &index) const;

    AttemptsModel &m_model;
    const Place m_place;
    QStackedWidget *m_pages = nullptr;
    EmptyState *m_empty = nullptr;
    QSplitter *m_splitter = nullptr;
    QTreeView *m_tree = nullptr;
    WaterfallHeader *m_header = nullptr;
    WaterfallDelegate *m_delegate = nullptr;
    AttemptDetails *m_details = nullptr;
    AttemptActions *m_actions = nullptr;
    InlineBar *m_bar = nullptr;
    QLineEdit *m_filter = nullptr;
    QPushButton *m_tryNow = nullptr;
    QPushButton *m_stop = nullptr;
    QTimer m_refresh; ///< At most four times a second: sizes and details.
    QTimer m_tick; ///< Once a second: countdowns.
    double m_zoom = 1;
    bool m_following = true;
    std::optional<CallId> m_awaited; ///< Its first attempt is to be selected.
    bool m_selecting = false; ///< The selection is moved by us.
};

} // namespace Antiphon::Ui
