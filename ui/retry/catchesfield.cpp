// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "retry/catchesfield.h"

#include "retry/conditionfield.h"
#include "theme/icons.h"
#include "theme/metrics.h"
#include "widgets/foldsection.h"

#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

CatchesField::CatchesField(QWidget *parent)
    : QWidget(parent)
    , m_menu(new QMenu(this))
    , m_add(new QToolButton)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins({});
    m_column->setSpacing(gap(*this, 0.4));
    m_add->setIcon(icon(u"list-add"_s));
    m_add->setText(tr("Add a Target"));
    m_add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_add->setAccessibleName(tr("Passed on: add a target"));
    m_add->setToolTip(tr("Says for one target which of its failures go on to the next one"));
    m_add->setFocusPolicy(Qt::StrongFocus);
    m_add->setMenu(m_menu);
    m_add->setPopupMode(QToolButton::InstantPopup);
    m_column->addWidget(m_add, 0, Qt::AlignLeading);
    fillMenu();
}

void CatchesField::setTargets(const QStringList &slugs)
{
    m_targets = slugs;
    fillMenu();
}

void CatchesField::setCatches(const QMap<QString, Condition> &catches)
{
    m_catches = catches;
    const QStringList shown = m_rows.keys();
    for (const QString &slug : shown) {
        if (!catches.contains(slug))
            removeRow(slug);
    }
    for (const auto &[slug, condition] : catches.asKeyValueRange()) {
        if (!m_rows.contains(slug))
            addRow(slug);
        m_rows[slug].condition->setCondition(condition);
    }
    fillMenu();
}

void CatchesField::addRow(const QString &slug)
{
    using enum ErrorKind;
    const Row row {
        new FoldSection(tr("Of %1").arg(slug)),
        new ConditionField(tr("Passed on from %1").arg(slug),
                           {Connection, Timeout, RateLimit, Server, BadResponse, Filtered})};
    auto *remove = new QPushButton(tr("As the Rule Above"));
    remove->setAccessibleName(tr("Passed on from %1: as the rule above").arg(slug));
    remove->setToolTip(tr("Removes the conditions of this target"));
    row.section->add(row.condition);
    row.section->add(remove);
    m_column->insertWidget(m_column->count() - 1, row.section);
    m_rows.insert(slug, row);
    connect(row.condition, &ConditionField::edited, this,
            [this, slug](const Condition &condition, const QString &key) {
                m_catches.insert(slug, condition);
                Q_EMIT edited(m_catches, key);
            });
    connect(row.condition, &ConditionField::textRequested, this,
            [this, slug] { Q_EMIT textRequested(slug); });
    connect(remove, &QPushButton::clicked, this, [this, slug] {
        m_catches.remove(slug);
        setCatches(QMap(m_catches));
        Q_EMIT edited(m_catches, {});
    });
}

void CatchesField::removeRow(const QString &slug)
{
    const Row row = m_rows.take(slug);
    row.section->hide();
    row.section->deleteLater(); // its button may be what led here
}

void CatchesField::fillMenu()
{
    m_menu->clear();
    for (const QString &slug : std::as_const(m_targets)) {
        if (m_catches.contains(slug))
            continue;
        connect(
            m_menu->addAction(slug), &QAction::triggered, this,
            [this, slug] {
                QMap<QString, Condition> catches = m_catches;
                catches.insert(slug, {ErrorIs {{ErrorKind::RateLimit, ErrorKind::Server}}});
                setCatches(catches);
                m_rows[slug].section->setOpen(true);
                Q_EMIT edited(m_catches, {});
            },
            Qt::QueuedConnection); // the menu is filled anew by it
    }
    m_add->setEnabled(!m_menu->isEmpty());
}

} // namespace Antiphon::Ui
