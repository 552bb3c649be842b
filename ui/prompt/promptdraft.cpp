// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What of a prompt document survives the program's end without being saved.

#include "prompt/promptdocument.h"
#include "prompt/settingsedit.h"

#include <antiphon/store/project/projectjson.h>

#include <QTextCursor>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

/// The values of one set that can be written down: no secrets, no files.
static Json valuesOf(const Variables &values, const QList<VariableSpec> &specs)
{
    Json object = jsonObject();
    for (const auto &[name, value] : values.asKeyValueRange()) {
        const auto spec = std::ranges::find(specs, name, &VariableSpec::name);
        const bool secret = spec != specs.end() && spec->sensitive;
        if (const auto *json = std::get_if<Json>(&value.held); json && !secret)
            object.insert_or_assign(toUtf8(name), *json);
    }
    return object;
}

Json PromptDocument::draft() const
{
    Json texts = jsonObject();
    for (const auto &[variant, text] : m_texts.asKeyValueRange()) {
        if (text->isModified())
            texts.insert_or_assign(toUtf8(variant), toJson(QStringView(text->toPlainText())));
    }
    Json sets = jsonObject();
    for (qsizetype i = 0; i < m_sets.size(); ++i) {
        if (m_setChanged[i])
            sets.insert_or_assign(toUtf8(m_sets[i].slug),
                                  valuesOf(m_sets[i].values, m_entry.prompt.variables));
    }
    Json draft = jsonObject();
    if (!texts.empty())
        draft.insert_or_assign("texts", std::move(texts));
    if (!sets.empty())
        draft.insert_or_assign("inputs", std::move(sets));
    if (m_targetsChanged) {
        Json slugs = jsonArray();
        for (const QString &slug : m_targets)
            slugs.push_back(toJson(QStringView(slug)));
        draft.insert_or_assign("targets", std::move(slugs));
    }
    if (settingsChanged()) {
        const Json file = promptJson({.prompt = prompt()});
        Json settings = jsonObject();
        for (const char *key :
             {"output", "examples", "tools", "toolChoice", "toolSteps", "dynamic"}) {
            if (const Json *value = find(file, key))
                settings.insert_or_assign(key, *value);
        }
        draft.insert_or_assign("settings", std::move(settings));
    }
    Json scripts = jsonObject();
    for (const auto &[name, text] :
         {std::pair("config", m_config), std::pair("parser", m_parser)}) {
        if (text->isModified())
            scripts.insert_or_assign(name, toJson(QStringView(text->toPlainText())));
    }
    if (!scripts.empty())
        draft.insert_or_assign("scripts", std::move(scripts));
    return draft;
}

void PromptDocument::restore(const Json &draft)
{
    if (const Json *texts = find(draft, "texts"); texts && texts->is_object()) {
        for (const auto &member : texts->object_range()) {
            if (QTextDocument *text = m_texts.value(fromUtf8(member.key()))) {
                QTextCursor all(text); // an edit that can be undone
                all.select(QTextCursor::Document);
                all.insertText(toText(member.value()));
            }
        }
    }
    if (const Json *sets = find(draft, "inputs"); sets && sets->is_object()) {
        for (qsizetype i = 0; i < m_sets.size(); ++i) {
            const Json *values = find(*sets, toUtf8(m_sets[i].slug));
            if (!values || !values->is_object())
                continue;
            for (const auto &member : values->object_range())
                m_sets[i].values.insert(fromUtf8(member.key()), member.value());
            m_setChanged[i] = true;
        }
    }
    if (const Json *slugs = find(draft, "targets"); slugs && slugs->is_array()) {
        QStringList targets;
        for (const Json &slug : slugs->array_range())
            targets.append(toText(slug));
        setTargets(targets);
    }
    if (const Json *settings = find(draft, "settings")) {
        if (const Result<Prompt> read = promptFromJson(slug(), *settings))
            m_stack.push(new SettingsEdit(*this, settingsOf(*read), tr("Restore Settings"), {}));
    }
    if (const Json *scripts = find(draft, "scripts"); scripts && scripts->is_object()) {
        for (const auto &[name, text] :
             {std::pair("config", m_config), std::pair("parser", m_parser)}) {
            const Json *held = find(*scripts, name);
            if (!held)
                continue;
            QTextCursor all(text);
            all.select(QTextCursor::Document);
            all.insertText(toText(*held));
        }
    }
    updateModified();
    checkNow();
    Q_EMIT valuesChanged();
}

} // namespace Antiphon::Ui
