// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exports/exportdialog.h"

#include "attempts/facts.h"
#include "theme/colors.h"

#include <antiphon/core/provider/exchange.h>
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

ExportDialog::ExportDialog(const QList<CallRecord> &records, QWidget *parent)
    : QDialog(parent)
    , m_records(records)
{
    const std::tuple<ExportFormat, QString, QString> formats[] = {
        {ExportFormat::Markdown, tr("Markdown"), u"md"_s},
        {ExportFormat::JsonList, tr("JSON"), u"json"_s},
        {ExportFormat::JsonLines, tr("JSON lines"), u"jsonl"_s},
        {ExportFormat::Csv, tr("CSV table"), u"csv"_s},
        {ExportFormat::Text, tr("Plain text"), u"txt"_s},
    };
    for (const auto &[format, name, suffix] : formats) {
        const bool structured
            = format == ExportFormat::JsonList || format == ExportFormat::JsonLines;
        m_choices.append({name, suffix, structured, [this, format] {
                              return exportRecords(m_records, format,
                                                   {.withAttempts = m_attempts->isChecked(),
                                                    .withRequests = m_requests->isChecked()});
                          }});
    }
    build(tr("Export Answers"));
}

ExportDialog::ExportDialog(const Attempt &attempt, QWidget *parent)
    : QDialog(parent)
{
    const StoredExchange stored {.provider = attempt.provider,
                                 .api = attempt.api,
                                 .exchange = attempt.exchange,
                                 .failure = attempt.exchange.head.status == 0 ? attempt.error
                                                                              : std::nullopt};
    const CallRecord record {.target = attempt.target,
                             .provider = attempt.provider,
                             .model = attempt.model,
                             .simulated = attempt.simulated,
                             .state = attempt.state,
                             .attempts = {attempt}};
    m_choices = {
        {tr("Exchange (JSON)"), u"json"_s, false, [stored] { return toPretty(toJson(stored)); }},
        {tr("Attempt (JSON)"), u"json"_s, false,
         [attempt] { return toPretty(toJson(attempt, true)); }},
        {tr("Markdown"), u"md"_s, false,
         [record] { return exportRecords({record}, ExportFormat::Markdown); }},
        {tr("curl command"), u"sh"_s, false,
         [attempt] { return curlCommand(attempt.exchange.request).toUtf8(); }},
    };
    build(tr("Export Attempt"));
    m_attempts->hide();
    m_requests->hide();
}

/// Makes what is seen, once it is known what there is to choose.
void ExportDialog::build(const QString &title)
{
    m_format = new QComboBox;
    m_attempts = new QCheckBox(tr("Every attempt, with its times and costs"), this);
    m_requests = new QCheckBox(tr("What was sent and received, without keys"), this);
    m_preview = new QPlainTextEdit;
    m_problem = new QLabel;
    setObjectName(u"exportDialog"_s);
    setWindowTitle(title);
    for (const Choice &each : std::as_const(m_choices))
        m_format->addItem(each.name);
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
    if (!m_records.isEmpty()) {
        form->addRow(tr("Include"), m_attempts);
        form->addRow(QString(), m_requests);
    }
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

const ExportDialog::Choice &ExportDialog::choice() const
{
    return m_choices[std::max(m_format->currentIndex(), 0)];
}

QByteArray ExportDialog::text() const
{
    return choice().text();
}

void ExportDialog::showPreview()
{
    m_requests->setEnabled(choice().withRequests);
    const QByteArray whole = text();
    QString shown = QString::fromUtf8(whole.first(std::min(whole.size(), previewBytes)));
    if (whole.size() > previewBytes)
        shown += u'\n' + tr("… %1 in all").arg(locale().formattedDataSize(whole.size()));
    m_preview->setPlainText(shown);
}

void ExportDialog::save()
{
    const QString suffix = choice().suffix;
    const QString name = m_records.isEmpty() ? u"attempt."_s : u"answers."_s;
    QString path = QFileDialog::getSaveFileName(
        this, windowTitle(), name + suffix, tr("%1 (*.%2)").arg(m_format->currentText(), suffix));
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
