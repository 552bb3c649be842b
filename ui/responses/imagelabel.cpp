// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "responses/imagelabel.h"

#include "theme/icons.h"

#include <QAction>
#include <QBuffer>
#include <QClipboard>
#include <QGuiApplication>
#include <QImageReader>
#include <QPainter>
#include <QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

/// At most as large as a screen shows; a small file can unpack to gigabytes.
static QImage readImage(const QByteArray &bytes)
{
    static constexpr QSize most(4096, 4096);
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.width() > most.width() || size.height() > most.height())
        reader.setScaledSize(size.scaled(most, Qt::KeepAspectRatio));
    return reader.read();
}

ImageLabel::ImageLabel(const QByteArray &bytes, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_picture(QPixmap::fromImage(readImage(bytes)))
{
    setAccessibleName(name);
    setFocusPolicy(Qt::TabFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *copy = new QAction(icon(u"edit-copy"_s), tr("Copy Image"), this);
    auto *save = new QAction(icon(u"document-save-as"_s), tr("Save Image…"), this);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    save->setShortcut(Qt::Key_Return);
    save->setShortcutContext(Qt::WidgetShortcut);
    addActions({copy, save});
    connect(copy, &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setPixmap(m_picture); });
    connect(save, &QAction::triggered, this, &ImageLabel::saveRequested);
}

QSize ImageLabel::fitted(int width) const
{
    const QSize own = m_picture.deviceIndependentSize().toSize();
    if (own.isEmpty())
        return {};
    return own.width() <= width ? own : own.scaled(width, 1 << 20, Qt::KeepAspectRatio);
}

int ImageLabel::heightForWidth(int width) const
{
    return m_picture.isNull() ? fontMetrics().lineSpacing() * 2 : fitted(width).height();
}

QSize ImageLabel::sizeHint() const
{
    const int width = fontMetrics().averageCharWidth() * 34;
    return {std::min(width, std::max(1, m_picture.width())), heightForWidth(width)};
}

void ImageLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    if (m_picture.isNull()) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap,
                         tr("This image cannot be shown. It can be saved."));
    } else {
        const QRect place(QPoint(0, 0), fitted(width()));
        painter.drawPixmap(QStyle::visualRect(layoutDirection(), rect(), place), m_picture);
    }
    if (hasFocus()) {
        painter.setPen(palette().color(QPalette::Highlight));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

} // namespace Antiphon::Ui
