# SPDX-FileCopyrightText: 2026 The Antiphon contributors
# SPDX-License-Identifier: CC0-1.0

# QuickJS (MIT), the engine of scripts in their sandbox. It comes without a CMake package.
#
# Gives QuickJS_FOUND and the imported target antiphon-quickjs. The installed package finds it the same
# way, so that a program that uses our static library links it too.

find_path(QuickJS_INCLUDE_DIR quickjs/quickjs.h)
find_library(QuickJS_LIBRARY NAMES quickjs PATH_SUFFIXES quickjs)
mark_as_advanced(QuickJS_INCLUDE_DIR QuickJS_LIBRARY)

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(QuickJS REQUIRED_VARS QuickJS_LIBRARY QuickJS_INCLUDE_DIR)

if(QuickJS_FOUND AND NOT TARGET antiphon-quickjs)
    find_package(Threads REQUIRED)
    add_library(antiphon-quickjs UNKNOWN IMPORTED)
    set_target_properties(antiphon-quickjs PROPERTIES
        IMPORTED_LOCATION ${QuickJS_LIBRARY}
        INTERFACE_INCLUDE_DIRECTORIES ${QuickJS_INCLUDE_DIR}
        INTERFACE_LINK_LIBRARIES "Threads::Threads;${CMAKE_DL_LIBS};$<$<NOT:$<PLATFORM_ID:Windows>>:m>"
    )
endif()
