// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QTextBrowser>
#include <QTimer>

namespace Antiphon::Ui {

/// Markdown, rendered: no HTML, nothing loaded from anywhere, links opened only when clicked.
///
/// While the text grows, rendering takes at most a tenth of the time: the next one waits ten times
/// as long as the last one took.
class MarkdownView : public QTextBrowser {
    Q_OBJECT

public:
    /// Longer texts are shown raw.
    static constexpr qsizetype sizeLimit = 2'000'000;

    explicit MarkdownView(QWidget *parent = nullptr);

    /// \p final: nothing follows, so render at once.
    void setText(const QString &markdown, bool final);

    [[nodiscard]] QVariant loadResource(int type, const QUrl &name) override;

protected:
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void render();
    void shadeCode();

    QString m_markdown;
    QString m_rendered;
    QTimer m_next;
    bool m_renderedOnce = false;
};

} // namespace Antiphon::Ui
