// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/call/attempt.h>

#include <QScrollArea>

class QVBoxLayout;

namespace Antiphon::Ui {

/// What an answer holds besides its text: tool calls, tools the provider ran, images, speech,
/// sources.
class AnswerCards : public QScrollArea {
    Q_OBJECT

public:
    /// \p name is the target's, for who hears the window.
    explicit AnswerCards(const QString &name, QWidget *parent = nullptr);

    /// Shows what \p attempt holds. The same one again costs nothing.
    void showAttempt(const Attempt &attempt);
    void clear();

    [[nodiscard]] bool isEmpty() const { return m_cards == 0; }
    [[nodiscard]] QSize sizeHint() const override;

private:
    QWidget *addCard(const QString &title, const QString &iconName, QWidget *content,
                     const QString &copied = {});
    void addToolCall(const ToolCall &call);
    void addProviderTool(const ProviderToolUse &use);
    void addImage(const ImageDelta &image, qsizetype number);
    void addAudio(const AudioDelta &audio);
    void addCitations(const QList<Citation> &citations);
    void save(const QByteArray &bytes, const QString &suggestion);

    const QString m_name;
    QWidget *m_content = nullptr;
    QVBoxLayout *m_rows = nullptr;
    int m_cards = 0;
    QString m_shown; ///< Which attempt.
};

} // namespace Antiphon::Ui
