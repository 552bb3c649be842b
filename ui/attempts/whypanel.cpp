// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "attempts/whypanel.h"

#include "theme/colors.h"
#include "theme/metrics.h"

#include <QEvent>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

WhyPanel::WhyPanel(QWidget *parent)
    : QTextBrowser(parent)
{
    setObjectName("whyPanel"_L1);
    setAccessibleName(tr("Why"));
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    document()->setDocumentMargin(gap(*this));
}

void WhyPanel::setSections(const QList<WhySection> &sections)
{
    if (sections == m_sections)
        return;
    m_sections = sections;
    // The cells of a table run together when they are read aloud.
    QStringList spoken;
    for (const WhySection &section : std::as_const(m_sections)) {
        spoken.append(section.title);
        for (const WhyLine &line : section.lines)
            spoken.append(u"%1: %2"_s.arg(line.label, line.text));
    }
    setAccessibleDescription(spoken.join(u'\n'));
    render();
}

void WhyPanel::render()
{
    m_narrow = isNarrow();
    // Beside each other there is room for both only in a wide panel.
    const QString row = m_narrow
        ? u"<tr><td style=\"color:%1\">%2</td></tr><tr><td>%3</td></tr>"_s
        : u"<tr><td style=\"color:%1; white-space:pre\">%2&nbsp;&nbsp;</td><td>%3</td></tr>"_s;
    const QString muted = color(ColorRole::Muted, palette()).name();
    QString html;
    for (const WhySection &section : std::as_const(m_sections)) {
        html += u"<h4>%1</h4><table cellspacing=\"0\" cellpadding=\"3\">"_s.arg(
            section.title.toHtmlEscaped());
        for (const WhyLine &line : section.lines)
            html += row.arg(muted, line.label.toHtmlEscaped(), line.text.toHtmlEscaped());
        html += u"</table>"_s;
    }
    setHtml(html);
}

bool WhyPanel::isNarrow() const
{
    return viewport()->width() < 44 * fontMetrics().averageCharWidth();
}

void WhyPanel::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    if (isNarrow() != m_narrow)
        render();
}

void WhyPanel::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        render();
}

} // namespace Antiphon::Ui
