// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "retry/gaveupfield.h"

#include "theme/colors.h"
#include "theme/metrics.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

namespace {

enum StandIn { NoStandIn, FixedValue, ComputedValue };

StandIn standInOf(const GaveUpHook &hook)
{
    return hook.value ? FixedValue : hook.script.isEmpty() ? NoStandIn : ComputedValue;
}

} // namespace

GaveUpField::GaveUpField(QWidget *parent)
    : QWidget(parent)
    , m_kind(new QComboBox)
    , m_text(new QLineEdit)
    , m_asText(new QPushButton(tr("Edit as Text")))
    , m_problem(new QLabel)
{
    m_kind->addItems({tr("Nothing"), tr("A value"), tr("A script's value")});
    m_kind->setAccessibleName(tr("What stands in for the answer"));
    m_kind->setToolTip(tr("Given instead of an answer when the policy gives up"));
    m_text->setLayoutDirection(Qt::LeftToRight);
    m_text->setAccessibleName(tr("Value or script that stands in for the answer"));
    m_asText->setAccessibleName(tr("What stands in for the answer: edit as text"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *row = new QHBoxLayout;
    row->addWidget(m_kind);
    row->addWidget(m_text, 1);
    row->addWidget(m_asText, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(gap(*this, 0.2));
    column->addLayout(row);
    column->addWidget(m_problem);
    connect(m_kind, &QComboBox::activated, this, [this](int kind) {
        if (kind == standInOf(m_hook))
            return;
        GaveUpHook hook;
        if (kind == FixedValue)
            hook.value = Json("");
        if (kind == ComputedValue)
            hook.script
                = Script(u"error.message"_s, u"hooks.gaveUp.script"_s, Script::Form::Function);
        show(hook);
        Q_EMIT edited(m_hook, {});
    });
    connect(m_text, &QLineEdit::textEdited, this, &GaveUpField::take);
    connect(m_asText, &QPushButton::clicked, this, &GaveUpField::textRequested);
    show({});
}

void GaveUpField::setHook(const GaveUpHook &hook)
{
    // Where a script was read from is no difference: what is being typed stays.
    if (hook.value != m_hook.value || hook.script.source() != m_hook.script.source())
        show(hook);
}

void GaveUpField::show(const GaveUpHook &hook)
{
    m_hook = hook;
    const StandIn kind = standInOf(hook);
    m_kind->setCurrentIndex(kind);
    const QString text
        = kind == FixedValue ? QString::fromUtf8(toBytes(*hook.value)) : hook.script.source();
    const bool long_ = text.contains(u'\n');
    m_text->setVisible(kind != NoStandIn && !long_);
    m_asText->setVisible(long_);
    m_asText->setToolTip(text);
    m_text->setText(text);
    m_text->setToolTip(kind == FixedValue
                           ? tr("JSON: text in quotes, a number, an object, a list")
                           : tr("An expression, or the body of a function, over attempt, error, "
                                "elapsed and variables"));
    m_problem->hide();
}

void GaveUpField::take(const QString &text)
{
    QString problem;
    GaveUpHook hook;
    if (standInOf(m_hook) == FixedValue) {
        const auto value = parseJson(text.toUtf8());
        if (value)
            hook.value = *value;
        else
            problem = tr("This is no JSON yet: %1").arg(value.error().message);
    } else if (text.trimmed().isEmpty()) {
        problem = tr("A script cannot be empty; choose “Nothing” instead.");
    } else {
        hook.script = Script(text, u"hooks.gaveUp.script"_s, Script::Form::Function);
    }
    m_problem->setVisible(!problem.isEmpty());
    m_problem->setText(problem);
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, color(ColorRole::Negative, palette()));
    m_problem->setPalette(colours);
    if (!problem.isEmpty())
        return;
    m_hook = hook;
    Q_EMIT edited(m_hook, u"gaveUp"_s);
}

} // namespace Antiphon::Ui
