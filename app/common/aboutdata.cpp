// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aboutdata.h"

#include <QCoreApplication>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace Antiphon {

AboutData aboutData()
{
    return {
        .name = u"Antiphon"_s,
        .version = QStringLiteral(ANTIPHON_VERSION),
        .appId = QStringLiteral(ANTIPHON_APP_ID),
        .summary = QCoreApplication::translate(
            "aboutdata", "Call and response, side by side: a workbench for prompt engineering"),
        .copyright = u"\u00a9 2026 The Antiphon contributors"_s,
        .license = u"GPL-3.0-or-later"_s,
    };
}

void applyAboutData()
{
    const AboutData about = aboutData();
    QCoreApplication::setApplicationName(u"antiphon"_s);
    QCoreApplication::setOrganizationName(u"antiphon"_s);
    QCoreApplication::setOrganizationDomain(u"antiphon.github.io"_s);
    QCoreApplication::setApplicationVersion(about.version);
}

QString diagnosticText()
{
    const QStringList lines {
        u"Antiphon %1"_s.arg(aboutData().version),
        u"Qt %1 (built with %2)"_s.arg(QLatin1StringView(qVersion()),
                                       QStringLiteral(QT_VERSION_STR)),
        u"%1, kernel %2 %3, %4"_s.arg(QSysInfo::prettyProductName(), QSysInfo::kernelType(),
                                      QSysInfo::kernelVersion(),
                                      QSysInfo::currentCpuArchitecture()),
    };
    return lines.join(u'\n') + u'\n';
}

} // namespace Antiphon
