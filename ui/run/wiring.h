// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Antiphon::Ui {

class AttemptsModel;
class ResponsesModel;
class ResponsesView;
class RunController;

/// Lets \p run fill the models and obey the view. All must live as long as \p run's last signal.
void connectRun(RunController &run, ResponsesModel &model, ResponsesView &view);
void connectRun(RunController &run, AttemptsModel &model);

} // namespace Antiphon::Ui
