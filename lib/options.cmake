# SPDX-FileCopyrightText: 2026 The Antiphon contributors
# SPDX-License-Identifier: CC0-1.0

# How everything of ours is compiled: warnings, Qt's strictness, sanitizers, cache and linker.
# A private interface target, so that nothing of it reaches users of the library.

add_library(antiphon-options INTERFACE)
target_compile_options(antiphon-options INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion
    # Compiled together, a name is taken to shadow those of other files.
    $<$<NOT:$<BOOL:${ANTIPHON_UNITY}>>:-Wshadow>
    $<$<BOOL:${ANTIPHON_WARNINGS_AS_ERRORS}>:-Werror>
)
target_compile_definitions(antiphon-options INTERFACE
    QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_CONTEXTLESS_CONNECT QT_NO_FOREACH
    QT_DISABLE_DEPRECATED_UP_TO=0x060800
    ANTIPHON_VERSION="${PROJECT_VERSION}"
)

if(ANTIPHON_SANITIZE)
    add_compile_options(-fsanitize=${ANTIPHON_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${ANTIPHON_SANITIZE})
    if(ANTIPHON_SANITIZE MATCHES "undefined" AND CMAKE_CXX_COMPILER_ID MATCHES "Clang")
        add_compile_options(-fsanitize-ignorelist=${PROJECT_SOURCE_DIR}/lib/ubsan-ignore.txt)
    endif()
endif()

find_program(ANTIPHON_CCACHE ccache)
if(ANTIPHON_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${ANTIPHON_CCACHE})
    set(CMAKE_C_COMPILER_LAUNCHER ${ANTIPHON_CCACHE})
endif()

find_program(ANTIPHON_MOLD mold)
if(ANTIPHON_MOLD AND CMAKE_SYSTEM_NAME STREQUAL "Linux")
    set(CMAKE_LINKER_TYPE MOLD) # CMake 3.29 and later; older ones link as always
endif()

# No paths of this checkout in the objects.
add_compile_options(-ffile-prefix-map=${PROJECT_SOURCE_DIR}=.)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-fpch-preprocess>)
elseif(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    add_compile_options("$<$<COMPILE_LANGUAGE:CXX>:SHELL:-Xclang -fno-pch-timestamp>")
endif()

# antiphon_precompile(TARGET HEADER...): what nearly every file includes, compiled once: Qt, the standard library and the
# values that the layer passes on. With ANTIPHON_UNITY the sources of a folder are compiled together, some at a time: that
# more than halves a whole build. Without it, as when editing, every source is compiled alone.
function(antiphon_precompile target)
    target_precompile_headers(${target} PRIVATE ${ARGN})
    if(ANTIPHON_UNITY)
        antiphon_group_sources(${target})
    endif()
endfunction()

# Sources that use the same names for the same steps, as the codecs do, are in ANTIPHON_COMPILED_ALONE (a pattern).
function(antiphon_group_sources target)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
    get_target_property(sources ${target} SOURCES)
    list(FILTER sources INCLUDE REGEX "\\.cpp$")
    if(ANTIPHON_COMPILED_ALONE)
        list(FILTER sources EXCLUDE REGEX "${ANTIPHON_COMPILED_ALONE}")
    endif()
    foreach(source IN LISTS sources)
        get_filename_component(folder "${source}" DIRECTORY)
        string(MAKE_C_IDENTIFIER "in_${folder}" folder)
        if(NOT DEFINED count_${folder})
            set(count_${folder} 0)
        endif()
        math(EXPR count_${folder} "${count_${folder}} + 1")
        math(EXPR group "${count_${folder}} / 12")
        set_source_files_properties(${source} PROPERTIES UNITY_GROUP ${folder}_${group})
    endforeach()
endfunction()
