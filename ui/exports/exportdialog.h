// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/store/exchange/exportrecords.h>

#include <QDialog>

#include <functional>

class QCheckBox;
class QComboBox;
class QLabel;
class QPlainTextEdit;

namespace Antiphon::Ui {

/// Writes the answers of a run, or one attempt, to a file or the clipboard, with a preview of
/// exactly that.
class ExportDialog : public QDialog {
    Q_OBJECT

public:
    explicit ExportDialog(const QList<CallRecord> &records, QWidget *parent = nullptr);
    explicit ExportDialog(const Attempt &attempt, QWidget *parent = nullptr);

    /// Where it was written; empty: to the clipboard, or not at all.
    [[nodiscard]] const QString &savedTo() const { return m_savedTo; }

private:
    /// A format on offer.
    struct Choice {
        QString name = {};
        QString suffix = {};
        bool withRequests = false; ///< It can hold what was sent and received.
        std::function<QByteArray()> text = {};
    };

    void build(const QString &title);
    [[nodiscard]] const Choice &choice() const;
    [[nodiscard]] QByteArray text() const;
    void showPreview();
    void save();
    void copy();

    QList<CallRecord> m_records;
    QList<Choice> m_choices;
    QComboBox *m_format = nullptr;
    QCheckBox *m_attempts = nullptr;
    QCheckBox *m_requests = nullptr;
    QPlainTextEdit *m_preview = nullptr;
    QLabel *m_problem = nullptr;
    QString m_savedTo;
};

} // namespace Antiphon::Ui
