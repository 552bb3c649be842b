// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/call/attempt.h>
#include <antiphon/core/cost/price.h>

#include <QTabWidget>

#include <functional>

class QComboBox;
class QPlainTextEdit;
class QPushButton;

namespace Antiphon::Ui {

class FactsTable;
class JsonView;
class WhyPanel;

/// Everything about one attempt, in tabs.
class AttemptDetails : public QTabWidget {
    Q_OBJECT

public:
    explicit AttemptDetails(QWidget *parent = nullptr);

    /// Shows \p attempt, with \p before for the reasons; nullptr shows nothing.
    void show(const Attempt *attempt, const Attempt *before);

    using QTabWidget::show;

private:
    [[nodiscard]] QWidget *makeRequestPage();
    [[nodiscard]] QWidget *makeResponsePage();
    void fillCurrent();
    void fillResponse();

    std::optional<Attempt> m_attempt;
    std::optional<Attempt> m_before;
    FactsTable *m_summary = nullptr;
    WhyPanel *m_why = nullptr;
    JsonView *m_request = nullptr;
    QPlainTextEdit *m_requestHead = nullptr;
    QPushButton *m_copyCurl = nullptr;
    JsonView *m_response = nullptr;
    QComboBox *m_responsePart = nullptr;
    FactsTable *m_events = nullptr;
    FactsTable *m_timing = nullptr;
    FactsTable *m_cost = nullptr;
};

} // namespace Antiphon::Ui
