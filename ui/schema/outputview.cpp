// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schema/outputview.h"

#include "prompt/promptdocument.h"
#include "schema/schemafit.h"
#include "theme/metrics.h"
#include "widgets/factstable.h"
#include "workspace.h"

#include <antiphon/store/project/datasetfile.h>

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

OutputView::OutputView(PromptDocument &document, Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_workspace(workspace)
    , m_value(new QCheckBox(tr("Ask for a &value with fields instead of text")))
    , m_form(new QWidget)
    , m_shown(new QWidget)
    , m_examples(new QComboBox)
    , m_aboutExamples(new QLabel)
    , m_schema(new QComboBox)
    , m_edit(new QPushButton(tr("Edit Schema")))
    , m_new(new QPushButton(tr("New Schema…")))
    , m_mode(new QComboBox)
    , m_rules(new QComboBox)
    , m_lenient(new QCheckBox(tr("Read &leniently")))
    , m_about(new QLabel)
    , m_fits(new FactsTable(tr("How each target is asked"),
                            {tr("Target"), tr("Is asked by"), tr("Is not told")}))
{
    setObjectName(u"outputView"_s);
    m_schema->setAccessibleName(tr("Schema of the value"));
    m_schema->setMinimumContentsLength(14);
    m_mode->setAccessibleName(tr("How the value is asked for"));
    m_mode->addItem(tr("Automatic: what the target does best"), int(OutputSpec::Mode::Auto));
    m_mode->addItem(tr("A tool the model has to call"), int(OutputSpec::Mode::Tool));
    m_mode->addItem(tr("JSON mode, with the schema in words"), int(OutputSpec::Mode::JsonText));
    m_mode->addItem(tr("The service's own schema mode"), int(OutputSpec::Mode::Strict));
    m_rules->setAccessibleName(tr("Rules beyond the schema"));
    m_rules->setToolTip(tr("Conditions over several fields, edited beside the schema"));
    m_lenient->setToolTip(tr("Fences and text around the JSON are cut away, and \"42\" is taken "
                             "for a number where one is asked for"));
    m_examples->setAccessibleName(tr("Dataset with examples"));
    m_examples->setMinimumContentsLength(14);
    m_examples->setToolTip(tr("Its rows go before the question, each as a question with its "
                              "answer"));
    m_aboutExamples->setWordWrap(true);
    m_aboutExamples->setForegroundRole(QPalette::PlaceholderText);
    m_about->setWordWrap(true);
    m_about->setForegroundRole(QPalette::PlaceholderText);

    auto *schemaRow = new QHBoxLayout;
    schemaRow->addWidget(m_schema, 1);
    schemaRow->addWidget(m_edit);
    schemaRow->addWidget(m_new);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->addRow(tr("&Schema"), schemaRow);
    form->addRow(tr("Asked &by"), m_mode);
    form->addRow(tr("&Rules"), m_rules);
    form->addRow(QString(), m_lenient);
    if (auto *label = qobject_cast<QLabel *>(form->labelForField(schemaRow)))
        label->setBuddy(m_schema);
    auto *inner = new QVBoxLayout(m_form);
    inner->setContentsMargins({});
    inner->addLayout(form);
    inner->addSpacing(gap(*this));
    inner->addWidget(m_fits, 1);
    auto *rows = new QVBoxLayout(this);
    const int space = gap(*this, 1.5);
    rows->setContentsMargins(space, space, space, space);
    rows->setSpacing(gap(*this));
    rows->addWidget(m_value);
    rows->addWidget(m_about);
    rows->addWidget(m_shown);
    rows->addWidget(m_form, 1);
    rows->addStretch(0);
    auto *examples = new QHBoxLayout(m_shown);
    examples->setContentsMargins({});
    auto *title = new QLabel(tr("E&xamples"));
    title->setBuddy(m_examples);
    examples->addWidget(title);
    examples->addWidget(m_examples);
    examples->addWidget(m_aboutExamples, 1);

    connect(m_value, &QCheckBox::clicked, this, [this](bool value) {
        if (value && m_schema->count() == 0)
            Q_EMIT newSchemaRequested();
        apply(value ? tr("Ask for a Value") : tr("Ask for Text"));
    });
    connect(m_schema, &QComboBox::activated, this, [this] { apply(tr("Choose Schema")); });
    connect(m_mode, &QComboBox::activated, this, [this] { apply(tr("Choose Output Mode")); });
    connect(m_rules, &QComboBox::activated, this, [this] { apply(tr("Choose Rules")); });
    connect(m_lenient, &QCheckBox::clicked, this, [this] { apply(tr("Change Leniency")); });
    connect(m_examples, &QComboBox::activated, this, [this] {
        m_document.setExamples(m_examples->currentData().toString(), tr("Choose Examples"));
    });
    connect(m_edit, &QPushButton::clicked, this,
            [this] { Q_EMIT editSchemaRequested(m_schema->currentData().toString()); });
    connect(m_new, &QPushButton::clicked, this, &OutputView::newSchemaRequested,
            Qt::QueuedConnection);
    connect(&document, &PromptDocument::outputChanged, this, &OutputView::showAll);
    connect(&document, &PromptDocument::examplesChanged, this, &OutputView::showExamples);
    connect(&document, &PromptDocument::targetsChanged, this, &OutputView::showTargets);
    connect(&workspace, &Workspace::reloaded, this, &OutputView::showAll);
    connect(&workspace, &Workspace::schemaChanged, this, &OutputView::showTargets);
    connect(&workspace.targets(), &TargetEdits::changed, this, &OutputView::showTargets);
    showAll();
}

static void fill(QComboBox &box, const QStringList &slugs, const QString &chosen,
                 const QString &none)
{
    box.clear();
    if (!none.isEmpty())
        box.addItem(none, QString());
    for (const QString &slug : slugs)
        box.addItem(slug, slug);
    if (!chosen.isEmpty() && !slugs.contains(chosen))
        //: a schema or dataset that the prompt names and the project does not have
        box.addItem(OutputView::tr("%1 (missing)").arg(chosen), chosen);
    box.setCurrentIndex(std::max(0, box.findData(chosen)));
}

void OutputView::showAll()
{
    const QScopedValueRollback filling(m_filling, true);
    const std::optional<OutputSpec> &output = m_document.output();
    const Project &project = m_workspace.project();
    m_value->setChecked(output.has_value());
    const OutputSpec spec = output.value_or(OutputSpec {});
    const bool schemaless = output && spec.mode == OutputSpec::Mode::JsonText;
    fill(*m_schema, project.schemas.keys(), spec.schema,
         schemaless ? tr("Any JSON object") : QString());
    fill(*m_rules, project.rules.keys(), spec.rules, tr("None"));
    m_mode->setCurrentIndex(m_mode->findData(int(spec.mode)));
    m_lenient->setChecked(spec.lenient);
    m_form->setVisible(output.has_value());
    m_edit->setEnabled(project.schemas.contains(m_schema->currentData().toString()));
    m_about->setText(output ? tr("Answers are read, checked against the schema, and sent back to "
                                 "the model where they do not fit, as often as the retry policy "
                                 "says.")
                            : tr("The answer is shown as text, as the model writes it."));
    showExamples();
    showTargets();
}

void OutputView::showExamples()
{
    const QStringList &datasets = m_workspace.project().datasets;
    const QString &chosen = m_document.examples();
    fill(*m_examples, datasets, chosen, tr("None"));
    m_shown->setVisible(!datasets.isEmpty() || !chosen.isEmpty());
    if (chosen.isEmpty()) {
        m_aboutExamples->setText(tr("The question stands alone."));
        return;
    }
    const auto dataset = readDataset(m_document.folder(), chosen);
    if (!dataset) {
        m_aboutExamples->setText(toText(dataset.error()));
        return;
    }
    const auto examples = examplesOf(m_document.prompt(), *dataset);
    m_aboutExamples->setText(
        examples ? tr("%Ln example(s) go before the question, with answers in the form of this "
                      "prompt.",
                      nullptr, int(examples->size()))
                 : examples.error().message);
}

void OutputView::showTargets()
{
    if (!m_document.output())
        return;
    const OutputSpec &output = *m_document.output();
    const Project &project = m_workspace.project();
    QList<QStringList> rows;
    const auto schema = project.schemas.constFind(output.schema);
    for (const QString &slug : m_document.targets()) {
        const TargetEntry *entry = findTarget(project, slug);
        if (!entry || schema == project.schemas.constEnd())
            continue;
        rows.append(fitRow(schemaFit(*schema, output.schema, output, entry->target)));
    }
    m_fits->setRows(rows);
}

OutputSpec OutputView::chosen() const
{
    OutputSpec spec = m_document.output().value_or(OutputSpec {});
    spec.schema = m_schema->currentData().toString();
    spec.rules = m_rules->currentData().toString();
    spec.mode = OutputSpec::Mode(m_mode->currentData().toInt());
    spec.lenient = m_lenient->isChecked();
    return spec;
}

void OutputView::apply(const QString &what)
{
    if (m_filling)
        return;
    m_document.setOutput(m_value->isChecked() ? std::optional(chosen()) : std::nullopt, what);
    showAll(); // also when nothing changed
}

void OutputView::undo()
{
    m_document.undoStack().undo();
}

void OutputView::redo()
{
    m_document.undoStack().redo();
}

} // namespace Antiphon::Ui
