// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/store/project/jsonfile.h>
#include <antiphon/store/project/project.h>

#include <QSet>

#include <optional>

namespace Antiphon {

/// A file of the project that has been read, with what is needed to point into it.
struct ProjectSource {
    QString file = {};
    QByteArray text = {};
    Json value = {};
};

/// "when.any[1].result" and "dynamic.rules.0.when" as the steps of a path.
[[nodiscard]] QStringList stepsOf(QString path);

/// Reads one project: what is wrong goes to Project::problems. Used by loadProject() alone.
///
/// loadproject.cpp has the whole and the small kinds of files, loadfiles.cpp how any file is read,
/// loadprompts.cpp and loadtools.cpp the two large kinds, checkreferences.cpp what names what.
class Loader {
    using Source = ProjectSource;

public:
    explicit Loader(const QString &folder) { m_project.folder = folder; }

    Result<Project> load();

private:
    std::optional<Source> read(const QString &file, std::string_view kind);
    std::optional<QString> readText(const QString &file);
    bool hasKind(const Source &source, std::string_view kind);
    bool hasShape(const Source &source, std::string_view kind);
    QStringList slugs(const QString &folder, const QString &suffix);
    QString uniqueId(const Source &source);

    void loadPrompts();
    void loadVariants(PromptEntry &entry, const QString &folder, const Source &source);
    void loadScripts(PromptEntry &entry, const QString &folder, const Source &source);
    void loadInputs(PromptEntry &entry, const QString &folder);
    void loadTargets();
    void loadPolicies();
    void loadTools();
    void loadAnswers(Tool &tool, ToolEntry &entry, const Source &source);
    void checkTools(const PromptEntry &entry, const Source &source);
    void loadSnippets();
    void loadDatasets();
    void checkExamples(const PromptEntry &entry, const Source &source);
    void checkPrices();
    std::optional<Source> readPlain(const QString &file);
    void loadSchemas();
    void loadRules();
    void checkReferences();
    void checkDynamics(const PromptEntry &entry, const Source &source, const QStringList &targets,
                       const QStringList &policies);
    void checkSlugs(const Source &source, const QStringList &path, const QStringList &given,
                    const QStringList &known, const char *message);

    void report(const Source &source, const QStringList &path, const QString &message,
                Problem::Severity severity = Problem::Severity::Error);

    Project m_project;
    QSet<QString> m_ids;
    QStringList m_crlf;
    QList<Source> m_sources; // of what was loaded, for checkReferences()
};

} // namespace Antiphon
