// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "retry/policytrial.h"

#include "attempts/attemptsview.h"
#include "retry/faultscripts.h"
#include "retry/virtualclock.h"
#include "run/feedpump.h"
#include "theme/icons.h"
#include "theme/metrics.h"
#include "wording/numbers.h"
#include "wording/states.h"

#include <antiphon/net/engine.h>
#include <antiphon/net/prepare.h>
#include <antiphon/net/simulatortransport.h>
#include <antiphon/store/builtin.h>

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Antiphon::Ui {

static constexpr CallId trialCall {1};

struct PolicyTrial::Stage {
    Stage(std::unique_ptr<Clock> time, bool inRealTime)
        : real(inRealTime)
        , clock(std::move(time))
        , transport(*clock)
        , engine(transport, *clock, feed)
        , pump(feed)
    {
    }

    bool real; ///< Otherwise it is over before there is anything to follow.
    std::unique_ptr<Clock> clock;
    SimulatorTransport transport;
    Feed feed;
    Engine engine;
    FeedPump pump;
};

PolicyTrial::PolicyTrial(QWidget *parent)
    : QWidget(parent)
    , m_fault(new QComboBox)
    , m_pace(new QComboBox)
    , m_run(new QPushButton(icon(u"media-playback-start"_s), tr("Test")))
    , m_outcome(new QLabel)
    , m_attempts([this] { return m_stage && m_stage->real ? m_stage->clock->now() : 0ms; })
    , m_view(new AttemptsView(m_attempts, AttemptsView::Place::Trial))
{
    for (const FaultScript &script : faultScripts())
        m_fault->addItem(script.title);
    m_fault->setAccessibleName(tr("Fault to test on"));
    m_fault->setToolTip(tr("What the simulated service does"));
    m_fault->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_fault->setMinimumContentsLength(14);
    m_pace->addItem(tr("At once"));
    m_pace->setItemData(0, tr("Waits take no time; the times shown are those they would take"),
                        Qt::ToolTipRole);
    m_pace->addItem(tr("As it would be"));
    m_pace->setItemData(1, tr("Waits take as long as they do"), Qt::ToolTipRole);
    m_pace->setAccessibleName(tr("Pace of the test"));
    m_pace->setToolTip(tr("Whether the waits are really waited"));
    m_outcome->setWordWrap(true);
    m_outcome->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_outcome->setAccessibleName(tr("What the test came to"));
    m_outcome->hide();
    if (auto *tree = m_view->findChild<QTreeView *>(u"attemptsTree"_s))
        tree->setAccessibleName(tr("Attempts of the test"));

    const int space = gap(*this);
    auto *controls = new QHBoxLayout;
    controls->setContentsMargins(space, space, space, 0);
    auto *label = new QLabel(tr("&Fault"));
    label->setBuddy(m_fault);
    controls->addWidget(label);
    controls->addWidget(m_fault, 1);
    controls->addWidget(m_pace);
    controls->addWidget(m_run);
    auto *words = new QHBoxLayout;
    words->setContentsMargins(space, 0, space, 0);
    words->addWidget(m_outcome);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addLayout(controls);
    column->addLayout(words);
    column->addWidget(m_view, 1);

    connect(m_run, &QPushButton::clicked, this, [this] { isRunning() ? stop() : start(); });
    connect(m_view, &AttemptsView::demonstrationRequested, this, &PolicyTrial::start);
    connect(m_view, &AttemptsView::cancelRequested, this, &PolicyTrial::stop);
    connect(m_view, &AttemptsView::retryNowRequested, this, [this](CallId id) {
        if (m_stage)
            m_stage->engine.retryNow(id);
    });
}

PolicyTrial::~PolicyTrial()
{
    delete m_view; // before its model
}

void PolicyTrial::setPolicy(const RetryPolicy &policy)
{
    m_policy = policy;
}

bool PolicyTrial::isRunning() const
{
    return m_stage && !m_record;
}

static Result<CallSpec> specFor(const RetryPolicy &policy, const Json &simulate)
{
    RunSource source {
        .providers = builtinProviders(),
        .retryOverride = policy,
        .environment = [](const QString &) { return QString(); },
        .keychain = [](const QString &) { return Result<QByteArray>(QByteArray()); },
    };
    // Whatever the policy falls back to is a simulated target that answers.
    for (const QStringList &chain :
         {policy.fallback.targets, policy.fallback.contextLength, policy.fallback.filtered}) {
        for (const QString &slug : chain)
            source.targets.insert(slug,
                                  {.slug = slug, .provider = u"simulator"_s, .model = u"steady"_s});
    }
    const Target target {.slug = PolicyTrial::tr("test"),
                         .provider = u"simulator"_s,
                         .model = u"scripted"_s,
                         .simulate = simulate};
    const CallInputs inputs {
        .prompt = {.slug = u"test"_s, .text = u"USER: How is the printer in room 12?\n"_s}};
    return prepareCall(inputs, target, source);
}

void PolicyTrial::start()
{
    const FaultScript script = faultScripts().value(m_fault->currentIndex());
    Result<CallSpec> spec = specFor(m_policy, script.simulate);
    m_record.reset();
    m_attempts.setCells({});
    m_stage.reset();
    if (!spec) {
        m_outcome->setText(spec.error().message);
        m_outcome->show();
        return;
    }
    spec->seed = ++m_trial;
    m_expected = planRetries(m_policy, script.outcomes, spec->seed);
    const bool real = m_pace->currentIndex() == 1;
    std::unique_ptr<Clock> clock;
    if (real)
        clock = std::make_unique<SystemClock>();
    else
        clock = std::make_unique<VirtualClock>();
    m_stage = std::make_unique<Stage>(std::move(clock), real);
    connect(&m_stage->pump, &FeedPump::updated, this, &PolicyTrial::take);
    m_attempts.setCells({{.id = trialCall,
                          .target = tr("test"),
                          .name = m_fault->currentText(),
                          .model = u"scripted"_s,
                          .provider = tr("Simulator"),
                          .simulated = true}});
    m_outcome->hide();
    m_run->setText(tr("Stop"));
    m_run->setIcon(icon(u"process-stop"_s));
    m_stage->engine.start(trialCall, *std::move(spec));
}

void PolicyTrial::stop()
{
    if (isRunning())
        m_stage->engine.cancel(trialCall);
}

void PolicyTrial::take(const std::vector<CallUpdate> &updates)
{
    m_attempts.apply(updates);
    const bool wasRunning = isRunning();
    for (const CallUpdate &update : updates) {
        if (update.finished)
            m_record = update.finished;
    }
    if (!wasRunning || isRunning())
        return;
    m_run->setText(tr("Test"));
    m_run->setIcon(icon(u"media-playback-start"_s));
    showOutcome();
    Q_EMIT finished();
}

static std::chrono::milliseconds waited(const CallRecord &record)
{
    auto sum = 0ms;
    for (qsizetype i = 0; i + 1 < record.attempts.size(); ++i) {
        if (record.attempts[i].decision)
            sum += record.attempts[i].decision->wait;
    }
    return sum;
}

void PolicyTrial::showOutcome()
{
    double expected = 0;
    for (const WaitDrawn &wait : m_expected->waits)
        expected += wait.seconds;
    const auto text = [](const QString &what, int attempts, std::chrono::milliseconds waiting) {
        return tr("%1: %Ln attempt(s), %2 of waiting.", nullptr, attempts)
            .arg(what, durationText(waiting));
    };
    QStringList sentences {
        text(lookOf(m_record->state).word, int(m_record->attempts.size()), waited(*m_record)),
        text(tr("Expected"), m_expected->attempts,
             std::chrono::milliseconds(std::llround(expected * 1000)))};
    if (const Attempt *last = answer(*m_record); last && last->decision)
        sentences.append(tr("It ended with: %1.").arg(last->decision->why));
    m_outcome->setText(sentences.join(u' '));
    m_outcome->show();
}

} // namespace Antiphon::Ui
