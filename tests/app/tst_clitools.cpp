// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <antiphon/core/json.h>

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>
#endif

using namespace Antiphon;
using namespace Qt::StringLiterals;

namespace {

struct Ran {
    int exit = -1;
    QByteArray out = {};
    QByteArray err = {};

    [[nodiscard]] Json json() const
    {
        const auto value = parseJson(out.trimmed());
        return value ? *value : Json("no JSON");
    }
};

} // namespace

/// Tools and conversations from outside, as a shell and a person at a terminal would use them.
class CliToolsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void runsTheSamplesTools();
    void withoutATerminalNobodyIsAsked();
    void offersToolsFromFiles();
    void explainsBadChoices();
    void commandsNeedConsent();
    void keepsConversations();
    void asksAtTheTerminal_data();
    void asksAtTheTerminal();

private:
    [[nodiscard]] Ran run(const QStringList &arguments) const;
    [[nodiscard]] QProcessEnvironment environment() const;
    [[nodiscard]] QString write(const QString &name, const QByteArray &text) const;

    QTemporaryDir m_folder;
    QString m_sample;
};

// With settings of its own: what is allowed on this machine is none of the test's business.
QProcessEnvironment CliToolsTest::environment() const
{
    QProcessEnvironment env = QProcessEnvironment::systemEnvironment();
    env.insert(u"XDG_CONFIG_HOME"_s, m_folder.filePath(u"config"_s));
    return env;
}

Ran CliToolsTest::run(const QStringList &arguments) const
{
    QProcess process;
    process.setProcessEnvironment(environment());
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(QStringLiteral(ANTIPHON_CLI), arguments);
    if (!process.waitForFinished(60'000))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QString CliToolsTest::write(const QString &name, const QByteArray &text) const
{
    const QString path = m_folder.filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

void CliToolsTest::initTestCase()
{
    m_sample = m_folder.filePath(u"desk"_s);
    const Ran made = run({u"new"_s, m_sample, u"--sample"_s, u"support-desk"_s});
    QVERIFY2(made.exit == 0, made.err);
}

void CliToolsTest::runsTheSamplesTools()
{
    const Ran ran = run({u"run"_s, m_sample, u"--prompt"_s, u"order-status"_s, u"--target"_s,
                         u"tool-user"_s, u"--json"_s});
    QVERIFY2(ran.exit == 0, ran.err);
    const Json call = ran.json();
    QCOMPARE(textOf(call, "state"), u"done"_s);
    QVERIFY(textOf(call, "content").startsWith("Here is what I found"_L1));
    QCOMPARE(call["attempts"].size(), size_t(2));
    const Json &run = call["attempts"][0]["toolResults"][0];
    QCOMPARE(textOf(run, "name"), u"find_order"_s);
    QCOMPARE(textOf(run, "by"), u"script"_s);
    QVERIFY(textOf(run, "result").contains("\"order\""_L1));
    QCOMPARE(textOf(call["attempts"][1], "kind"), u"tool"_s);

    const Ran table = this->run(
        {u"run"_s, m_sample, u"--prompt"_s, u"order-status"_s, u"--target"_s, u"tool-user"_s});
    QVERIFY(table.out.contains("find_order({\"order\":"));
}

void CliToolsTest::withoutATerminalNobodyIsAsked()
{
    const Ran ran = run({u"run"_s, m_sample, u"--prompt"_s, u"order-status"_s, u"--target"_s,
                         u"refunder"_s, u"--json"_s});
    QVERIFY2(ran.exit == 0, ran.err);
    const Json call = ran.json();
    QCOMPARE(textOf(call, "state"), u"done"_s);
    QCOMPARE(call["toolCalls"].size(), size_t(2)); // one of them needs a person
    QCOMPARE(call["attempts"].size(), size_t(1));
    QVERIFY(!find(call["attempts"][0], "toolResults"));
}

void CliToolsTest::offersToolsFromFiles()
{
    const QStringList call {u"call"_s, u"--provider"_s, u"simulator"_s, u"--model"_s,
                            u"tool"_s, u"--message"_s,  u"hi"_s,        u"--json"_s};
    const QString own = m_sample + u"/tools/find-order.tool.json"_s;
    Ran ran = run(call + QStringList {u"--tool"_s, own, u"--tool-choice"_s, u"find_order"_s});
    QVERIFY2(ran.exit == 0, ran.err);
    QCOMPARE(textOf(ran.json()["attempts"][0]["toolResults"][0], "by"), u"script"_s);

    const QString plain = write(
        u"plain.json"_s, R"({"type": "function", "function": {"name": "look", "parameters": {}}})");
    ran = run(call + QStringList {u"--tool"_s, plain});
    QVERIFY2(ran.exit == 0, ran.err);
    QCOMPARE(textOf(ran.json()["toolCalls"][0], "name"), u"look"_s); // for the caller to make
    QCOMPARE(ran.json()["attempts"].size(), size_t(1));
}

void CliToolsTest::explainsBadChoices()
{
    const QStringList call {u"call"_s, u"--provider"_s, u"simulator"_s, u"--model"_s,
                            u"tool"_s, u"--message"_s,  u"hi"_s};
    Ran ran = run(call + QStringList {u"--tool-choice"_s, u"required"_s});
    QCOMPARE(ran.exit, 2);
    QVERIFY(ran.err.contains("--tool-choice needs a --tool"));
    ran = run(call
              + QStringList {u"--tool"_s, m_sample + u"/tools/find-order.tool.json"_s,
                             u"--tool-choice"_s, u"other"_s});
    QCOMPARE(ran.exit, 2);
    ran = run(call + QStringList {u"--tool"_s, write(u"bad.tool.json"_s, "{\"antiphon\": 1,}")});
    QCOMPARE(ran.exit, 3);
    QVERIFY(ran.err.contains("bad.tool.json"));
}

void CliToolsTest::commandsNeedConsent()
{
#ifdef Q_OS_UNIX
    const QString file = write(u"mark.tool.json"_s, R"({"antiphon": "tool/1", "answer": "command",
        "command": ["/bin/sh", "-c", "touch ran; echo done"]})");
    const QStringList call {u"call"_s, u"--provider"_s, u"simulator"_s, u"--model"_s,
                            u"tool"_s, u"--tool"_s,     file,           u"--message"_s,
                            u"hi"_s,   u"--json"_s};
    Ran ran = run(call);
    QCOMPARE(ran.exit, 0);
    QVERIFY(!QFile::exists(m_folder.filePath(u"ran"_s)));
    QVERIFY(ran.json()["attempts"][0]["toolResults"][0]["isError"].as<bool>());
    QVERIFY2(ran.err.contains("nobody has allowed it: /bin/sh -c \"touch ran; echo done\""),
             ran.err);

    ran = run(call + QStringList {u"--allow-commands"_s});
    QCOMPARE(ran.exit, 0);
    QVERIFY(QFile::exists(m_folder.filePath(u"ran"_s))); // in the tool's own folder
    QCOMPARE(textOf(ran.json()["attempts"][0]["toolResults"][0], "result"), u"done"_s);
#else
    QSKIP("The command of this test is a shell of Unix.");
#endif
}

void CliToolsTest::keepsConversations()
{
    const QString chat = m_folder.filePath(u"chat.json"_s);
    const auto say = [&](const QString &text) {
        return run({u"call"_s, u"--provider"_s, u"simulator"_s, u"--model"_s, u"echo"_s,
                    u"--conversation"_s, chat, u"--system"_s, u"Be brief."_s, u"--message"_s,
                    text});
    };
    const auto kept = [&] {
        QFile file(chat);
        const auto json = parseJson(file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
        QStringList all;
        for (size_t i = 0; json && i < json->size(); ++i)
            all.append(textOf((*json)[i], "role") + u": "_s + textOf((*json)[i], "content"));
        return all;
    };
    QCOMPARE(say(u"One"_s).out.trimmed(), "One"_ba);
    QCOMPARE(say(u"Two"_s).out.trimmed(), "Two"_ba);
    QCOMPARE(kept(),
             (QStringList {u"system: Be brief."_s, u"user: One"_s, u"assistant: One"_s,
                           u"user: Two"_s, u"assistant: Two"_s}));
    const Ran failed
        = run({u"call"_s, u"--provider"_s, u"simulator"_s, u"--model"_s, u"server-error"_s,
               u"--no-retry"_s, u"--conversation"_s, chat, u"--message"_s, u"Three"_s});
    QCOMPARE(failed.exit, 1);
    QCOMPARE(kept().size(), 5); // what failed was not said
}

void CliToolsTest::asksAtTheTerminal_data()
{
    QTest::addColumn<QByteArrayList>("typed");
    QTest::addColumn<QString>("by");
    QTest::addColumn<QString>("result");

    QTest::newRow("yes") << QByteArrayList {"y"} << u"canned"_s
                         << u"The refund is noted. The money is back within five working days."_s;
    QTest::newRow("no") << QByteArrayList {"n"} << u"person"_s
                        << u"The user refused to let this tool run."_s;
    QTest::newRow("something else") << QByteArrayList {"sure, why not"} << u"person"_s
                                    << u"The user refused to let this tool run."_s;
    QTest::newRow("by hand") << QByteArrayList {"e", "Only half of it."} << u"person"_s
                             << u"Only half of it."_s;
}

void CliToolsTest::asksAtTheTerminal()
{
#ifdef Q_OS_UNIX
    QFETCH(const QByteArrayList, typed);
    QFETCH(const QString, by);
    QFETCH(const QString, result);
    const int master = ::posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK);
    QVERIFY(master >= 0 && ::grantpt(master) == 0 && ::unlockpt(master) == 0);
    const QString terminal = QString::fromLocal8Bit(::ptsname(master));

    QProcess process;
    process.setProcessEnvironment(environment());
    process.setStandardInputFile(terminal);
    process.setStandardErrorFile(terminal);
    process.start(QStringLiteral(ANTIPHON_CLI),
                  {u"run"_s, m_sample, u"--prompt"_s, u"order-status"_s, u"--target"_s,
                   u"refunder"_s, u"--json"_s});
    QVERIFY(process.waitForStarted());
    QByteArray shown;
    const auto sees = [&](qsizetype prompts) {
        char bytes[4096];
        for (auto count = ::read(master, bytes, sizeof bytes); count > 0;
             count = ::read(master, bytes, sizeof bytes))
            shown.append(bytes, count);
        return shown.count("> ") >= prompts;
    };
    for (qsizetype i = 0; i < typed.size(); ++i) {
        QTRY_VERIFY_WITH_TIMEOUT(sees(i + 1), 20'000);
        const QByteArray line = typed[i] + '\n';
        QCOMPARE(::write(master, line.constData(), size_t(line.size())), line.size());
    }
    QVERIFY(process.waitForFinished(20'000));
    ::close(master);
    QVERIFY2(shown.contains("the model calls promise_refund({\"order\":\"B-2001\""), shown);
    QCOMPARE(process.exitCode(), 0);
    const auto call = parseJson(process.readAllStandardOutput().trimmed());
    QVERIFY(call);
    const Json &run = (*call)["attempts"][0]["toolResults"][1];
    QCOMPARE(textOf(run, "by"), by);
    QCOMPARE(textOf(run, "result"), result);
    QCOMPARE(textOf(*call, "state"), u"done"_s);
#else
    QSKIP("The terminal of this test is one of Unix.");
#endif
}

QTEST_GUILESS_MAIN(CliToolsTest)
#include "tst_clitools.moc"
