// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inputs/inputsform.h"

#include "inputs/inputfield.h"
#include "prompt/promptdocument.h"
#include "theme/colors.h"
#include "theme/metrics.h"
#include "widgets/emptystate.h"

#include <QLabel>
#include <QScrollArea>
#include <QTabBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

InputsForm::InputsForm(PromptDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_sets(new QTabBar)
    , m_area(new QScrollArea)
    , m_empty(new EmptyState(u"code-variable"_s,
                             tr("Type {name} in the template to make a variable."),
                             tr("Insert Variable")))
{
    setObjectName(u"inputsForm"_s);
    setAccessibleName(tr("Inputs"));
    m_sets->setAccessibleName(tr("Input sets"));
    m_sets->setExpanding(false);
    m_sets->setDrawBase(false);
    m_sets->setUsesScrollButtons(true);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setAccessibleName(tr("Input fields"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_sets);
    layout->addWidget(m_area, 1);
    layout->addWidget(m_empty, 1);

    connect(m_empty, &EmptyState::triggered, this, &InputsForm::insertVariableRequested);
    connect(m_sets, &QTabBar::currentChanged, &m_document, &PromptDocument::setInputSet);
    connect(&m_document, &PromptDocument::inputSetChanged, this, &InputsForm::showSets);
    connect(&m_document, &PromptDocument::variablesChanged, this, &InputsForm::rebuild);
    connect(&m_document, &PromptDocument::valuesChanged, this, &InputsForm::showValues);
    showSets();
    rebuild();
}

void InputsForm::showSets()
{
    const QSignalBlocker blocker(m_sets);
    const QStringList names = m_document.inputSets();
    while (m_sets->count() > names.size())
        m_sets->removeTab(m_sets->count() - 1);
    for (int i = 0; i < names.size(); ++i) {
        if (i >= m_sets->count())
            m_sets->addTab(names[i]);
        m_sets->setTabText(i, names[i]);
        m_sets->setTabToolTip(i,
                              m_document.isScratch(i)
                                  ? tr("Values to try. Never written to the project.")
                                  : tr("Input set “%1”").arg(names[i]));
    }
    m_sets->setCurrentIndex(m_document.inputSet());
    m_sets->setVisible(names.size() > 1);
    showValues();
}

void InputsForm::addRow(QVBoxLayout &rows, InputField *field)
{
    const VariableSpec &spec = field->spec();
    auto *name = new QLabel(spec.required ? tr("%1 (required)").arg(spec.name) : spec.name);
    QFont bold = name->font();
    bold.setWeight(QFont::DemiBold);
    name->setFont(bold);
    name->setBuddy(field);
    rows.addWidget(name);
    if (!spec.description.isEmpty()) {
        auto *about = new QLabel(spec.description);
        about->setWordWrap(true);
        about->setForegroundRole(QPalette::PlaceholderText);
        rows.addWidget(about);
    }
    rows.addWidget(field);
    auto *note = new QLabel;
    note->setWordWrap(true);
    note->setVisible(false);
    rows.addWidget(note);
    rows.addSpacing(gap(*this, 0.75));
    m_notes.insert(field, note);
}

void InputsForm::rebuild()
{
    m_fields.clear();
    m_notes.clear();
    auto *content = new QWidget;
    content->setAutoFillBackground(false);
    auto *rows = new QVBoxLayout(content);
    const int space = gap(*this);
    rows->setContentsMargins(space, space, space, space);
    rows->setSpacing(gap(*this, 0.4));
    for (const VariableSpec &spec : m_document.variables()) {
        InputField *field = makeField(spec, m_document.folder(), content);
        m_fields.append(field);
        addRow(*rows, field);
        connect(field, &InputField::edited, this, [this, field](const std::optional<Value> &value) {
            if (value)
                m_document.setValue(field->spec().name, *value);
            else
                m_document.clearValue(field->spec().name);
            showProblems();
        });
        connect(field, &InputField::checked, this, &InputsForm::showProblems);
    }
    rows->addStretch(1);
    m_area->setWidget(content); // deletes the old one
    m_area->setVisible(!m_fields.isEmpty());
    m_empty->setVisible(m_fields.isEmpty());
    showValues();
}

void InputsForm::showValues()
{
    const Variables &values = m_document.values();
    for (InputField *field : std::as_const(m_fields)) {
        const auto found = values.constFind(field->spec().name);
        field->showValue(found == values.constEnd() ? std::nullopt : std::optional(*found));
    }
    showProblems();
}

void InputsForm::showProblems()
{
    for (const auto &[field, note] : m_notes.asKeyValueRange()) {
        const QString problem = field->problem();
        note->setText(problem);
        QPalette colours = note->palette();
        colours.setColor(QPalette::WindowText, color(ColorRole::Negative, palette()));
        note->setPalette(colours);
        note->setVisible(!problem.isEmpty());
    }
}

bool InputsForm::focusFirstProblem()
{
    for (InputField *field : std::as_const(m_fields)) {
        const VariableSpec &spec = field->spec();
        const bool missing
            = spec.required && !spec.fallback && !m_document.values().contains(spec.name);
        if (!missing && field->problem().isEmpty())
            continue;
        if (missing) {
            m_notes[field]->setText(tr("Needed for the run."));
            m_notes[field]->setVisible(true);
        }
        m_area->ensureWidgetVisible(field);
        field->setFocus();
        return true;
    }
    return false;
}

} // namespace Antiphon::Ui
