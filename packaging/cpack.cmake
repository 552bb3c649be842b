# SPDX-FileCopyrightText: 2026 The Antiphon contributors
# SPDX-License-Identifier: CC0-1.0

