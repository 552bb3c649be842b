// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "retry/policyform.h"

#include "retry/conditionfield.h"
#include "retry/formparts.h"
#include "retry/stopfield.h"
#include "retry/targetchain.h"
#include "retry/waitfield.h"
#include "theme/metrics.h"
#include "widgets/foldsection.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

PolicyForm::PolicyForm(QWidget *parent)
    : QWidget(parent)
    , m_policy(defaultPolicy())
    , m_rows(new QVBoxLayout(this))
{
    setAccessibleName(tr("Form of the policy"));
    const int space = gap(*this);
    m_rows->setContentsMargins(space * 2, space, space * 2, space * 2);
    m_rows->setSpacing(gap(*this, 0.6));
    addConditions();
    addWait();
    addStop();
    addRepair();
    addFallback();
    addHooks();
    m_rows->addStretch();
    setPolicy(m_policy);
}

/// A heading with a form under it.
QFormLayout *PolicyForm::addSection(const QString &title, const QString &about)
{
    auto *heading = new QLabel(title);
    QFont bold = heading->font();
    bold.setWeight(QFont::DemiBold);
    heading->setFont(bold);
    if (m_rows->count() > 0)
        m_rows->addSpacing(gap(*this, 1.2));
    m_rows->addWidget(heading);
    if (!about.isEmpty()) {
        auto *text = new QLabel(about);
        text->setWordWrap(true);
        text->setForegroundRole(QPalette::PlaceholderText);
        m_rows->addWidget(text);
    }
    auto *content = new QWidget;
    auto *form = new QFormLayout(content);
    form->setContentsMargins(gap(*this), 0, 0, 0);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_rows->addWidget(content);
    return form;
}

void PolicyForm::addConditions()
{
    using enum ErrorKind;
    QFormLayout *form = addSection(tr("Retry When"));
    m_enabled = new QCheckBox(tr("Retry at all"));
    m_enabled->setToolTip(tr("Without it there is one attempt, and nothing of the rest"));
    form->addRow(m_enabled);
    connect(m_enabled, &QCheckBox::toggled, this, [this](bool on) {
        m_policy.enabled = on;
        tell(on ? tr("Switch Retries On") : tr("Switch Retries Off"));
    });
    m_when = new ConditionField(
        tr("Retry when"),
        {Connection, Timeout, Dropped, RateLimit, Server, BadResponse, Filtered, Validation});
    form->addRow(m_when);
    m_neverSection = new FoldSection(tr("Never When"));
    m_never = new ConditionField(
        tr("Never when"),
        {Authentication, Permission, Quota, InvalidRequest, ContextLength, NotFound});
    m_neverSection->add(m_never);
    form->addRow(m_neverSection);
    connect(m_when, &ConditionField::edited, this,
            [this](const Condition &condition, const QString &key) {
                m_policy.when = condition;
                tell(tr("Change What Is Retried"), key);
            });
    connect(m_never, &ConditionField::edited, this,
            [this](const Condition &condition, const QString &key) {
                m_policy.never = condition;
                tell(tr("Change What Is Never Retried"), key);
            });
    connect(m_when, &ConditionField::textRequested, this,
            [this] { Q_EMIT textRequested(u"when"_s); });
    connect(m_never, &ConditionField::textRequested, this,
            [this] { Q_EMIT textRequested(u"never"_s); });
}

void PolicyForm::addWait()
{
    QFormLayout *form = addSection(tr("Wait"));
    m_wait = new WaitField;
    form->addRow(m_wait);
    m_obey = new QCheckBox(tr("Obey Retry-After, at most"));
    m_obey->setToolTip(tr("A wait the server asks for replaces this one and is never shortened; "
                          "one that is longer than this ends the call or falls back"));
    m_obeyMax = secondsBox(tr("Longest Retry-After"), m_obey->toolTip());
    m_obeyMax->setRange(-1, 1e6);
    m_obeyMax->setSpecialValueText(tr("any"));
    m_obeyAdvice = new QCheckBox(tr("Obey the server's “x-should-retry”"));
    m_obeyAdvice->setToolTip(tr("The server's yes or no comes before everything the policy says"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_obey);
    row->addWidget(m_obeyMax);
    row->addStretch();
    form->addRow(row);
    addMoreOfRetryAfter(*form);
    form->addRow(m_obeyAdvice);
    connect(m_wait, &WaitField::edited, this, [this](const Wait &wait, const QString &key) {
        m_policy.wait = wait;
        tell(tr("Change the Wait"), key.isEmpty() ? key : u"wait "_s + key);
    });
    connect(m_wait, &WaitField::textRequested, this, [this] { Q_EMIT textRequested(u"wait"_s); });
    connect(m_obey, &QCheckBox::toggled, this, [this](bool on) {
        m_policy.obeyRetryAfter = on;
        m_obeyMax->setEnabled(on);
        tell(tr("Change Retry-After"));
    });
    connect(m_obeyMax, &QDoubleSpinBox::valueChanged, this, [this](double seconds) {
        m_policy.retryAfterMax = seconds < 0 ? noCap : seconds;
        tell(tr("Change Retry-After"), u"retryAfter.max"_s);
    });
    connect(m_obeyAdvice, &QCheckBox::toggled, this, [this](bool on) {
        m_policy.obeyShouldRetry = on;
        tell(tr("Change the Server's Advice"));
    });
}

void PolicyForm::addStop()
{
    m_stop = new StopField;
    addSection(tr("Stop"))->addRow(m_stop);
    connect(m_stop, &StopField::edited, this, [this](const Stop &stop, const QString &key) {
        m_policy.stop = stop;
        tell(tr("Change When to Stop"), key);
    });
    connect(m_stop, &StopField::textRequested, this, [this] { Q_EMIT textRequested(u"stop"_s); });
}

void PolicyForm::addRepair()
{
    QFormLayout *form = addSection(tr("Repair of Invalid Output"));
    m_repairs = new QSpinBox;
    m_repairs->setRange(0, 1000);
    m_repairs->setAccessibleName(tr("Repairs at most"));
    m_repairs->setToolTip(tr("Counted apart from retries, without a wait"));
    m_repairAs = choiceBox(
        tr("Where the errors go"),
        {{u"prompt"_s, tr("In the prompt"), tr("A list of the errors at the end of the prompt")},
         {u"variable"_s, tr("As the variable {errors}"), tr("The template says where they stand")},
         {u"conversation"_s, tr("As a conversation"),
          tr("The wrong answer and its errors follow as new messages")}});
    m_repairSend = choiceBox(
        tr("Which errors are sent"),
        {{u"all"_s, tr("All errors so far"), {}}, {u"last"_s, tr("Those of the last answer"), {}}});
    form->addRow(tr("At most"), m_repairs);
    form->addRow(tr("Errors go"), m_repairAs);
    form->addRow(tr("Send"), m_repairSend);
    m_onDrop = choiceBox(
        tr("When a stream breaks off after its first text"),
        {{u"restart"_s, tr("Begin again"), tr("What was shown turns grey; nothing is appended")},
         {u"continue"_s, tr("Continue the text"), tr("The model is asked to go on; only for text")},
         {u"fail"_s, tr("Fail"), tr("What came is kept")}});
    QFormLayout *stream = addSection(tr("Stream That Breaks Off"));
    stream->addRow(tr("After text came"), m_onDrop);
    connect(m_repairs, &QSpinBox::valueChanged, this, [this](int count) {
        m_policy.repairMax = count;
        tell(tr("Change Repairs"), u"repair.max"_s);
    });
    connect(m_repairAs, &QComboBox::activated, this, [this] {
        m_policy.repairAs = m_repairAs->currentData().toString();
        tell(tr("Change Repairs"));
    });
    connect(m_repairSend, &QComboBox::activated, this, [this] {
        m_policy.repairSend = m_repairSend->currentData().toString();
        tell(tr("Change Repairs"));
    });
    connect(m_onDrop, &QComboBox::activated, this, [this] {
        static const QStringList words {u"fail"_s, u"restart"_s, u"continue"_s};
        m_policy.onDrop = OnDrop(words.indexOf(m_onDrop->currentData().toString()));
        tell(tr("Change What Follows a Drop"));
    });
}

void PolicyForm::tell(const QString &what, const QString &key)
{
    if (!m_showing)
        Q_EMIT edited(m_policy, what, key);
}

void PolicyForm::setTargets(const QStringList &slugs)
{
    for (TargetChain *chain : {m_chain, m_tooLong, m_filtered})
        chain->setKnown(slugs);
    m_known = slugs;
    showMore();
}

void PolicyForm::setPolicy(const RetryPolicy &policy)
{
    const QScopedValueRollback showing(m_showing, true);
    m_policy = policy;
    m_when->setCondition(policy.when);
    m_never->setCondition(policy.never);
    m_wait->setWait(policy.wait);
    check(m_obey, policy.obeyRetryAfter);
    m_obeyMax->setEnabled(policy.obeyRetryAfter);
    put(m_obeyMax, std::isinf(policy.retryAfterMax) ? -1.0 : policy.retryAfterMax);
    check(m_obeyAdvice, policy.obeyShouldRetry);
    m_stop->setStop(policy.stop);
    put(m_repairs, policy.repairMax);
    choose(m_repairAs, policy.repairAs);
    choose(m_repairSend, policy.repairSend);
    m_repairAs->setEnabled(policy.repairMax > 0);
    m_repairSend->setEnabled(policy.repairMax > 0);
    static const QStringList words {u"fail"_s, u"restart"_s, u"continue"_s};
    choose(m_onDrop, words.value(int(policy.onDrop)));
    m_fallback->setCurrentIndex(int(policy.fallback.when));
    m_chain->setTargets(policy.fallback.targets);
    m_tooLong->setTargets(policy.fallback.contextLength);
    m_filtered->setTargets(policy.fallback.filtered);
    put(m_cooldown, policy.fallback.cooldown);
    check(m_enabled, policy.enabled);
    showMore();
}

} // namespace Antiphon::Ui
