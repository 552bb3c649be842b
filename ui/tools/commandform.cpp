// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tools/commandform.h"

#include "theme/metrics.h"
#include "tools/tooldocument.h"
#include "widgets/formpage.h"
#include "widgets/numberbox.h"

#include <antiphon/core/tools/handler.h>
#include <antiphon/store/consent.h>

#include <QDir>
#include <QEvent>
#include <QFontDatabase>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopedValueRollback>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

std::optional<ToolCommand> commandOf(const Tool &tool, const QString &folder)
{
    const ToolHandler handler = handlerOf(tool, folder);
    const auto *command = std::get_if<ToolCommand>(&handler.answer);
    return command && !command->words.isEmpty() ? std::optional(*command) : std::nullopt;
}

CommandForm::CommandForm(ToolDocument &document, Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_settings(settings)
    , m_words(new QPlainTextEdit)
    , m_exact(new QLabel)
    , m_consent(new QLabel)
    , m_withdraw(new QPushButton(tr("Take &Back")))
    , m_timeout(new NumberBox)
    , m_environment(new QLineEdit)
{
    setObjectName(u"commandForm"_s);
    m_words->setAccessibleName(tr("Program and its arguments, one to a line"));
    m_words->setToolTip(tr("The program first, then its arguments, one to a line. There is no "
                           "shell, so blanks and quotes mean themselves."));
    m_words->setPlaceholderText(u"python3\ntools/find.py"_s);
    m_words->setTabChangesFocus(true);
    m_words->setLayoutDirection(Qt::LeftToRight);
    m_words->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_words->setFixedHeight(m_words->fontMetrics().lineSpacing() * 5 + gap(*this, 1.5));
    m_exact->setAccessibleName(tr("The exact command"));
    m_exact->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    for (QLabel *label : {m_exact, m_consent}) {
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        widen(*label);
    }
    m_consent->setAccessibleName(tr("Your consent to the command"));
    m_withdraw->setObjectName(u"withdrawConsent"_s);
    m_withdraw->setAccessibleName(tr("Take your consent to the command back"));
    m_withdraw->setToolTip(tr("The command asks again at its next call"));
    m_timeout->setRange(0.1, 600);
    m_timeout->setDecimals(1);
    m_timeout->setSuffix(tr(" s"));
    m_timeout->setAccessibleName(tr("Seconds the command has for its answer"));
    m_timeout->setToolTip(tr("A command that takes longer is ended, and the model is told so"));
    m_environment->setAccessibleName(tr("Environment variables that the command is given"));
    m_environment->setPlaceholderText(tr("names with blanks between, as in SHOP_URL SHOP_USER"));
    m_environment->setToolTip(tr("Besides PATH, HOME, language and time zone. No keys reach it "
                                 "unless you name them here."));

    auto *withdrawal = new QHBoxLayout; // a button as wide as its text
    withdrawal->addWidget(m_withdraw);
    withdrawal->addStretch(1);
    QFormLayout *form = makeForm(*this);
    form->addRow(tr("&Program"), m_words);
    form->addRow(tr("Runs"), m_exact);
    form->addRow(tr("Consent"), m_consent);
    form->addRow(QString(), withdrawal);
    form->addRow(tr("&Time"), m_timeout);
    form->addRow(tr("En&vironment"), m_environment);

    connect(m_words, &QPlainTextEdit::textChanged, this, [this] {
        if (m_filling)
            return;
        Json words = jsonArray();
        for (const QString &line : m_words->toPlainText().split(u'\n')) {
            if (!line.trimmed().isEmpty())
                words.push_back(toJson(QStringView(line)));
        }
        m_document.set("command", words.empty() ? Json::null() : words);
    });
    connect(m_timeout, &QDoubleSpinBox::valueChanged, this, [this](double seconds) {
        if (!m_filling)
            m_document.set("timeout", seconds == 30 ? Json::null() : Json(seconds));
    });
    connect(m_environment, &QLineEdit::textEdited, this, [this](const QString &text) {
        Json names = jsonArray();
        for (const QString &name : text.simplified().split(u' ', Qt::SkipEmptyParts))
            names.push_back(toJson(QStringView(name)));
        m_document.set("environment", names.empty() ? Json::null() : names);
    });
    connect(m_withdraw, &QPushButton::clicked, this, &CommandForm::withdraw);
    connect(&document, &ToolDocument::changed, this, &CommandForm::showDocument);
    setFocusProxy(m_words);
    showDocument();
    showConsent();
}

static QStringList listOf(const Json &json, std::string_view key)
{
    QStringList texts;
    const Json *list = Antiphon::find(json, key);
    for (size_t i = 0; list && list->is_array() && i < list->size(); ++i)
        texts.append(toText((*list)[i]));
    return texts;
}

void CommandForm::showDocument()
{
    const QScopedValueRollback filling(m_filling, true);
    const Json &json = m_document.json();
    const QStringList words = listOf(json, "command");
    QStringList shown;
    for (const QString &line : m_words->toPlainText().split(u'\n')) {
        if (!line.trimmed().isEmpty())
            shown.append(line);
    }
    if (shown != words)
        m_words->setPlainText(words.join(u'\n'));
    const Json *seconds = Antiphon::find(json, "timeout");
    const double timeout = seconds && seconds->is_number() ? seconds->as<double>() : 30;
    if (m_timeout->value() != timeout)
        m_timeout->setValue(timeout);
    const QStringList names = listOf(json, "environment");
    if (m_environment->text().simplified().split(u' ', Qt::SkipEmptyParts) != names)
        m_environment->setText(names.join(u' '));
    const auto command = commandOf(m_document.tool(), m_document.folder());
    if (command != m_shown) // files that it names are looked at: not for every change
        showConsent();
}

void CommandForm::showConsent()
{
    const auto command = commandOf(m_document.tool(), m_document.folder());
    m_shown = command;
    if (!command) {
        m_exact->setText(tr("nothing yet"));
        m_consent->setText(tr("There is nothing to consent to."));
        m_withdraw->hide();
        return;
    }
    m_exact->setText(commandText(*command));
    m_exact->setToolTip(tr("In %1").arg(QDir::toNativeSeparators(command->folder)));
    const bool given = isConsented(m_settings, m_document.tool().definition.name, *command);
    m_withdraw->setVisible(given);
    m_consent->setText(
        given ? tr("You have allowed this command for good. That ends when the command changes, or "
                   "a file it names.")
              : tr("Not given: at its first call in a run you see the command and decide."));
}

void CommandForm::withdraw()
{
    if (m_shown)
        withdrawConsent(m_settings, m_document.tool().definition.name, *m_shown);
    m_words->setFocus(); // the button goes
    showConsent();
}

bool CommandForm::event(QEvent *event)
{
    // It may have been given in a run, or taken back in a dialog.
    if (event->type() == QEvent::Show || event->type() == QEvent::WindowActivate)
        showConsent();
    return QWidget::event(event);
}

} // namespace Antiphon::Ui
