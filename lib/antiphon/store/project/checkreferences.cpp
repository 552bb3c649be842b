// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/store/project/loader.h>

#include <antiphon/core/cost/price.h>
#include <antiphon/core/retry/presets.h>
#include <antiphon/core/words.h>
#include <antiphon/store/project/datasetfile.h>

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Antiphon {

using Source = ProjectSource;

// They are read where a run needs them (knownPrices()); what is wrong is said here.
void Loader::checkPrices()
{
    const QString file = u"prices.json"_s;
    if (!QFileInfo::exists(QDir(m_project.folder).filePath(file)))
        return;
    const auto source = read(file, "prices");
    if (!source)
        return;
    if (const auto table = priceTableFromJson(source->value); !table)
        report(*source, {}, table.error().message);
}

void Loader::checkSlugs(const Source &source, const QStringList &path, const QStringList &given,
                        const QStringList &known, const char *message)
{
    for (qsizetype i = 0; i < given.size(); ++i) {
        if (!known.contains(given[i]))
            report(source, path + QStringList {QString::number(i)},
                   Words::tr(message).arg(given[i]), Problem::Severity::Warning);
    }
}

/// Everything that names another file must name one that is there.
void Loader::checkReferences()
{
    QStringList targets;
    for (const TargetEntry &entry : m_project.targets)
        targets.append(entry.target.slug);
    QStringList policies {u"default"_s};
    for (const RetryPreset &preset : retryPresets())
        policies.append(preset.id);
    for (const RetryEntry &entry : m_project.policies)
        policies.append(entry.slug);

    const char *noTarget = QT_TRANSLATE_NOOP(
        "Words", "There is no target \"%1\". Add targets/%1.json or take the name out.");
    const char *noPolicy = QT_TRANSLATE_NOOP(
        "Words", "There is no retry policy \"%1\". Add retry/%1.json or take the name out.");
    const char *noSchema = QT_TRANSLATE_NOOP(
        "Words", "There is no schema \"%1\". Add schemas/%1.schema.json or take the name out.");
    const char *noRules = QT_TRANSLATE_NOOP(
        "Words", "There are no rules \"%1\". Add schemas/%1.rules.json or take the name out.");
    const auto checkPolicy
        = [&](const Source &source, const QStringList &path, const QString &slug) {
              if (!slug.isEmpty() && !policies.contains(slug) && !policyByName(slug))
                  report(source, path, Words::tr(noPolicy).arg(slug), Problem::Severity::Warning);
          };

    qsizetype at = 0;
    const Source &manifest = m_sources[at++];
    checkSlugs(manifest, {u"defaults"_s, u"targets"_s}, m_project.defaultTargets, targets,
               noTarget);
    checkPolicy(manifest, {u"defaults"_s, u"retry"_s}, m_project.defaultRetry);
    for (const TargetEntry &entry : m_project.targets) {
        const Source &source = m_sources[at++];
        checkSlugs(source, {u"fallback"_s}, entry.target.fallback, targets, noTarget);
        checkPolicy(source, {u"retry"_s}, entry.target.retry);
    }
    for (const PromptEntry &entry : m_project.prompts) {
        const Source &source = m_sources[at++];
        checkSlugs(source, {u"targets"_s}, entry.prompt.targets.value_or(QStringList {}), targets,
                   noTarget);
        checkPolicy(source, {u"retry"_s}, entry.prompt.retry);
        const OutputSpec output = entry.prompt.output.value_or(OutputSpec {});
        if (!output.schema.isEmpty() && !m_project.schemas.contains(output.schema))
            report(source, {u"output"_s, u"schema"_s}, Words::tr(noSchema).arg(output.schema),
                   Problem::Severity::Warning);
        if (!output.rules.isEmpty() && !m_project.rules.contains(output.rules))
            report(source, {u"output"_s, u"rules"_s}, Words::tr(noRules).arg(output.rules),
                   Problem::Severity::Warning);
        checkDynamics(entry, source, targets, policies);
        checkTools(entry, source);
        checkExamples(entry, source);
    }
}

/// Examples go with every call of the prompt, so their rows are read here too.
void Loader::checkExamples(const PromptEntry &entry, const Source &source)
{
    const QString &slug = entry.prompt.examples;
    if (slug.isEmpty())
        return;
    if (!m_project.datasets.contains(slug)) {
        report(source, {u"examples"_s},
               Words::tr("There is no dataset \"%1\". Add datasets/%1.csv or take the name out.")
                   .arg(slug),
               Problem::Severity::Warning);
        return;
    }
    const auto dataset = readDataset(m_project.folder, slug);
    if (!dataset) {
        if (!m_project.problems.contains(dataset.error()))
            m_project.problems.append(dataset.error());
    } else if (const auto examples = examplesOf(entry.prompt, *dataset); !examples) {
        report(source, {u"examples"_s}, examples.error().message, Problem::Severity::Warning);
    }
}

/// What rules choose and computed fields ask must be there too.
void Loader::checkDynamics(const PromptEntry &entry, const Source &source,
                           const QStringList &targets, const QStringList &policies)
{
    const auto check = [&](const QStringList &path, const QString &slug, const QStringList &known,
                           const QString &message) {
        if (!slug.isEmpty() && !known.contains(slug))
            report(source, path, message.arg(slug), Problem::Severity::Warning);
    };
    QStringList prompts;
    for (const PromptEntry &other : m_project.prompts)
        prompts.append(other.prompt.slug);
    const QString noTarget = Words::tr("There is no target \"%1\".");
    const Dynamics &dynamics = entry.prompt.dynamics;
    for (const ComputedField &field : dynamics.computed) {
        if (!field.question)
            continue;
        const QStringList path {u"dynamic"_s, u"computed"_s, field.name};
        check(path + QStringList {u"prompt"_s}, field.question->prompt, prompts,
              Words::tr("There is no prompt \"%1\" to ask."));
        check(path + QStringList {u"target"_s}, field.question->target, targets, noTarget);
    }
    for (qsizetype i = 0; i < dynamics.rules.size(); ++i) {
        const QStringList path {u"dynamic"_s, u"rules"_s, QString::number(i), u"set"_s};
        const Json &set = dynamics.rules[i].set;
        check(path + QStringList {u"target"_s}, textOf(set, "target"), targets, noTarget);
        check(path + QStringList {u"retry"_s}, textOf(set, "retry"), policies,
              Words::tr("There is no retry policy \"%1\"."));
    }
}

} // namespace Antiphon
