// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "extraction/resultdialog.h"

#include "theme/colors.h"
#include "widgets/codeeditor.h"

#include <antiphon/core/call/attempt.h>
#include <antiphon/core/jsontext.h>

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

ResultDialog::ResultDialog(const QString &name, const Extraction &how, const QString &json,
                           QWidget *parent)
    : QDialog(parent)
    , m_how(how)
    , m_text(new CodeEditor(tr("Value of %1").arg(name), u"JSON"_s))
    , m_verdict(new QLabel)
{
    setObjectName(u"resultDialog"_s);
    setWindowTitle(tr("Edit the Value of %1").arg(name));
    m_verdict->setWordWrap(true);
    m_verdict->setTextFormat(Qt::PlainText);
    auto *buttons = new QDialogButtonBox;
    m_accept = buttons->addButton(tr("Take This Value"), QDialogButtonBox::AcceptRole);
    QPushButton *cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_text, 1);
    column->addWidget(m_verdict);
    column->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 80, fontMetrics().lineSpacing() * 24);
    connect(m_accept, &QPushButton::clicked, this, &QDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_text, &QPlainTextEdit::textChanged, this, &ResultDialog::check);
    m_text->setPlainText(json.trimmed());
    m_text->setFocus();
}

void ResultDialog::check()
{
    const QString text = m_text->toPlainText();
    const auto parsed = parseJson(text.toUtf8());
    m_accept->setEnabled(parsed.has_value());
    QList<CodeMark> marks;
    QString verdict = tr("It fits.");
    ColorRole role = ColorRole::Positive;
    if (!parsed) {
        marks.append({parsed.error().line, parsed.error().column, true, parsed.error().message});
        verdict = tr("Line %1, column %2: %3")
                      .arg(parsed.error().line)
                      .arg(parsed.error().column)
                      .arg(parsed.error().message);
        role = ColorRole::Negative;
    } else {
        m_value = *parsed;
        // As if the model had said it: schema and rules, in the words of every other answer.
        Extraction strict = m_how;
        strict.mechanism = Extraction::Mechanism::JsonText;
        strict.besideTools = false;
        const Attempt said {.text = QString::fromUtf8(toBytes(
                                m_how.model.wrapped ? jsonObject({{"value", m_value}}) : m_value))};
        const auto held = extract(strict, said, scriptedRules());
        QStringList lines;
        const auto spans = jsonSpans(text);
        for (const ValidationIssue &issue : held ? held->issues : QList<ValidationIssue> {}) {
            Location at = issue.location;
            if (m_how.model.wrapped && issue.type != "value_error"_L1 && !at.isEmpty())
                at.removeFirst();
            lines.append(at.isEmpty() ? issue.message
                                      : tr("%1: %2").arg(locationText(at), issue.message));
            const JsonSpan *span = nullptr;
            for (Location near = at; spans && !span; near.removeLast()) {
                span = Antiphon::find(*spans, near);
                if (near.isEmpty())
                    break;
            }
            const TextPosition place = positionIn(text, span ? span->begin : 0);
            marks.append({place.line, place.column, true, lines.last()});
        }
        if (!lines.isEmpty()) {
            verdict = lines.join(u'\n');
            role = ColorRole::Neutral;
        }
    }
    m_text->setMarks(marks);
    m_verdict->setText(verdict);
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, color(role, palette()));
    m_verdict->setPalette(colours);
}

} // namespace Antiphon::Ui
