// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/store/builtin.h>
#include <antiphon/store/userprices.h>

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Antiphon;
using namespace Qt::StringLiterals;

/// Prices of a person's own, over the bundled ones.
class UserPricesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void knowsTheBundledOnes();
    void importsAndWins();
    void aProjectsOwnWinOverAll();
    void saysWhatIsWrong();

private:
    void write(const QString &path, const QByteArray &text);
    double inputOf(const QString &project);

    QTemporaryDir m_folder;
};

static const QDate day(2026, 11, 22);

void UserPricesTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
}

void UserPricesTest::init()
{
    QFile::remove(userPricesFile());
    QFile::remove(projectPricesFile(m_folder.path()));
}

void UserPricesTest::write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

double UserPricesTest::inputOf(const QString &project)
{
    QList<Error> problems;
    const PriceTable prices = knownPrices(project, problems);
    const PriceRow *row = findPrice(prices, u"openai", u"gpt-4o-mini", day);
    return row && problems.isEmpty() ? row->price.input.value_or(-1) : -2;
}

void UserPricesTest::knowsTheBundledOnes()
{
    QCOMPARE(inputOf({}), 0.15);
    QCOMPARE(inputOf(m_folder.path()), 0.15);
}

void UserPricesTest::importsAndWins()
{
    const QString list = m_folder.filePath(u"list.json"_s);
    write(list, R"({"gpt-4o-mini": {"litellm_provider": "openai", "mode": "chat",
                    "input_cost_per_token": 1e-06, "output_cost_per_token": 2e-06}, "x": {}})");
    const auto done = importPrices(list, userPricesFile(), day);
    QVERIFY2(done, qPrintable(done ? QString() : done.error().message));
    QCOMPARE(done->rows, 1);
    QCOMPARE(done->skipped, 1);
    QCOMPARE(inputOf({}), 1.0);

    QList<Error> problems;
    const PriceTable prices = knownPrices({}, problems);
    const PriceRow *row = findPrice(prices, u"openai", u"gpt-4o-mini", day);
    QCOMPARE(row->source, u"list.json"_s);
    QCOMPARE(prices.rows.size(), builtinPrices().rows.size());
}

void UserPricesTest::aProjectsOwnWinOverAll()
{
    write(projectPricesFile(m_folder.path()), R"({"antiphon": "prices/1",
        "rows": [{"provider": "openai", "model": "gpt-4o-mini", "input": 3, "output": 4}]})");
    QCOMPARE(inputOf(m_folder.path()), 3.0);
    QCOMPARE(inputOf({}), 0.15);
}

void UserPricesTest::saysWhatIsWrong()
{
    const QString list = m_folder.filePath(u"broken.json"_s);
    QVERIFY(!importPrices(list, userPricesFile(), day)); // not there
    write(list, "{");
    QVERIFY(!importPrices(list, userPricesFile(), day));
    QVERIFY(!QFile::exists(userPricesFile()));

    write(projectPricesFile(m_folder.path()), R"({"antiphon": "prices/1", "rows": 7})");
    QList<Error> problems;
    const PriceTable prices = knownPrices(m_folder.path(), problems);
    QCOMPARE(problems.size(), 1);
    QVERIFY(problems.first().message.contains("prices.json"_L1));
    QCOMPARE(prices.rows.size(), builtinPrices().rows.size()); // the others are there
}

QTEST_GUILESS_MAIN(UserPricesTest)
#include "tst_userprices.moc"
