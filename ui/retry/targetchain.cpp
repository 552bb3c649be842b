// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "retry/targetchain.h"

#include "theme/colors.h"
#include "theme/icons.h"
#include "theme/metrics.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

static QStringList slugsIn(const QString &line)
{
    QStringList slugs = line.split(u',');
    for (QString &slug : slugs)
        slug = slug.trimmed();
    slugs.removeAll(QString());
    return slugs;
}

TargetChain::TargetChain(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_line(new QLineEdit)
    , m_menu(new QMenu(this))
    , m_problem(new QLabel)
{
    m_line->setAccessibleName(name);
    m_line->setLayoutDirection(Qt::LeftToRight);
    m_line->setToolTip(tr("Slugs of targets in the order they are asked, separated by commas"));
    auto *add = new QToolButton;
    add->setIcon(icon(u"list-add"_s));
    add->setToolTip(tr("Add a Target: %1").arg(name));
    add->setAccessibleName(add->toolTip());
    add->setMenu(m_menu);
    add->setPopupMode(QToolButton::InstantPopup);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *row = new QHBoxLayout;
    row->setSpacing(gap(*this, 0.5));
    row->addWidget(m_line, 1);
    row->addWidget(add);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(gap(*this, 0.2));
    column->addLayout(row);
    column->addWidget(m_problem);
    connect(m_line, &QLineEdit::textEdited, this, [this](const QString &text) {
        showProblem();
        Q_EMIT edited(slugsIn(text));
    });
}

void TargetChain::setKnown(const QStringList &slugs)
{
    m_known = slugs;
    m_menu->clear();
    for (const QString &slug : slugs)
        connect(m_menu->addAction(slug), &QAction::triggered, this, [this, slug] {
            QStringList chain = slugsIn(m_line->text());
            if (!chain.contains(slug))
                chain.append(slug);
            setTargets(chain);
            Q_EMIT edited(chain);
        });
    showProblem();
}

void TargetChain::setTargets(const QStringList &slugs)
{
    if (slugsIn(m_line->text()) != slugs)
        m_line->setText(slugs.join(u", "_s));
    showProblem();
}

void TargetChain::setPlaceholder(const QString &text)
{
    m_line->setPlaceholderText(text);
}

void TargetChain::showProblem()
{
    QStringList unknown = slugsIn(m_line->text());
    unknown.removeIf([this](const QString &slug) { return m_known.contains(slug); });
    m_problem->setVisible(!unknown.isEmpty());
    m_problem->setText(tr("The project has no target %1.").arg(unknown.join(tr(", "))));
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, color(ColorRole::Negative, palette()));
    m_problem->setPalette(colours);
}

} // namespace Antiphon::Ui
