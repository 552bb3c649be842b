// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/store/exchange/exportrecords.h>

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QPlainTextEdit;

namespace Antiphon::Ui {

/// Writes the answers of a run to a file or the clipboard, with a preview of exactly that.
class ExportDialog : public QDialog {
    Q_OBJECT

public:
    explicit ExportDialog(const QList<CallRecord> &records, QWidget *parent = nullptr);

    /// Where it was written; empty: to the clipboard, or not at all.
    [[nodiscard]] const QString &savedTo() const { return m_savedTo; }

private:
    [[nodiscard]] ExportFormat format() const;
    [[nodiscard]] QByteArray text() const;
    void showPreview();
    void save();
    void copy();

    QList<CallRecord> m_records;
    QComboBox *m_format;
    QCheckBox *m_attempts;
    QCheckBox *m_requests;
    QPlainTextEdit *m_preview;
    QLabel *m_problem;
    QString m_savedTo;
};

} // namespace Antiphon::Ui
