// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "theme/colors.h"

#include <array>
#include <cmath>
#include <utility>

namespace Antiphon::Ui {

namespace {

struct RoleColors {
    ColorRole role = ColorRole::Plain;
    QRgb light = 0;
    QRgb dark = 0;
};

// Hues are told apart by people with red-green blindness through lightness and, everywhere in the
// window, a word or a pattern beside the colour.
constexpr std::array roleColors {
    RoleColors {ColorRole::Plain, 0xff1c2128, 0xffe4e7eb},
    RoleColors {ColorRole::Muted, 0xff59636e, 0xff9ea7b3},
    RoleColors {ColorRole::Positive, 0xff116329, 0xff6fd08c},
    RoleColors {ColorRole::Neutral, 0xff7d4e00, 0xffe8b84f},
    RoleColors {ColorRole::Negative, 0xffb3261e, 0xffff9189},
    RoleColors {ColorRole::Running, 0xff0a55b5, 0xff7cb8ff},
    RoleColors {ColorRole::Waiting, 0xff7d4e00, 0xffe8b84f},
    RoleColors {ColorRole::Thinking, 0xff6b3fa0, 0xffcdb0ff},
    RoleColors {ColorRole::Simulated, 0xff05616a, 0xff5fd0d8},
    RoleColors {ColorRole::Queued, 0xff59636e, 0xff9ea7b3},
    RoleColors {ColorRole::Held, 0xff8a3d00, 0xfff0a35e},
    RoleColors {ColorRole::Connecting, 0xff3c5a78, 0xff9dbbd8},
    RoleColors {ColorRole::Checking, 0xff0b6158, 0xff66cfc0},
};

} // namespace

static double luminance(const QColor &value)
{
    const auto linear = [](float channel) {
        return channel <= 0.04045F ? double(channel) / 12.92
                                   : std::pow((double(channel) + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(value.redF()) + 0.7152 * linear(value.greenF())
        + 0.0722 * linear(value.blueF());
}

static QColor mixed(const QColor &base, const QColor &over, float share)
{
    const auto mix = [share](float a, float b) { return a + (b - a) * share; };
    return QColor::fromRgbF(mix(base.redF(), over.redF()), mix(base.greenF(), over.greenF()),
                            mix(base.blueF(), over.blueF()));
}

QList<ColorRole> allColorRoles()
{
    QList<ColorRole> roles;
    for (const RoleColors &entry : roleColors)
        roles.append(entry.role);
    return roles;
}

QColor color(ColorRole role, bool isDarkScheme)
{
    for (const RoleColors &entry : roleColors) {
        if (entry.role == role)
            return QColor::fromRgba(isDarkScheme ? entry.dark : entry.light);
    }
    std::unreachable();
}

QColor tint(ColorRole role, bool isDarkScheme, const QColor &base)
{
    return mixed(base, color(role, isDarkScheme), isDarkScheme ? 0.16F : 0.09F);
}

double contrast(const QColor &a, const QColor &b)
{
    const double one = luminance(a) + 0.05;
    const double other = luminance(b) + 0.05;
    return one > other ? one / other : other / one;
}

static bool hasDarkGround(const QPalette &palette)
{
    return luminance(palette.color(QPalette::Window))
        < luminance(palette.color(QPalette::WindowText));
}

QColor color(ColorRole role, const QPalette &palette)
{
    return color(role, hasDarkGround(palette));
}

QColor tint(ColorRole role, const QPalette &palette)
{
    return tint(role, hasDarkGround(palette), palette.color(QPalette::Base));
}

} // namespace Antiphon::Ui
