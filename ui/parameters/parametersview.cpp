// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "parameters/parametersview.h"

#include "parameters/parametersform.h"
#include "parameters/parameterwords.h"
#include "prompt/promptdocument.h"
#include "targets/modelwords.h"
#include "targets/targetedits.h"
#include "theme/icons.h"
#include "theme/metrics.h"
#include "widgets/elidedlabel.h"
#include "widgets/emptystate.h"
#include "widgets/searchfield.h"
#include "workspace.h"

#include <antiphon/net/clock.h>
#include <antiphon/store/builtin.h>

#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

ParametersView::ParametersView(const Context &context, Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_workspace(workspace)
    , m_pages(new QStackedWidget)
    , m_empty(new EmptyState(u"configure"_s, tr("Choose a target to see its parameters."),
                             tr("Show Targets")))
    , m_name(new ElidedLabel)
    , m_model(new ElidedLabel)
    , m_facts(new ElidedLabel)
    , m_save(new QToolButton)
    , m_filter(new QLineEdit)
    , m_area(new QScrollArea)
    , m_help(new QLabel)
{
    setObjectName(u"parametersView"_s);
    setAccessibleName(tr("Parameters"));
    QFont bold = m_name->font();
    bold.setWeight(QFont::DemiBold);
    m_name->setFont(bold);
    m_model->setForegroundRole(QPalette::PlaceholderText);
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    m_save->setIcon(icon(u"document-save"_s));
    m_save->setAutoRaise(true);
    m_filter->setPlaceholderText(tr("Search"));
    makeSearchField(*m_filter);
    m_filter->setAccessibleName(tr("Search parameters"));
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setAccessibleName(tr("Parameter fields"));
    m_help->setWordWrap(true);
    m_help->setTextFormat(Qt::PlainText);
    m_help->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_help->setForegroundRole(QPalette::PlaceholderText);
    m_help->setMinimumHeight(fontMetrics().lineSpacing() * 4);
    const int space = gap(*this, 0.75);
    m_help->setMargin(space);

    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(m_name);
    names->addWidget(m_model);
    names->addWidget(m_facts);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(gap(*this), space, space, 0);
    top->addLayout(names, 1);
    top->addWidget(m_save);
    auto *search = new QHBoxLayout;
    search->setContentsMargins(space, space, space, space);
    search->addWidget(m_filter);
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(top);
    column->addLayout(search);
    column->addWidget(m_area, 1);
    column->addWidget(m_help);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(page);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(m_pages);

    TargetEdits &edits = m_workspace.targets();
    connect(m_empty, &EmptyState::triggered, this, &ParametersView::targetsRequested);
    connect(m_save, &QToolButton::clicked, this, [this] { Q_EMIT saveRequested(m_slug); });
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (m_form)
            m_form->setFilter(text.trimmed());
    });
    connect(&edits, &TargetEdits::changed, this, [this](const QString &slug) {
        if (slug == m_slug)
            rebuild();
    });
    connect(&edits, &TargetEdits::modifiedChanged, this, &ParametersView::showValues);
    connect(&m_workspace, &Workspace::reloaded, this, &ParametersView::rebuild);
    connect(&m_workspace, &Workspace::closed, this, [this] {
        setDocument(nullptr);
        setTarget({});
    });
    rebuild();
}

void ParametersView::setTarget(const QString &slug)
{
    if (slug == m_slug)
        return;
    m_slug = slug;
    m_help->clear();
    rebuild();
}

void ParametersView::setDocument(PromptDocument *document)
{
    m_document = document;
    showValues();
}

/// Makes the form again when another kind of target is shown; its fields keep their focus else.
void ParametersView::rebuild()
{
    const Target *target = m_workspace.targets().target(m_slug);
    m_pages->setCurrentIndex(target ? 1 : 0);
    if (!target)
        return;
    const Provider *provider = findProvider(builtinProviders(), target->provider);
    const QString shape
        = QStringList {m_slug, target->provider, target->api, target->model}.join(u'\n');
    const ModelInfo model = provider ? modelInfo(m_workspace.prices(), *provider, target->model,
                                                 m_context.clock.wallNow().date())
                                     : ModelInfo {};
    m_facts->setText(model.simulated ? QString() : modelFacts(model));
    m_facts->setVisible(!m_facts->text().isEmpty());
    if (provider && (shape != m_shape || !m_form)) {
        m_shape = shape;
        m_form = new ParametersForm(parametersFor(builtinParameters(), *provider, *target, model));
        m_area->setWidget(m_form); // deletes the old one
        m_form->setAutoFillBackground(false);
        m_area->viewport()->setAutoFillBackground(false);
        connect(m_form, &ParametersForm::edited, this, &ParametersView::changeParameter);
        connect(m_form, &ParametersForm::extrasEdited, this, &ParametersView::changeExtras);
        connect(m_form, &ParametersForm::explained, m_help, &QLabel::setText);
        m_form->setFilter(m_filter->text().trimmed());
    }
    m_name->setText(displayName(*target));
    m_model->setText(tr("%1 · %2", "provider and model")
                         .arg(provider ? provider->name : target->provider, target->model));
    showValues();
}

void ParametersView::showValues()
{
    const Target *target = m_workspace.targets().target(m_slug);
    if (!target || !m_form)
        return;
    ParameterLayers layers {.project = m_workspace.project().parameters,
                            .target = target->parameters};
    if (m_document) {
        const Prompt prompt = m_document->prompt();
        layers.prompt = merged(prompt.parameters, prompt.targetParameters.value(m_slug));
    }
    m_form->showLayers(layers);
    const bool modified = m_workspace.targets().isModified(m_slug);
    m_save->setEnabled(modified);
    m_save->setToolTip(modified ? tr("Save Target %1").arg(displayName(*target))
                                : tr("The target has no changes."));
    m_save->setAccessibleName(tr("Save target"));
}

void ParametersView::changeParameter(const ParameterInfo &info, const std::optional<Json> &value)
{
    const Target *target = m_workspace.targets().target(m_slug);
    if (!target)
        return;
    Target after = *target;
    if (!setParameter(after.parameters, info, value))
        return; // the field says what is wrong
    m_workspace.targets().edit(
        after, tr("Change %1 of %2").arg(parameterTitle(info), displayName(after)), info.name);
}

void ParametersView::changeExtras(const Json &extras)
{
    const Target *target = m_workspace.targets().target(m_slug);
    if (!target || !m_form)
        return;
    Target after = *target;
    Parameters known;
    for (const ParameterInfo &info : m_form->infos()) {
        if (!info.common)
            std::ignore = setParameter(known, info, parameterValue(after.parameters, info));
    }
    after.parameters.extra = merged(known.extra, extras);
    m_workspace.targets().edit(after, tr("Change Extras of %1").arg(displayName(after)),
                               u"extras"_s);
}

void ParametersView::undo()
{
    m_workspace.targets().undoStack().undo();
}

void ParametersView::redo()
{
    m_workspace.targets().undoStack().redo();
}

} // namespace Antiphon::Ui
