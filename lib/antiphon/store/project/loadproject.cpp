// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/cost/price.h>
#include <antiphon/core/extract/extraction.h>
#include <antiphon/core/extract/jsonschema.h>
#include <antiphon/core/retry/presets.h>
#include <antiphon/store/project/inputsfile.h>
#include <antiphon/store/project/jsonfile.h>
#include <antiphon/store/project/loader.h>
#include <antiphon/store/project/projectjson.h>
#include <antiphon/store/project/shapes.h>

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Antiphon {

using Source = ProjectSource;

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(loadproject)
};
} // namespace

void Loader::report(const Source &source, const QStringList &path, const QString &message,
                    Problem::Severity severity)
{
    const TextPlace place = path.isEmpty() ? TextPlace {} : locate(source.text, path);
    m_project.problems.append({.severity = severity,
                               .file = source.file,
                               .line = place.line,
                               .column = place.column,
                               .message = message});
}

/// "when.any[1].result" and "dynamic.rules.0.when" as the steps of a path.
static QStringList pathOf(QString path)
{
    path.replace(u'[', u'.').remove(u']');
    return path.split(u'.');
}

std::optional<Source> Loader::read(const QString &file, std::string_view kind)
{
    auto text = readProjectText(m_project.folder, file);
    if (!text) {
        m_project.problems.append(text.error());
        return {};
    }
    if (text->hadCrlf)
        m_crlf.append(file);
    auto value = parseProjectJson(*text, file);
    if (!value) {
        m_project.problems.append(value.error());
        return {};
    }
    Source source {.file = file, .text = text->bytes, .value = *std::move(value)};
    if (!hasKind(source, kind) || !hasShape(source, kind))
        return {};
    return source;
}

bool Loader::hasKind(const Source &source, std::string_view kind)
{
    const QString wanted = fromUtf8(kind) + u"/1"_s;
    if (!source.value.is_object()) {
        report(source, {}, Words::tr("The file must hold one object in braces."));
        return false;
    }
    const QString given = textOf(source.value, "antiphon");
    if (given == wanted)
        return true;
    bool isNumber = false;
    const int version = given.section(u'/', 1).toInt(&isNumber);
    if (isNumber && version > 1 && given.section(u'/', 0, 0) == fromUtf8(kind))
        report(
            source, {u"antiphon"_s},
            Words::tr("The file was written by a newer Antiphon (%1). It is left as it is; install "
                      "that version to use it.")
                .arg(given));
    else if (given.isEmpty())
        report(
            source, {},
            Words::tr("The first member must be \"antiphon\": \"%1\", which says what the file is.")
                .arg(wanted));
    else
        report(source, {u"antiphon"_s},
               Words::tr("The file says it is \"%1\"; here belongs \"%2\".").arg(given, wanted));
    return false;
}

bool Loader::hasShape(const Source &source, std::string_view kind)
{
    bool good = true;
    for (const ShapeFinding &finding : checkShape(kind, source.value)) {
        good = good && finding.unknown;
        report(source, finding.path, finding.message,
               finding.unknown ? Problem::Severity::Hint : Problem::Severity::Error);
    }
    return good;
}

std::optional<QString> Loader::readText(const QString &file)
{
    const auto text = readProjectText(m_project.folder, file);
    if (!text) {
        m_project.problems.append(text.error());
        return {};
    }
    if (text->hadCrlf)
        m_crlf.append(file);
    if (const int line = conflictLine(text->bytes); line > 0)
        m_project.problems.append(
            {.severity = Problem::Severity::Warning,
             .file = file,
             .line = line,
             .column = 1,
             .message
             = Words::tr("Two versions of this text were merged and a conflict is left. Keep "
                         "one side and remove the lines with <<<<<<<, ======= and >>>>>>>.")});
    return QString::fromUtf8(text->bytes);
}

/// The slugs of files "<slug><suffix>" in \p folder; of its folders for an empty suffix.
QStringList Loader::slugs(const QString &folder, const QString &suffix)
{
    const QDir dir(QDir(m_project.folder).filePath(folder));
    const auto kind = suffix.isEmpty() ? QDir::Dirs : QDir::Files;
    QStringList slugs;
    for (const QString &name : dir.entryList(kind | QDir::NoDotAndDotDot | QDir::System)) {
        if (!name.endsWith(suffix))
            continue;
        const QString slug = name.chopped(suffix.size());
        if (isSlug(slug))
            slugs.append(slug);
        else
            m_project.problems.append(
                {.severity = Problem::Severity::Warning,
                 .file = folder + u'/' + name,
                 .message
                 = Words::tr("The name may only have lower case letters a-z, digits, \"-\" and "
                             "\"_\". Rename it; until then it is left out.")});
    }
    slugs.sort();
    return slugs;
}

/// The file's id; a new one when another file has it already, as in a copy.
QString Loader::uniqueId(const Source &source)
{
    const QString id = textOf(source.value, "id");
    if (id.isEmpty() || !m_ids.contains(id)) {
        m_ids.insert(id);
        return id;
    }
    report(source, {u"id"_s},
           Words::tr(
               "Another file has the same id, so this one was given a new id. It is written when "
               "you save."),
           Problem::Severity::Hint);
    return newId();
}

Result<Project> Loader::load()
{
    const QFileInfo info(m_project.folder);
    const QString manifest = u"antiphon.json"_s;
    if (!info.isDir())
        return fail(ErrorKind::Setup, Words::tr("There is no folder %1.").arg(m_project.folder),
                    u"no-project"_s);
    m_project.folder = info.absoluteFilePath();
    m_project.name = QDir(m_project.folder).dirName();
    if (!QFileInfo::exists(QDir(m_project.folder).filePath(manifest)))
        return fail(
            ErrorKind::Setup,
            Words::tr("%1 is no Antiphon project: it has no antiphon.json. Open another folder, "
                      "or make a project there.")
                .arg(m_project.folder),
            u"no-project"_s);
    const auto source = read(manifest, "project");
    if (!source) {
        const auto isError
            = [](const Problem &p) { return p.severity == Problem::Severity::Error; };
        return std::unexpected(toError(*std::ranges::find_if(m_project.problems, isError)));
    }
    if (const auto done = readManifest(source->value, m_project); !done)
        return std::unexpected(toError({.file = manifest, .message = done.error().message}));
    m_project.file = source->value;
    if (const Json *format = find(source->value, "format"); format && format->as<int>() > 1) {
        m_project.readOnly = true;
        report(
            *source, {u"format"_s},
            Words::tr("This project was written by a newer Antiphon (format %1). It is opened read "
                      "only.")
                .arg(format->as<int>()),
            Problem::Severity::Warning);
    }
    m_sources.append(*source);
    m_ids.insert(m_project.id);

    loadSnippets();
    loadSchemas();
    loadRules();
    loadPolicies();
    loadTools();
    loadTargets();
    loadPrompts();
    checkReferences();
    checkPrices();
    if (!m_crlf.isEmpty())
        m_project.problems.append(
            {.severity = Problem::Severity::Hint,
             .file = m_crlf.first(),
             .message
             = Words::tr("%n file(s) have Windows line ends; they get plain ones when they are "
                         "saved.",
                         nullptr, int(m_crlf.size()))});
    return std::move(m_project);
}

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

void Loader::loadSnippets()
{
    for (const QString &slug : slugs(u"snippets"_s, u".tmpl"_s)) {
        if (const auto text = readText(u"snippets/%1.tmpl"_s.arg(slug)))
            m_project.snippets.insert(slug, *text);
    }
}

/// A JSON file that is in no wrapper of ours.
std::optional<Source> Loader::readPlain(const QString &file)
{
    auto text = readProjectText(m_project.folder, file);
    if (!text) {
        m_project.problems.append(text.error());
        return {};
    }
    if (text->hadCrlf)
        m_crlf.append(file);
    auto value = parseProjectJson(*text, file);
    if (!value) {
        m_project.problems.append(value.error());
        return {};
    }
    return Source {.file = file, .text = text->bytes, .value = *std::move(value)};
}

void Loader::loadSchemas()
{
    for (const QString &slug : slugs(u"schemas"_s, u".schema.json"_s)) {
        const auto source = readPlain(u"schemas/%1.schema.json"_s.arg(slug));
        if (!source)
            continue;
        if (const auto schema = JsonSchema::read(source->value); !schema)
            report(*source, {}, schema.error().message);
        else
            m_project.schemas.insert(slug, source->value);
    }
}

void Loader::loadRules()
{
    for (const QString &slug : slugs(u"schemas"_s, u".rules.json"_s)) {
        const auto source = readPlain(u"schemas/%1.rules.json"_s.arg(slug));
        if (!source || !hasKind(*source, "rules"))
            continue;
        if (const auto rules = answerRulesFromJson(source->value); !rules)
            report(*source, {}, rules.error().message);
        else
            m_project.rules.insert(slug, source->value);
    }
}

void Loader::loadPolicies()
{
    for (const QString &slug : slugs(u"retry"_s, u".json"_s)) {
        const auto source = read(u"retry/%1.json"_s.arg(slug), "retry");
        if (!source)
            continue;
        auto policy = policyFromJson(source->value);
        if (!policy) {
            report(*source, {}, policy.error().message);
            continue;
        }
        policy->slug = slug;
        for (const ScriptError &fault : faults(*policy))
            report(*source, pathOf(fault.file), fault.message);
        (void)uniqueId(*source);
        m_project.policies.append({slug, *std::move(policy), source->value});
    }
}

void Loader::loadTargets()
{
    for (const QString &slug : slugs(u"targets"_s, u".json"_s)) {
        const auto source = read(u"targets/%1.json"_s.arg(slug), "target");
        if (!source)
            continue;
        auto target = targetFromJson(slug, source->value);
        if (!target) {
            report(*source, {}, target.error().message);
            continue;
        }
        target->id = uniqueId(*source);
        m_project.targets.append({*std::move(target), source->value});
        m_sources.append(*source);
    }
}

void Loader::loadPrompts()
{
    for (const QString &slug : slugs(u"prompts"_s, {})) {
        const QString folder = u"prompts/"_s + slug;
        const auto source = read(folder + u"/prompt.json"_s, "prompt");
        if (!source)
            continue;
        auto prompt = promptFromJson(slug, source->value);
        if (!prompt) {
            report(*source, {}, prompt.error().message);
            continue;
        }
        PromptEntry entry {.prompt = *std::move(prompt), .file = source->value};
        entry.prompt.id = uniqueId(*source);
        loadVariants(entry, folder, *source);
        if (!entry.variants.contains(u"default"_s))
            continue;
        entry.prompt.text = entry.variants.value(u"default"_s);
        loadScripts(entry, folder, *source);
        loadInputs(entry, folder);
        m_project.prompts.append(std::move(entry));
        m_sources.append(*source);
    }
}

void Loader::loadVariants(PromptEntry &entry, const QString &folder, const Source &source)
{
    const auto files = variantFilesOf(source.value);
    for (const auto &[name, file] : files.asKeyValueRange()) {
        // A variant stays in its prompt's folder, so that moving the folder moves it whole.
        if (file.contains(u'/') || file.isEmpty()) {
            report(source, {u"variants"_s, name},
                   Words::tr("\"variants.%1\" must be the name of a file beside prompt.json.")
                       .arg(name));
            continue;
        }
        if (const auto text = readText(folder + u'/' + file)) {
            entry.variants.insert(name, *text);
            entry.variantFiles.insert(name, file);
        }
    }
    if (!files.contains(u"default"_s))
        report(source, {u"variants"_s},
               Words::tr(
                   "\"variants\" needs a \"default\", the text that is used when none is chosen."));
}

/// dynamic.js and parse.js. Scripts with faults are kept, so that they can be mended in the window;
/// a call that needs them fails with the same words.
void Loader::loadScripts(PromptEntry &entry, const QString &folder, const Source &source)
{
    Dynamics &dynamics = entry.prompt.dynamics;
    for (const auto &[name, script] : {std::pair(u"dynamic.js"_s, &dynamics.config),
                                       std::pair(u"parse.js"_s, &dynamics.parser)}) {
        const QString file = folder + u'/' + name;
        if (!QFileInfo::exists(QDir(m_project.folder).filePath(file)))
            continue;
        if (const auto text = readText(file))
            *script = Script(*text, name, Script::Form::Module);
    }
    for (const ScriptError &fault : faults(dynamics)) {
        if (fault.file.endsWith(".js"_L1))
            m_project.problems.append({.file = folder + u'/' + fault.file,
                                       .line = fault.line,
                                       .column = fault.column,
                                       .message = fault.message});
        else
            report(source, pathOf(fault.file), fault.message);
    }
}

void Loader::loadInputs(PromptEntry &entry, const QString &folder)
{
    for (const QString &slug : slugs(folder + u"/inputs"_s, u".json"_s)) {
        const auto source = read(u"%1/inputs/%2.json"_s.arg(folder, slug), "inputs");
        if (!source)
            continue;
        auto values = readInputs(m_project.folder, folder, source->value);
        for (const InputsProblem &problem : values.problems)
            report(*source, problem.path, problem.message);
        if (values.problems.isEmpty())
            entry.inputs.append({slug, std::move(values.values), source->value});
    }
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
        "loadproject", "There is no target \"%1\". Add targets/%1.json or take the name out.");
    const char *noPolicy = QT_TRANSLATE_NOOP(
        "loadproject", "There is no retry policy \"%1\". Add retry/%1.json or take the name out.");
    const char *noSchema = QT_TRANSLATE_NOOP(
        "loadproject",
        "There is no schema \"%1\". Add schemas/%1.schema.json or take the name out.");
    const char *noRules = QT_TRANSLATE_NOOP(
        "loadproject",
        "There are no rules \"%1\". Add schemas/%1.rules.json or take the name out.");
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

Result<Project> loadProject(const QString &folder)
{
    return Loader(folder).load();
}

const PromptEntry *findPrompt(const Project &project, QStringView slug)
{
    const auto found = std::ranges::find_if(
        project.prompts, [&](const PromptEntry &entry) { return entry.prompt.slug == slug; });
    return found == project.prompts.end() ? nullptr : &*found;
}

const TargetEntry *findTarget(const Project &project, QStringView slug)
{
    const auto found = std::ranges::find_if(
        project.targets, [&](const TargetEntry &entry) { return entry.target.slug == slug; });
    return found == project.targets.end() ? nullptr : &*found;
}

RetryPolicy policyOf(const Project &project, QStringView slug)
{
    for (const RetryEntry &entry : project.policies) {
        if (entry.slug == slug)
            return entry.policy;
    }
    return policyByName(slug.toString()).value_or(defaultPolicy());
}

} // namespace Antiphon
