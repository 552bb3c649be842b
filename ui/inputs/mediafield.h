// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "inputs/inputfield.h"

class QLabel;
class QLineEdit;
class QMimeData;
class QToolButton;

namespace Antiphon::Ui {

/// An image, a sound or a document: chosen, dropped, pasted, or named by an address.
///
/// A file of the project is kept as its path; any other becomes the value itself, and saving the
/// input set puts a copy of it among the project's assets. What it is and whether its format is
/// taken is said at once.
class MediaField : public InputField {
    Q_OBJECT

public:
    /// \p folder is the project's.
    MediaField(const VariableSpec &spec, const QString &folder, QWidget *parent = nullptr);

    void showValue(const std::optional<Value> &value) override;
    [[nodiscard]] QString problem() const override { return m_problem; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void choose();
    void take(const QString &path);
    bool takeFrom(const QMimeData &mime);
    void clear();

    /// Reads what \p value names, on another thread, and shows it.
    void look(const Value &value);
    void showBytes(const QByteArray &bytes, const QString &name, const QString &failure);

    const QString m_folder;
    std::optional<Value> m_value;
    QString m_name; ///< Of the file the bytes came from.
    QString m_problem;
    quint64 m_number = 0; ///< Tells a late file that another one was chosen.
    QLineEdit *m_text;
    QToolButton *m_clear;
    QLabel *m_picture;
    QLabel *m_about;
};

} // namespace Antiphon::Ui
