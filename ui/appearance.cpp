// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "appearance.h"

#include "calmstyle.h"

#include <BreezeIcons>

#include <QApplication>
#include <QIcon>
#include <QStyle>
#include <QStyleHints>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

QString schemeName(Scheme scheme)
{
    switch (scheme) {
    case Scheme::System:
        return u"system"_s;
    case Scheme::Light:
        return u"light"_s;
    case Scheme::Dark:
        return u"dark"_s;
    }
    return {};
}

std::optional<Scheme> schemeFromName(QStringView name)
{
    for (const Scheme scheme : {Scheme::System, Scheme::Light, Scheme::Dark}) {
        if (schemeName(scheme) == name)
            return scheme;
    }
    return std::nullopt;
}

namespace {

struct Colours {
    QRgb window, base, alternate, button, text, muted, disabled, accent, link, mid, dark, light,
        tooltip;
};

} // namespace

static QPalette paletteOf(const Colours &colours)
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, QRgb colour) {
        palette.setColor(role, QColor(colour));
    };
    set(QPalette::Window, colours.window);
    set(QPalette::WindowText, colours.text);
    set(QPalette::Base, colours.base);
    set(QPalette::AlternateBase, colours.alternate);
    set(QPalette::Text, colours.text);
    set(QPalette::PlaceholderText, colours.muted);
    set(QPalette::Button, colours.button);
    set(QPalette::ButtonText, colours.text);
    set(QPalette::BrightText, 0xffffffff);
    set(QPalette::Highlight, colours.accent);
    set(QPalette::HighlightedText, 0xffffffff);
    set(QPalette::Accent, colours.accent);
    set(QPalette::Link, colours.link);
    set(QPalette::LinkVisited, colours.link);
    set(QPalette::ToolTipBase, colours.tooltip);
    set(QPalette::ToolTipText, colours.text);
    set(QPalette::Light, colours.light);
    set(QPalette::Midlight, colours.button);
    set(QPalette::Mid, colours.mid);
    set(QPalette::Dark, colours.dark);
    set(QPalette::Shadow, 0xff000000);
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(QPalette::Disabled, role, QColor(colours.disabled));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(colours.mid));
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, QColor(colours.disabled));
    palette.setColor(QPalette::Disabled, QPalette::Base, QColor(colours.window));
    return palette;
}

QPalette lightPalette()
{
    return paletteOf({
        .window = 0xfff3f4f6,
        .base = 0xffffffff,
        .alternate = 0xfff8f9fb,
        .button = 0xfffbfbfc,
        .text = 0xff1d2129,
        .muted = 0xff5c6470,
        .disabled = 0xff8b929c,
        .accent = 0xff2f64c8,
        .link = 0xff1f56bd,
        .mid = 0xffc9cdd4,
        .dark = 0xffa4aab4,
        .light = 0xffffffff,
        .tooltip = 0xffffffff,
    });
}

QPalette darkPalette()
{
    return paletteOf({
        .window = 0xff22252b,
        .base = 0xff191b20,
        .alternate = 0xff1e2126,
        .button = 0xff2d3138,
        .text = 0xffe4e7ec,
        .muted = 0xff9ea6b3,
        .disabled = 0xff727a87,
        .accent = 0xff3d72d6,
        .link = 0xff82aefc,
        .mid = 0xff3b4049,
        .dark = 0xff121417,
        .light = 0xff3a3f48,
        .tooltip = 0xff2d3138,
    });
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness()
        < palette.color(QPalette::WindowText).lightness();
}

/// Styles that bring their platform's look; anything else is drawn better by Fusion.
static bool hasPlatformLook(const QString &style)
{
    return style == "breeze"_L1 || style == "macos"_L1 || style.startsWith("windows"_L1);
}

void setUpStyle()
{
    BreezeIcons::initIcons();
    if (!hasPlatformLook(QApplication::style()->name()))
        QApplication::setStyle(new CalmStyle);
}

void applyScheme(Scheme scheme)
{
    QStyleHints *hints = QGuiApplication::styleHints();
    switch (scheme) {
    case Scheme::System:
        hints->unsetColorScheme();
        break;
    case Scheme::Light:
        hints->setColorScheme(Qt::ColorScheme::Light);
        break;
    case Scheme::Dark:
        hints->setColorScheme(Qt::ColorScheme::Dark);
        break;
    }
    const bool dark = scheme == Scheme::Dark
        || (scheme == Scheme::System && hints->colorScheme() == Qt::ColorScheme::Dark);
    // A desktop with a palette of its own keeps it while we follow the system.
    if (scheme != Scheme::System || !hasPlatformLook(QApplication::style()->name()))
        QApplication::setPalette(dark ? darkPalette() : lightPalette());
    else
        QApplication::setPalette(QPalette());
    QIcon::setFallbackThemeName(dark ? u"breeze-dark"_s : u"breeze"_s);
    if (QIcon::themeName().isEmpty() || QIcon::themeName().startsWith("breeze"_L1)
        || QIcon::themeName() == "hicolor"_L1)
        QIcon::setThemeName(dark ? u"breeze-dark"_s : u"breeze"_s);
}

} // namespace Antiphon::Ui
