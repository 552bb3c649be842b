// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exports/exportdialog.h"

#include "theme/colors.h"

#include <antiphon/store/exchange/writeexport.h>

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFontDatabase>
#include <QFormLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

/// The preview shows so much; files get everything.
static constexpr qsizetype previewBytes = 64 * 1024;

static QString suffixOf(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Markdown:
        return u"md"_s;
    case ExportFormat::JsonList:
        return u"json"_s;
    case ExportFormat::JsonLines:
        return u"jsonl"_s;
    case ExportFormat::Csv:
        return u"csv"_s;
    case ExportFormat::Text:
        return u"txt"_s;
    }
    return {};
}

ExportDialog::ExportDialog(const QList<CallRecord> &records, QWidget *parent)
    : QDialog(parent)
    , m_records(records)
    , m_format(new QComboBox)
    , m_attempts(new QCheckBox(tr("Every attempt, with its times and costs")))
    , m_requests(new QCheckBox(tr("What was sent and received, without keys")))
    , m_preview(new QPlainTextEdit)
    , m_problem(new QLabel)
{
    setObjectName(u"exportDialog"_s);
    setWindowTitle(tr("Export Answers"));
    const std::pair<ExportFormat, QString> formats[] = {
        {ExportFormat::Markdown, tr("Markdown")},    {ExportFormat::JsonList, tr("JSON")},
        {ExportFormat::JsonLines, tr("JSON lines")}, {ExportFormat::Csv, tr("CSV table")},
        {ExportFormat::Text, tr("Plain text")},
    };
    for (const auto &[value, name] : formats)
        m_format->addItem(name, QVariant::fromValue(int(value)));
    m_format->setAccessibleName(tr("Format"));
    m_attempts->setChecked(true);
    m_preview->setReadOnly(true);
    m_preview->setAccessibleName(tr("Preview of the export"));
    m_preview->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_preview->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_preview->setLayoutDirection(Qt::LeftToRight);
    m_problem->setWordWrap(true);
    QPalette colours = m_problem->palette();
    colours.setColor(QPalette::WindowText, color(ColorRole::Negative, palette()));
    m_problem->setPalette(colours);
    m_problem->hide();

    auto *buttons = new QDialogButtonBox;
    QPushButton *save = buttons->addButton(tr("Save…"), QDialogButtonBox::AcceptRole);
    QPushButton *copy = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
    QPushButton *cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    save->setDefault(true);

    auto *form = new QFormLayout;
    form->addRow(tr("Format"), m_format);
    form->addRow(tr("Include"), m_attempts);
    form->addRow(QString(), m_requests);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_preview, 1);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 100, fontMetrics().lineSpacing() * 36);

    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::showPreview);
    connect(m_attempts, &QCheckBox::toggled, this, &ExportDialog::showPreview);
    connect(m_requests, &QCheckBox::toggled, this, &ExportDialog::showPreview);
    connect(save, &QPushButton::clicked, this, &ExportDialog::save);
    connect(copy, &QPushButton::clicked, this, &ExportDialog::copy);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    showPreview();
}

ExportFormat ExportDialog::format() const
{
    return ExportFormat(m_format->currentData().toInt());
}

QByteArray ExportDialog::text() const
{
    return exportRecords(
        m_records, format(),
        {.withAttempts = m_attempts->isChecked(), .withRequests = m_requests->isChecked()});
}

void ExportDialog::showPreview()
{
    const bool structured
        = format() == ExportFormat::JsonList || format() == ExportFormat::JsonLines;
    m_requests->setEnabled(structured);
    const QByteArray whole = text();
    QString shown = QString::fromUtf8(whole.first(std::min(whole.size(), previewBytes)));
    if (whole.size() > previewBytes)
        shown += u'\n' + tr("… %1 in all").arg(locale().formattedDataSize(whole.size()));
    m_preview->setPlainText(shown);
}

void ExportDialog::save()
{
    const QString suffix = suffixOf(format());
    QString path
        = QFileDialog::getSaveFileName(this, tr("Export Answers"), u"answers."_s + suffix,
                                       tr("%1 (*.%2)").arg(m_format->currentText(), suffix));
    if (path.isEmpty())
        return;
    if (!path.contains(u'.'))
        path += u'.' + suffix;
    if (const Result<> written = writeExport(path, text()); !written) {
        m_problem->setText(written.error().message);
        m_problem->show();
        return;
    }
    m_savedTo = path;
    accept();
}

void ExportDialog::copy()
{
    QGuiApplication::clipboard()->setText(QString::fromUtf8(text()));
    accept();
}

} // namespace Antiphon::Ui
