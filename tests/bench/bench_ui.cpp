// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "attempts/attemptsmodel.h"
#include "responses/responsesview.h"
#include "responses/streamtext.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTest>

#include <algorithm>

using namespace Antiphon;
using namespace Antiphon::Ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What one frame with a hundred changed calls costs the window's thread (architecture.md 7).
class FeedBudgetBench : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void models();
    void modelsAndView();
    void oneEndlessParagraph();

private:
    static constexpr int calls = 100;
    static constexpr int frames = 300;
    static constexpr double budget = 4.0; ///< Milliseconds.
};

static QList<Cell> cells(int count)
{
    QList<Cell> all;
    for (int i = 0; i < count; ++i)
        all.append({.id = CallId {quint64(i)}, .target = u"t%1"_s.arg(i), .name = u"t%1"_s.arg(i)});
    return all;
}

// 50 chunks a second of 5 characters, merged into a frame of 33 ms.
static std::vector<CallUpdate> frameOf(int count, int frame)
{
    std::vector<CallUpdate> updates;
    for (int i = 0; i < count; ++i)
        updates.push_back({.id = CallId {quint64(i)},
                           .text = frame % 40 == 39 ? u"word ah\n"_s : u"word ahd "_s,
                           .state = frame ? std::nullopt : std::optional(CallState::Streaming),
                           .attempt = frame ? std::nullopt : std::optional(1)});
    return updates;
}

static double report(const char *what, QList<double> &times)
{
    std::ranges::sort(times);
    const double median = times[times.size() / 2];
    qInfo("%s: median %.2f ms, 99 %% %.2f ms, most %.2f ms", what, median,
          times[times.size() * 99 / 100], times.last());
    return median;
}

void FeedBudgetBench::models()
{
    ResponsesModel responses;
    AttemptsModel attempts;
    responses.setCells(cells(calls));
    attempts.setCells(cells(calls));
    QList<double> times;
    for (int frame = 0; frame < frames; ++frame) {
        const auto updates = frameOf(calls, frame);
        QElapsedTimer timer;
        timer.start();
        responses.apply(updates);
        attempts.apply(updates);
        times.append(double(timer.nsecsElapsed()) / 1e6);
    }
    QVERIFY(report("models, 100 changed calls", times) < budget);
}

void FeedBudgetBench::modelsAndView()
{
    ResponsesModel responses;
    ResponsesView view(responses);
    view.resize(1600, 900);
    view.show();
    responses.setCells(cells(calls));
    QApplication::processEvents();
    QList<double> times;
    QList<double> turns;
    for (int frame = 0; frame < frames; ++frame) {
        const auto updates = frameOf(calls, frame);
        QElapsedTimer timer;
        timer.start();
        responses.apply(updates);
        times.append(double(timer.nsecsElapsed()) / 1e6);
        QApplication::processEvents(); // with painting
        turns.append(double(timer.nsecsElapsed()) / 1e6);
    }
    const double median = report("with the view, before painting", times);
    report("with the view and painting", turns);
    QVERIFY(median < 2 * budget);
}

void FeedBudgetBench::oneEndlessParagraph()
{
    StreamText text;
    text.resize(600, 800);
    text.show();
    QString all;
    QList<double> times;
    while (all.size() < 200'000) {
        all += u"no break here, just words "_s.repeated(4);
        QElapsedTimer timer;
        timer.start();
        text.show({}, all);
        QApplication::processEvents();
        times.append(double(timer.nsecsElapsed()) / 1e6);
    }
    report("a paragraph of 200,000 characters, each frame", times);
    QVERIFY(times[times.size() * 99 / 100] < 33);
}

QTEST_MAIN(FeedBudgetBench)
#include "bench_ui.moc"
