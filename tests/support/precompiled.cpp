// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

// Nothing but the headers that tests share; see antiphon_tests() in tests/CMakeLists.txt.
