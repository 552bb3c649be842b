// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/store/exchange/writeexport.h>

#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>

namespace Antiphon {

Result<> writeExport(const QString &path, const QByteArray &text)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit())
        return {};
    return fail(ErrorKind::Setup,
                QCoreApplication::translate("writeexport",
                                            "“%1” cannot be written: %2. Choose another place.")
                    .arg(QDir::toNativeSeparators(path), file.errorString()));
}

} // namespace Antiphon
