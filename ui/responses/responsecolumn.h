// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "responses/responsesmodel.h"
#include "wording/errors.h"

#include <QDeadlineTimer>
#include <QFrame>
#include <QSet>

#include <memory>

class QHBoxLayout;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace Antiphon::Ui {

class AnswerCards;
class AnswerChooser;
class ElidedLabel;
class InlineBar;
class MarkdownView;
class ResultView;
class StatusChip;
class StreamText;
class ToolQuestionBar;
class WordsButton;

/// One answer as it arrives: who, in what state, the text, what went wrong, and the numbers.
///
/// Shows a Response; holds nothing of it. Texts are taken over in pieces within a deadline.
class ResponseColumn : public QFrame {
    Q_OBJECT

public:
    explicit ResponseColumn(const Cell &cell, QWidget *parent = nullptr);

    /// Brings everything up to date. False when the deadline passed first: call again.
    bool refresh(const Response &response, std::chrono::milliseconds now, QDeadlineTimer deadline);

    /// Only what changes with time: countdown and speed.
    void tick(const Response &response, std::chrono::milliseconds now);

    void setRendered(bool rendered);
    [[nodiscard]] bool isRendered() const;

    /// The remedies for which the window has an answer; others are not offered.
    void setOffers(const QSet<Remedy> &offers);
    void setMaximized(bool maximized);

    /// What a person can still read comfortably: about 38 characters.
    [[nodiscard]] int readableWidth() const;

Q_SIGNALS:
    void cancelRequested();
    void retryNowRequested();
    void inspectRequested();
    void maximizeRequested();
    void remedyRequested(Antiphon::Ui::Remedy remedy);
    void repairRequested();
    void acceptRequested(const std::optional<Antiphon::Json> &mended);

    /// The person goes on from the finished answer, number \p answer from 0 where there are
    /// several.
    void replyRequested(const QString &text, int answer);

    /// The person says something to a tool call; \p always: and to all later ones of its command.
    void toolReplied(const Antiphon::ToolQuestion &question, const Antiphon::ToolReply &reply,
                     bool always);

    /// The colours changed: refresh() is to be called.
    void outdated();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QLayout *makeHeader();
    [[nodiscard]] QLayout *makeStatusRow();
    void makeTexts();
    void makeMenu();
    void makeParts(QHBoxLayout &row);
    void showPart(bool text);
    void showResult(const Response &response);
    void showSource(const Location &location);
    void editResult();
    void showError(const Response &response);
    void showCards(const Response &response);
    bool showTexts(const Response &response, QDeadlineTimer deadline);
    bool showThinking(const Response &response, QDeadlineTimer deadline);
    void showAnother();
    void accept();
    const Response &chosenOf(const Response &response);
    void startReply();
    void sendReply();
    void announce(const Response &response);
    void placeNewText();

    Cell m_cell;
    QSet<Remedy> m_offers;
    QString m_markdown; ///< For the menu: the present text.
    std::optional<Extraction> m_extraction; ///< A value is asked for.
    std::optional<std::pair<qsizetype, qsizetype>> m_source; ///< To be selected in the text.
    std::optional<CallState> m_announced;
    std::optional<std::chrono::milliseconds> m_announcedAt;
    std::optional<Error> m_error; ///< As shown.
    bool m_over = false;
    int m_thinkingOf = 0; ///< The attempt whose thinking is shown.
    bool m_thinkingChosen = false; ///< The person opened or closed it.

    ElidedLabel *m_name = nullptr;
    ElidedLabel *m_model = nullptr;
    StatusChip *m_simulated = nullptr;
    QToolButton *m_menuButton = nullptr;
    QAction *m_cancelAction = nullptr;
    QAction *m_tryNowAction = nullptr;
    QAction *m_renderedAction = nullptr;
    QAction *m_maximizeAction = nullptr;
    StatusChip *m_chip = nullptr;
    QPushButton *m_tryNow = nullptr;
    QPushButton *m_stop = nullptr;
    QToolButton *m_thinkingButton = nullptr;
    StreamText *m_thinking = nullptr;
    QStackedWidget *m_texts = nullptr;
    StreamText *m_raw = nullptr;
    MarkdownView *m_rendered = nullptr;
    ResultView *m_result = nullptr;
    QWidget *m_parts = nullptr; ///< The choice between value and text.
    QToolButton *m_valuePart = nullptr;
    QToolButton *m_textPart = nullptr;
    QPushButton *m_newText = nullptr;
    AnswerChooser *m_chooser = nullptr;
    std::unique_ptr<Response> m_other; ///< With the chosen answer, where that is not the first.
    AnswerCards *m_cards = nullptr;
    ToolQuestionBar *m_question = nullptr;
    QPushButton *m_reply = nullptr;
    QAction *m_replyAction = nullptr;
    QLineEdit *m_replyText = nullptr;
    InlineBar *m_errorBar = nullptr;
    QWidget *m_filler = nullptr;
    WordsButton *m_footer = nullptr;
};

} // namespace Antiphon::Ui
