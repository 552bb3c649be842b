// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "responses/responsecolumn.h"

#include "extraction/resultdialog.h"
#include "extraction/resultview.h"
#include "responses/answercards.h"
#include "responses/answerchooser.h"
#include "responses/markdownview.h"
#include "responses/streamtext.h"
#include "responses/toolquestionbar.h"
#include "theme/metrics.h"
#include "widgets/elidedlabel.h"
#include "widgets/inlinebar.h"
#include "widgets/statuschip.h"
#include "widgets/wordsbutton.h"
#include "wording/numbers.h"

#include <QApplication>
#include <QButtonGroup>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Antiphon::Ui {

static constexpr int readableCharacters = 38;

ResponseColumn::ResponseColumn(const Cell &cell, QWidget *parent)
    : QFrame(parent)
    , m_cell(cell)
{
    setObjectName(u"responseColumn/"_s + cell.target);
    setAutoFillBackground(false);
    makeTexts();
    m_errorBar = new InlineBar(this);
    m_errorBar->setObjectName(u"inlineBar/"_s + cell.target);
    m_errorBar->hide();
    m_question = new ToolQuestionBar(m_cell.name, this);
    m_replyText = new QLineEdit(this);
    m_replyText->setObjectName(u"reply/"_s + m_cell.target);
    m_replyText->setPlaceholderText(tr("Go on with %1").arg(m_cell.name));
    m_replyText->setAccessibleName(tr("What to say next to %1").arg(m_cell.name));
    m_replyText->setClearButtonEnabled(true);
    m_replyText->hide();
    m_filler = new QWidget(this);
    m_filler->hide();
    m_footer = new WordsButton(this);
    m_footer->setObjectName(u"responseFooter/"_s + cell.target);
    m_footer->setAccessibleDescription(tr("Shows the attempts behind the answer"));

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addLayout(makeHeader());
    column->addLayout(makeStatusRow());
    auto *choice = new QHBoxLayout;
    choice->setContentsMargins(gap(*this), 0, gap(*this), 0);
    m_chooser = new AnswerChooser(m_cell.name, this);
    choice->addWidget(m_chooser);
    column->addLayout(choice);
    column->addWidget(m_thinkingButton);
    column->addWidget(m_thinking);
    column->addWidget(m_texts, 3);
    column->addWidget(m_cards, 2);
    auto *error = new QVBoxLayout;
    error->setContentsMargins(gap(*this), gap(*this, 0.5), gap(*this), gap(*this, 0.5));
    error->addWidget(m_question);
    error->addWidget(m_errorBar);
    error->addWidget(m_replyText);
    column->addLayout(error);
    column->addWidget(m_filler, 1);
    column->addWidget(m_footer);
    makeMenu();
    setFocusProxy(m_raw);

    connect(qApp, &QApplication::focusChanged, this, [this] { update(); });
    connect(m_footer, &QAbstractButton::clicked, this, &ResponseColumn::inspectRequested);
    connect(m_tryNow, &QPushButton::clicked, this, &ResponseColumn::retryNowRequested);
    connect(m_stop, &QPushButton::clicked, this, &ResponseColumn::cancelRequested);
    connect(m_chooser, &QComboBox::currentIndexChanged, this, &ResponseColumn::showAnother);
    connect(m_reply, &QPushButton::clicked, this, &ResponseColumn::startReply);
    connect(m_replyText, &QLineEdit::returnPressed, this, &ResponseColumn::sendReply);
    connect(m_question, &ToolQuestionBar::replied, this, &ResponseColumn::toolReplied);
}

QLayout *ResponseColumn::makeHeader()
{
    m_name = new ElidedLabel(this);
    m_name->setText(m_cell.name);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_name->setFont(bold);
    m_model = new ElidedLabel(this);
    m_model->setText(m_cell.model == m_cell.name ? QString() : m_cell.model);
    m_model->setForegroundRole(QPalette::PlaceholderText);
    m_model->setElideMode(Qt::ElideMiddle);
    m_simulated = new StatusChip(this);
    m_simulated->setState(Glyph::Flask, ColorRole::Simulated, tr("Simulated"));
    m_simulated->setVisible(m_cell.simulated);
    m_menuButton = new QToolButton(this);
    m_menuButton->setIcon(icon(u"application-menu"_s));
    m_menuButton->setAutoRaise(true);
    m_menuButton->setPopupMode(QToolButton::InstantPopup);
    m_menuButton->setStyleSheet(u"QToolButton::menu-indicator { image: none; }"_s);
    m_menuButton->setText(tr("Actions for %1").arg(m_cell.name));
    m_menuButton->setToolTip(m_menuButton->text());
    m_menuButton->setAccessibleName(m_menuButton->text());
    m_menuButton->setFocusPolicy(Qt::StrongFocus);

    auto *row = new QHBoxLayout;
    row->setContentsMargins(gap(*this), gap(*this, 0.6), gap(*this), 0);
    row->setSpacing(gap(*this, 0.8));
    row->addWidget(m_name);
    row->addWidget(m_model, 1);
    row->addWidget(m_simulated);
    row->addWidget(m_menuButton);
    return row;
}

QLayout *ResponseColumn::makeStatusRow()
{
    m_chip = new StatusChip(this);
    m_chip->setObjectName(u"statusChip/"_s + m_cell.target);
    m_tryNow = new QPushButton(tr("Try Now"), this);
    m_tryNow->setAccessibleName(tr("Try %1 now").arg(m_cell.name));
    m_stop = new QPushButton(tr("Stop"), this);
    m_stop->setAccessibleName(tr("Stop %1").arg(m_cell.name));
    m_reply = new QPushButton(icon(u"mail-reply-sender"_s), tr("Reply"), this);
    m_reply->setFlat(true);
    m_reply->setAccessibleName(tr("Reply to %1").arg(m_cell.name));
    m_reply->setToolTip(tr("Go on from this answer"));
    m_tryNow->hide();
    m_stop->hide();
    m_reply->hide();

    auto *row = new QHBoxLayout;
    row->setContentsMargins(gap(*this, 0.8), gap(*this, 0.5), gap(*this, 0.8), gap(*this, 0.5));
    row->setSpacing(gap(*this, 0.6));
    row->addWidget(m_chip);
    row->addStretch(1);
    makeParts(*row);
    row->addWidget(m_tryNow);
    row->addWidget(m_stop);
    row->addWidget(m_reply);
    return row;
}

void ResponseColumn::makeTexts()
{
    m_thinkingButton = new QToolButton(this);
    m_thinkingButton->setCheckable(true);
    m_thinkingButton->setAutoRaise(true);
    m_thinkingButton->setIcon(foldIcon(false, layoutDirection()));
    m_thinkingButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_thinkingButton->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_thinkingButton->hide();
    m_thinking = new StreamText(this);
    m_thinking->setAccessibleName(tr("Thinking of %1").arg(m_cell.name));
    m_thinking->setMaximumHeight(fontMetrics().lineSpacing() * 9);
    m_thinking->hide();

    m_raw = new StreamText(this);
    m_raw->setAccessibleName(tr("Response from %1").arg(m_cell.name));
    m_rendered = new MarkdownView(this);
    m_rendered->setAccessibleName(tr("Rendered response from %1").arg(m_cell.name));
    m_cards = new AnswerCards(m_cell.name, this);
    m_texts = new QStackedWidget(this);
    m_texts->addWidget(m_raw);
    m_texts->addWidget(m_rendered);
    m_result = new ResultView(m_cell.name, this);
    m_texts->addWidget(m_result);
    m_newText = new QPushButton(icon(u"go-down"_s), tr("New text below"), m_texts);
    m_newText->setAccessibleName(tr("Go to new text of %1").arg(m_cell.name));
    m_newText->hide();

    connect(m_thinkingButton, &QToolButton::clicked, this, [this] { m_thinkingChosen = true; });
    connect(m_thinkingButton, &QToolButton::toggled, this, [this](bool open) {
        m_thinkingButton->setIcon(foldIcon(open, layoutDirection()));
        m_thinking->setVisible(open);
        if (open)
            Q_EMIT outdated(); // it is filled only while it is seen
    });
    connect(m_raw, &StreamText::newTextBelow, this, [this](bool below) {
        m_newText->setVisible(below && !isRendered());
        placeNewText();
    });
    connect(m_newText, &QPushButton::clicked, m_raw, &StreamText::goToEnd);
    connect(m_raw, &StreamText::outdated, this, &ResponseColumn::outdated);
    connect(m_result, &ResultView::outdated, this, &ResponseColumn::outdated);
    connect(m_result, &ResultView::sourceRequested, this, &ResponseColumn::showSource);
    connect(m_result, &ResultView::acceptRequested, this, &ResponseColumn::accept);
    connect(m_result, &ResultView::repairRequested, this, &ResponseColumn::repairRequested);
    connect(m_result, &ResultView::editRequested, this, &ResponseColumn::editResult);
}

void ResponseColumn::makeMenu()
{
    auto *menu = new QMenu(m_menuButton);
    const auto add = [this, menu](const QString &iconName, const QString &text, auto action) {
        QAction *entry = menu->addAction(icon(iconName), text);
        connect(entry, &QAction::triggered, this, action);
        return entry;
    };
    add(u"edit-copy"_s, tr("Copy"), [this] { QGuiApplication::clipboard()->setText(m_markdown); });
    add({}, tr("Copy as Markdown"), [this] {
        const QString head = u"## %1\n\n"_s.arg(
            m_cell.model.isEmpty() ? m_cell.name : u"%1 (%2)"_s.arg(m_cell.name, m_cell.model));
        QGuiApplication::clipboard()->setText(head + m_markdown.trimmed() + u'\n');
    });
    menu->addSeparator();
    m_renderedAction = menu->addAction(tr("Rendered Markdown"));
    m_renderedAction->setCheckable(true);
    connect(m_renderedAction, &QAction::toggled, this, &ResponseColumn::setRendered);
    m_maximizeAction
        = add(u"view-fullscreen"_s, tr("Maximize Column"), [this] { Q_EMIT maximizeRequested(); });
    m_maximizeAction->setCheckable(true);
    add(u"view-list-tree"_s, tr("Inspect Attempts"), [this] { Q_EMIT inspectRequested(); });
    m_replyAction
        = add(u"mail-reply-sender"_s, tr("Reply to the Answer"), [this] { startReply(); });
    menu->addSeparator();
    m_tryNowAction = add(u"media-skip-forward"_s, tr("Try Next Attempt Now"),
                         [this] { Q_EMIT retryNowRequested(); });
    m_cancelAction = add(u"process-stop"_s, tr("Cancel"), [this] { Q_EMIT cancelRequested(); });
    m_menuButton->setMenu(menu);
}

void ResponseColumn::setRendered(bool rendered)
{
    m_renderedAction->setChecked(rendered);
    m_newText->hide();
    Q_EMIT outdated();
}

bool ResponseColumn::isRendered() const
{
    return m_renderedAction->isChecked();
}

void ResponseColumn::setOffers(const QSet<Remedy> &offers)
{
    m_offers = offers;
}

void ResponseColumn::setMaximized(bool maximized)
{
    m_maximizeAction->setChecked(maximized);
}

int ResponseColumn::readableWidth() const
{
    return m_raw->fontMetrics().averageCharWidth() * readableCharacters + 4 * gap(*this);
}

void ResponseColumn::makeParts(QHBoxLayout &row)
{
    m_parts = new QWidget(this);
    auto *parts = new QHBoxLayout(m_parts);
    parts->setContentsMargins({});
    parts->setSpacing(0);
    auto *group = new QButtonGroup(m_parts);
    const auto add = [&](const QString &text, const QString &name, const QString &about) {
        auto *button = new QToolButton(m_parts);
        button->setText(text);
        button->setCheckable(true);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setAccessibleName(name);
        button->setToolTip(about);
        group->addButton(button);
        parts->addWidget(button);
        return button;
    };
    //: one of two parts of a response: the value that was read
    m_valuePart = add(tr("Value"), tr("Value of %1").arg(m_cell.name),
                      tr("The value that was asked for, field by field"));
    //: the other part: the text as it came
    m_textPart
        = add(tr("Text"), tr("Raw text of %1").arg(m_cell.name), tr("The answer as it came"));
    m_valuePart->setChecked(true);
    m_parts->hide();
    row.addWidget(m_parts);
    connect(group, &QButtonGroup::idClicked, this, [this] { Q_EMIT outdated(); });
}

void ResponseColumn::showPart(bool text)
{
    (text ? m_textPart : m_valuePart)->setChecked(true);
    Q_EMIT outdated();
}

/// Turns to the text and selects what the field was read from.
void ResponseColumn::showSource(const Location &location)
{
    if (!m_extraction)
        return;
    m_renderedAction->setChecked(false);
    showPart(true);
    m_source = placeInText(*m_extraction, m_markdown, location);
    m_raw->setFocus();
}

void ResponseColumn::editResult()
{
    ResultDialog dialog(m_cell.name, *m_extraction, QString::fromUtf8(m_result->json()), this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    m_chooser->setCurrentIndex(0); // which has the value from now on
    Q_EMIT acceptRequested(dialog.value());
}

/// The value that is shown becomes the call's: the first answer has it from now on.
void ResponseColumn::accept()
{
    const Attempt *last = m_other ? answer(*m_other->record) : nullptr;
    const std::optional<Json> value = last ? last->value : std::nullopt;
    m_chooser->setCurrentIndex(0);
    Q_EMIT acceptRequested(value);
}

/// Another of several answers was chosen: no text continues the one that was shown.
void ResponseColumn::showAnother()
{
    m_other.reset();
    m_raw->show({}, {});
    m_thinking->show({}, {});
    m_source.reset();
    Q_EMIT outdated();
}

void ResponseColumn::startReply()
{
    m_replyText->show();
    m_replyText->setFocus(Qt::OtherFocusReason);
}

void ResponseColumn::sendReply()
{
    const QString text = m_replyText->text();
    if (text.trimmed().isEmpty())
        return;
    m_replyText->clear();
    m_replyText->hide();
    m_raw->setFocus(Qt::OtherFocusReason);
    Q_EMIT replyRequested(text, m_chooser->chosen());
}

void ResponseColumn::placeNewText()
{
    const QSize size = m_newText->sizeHint();
    m_newText->setGeometry((m_texts->width() - size.width()) / 2,
                           m_texts->height() - size.height() - gap(*this), size.width(),
                           size.height());
    m_newText->raise();
}

void ResponseColumn::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    placeNewText();
}

void ResponseColumn::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QWidget *focus = QApplication::focusWidget();
    const bool focused = focus && isAncestorOf(focus);
    painter.setPen(QPen(palette().color(focused ? QPalette::Highlight : QPalette::Mid), 1));
    painter.setBrush(palette().color(QPalette::Base));
    const qreal radius = gap(*this, 0.6);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

} // namespace Antiphon::Ui
