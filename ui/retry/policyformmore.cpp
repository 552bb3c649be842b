// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What of a policy is needed now and then: the rest of Retry-After, other targets, hooks.

#include "retry/policyform.h"

#include "retry/catchesfield.h"
#include "retry/formparts.h"
#include "retry/gaveupfield.h"
#include "retry/hooklist.h"
#include "retry/targetchain.h"
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
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

static QStringList headersIn(const QString &line)
{
    QStringList names = line.split(u',');
    for (QString &name : names)
        name = name.trimmed();
    names.removeAll(QString());
    return names;
}

void PolicyForm::addMoreOfRetryAfter(QFormLayout &form)
{
    m_tooLongWait = new QComboBox;
    m_tooLongWait->addItems({tr("End, or fall back"), tr("Wait as if nothing was asked"),
                             tr("Wait as long as allowed")});
    m_tooLongWait->setAccessibleName(tr("When the server asks for a longer wait"));
    m_tooLongWait->setToolTip(tr("What follows when it asks for more than the longest wait"));
    m_zero = new QCheckBox(tr("A Retry-After of zero counts"));
    m_zero->setToolTip(tr("Else the policy's own wait is kept then"));
    m_headers = new QLineEdit;
    m_headers->setLayoutDirection(Qt::LeftToRight);
    m_headers->setPlaceholderText(tr("all"));
    m_headers->setAccessibleName(tr("Headers that ask for a wait"));
    m_headers->setToolTip(
        tr("Names of the headers that count, separated by commas: retry-after-ms, retry-after"));
    form.addRow(tr("A longer one"), m_tooLongWait);
    form.addRow(m_zero);
    form.addRow(tr("From the headers"), m_headers);
    form.addRow(tr("And at random"), makeWishJitter());
    connect(m_tooLongWait, &QComboBox::activated, this, [this](int index) {
        if (m_policy.retryAfterTooLong == TooLong(index))
            return;
        m_policy.retryAfterTooLong = TooLong(index);
        tell(tr("Change Retry-After"));
    });
    connect(m_zero, &QCheckBox::toggled, this, [this](bool on) {
        m_policy.retryAfterZero = on;
        tell(tr("Change Retry-After"));
    });
    connect(m_headers, &QLineEdit::textEdited, this, [this](const QString &text) {
        if (m_policy.retryAfterFrom == headersIn(text))
            return;
        m_policy.retryAfterFrom = headersIn(text);
        tell(tr("Change Retry-After"), u"retryAfter.from"_s);
    });
}

/// What is put on top of a wait that the server asks for.
QWidget *PolicyForm::makeWishJitter()
{
    const auto makeBox = [](const QString &suffix, const QString &name, const QString &about) {
        auto *box = new NumberBox;
        box->setRange(0, 1000);
        box->setDecimals(3);
        box->setSuffix(suffix);
        box->setPrefix(tr("+ "));
        box->setAccessibleName(name);
        box->setToolTip(about);
        return box;
    };
    m_jitterSeconds = makeBox(tr(" s"), tr("Seconds added to a Retry-After"),
                              tr("A draw of up to so many seconds is waited more than asked for"));
    m_jitterShare = makeBox(tr(" %"), tr("Share added to a Retry-After"),
                            tr("A draw of up to such a part of the wait is waited besides"));
    m_jitterHeaders = new QLineEdit;
    m_jitterHeaders->setLayoutDirection(Qt::LeftToRight);
    m_jitterHeaders->setPlaceholderText(tr("all headers"));
    m_jitterHeaders->setAccessibleName(tr("Headers whose waits get more"));
    m_jitterHeaders->setToolTip(tr("Names of the headers, separated by commas"));
    auto *fields = new QWidget;
    auto *row = new QHBoxLayout(fields);
    row->setContentsMargins({});
    row->addWidget(m_jitterSeconds);
    row->addWidget(m_jitterShare);
    row->addWidget(m_jitterHeaders, 1);

    const auto take = [this](const QString &key, const auto &change) {
        WishJitter jitter = m_policy.retryAfterJitter;
        change(jitter);
        if (jitter == m_policy.retryAfterJitter)
            return;
        m_policy.retryAfterJitter = jitter;
        tell(tr("Change Retry-After"), key);
    };
    connect(m_jitterSeconds, &QDoubleSpinBox::valueChanged, this, [take](double seconds) {
        take(u"jitter.seconds"_s, [seconds](WishJitter &jitter) { jitter.seconds = seconds; });
    });
    connect(m_jitterShare, &QDoubleSpinBox::valueChanged, this, [take](double percent) {
        take(u"jitter.share"_s, [percent](WishJitter &jitter) { jitter.share = percent / 100; });
    });
    connect(m_jitterHeaders, &QLineEdit::textEdited, this, [take](const QString &text) {
        take(u"jitter.from"_s, [&text](WishJitter &jitter) { jitter.from = headersIn(text); });
    });
    return fields;
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

void PolicyForm::addCatches(QFormLayout &form)
{
    m_catches = new CatchesField;
    form.addRow(tr("Passed on"), m_catches);
    connect(m_catches, &CatchesField::edited, this,
            [this](const QMap<QString, Condition> &catches, const QString &key) {
                m_policy.fallback.catches = catches;
                tell(tr("Change What Is Passed On"), key);
            });
    connect(m_catches, &CatchesField::textRequested, this,
            [this](const QString &slug) { Q_EMIT textRequested(u"fallback.catch."_s + slug); });
}

void PolicyForm::addHooks()
{
    QFormLayout *form = addSection(tr("What Is Done Besides"));
    m_hooksSection = new FoldSection(tr("Log Lines and Scripts"));
    form->addRow(m_hooksSection);
    const auto add = [this](const QString &title, const QString &about,
                            QList<RetryHook> RetryHooks::*list, const QString &path) {
        auto *label = new QLabel(title);
        label->setToolTip(about);
        auto *hooks = new HookList(title);
        hooks->setToolTip(about);
        m_hooksSection->add(label);
        m_hooksSection->add(hooks);
        connect(hooks, &HookList::edited, this,
                [this, list](const QList<RetryHook> &changed, const QString &key) {
                    m_policy.hooks.*list = changed;
                    tell(tr("Change Log Lines and Scripts"), key);
                });
        connect(hooks, &HookList::textRequested, this,
                [this, path] { Q_EMIT textRequested(path); });
        return hooks;
    };
    m_hooksBefore = add(tr("Before every attempt"), {}, &RetryHooks::before, u"hooks.before"_s);
    m_hooksAfter = add(tr("After an attempt that is not the end"),
                       tr("Behind one that is to be tried again, or given up"), &RetryHooks::after,
                       u"hooks.after"_s);
    m_hooksBeforeSleep = add(tr("Before a wait"), tr("Only when another attempt follows"),
                             &RetryHooks::beforeSleep, u"hooks.beforeSleep"_s);

    m_gaveUp = new GaveUpField;
    form->addRow(tr("Given up"), m_gaveUp);
    connect(m_gaveUp, &GaveUpField::edited, this,
            [this](const GaveUpHook &hook, const QString &key) {
                m_policy.hooks.gaveUp = hook;
                tell(tr("Change What Stands In"), key);
            });
    connect(m_gaveUp, &GaveUpField::textRequested, this,
            [this] { Q_EMIT textRequested(u"hooks.gaveUp"_s); });
    m_reraise = new QCheckBox(tr("Ends with the last failure as it is"));
    m_reraise->setToolTip(tr("Else with one that says how many attempts there were"));
    form->addRow(m_reraise);
    connect(m_reraise, &QCheckBox::toggled, this, [this](bool on) {
        m_policy.reraise = on;
        tell(tr("Change the Ending"));
    });
}

/// Everything of this file, as the policy has it.
void PolicyForm::showMore()
{
    m_tooLongWait->setCurrentIndex(int(m_policy.retryAfterTooLong));
    check(m_zero, m_policy.retryAfterZero);
    check(m_reraise, m_policy.reraise);
    for (QWidget *field : std::initializer_list<QWidget *> {
             m_tooLongWait, m_zero, m_headers, m_jitterSeconds, m_jitterShare, m_jitterHeaders})
        field->setEnabled(m_policy.obeyRetryAfter);
    const WishJitter &jitter = m_policy.retryAfterJitter;
    put(m_jitterSeconds, jitter.seconds);
    put(m_jitterShare, jitter.share * 100);
    if (headersIn(m_jitterHeaders->text()) != jitter.from)
        m_jitterHeaders->setText(jitter.from.join(u", "_s));
    if (headersIn(m_headers->text()) != m_policy.retryAfterFrom)
        m_headers->setText(m_policy.retryAfterFrom.join(u", "_s));

    const FallbackRule &fallback = m_policy.fallback;
    QStringList further = fallback.targets.isEmpty() ? m_known : fallback.targets;
    for (const QString &slug : fallback.contextLength + fallback.filtered) {
        if (!further.contains(slug))
            further.append(slug);
    }
    m_catches->setTargets(further);
    m_catches->setCatches(fallback.catches);

    m_hooksBefore->setHooks(m_policy.hooks.before);
    m_hooksAfter->setHooks(m_policy.hooks.after);
    m_hooksBeforeSleep->setHooks(m_policy.hooks.beforeSleep);
    m_gaveUp->setHook(m_policy.hooks.gaveUp);
    const RetryHooks &hooks = m_policy.hooks;
    const bool some
        = !hooks.before.isEmpty() || !hooks.after.isEmpty() || !hooks.beforeSleep.isEmpty();
    if (some && !std::exchange(m_hooksOpened, true))
        m_hooksSection->setOpen(true);
}

} // namespace Antiphon::Ui
