// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tools/tooltrial.h"

#include "theme/colors.h"
#include "theme/icons.h"
#include "theme/metrics.h"
#include "tools/commandform.h"
#include "tools/tooldocument.h"

#include <antiphon/core/extract/schemaexample.h>
#include <antiphon/core/tools/arguments.h>
#include <antiphon/net/commandrun.h>
#include <antiphon/store/consent.h>

#include <QFontDatabase>
#include <QFuture>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QThreadPool>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

ToolTrial::ToolTrial(ToolDocument &document, const Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_settings(settings)
    , m_arguments(new CodeEditor(tr("Arguments to try the tool with, as JSON"), u"JSON"_s))
    , m_run(new QPushButton(icon(u"media-playback-start"_s), tr("Tr&y")))
    , m_verdict(new QLabel)
    , m_result(new QPlainTextEdit)
{
    setObjectName(u"toolTrial"_s);
    m_arguments->setObjectName(u"trialArguments"_s);
    m_arguments->setToolTip(tr("What a model would call the tool with"));
    m_run->setObjectName(u"trialRun"_s);
    m_run->setAccessibleName(tr("Try the tool with these arguments"));
    m_run->setToolTip(tr("Checks the arguments and shows what the model would be told"));
    m_verdict->setWordWrap(true);
    m_verdict->setTextFormat(Qt::PlainText);
    m_verdict->setAccessibleName(tr("What came of the trial"));
    m_result->setObjectName(u"trialResult"_s);
    m_result->setAccessibleName(tr("What the model would be told"));
    m_result->setPlaceholderText(tr("What the model would be told"));
    m_result->setReadOnly(true);
    m_result->setFrameShape(QFrame::NoFrame);
    m_result->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_result->setTabChangesFocus(true);

    auto *label = new QLabel(tr("Ar&guments"));
    label->setBuddy(m_arguments);
    auto *head = new QHBoxLayout;
    head->addWidget(m_run);
    head->addWidget(m_verdict, 1);
    auto *grid = new QGridLayout(this);
    const int space = gap(*this, 0.6);
    grid->setContentsMargins(space, space, space, space);
    grid->addWidget(label, 0, 0);
    grid->addLayout(head, 0, 1);
    grid->addWidget(m_arguments, 1, 0);
    grid->addWidget(m_result, 1, 1);
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(1, 3);
    grid->setRowStretch(1, 1);
    m_arguments->setMinimumHeight(m_arguments->fontMetrics().lineSpacing() * 4);

    connect(m_arguments, &QPlainTextEdit::textChanged, this, [this] {
        m_own = true;
        showVerdict();
    });
    connect(m_run, &QPushButton::clicked, this, &ToolTrial::run);
    connect(&document, &ToolDocument::changed, this, &ToolTrial::followSchema);
    connect(&document, &ToolDocument::changed, this, &ToolTrial::showVerdict);
    followSchema();
}

ToolTrial::~ToolTrial() = default;

/// Until the person types some, the arguments are an example of what the schema asks for.
void ToolTrial::followSchema()
{
    const Json &parameters = m_document.tool().definition.parameters;
    if (m_own || parameters == m_parameters)
        return;
    m_parameters = parameters;
    Json example = exampleOf(parameters);
    if (!example.is_object())
        example = jsonObject();
    const QSignalBlocker blocker(m_arguments);
    m_arguments->setPlainText(QString::fromUtf8(toPretty(example)).trimmed());
}

ToolTrial::Tried ToolTrial::present() const
{
    const QList<CodeMark> &marks = m_document.marks();
    return {.tool = m_document.tool(),
            .fault = marks.isEmpty() ? QString() : marks.first().message,
            .arguments = m_arguments->toPlainText()};
}

void ToolTrial::run()
{
    m_document.readNow();
    m_tried = present();
    m_outcome.reset();
    if (!m_document.marks().isEmpty()) {
        show({.text = m_document.marks().first().message, .isError = true});
        return;
    }
    const Tool tool = m_document.tool();
    const QString text = m_arguments->toPlainText();
    const auto read = parseJson(text.toUtf8());
    m_arguments->setMarks(read ? QList<CodeMark>()
                               : QList<CodeMark> {{read.error().line, read.error().column, true,
                                                   read.error().message}});
    const auto arguments = toolArguments(tool.definition, text);
    if (const auto command = commandOf(tool, m_document.folder()); command && arguments) {
        runCommand(*command, toBytes(*arguments) + '\n');
        return;
    }
    begin();
    const int number = m_number;
    QtFuture::makeReadyVoidFuture()
        .then(QThreadPool::globalInstance(),
              [tool, text, now = m_clock.wallNow()] { return tryTool(tool, text, now); })
        .then(this, [this, number](const ToolOutcome &outcome) {
            if (number == m_number)
                show(outcome);
        });
}

void ToolTrial::runCommand(const ToolCommand &command, const QByteArray &input)
{
    if (!isConsented(m_settings, m_document.tool().definition.name, command)) {
        show({.text = tr("The arguments fit. This command has not your consent, so it was not "
                         "run. At its first call in a run you see it and decide:\n%1")
                          .arg(commandText(command)),
              .isError = true});
        return;
    }
    begin();
    m_command = std::make_unique<CommandRun>(command, input, m_clock);
    connect(m_command.get(), &CommandRun::finished, this, [this] {
        const Result<QString> said = m_command->result();
        m_command.release()->deleteLater(); // we are inside its signal
        show({.text = said ? *said : said.error().message, .isError = !said});
    });
    m_command->start();
}

void ToolTrial::begin()
{
    ++m_number;
    m_run->setEnabled(false);
    m_verdict->setPalette(palette());
    m_verdict->setText(tr("Running…"));
    m_timer.start();
}

/// What came of the last trial, while tool and arguments are the same as then.
void ToolTrial::showVerdict()
{
    if (!m_outcome)
        return;
    const bool holds = m_tried == present();
    const ColorRole role = !holds ? ColorRole::Muted
        : m_outcome->isError      ? ColorRole::Negative
                                  : ColorRole::Positive;
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, color(role, palette()));
    m_verdict->setPalette(colours);
    m_verdict->setText(!holds                   ? tr("Changed since it was tried")
                           : m_outcome->isError ? tr("The model would be told an error")
                                                : tr("Answered in %L1 ms").arg(m_took));
    QPalette text = palette();
    if (!holds)
        text.setColor(QPalette::Text, text.color(QPalette::PlaceholderText));
    m_result->setPalette(text);
}

void ToolTrial::show(const ToolOutcome &outcome)
{
    m_run->setEnabled(true);
    m_took = m_timer.isValid() ? m_timer.elapsed() : 0;
    m_timer.invalidate();
    m_outcome = outcome;
    showVerdict();
    QString text = outcome.text;
    if (!outcome.console.isEmpty())
        text += u"\n\n"_s + tr("Console:") + u'\n' + outcome.console.join(u'\n');
    m_result->setPlainText(text);
    if (outcome.isError && outcome.line > 0)
        Q_EMIT scriptFailed(outcome.line, outcome.column, outcome.text);
}

} // namespace Antiphon::Ui
