// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "parameters/parametersform.h"

#include "parameters/extrasfield.h"
#include "parameters/parameterfield.h"
#include "parameters/parameterwords.h"
#include "theme/icons.h"
#include "theme/metrics.h"
#include "widgets/foldsection.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QResizeEvent>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

ParametersForm::ParametersForm(const QList<ParameterInfo> &infos, QWidget *parent)
    : QWidget(parent)
    , m_infos(infos)
    , m_extras(new ExtrasField)
    , m_rows(new QVBoxLayout(this))
{
    const int space = gap(*this);
    m_rows->setContentsMargins(space, space, space, space);
    m_rows->setSpacing(gap(*this, 0.5));
    auto *common = new QVBoxLayout;
    common->setSpacing(gap(*this, 0.5));
    m_rows->addLayout(common);
    for (const ParameterInfo &info : infos) {
        if (info.common && info.supported)
            addField(info, *common);
    }
    for (const QString &group : parameterGroups()) {
        for (const ParameterInfo &info : infos) {
            if (!info.common && info.group == group && info.supported)
                addField(info, *common);
        }
    }
    addRefused();
    m_extrasSection = new FoldSection(tr("Provider Extras"));
    m_extrasSection->add(m_extras);
    m_rows->addWidget(m_extrasSection);
    m_rows->addStretch(1);
    connect(m_extras, &ExtrasField::edited, this, &ParametersForm::extrasEdited);
}

FoldSection *ParametersForm::sectionFor(const QString &group)
{
    FoldSection *&section = m_sections[group];
    if (!section) {
        section = new FoldSection(parameterGroupTitle(group));
        m_rows->addWidget(section);
    }
    return section;
}

void ParametersForm::addField(const ParameterInfo &info, QVBoxLayout &common)
{
    auto *field = new ParameterField(info);
    m_fields.append(field);
    if (info.common)
        common.addWidget(field);
    else
        sectionFor(info.group)->add(field);
    connect(field, &ParameterField::edited, this,
            [this, info](const std::optional<Json> &value) { Q_EMIT edited(info, value); });
    connect(field, &ParameterField::explained, this, &ParametersForm::explained);
}

void ParametersForm::addRefused()
{
    const auto count = std::ranges::count(m_infos, false, &ParameterInfo::supported);
    if (count == 0)
        return;
    m_refused = new FoldSection(tr("Not Supported by This Target (%L1)").arg(count));
    m_rows->addWidget(m_refused);
}

/// The names that are not taken; those with a value can be taken out.
void ParametersForm::showRefused(const ParameterLayers &layers)
{
    if (!m_refused)
        return;
    if (m_refusedRows) {
        m_refusedRows->hide();
        m_refusedRows->deleteLater(); // one of its buttons may be what led here
    }
    m_refusedRows = new QWidget;
    auto *rows = new QVBoxLayout(m_refusedRows);
    rows->setContentsMargins(gap(*this), 0, 0, 0);
    rows->setSpacing(gap(*this, 0.25));
    QStringList plain;
    for (const ParameterInfo &info : m_infos) {
        if (info.supported)
            continue;
        const std::optional<Json> value = parameterValue(layers.target, info);
        if (!value) {
            plain.append(parameterTitle(info));
            continue;
        }
        auto *row = new QHBoxLayout;
        // A common one has no field to go into; the provider's own go as they are.
        const QString sentence = info.common
            ? tr("%1 is %2 and is not sent.")
            : tr("%1 is %2, but this target is not known to take it.");
        auto *words
            = new QLabel(sentence.arg(parameterTitle(info), parameterValueText(info, *value)));
        words->setWordWrap(true);
        auto *take = new QToolButton;
        take->setIcon(icon(u"edit-undo"_s));
        take->setAutoRaise(true);
        take->setToolTip(tr("Remove %1").arg(parameterTitle(info)));
        take->setAccessibleName(take->toolTip());
        row->addWidget(words, 1);
        row->addWidget(take);
        rows->addLayout(row);
        connect(take, &QToolButton::clicked, this,
                [this, info] { Q_EMIT edited(info, std::nullopt); });
    }
    auto *names = new QLabel(plain.join(tr(", ")));
    names->setWordWrap(true);
    names->setForegroundRole(QPalette::PlaceholderText);
    names->setVisible(!plain.isEmpty());
    rows->addWidget(names);
    m_refused->add(m_refusedRows);
}

void ParametersForm::showLayers(const ParameterLayers &layers)
{
    for (ParameterField *field : std::as_const(m_fields)) {
        field->showState({.project = parameterValue(layers.project, field->info()),
                          .target = parameterValue(layers.target, field->info()),
                          .prompt = parameterValue(layers.prompt, field->info())});
    }
    showRefused(layers);
    const Json extras = otherExtras(layers.target.extra, m_infos);
    m_extras->showExtras(extras);
    if (std::exchange(m_opened, true))
        return;
    // What holds a value is seen at once.
    for (const auto &[group, section] : m_sections.asKeyValueRange()) {
        const auto holds = [&](const ParameterField *field) {
            return !field->info().common && field->info().group == group && field->isSet();
        };
        section->setOpen(std::ranges::any_of(m_fields, holds));
    }
    m_extrasSection->setOpen(!extras.empty());
}

void ParametersForm::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // Beside each other where both can be read.
    const bool narrow = event->size().width() < fontMetrics().averageCharWidth() * 34;
    if (std::exchange(m_narrow, narrow) == narrow)
        return;
    for (ParameterField *field : std::as_const(m_fields))
        field->place(narrow);
}

void ParametersForm::setFilter(const QString &text)
{
    QMap<QString, bool> found;
    for (ParameterField *field : std::as_const(m_fields)) {
        const ParameterInfo &info = field->info();
        const bool fits = text.isEmpty() || info.name.contains(text, Qt::CaseInsensitive)
            || parameterTitle(info).contains(text, Qt::CaseInsensitive)
            || info.about.contains(text, Qt::CaseInsensitive);
        field->setVisible(fits);
        if (!info.common)
            found[info.group] |= fits;
    }
    for (const auto &[group, section] : m_sections.asKeyValueRange()) {
        section->setVisible(found.value(group));
        if (!text.isEmpty() && found.value(group))
            section->setOpen(true);
    }
    m_extrasSection->setVisible(text.isEmpty());
    if (m_refused)
        m_refused->setVisible(text.isEmpty());
}

} // namespace Antiphon::Ui
