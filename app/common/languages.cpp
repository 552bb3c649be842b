// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/common/languages.h>

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace Antiphon {

static void install(const QLocale &locale, const QString &name, const QString &folder)
{
    auto *translator = new QTranslator(QCoreApplication::instance());
    if (translator->load(locale, name, u"_"_s, folder))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

void installTranslations()
{
    // "C" asks for no language, whatever LANGUAGE says: scripts and tests rely on it.
    const QLocale english(QLocale::English);
    const QLocale locale = QLocale().language() == QLocale::C ? english : QLocale();
    const QString own = u":/i18n"_s;
    install(english, u"antiphon"_s, own);
    install(locale, u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    if (locale.language() != QLocale::English)
        install(locale, u"antiphon"_s, own); // asked first, being the last
}

} // namespace Antiphon
