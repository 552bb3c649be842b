# SPDX-FileCopyrightText: 2026 The Antiphon contributors
# SPDX-License-Identifier: CC0-1.0

# Packages: the app (window and command) and the library for developers, each a component.

if(UNIX AND NOT APPLE)
    install(FILES packaging/linux/antiphon-cli.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT app)
    if(ANTIPHON_BUILD_GUI)
        install(FILES packaging/linux/antiphon.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT app)
        install(FILES packaging/linux/${ANTIPHON_APP_ID}.desktop
            DESTINATION ${CMAKE_INSTALL_DATADIR}/applications COMPONENT app)
        install(FILES packaging/linux/${ANTIPHON_APP_ID}.metainfo.xml
            DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo COMPONENT app)
        install(FILES packaging/linux/icons/${ANTIPHON_APP_ID}.svg
            DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps COMPONENT app)
    endif()
endif()

set(CPACK_PACKAGE_NAME antiphon)
set(CPACK_PACKAGE_VENDOR "The Antiphon contributors")
set(CPACK_PACKAGE_CONTACT "The Antiphon contributors <antiphon@users.noreply.github.com>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGE_DESCRIPTION "Edit prompt templates, run one call on many models side by side, and see every attempt behind each answer.
Works offline with simulated providers; projects are plain text; keys stay in the system keychain.")
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSES/GPL-3.0-or-later.txt)
set(CPACK_GENERATOR DEB TGZ)
set(CPACK_COMPONENTS_ALL app devel)
set(CPACK_STRIP_FILES ON)

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_ARCHIVE_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_APP_PACKAGE_NAME antiphon)
set(CPACK_DEBIAN_DEVEL_PACKAGE_NAME libantiphon-dev)
set(CPACK_DEBIAN_APP_PACKAGE_SHLIBDEPS ON)
# Loaded at run time, so the linker does not tell: the database driver, icons and translations of Qt.
set(CPACK_DEBIAN_APP_PACKAGE_DEPENDS "qt6-svg-plugins, qt6-qpa-plugins, qt6-translations-l10n")
set(CPACK_DEBIAN_DEVEL_PACKAGE_DEPENDS "qt6-base-dev, libjsoncons-dev, libsimdjson-dev, libssl-dev, libquickjs, zlib1g-dev")
set(CPACK_DEBIAN_APP_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_DEVEL_PACKAGE_SECTION libdevel)

include(CPack)
include(packaging/components.cmake)
