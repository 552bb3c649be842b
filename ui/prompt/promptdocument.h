// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/store/project/project.h>

#include "projectdocument.h"
#include "prompt/templatefindings.h"

#include <QMap>
#include <QTextDocument>
#include <QTimer>
#include <QUndoStack>

#include <functional>

namespace Antiphon::Ui {

/// What a prompt says of the tools that models may call.
struct ToolOffer {
    QStringList tools = {}; ///< Slugs.
    QString choice = QStringLiteral("auto"); ///< "auto", "none", "required" or a slug.
    int steps = Prompt {}.toolSteps; ///< So often tools may answer in one call.

    friend bool operator==(const ToolOffer &, const ToolOffer &) = default;
};

/// An open prompt: the text of its variants, its input sets and its targets, as edited.
///
/// Values only; what is on disk changes with save() alone. The last input set is "Scratch": values
/// to try, never written to the project.
class PromptDocument : public ProjectDocument {
    Q_OBJECT

public:
    PromptDocument(const PromptEntry &entry, const Project &project, QObject *parent = nullptr);

    [[nodiscard]] const QString &slug() const override;
    [[nodiscard]] QString title() const override;
    void setTitle(const QString &title); ///< As it was written to the project.
    [[nodiscard]] const QString &folder() const; ///< The project's.

    /// The prompt with the current variant's text as edited.
    [[nodiscard]] Prompt prompt() const;

    [[nodiscard]] QStringList variants() const; ///< "default" first.
    [[nodiscard]] const QString &variant() const;
    void setVariant(const QString &name);

    /// The current variant's text, for the editor.
    [[nodiscard]] QTextDocument &text() const;

    /// What reading the current text told last, at most 300 ms after a change.
    [[nodiscard]] const TemplateFindings &check() const;
    void checkNow();

    /// Declared variables, then those that only the template knows.
    [[nodiscard]] QList<VariableSpec> variables() const;

    [[nodiscard]] QStringList inputSets() const; ///< Names; the last one is Scratch.
    [[nodiscard]] int inputSet() const;
    void setInputSet(int index);
    [[nodiscard]] bool isScratch(int index) const;
    [[nodiscard]] const Variables &values() const;
    void setValue(const QString &name, const Value &value);
    void clearValue(const QString &name);

    /// How the answer is read as a value; empty: it is text.
    [[nodiscard]] const std::optional<OutputSpec> &output() const;

    /// Can be undone; \p what names the change in "Undo %1".
    void setOutput(const std::optional<OutputSpec> &output, const QString &what);

    /// Slug of the dataset with examples that go before the question; empty: none.
    [[nodiscard]] const QString &examples() const;
    void setExamples(const QString &dataset, const QString &what); ///< Can be undone.

    /// Computed fields, rules, and the scripts as edited.
    [[nodiscard]] Dynamics dynamics() const;

    /// Takes computed fields and rules; the scripts are documents of their own. Can be undone.
    /// Changes with the same \p key that follow each other are one step.
    void setDynamics(const Dynamics &dynamics, const QString &what, const QString &key = {});
    [[nodiscard]] QTextDocument &script(PromptScript which) const;

    [[nodiscard]] const ToolOffer &toolOffer() const;

    /// Can be undone. Changes with the same \p key that follow each other are one step.
    void setToolOffer(const ToolOffer &use, const QString &what, const QString &key = {});

    /// Something was renamed in the project, which \p rename makes a prompt follow; it tells
    /// whether the prompt named it.
    void follow(const std::function<bool(Prompt &)> &rename);

    /// Of output, examples, tools and dynamics; texts have their own.
    [[nodiscard]] QUndoStack &undoStack() { return m_stack; }

    [[nodiscard]] QStringList targets() const; ///< Slugs that a run goes to, in column order.
    void setTargets(const QStringList &slugs);

    [[nodiscard]] bool isModified() const override;
    [[nodiscard]] Result<> save() override;

    /// What was edited and not saved, without secrets; an empty object when there is nothing.
    [[nodiscard]] Json draft() const;

    /// Puts a draft() back. Nothing is saved by that.
    void restore(const Json &draft);

    /// Everything as \p entry has it; edits are given up.
    void reset(const PromptEntry &entry, const Project &project);

Q_SIGNALS:
    void variantChanged();
    void checked();
    void variablesChanged();
    void inputSetChanged();
    void valuesChanged();
    void targetsChanged();
    void outputChanged();
    void examplesChanged();
    void toolOfferChanged();
    void dynamicsChanged(); ///< Also by a script.
    void titleChanged();

private:
    class SettingsEdit;

    /// What is edited together, and undone on one stack.
    struct Settings {
        std::optional<OutputSpec> output = {};
        QString examples = {};
        ToolOffer tools = {};
        Dynamics dynamics = {}; ///< Its scripts stand in the texts.
    };

    void addText(const QString &variant, const QString &text);
    void setScripts(const Dynamics &dynamics);
    [[nodiscard]] static Settings settingsOf(const Prompt &prompt);
    void applySettings(const Settings &settings);
    [[nodiscard]] bool settingsChanged() const;
    [[nodiscard]] Result<> saveSettings();
    void updateModified();
    [[nodiscard]] InputSet &set();

    Project m_project; ///< Folder, snippets and this prompt alone.
    PromptEntry m_entry;
    QMap<QString, QTextDocument *> m_texts;
    QString m_variant;
    QList<InputSet> m_sets;
    QList<bool> m_setChanged;
    int m_set = 0;
    QStringList m_targets;
    bool m_targetsChanged = false;
    Settings m_settings;
    QTextDocument *m_config = nullptr;
    QTextDocument *m_parser = nullptr;
    QUndoStack m_stack;
    bool m_modified = false;
    TemplateFindings m_check;
    QStringList m_names;
    QTimer m_checkTimer;
};

} // namespace Antiphon::Ui
