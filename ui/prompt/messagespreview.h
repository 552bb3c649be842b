// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMap>
#include <QTextBrowser>
#include <QTimer>

namespace Antiphon::Ui {

class PromptDocument;

/// The exact messages a run would send now, role by role. Nothing is sent.
class MessagesPreview : public QTextBrowser {
    Q_OBJECT

public:
    explicit MessagesPreview(PromptDocument &document, const QMap<QString, QString> &snippets,
                             QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    PromptDocument &m_document;
    QMap<QString, QString> m_snippets;
    QTimer m_soon;
};

} // namespace Antiphon::Ui
