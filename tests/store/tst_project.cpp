// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/store/builtin.h>
#include <antiphon/store/project/project.h>

#include <QDirIterator>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Antiphon;
using namespace Qt::StringLiterals;

// A form of key that nobody has ever been given; put together so that no scanner takes it for one.
static const QString plantedKey
    = u"sk-"_s + QString(4, u'A') + u"bcdefghijklmnopqrstuvwxyz012345"_s;

static QString dataFolder()
{
    return qEnvironmentVariable("ANTIPHON_TEST_DATA") + u"/projects/"_s;
}

static QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(not there)");
}

static void put(const QString &path, const QByteArray &bytes)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).absolutePath()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// Every file of a folder with its bytes.
static QMap<QString, QByteArray> snapshot(const QString &folder)
{
    QMap<QString, QByteArray> files;
    QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString path = it.next();
        files.insert(QDir(folder).relativeFilePath(path), bytesOf(path));
    }
    return files;
}

static void copyProject(const QString &from, const QString &to)
{
    const auto files = snapshot(from);
    for (const auto &[path, bytes] : files.asKeyValueRange())
        put(to + u'/' + path, bytes);
}

static Result<> saveAll(const Project &project)
{
    if (const auto done = saveManifest(project); !done)
        return done;
    for (const PromptEntry &entry : project.prompts) {
        if (const auto done = savePrompt(project, entry); !done)
            return done;
        for (const auto &[name, text] : entry.variants.asKeyValueRange()) {
            if (const auto done = saveTemplate(project, entry.prompt.slug, name, text); !done)
                return done;
        }
        for (const InputSet &set : entry.inputs) {
            if (const auto done = saveInputs(project, entry.prompt.slug, set); !done)
                return done;
        }
    }
    for (const TargetEntry &entry : project.targets) {
        if (const auto done = saveTarget(project, entry); !done)
            return done;
    }
    for (const RetryEntry &entry : project.policies) {
        if (const auto done = savePolicy(project, entry); !done)
            return done;
    }
    for (const auto &[name, text] : project.snippets.asKeyValueRange()) {
        if (const auto done = saveSnippet(project, name, text); !done)
            return done;
    }
    return {};
}

static QStringList errorsOf(const Project &project)
{
    QStringList texts;
    for (const Problem &problem : project.problems) {
        if (problem.severity != Problem::Severity::Hint)
            texts.append(toText(problem));
    }
    return texts;
}

#define QVERIFY_RESULT(result)                                                                     \
    QVERIFY2((result), qPrintable((result) ? QString() : (result).error().message))

class ProjectTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void savingWithoutChangeKeepsEveryByte_data();
    void savingWithoutChangeKeepsEveryByte();
    void changingAndChangingBackKeepsEveryByte();
    void aChangeTouchesOnlyItsLines();
    void unknownMembersSurviveAChange();
    void valuesAreRead();
    void brokenFilesAreNamedWithTheirPlace_data();
    void brokenFilesAreNamedWithTheirPlace();
    void brokenManifestIsAnError_data();
    void brokenManifestIsAnError();
    void newerFilesAreLeftAlone();
    void newerProjectsAreReadOnly();
    void unknownMembersAreHints();
    void windowsLineEndsLoadAndAreSavedPlain();
    void copiedFilesGetNewIds();
    void pathsStayInside_data();
    void pathsStayInside();
    void keysAreRefused_data();
    void keysAreRefused();
    void keysCanBeSavedAnyway();
    void sensitiveValuesAreNeverWritten();
    void longValuesGoToFiles();
    void bytesGoToAssets();
    void failedSavesLeaveTheOldFile();
    void thingsAreMadeAndRemoved();
    void renamedPoliciesAreFollowed();
    void newProjectLoads();
    void slugs();

private:
    QString folder() const { return m_dir->path(); }
    void copyCorpus() { copyProject(dataFolder() + u"unknown-keys"_s, folder()); }
    Project load()
    {
        auto project = loadProject(folder());
        if (!project) {
            QTest::qFail(qPrintable(project.error().message), __FILE__, __LINE__);
            return {};
        }
        return *std::move(project);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

void ProjectTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QVERIFY2(QDir(dataFolder()).exists(), "ANTIPHON_TEST_DATA must name tests/data");
}

void ProjectTest::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
}

void ProjectTest::savingWithoutChangeKeepsEveryByte_data()
{
    QTest::addColumn<QString>("source");
    const QDir data(dataFolder());
    for (const QString &name : data.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        QTest::newRow(qPrintable(name)) << data.filePath(name);
    for (const QString &name : sampleNames())
        QTest::newRow(qPrintable(u"sample "_s + name)) << u":/antiphon/sample/"_s + name;
}

void ProjectTest::savingWithoutChangeKeepsEveryByte()
{
    QFETCH(QString, source);
    copyProject(source, folder());
    const auto before = snapshot(folder());
    const Project project = load();
    QCOMPARE(errorsOf(project), QStringList());
    QVERIFY_RESULT(saveAll(project));
    QCOMPARE(snapshot(folder()), before);
}

void ProjectTest::changingAndChangingBackKeepsEveryByte()
{
    copyCorpus();
    // Once in our own layout: a change writes the whole file in it.
    Project project = load();
    const auto change = [&](const QString &suffix, double number) {
        project.name = u"Name"_s + suffix;
        project.concurrencyPerProvider = 2 + int(number);
        project.prompts[0].prompt.title = u"Title"_s + suffix;
        project.prompts[0].prompt.parameters.temperature = number;
        project.prompts[0].prompt.variables[0].description = suffix;
        project.targets[0].target.label = suffix;
        project.targets[0].target.limit.requestsPerMinute = int(number);
        project.targets[0].target.parameters.extra.insert_or_assign("top_k", int(number));
        project.policies[0].policy.retryAfterMax = 60 + number;
        project.policies[0].policy.repairMax = int(number);
        return saveAll(project);
    };
    QVERIFY_RESULT(change(u"a"_s, 1));
    const auto first = snapshot(folder());
    QVERIFY_RESULT(change(u"b"_s, 3));
    QVERIFY(snapshot(folder()) != first);
    QVERIFY_RESULT(change(u"a"_s, 1));
    QCOMPARE(snapshot(folder()), first);
}

void ProjectTest::aChangeTouchesOnlyItsLines()
{
    copyProject(u":/antiphon/sample/support-desk"_s, folder());
    Project project = load();
    const auto entry = std::ranges::find_if(project.prompts, [](const PromptEntry &candidate) {
        return candidate.prompt.slug == "summarize"_L1;
    });
    QVERIFY(entry != project.prompts.end());
    const QString path = folder() + u"/prompts/summarize/prompt.json"_s;
    const auto before = bytesOf(path).split('\n');

    entry->prompt.title = u"Sum up"_s;
    QVERIFY_RESULT(savePrompt(project, *entry));
    const auto after = bytesOf(path).split('\n');
    QCOMPARE(after.size(), before.size());
    QStringList changed;
    for (qsizetype i = 0; i < after.size(); ++i) {
        if (after[i] != before[i])
            changed.append(QString::fromUtf8(after[i]));
    }
    QCOMPARE(changed, QStringList {u"  \"title\": \"Sum up\","_s});
}

void ProjectTest::unknownMembersSurviveAChange()
{
    copyCorpus();
    Project project = load();
    project.description = u"Changed"_s;
    project.concurrencyTotal = 3;
    project.parameters.temperature = 0.9;
    PromptEntry &prompt = project.prompts[0];
    prompt.prompt.title = u"Changed"_s;
    prompt.prompt.variables[0].required = true;
    prompt.prompt.variables.append({.name = u"new"_s});
    prompt.prompt.targetParameters[u"one"_s].temperature = 0.5;
    prompt.inputs[0].values.insert(u"who"_s, Value(u"Changed"_s));
    prompt.inputs[1].values.insert(u"who"_s, Value(u"Changed"_s));
    Target &target = project.targets[0].target;
    target.key = {.from = KeyReference::From::Variable, .name = u"A_KEY"_s};
    target.limit.tokensPerMinute = 9;
    target.parameters.maxTokens = 5;
    RetryPolicy &policy = project.policies[0].policy;
    policy.retryAfterMax = 30;
    policy.repairMax = 0;
    QVERIFY_RESULT(saveAll(project));

    QByteArray all;
    const auto files = snapshot(folder());
    for (const QByteArray &bytes : files)
        all += bytes;
    for (const char *key :
         {"x-first",   "x-inside",   "x-param",    "x-run",       "x-deep", "zzz",
          "x-top",     "x-template", "x-variable", "example",     "x-own",  "x-rule",
          "\"tags\"",  "x-unused",   "x-set",      "x-target",    "x-key",  "x-odd",
          "x-timeout", "x-limit",    "x-sim",      "x-retry",     "x-wait", "x-condition",
          "x-after",   "x-repair",   "\"enough\"", "\"defaults\""})
        QVERIFY2(all.contains(key), key);
    QCOMPARE(all.count("Changed"), 4);
    const Project again = load();
    QCOMPARE(again.prompts[0].prompt, prompt.prompt);
    QCOMPARE(again.targets[0].target, target);
    QVERIFY(again.policies[0].policy == policy);
    QCOMPARE(again.parameters.temperature, 0.9);
    // The order is the author's: description before name in this file.
    QVERIFY(files[u"antiphon.json"_s].indexOf("\"description\"")
            < files[u"antiphon.json"_s].indexOf("\"name\""));
}

void ProjectTest::valuesAreRead()
{
    copyCorpus();
    const Project project = load();
    QCOMPARE(project.name, u"Unknown keys"_s);
    QCOMPARE(project.defaultTargets, QStringList {u"one"_s});
    QCOMPARE(project.concurrencyPerProvider, 2);
    QCOMPARE(project.concurrencyTotal, 8);
    QCOMPARE(project.sensitive, QStringList {u"password"_s});
    QCOMPARE(project.snippets.value(u"manners"_s).trimmed(), u"Say please."_s);
    QCOMPARE(project.prompts.size(), 1);
    const PromptEntry &entry = project.prompts[0];
    QCOMPARE(entry.variants.keys(), QStringList({u"default"_s, u"loud"_s}));
    QCOMPARE(entry.variantFiles.value(u"loud"_s), u"shout.tmpl"_s);
    QCOMPARE(entry.prompt.text, entry.variants.value(u"default"_s));
    QVERIFY(entry.prompt.text.endsWith(u"!  \n\n"_s)); // exactly as typed
    QCOMPARE(entry.inputs.size(), 2);
    QVERIFY(entry.inputs[0].values.value(u"who"_s) == Value(u"everybody\nin the room"_s));
    const Value picture = entry.inputs[0].values.value(u"photo"_s);
    const auto *photo = std::get_if<QByteArray>(&picture.held);
    QVERIFY(photo && photo->startsWith("\x89PNG"));
    QVERIFY(findPrompt(project, u"hello"));
    QVERIFY(!findPrompt(project, u"hell"));
    QVERIFY(findTarget(project, u"one"));
    QVERIFY(policyOf(project, u"default") == project.policies[0].policy);
    QVERIFY(policyOf(project, u"absent") == defaultPolicy());
}

void ProjectTest::brokenFilesAreNamedWithTheirPlace_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("word");
    const QString target = u"targets/one.json"_s;
    QTest::newRow("a comma too many")
        << target << QByteArray("{\n  \"antiphon\": \"target/1\",\n}\n") << 3 << u""_s;
    QTest::newRow("the same key twice")
        << target
        << QByteArray(
               "{\n  \"antiphon\": \"target/1\",\n  \"model\": \"a\",\n  \"model\": \"b\"\n}\n")
        << 4 << u"model"_s;
    QTest::newRow("not a number") << target
                                  << QByteArray(
                                         "{\n  \"antiphon\": \"target/1\",\n  \"stream\": NaN\n}\n")
                                  << 3 << u""_s;
    QTest::newRow("a wrong type")
        << target
        << QByteArray("{\n  \"antiphon\": \"target/1\",\n  \"model\": \"m\",\n  \"limit\": {\n    "
                      "\"concurrency\": \"4\"\n  }\n}\n")
        << 5 << u"limit.concurrency"_s;
    QTest::newRow("a wrong type in a list of texts")
        << target << QByteArray("{\n  \"antiphon\": \"target/1\",\n  \"fallback\": [1]\n}\n") << 3
        << u"fallback"_s;
    QTest::newRow("conflict markers are one problem")
        << target
        << QByteArray(
               "{\n  \"antiphon\": \"target/1\",\n<<<<<<< ours\n  \"model\": \"a\"\n=======\n  "
               "\"model\": \"b\"\n>>>>>>> theirs\n}\n")
        << 3 << u"merged"_s;
    QTest::newRow("another kind of file")
        << target << QByteArray("{\n  \"antiphon\": \"prompt/1\"\n}\n") << 2 << u"target/1"_s;
    QTest::newRow("no kind") << target << QByteArray("{}\n") << 0 << u"antiphon"_s;
    QTest::newRow("no object") << target << QByteArray("[]\n") << 0 << u"object"_s;
    QTest::newRow("too deep") << target << QByteArray("{\"a\":").repeated(70) << 1 << u""_s;
    QTest::newRow("too large") << target << QByteArray(6 * 1024 * 1024, ' ') << 0 << u"5 MiB"_s;
    QTest::newRow("not UTF-8") << target << QByteArray("{\"antiphon\": \"\xff\"}") << 0
                               << u"UTF-8"_s;
    QTest::newRow("a broken prompt")
        << u"prompts/hello/prompt.json"_s << QByteArray("{\n\"antiphon\": \"prompt/1\" \"x\"\n}")
        << 2 << u""_s;
    QTest::newRow("a broken input set")
        << u"prompts/hello/inputs/short.json"_s
        << QByteArray("{\n  \"antiphon\": \"inputs/1\",\n  \"values\": 1\n}") << 3 << u"values"_s;
    QTest::newRow("a broken policy")
        << u"retry/default.json"_s << QByteArray("{\"antiphon\": \"retry/1\", \"stop\": ") << 1
        << u""_s;
}

void ProjectTest::brokenFilesAreNamedWithTheirPlace()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, bytes);
    QFETCH(int, line);
    QFETCH(QString, word);
    copyCorpus();
    put(folder() + u'/' + file, bytes);
    const Project project = load(); // the rest is loaded
    QList<Problem> errors;
    for (const Problem &problem : project.problems) {
        if (problem.severity == Problem::Severity::Error)
            errors.append(problem);
    }
    QCOMPARE(errors.size(), 1);
    QCOMPARE(errors[0].file, file);
    QCOMPARE(errors[0].line, line);
    QVERIFY(line == 0 || errors[0].column > 0);
    QVERIFY2(errors[0].message.contains(word), qPrintable(errors[0].message));
    // What is broken is never written over.
    if (file.startsWith("targets"_L1)) {
        QVERIFY(project.targets.isEmpty());
        QVERIFY(!saveTarget(project, {.target = {.slug = u"one"_s}}));
        QCOMPARE(bytesOf(folder() + u'/' + file), bytes);
    }
}

void ProjectTest::brokenManifestIsAnError_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("word");
    QTest::newRow("broken JSON") << QByteArray("{\n  \"antiphon\": \"project/1\"\n  \"id\": 1\n}")
                                 << u"line 3"_s;
    QTest::newRow("a wrong type") << QByteArray(
        "{\n  \"antiphon\": \"project/1\",\n  \"name\": 3\n}")
                                  << u"line 3"_s;
    QTest::newRow("empty") << QByteArray() << u"antiphon.json"_s;
    QTest::newRow("of a far future") << QByteArray("{\"antiphon\": \"project/9\"}") << u"newer"_s;
}

void ProjectTest::brokenManifestIsAnError()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, word);
    put(folder() + u"/antiphon.json"_s, bytes);
    const auto project = loadProject(folder());
    QVERIFY(!project);
    QCOMPARE(project.error().kind, ErrorKind::Setup);
    QVERIFY2(project.error().message.contains(word), qPrintable(project.error().message));

    QVERIFY(!loadProject(folder() + u"/absent"_s));
    QTemporaryDir empty;
    const auto none = loadProject(empty.path());
    QVERIFY(!none && none.error().message.contains(u"antiphon.json"_s));
}

void ProjectTest::newerFilesAreLeftAlone()
{
    copyCorpus();
    const QByteArray newer = "{\"antiphon\": \"target/2\", \"model\": {\"new\": true}}";
    put(folder() + u"/targets/one.json"_s, newer);
    const Project project = load();
    QVERIFY(project.targets.isEmpty());
    QVERIFY(errorsOf(project).join(u'\n').contains(u"newer"_s));
    QVERIFY(!saveTarget(project, {.target = {.slug = u"one"_s}}));
    QCOMPARE(bytesOf(folder() + u"/targets/one.json"_s), newer);
}

void ProjectTest::newerProjectsAreReadOnly()
{
    copyCorpus();
    QByteArray manifest = bytesOf(folder() + u"/antiphon.json"_s);
    put(folder() + u"/antiphon.json"_s, manifest.replace("\"format\": 1", "\"format\": 2"));
    Project project = load();
    QVERIFY(project.readOnly);
    const auto before = snapshot(folder());
    QVERIFY(!saveAll(project));
    QVERIFY(!createPrompt(project, u"New"_s));
    QVERIFY(!removePrompt(project, u"hello"_s));
    QCOMPARE(snapshot(folder()), before);
}

void ProjectTest::unknownMembersAreHints()
{
    copyCorpus();
    const Project project = load();
    QStringList hints;
    for (const Problem &problem : project.problems) {
        if (problem.severity == Problem::Severity::Hint && problem.file == "targets/one.json"_L1)
            hints.append(toText(problem));
    }
    QVERIFY2(hints.join(u'\n').contains(u"line 6, column 3: \"x-target\""_s),
             qPrintable(hints.join(u'\n')));
    QVERIFY(hints.join(u'\n').contains(u"\"limit.x-limit\""_s));
    QVERIFY(!hints.join(u'\n').contains(u"temperature"_s));
}

void ProjectTest::windowsLineEndsLoadAndAreSavedPlain()
{
    copyCorpus();
    const auto plain = snapshot(folder());
    for (const char *file : {"antiphon.json", "prompts/hello/template.tmpl", "targets/one.json"}) {
        const QString path = folder() + u'/' + QLatin1StringView(file);
        put(path, "\xef\xbb\xbf" + bytesOf(path).replace("\n", "\r\n"));
    }
    Project project = load();
    QCOMPARE(errorsOf(project), QStringList());
    const auto notices = std::ranges::count_if(project.problems, [](const Problem &problem) {
        return problem.message.contains(u"Windows"_s);
    });
    QCOMPARE(notices, 1);
    QVERIFY(!project.prompts[0].prompt.text.contains(u'\r'));
    QVERIFY_RESULT(saveAll(project));
    QCOMPARE(snapshot(folder())[u"prompts/hello/template.tmpl"_s],
             plain[u"prompts/hello/template.tmpl"_s]);
    project.targets[0].target.label = u"x"_s;
    QVERIFY_RESULT(saveTarget(project, project.targets[0]));
    QVERIFY(!bytesOf(folder() + u"/targets/one.json"_s).contains('\r'));
}

void ProjectTest::copiedFilesGetNewIds()
{
    copyCorpus();
    put(folder() + u"/targets/two.json"_s, bytesOf(folder() + u"/targets/one.json"_s));
    const Project project = load();
    QCOMPARE(project.targets.size(), 2);
    QCOMPARE(project.targets[0].target.id, u"a1b2c3d4e5f6"_s);
    const QString made = project.targets[1].target.id;
    QVERIFY(made != project.targets[0].target.id);
    QCOMPARE(made.size(), 12);
    QVERIFY_RESULT(saveTarget(project, project.targets[1]));
    QVERIFY(bytesOf(folder() + u"/targets/two.json"_s).contains(made.toUtf8()));
}

void ProjectTest::pathsStayInside_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    const QString prompt = u"prompts/hello/prompt.json"_s;
    const QString inputs = u"prompts/hello/inputs/long.json"_s;
    QTest::newRow("a variant above")
        << prompt << QByteArray("shout.tmpl") << QByteArray("../../../x");
    QTest::newRow("a variant at the root")
        << prompt << QByteArray("shout.tmpl") << QByteArray("/etc/hostname");
    QTest::newRow("a text above") << inputs << QByteArray("long.who.txt")
                                  << QByteArray("../../../../../../../../etc/hostname");
    QTest::newRow("an asset at the root")
        << inputs << QByteArray("assets/dot.png") << QByteArray("/etc/hostname");
    QTest::newRow("an asset above")
        << inputs << QByteArray("assets/dot.png") << QByteArray("assets/../../x");
    QTest::newRow("an asset through a link")
        << inputs << QByteArray("assets/dot.png") << QByteArray("link/hostname");
}

void ProjectTest::pathsStayInside()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    copyCorpus();
    QVERIFY(QFile::link(u"/etc"_s, folder() + u"/link"_s));
    put(folder() + u'/' + file, bytesOf(folder() + u'/' + file).replace(from, to));
    const Project project = load();
    QCOMPARE(errorsOf(project).size(), 1);
    QVERIFY2(errorsOf(project)[0].contains(file), qPrintable(errorsOf(project)[0]));
}

void ProjectTest::keysAreRefused_data()
{
    QTest::addColumn<QString>("place");
    for (const char *place : {"title", "default", "parameters", "template", "input", "long input",
                              "header", "base url", "label", "snippet", "description"})
        QTest::newRow(place) << QString::fromLatin1(place);
}

void ProjectTest::keysAreRefused()
{
    QFETCH(QString, place);
    copyCorpus();
    Project project = load();
    const auto before = snapshot(folder());
    PromptEntry &prompt = project.prompts[0];
    Target &target = project.targets[0].target;
    const QString text = u"before "_s + plantedKey + u" after"_s;
    Result<> done;
    if (place == "title"_L1) {
        prompt.prompt.title = text;
        done = savePrompt(project, prompt);
    } else if (place == "default"_L1) {
        prompt.prompt.variables[0].fallback = toJson(QStringView(plantedKey));
        done = savePrompt(project, prompt);
    } else if (place == "parameters"_L1) {
        prompt.prompt.parameters.extra.insert_or_assign("user", toJson(QStringView(plantedKey)));
        done = savePrompt(project, prompt);
    } else if (place == "template"_L1) {
        done = saveTemplate(project, u"hello"_s, u"default"_s, u"a\n"_s + text);
    } else if (place == "input"_L1) {
        prompt.inputs[1].values.insert(u"who"_s, Value(text));
        done = saveInputs(project, u"hello"_s, prompt.inputs[1]);
    } else if (place == "long input"_L1) {
        prompt.inputs[1].values.insert(u"who"_s, Value(QString(u"a\n"_s.repeated(200) + text)));
        done = saveInputs(project, u"hello"_s, prompt.inputs[1]);
    } else if (place == "header"_L1) {
        target.headers = {{.name = "X-Api-Key", .value = "anything"}};
        done = saveTarget(project, project.targets[0]);
    } else if (place == "base url"_L1) {
        target.baseUrl = u"http://127.0.0.1/?key="_s + plantedKey;
        done = saveTarget(project, project.targets[0]);
    } else if (place == "label"_L1) {
        target.label = plantedKey;
        done = saveTarget(project, project.targets[0]);
    } else if (place == "snippet"_L1) {
        done = saveSnippet(project, u"manners"_s, text);
    } else {
        project.description = text;
        done = saveManifest(project);
    }
    QVERIFY(!done);
    QCOMPARE(done.error().code, u"secret"_s);
    QVERIFY(!done.error().message.contains(plantedKey));
    QCOMPARE(snapshot(folder()), before);
}

void ProjectTest::keysCanBeSavedAnyway()
{
    copyCorpus();
    const Project project = load();
    QVERIFY_RESULT(saveTemplate(project, u"hello"_s, u"default"_s, plantedKey, KeyCheck::Allow));
    QVERIFY(bytesOf(folder() + u"/prompts/hello/template.tmpl"_s).contains(plantedKey.toUtf8()));
}

void ProjectTest::sensitiveValuesAreNeverWritten()
{
    copyCorpus();
    Project project = load();
    const QString secret = u"a secret that looks like nothing"_s;
    InputSet set = project.prompts[0].inputs[1];
    set.values.insert(u"password"_s, Value(secret));
    QVERIFY_RESULT(saveInputs(project, u"hello"_s, set));
    set.values.insert(u"password"_s, Value(secret.repeated(50)));
    QVERIFY_RESULT(saveInputs(project, u"hello"_s, set));
    QVERIFY_RESULT(createInputs(project, u"hello"_s, u"With Password"_s, set.values));
    const auto files = snapshot(folder());
    for (const auto &[path, bytes] : files.asKeyValueRange())
        QVERIFY2(!bytes.contains(secret.toUtf8()), qPrintable(path));
}

void ProjectTest::longValuesGoToFiles()
{
    copyCorpus();
    Project project = load();
    const QString text = u"line one\nline two\n"_s;
    const auto slug = createInputs(project, u"hello"_s, u"Many Lines"_s,
                                   {{u"who"_s, Value(text)}, {u"n"_s, Value(Json(3))}});
    QVERIFY_RESULT(slug);
    QCOMPARE(*slug, u"many-lines"_s);
    const QString inputs = folder() + u"/prompts/hello/inputs/"_s;
    QCOMPARE(bytesOf(inputs + u"many-lines.who.txt"_s), "line one\nline two\n\n");
    QVERIFY(bytesOf(inputs + u"many-lines.json"_s).contains("\"file\": \"many-lines.who.txt\""));
    const Project again = load();
    const auto found = std::ranges::find(again.prompts[0].inputs, *slug, &InputSet::slug);
    QVERIFY(found != again.prompts[0].inputs.end());
    QVERIFY(found->values.value(u"who"_s) == Value(text));
    QVERIFY(found->values.value(u"n"_s) == Value(Json(3)));
}

void ProjectTest::bytesGoToAssets()
{
    copyCorpus();
    Project project = load();
    const QByteArray png = bytesOf(folder() + u"/assets/dot.png"_s);
    const auto slug = createInputs(project, u"hello"_s, u"Picture"_s, {{u"photo"_s, Value(png)}});
    QVERIFY_RESULT(slug);
    QCOMPARE(bytesOf(folder() + u"/assets/hello-picture-photo.png"_s), png);
    const Project again = load();
    const auto found = std::ranges::find(again.prompts[0].inputs, *slug, &InputSet::slug);
    QVERIFY(found != again.prompts[0].inputs.end());
    QVERIFY(found->values.value(u"photo"_s) == Value(png));
}

void ProjectTest::failedSavesLeaveTheOldFile()
{
    copyCorpus();
    Project project = load();
    const QString targets = folder() + u"/targets"_s;
    const auto before = snapshot(folder());
    project.targets[0].target.label = u"New"_s;
    QVERIFY(QFile::setPermissions(targets, QFile::ReadOwner | QFile::ExeOwner));
    const auto saved = saveTarget(project, project.targets[0]);
    QVERIFY(QFile::setPermissions(targets, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    if (saved) // as root every folder is writable
        QSKIP("permissions do not hold for this user");
    QCOMPARE(saved.error().code, u"write"_s);
    QCOMPARE(snapshot(folder()), before);
}

void ProjectTest::thingsAreMadeAndRemoved()
{
    copyCorpus();
    Project project = load();
    const auto prompt = createPrompt(project, u"Draft a Reply"_s);
    QVERIFY_RESULT(prompt);
    QCOMPARE(*prompt, u"draft-a-reply"_s);
    QCOMPARE(*createPrompt(project, u"Draft, a reply!"_s), u"draft-a-reply-2"_s);
    const auto target = createSimulatedTarget(project, u"flaky"_s);
    QVERIFY_RESULT(target);
    QCOMPARE(*target, u"flaky"_s);
    QCOMPARE(*createSimulatedTarget(project, u"flaky"_s), u"flaky-2"_s);

    const Project again = load();
    QCOMPARE(errorsOf(again), QStringList());
    QCOMPARE(again.prompts.size(), 3);
    QCOMPARE(again.targets.size(), 3);
    for (qsizetype i = 0; i < 3; ++i) {
        QVERIFY(again.prompts[i].prompt == project.prompts[i].prompt);
        QVERIFY(again.targets[i].target == project.targets[i].target);
    }
    const auto copy = duplicatePrompt(project, *prompt, u"A copy"_s);
    QVERIFY_RESULT(copy);
    QCOMPARE(*copy, u"a-copy"_s);
    const Project withCopy = load();
    const PromptEntry *original = findPrompt(withCopy, *prompt);
    const PromptEntry *copied = findPrompt(withCopy, *copy);
    QVERIFY(original && copied);
    QVERIFY(copied->variants == original->variants);
    QVERIFY(copied->prompt.id != original->prompt.id);
    QCOMPARE(copied->prompt.title, u"A copy"_s);

    const auto gone = removePrompt(project, *copy);
    QVERIFY_RESULT(gone);
    if (!gone->inTrash.isEmpty()) { // it can come back
        QVERIFY_RESULT(restorePrompt(project, *gone));
        QVERIFY(findPrompt(load(), *copy));
        QVERIFY_RESULT(removePrompt(project, *copy));
    }
    QVERIFY_RESULT(removePrompt(project, *prompt));
    QVERIFY_RESULT(removeTarget(project, *target));
    QVERIFY(!findPrompt(project, *prompt));
    QCOMPARE(load().prompts.size(), 2);
    QCOMPARE(load().targets.size(), 2);
}

void ProjectTest::renamedPoliciesAreFollowed()
{
    copyCorpus();
    Project project = load();
    const QString old = project.policies.first().slug;
    PromptEntry &entry = project.prompts.first();
    entry.prompt.dynamics.rules = {
        {.when = Script(u"a > 1"_s, u"rule"_s), .set = jsonObject({{"retry", toJson(old)}})},
        {.when = Script(u"a > 2"_s, u"rule"_s), .set = jsonObject({{"retry", Json("other")}})},
    };
    project.targets.first().target.retry = old;
    QVERIFY_RESULT(saveAll(project));

    const auto to = renamePolicy(project, old, u"Calm nights"_s);
    QVERIFY_RESULT(to);
    const Project again = load();
    QCOMPARE(again.targets.first().target.retry, *to);
    const QList<DynamicRule> &rules = again.prompts.first().prompt.dynamics.rules;
    QCOMPARE(rules.size(), 2);
    QCOMPARE(textOf(rules[0].set, "retry"), *to);
    QCOMPARE(textOf(rules[1].set, "retry"), u"other"_s);
}

void ProjectTest::newProjectLoads()
{
    const QString made = folder() + u"/new/deep"_s;
    QVERIFY_RESULT(writeNewProject(made, u"Mein Projekt ☕"_s));
    const auto project = loadProject(made);
    QVERIFY_RESULT(project);
    QCOMPARE(project->problems, QList<Problem>());
    QCOMPARE(project->name, u"Mein Projekt ☕"_s);
    QCOMPARE(project->prompts.size(), 1);
    QCOMPARE(project->targets.size(), 1);
    QCOMPARE(project->defaultTargets, QStringList {u"steady"_s});
    const auto before = snapshot(made);
    QVERIFY_RESULT(saveAll(*project));
    QCOMPARE(snapshot(made), before);
    QVERIFY(!writeNewProject(made, u"Again"_s)); // not empty
    QCOMPARE(snapshot(made), before);
}

void ProjectTest::slugs()
{
    QVERIFY(isSlug(u"a-b_9"));
    for (const QStringView bad : {QStringView(), QStringView(u"A"), QStringView(u"a b"),
                                  QStringView(u"é"), QStringView(u"a/b"), QStringView(u"a.b")})
        QVERIFY(!isSlug(bad));
    QCOMPARE(slugFor(u"Entwürfe & Ideen", {}), u"entwurfe-ideen"_s);
    QCOMPARE(slugFor(u"مرحبا", {}), u"untitled"_s);
    QCOMPARE(slugFor(u"  ", {u"untitled"_s}), u"untitled-2"_s);
    QVERIFY(isSlug(slugFor(QString(500, u'x'), {})));
    QSet<QString> ids;
    for (int i = 0; i < 100; ++i)
        ids.insert(newId());
    QCOMPARE(ids.size(), 100);
}

QTEST_GUILESS_MAIN(ProjectTest)
#include "tst_project.moc"
