# SPDX-FileCopyrightText: 2026 The Antiphon contributors
# SPDX-License-Identifier: CC0-1.0

cpack_add_component(app DISPLAY_NAME "Antiphon" DESCRIPTION "The window and the command")
cpack_add_component(devel DISPLAY_NAME "Library" DESCRIPTION "Headers and static libraries of Antiphon::Core, Net and Store")
