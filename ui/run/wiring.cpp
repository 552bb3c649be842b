// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "run/wiring.h"

#include "attempts/attemptsmodel.h"
#include "responses/responsesview.h"
#include "run/runcontroller.h"

namespace Antiphon::Ui {

void connectRun(RunController &run, ResponsesModel &model, ResponsesView &view)
{
    QObject::connect(&run, &RunController::runStarted, &model, &ResponsesModel::setCells);
    QObject::connect(&run, &RunController::updated, &model,
                     [&model](const std::vector<CallUpdate> &updates) { model.apply(updates); });
    QObject::connect(&run, &RunController::accepted, &model, &ResponsesModel::accept);
    QObject::connect(&run, &RunController::repairStarted, &model, &ResponsesModel::repair);
    QObject::connect(&run, &RunController::callRepeated, &model, &ResponsesModel::repeat);
    QObject::connect(&view, &ResponsesView::repairRequested, &run, &RunController::repair);
    QObject::connect(&view, &ResponsesView::acceptRequested, &run, &RunController::accept);
    QObject::connect(&view, &ResponsesView::cancelRequested, &run,
                     [&run](CallId id) { run.cancel(id); });
    QObject::connect(&view, &ResponsesView::retryNowRequested, &run,
                     [&run](CallId id) { run.retryNow(id); });
    QObject::connect(&run, &RunController::callContinued, &model, &ResponsesModel::goOn);
    QObject::connect(&view, &ResponsesView::replyRequested, &run, &RunController::goOn);
    QObject::connect(&view, &ResponsesView::toolReplied, &run, &RunController::answerTool);
}

void connectRun(RunController &run, AttemptsModel &model)
{
    QObject::connect(&run, &RunController::runStarted, &model, &AttemptsModel::setCells);
    QObject::connect(&run, &RunController::updated, &model,
                     [&model](const std::vector<CallUpdate> &updates) { model.apply(updates); });
    QObject::connect(&run, &RunController::callContinued, &model, &AttemptsModel::goOn);
    QObject::connect(&run, &RunController::repairStarted, &model, &AttemptsModel::repair);
    QObject::connect(&run, &RunController::callRepeated, &model, &AttemptsModel::repeat);
    QObject::connect(&run, &RunController::sentAgain, &model, &AttemptsModel::addReplay);
    QObject::connect(&run, &RunController::updatedAgain, &model,
                     [&model](const std::vector<CallUpdate> &updates) { model.apply(updates); });
}

} // namespace Antiphon::Ui
