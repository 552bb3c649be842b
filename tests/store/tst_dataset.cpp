// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/store/exchange/readcsv.h>
#include <antiphon/store/project/callinputs.h>
#include <antiphon/store/project/datasetfile.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Antiphon;

class DatasetTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsCsv_data();
    void readsCsv();
    void refusesCsv_data();
    void refusesCsv();
    void readsRows();
    void saysWhereItIsWrong_data();
    void saysWhereItIsWrong();
    void promptsTakeTheirExamples();
    void missingDatasetsAreNamed();
    void savingKeepsTheChoice();

private:
    void write(const QString &file, const QByteArray &text);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void DatasetTest::write(const QString &file, const QByteArray &text)
{
    const QString path = m_folder->filePath(file);
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile out(path);
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write(text);
}

void DatasetTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    write(u"antiphon.json"_s, R"({"antiphon": "project/1", "id": "p", "name": "P", "format": 1})");
    write(u"prompts/ask/template.tmpl"_s, "{ticket}\n");
    write(u"prompts/ask/prompt.json"_s,
          R"({"antiphon": "prompt/1", "id": "a", "mapping": {"ticket": "Body"},
              "examples": "sorted", "tags": ["x"]})");
}

void DatasetTest::readsCsv_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<QStringList>>("cells");

    QTest::newRow("nothing") << QString() << QList<QStringList> {};
    QTest::newRow("plain") << u"a,b\n1,2\n"_s
                           << QList<QStringList> {{u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}};
    QTest::newRow("no end of line") << u"a,b"_s << QList<QStringList> {{u"a"_s, u"b"_s}};
    QTest::newRow("empty cells") << u"a,,\n,,"_s
                                 << QList<QStringList> {{u"a"_s, u""_s, u""_s},
                                                        {u""_s, u""_s, u""_s}};
    QTest::newRow("empty lines are nothing")
        << u"a\n\n\nb\n\n"_s << QList<QStringList> {{u"a"_s}, {u"b"_s}};
    QTest::newRow("quotes") << u"\"a, \"\"b\"\"\",\"c\nd\",\"\"\n"_s
                            << QList<QStringList> {{u"a, \"b\""_s, u"c\nd"_s, u""_s}};
    QTest::newRow("blanks are kept") << u" a , b "_s << QList<QStringList> {{u" a "_s, u" b "_s}};
}

void DatasetTest::readsCsv()
{
    QFETCH(QString, text);
    QFETCH(QList<QStringList>, cells);
    const auto records = readCsv(text);
    QVERIFY(records);
    QList<QStringList> got;
    for (const CsvRecord &record : *records)
        got.append(record.cells);
    QCOMPARE(got, cells);
}

void DatasetTest::refusesCsv_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("line");

    QTest::newRow("a quote within") << u"a\nb\"c\n"_s << 2;
    QTest::newRow("text behind a quote") << u"\"a\nb\"c"_s << 2;
    QTest::newRow("no end") << u"a\n\"b\nc\n"_s << 2;
}

void DatasetTest::refusesCsv()
{
    QFETCH(QString, text);
    QFETCH(int, line);
    const auto records = readCsv(text);
    QVERIFY(!records);
    QCOMPARE(records.error().line, line);
    QVERIFY(!records.error().message.isEmpty());
}

void DatasetTest::readsRows()
{
    write(u"datasets/a.csv"_s,
          "\xef\xbb\xbf"
          "q,expected\r\n\"x\r\ny\",1\r\n");
    const auto csv = readDataset(m_folder->path(), u"a"_s);
    QVERIFY(csv);
    QCOMPARE(*csv,
             (Dataset {.slug = u"a"_s, .rows = {*parseJson(R"({"q": "x\ny", "expected": "1"})")}}));

    write(u"datasets/b.jsonl"_s, "{\"q\": [1], \"answer\": {\"n\": 1}}\n\n{\"q\": [2]}\n");
    write(u"datasets/b.dataset.json"_s,
          R"({"antiphon": "dataset/1", "columns": {"q": {"type": "list"}}, "id": "nr",
              "expected": ["answer"]})");
    const auto lines = readDataset(m_folder->path(), u"b"_s);
    QVERIFY(lines);
    QCOMPARE(*lines,
             (Dataset {.slug = u"b"_s,
                       .rows = {*parseJson(R"({"q": [1], "answer": {"n": 1}})"),
                                *parseJson(R"({"q": [2]})")},
                       .types = {{u"q"_s, u"list"_s}},
                       .id = u"nr"_s,
                       .expected = {u"answer"_s}}));
}

void DatasetTest::saysWhereItIsWrong_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");

    QTest::newRow("nothing in it") << u"datasets/sorted.csv"_s << ""_ba << 1;
    QTest::newRow("a cell too many")
        << u"datasets/sorted.csv"_s << "a,b\n\"x\n\",1\n1,2,3\n"_ba << 4;
    QTest::newRow("no JSON") << u"datasets/sorted.jsonl"_s << "{}\n{\n"_ba << 2;
    QTest::newRow("no object") << u"datasets/sorted.jsonl"_s << "\n[1]\n"_ba << 2;
    QTest::newRow("not UTF-8") << u"datasets/sorted.jsonl"_s << "{\"a\": \"\xff\"}"_ba << 0;
    QTest::newRow("columns without a kind") << u"datasets/sorted.dataset.json"_s << "{}"_ba << 1;
    QTest::newRow("columns of another form")
        << u"datasets/sorted.dataset.json"_s
        << R"({"antiphon": "dataset/1", "expected": "answer"})"_ba << 0;
}

void DatasetTest::saysWhereItIsWrong()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, text);
    QFETCH(int, line);
    if (file.endsWith("dataset.json"_L1))
        write(u"datasets/sorted.csv"_s, "Body,expected\na,b\n");
    write(file, text);
    const auto dataset = readDataset(m_folder->path(), u"sorted"_s);
    QVERIFY(!dataset);
    QCOMPARE(dataset.error().file, file);
    QCOMPARE(dataset.error().line, line);
    const auto project = loadProject(m_folder->path());
    QVERIFY(project);
    QVERIFY(project->problems.contains(dataset.error())); // since a prompt needs it
}

void DatasetTest::promptsTakeTheirExamples()
{
    write(u"datasets/sorted.csv"_s, "Body,expected\nIt leaks,fault\nThank you,praise\n");
    write(u"datasets/other.jsonl"_s, "broken");
    const auto project = loadProject(m_folder->path());
    QVERIFY(project);
    for (const Problem &problem : project->problems)
        QVERIFY2(problem.severity == Problem::Severity::Hint, qPrintable(problem.message));
    QCOMPARE(project->datasets, (QStringList {u"other"_s, u"sorted"_s}));
    const auto inputs = callInputs(*project, u"ask"_s, u"default"_s);
    QVERIFY(inputs);
    QCOMPARE(inputs->examples,
             (QList<Example> {
                 {.values = {{u"ticket"_s, Value(u"It leaks"_s)}}, .answer = Json("fault")},
                 {.values = {{u"ticket"_s, Value(u"Thank you"_s)}}, .answer = Json("praise")}}));
}

void DatasetTest::missingDatasetsAreNamed()
{
    const auto project = loadProject(m_folder->path());
    QVERIFY(project);
    QCOMPARE(project->problems.size(), 1);
    QCOMPARE(project->problems.first().severity, Problem::Severity::Warning);
    QVERIFY(project->problems.first().message.contains("datasets/sorted.csv"_L1));
    QVERIFY(project->problems.first().line > 0);
    const auto inputs = callInputs(*project, u"ask"_s, u"default"_s);
    QVERIFY(!inputs);
    QCOMPARE(inputs.error().kind, ErrorKind::Setup);
    QVERIFY(inputs.error().message.contains("There is no dataset \"sorted\""_L1));
}

void DatasetTest::savingKeepsTheChoice()
{
    auto project = loadProject(m_folder->path());
    QVERIFY(project);
    PromptEntry &entry = project->prompts.first();
    entry.prompt.examples = u"other"_s;
    QVERIFY(savePrompt(*project, entry));
    const auto again = loadProject(m_folder->path());
    QVERIFY(again);
    QCOMPARE(again->prompts.first().prompt.examples, u"other"_s);
    QCOMPARE(again->prompts.first().prompt.mapping.value(u"ticket"_s), u"Body"_s);
    entry.prompt.examples.clear();
    QVERIFY(savePrompt(*project, entry));
    QVERIFY(!find(loadProject(m_folder->path())->prompts.first().file, "examples"));
}

QTEST_GUILESS_MAIN(DatasetTest)

#include "tst_dataset.moc"
