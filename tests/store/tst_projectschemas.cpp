// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/store/project/project.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Antiphon;

class ProjectSchemasTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void loadsSchemasAndRules();
    void reportsWhatIsWrong();
    void keepsTextsAsTyped();
    void renamesWithItsUsers();
    void savesRules();

private:
    void write(const QString &file, const QByteArray &text);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void ProjectSchemasTest::write(const QString &file, const QByteArray &text)
{
    const QString path = m_folder->filePath(file);
    QDir().mkpath(QFileInfo(path).path());
    QFile out(path);
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write(text);
}

void ProjectSchemasTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    write(u"antiphon.json"_s, R"({"antiphon": "project/1", "id": "p", "name": "P", "format": 1})");
    write(u"prompts/ask/template.tmpl"_s, "Hi\n");
    write(u"prompts/ask/prompt.json"_s,
          R"({"antiphon": "prompt/1", "id": "a", "variants": {"default": "template.tmpl"},
              "output": {"schema": "invoice", "mode": "strict", "rules": "sane"}})");
}

void ProjectSchemasTest::loadsSchemasAndRules()
{
    write(u"schemas/invoice.schema.json"_s,
          R"({"type": "object", "properties": {"z": {}, "a": {}}})");
    write(u"schemas/sane.rules.json"_s,
          R"({"antiphon": "rules/1", "rules": [{"if": "z < 0", "message": "no"}]})");
    const auto project = loadProject(m_folder->path());
    QVERIFY(project);
    for (const Problem &problem : project->problems)
        QVERIFY2(problem.severity == Problem::Severity::Hint, qPrintable(problem.message));
    QCOMPARE(toBytes(project->schemas.value(u"invoice"_s)),
             R"({"type":"object","properties":{"z":{},"a":{}}})"_ba); // in the author's order
    QVERIFY(project->rules.contains(u"sane"_s));
    const auto &output = project->prompts.first().prompt.output;
    QVERIFY(output);
    QCOMPARE(output->schema, u"invoice"_s);
    QCOMPARE(output->mode, OutputSpec::Mode::Strict);
    QVERIFY(output->lenient);
}

void ProjectSchemasTest::reportsWhatIsWrong()
{
    write(u"schemas/invoice.schema.json"_s, R"({"type": 7})");
    const auto project = loadProject(m_folder->path());
    QVERIFY(project);
    QStringList files;
    for (const Problem &problem : project->problems)
        files.append(problem.file);
    QVERIFY(files.contains("schemas/invoice.schema.json"_L1)); // no schema
    QCOMPARE(files.count("prompts/ask/prompt.json"_L1), 2); // neither of the two is there
}

static QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void ProjectSchemasTest::keepsTextsAsTyped()
{
    auto project = loadProject(m_folder->path());
    QVERIFY(project);
    const auto made = createSchema(*project, u"Line Item"_s, *parseJson(R"({"type":"object"})"));
    QVERIFY(made);
    QCOMPARE(*made, u"line-item"_s);
    const QString text = u"{ \"type\":   \"object\",\n \"properties\": {"_s; // half done
    QVERIFY(saveSchema(*project, *made, text));
    QCOMPARE(contents(m_folder->filePath(u"schemas/line-item.schema.json"_s)),
             text.toUtf8() + '\n');
    QCOMPARE(schemaText(*project, *made).value_or(QString()), text + u'\n');
    QVERIFY(!saveSchema(*project, u"No Slug"_s, text));
    const auto removed = removeSchema(*project, *made);
    QVERIFY(removed);
    QCOMPARE(removed->text, text + u'\n');
    QVERIFY(!QFile::exists(m_folder->filePath(u"schemas/line-item.schema.json"_s)));
}

void ProjectSchemasTest::renamesWithItsUsers()
{
    write(u"schemas/invoice.schema.json"_s, R"({"type": "object"})");
    write(u"schemas/sane.rules.json"_s, R"({"antiphon": "rules/1", "rules": []})");
    auto project = loadProject(m_folder->path());
    QVERIFY(project);
    QCOMPARE(usersOfSchema(*project, u"invoice"_s), QStringList {u"ask"_s});
    QVERIFY(renameSchema(*project, u"invoice"_s, u"bill"_s));
    QVERIFY(project->schemas.contains(u"bill"_s));
    const auto again = loadProject(m_folder->path());
    QVERIFY(again);
    QVERIFY(again->schemas.contains(u"bill"_s));
    QVERIFY(!again->schemas.contains(u"invoice"_s));
    const auto &output = again->prompts.first().prompt.output;
    QCOMPARE(output->schema, u"bill"_s);
    QCOMPARE(output->rules, u"sane"_s); // another name: it stays
    QCOMPARE(output->mode, OutputSpec::Mode::Strict);
}

void ProjectSchemasTest::savesRules()
{
    write(u"schemas/sane.rules.json"_s,
          R"({"antiphon": "rules/1", "note": "why", "rules": [{"if": "a", "message": "b"}]})");
    auto project = loadProject(m_folder->path());
    QVERIFY(project);
    const QList<AnswerRule> rules {{.condition = u"a"_s, .message = u"c"_s, .path = u"/a"_s}};
    QVERIFY(saveRules(*project, u"sane"_s, rules));
    const auto disk = parseJson(contents(m_folder->filePath(u"schemas/sane.rules.json"_s)));
    QVERIFY(disk);
    QCOMPARE(textOf(*disk, "note"), u"why"_s);
    QVERIFY(answerRulesFromJson(*disk) == rules);
    QVERIFY(saveRules(*project, u"sane"_s, {}));
    QVERIFY(!QFile::exists(m_folder->filePath(u"schemas/sane.rules.json"_s)));
}

QTEST_GUILESS_MAIN(ProjectSchemasTest)

#include "tst_projectschemas.moc"
