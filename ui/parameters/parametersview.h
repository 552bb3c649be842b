// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "context.h"

#include <antiphon/core/config/parameterinfo.h>

#include <QPointer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QScrollArea;
class QStackedWidget;
class QToolButton;

namespace Antiphon::Ui {

class ElidedLabel;
class EmptyState;
class ParametersForm;
class PromptDocument;
class Workspace;

/// The parameters of the target that is chosen in the list, to be changed.
class ParametersView : public QWidget {
    Q_OBJECT

public:
    ParametersView(const Context &context, Workspace &workspace, QWidget *parent = nullptr);

    void setTarget(const QString &slug);
    [[nodiscard]] const QString &target() const { return m_slug; }

    /// The prompt whose own parameters are shown beside; nullptr: none.
    void setDocument(PromptDocument *document);

public Q_SLOTS:
    void undo();
    void redo();

Q_SIGNALS:
    void saveRequested(const QString &slug);
    void targetsRequested();

private:
    void rebuild();
    void showValues();
    void changeParameter(const ParameterInfo &info, const std::optional<Json> &value);
    void changeExtras(const Json &extras);

    Context m_context;
    Workspace &m_workspace;
    QPointer<PromptDocument> m_document;
    QString m_slug;
    QString m_shape; ///< Provider, api and model the form was made for.
    QStackedWidget *m_pages;
    EmptyState *m_empty;
    ElidedLabel *m_name;
    ElidedLabel *m_model;
    ElidedLabel *m_facts;
    QToolButton *m_save;
    QLineEdit *m_filter;
    QScrollArea *m_area;
    ParametersForm *m_form = nullptr;
    QLabel *m_help;
};

} // namespace Antiphon::Ui
