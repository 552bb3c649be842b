// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "attempts/original.h"

#include <antiphon/core/cost/price.h>

#include <QTabWidget>

#include <functional>

class QAction;
class QComboBox;
class QLabel;
class QPlainTextEdit;

namespace Antiphon::Ui {

class DiffView;
class FactsTable;
class JsonView;
class WhyPanel;

/// Everything about one attempt, in tabs.
class AttemptDetails : public QTabWidget {
    Q_OBJECT

public:
    explicit AttemptDetails(QWidget *parent = nullptr);

    /// Shows \p attempt, with \p before and \p original for the reasons; nullptr shows nothing.
    void show(const Attempt *attempt, const Attempt *before, const Original *original = nullptr);

    using QTabWidget::show;

    /// What a menu beside the tabs offers.
    void setActions(const QList<QAction *> &actions);

private:
    [[nodiscard]] QWidget *makeRequestPage();
    [[nodiscard]] QWidget *makeResponsePage();
    [[nodiscard]] QWidget *makeEventsPage();
    [[nodiscard]] QWidget *makeChangesPage();
    void fillCurrent();
    void fillRequest();
    void fillChanges();
    void fillResponse();

    std::optional<Attempt> m_attempt;
    std::optional<Attempt> m_before;
    std::optional<Original> m_original;
    FactsTable *m_summary = nullptr;
    WhyPanel *m_why = nullptr;
    JsonView *m_request = nullptr;
    QPlainTextEdit *m_requestHead = nullptr;
    QComboBox *m_requestPart = nullptr;
    FactsTable *m_headers = nullptr;
    JsonView *m_response = nullptr;
    QComboBox *m_responsePart = nullptr;
    FactsTable *m_events = nullptr;
    QComboBox *m_eventsPart = nullptr;
    FactsTable *m_timing = nullptr;
    FactsTable *m_validation = nullptr;
    QLabel *m_changes = nullptr;
    DiffView *m_diff = nullptr;
    FactsTable *m_cost = nullptr;
};

} // namespace Antiphon::Ui
