// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "retry/policyform.h"

#include "retry/conditionfield.h"
#include "retry/targetchain.h"
#include "retry/waitfield.h"
#include "theme/metrics.h"
#include "widgets/foldsection.h"
#include "widgets/numberbox.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

static QDoubleSpinBox *secondsBox(const QString &name, const QString &about)
{
    auto *box = new NumberBox;
    box->setRange(0, 1e6);
    box->setDecimals(3);
    box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    box->setSuffix(PolicyForm::tr(" s"));
    box->setAccessibleName(name);
    box->setToolTip(about);
    return box;
}

/// A combination box of \p choices: stored word, title, what it means.
static QComboBox *choiceBox(const QString &name,
                            const QList<std::tuple<QString, QString, QString>> &choices)
{
    auto *box = new QComboBox;
    box->setAccessibleName(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(16);
    for (const auto &[word, title, about] : choices) {
        box->addItem(title, word);
        box->setItemData(box->count() - 1, about, Qt::ToolTipRole);
    }
    return box;
}

/// Shows \p value without telling anybody.
template<typename Box, typename Value>
static void put(Box *box, Value value)
{
    const QSignalBlocker blocker(box);
    if (box->value() != value)
        box->setValue(value);
}

static void check(QCheckBox *box, bool on)
{
    const QSignalBlocker blocker(box);
    box->setChecked(on);
}

static void choose(QComboBox *box, const QString &word)
{
    const QSignalBlocker blocker(box);
    box->setCurrentIndex(box->findData(word));
}

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
    QFormLayout *form = addSection(tr("Stop"));
    const auto addRow = [](QVBoxLayout &rows, QCheckBox *box, QWidget *value) {
        auto *row = new QHBoxLayout;
        row->addWidget(box);
        row->addWidget(value);
        row->addStretch();
        rows.addLayout(row);
    };
    m_stop = new QWidget;
    auto *rows = new QVBoxLayout(m_stop);
    rows->setContentsMargins({});
    m_hasAttempts = new QCheckBox(tr("After"));
    m_attempts = new QSpinBox;
    m_attempts->setRange(1, 1000);
    m_attempts->setSuffix(tr(" attempts"));
    m_attempts->setAccessibleName(tr("Attempts in all"));
    m_attempts->setToolTip(tr("The first one counts; repairs and tool steps do not"));
    m_hasAttempts->setAccessibleName(tr("Stop after a number of attempts"));
    m_hasBefore = new QCheckBox(tr("Before a wait would pass"));
    m_before = secondsBox(tr("Time that no wait passes"),
                          tr("No wait goes on past this time since the first attempt"));
    m_hasAfter = new QCheckBox(tr("When more have passed than"));
    m_after = secondsBox(tr("Time after which there are no more attempts"),
                         tr("No attempt begins after this time; the last wait may pass it"));
    addRow(*rows, m_hasAttempts, m_attempts);
    addRow(*rows, m_hasBefore, m_before);
    addRow(*rows, m_hasAfter, m_after);
    m_stopScript = new QLineEdit;
    m_stopScript->setLayoutDirection(Qt::LeftToRight);
    m_stopScript->setPlaceholderText(u"elapsed > 30 && error?.kind === 'server'"_s);
    m_stopScript->setAccessibleName(tr("Stop when a script says so"));
    m_stopScript->setToolTip(tr("JavaScript over attempt, target, error, answer, elapsed, idle, "
                                "upcoming and variables; true means: give up"));
    auto *script = new QHBoxLayout;
    script->addWidget(new QLabel(tr("When a script says so")));
    script->addWidget(m_stopScript, 1);
    rows->addLayout(script);
    form->addRow(m_stop);
    m_stopNested = new QWidget;
    auto *nested = new QHBoxLayout(m_stopNested);
    nested->setContentsMargins({});
    nested->addWidget(new QLabel(tr("Bounds within bounds.")));
    auto *text = new QPushButton(tr("Edit as Text"));
    text->setAccessibleName(tr("Stop: edit as text"));
    nested->addWidget(text);
    nested->addStretch();
    form->addRow(m_stopNested);
    connect(text, &QPushButton::clicked, this, [this] { Q_EMIT textRequested(u"stop"_s); });
    for (QCheckBox *box : {m_hasAttempts, m_hasBefore, m_hasAfter})
        connect(box, &QCheckBox::toggled, this, [this] { takeStop({}); });
    connect(m_attempts, &QSpinBox::valueChanged, this, [this] { takeStop(u"attempts"_s); });
    connect(m_before, &QDoubleSpinBox::valueChanged, this, [this] { takeStop(u"before"_s); });
    connect(m_after, &QDoubleSpinBox::valueChanged, this, [this] { takeStop(u"after"_s); });
    connect(m_stopScript, &QLineEdit::textEdited, this, [this] { takeStop(u"script"_s); });
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

void PolicyForm::addFallback()
{
    QFormLayout *form = addSection(tr("Fall Back to Other Targets"));
    m_fallback = choiceBox(
        tr("When to fall back"),
        {{u"exhausted"_s, tr("When attempts ran out"),
          tr("A failure that was retried as often as allowed, or a wait that is too long")},
         {u"failed"_s, tr("On any failure"), tr("All but cancelled calls and budgets")},
         {u"never"_s, tr("Never"), {}},
         {u"matching"_s, tr("On a condition"), tr("The condition is edited as text")}});
    m_chain = new TargetChain(tr("Targets to fall back to"));
    m_chain->setPlaceholder(tr("each target's own list"));
    m_tooLong = new TargetChain(tr("Targets for prompts that are too long"));
    m_tooLong->setPlaceholder(tr("as above"));
    m_filtered = new TargetChain(tr("Targets for filtered answers"));
    m_filtered->setPlaceholder(tr("as above"));
    m_cooldown
        = secondsBox(tr("Cooldown"), tr("So long a target that was given up is left out of picks"));
    form->addRow(tr("Fall back"), m_fallback);
    form->addRow(tr("To"), m_chain);
    form->addRow(tr("Too long a prompt"), m_tooLong);
    form->addRow(tr("Filtered answer"), m_filtered);
    form->addRow(tr("Cooldown"), m_cooldown);
    addCatches(*form);
    connect(m_fallback, &QComboBox::activated, this, [this] {
        using When = FallbackRule::When;
        const auto when = When(m_fallback->currentIndex());
        if (when == m_policy.fallback.when)
            return;
        m_policy.fallback.when = when;
        if (when == When::Matching)
            m_policy.fallback.condition = {ErrorIs {{ErrorKind::Server, ErrorKind::RateLimit}}};
        tell(tr("Change When to Fall Back"));
        if (when == When::Matching)
            Q_EMIT textRequested(u"fallback.when"_s);
    });
    const std::tuple<TargetChain *, QStringList FallbackRule::*, QString> chains[] = {
        {m_chain, &FallbackRule::targets, u"targets"_s},
        {m_tooLong, &FallbackRule::contextLength, u"contextLength"_s},
        {m_filtered, &FallbackRule::filtered, u"filtered"_s},
    };
    for (const auto &[chain, list, key] : chains) {
        connect(chain, &TargetChain::edited, this, [this, list, key](const QStringList &slugs) {
            m_policy.fallback.*list = slugs;
            showMore();
            tell(tr("Change Fallback Targets"), key);
        });
    }
    connect(m_cooldown, &QDoubleSpinBox::valueChanged, this, [this](double seconds) {
        m_policy.fallback.cooldown = seconds;
        tell(tr("Change the Cooldown"), u"cooldown"_s);
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
    showStop();
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

void PolicyForm::showStop()
{
    const std::optional<PlainStop> plain = plainStop(m_policy.stop);
    m_stop->setVisible(plain.has_value());
    m_stopNested->setVisible(!plain);
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
    if (m_stopScript->text() != plain->script)
        m_stopScript->setText(plain->script);
}

void PolicyForm::takeStop(const QString &key)
{
    const PlainStop plain {
        .attempts = m_hasAttempts->isChecked() ? std::optional(m_attempts->value()) : std::nullopt,
        .afterDelay = m_hasAfter->isChecked() ? std::optional(m_after->value()) : std::nullopt,
        .beforeDelay = m_hasBefore->isChecked() ? std::optional(m_before->value()) : std::nullopt,
        .script = m_stopScript->text().trimmed().isEmpty() ? QString() : m_stopScript->text(),
    };
    m_policy.stop = withPlain(m_policy.stop, plain);
    m_attempts->setEnabled(m_hasAttempts->isChecked());
    m_before->setEnabled(m_hasBefore->isChecked());
    m_after->setEnabled(m_hasAfter->isChecked());
    tell(tr("Change When to Stop"), key);
}

} // namespace Antiphon::Ui
