// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "arguments.h"

#include <antiphon/core/words.h>

#include <QCommandLineParser>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Antiphon {

std::expected<Arguments, QString> readArguments(const QStringList &list)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Words::tr("A workbench for prompt engineering."));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    parser.addPositionalArgument(u"project"_s, Words::tr("Folder of the project to open."),
                                 u"[project]"_s);
    const QCommandLineOption run(u"run"_s, Words::tr("Run the project's first prompt at once."));
    const QCommandLineOption screenshot(
        u"screenshot"_s,
        Words::tr("Write a picture of the window, after the run if there is one, and quit."),
        u"file"_s);
    const QCommandLineOption size(u"size"_s, Words::tr("Size of the window, as in 1440x900."),
                                  u"size"_s);
    const QCommandLineOption scheme(u"scheme"_s, Words::tr("Colors: light, dark or system."),
                                    u"scheme"_s);
    const QCommandLineOption locale(u"locale"_s, Words::tr("Language and formats, as in de_DE."),
                                    u"locale"_s);
    const QCommandLineOption rtl(u"rtl"_s, Words::tr("Lay the window out from right to left."));
    parser.addOptions({run, screenshot, size, scheme, locale, rtl});
    if (!parser.parse(list))
        return std::unexpected(parser.errorText());
    if (parser.isSet(version))
        parser.showVersion();
    if (parser.isSet(help))
        parser.showHelp();
    if (parser.positionalArguments().size() > 1)
        return std::unexpected(
            Words::tr("Only one project can be opened. Put a folder with blanks in quotes."));

    Arguments arguments {.folder = parser.positionalArguments().value(0),
                         .run = parser.isSet(run),
                         .screenshot = parser.value(screenshot),
                         .scheme = parser.value(scheme),
                         .locale = parser.value(locale),
                         .rightToLeft = parser.isSet(rtl)};
    if (parser.isSet(size)) {
        static const QRegularExpression form(u"^(\\d{3,5})x(\\d{3,5})$"_s);
        const QRegularExpressionMatch match = form.match(parser.value(size));
        if (!match.hasMatch())
            return std::unexpected(Words::tr("--size wants width and height, as in 1440x900."));
        arguments.size = {match.captured(1).toInt(), match.captured(2).toInt()};
    }
    if (!arguments.scheme.isEmpty()
        && !QStringList {u"light"_s, u"dark"_s, u"system"_s}.contains(arguments.scheme))
        return std::unexpected(Words::tr("--scheme is light, dark or system."));
    return arguments;
}

} // namespace Antiphon
