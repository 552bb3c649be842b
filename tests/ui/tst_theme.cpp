// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "theme/colors.h"
#include "theme/icons.h"

#include <QTest>

using namespace Antiphon::Ui;
using namespace Qt::StringLiterals;

class ThemeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyRoleIsReadable_data();
    void everyRoleIsReadable();
    void contrastIsThatOfTheStandard();
    void iconsOfBreezeAreFound();
    void anUnknownIconIsNull();
    void iconsFollowTheScheme();
};

// The grounds text stands on in the window's two palettes, at their least favourable.
void ThemeTest::everyRoleIsReadable_data()
{
    QTest::addColumn<QColor>("ink");
    QTest::addColumn<QColor>("ground");
    for (const bool dark : {false, true}) {
        const QList<QColor> grounds = dark
            ? QList<QColor> {QColor(0x17, 0x19, 0x1d), QColor(0x23, 0x26, 0x2b)}
            : QList<QColor> {Qt::white, QColor(0xf0, 0xf2, 0xf4)};
        for (const ColorRole role : allColorRoles()) {
            for (const QColor &ground : grounds) {
                const QString name = u"role %1 on %2"_s.arg(int(role)).arg(ground.name());
                QTest::newRow(qPrintable(name)) << color(role, dark) << ground;
                QTest::newRow(qPrintable(name + u" tinted"_s))
                    << color(role, dark) << tint(role, dark, ground);
            }
        }
    }
}

void ThemeTest::everyRoleIsReadable()
{
    QFETCH(QColor, ink);
    QFETCH(QColor, ground);
    const double found = contrast(ink, ground);
    QVERIFY2(found >= 4.5, qPrintable(u"%1 on %2: %3"_s.arg(ink.name(), ground.name()).arg(found)));
}

void ThemeTest::contrastIsThatOfTheStandard()
{
    QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
    QVERIFY(qAbs(contrast(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01);
}

void ThemeTest::iconsOfBreezeAreFound()
{
    for (const QString &name :
         {u"edit-copy"_s, u"process-stop"_s, u"zoom-in"_s, u"zoom-out"_s, u"zoom-fit-best"_s,
          u"go-down"_s, u"go-up"_s, u"window-close"_s, u"application-menu"_s, u"view-list-tree"_s,
          u"view-split-left-right"_s, u"view-fullscreen"_s, u"media-skip-forward"_s,
          u"arrow-right"_s, u"arrow-left"_s, u"arrow-down"_s})
        QVERIFY2(!icon(name).isNull(), qPrintable(name));
}

void ThemeTest::anUnknownIconIsNull()
{
    QVERIFY(icon(u"no-such-icon"_s).isNull());
}

static int brightest(const QPixmap &pixmap)
{
    const QImage image = pixmap.toImage();
    int most = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).alpha() > 200)
                most = std::max(most, image.pixelColor(x, y).lightness());
        }
    }
    return most;
}

void ThemeTest::iconsFollowTheScheme()
{
    const QIcon copy = icon(u"edit-copy"_s);
    QPalette palette = QGuiApplication::palette();
    palette.setColor(QPalette::ButtonText, Qt::white);
    QGuiApplication::setPalette(palette);
    QVERIFY(brightest(copy.pixmap(32)) > 240);
    palette.setColor(QPalette::ButtonText, Qt::black);
    QGuiApplication::setPalette(palette);
    QVERIFY(brightest(copy.pixmap(32)) < 20);
}

QTEST_MAIN(ThemeTest)
#include "tst_theme.moc"
