# SPDX-FileCopyrightText: 2026 The Antiphon contributors
# SPDX-License-Identifier: CC0-1.0

add_test(NAME consumer
    COMMAND bash ${CMAKE_CURRENT_SOURCE_DIR}/consumer/run.sh ${PROJECT_BINARY_DIR} ${CMAKE_CURRENT_SOURCE_DIR}/consumer ${CMAKE_COMMAND})
set_tests_properties(consumer PROPERTIES LABELS consumer TIMEOUT 600)
if(ANTIPHON_SANITIZE)
    set_tests_properties(consumer PROPERTIES ENVIRONMENT "ANTIPHON_CONSUMER_FLAGS=-fsanitize=${ANTIPHON_SANITIZE}")
endif()
