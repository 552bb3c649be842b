// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schema/schemaexample.h"

#include "schema/schemadocument.h"
#include "schema/schemaedits.h"
#include "theme/colors.h"
#include "theme/metrics.h"
#include "widgets/codeeditor.h"

#include <antiphon/core/extract/check.h>
#include <antiphon/core/extract/schemaexample.h>
#include <antiphon/core/jsontext.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Antiphon::Ui {

SchemaExample::SchemaExample(SchemaDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_text(new CodeEditor(tr("Example of the value"), u"JSON"_s))
    , m_verdict(new QLabel)
    , m_infer(new QPushButton(tr("Infer Schema from Example")))
    , m_keep(new QPushButton(tr("Keep as Example")))
    , m_renew(new QPushButton(tr("Make from Schema")))
{
    setObjectName(u"schemaExample"_s);
    m_verdict->setWordWrap(true);
    m_verdict->setTextFormat(Qt::PlainText);
    m_infer->setToolTip(tr("Makes fields from what the example has; words about fields stay"));
    m_keep->setToolTip(tr("Writes it into the schema, where models see it"));
    m_renew->setToolTip(tr("Gives up what was typed here"));
    auto *bar = new QHBoxLayout;
    const int space = gap(*this, 0.6);
    bar->setContentsMargins(space, space, space, space);
    bar->addWidget(m_infer);
    bar->addWidget(m_keep);
    bar->addWidget(m_renew);
    bar->addStretch(1);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(0);
    rows->addWidget(m_text, 1);
    m_verdict->setContentsMargins(space, space, space, 0);
    rows->addWidget(m_verdict);
    rows->addLayout(bar);

    m_timer.setSingleShot(true);
    m_timer.setInterval(200ms);
    connect(&m_timer, &QTimer::timeout, this, &SchemaExample::check);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        m_own = true;
        m_timer.start();
    });
    connect(m_infer, &QPushButton::clicked, this, &SchemaExample::infer);
    connect(m_keep, &QPushButton::clicked, this, &SchemaExample::keep);
    connect(m_renew, &QPushButton::clicked, this, [this] {
        m_own = false;
        follow();
    });
    connect(&document, &SchemaDocument::changed, this, &SchemaExample::follow);
    follow();
}

void SchemaExample::follow()
{
    if (!m_own) {
        const QString text = QString::fromUtf8(toPretty(exampleOf(m_document.schema()))).trimmed();
        const QSignalBlocker blocker(m_text);
        if (m_text->toPlainText() != text)
            m_text->setPlainText(text);
    }
    check();
}

void SchemaExample::check()
{
    const QString text = m_text->toPlainText();
    const auto value = parseJson(text.toUtf8());
    m_infer->setEnabled(value && m_own);
    m_keep->setEnabled(value.has_value());
    m_renew->setEnabled(m_own);
    QList<CodeMark> marks;
    QString verdict = m_own ? tr("The example fits the schema.") : QString();
    ColorRole role = ColorRole::Positive;
    if (!value) {
        marks.append({value.error().line, value.error().column, true, value.error().message});
        verdict = tr("Line %1, column %2: %3")
                      .arg(value.error().line)
                      .arg(value.error().column)
                      .arg(value.error().message);
        role = ColorRole::Negative;
    } else if (const auto checked = checkValue(*value, m_document.schema(), false);
               checked && !checked->issues.isEmpty()) {
        const auto spans = jsonSpans(text);
        QStringList lines;
        for (const ValidationIssue &issue : checked->issues) {
            lines.append(issue.location.isEmpty()
                             ? issue.message
                             : tr("%1: %2").arg(locationText(issue.location), issue.message));
            Location at = issue.location;
            while (spans && !Antiphon::find(*spans, at) && !at.isEmpty())
                at.removeLast();
            const JsonSpan *span = spans ? Antiphon::find(*spans, at) : nullptr;
            const TextPosition place = positionIn(text, span ? span->begin : 0);
            marks.append({place.line, place.column, false, lines.last()});
        }
        verdict = lines.mid(0, 4).join(u'\n');
        if (lines.size() > 4)
            verdict += u'\n' + tr("and %Ln more", nullptr, int(lines.size()) - 4);
        role = ColorRole::Neutral;
    }
    m_text->setMarks(marks);
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, color(role, palette()));
    m_verdict->setPalette(colours);
    m_verdict->setText(verdict);
    m_verdict->setVisible(!verdict.isEmpty());
}

void SchemaExample::infer()
{
    const auto value = parseJson(m_text->toPlainText().toUtf8());
    if (value)
        m_document.edit(inferredSchema(*value, m_document.schema()));
}

void SchemaExample::keep()
{
    const auto value = parseJson(m_text->toPlainText().toUtf8());
    if (!value)
        return;
    Json schema = m_document.schema();
    setKeyword(schema, "examples", jsonArray({*value}));
    m_document.edit(schema);
}

} // namespace Antiphon::Ui
