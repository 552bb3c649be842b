// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "responses/markdownview.h"

#include "theme/colors.h"
#include "theme/metrics.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QMenu>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocument>
#include <QToolTip>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

MarkdownView::MarkdownView(QWidget *parent)
    : QTextBrowser(parent)
{
    setOpenLinks(false);
    setFrameShape(QFrame::NoFrame);
    setUndoRedoEnabled(false);
    document()->setDocumentMargin(gap(*this));
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &MarkdownView::render);
    connect(this, &QTextBrowser::anchorClicked, this, [](const QUrl &url) {
        // A model's text must not start anything but a browser or a letter.
        if (url.scheme() == "https"_L1 || url.scheme() == "http"_L1 || url.scheme() == "mailto"_L1)
            QDesktopServices::openUrl(url);
    });
}

QVariant MarkdownView::loadResource(int, const QUrl &)
{
    return {};
}

void MarkdownView::setText(const QString &markdown, bool final)
{
    m_markdown = markdown;
    if (final || !m_renderedOnce)
        render();
    else if (!m_next.isActive() && m_markdown != m_rendered)
        m_next.start(std::max(m_next.interval(), 100));
}

void MarkdownView::render()
{
    m_next.stop();
    if (m_renderedOnce && m_markdown == m_rendered)
        return;
    QElapsedTimer timer;
    timer.start();
    QScrollBar *bar = verticalScrollBar();
    const int place = bar->value();
    const bool follow = place >= bar->maximum() && m_renderedOnce;
    QTextDocument::MarkdownFeatures features = QTextDocument::MarkdownDialectGitHub;
    features |= QTextDocument::MarkdownNoHTML;
    document()->setMarkdown(m_markdown, features);
    shadeCode();
    m_rendered = m_markdown;
    m_renderedOnce = true;
    bar->setValue(follow ? bar->maximum() : place);
    m_next.setInterval(std::clamp(int(timer.elapsed()) * 10, 100, 10'000));
}

static bool isCode(const QTextBlock &block)
{
    return block.isValid() && block.blockFormat().hasProperty(QTextFormat::BlockCodeFence);
}

void MarkdownView::shadeCode()
{
    const QColor ground = tint(ColorRole::Muted, palette());
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        if (!isCode(block))
            continue;
        QTextBlockFormat format;
        format.setBackground(ground);
        format.setLayoutDirection(Qt::LeftToRight);
        QTextCursor(block).mergeBlockFormat(format);
    }
}

// The text of the code around \p block.
static QString codeAround(QTextBlock block)
{
    while (isCode(block.previous()))
        block = block.previous();
    QString code;
    for (; isCode(block); block = block.next())
        code += block.text() + u'\n';
    return code;
}

void MarkdownView::contextMenuEvent(QContextMenuEvent *event)
{
    const std::unique_ptr<QMenu> menu(createStandardContextMenu(event->pos()));
    const QTextBlock block = cursorForPosition(event->pos()).block();
    if (isCode(block)) {
        const QString code = codeAround(block);
        connect(menu->addAction(tr("Copy Code Block")), &QAction::triggered, this,
                [code] { QGuiApplication::clipboard()->setText(code); });
    }
    menu->exec(event->globalPos());
}

bool MarkdownView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(),
                           anchorAt(viewport()->mapFromGlobal(help->globalPos())), this);
        return true;
    }
    return QTextBrowser::event(event);
}

void MarkdownView::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_renderedOnce) {
        m_renderedOnce = false; // links take their colour when the text is read
        render();
    }
}

} // namespace Antiphon::Ui
