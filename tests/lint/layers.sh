#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Antiphon contributors
# SPDX-License-Identifier: MIT
#
# Who may include what (ARCHITECTURE.md, "Layers"). Include paths leak across Qt modules where the link
# line would not notice, so the sources themselves are searched.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
failed=0

# forbid FOLDER PATTERN WHY [ALLOWED-FILE-PATTERN]
forbid() {
    local hits
    hits=$(grep -rnE --include='*.h' --include='*.cpp' "^#include [<\"]($2)" "$1" 2>/dev/null || true)
    [[ -z ${4:-} ]] || hits=$(grep -vE "$4" <<<"$hits" || true)
    [[ -z $hits ]] && return
    printf '%s\n    %s\n' "$hits" "$3" >&2
    failed=1
}

gui='QWidget|QtWidgets|QtGui|QGui|QPainter|QColor|QFont|QIcon|QPixmap|QImage|QText(Edit|Document|Cursor|Browser)|QApplication'
network='QNetwork|QTcp|QUdp|QSsl|QHostAddress|QLocalS'
forbid lib/antiphon "$gui" 'the library knows no window'
forbid lib/antiphon/core "$network|QSql|QFile|QSaveFile|QDir|QTimer|QThread|QSettings|QProcess|QRandomGenerator|QEventLoop" \
    'core is values and pure functions'
forbid lib/antiphon/core 'antiphon/(net|store)/' 'core stands below net and store'
forbid lib/antiphon/net 'antiphon/store/|QSql' 'net does not know files and history'
forbid lib/antiphon/store "antiphon/net/|$network" 'store does not know the network'
forbid lib/antiphon 'QNetworkAccessManager|QNetworkReply' 'one transport speaks to QNetworkAccessManager' '/qnam(transport|exchange|errors)\.(h|cpp):'
forbid ui "$network|QSql|QSettings|QSaveFile|qt6keychain" 'the window goes through net, store and Settings'
forbid app/cli "$gui|KF6|KSyntax" 'the command needs no window'

# Chance and the wall clock come in through parameters.
if grep -rnE 'QDateTime::current|QRandomGenerator::|QTime::current|QDate::current' lib/antiphon/core; then
    echo '    core takes time and chance as parameters' >&2
    failed=1
fi
# One table of formats: a provider's name in code is a quirk that belongs into data.
if grep -rnE 'provider(\.id)? == ' lib/antiphon/core/provider; then
    echo '    differences between services are data (providers.json)' >&2
    failed=1
fi
exit "$failed"
