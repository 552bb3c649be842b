// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <antiphon/core/json.h>

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <csignal>

using namespace Antiphon;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Ran {
    int exit = -1;
    QByteArray out = {};
    QByteArray err = {};
};

// Made up; long enough that it is shown as four dots and its end.
const QByteArray plantedKey = "sk-planted-0123456789-abcdefghijkl";

QProcessEnvironment environment()
{
    QProcessEnvironment env = QProcessEnvironment::systemEnvironment();
    for (const char *name :
         {"OPENAI_API_KEY", "ANTHROPIC_API_KEY", "GEMINI_API_KEY", "GOOGLE_API_KEY"})
        env.remove(QString::fromLatin1(name));
    env.insert(u"PLANTED_KEY"_s, QString::fromLatin1(plantedKey));
    return env;
}

void start(QProcess &process, const QStringList &arguments, const QString &locale = {})
{
    QProcessEnvironment env = environment();
    if (!locale.isEmpty()) {
        env.insert(u"LC_ALL"_s, locale);
        env.remove(u"LANGUAGE"_s);
    }
    process.setProcessEnvironment(env);
    process.start(QStringLiteral(ANTIPHON_CLI), arguments);
}

Ran run(const QStringList &arguments, const QByteArray &input = {}, const QString &locale = {})
{
    QProcess process;
    start(process, arguments, locale);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QList<Json> lines(const QByteArray &out)
{
    QList<Json> objects;
    for (const QByteArray &line : out.split('\n')) {
        if (auto json = parseJson(line); json && !line.isEmpty())
            objects.append(*json);
    }
    return objects;
}

void write(const QString &path, const QByteArray &bytes)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

class CliTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void helpIsAtEveryLevel_data();
    void helpIsAtEveryLevel();
    void badInputIsExplained_data();
    void badInputIsExplained();
    void runsTheSample();
    void rendersMessages();
    void renderErrorsHaveAPlace();
    void plansRetries();
    void plansTheTables_data();
    void plansTheTables();
    void namesItsPolicies();
    void stopsForTheBudget();
    void validatesLines();
    void asksForAValue();
    void speaksGerman();
    void jsonIsTheSameEverywhere();
    void callsTheSimulator();
    void recordsAndReplays();
    void nobodyListening();
    void keysAreListedAndChecked();
    void keysAreNowhere();
    void interruptKeepsThePartialText();
    void simulateEndsOnInterrupt();

private:
    QTemporaryDir m_folder;
    QString m_sample;
};

void CliTest::initTestCase()
{
    m_sample = m_folder.filePath(u"desk"_s);
    const Ran made = run({u"new"_s, m_sample, u"--sample"_s, u"support-desk"_s});
    QVERIFY2(made.exit == 0, made.err);
}

void CliTest::helpIsAtEveryLevel_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("the program") << QStringList {};
    for (const QString &command :
         {u"run"_s, u"call"_s, u"request"_s, u"render"_s, u"retry-plan"_s, u"validate"_s,
          u"simulate"_s, u"models"_s, u"providers"_s, u"prices"_s, u"keys"_s, u"new"_s})
        QTest::newRow(qPrintable(command)) << QStringList {command};
}

void CliTest::helpIsAtEveryLevel()
{
    QFETCH(QStringList, arguments);
    const Ran help = run(arguments + QStringList {u"--help"_s});
    QCOMPARE(help.exit, 0);
    QVERIFY(help.out.size() > 200);
}

void CliTest::badInputIsExplained_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exit");
    QTest::addColumn<QByteArrayList>("words");

    const QString broken = m_folder.filePath(u"broken"_s);
    write(broken + u"/antiphon.json"_s,
          "{\n  \"antiphon\": \"project/1\",\n  \"name\": \"x\",,\n}\n");
    const QString brokenTarget = m_folder.filePath(u"broken-target"_s);
    QVERIFY(run({u"new"_s, brokenTarget, u"--sample"_s, u"support-desk"_s}).exit == 0);
    write(brokenTarget + u"/targets/extra.json"_s,
          "{\"antiphon\": \"target/1\",\n \"provider\" \"simulator\"}");
    const QString unknown = m_folder.filePath(u"unknown.tmpl"_s);
    write(unknown, "USER: Hello {nobody}");

    const QStringList call {u"call"_s, u"--message"_s, u"hi"_s};
    QTest::newRow("no command") << QStringList {} << 2 << QByteArrayList {};
    QTest::newRow("an unknown option")
        << QStringList {u"run"_s, u"--colour"_s} << 2 << QByteArrayList {"--colour"};
    QTest::newRow("a project with broken JSON")
        << QStringList {u"run"_s, broken} << 3
        << QByteArrayList {"antiphon.json", "line 3", "column"};
    QTest::newRow("a broken target is told, the rest runs")
        << QStringList {u"request"_s, brokenTarget, u"--target"_s, u"extra"_s} << 3
        << QByteArrayList {"extra"};
    QTest::newRow("a folder that is no project")
        << QStringList {u"run"_s, m_folder.path()} << 3 << QByteArrayList {"antiphon.json"};
    QTest::newRow("an unknown target") << QStringList {u"run"_s, m_sample, u"--target"_s, u"moon"_s}
                                       << 3 << QByteArrayList {"moon", "flaky"};
    QTest::newRow("an unknown prompt") << QStringList {u"run"_s, m_sample, u"--prompt"_s, u"poem"_s}
                                       << 3 << QByteArrayList {"poem"};
    QTest::newRow("an unknown provider")
        << call + QStringList {u"--provider"_s, u"nimbus"_s, u"--model"_s, u"m"_s} << 3
        << QByteArrayList {"nimbus"};
    QTest::newRow("a missing key names its variable")
        << call + QStringList {u"--provider"_s, u"openai"_s, u"--model"_s, u"gpt-4o-mini"_s} << 3
        << QByteArrayList {"OPENAI_API_KEY"};
    QTest::newRow("a missing key of a named variable")
        << call + QStringList {u"--provider"_s, u"openai"_s,    u"--model"_s,
                               u"m"_s,          u"--key-env"_s, u"NO_SUCH_KEY"_s}
        << 3 << QByteArrayList {"NO_SUCH_KEY"};
    QTest::newRow("nothing to send")
        << QStringList {u"call"_s, u"--provider"_s, u"simulator"_s, u"--model"_s, u"echo"_s} << 2
        << QByteArrayList {"--message"};
    QTest::newRow("an unreadable file") << QStringList {u"call"_s, u"--provider"_s, u"simulator"_s,
                                                        u"--template"_s, u"/nowhere/x.tmpl"_s}
                                        << 3 << QByteArrayList {"/nowhere/x.tmpl"};
    QTest::newRow("a variable without a value")
        << QStringList {u"run"_s, m_sample, u"--var"_s, u"ticket"_s} << 2
        << QByteArrayList {"NAME=VALUE"};
    QTest::newRow("an unknown variable in a template")
        << QStringList {u"call"_s, u"--provider"_s, u"simulator"_s, u"--model"_s,
                        u"echo"_s, u"--template"_s, unknown}
        << 3 << QByteArrayList {"nobody"};
    QTest::newRow("an ill-typed parameter")
        << call + QStringList {u"--provider"_s, u"simulator"_s, u"--model"_s,
                               u"echo"_s,       u"--param"_s,   u"temperature=warm"_s}
        << 3 << QByteArrayList {"temperature", "number"};
    QTest::newRow("an unknown script") << QStringList {u"simulate"_s, u"--script"_s, u"poetry"_s}
                                       << 3 << QByteArrayList {"poetry", "steady"};
    QTest::newRow("a new project over an old one")
        << QStringList {u"new"_s, m_sample} << 3 << QByteArrayList {"desk"};
}

void CliTest::badInputIsExplained()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, exit);
    QFETCH(QByteArrayList, words);

    const Ran ran = run(arguments);
    QVERIFY2(ran.exit == exit, "exit " + QByteArray::number(ran.exit) + ": " + ran.err);
    QVERIFY(!ran.err.isEmpty());
    for (const QByteArray &word : words)
        QVERIFY2(ran.err.contains(word), ran.err);
}

void CliTest::runsTheSample()
{
    const Ran ran = run({u"run"_s, m_sample, u"--json"_s, u"--seed"_s, u"7"_s});
    QVERIFY2(ran.exit == 0, ran.err);
    const QList<Json> calls = lines(ran.out);
    QVERIFY(calls.size() >= 4);
    bool retried = false;
    for (const Json &call : calls) {
        QVERIFY(find(call, "simulated")->as_bool());
        QVERIFY(!textOf(call, "content").isEmpty());
        retried = retried || find(call, "attempts")->size() > 1;
    }
    QVERIFY(retried);
}

void CliTest::rendersMessages()
{
    const Ran ran = run({u"render"_s, u"-"_s, u"--json"_s, u"--var"_s, u"who=world"_s},
                        "SYSTEM: Be brief.\nUSER: Hello {who}\n");
    QVERIFY2(ran.exit == 0, ran.err);
    QCOMPARE(ran.out,
             "{\"messages\":[{\"role\":\"system\",\"content\":\"Be brief.\"},"
             "{\"role\":\"user\",\"content\":\"Hello world\"}],\"warnings\":[]}\n"_ba);
}

void CliTest::renderErrorsHaveAPlace()
{
    const Ran ran
        = run({u"render"_s, u"-"_s, u"--json"_s}, "SYSTEM: Be brief.\nUSER: Hello {who}\n");
    QCOMPARE(ran.exit, 1);
    const QList<Json> objects = lines(ran.out);
    QCOMPARE(objects.size(), 1);
    const Json *error = find(objects.first(), "error");
    QVERIFY(error);
    QCOMPARE(textOf(*error, "kind"), u"missing-variable"_s);
    QCOMPARE(textOf(*error, "name"), u"who"_s);
    QCOMPARE(find(*error, "line")->as<int>(), 2);
    QCOMPARE(find(*error, "column")->as<int>(), 13);
}

void CliTest::plansRetries()
{
    const QString outcomes = m_folder.filePath(u"outcomes.json"_s);
    write(outcomes,
          R"([{"error":"server","status":503},{"error":"server","status":503},{"result":"ok"}])");
    const Ran ran = run({u"retry-plan"_s, u"--outcomes"_s, outcomes, u"--json"_s});
    QVERIFY2(ran.exit == 0, ran.err);
    const QList<Json> objects = lines(ran.out);
    QCOMPARE(objects.size(), 1);
    QCOMPARE(find(objects.first(), "attempts")->as<int>(), 3);
    QCOMPARE(toBytes(*find(objects.first(), "waits")), "[0.5,1.0]"_ba);
    QCOMPARE(textOf(objects.first(), "final"), u"success"_s);
}

// The tables of waits: tenacity's, and those of official SDKs.
void CliTest::plansTheTables_data()
{
    QTest::addColumn<QString>("policy"); // a name, or a wait
    QTest::addColumn<QByteArray>("ranges");

    const auto row = [](const char *name, const char *policy, const char *ranges) {
        QTest::newRow(name) << QString::fromLatin1(policy) << QByteArray(ranges);
    };
    row("exponential", R"({"type": "exponential"})", "1,1 2,2 4,4 8,8 16,16 32,32");
    row("exponential, bounded", R"({"type": "exponential", "min": 4, "max": 10})",
        "4,4 4,4 4,4 8,8 10,10 10,10");
    row("exponential of 3",
        R"({"type": "exponential", "multiplier": 2, "exp_base": 3, "max": 100})",
        "2,2 6,6 18,18 54,54 100,100 100,100");
    row("min above max", R"({"type": "exponential", "min": 20, "max": 5})",
        "20,20 20,20 20,20 20,20 20,20 20,20");
    row("incrementing", R"({"type": "incrementing", "start": 1, "increment": 2, "max": 6})",
        "1,1 3,3 5,5 6,6 6,6 6,6");
    row("incrementing by 100", R"({"type": "incrementing", "start": 500, "increment": 100})",
        "500,500 600,600 700,700 800,800 900,900 1000,1000");
    row("chain",
        R"({"type": "chain", "of": [{"type": "fixed", "seconds": 1},
            {"type": "fixed", "seconds": 1}, {"type": "fixed", "seconds": 1},
            {"type": "fixed", "seconds": 5}]})",
        "1,1 1,1 1,1 5,5 5,5 5,5");
    row("sum",
        R"({"type": "combine", "of": [{"type": "fixed", "seconds": 3},
            {"type": "fixed", "seconds": 2}]})",
        "5,5 5,5 5,5 5,5 5,5 5,5");
    row("full jitter", R"({"type": "random_exponential", "multiplier": 0.5, "max": 60})",
        "0,0.5 0,1 0,2 0,4 0,8 0,16");
    row("jitter inside the cap", R"({"type": "exponential_jitter", "max": 60})",
        "1,2 2,3 4,5 8,9 16,17 32,33");
    row("OpenAI", "openai-python", "0.375,0.5 0.75,1");
    row("OpenAI for Node", "openai-node", "0.375,0.5 0.75,1");
    row("Anthropic", "anthropic-python", "0.375,0.5 0.75,1");
    row("Google", "google-genai-python", "1,2 2,3 4,5 8,9");
    row("Cohere", "cohere-python", "0.9,1.1 1.8,2.2");
    row("Mirascope 2", "mirascope-2", "0.5,0.5 1,1 2,2");
    row("a number of attempts", "3", "0.5,0.5 1,1");
}

void CliTest::plansTheTables()
{
    QFETCH(QString, policy);
    const QString outcomes = m_folder.filePath(u"failing.json"_s);
    write(outcomes, R"([{"error": "server", "status": 503}])");
    if (policy.startsWith(u'{')) {
        const QString file = m_folder.filePath(u"table.json"_s);
        write(file, R"({"stop": {"after_attempt": 7}, "wait": )" + policy.toUtf8() + "}");
        policy = file;
    }
    const Ran ran = run({u"retry-plan"_s, u"--policy"_s, policy, u"--outcomes"_s, outcomes,
                         u"--json"_s, u"--ranges"_s, u"--seed"_s, u"5"_s});
    QVERIFY2(ran.exit == 0, ran.err);
    const QList<Json> objects = lines(ran.out);
    QCOMPARE(objects.size(), 1);
    QByteArrayList ranges;
    for (const Json &wait : find(objects.first(), "waits")->array_range()) {
        const double min = wait["min"].as<double>();
        const double max = wait["max"].as<double>();
        const double drawn = wait["drawn"].as<double>();
        QVERIFY(drawn >= min && drawn <= max);
        ranges.append(QByteArray::number(min) + ',' + QByteArray::number(max));
    }
    QTEST(ranges.join(' '), "ranges");
    QCOMPARE(textOf(objects.first(), "final"), u"gave-up"_s);
}

void CliTest::namesItsPolicies()
{
    const Ran ran = run({u"retry-plan"_s, u"--list"_s, u"--json"_s});
    QVERIFY2(ran.exit == 0, ran.err);
    QCOMPARE(lines(ran.out).size(), 10);
    QVERIFY(run({u"retry-plan"_s, u"--list"_s}).out.contains("openai-python"));
    QCOMPARE(run({u"retry-plan"_s}).exit, 2);
}

void CliTest::stopsForTheBudget()
{
    const QStringList call {u"call"_s,    u"--provider"_s, u"simulator"_s,
                            u"--model"_s, u"steady"_s,     u"--message"_s,
                            u"Hello"_s,   u"--json"_s,     u"--budget"_s};
    const Ran poor = run(call + QStringList {u"0.0001"_s});
    QCOMPARE(poor.exit, 4);
    const QList<Json> objects = lines(poor.out);
    QCOMPARE(objects.size(), 1);
    QCOMPARE(textOf(objects.first(), "state"), u"over-budget"_s);
    QCOMPARE(textOf(*find(objects.first(), "error"), "kind"), u"budget"_s);
    QVERIFY2(poor.err.contains("Raise it with --budget"), poor.err);
    const Ran rich = run(call + QStringList {u"1"_s});
    QVERIFY2(rich.exit == 0, rich.err);
}

void CliTest::validatesLines()
{
    QFile file(m_folder.filePath(u"n.schema.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"type": "object", "properties": {"n": {"type": "integer"}}})");
    file.close();
    const QByteArray input = "{\"n\": 1}\n{\"n\": \"1\"}\n";

    const Ran strict = run({u"validate"_s, u"--schema"_s, file.fileName()}, input);
    QCOMPARE(strict.out, "true\nfalse\n");
    QCOMPARE(strict.exit, 1);
    const Ran lax = run({u"validate"_s, u"--schema"_s, file.fileName(), u"--lax"_s}, input);
    QCOMPARE(lax.out, "true\ntrue\n");
    QCOMPARE(lax.exit, 0);
    const Ran json = run({u"validate"_s, u"--schema"_s, file.fileName(), u"--json"_s}, input);
    const QList<Json> answers = lines(json.out);
    QCOMPARE(answers.size(), 2);
    QCOMPARE(toBytes(answers[0]), R"({"valid":true})");
    QCOMPARE(textOf(answers[1]["errors"][0], "path"), u"/n"_s);
    QCOMPARE(textOf(answers[1]["errors"][0], "keyword"), u"type"_s);

    const Ran alone
        = run({u"validate"_s},
              R"({"schema": {"items": [{"type": "string"}]}, "instance": [1], "draft": "draft7"})");
    QCOMPARE(alone.out, "false\n");
    const Ran remote
        = run({u"validate"_s}, R"({"schema": {"$ref": "http://127.0.0.1:1/x"}, "instance": 1})");
    QCOMPARE(remote.out, "error\n");
    QCOMPARE(remote.exit, 3);
}

void CliTest::asksForAValue()
{
    QFile file(m_folder.filePath(u"person.schema.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"type": "object", "properties": {"name": {"type": "string"},
                   "age": {"type": "integer"}}, "required": ["name", "age"]})");
    file.close();
    const Ran ran = run({u"call"_s, u"--provider"_s, u"simulator"_s, u"--model"_s, u"steady"_s,
                         u"--message"_s, u"Who?"_s, u"--schema"_s, file.fileName(), u"--json"_s});
    QVERIFY2(ran.exit == 0, ran.err);
    const Json value = lines(ran.out).first()["value"];
    QVERIFY(value["name"].is_string());
    QVERIFY(value["age"].is_int64());
}

void CliTest::speaksGerman()
{
    const QString german = u"de_DE.UTF-8"_s;
    const Ran help = run({u"run"_s, u"--help"_s}, {}, german);
    QCOMPARE(help.exit, 0);
    QVERIFY2(help.out.contains("Der Ordner des Projekts"), help.out);
    QVERIFY2(!help.out.contains("Options:"), help.out);
    const Ran ran = run({u"run"_s, u"/nowhere"_s}, {}, german);
    QVERIFY2(ran.err.contains("Es gibt keinen Ordner /nowhere."), ran.err);
}

void CliTest::jsonIsTheSameEverywhere()
{
    const QString outcomes = m_folder.filePath(u"same.json"_s);
    write(outcomes, R"([{"error":"dropped"},{"error":"rate-limit","status":429},{"result":"ok"}])");
    const QStringList arguments {u"retry-plan"_s, u"--outcomes"_s, outcomes, u"--json"_s};
    const Ran english = run(arguments);
    QVERIFY2(english.exit == 0, english.err);
    QVERIFY2(english.out.contains(" 0.5 s"), english.out);
    QCOMPARE(run(arguments, {}, u"de_DE.UTF-8"_s).out, english.out);
}

void CliTest::callsTheSimulator()
{
    const Ran ran = run({u"call"_s, u"--provider"_s, u"simulator"_s, u"--model"_s, u"echo"_s,
                         u"--message"_s, u"Ruf und Antwort \u00e4\u4f60\U0001F600"_s});
    QVERIFY2(ran.exit == 0, ran.err);
    QCOMPARE(QString::fromUtf8(ran.out), u"Ruf und Antwort \u00e4\u4f60\U0001F600\n"_s);
}

void CliTest::recordsAndReplays()
{
    const QString folder = m_folder.filePath(u"recordings"_s);
    const QStringList call {u"call"_s,   u"--provider"_s, u"simulator"_s, u"--model"_s,
                            u"steady"_s, u"--message"_s,  u"Hello"_s,     u"--json"_s};
    const Ran recorded = run(call + QStringList {u"--record"_s, folder});
    QVERIFY2(recorded.exit == 0, recorded.err);
    QCOMPARE(QDir(folder).entryList({u"*.json"_s}).size(), 1);
    const Ran replayed = run(call + QStringList {u"--replay"_s, folder});
    QVERIFY2(replayed.exit == 0, replayed.err);
    QCOMPARE(textOf(lines(replayed.out).first(), "content"),
             textOf(lines(recorded.out).first(), "content"));
}

void CliTest::nobodyListening()
{
    const Ran ran = run({u"call"_s, u"--provider"_s, u"openai-compatible"_s, u"--base-url"_s,
                         u"http://127.0.0.1:9/v1"_s, u"--model"_s, u"m"_s, u"--message"_s, u"hi"_s,
                         u"--retry"_s, u"2"_s, u"--json"_s});
    QCOMPARE(ran.exit, 1);
    const QList<Json> calls = lines(ran.out);
    QCOMPARE(calls.size(), 1);
    const Json *error = find(calls.first(), "error");
    QCOMPARE(textOf(*error, "kind"), u"connection"_s);
    QCOMPARE(find(calls.first(), "attempts")->size(), size_t(2));
    QVERIFY(ran.err.contains("127.0.0.1"));
}

void CliTest::keysAreNowhere()
{
    const QString recordings = m_folder.filePath(u"key-recordings"_s);
    const QStringList options {u"--provider"_s, u"openai"_s,
                               u"--base-url"_s, u"http://127.0.0.1:9/v1"_s,
                               u"--model"_s,    u"m"_s,
                               u"--message"_s,  QString::fromLatin1("my key is " + plantedKey),
                               u"--key-env"_s,  u"PLANTED_KEY"_s,
                               u"--json"_s};
    const Ran called
        = run(QStringList {u"call"_s} + options
              + QStringList {u"--with-requests"_s, u"--no-retry"_s, u"--record"_s, recordings});
    const Ran asked = run(QStringList {u"request"_s} + options);
    QVERIFY2(asked.exit == 0, asked.err);
    QByteArray all = called.out + called.err + asked.out + asked.err;
    for (const char *format : {"text", "table", "markdown"}) {
        const QString file = m_folder.filePath(QLatin1StringView(format));
        QStringList written = options;
        written.removeLast(); // --json
        written += {u"--format"_s, QLatin1StringView(format), u"--out"_s, file, u"--no-retry"_s};
        const Ran ran = run(QStringList {u"call"_s} + written);
        QFile report(file);
        QVERIFY2(report.open(QIODevice::ReadOnly), ran.err);
        all += ran.out + ran.err + report.readAll();
    }
    for (const QString &name : QDir(recordings).entryList(QDir::Files)) {
        QFile file(recordings + u'/' + name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        all += file.readAll();
    }
    QVERIFY(asked.out.contains("••••ijkl"));
    QVERIFY(!all.contains(plantedKey));
    QVERIFY(!all.contains(plantedKey.toBase64()));
}

void CliTest::interruptKeepsThePartialText()
{
    // Real time passes, since another process is watched; a slow machine gets more of it.
    for (const std::chrono::milliseconds wait : {1500ms, 6000ms, 24000ms}) {
        QProcess process;
        start(process,
              {u"call"_s, u"--provider"_s, u"simulator"_s, u"--model"_s, u"long"_s, u"--message"_s,
               u"go on"_s, u"--json"_s});
        QVERIFY(process.waitForStarted());
        QTest::qWait(wait);
        ::kill(pid_t(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(5000));
        QCOMPARE(process.exitCode(), 130);
        const QList<Json> calls = lines(process.readAllStandardOutput());
        QCOMPARE(calls.size(), 1);
        QCOMPARE(textOf(calls.first(), "state"), u"cancelled"_s);
        if (!textOf(calls.first(), "content").isEmpty())
            return;
    }
    QFAIL("no text was kept");
}

void CliTest::simulateEndsOnInterrupt()
{
    QProcess process;
    start(process, {u"simulate"_s});
    QVERIFY(process.waitForReadyRead(10'000));
    QVERIFY(process.readAllStandardOutput().startsWith("READY http://127.0.0.1:"));
    ::kill(pid_t(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(5000));
    QCOMPARE(process.exitCode(), 0);
}

void CliTest::keysAreListedAndChecked()
{
    const Ran list = run({u"keys"_s, u"list"_s, u"--json"_s});
    QCOMPARE(list.exit, 0);
    QMap<QString, QString> states;
    for (const Json &line : lines(list.out))
        states.insert(textOf(line, "provider"), textOf(line, "state"));
    QCOMPARE(states.value(u"openai"_s), u"missing"_s);
    QCOMPARE(states.value(u"simulator"_s), u"not-needed"_s);

    const Ran good
        = run({u"keys"_s, u"check"_s, m_sample, u"--target"_s, u"steady"_s, u"--json"_s});
    QCOMPARE(good.exit, 0);
    QCOMPARE(lines(good.out).size(), 1);
    const Json report = lines(good.out).first();
    QVERIFY(find(report, "ok")->as<bool>());
    QCOMPARE(textOf(report, "target"), u"steady"_s);

    const Ran none
        = run({u"keys"_s, u"check"_s, u"--provider"_s, u"openai"_s, u"--model"_s, u"m"_s});
    QCOMPARE(none.exit, 3);
    QVERIFY(none.out.contains("OPENAI_API_KEY"));
}

QTEST_GUILESS_MAIN(CliTest)
#include "tst_cli.moc"
