// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/store/project/callinputs.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Antiphon;
using namespace Qt::StringLiterals;

/// Rules and scripts in the files of a project.
class ScriptsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void loads();
    void savesWithoutChange();
    void keepsWhatItDoesNotKnow();
    void listsFaultsWithTheirPlaces();
    void listsWhatIsNotThere();
    void savesScripts();
    void makesCallInputs();

private:
    void put(const QString &path, const QByteArray &bytes);
    [[nodiscard]] QByteArray bytesOf(const QString &path) const;
    [[nodiscard]] Project load();

    QTemporaryDir m_dir;
    QString m_folder;
    int m_count = 0;
};

static const QByteArray promptText = R"({
  "antiphon": "prompt/1",
  "id": "k7m2q9x4tz1a",
  "title": "Reply",
  "variants": {
    "default": "template.tmpl",
    "short": "template.short.tmpl"
  },
  "dynamic": {
    "computed": {
      "length": "ticket.length",
      "label": {
        "prompt": "classify",
        "inputs": {
          "text": "ticket"
        },
        "mine": 1
      },
      "note": "what is worked out"
    },
    "rules": [
      {
        "when": "length > 10",
        "set": {
          "params.max_tokens": 5
        },
        "enabled": false,
        "note": "long",
        "color": "red"
      }
    ],
    "later": true
  }
}
)";

void ScriptsTest::put(const QString &path, const QByteArray &bytes)
{
    const QString full = m_folder + u'/' + path;
    QVERIFY(QDir().mkpath(QFileInfo(full).absolutePath()));
    QFile file(full);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray ScriptsTest::bytesOf(const QString &path) const
{
    QFile file(m_folder + u'/' + path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(not there)");
}

Project ScriptsTest::load()
{
    auto project = loadProject(m_folder);
    return project ? *std::move(project) : Project {.name = project.error().message};
}

void ScriptsTest::init()
{
    m_folder = m_dir.filePath(QString::number(++m_count));
    put(u"antiphon.json"_s, "{\n  \"antiphon\": \"project/1\",\n  \"id\": \"aaaaaaaaaaaa\"\n}\n");
    put(u"prompts/reply/prompt.json"_s, promptText);
    put(u"prompts/reply/template.tmpl"_s, "{label} {ticket}\n");
    put(u"prompts/reply/template.short.tmpl"_s, "{label}\n");
    put(u"prompts/reply/dynamic.js"_s, "export function config(vars) {\n  return {};\n}\n");
    put(u"prompts/reply/parse.js"_s, "export const parse = r => r.content;\n");
    put(u"prompts/classify/prompt.json"_s,
        "{\n  \"antiphon\": \"prompt/1\",\n  \"id\": \"bbbbbbbbbbbb\",\n  \"title\": \"C\"\n}\n");
    put(u"prompts/classify/template.tmpl"_s, "{text}\n");
}

void ScriptsTest::loads()
{
    const Project project = load();
    const PromptEntry *entry = findPrompt(project, u"reply");
    QVERIFY(entry);
    const Dynamics &dynamics = entry->prompt.dynamics;
    QCOMPARE(dynamics.computed.size(), 2);
    QCOMPARE(dynamics.rules.size(), 1);
    QCOMPARE(dynamics.config.file(), u"dynamic.js"_s);
    QVERIFY(dynamics.parser.source().contains("r.content"_L1));
    for (const Problem &problem : project.problems)
        QVERIFY2(problem.severity == Problem::Severity::Hint, qPrintable(toText(problem)));
}

void ScriptsTest::savesWithoutChange()
{
    const Project project = load();
    QVERIFY(savePrompt(project, *findPrompt(project, u"reply")));
    QCOMPARE(bytesOf(u"prompts/reply/prompt.json"_s), promptText);
}

void ScriptsTest::keepsWhatItDoesNotKnow()
{
    const Project project = load();
    PromptEntry entry = *findPrompt(project, u"reply");
    entry.prompt.dynamics.rules[0].enabled = true;
    entry.prompt.dynamics.computed[0].expression = Script(u"2"_s, {});
    QVERIFY(savePrompt(project, entry));
    QByteArray expected = promptText;
    expected.replace("ticket.length", "2").replace("        \"enabled\": false,\n", "");
    QCOMPARE(bytesOf(u"prompts/reply/prompt.json"_s), expected);
}

void ScriptsTest::listsFaultsWithTheirPlaces()
{
    QByteArray broken = promptText;
    broken.replace("length > 10", "length >").replace("ticket.length", "(");
    put(u"prompts/reply/prompt.json"_s, broken);
    put(u"prompts/reply/dynamic.js"_s, "export function config(vars) {\n  return {;\n}\n");
    put(u"retry/odd.json"_s,
        "{\n  \"antiphon\": \"retry/1\",\n  \"id\": \"cccccccccccc\",\n  \"when\": {\n"
        "    \"any\": [\n      \"never\",\n      {\n        \"result\": \"1 +\"\n      }\n    ]\n"
        "  }\n}\n");
    const Project project = load();
    QVERIFY(findPrompt(project, u"reply")); // it is there, to be mended
    QMap<QString, int> lines;
    for (const Problem &problem : project.problems) {
        if (problem.severity == Problem::Severity::Error)
            lines.insert(problem.file + u':' + QString::number(problem.line), problem.column);
    }
    QCOMPARE(lines.keys(),
             (QStringList {u"prompts/reply/dynamic.js:2"_s, u"prompts/reply/prompt.json:11"_s,
                           u"prompts/reply/prompt.json:23"_s, u"retry/odd.json:8"_s}));
    QCOMPARE(lines.value(u"prompts/reply/dynamic.js:2"_s), 11);
}

void ScriptsTest::listsWhatIsNotThere()
{
    QByteArray text = promptText;
    text.replace("\"classify\"", "\"nobody\"")
        .replace("\"params.max_tokens\": 5", "\"target\": \"nowhere\", \"retry\": \"never\"");
    put(u"prompts/reply/prompt.json"_s, text);
    QStringList warnings;
    for (const Problem &problem : load().problems) {
        if (problem.severity == Problem::Severity::Warning)
            warnings.append(problem.message);
    }
    QCOMPARE(warnings,
             (QStringList {u"There is no prompt \"nobody\" to ask."_s,
                           u"There is no target \"nowhere\"."_s,
                           u"There is no retry policy \"never\"."_s}));
}

void ScriptsTest::savesScripts()
{
    const Project project = load();
    QVERIFY(saveScript(project, u"reply"_s, PromptScript::Config, u"export const a = 1"_s));
    QCOMPARE(bytesOf(u"prompts/reply/dynamic.js"_s), QByteArray("export const a = 1\n"));
    QVERIFY(saveScript(project, u"reply"_s, PromptScript::Parser, u" \n"_s));
    QCOMPARE(bytesOf(u"prompts/reply/parse.js"_s), QByteArray("(not there)"));
    QVERIFY(saveScript(project, u"reply"_s, PromptScript::Parser, {})); // and once more
}

void ScriptsTest::makesCallInputs()
{
    const Project project = load();
    const auto inputs = callInputs(project, u"reply"_s, u"short"_s);
    QVERIFY(inputs);
    QCOMPARE(inputs->prompt.text, u"{label}\n"_s);
    QVERIFY(!inputs->prompt.dynamics.isEmpty());
    QVERIFY(!callInputs(project, u"nobody"_s, u"default"_s));
    QVERIFY(!callInputs(project, u"reply"_s, u"long"_s));
}

QTEST_GUILESS_MAIN(ScriptsTest)
#include "tst_scripts.moc"
