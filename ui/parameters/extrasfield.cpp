// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "parameters/extrasfield.h"

#include "inputs/growingtextedit.h"
#include "theme/colors.h"
#include "theme/metrics.h"

#include <QFontDatabase>
#include <QLabel>
#include <QTextDocument>
#include <QTextOption>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

ExtrasField::ExtrasField(QWidget *parent)
    : QWidget(parent)
    , m_text(new GrowingTextEdit(2, 14))
    , m_problem(new QLabel)
{
    m_text->setObjectName(u"providerExtras"_s);
    m_text->setAccessibleName(tr("Provider extras"));
    m_text->setAccessibleDescription(
        tr("Further members of the request in the provider's own words, as a JSON object."));
    m_text->setToolTip(m_text->accessibleDescription());
    m_text->setPlaceholderText(u"{}"_s);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    QTextOption direction = m_text->document()->defaultTextOption();
    direction.setTextDirection(Qt::LeftToRight);
    m_text->document()->setDefaultTextOption(direction);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(gap(*this, 0.25));
    layout->addWidget(m_text);
    layout->addWidget(m_problem);
    connect(m_text, &QPlainTextEdit::textChanged, this, &ExtrasField::read);
}

void ExtrasField::showExtras(const Json &extras)
{
    if (m_text->hasFocus()) {
        const auto typed = parseJson(m_text->toPlainText().toUtf8());
        if (typed && *typed == extras)
            return; // in the person's own layout
    }
    const QSignalBlocker blocker(m_text);
    m_text->setPlainText(extras.empty() ? QString()
                                        : QString::fromUtf8(toPretty(extras)).trimmed());
    m_problem->hide();
}

void ExtrasField::read()
{
    const QString text = m_text->toPlainText().trimmed();
    const auto parsed = parseJson(text.isEmpty() ? QByteArray("{}") : text.toUtf8());
    QString problem;
    if (!parsed)
        problem = tr("Line %1: %2").arg(parsed.error().line).arg(parsed.error().message);
    else if (!parsed->is_object())
        problem = tr("Must be an object: { \"name\": value }.");
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, color(ColorRole::Negative, palette()));
    m_problem->setPalette(colours);
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    if (problem.isEmpty())
        Q_EMIT edited(*parsed);
}

} // namespace Antiphon::Ui
