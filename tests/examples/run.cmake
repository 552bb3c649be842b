# SPDX-FileCopyrightText: 2026 The Antiphon contributors
# SPDX-License-Identifier: CC0-1.0

# run.cmake PROGRAM EXAMPLE EXPECTED: runs one example and compares what it prints with a file. With
# ANTIPHON_UPDATE_GOLDEN=1 the file is written instead.

execute_process(COMMAND ${PROGRAM} ${EXAMPLE} OUTPUT_VARIABLE printed RESULT_VARIABLE result)
if(NOT result EQUAL 0)
    message(FATAL_ERROR "${printed}${EXAMPLE} ended with ${result}")
endif()
if(DEFINED ENV{ANTIPHON_UPDATE_GOLDEN})
    file(WRITE ${EXPECTED} "${printed}")
    return()
endif()
file(READ ${EXPECTED} expected)
if(NOT printed STREQUAL expected)
    message(FATAL_ERROR "${EXAMPLE} printed\n${printed}\nand not, as in ${EXPECTED},\n${expected}")
endif()
