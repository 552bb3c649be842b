// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <antiphon/core/json.h>

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Antiphon;
using namespace Qt::StringLiterals;

/// Rules, scripts and chained prompts on the command line, answered by the simulator.
class CliScriptsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void requestSaysWhereValuesComeFrom();
    void requestShowsExamples();
    void scriptConfiguresACall();
    void scriptErrorsHaveTheirPlace();
    void runAsksOtherPrompts();
    void retryPlanRunsPredicates();

private:
    void put(const QString &path, const QByteArray &bytes);

    QTemporaryDir m_dir;
};

struct Ran {
    int exit = -1;
    QByteArray out = {};
    QByteArray err = {};
};

static Ran run(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral(ANTIPHON_CLI), arguments);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

void CliScriptsTest::put(const QString &path, const QByteArray &bytes)
{
    const QString full = m_dir.filePath(path);
    QVERIFY(QDir().mkpath(QFileInfo(full).path()));
    QFile file(full);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

void CliScriptsTest::initTestCase()
{
    put(u"p/antiphon.json"_s, R"({"antiphon": "project/1", "id": "aaaaaaaaaaaa"})");
    put(u"p/targets/sim.json"_s, R"({"antiphon": "target/1", "id": "bbbbbbbbbbbb",
        "provider": "simulator", "model": "m", "params": {"temperature": 0.5},
        "simulate": {"script": "steady", "speed": 0}})");
    put(u"p/prompts/reply/prompt.json"_s, R"j({"antiphon": "prompt/1", "id": "cccccccccccc",
        "title": "Reply", "targets": ["sim"], "dynamic": {
            "computed": {"label": {"prompt": "shout", "inputs": {"word": "text"}},
                         "size": "text.length"},
            "rules": [{"when": "size > 3", "set": {"params.max_tokens": 77}}]}})j");
    put(u"p/prompts/reply/template.tmpl"_s, "{label} {text}\n");
    put(u"p/prompts/reply/dynamic.js"_s,
        "export function config(vars) {\n  console.log('size', vars.size);\n"
        "  return {call_params: {seed: 9}};\n}\n");
    put(u"p/prompts/shout/prompt.json"_s, R"({"antiphon": "prompt/1", "id": "dddddddddddd",
        "title": "Shout", "targets": ["sim"]})");
    put(u"p/prompts/shout/template.tmpl"_s, "Shout {word}\n");
}

void CliScriptsTest::requestSaysWhereValuesComeFrom()
{
    const Ran ran
        = run({u"request"_s, m_dir.filePath(u"p"_s), u"--prompt"_s, u"reply"_s, u"--var"_s,
               u"text=hello"_s, u"--param"_s, u"top_p=0.4"_s, u"--json"_s, u"--origins"_s});
    QVERIFY2(ran.exit == 0, ran.err);
    const auto json = parseJson(ran.out.trimmed());
    QVERIFY(json);
    const Json *origins = find(*json, "origins");
    QVERIFY(origins);
    QCOMPARE(toBytes(*find(*origins, "parameters")),
             QByteArray(R"({"max_tokens":"rule 1","seed":"dynamic.js","temperature":"target",)"
                        R"("top_p":"override"})"));
    QCOMPARE(textOf(*find(*origins, "variables"), "label"), u"answer"_s);
    QCOMPARE(textOf(*find(*origins, "variables"), "text"), u"input"_s);
    QVERIFY(ran.out.contains("<the answer of shout> hello"));
    QVERIFY2(ran.err.contains("size 5"), ran.err);
}

void CliScriptsTest::requestShowsExamples()
{
    put(u"p/datasets/few.csv"_s, "word,expected\nquiet,QUIET\n");
    put(u"p/prompts/loud/prompt.json"_s, R"({"antiphon": "prompt/1", "id": "eeeeeeeeeeee",
        "title": "Loud", "targets": ["sim"], "examples": "few"})");
    put(u"p/prompts/loud/template.tmpl"_s, "Shout {word}\n");
    const QStringList arguments {u"request"_s, m_dir.filePath(u"p"_s), u"--prompt"_s, u"loud"_s,
                                 u"--var"_s,   u"word=hello"_s,        u"--json"_s};
    const Ran ran = run(arguments);
    QVERIFY2(ran.exit == 0, ran.err);
    const qsizetype question = ran.out.indexOf("Shout quiet");
    const qsizetype answer = ran.out.indexOf("QUIET");
    QVERIFY2(question > 0 && answer > question && ran.out.indexOf("Shout hello") > answer, ran.out);

    put(u"p/datasets/few.csv"_s, "word,answer\nquiet,QUIET\n");
    const Ran broken = run(arguments);
    QCOMPARE(broken.exit, 3);
    QVERIFY2(broken.err.contains("has no column \"expected\""), broken.err);
}

void CliScriptsTest::scriptConfiguresACall()
{
    put(u"dynamic.js"_s,
        "export const config = (vars, context) => ({messages: [{role: 'user', content: "
        "vars.a + ' on ' + context.target.model}], call_params: {max_tokens: 12}});\n");
    const Ran ran = run({u"request"_s, u"--provider"_s, u"simulator"_s, u"--model"_s, u"m1"_s,
                         u"--message"_s, u"unused"_s, u"--var"_s, u"a=hi"_s, u"--script"_s,
                         m_dir.filePath(u"dynamic.js"_s), u"--json"_s});
    QVERIFY2(ran.exit == 0, ran.err);
    QVERIFY2(ran.out.contains("hi on m1") && !ran.out.contains("unused"), ran.out);
    QVERIFY2(ran.out.contains("12"), ran.out);
}

void CliScriptsTest::scriptErrorsHaveTheirPlace()
{
    put(u"bad.js"_s, "export function config(vars) {\n  return vars.a.b.c;\n}\n");
    const QStringList call {u"call"_s,      u"--provider"_s, u"simulator"_s, u"--model"_s, u"m"_s,
                            u"--message"_s, u"x"_s,          u"--json"_s,    u"--script"_s};
    const Ran ran = run(call + QStringList {m_dir.filePath(u"bad.js"_s)});
    QCOMPARE(ran.exit, 3);
    QVERIFY2((ran.out + ran.err).contains("bad.js, line 2"), ran.out + ran.err);

    put(u"worse.js"_s, "export function config(vars) {\n  return {;\n}\n");
    const Ran unread = run(call + QStringList {m_dir.filePath(u"worse.js"_s)});
    QCOMPARE(unread.exit, 3);
    QVERIFY2(unread.err.contains("worse.js, line 2, column 11"), unread.err);
}

void CliScriptsTest::runAsksOtherPrompts()
{
    put(u"p/prompts/reply/parse.js"_s, "export const parse = r => r.content.length;\n");
    const Ran ran = run({u"run"_s, m_dir.filePath(u"p"_s), u"--prompt"_s, u"reply"_s, u"--var"_s,
                         u"text=hello"_s, u"--json"_s});
    QVERIFY2(ran.exit == 0, ran.err);
    const auto json = parseJson(ran.out.trimmed(), 128);
    QVERIFY2(json, ran.out);
    QCOMPARE(textOf(*json, "state"), u"done"_s);
    const Json *asked = find(*json, "asked");
    QVERIFY(asked && find(*asked, "label"));
    QCOMPARE(textOf(*find(*asked, "label"), "prompt"), u"shout"_s);
    QCOMPARE(find(*json, "value")->as<qint64>(), textOf(*json, "content").size());
}

void CliScriptsTest::retryPlanRunsPredicates()
{
    put(u"policy.json"_s, R"j({"antiphon": "retry/1",
        "when": {"result": "content.includes('cheese')"}, "wait": {"type": "none"}})j");
    put(u"outcomes.json"_s, R"([{"result": "cheese"}, {"result": "bread"}])");
    const Ran ran = run({u"retry-plan"_s, u"--policy"_s, m_dir.filePath(u"policy.json"_s),
                         u"--outcomes"_s, m_dir.filePath(u"outcomes.json"_s), u"--json"_s});
    QCOMPARE(ran.exit, 0);
    const auto json = parseJson(ran.out.trimmed());
    QVERIFY(json);
    QCOMPARE(find(*json, "attempts")->as<int>(), 2);
    QCOMPARE(textOf(*json, "final"), u"success"_s);
}

QTEST_GUILESS_MAIN(CliScriptsTest)
#include "tst_cliscripts.moc"
