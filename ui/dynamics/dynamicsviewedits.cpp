// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What DynamicsView does to the document; dynamicsview.cpp has what it shows.

#include "dynamics/dynamicsview.h"

#include "prompt/promptdocument.h"
#include "widgets/codeeditor.h"
#include "workspace.h"

#include <antiphon/core/jsontext.h>

#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

using Group = DynamicsModel::Group;

/// Reads what stands in the details. What cannot be a rule stays in its editor, with the reason.
void DynamicsView::applyDetails()
{
    m_applyTimer.stop();
    const auto at = m_at;
    Dynamics dynamics = m_document.dynamics();
    const bool rule = at && at->first == Group::Rules;
    if (!at || at->second >= (rule ? dynamics.rules.size() : dynamics.computed.size()))
        return;
    const auto refuse = [this](const QString &message, CodeEditor *editor, int line, int column) {
        m_fault->setText(message);
        m_fault->show();
        if (editor)
            editor->setMarks({{line, column, true, message}});
    };
    CodeEditor *jsonEditor = rule ? m_set : m_expression;
    const bool question = !rule && dynamics.computed[at->second].question.has_value();
    std::optional<Json> json;
    if (rule || question) {
        const auto read = parseJson(jsonEditor->toPlainText().toUtf8());
        if (!read) {
            refuse(tr("Line %1, column %2: %3")
                       .arg(read.error().line)
                       .arg(read.error().column)
                       .arg(read.error().message),
                   jsonEditor, read.error().line, read.error().column);
            return;
        }
        json = *read;
    }
    Json all = toJson(dynamics);
    if (rule) {
        Json &one = all["rules"][size_t(at->second)];
        one.insert_or_assign("when", toJson(QStringView(m_when->toPlainText())));
        one.insert_or_assign("set", *json);
        if (m_note->text().isEmpty())
            one.erase("note");
        else
            one.insert_or_assign("note", toJson(QStringView(m_note->text())));
    } else {
        const QString name = m_fieldName->text().trimmed();
        Json computed = jsonObject();
        for (qsizetype i = 0; i < dynamics.computed.size(); ++i) {
            const ComputedField &field = dynamics.computed[i];
            const bool mine = i == at->second;
            if (!mine && field.name == name) {
                refuse(tr("There is already a computed field “%1”.").arg(name), nullptr, 0, 0);
                return;
            }
            const Json value = !mine
                ? *Antiphon::find(*Antiphon::find(all, "computed"), toUtf8(field.name))
                : json ? *json
                       : toJson(QStringView(m_expression->toPlainText()));
            computed.insert_or_assign(toUtf8(mine ? name : field.name), value);
        }
        if (name.isEmpty()) {
            refuse(tr("Give the field a name."), nullptr, 0, 0);
            return;
        }
        all.insert_or_assign("computed", std::move(computed));
    }
    const Result<Dynamics> read = dynamicsFromJson(all);
    if (!read) {
        refuse(read.error().message, nullptr, 0, 0);
        return;
    }
    m_document.setDynamics(*read, rule ? tr("Change Rule") : tr("Change Computed Field"),
                           u"%1 %2"_s.arg(int(at->first)).arg(at->second));
    showFaults();
}

void DynamicsView::addRule()
{
    Dynamics dynamics = m_document.dynamics();
    const int row = int(dynamics.rules.size());
    dynamics.rules.append(
        {.when = Script(u"attempt.number > 1"_s, u"dynamic.rules.%1.when"_s.arg(row))});
    m_document.setDynamics(dynamics, tr("Add Rule"));
    select(Group::Rules, row);
    m_when->setFocus();
    m_when->selectAll();
}

static QString freeName(const Dynamics &dynamics)
{
    for (int number = 1;; ++number) {
        const QString name = number == 1 ? u"field"_s : u"field%1"_s.arg(number);
        if (std::ranges::find(dynamics.computed, name, &ComputedField::name)
            == dynamics.computed.end())
            return name;
    }
}

void DynamicsView::addField()
{
    Dynamics dynamics = m_document.dynamics();
    const QList<VariableSpec> variables = m_document.variables();
    const QString name = freeName(dynamics);
    const QString source
        = variables.isEmpty() ? u"1 + 1"_s : u"tokens(%1)"_s.arg(variables.first().name);
    dynamics.computed.append(
        {.name = name, .expression = Script(source, u"dynamic.computed."_s + name)});
    m_document.setDynamics(dynamics, tr("Add Computed Field"));
    select(Group::Computed, int(dynamics.computed.size()) - 1);
    m_fieldName->setFocus();
    m_fieldName->selectAll();
}

void DynamicsView::addQuestion()
{
    Dynamics dynamics = m_document.dynamics();
    PromptQuestion question;
    for (const PromptEntry &entry : m_workspace.project().prompts) {
        if (entry.prompt.slug == m_document.slug())
            continue;
        question.prompt = entry.prompt.slug;
        for (const VariableSpec &variable : entry.prompt.variables) {
            const QList<VariableSpec> mine = m_document.variables();
            if (std::ranges::find(mine, variable.name, &VariableSpec::name) != mine.end())
                question.inputs.append({variable.name, Script(variable.name, u"dynamic"_s)});
        }
        break;
    }
    dynamics.computed.append({.name = freeName(dynamics), .question = question});
    m_document.setDynamics(dynamics, tr("Add Answer of Another Prompt"));
    select(Group::Computed, int(dynamics.computed.size()) - 1);
    m_expression->setFocus();
}

void DynamicsView::remove()
{
    const auto at = current();
    if (!at)
        return;
    Dynamics dynamics = m_document.dynamics();
    const bool rule = at->first == Group::Rules;
    if (rule)
        dynamics.rules.removeAt(at->second);
    else
        dynamics.computed.removeAt(at->second);
    m_document.setDynamics(dynamics, rule ? tr("Delete Rule") : tr("Delete Computed Field"));
}

void DynamicsView::move(int step)
{
    const auto at = current();
    if (!at)
        return;
    if (at->first == Group::Rules) {
        moveRule(at->second, at->second + step);
        return;
    }
    Dynamics dynamics = m_document.dynamics();
    const int to = at->second + step;
    if (to < 0 || to >= dynamics.computed.size())
        return;
    dynamics.computed.move(at->second, to);
    m_document.setDynamics(dynamics, tr("Move Computed Field"));
    select(Group::Computed, to);
}

void DynamicsView::moveRule(int from, int to)
{
    Dynamics dynamics = m_document.dynamics();
    if (from < 0 || from >= dynamics.rules.size() || to < 0 || to >= dynamics.rules.size()
        || from == to)
        return;
    dynamics.rules.move(from, to);
    // Read again, so that each knows its place.
    const Result<Dynamics> read = dynamicsFromJson(toJson(dynamics));
    m_document.setDynamics(read.value_or(dynamics), tr("Move Rule"));
    select(Group::Rules, to);
}

void DynamicsView::fillSettingsMenu()
{
    QMenu *menu = m_addSetting->menu();
    menu->clear();
    const auto add = [this](QMenu &to, const QString &text, const QString &key, const Json &value) {
        connect(to.addAction(text), &QAction::triggered, this,
                [this, key, value] { addSetting(key, value); });
    };
    QMenu *parameters = menu->addMenu(tr("&Parameter"));
    const std::pair<const char *, Json> common[]
        = {{"temperature", Json(0.2)},        {"max_tokens", Json(1024)},    {"top_p", Json(0.9)},
           {"frequency_penalty", Json(0)},    {"presence_penalty", Json(0)}, {"seed", Json(1)},
           {"stop", jsonArray({Json("###")})}};
    for (const auto &[name, value] : common)
        add(*parameters, QString::fromLatin1(name), u"params."_s + QString::fromLatin1(name),
            value);
    const Project &project = m_workspace.project();
    const auto slugs = [&](const QString &title, const QString &key, const QStringList &names) {
        QMenu *to = menu->addMenu(title);
        for (const QString &name : names)
            add(*to, name, key, toJson(QStringView(name)));
        to->setEnabled(!names.isEmpty());
    };
    QStringList targets;
    for (const TargetEntry &entry : project.targets)
        targets.append(entry.target.slug);
    QStringList policies;
    for (const RetryEntry &entry : project.policies)
        policies.append(entry.slug);
    slugs(tr("&Target"), u"target"_s, targets);
    slugs(tr("&Retry Policy"), u"retry"_s, policies);
    slugs(tr("&Schema"), u"output.schema"_s, project.schemas.keys());
    add(*menu, tr("&Metadata"), u"metadata"_s, jsonObject({{"tag", Json("value")}}));
}

void DynamicsView::addSetting(const QString &key, const Json &value)
{
    const auto read = parseJson(m_set->toPlainText().toUtf8());
    Json set = read && read->is_object() ? *read : jsonObject();
    set.insert_or_assign(toUtf8(key), value);
    QTextCursor all(m_set->document());
    all.select(QTextCursor::Document);
    all.insertText(QString::fromUtf8(toPretty(set)).trimmed());
    m_set->setFocus();
}

void DynamicsView::undo()
{
    m_document.undoStack().undo();
}

void DynamicsView::redo()
{
    m_document.undoStack().redo();
}

} // namespace Antiphon::Ui
