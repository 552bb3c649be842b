// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "responses/toolquestionbar.h"

#include "responses/codetext.h"
#include "theme/colors.h"
#include "theme/metrics.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

static QLabel *wrapped(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText); // the model's words come through here
    return label;
}

ToolQuestionBar::ToolQuestionBar(const QString &name, QWidget *parent)
    : QFrame(parent)
    , m_name(name)
    , m_title(wrapped(this))
    , m_count(new QLabel(this))
    , m_argumentsPlace(new QVBoxLayout)
    , m_command(wrapped(this))
    , m_always(new QCheckBox(tr("Always allow this command"), this))
    , m_answer(new QLineEdit(this))
{
    setObjectName(u"toolQuestion"_s);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_command->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_always->setToolTip(tr("Until the command or a file it names changes. Kept with your "
                            "settings, not in the project."));
    m_answer->setPlaceholderText(tr("The tool's answer"));
    m_answer->setAccessibleName(tr("The tool's answer to %1").arg(m_name));

    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_count, 0, Qt::AlignTop);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(gap(*this), gap(*this, 0.8), gap(*this), gap(*this, 0.8));
    rows->setSpacing(gap(*this, 0.6));
    rows->addLayout(head);
    rows->addLayout(m_argumentsPlace);
    rows->addWidget(m_command);
    rows->addWidget(m_always);
    rows->addWidget(m_answer);
    rows->addLayout(makeButtons());
    hide();

    connect(m_answer, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_reply->setEnabled(m_answer->isHidden() || !text.isEmpty());
    });
    connect(m_answer, &QLineEdit::returnPressed, m_reply, &QPushButton::click);
}

QLayout *ToolQuestionBar::makeButtons()
{
    const auto add = [this](const QString &text, const QString &spoken) {
        auto *button = new QPushButton(text, this);
        button->setAccessibleName(spoken);
        return button;
    };
    m_approve = add(tr("Approve"), tr("Approve the tool call of %1").arg(m_name));
    m_reply = add(tr("Answer"), tr("Answer the tool call of %1").arg(m_name));
    m_canned = add(tr("Written Answer"), tr("Give %1 the written answer").arg(m_name));
    m_refuse = add(tr("Refuse"), tr("Refuse the tool call of %1").arg(m_name));
    connect(m_approve, &QPushButton::clicked, this, [this] { reply(ToolReply::Kind::Approve); });
    connect(m_refuse, &QPushButton::clicked, this,
            [this] { reply(ToolReply::Kind::Refuse, m_answer->text()); });
    connect(m_reply, &QPushButton::clicked, this, &ToolQuestionBar::answerByHand);
    connect(m_canned, &QPushButton::clicked, this, [this] {
        const Json &canned = *m_questions.first().suggestion;
        reply(ToolReply::Kind::Answer,
              canned.is_string() ? toText(canned) : QString::fromUtf8(toBytes(canned)));
    });
    auto *row = new QHBoxLayout;
    row->setSpacing(gap(*this, 0.6));
    for (QPushButton *button : {m_approve, m_reply, m_canned, m_refuse})
        row->addWidget(button);
    row->addStretch(1);
    return row;
}

void ToolQuestionBar::setQuestions(const QList<ToolQuestion> &questions)
{
    if (questions == m_questions)
        return;
    const bool same = !questions.isEmpty() && !m_questions.isEmpty()
        && questions.first() == m_questions.first();
    m_questions = questions;
    if (!same)
        showFirst(); // what is being typed stays while others come and go
    m_count->setText(m_questions.size() > 1 ? tr("1 of %Ln", nullptr, int(m_questions.size()))
                                            : QString());
    setVisible(!m_questions.isEmpty());
}

void ToolQuestionBar::showFirst()
{
    delete std::exchange(m_arguments, nullptr);
    m_answer->clear();
    m_always->setChecked(false);
    if (m_questions.isEmpty())
        return;
    const ToolQuestion &question = m_questions.first();
    m_title->setText(question.canApprove ? tr("May %1 run?").arg(question.call.name)
                                         : tr("What does %1 answer?").arg(question.call.name));
    setAccessibleName(u"%1: %2"_s.arg(m_name, m_title->text()));
    const bool plain = question.arguments.is_string();
    if (!question.arguments.empty()) {
        m_arguments
            = new CodeText(tr("Arguments of %1").arg(question.call.name),
                           plain ? toText(question.arguments)
                                 : QString::fromUtf8(toPretty(question.arguments)).trimmed(),
                           !plain, this);
        m_argumentsPlace->addWidget(m_arguments);
    }
    m_command->setText(question.runs.isEmpty() ? QString()
                                               : tr("It runs the command: %1").arg(question.runs));
    m_command->setVisible(!question.runs.isEmpty());
    m_always->setVisible(!question.runs.isEmpty());
    m_answer->setVisible(!question.canApprove);
    m_approve->setVisible(question.canApprove);
    m_canned->setVisible(question.suggestion && !question.canApprove);
    m_canned->setToolTip(question.suggestion ? QString::fromUtf8(toBytes(*question.suggestion))
                                             : QString());
    m_reply->setText(question.canApprove ? tr("Answer by Hand") : tr("Answer"));
    m_reply->setEnabled(question.canApprove);
}

void ToolQuestionBar::answerByHand()
{
    if (m_answer->isHidden()) {
        m_answer->show();
        m_answer->setFocus(Qt::OtherFocusReason);
        m_reply->setText(tr("Answer"));
        m_reply->setEnabled(false);
        return;
    }
    reply(ToolReply::Kind::Answer, m_answer->text());
}

void ToolQuestionBar::reply(ToolReply::Kind kind, const QString &text)
{
    if (m_questions.isEmpty())
        return;
    const ToolQuestion question = m_questions.first();
    const bool always = kind == ToolReply::Kind::Approve && m_always->isChecked();
    setQuestions(m_questions.sliced(1)); // the engine's list follows
    Q_EMIT replied(question, {.kind = kind, .text = text}, always);
}

void ToolQuestionBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor edge = color(ColorRole::Neutral, palette());
    painter.setBrush(tint(ColorRole::Neutral, palette()));
    edge.setAlphaF(0.45F);
    painter.setPen(QPen(edge, 1));
    const qreal radius = gap(*this, 0.6);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

} // namespace Antiphon::Ui
