// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "retry/stopfield.h"

#include "retry/formparts.h"
#include "retry/policyparts.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

StopField::StopField(QWidget *parent)
    : QWidget(parent)
    , m_bounds(new QWidget)
    , m_nested(new QWidget)
    , m_hasAttempts(new QCheckBox(tr("After")))
    , m_attempts(new QSpinBox)
    , m_hasBefore(new QCheckBox(tr("Before a wait would pass")))
    , m_before(secondsBox(tr("Time that no wait passes"),
                          tr("No wait goes on past this time since the first attempt")))
    , m_hasAfter(new QCheckBox(tr("When more have passed than")))
    , m_after(secondsBox(tr("Time after which there are no more attempts"),
                         tr("No attempt begins after this time; the last wait may pass it")))
    , m_script(new QLineEdit)
{
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->addWidget(m_bounds);
    rows->addWidget(m_nested);
    addBounds();
    addNested();
    for (QCheckBox *box : {m_hasAttempts, m_hasBefore, m_hasAfter})
        connect(box, &QCheckBox::toggled, this, [this] { take({}); });
    connect(m_attempts, &QSpinBox::valueChanged, this, [this] { take(u"attempts"_s); });
    connect(m_before, &QDoubleSpinBox::valueChanged, this, [this] { take(u"before"_s); });
    connect(m_after, &QDoubleSpinBox::valueChanged, this, [this] { take(u"after"_s); });
    connect(m_script, &QLineEdit::textEdited, this, [this] { take(u"script"_s); });
}

void StopField::addBounds()
{
    auto *rows = new QVBoxLayout(m_bounds);
    rows->setContentsMargins({});
    m_attempts->setRange(1, 1000);
    m_attempts->setSuffix(tr(" attempts"));
    m_attempts->setAccessibleName(tr("Attempts in all"));
    m_attempts->setToolTip(tr("The first one counts; repairs and tool steps do not"));
    m_hasAttempts->setAccessibleName(tr("Stop after a number of attempts"));
    for (const auto &[box, value] : {std::pair<QWidget *, QWidget *>(m_hasAttempts, m_attempts),
                                     std::pair<QWidget *, QWidget *>(m_hasBefore, m_before),
                                     std::pair<QWidget *, QWidget *>(m_hasAfter, m_after)}) {
        auto *row = new QHBoxLayout;
        row->addWidget(box);
        row->addWidget(value);
        row->addStretch();
        rows->addLayout(row);
    }
    m_script->setLayoutDirection(Qt::LeftToRight);
    m_script->setPlaceholderText(u"elapsed > 30 && error?.kind === 'server'"_s);
    m_script->setAccessibleName(tr("Stop when a script says so"));
    m_script->setToolTip(tr("JavaScript over attempt, target, error, answer, elapsed, idle, "
                            "upcoming and variables; true means: give up"));
    auto *script = new QHBoxLayout;
    script->addWidget(new QLabel(tr("When a script says so")));
    script->addWidget(m_script, 1);
    rows->addLayout(script);
}

void StopField::addNested()
{
    auto *row = new QHBoxLayout(m_nested);
    row->setContentsMargins({});
    row->addWidget(new QLabel(tr("Bounds within bounds.")));
    auto *text = new QPushButton(tr("Edit as Text"));
    text->setAccessibleName(tr("Stop: edit as text"));
    row->addWidget(text);
    row->addStretch();
    connect(text, &QPushButton::clicked, this, &StopField::textRequested);
}

void StopField::setStop(const Stop &stop)
{
    m_shown = stop;
    const std::optional<PlainStop> plain = plainStop(stop);
    m_bounds->setVisible(plain.has_value());
    m_nested->setVisible(!plain);
    if (!plain)
        return;
    check(m_hasAttempts, plain->attempts.has_value());
    check(m_hasBefore, plain->beforeDelay.has_value());
    check(m_hasAfter, plain->afterDelay.has_value());
    m_attempts->setEnabled(plain->attempts.has_value());
    m_before->setEnabled(plain->beforeDelay.has_value());
    m_after->setEnabled(plain->afterDelay.has_value());
    put(m_attempts, plain->attempts.value_or(m_attempts->value()));
    put(m_before, plain->beforeDelay.value_or(600));
    put(m_after, plain->afterDelay.value_or(600));
    if (m_script->text() != plain->script)
        m_script->setText(plain->script);
}

void StopField::take(const QString &key)
{
    const PlainStop plain {
        .attempts = m_hasAttempts->isChecked() ? std::optional(m_attempts->value()) : std::nullopt,
        .afterDelay = m_hasAfter->isChecked() ? std::optional(m_after->value()) : std::nullopt,
        .beforeDelay = m_hasBefore->isChecked() ? std::optional(m_before->value()) : std::nullopt,
        .script = m_script->text().trimmed().isEmpty() ? QString() : m_script->text(),
    };
    m_shown = withPlain(m_shown, plain);
    m_attempts->setEnabled(m_hasAttempts->isChecked());
    m_before->setEnabled(m_hasBefore->isChecked());
    m_after->setEnabled(m_hasAfter->isChecked());
    Q_EMIT edited(m_shown, key);
}

} // namespace Antiphon::Ui
