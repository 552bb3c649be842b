// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/store/consent.h>
#include <antiphon/store/project/callinputs.h>
#include <antiphon/store/project/project.h>
#include <antiphon/store/project/toolfiles.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Antiphon;

class ToolsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void loadsTools();
    void givesThemToThePrompt();
    void choosesOne();
    void namesWhatIsMissing();
    void keepsWhatItDoesNotKnow();
    void savesTextsThatAreTools();
    void makesAndRemovesTools();
    void copiesAndRenamesTools();
    void losesNothingWhenRenamingFails();
    void reportsWhatIsWrong_data();
    void reportsWhatIsWrong();
    void readsToolFiles();
    void remembersConsent();
    void takesConsentBack();

private:
    void write(const QString &file, const QByteArray &text);
    [[nodiscard]] QByteArray read(const QString &file) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

static const QByteArray weatherFile = R"({
  "antiphon": "tool/1",
  "id": "abcdefghijkl",
  "name": "get_weather",
  "description": "The weather in a city",
  "parameters": {
    "type": "object",
    "properties": {
      "city": {
        "type": "string"
      }
    },
    "required": ["city"]
  },
  "answer": "script",
  "x-color": "blue"
}
)";

void ToolsTest::write(const QString &file, const QByteArray &text)
{
    const QString path = m_folder->filePath(file);
    QDir().mkpath(QFileInfo(path).path());
    QFile out(path);
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write(text);
}

QByteArray ToolsTest::read(const QString &file) const
{
    QFile in(m_folder->filePath(file));
    return in.open(QIODevice::ReadOnly) ? in.readAll() : "(missing)"_ba;
}

void ToolsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    write(u"antiphon.json"_s, R"({"antiphon": "project/1", "id": "p", "name": "P", "format": 1})");
    write(u"prompts/ask/template.tmpl"_s, "Hi\n");
    write(u"prompts/ask/prompt.json"_s,
          R"({"antiphon": "prompt/1", "id": "a", "variants": {"default": "template.tmpl"},
              "tools": ["weather", "clock"], "toolSteps": 3})");
    write(u"tools/weather.tool.json"_s, weatherFile);
    write(u"tools/weather.tool.js"_s, "export function call(args) { return args.city; }\n");
    write(u"tools/clock.tool.json"_s,
          R"({"antiphon": "tool/1", "id": "b", "answer": "canned", "confirm": true})");
    write(u"tools/clock.canned.json"_s, R"({"antiphon": "canned/1", "results": [
          {"arguments": {"zone": "UTC"}, "result": {"hour": 9}}], "default": "noon"})");
}

static QStringList texts(const Project &project, Problem::Severity least)
{
    QStringList all;
    for (const Problem &problem : project.problems) {
        if (problem.severity <= least)
            all.append(toText(problem));
    }
    return all;
}

void ToolsTest::loadsTools()
{
    const auto project = loadProject(m_folder->path());
    QVERIFY(project);
    QCOMPARE(texts(*project, Problem::Severity::Warning), QStringList());
    QCOMPARE(project->problems.size(), 1); // x-color
    QCOMPARE(project->tools.size(), 2);
    const Tool &weather = findTool(*project, u"weather")->tool;
    QCOMPARE(weather.definition.name, u"get_weather"_s);
    QCOMPARE(weather.definition.slug, u"weather"_s);
    QCOMPARE(weather.answer, Tool::Answer::Script);
    QVERIFY(weather.script.contains("args.city"_L1));
    const Tool &clock = findTool(*project, u"clock")->tool;
    QVERIFY(clock.confirm);
    const auto answer = [&clock](const QByteArray &arguments) {
        const auto said = cannedAnswer(clock.canned, *parseJson(arguments));
        return said ? toBytes(*said) : "none"_ba;
    };
    QCOMPARE(answer(R"({"zone": "UTC", "style": "long"})"), R"({"hour":9})"_ba);
    QCOMPARE(answer(R"({"zone": "CET"})"), R"("noon")"_ba);
    QCOMPARE(project->prompts[0].prompt.toolSteps, 3);
}

void ToolsTest::givesThemToThePrompt()
{
    const auto project = loadProject(m_folder->path());
    const auto inputs = callInputs(*project, u"ask"_s, u"default"_s);
    QVERIFY(inputs);
    QCOMPARE(inputs->tools.size(), 2);
    QCOMPARE(inputs->tools[0].name, u"get_weather"_s);
    QCOMPARE(inputs->toolSteps, 3);
    QVERIFY(!inputs->toolChoice);
    QVERIFY(std::holds_alternative<Script>(inputs->handlers.value(u"get_weather"_s).answer));
    const ToolHandler clock = inputs->handlers.value(u"clock"_s);
    QVERIFY(clock.confirm);
    QVERIFY(needsPerson(clock));
    QCOMPARE(inputs->knownTools.size(), 2);
}

void ToolsTest::choosesOne()
{
    auto project = loadProject(m_folder->path());
    Prompt &prompt = project->prompts[0].prompt;
    prompt.toolChoice = u"weather"_s;
    auto inputs = callInputs(*project, u"ask"_s, u"default"_s);
    QVERIFY(inputs);
    QCOMPARE(inputs->toolChoice->mode, ToolChoice::Mode::Named);
    QCOMPARE(inputs->toolChoice->name, u"get_weather"_s);
    QVERIFY(savePrompt(*project, project->prompts[0]));
    QVERIFY(read(u"prompts/ask/prompt.json"_s).contains(R"("toolChoice": "weather")"));
    prompt.toolChoice = u"cook"_s;
    inputs = callInputs(*project, u"ask"_s, u"default"_s);
    QVERIFY(!inputs);
    QVERIFY(inputs.error().message.contains("\"cook\""_L1));
}

void ToolsTest::namesWhatIsMissing()
{
    QVERIFY(QFile::remove(m_folder->filePath(u"tools/clock.tool.json"_s)));
    const auto project = loadProject(m_folder->path());
    QCOMPARE(texts(*project, Problem::Severity::Warning).size(), 1);
    QVERIFY(
        texts(*project, Problem::Severity::Warning)[0].contains("There is no tool \"clock\""_L1));
    const auto inputs = callInputs(*project, u"ask"_s, u"default"_s);
    QVERIFY(!inputs);
    QVERIFY(inputs.error().message.contains("There are: weather."_L1));
}

void ToolsTest::keepsWhatItDoesNotKnow()
{
    auto project = loadProject(m_folder->path());
    ToolEntry &entry = project->tools[1];
    QCOMPARE(entry.tool.slug, u"weather"_s);
    QVERIFY(saveTool(*project, entry));
    QCOMPARE(read(u"tools/weather.tool.json"_s), weatherFile); // nothing changed: not a byte
    entry.tool.definition.description = u"Weather"_s;
    entry.tool.confirm = true;
    entry.tool.script = u"export function call() { return 1; }"_s;
    QVERIFY(saveTool(*project, entry));
    const QByteArray saved = read(u"tools/weather.tool.json"_s);
    QVERIFY(saved.contains(R"("x-color": "blue")"));
    QVERIFY(saved.contains(R"("description": "Weather")"));
    QVERIFY(saved.contains(R"("confirm": true)"));
    QCOMPARE(read(u"tools/weather.tool.js"_s), "export function call() { return 1; }\n"_ba);

    ToolEntry &clock = project->tools[0];
    clock.tool.canned.otherwise = Json("midnight");
    QVERIFY(saveTool(*project, clock));
    QVERIFY(read(u"tools/clock.canned.json"_s).contains(R"("default": "midnight")"));
}

void ToolsTest::savesTextsThatAreTools()
{
    const auto project = loadProject(m_folder->path());
    const auto text = toolText(*project, u"weather"_s);
    QVERIFY(text);
    QCOMPARE(text->toUtf8(), weatherFile);
    QVERIFY(!toolText(*project, u"nothing"_s));
    QString other = *text;
    other.replace(u"get_weather"_s, u"forecast"_s);
    QVERIFY(saveToolText(*project, u"weather"_s, other));
    QCOMPARE(read(u"tools/weather.tool.json"_s), other.toUtf8());

    other.replace(u"forecast"_s, u"the forecast"_s);
    const auto refused = saveToolText(*project, u"weather"_s, other);
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.startsWith("name: may only"_L1),
             qPrintable(refused.error().message));
    QVERIFY(!saveToolText(*project, u"weather"_s, u"{"_s));
    QVERIFY(!saveToolText(*project, u"../weather"_s, *text));
    QVERIFY(read(u"tools/weather.tool.json"_s).contains("\"forecast\""));
}

void ToolsTest::copiesAndRenamesTools()
{
    auto project = loadProject(m_folder->path());
    const auto copy = duplicateTool(*project, u"clock"_s, u"clock copy"_s);
    QVERIFY(copy);
    QCOMPARE(*copy, u"clock-copy"_s);
    QVERIFY(!duplicateTool(*project, u"nothing"_s, u"x"_s));
    auto again = loadProject(m_folder->path());
    const Tool &copied = findTool(*again, *copy)->tool;
    QCOMPARE(copied.definition.name, u"clock-copy"_s);
    QCOMPARE(copied.canned, findTool(*again, u"clock")->tool.canned);
    QVERIFY(copied.id != findTool(*again, u"clock")->tool.id);

    write(u"prompts/rule/template.tmpl"_s, "Hi\n");
    write(u"prompts/rule/prompt.json"_s,
          R"({"antiphon": "prompt/1", "id": "r", "variants": {"default": "template.tmpl"},
              "tools": ["clock"], "toolChoice": "weather",
              "dynamic": {"rules": [{"when": "true", "set": {"tools": ["weather"]}}]}})");
    again = loadProject(m_folder->path());
    QCOMPARE(usersOfTool(*again, u"weather"_s), (QStringList {u"ask"_s, u"rule"_s}));
    const auto renamed = renameTool(*again, u"weather"_s, u"Weather of today"_s);
    QVERIFY(renamed);
    QCOMPARE(*renamed, u"weather-of-today"_s);
    QCOMPARE(read(u"tools/weather-of-today.tool.json"_s), weatherFile);
    QVERIFY(read(u"tools/weather-of-today.tool.js"_s).contains("args.city"));
    QCOMPARE(read(u"tools/weather.tool.js"_s), "(missing)"_ba);
    again = loadProject(m_folder->path());
    QCOMPARE(findPrompt(*again, u"ask")->prompt.tools,
             (QStringList {u"weather-of-today"_s, u"clock"_s}));
    QCOMPARE(findPrompt(*again, u"rule")->prompt.toolChoice, u"weather-of-today"_s);
    QCOMPARE(usersOfTool(*again, u"weather-of-today"_s), (QStringList {u"ask"_s, u"rule"_s}));

    const ToolEntry entry = *findTool(*again, u"weather-of-today");
    QVERIFY(removeTool(*again, u"weather-of-today"_s));
    QVERIFY(saveTool(*again, entry)); // which brings it back
    again = loadProject(m_folder->path());
    QCOMPARE(findTool(*again, u"weather-of-today")->tool, entry.tool);
    QVERIFY(read(u"tools/weather-of-today.tool.json"_s).contains("x-color"));
}

void ToolsTest::losesNothingWhenRenamingFails()
{
    const QByteArray script = read(u"tools/weather.tool.js"_s);
    const auto names = [this] {
        return QDir(m_folder->filePath(u"tools"_s))
            .entryList({u"weather*"_s, u"forecast*"_s}, QDir::Files, QDir::Name);
    };
    // Something in the way that cannot be read: everything stays as it is.
    const QStringList before = names();
    QVERIFY(QDir(m_folder->path()).mkpath(u"tools/weather.canned.json"_s));
    auto project = loadProject(m_folder->path());
    auto renamed = renameTool(*project, u"weather"_s, u"Forecast"_s);
    QVERIFY(!renamed);
    QVERIFY2(renamed.error().message.startsWith("tools/weather.canned.json cannot be renamed"_L1),
             qPrintable(renamed.error().message));
    QCOMPARE(names(), before);
    QCOMPARE(read(u"tools/weather.tool.js"_s), script);
    QVERIFY(findTool(*project, u"weather"));
    QVERIFY(QDir(m_folder->path()).rmdir(u"tools/weather.canned.json"_s));

    // A prompt that cannot be written over: the tool has both names, as after a crash.
    const QByteArray prompt = read(u"prompts/ask/prompt.json"_s);
    project = loadProject(m_folder->path());
    write(u"prompts/ask/prompt.json"_s, "<<<<<<< half a merge");
    renamed = renameTool(*project, u"weather"_s, u"Forecast"_s);
    QVERIFY(!renamed);
    QCOMPARE(read(u"prompts/ask/prompt.json"_s), "<<<<<<< half a merge"_ba);
    for (const QString &slug : {u"weather"_s, u"forecast"_s}) {
        QCOMPARE(read(u"tools/%1.tool.json"_s.arg(slug)), weatherFile);
        QCOMPARE(read(u"tools/%1.tool.js"_s.arg(slug)), script);
    }
    write(u"prompts/ask/prompt.json"_s, prompt);
    project = loadProject(m_folder->path());
    QVERIFY(findPrompt(*project, u"ask")->prompt.tools.contains(u"weather"_s));
    QVERIFY(findTool(*project, u"weather"));
    QVERIFY(findTool(*project, u"forecast"));
}

void ToolsTest::makesAndRemovesTools()
{
    auto project = loadProject(m_folder->path());
    const auto slug = createTool(*project, u"Look up an order"_s);
    QVERIFY(slug);
    QCOMPARE(*slug, u"look-up-an-order"_s);
    auto again = loadProject(m_folder->path());
    const ToolEntry *entry = findTool(*again, *slug);
    QVERIFY(entry);
    QCOMPARE(entry->tool.answer, Tool::Answer::Ask);
    QCOMPARE(entry->tool, findTool(*project, *slug)->tool);
    QVERIFY(removeTool(*again, u"weather"_s));
    QVERIFY(!QFile::exists(m_folder->filePath(u"tools/weather.tool.js"_s)));
    QVERIFY(!findTool(*again, u"weather"));
}

void ToolsTest::reportsWhatIsWrong_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("problem");

    const QString weather = u"tools/weather.tool.json"_s;
    QTest::newRow("a name no service takes")
        << weather << R"({"antiphon": "tool/1", "name": "get weather"})"_ba << u"name: may only"_s;
    QTest::newRow("a schema that is none")
        << weather << R"({"antiphon": "tool/1", "parameters": {"type": "objekt"}})"_ba
        << u"parameters: "_s;
    QTest::newRow("an answer there is not")
        << weather << R"({"antiphon": "tool/1", "answer": "guess"})"_ba << u"answer: "_s;
    QTest::newRow("a command that is a line for a shell")
        << weather << R"({"antiphon": "tool/1", "answer": "command", "command": "ls -l"})"_ba
        << u"\"command\" must be a list of texts"_s;
    QTest::newRow("no command") << weather << R"({"antiphon": "tool/1", "answer": "command"})"_ba
                                << u"command: "_s;
    QTest::newRow("no canned answers")
        << weather << R"({"antiphon": "tool/1", "answer": "canned"})"_ba
        << u"add tools/weather.canned.json"_s;
    QTest::newRow("two of one name") << weather << R"({"antiphon": "tool/1", "name": "clock"})"_ba
                                     << u"Another tool is called \"clock\""_s;
    QTest::newRow("a script with a fault")
        << u"tools/weather.tool.js"_s << "export function call( {"_ba
        << u"tools/weather.tool.js, line 1"_s;
    QTest::newRow("an answer without a result")
        << u"tools/clock.canned.json"_s << R"({"antiphon": "canned/1", "results": [{}]})"_ba
        << u"results.0.result: is missing"_s;
}

void ToolsTest::reportsWhatIsWrong()
{
    QFETCH(const QString, file);
    QFETCH(const QByteArray, text);
    QFETCH(const QString, problem);
    write(file, text);
    const auto project = loadProject(m_folder->path());
    QVERIFY(project);
    const QString all = texts(*project, Problem::Severity::Warning).join(u'\n');
    QVERIFY2(all.contains(problem), qPrintable(all));
}

void ToolsTest::readsToolFiles()
{
    auto tools = readToolFile(m_folder->filePath(u"tools/weather.tool.json"_s));
    QVERIFY(tools);
    QCOMPARE(tools->size(), 1);
    QVERIFY(tools->first().script.contains("args.city"_L1));
    write(u"list.json"_s, R"([{"type": "function", "function": {"name": "a"}}, {"name": "b"}])");
    tools = readToolFile(m_folder->filePath(u"list.json"_s));
    QVERIFY(tools);
    QCOMPARE(tools->size(), 2);
    QCOMPARE(tools->last().definition.name, u"b"_s);
    QCOMPARE(tools->last().answer, Tool::Answer::Ask);
    QVERIFY(!readToolFile(m_folder->filePath(u"none.json"_s)));
}

void ToolsTest::remembersConsent()
{
    Settings settings(m_folder->filePath(u"settings.ini"_s));
    write(u"tool.py"_s, "print(1)\n");
    ToolCommand command {.words = {u"python3"_s, u"tool.py"_s}, .folder = m_folder->path()};
    QCOMPARE(commandText(command), u"python3 tool.py"_s);
    QVERIFY(!isConsented(settings, u"t"_s, command));
    consent(settings, u"t"_s, command);
    QVERIFY(isConsented(settings, u"t"_s, command));
    QVERIFY(!isConsented(settings, u"other"_s, command));

    ToolCommand changed = command;
    changed.words.append(u"--all"_s);
    QVERIFY(!isConsented(settings, u"t"_s, changed));
    changed = command;
    changed.environment = {u"OPENAI_API_KEY"_s};
    QVERIFY(!isConsented(settings, u"t"_s, changed));
    QTemporaryDir elsewhere;
    changed = command;
    changed.folder = elsewhere.path();
    QVERIFY(!isConsented(settings, u"t"_s, changed));
    write(u"tool.py"_s, "import shutil\n"); // the same command, another program
    QVERIFY(!isConsented(settings, u"t"_s, command));

    changed.words = {u"sh"_s, u"-c"_s, u"echo \u202e x"_s};
    QCOMPARE(commandText(changed), u"sh -c \"echo \\u202e x\""_s); // nothing is hidden
}

void ToolsTest::takesConsentBack()
{
    Settings settings(m_folder->filePath(u"settings.ini"_s));
    settings.set(Keys::allowedCommands, {u"0123abcd"_s}); // as it was kept once
    write(u"tool.py"_s, "print(1)\n");
    const ToolCommand command {.words = {u"python3"_s, u"tool.py"_s}, .folder = m_folder->path()};
    const ToolCommand other {.words = {u"say"_s, u"\"a, b\""_s}, .folder = m_folder->path()};
    consent(settings, u"t"_s, command);
    consent(settings, u"t"_s, command);
    consent(settings, u"u"_s, other);
    QList<Consent> all = consents(settings);
    QCOMPARE(all.size(), 3);
    QCOMPARE(all[0], Consent {.mark = u"0123abcd"_s});
    QCOMPARE(all[1].tool, u"t"_s);
    QCOMPARE(all[1].command, commandText(command));
    QCOMPARE(all[1].folder, QDir(m_folder->path()).canonicalPath());
    QCOMPARE(all[2].command, commandText(other));

    // One row for a command, whatever its file has said since.
    write(u"tool.py"_s, "print(2)\n");
    QVERIFY(!isConsented(settings, u"t"_s, command));
    consent(settings, u"t"_s, command);
    QVERIFY(isConsented(settings, u"t"_s, command));
    QCOMPARE(consents(settings).size(), 3);

    withdrawConsent(settings, u"0123abcd"_s);
    withdrawConsent(settings, u"t"_s, command);
    QVERIFY(!isConsented(settings, u"t"_s, command));
    QVERIFY(isConsented(settings, u"u"_s, other));
    all = consents(settings);
    QCOMPARE(all.size(), 1);
    withdrawConsent(settings, u"never given"_s);
    QCOMPARE(consents(settings), all);
}

QTEST_GUILESS_MAIN(ToolsTest)
#include "tst_tools.moc"
