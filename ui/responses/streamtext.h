// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPlainTextEdit>
#include <QTextCharFormat>

namespace Antiphon::Ui {

/// Text that arrives in pieces, to be read and copied.
///
/// Takes a limited amount per call, so that a flood never stalls the window, and cuts a paragraph
/// that does not end into blocks, since laying one long paragraph out again for every piece is what
/// stalls editors. The cuts are not in what is copied. Follows its end only while it stands there.
class StreamText : public QPlainTextEdit {
    Q_OBJECT

public:
    /// An earlier text and the words of the line below it.
    struct Past {
        QString text = {};
        QString divider = {};

        friend bool operator==(const Past &, const Past &) = default;
    };

    /// The most characters one call of show() takes in.
    static constexpr qsizetype pieceLimit = 24'000;

    explicit StreamText(QWidget *parent = nullptr);

    /// Shows \p past greyed, then \p text, then \p ending as a divider if it is not empty. Adds
    /// only what is new. False while there is more to show: call again in the next frame.
    bool show(const QList<Past> &past, const QString &text, const QString &ending = {});

    /// Selects \p length characters of the present text from \p begin and shows them.
    void select(qsizetype begin, qsizetype length);

    [[nodiscard]] bool isAtEnd() const;
    void goToEnd();

    using QPlainTextEdit::show;

Q_SIGNALS:
    /// New text stands below what is seen, or no longer does.
    void newTextBelow(bool below);

    /// The colours changed: show() is to be called again.
    void outdated();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    [[nodiscard]] QMimeData *createMimeDataFromSelection() const override;

private:
    void clearAll();
    [[nodiscard]] int positionOf(qsizetype offset) const;
    void append(QStringView text, const QTextCharFormat &format);
    void appendDivider(const QString &text);
    [[nodiscard]] QTextCharFormat mutedFormat() const;

    QList<Past> m_past; ///< As shown.
    qsizetype m_shown = 0; ///< Characters of the present text.
    int m_begin = 0; ///< Where it begins.
    QString m_ending;
    qsizetype m_lineLength = 0; ///< Of the last block.
    bool m_below = false;
    bool m_stale = false;
};

} // namespace Antiphon::Ui
