// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <Qt>

namespace Antiphon::Ui {

/// The data behind a provider or a model to choose.
namespace PickerRole {
enum { Id = Qt::UserRole, Remark, Detail };
}

} // namespace Antiphon::Ui
