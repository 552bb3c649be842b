// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/store/drafts.h>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace Antiphon;
using namespace Qt::StringLiterals;

class DraftsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void areKeptByProject();
    void areTheOwnersAlone();
    void goAwayWhenEmpty();
    void brokenOnesAreNone();

private:
    QTemporaryDir m_dir;
};

static Drafts some()
{
    return {.prompts = jsonObject({{"summarize", jsonObject({{"text", Json("Hi")}})}}),
            .saved = QDateTime(QDate(2026, 11, 22), QTime(1, 2, 3, 4), QTimeZone::UTC)};
}

void DraftsTest::areKeptByProject()
{
    const QString one = draftsFile(m_dir.path(), u"/a/project"_s);
    const QString other = draftsFile(m_dir.path(), u"/b/project"_s);
    QVERIFY(one != other);
    QCOMPARE(draftsFile(m_dir.path(), u"/a/project/"_s), one);
    QVERIFY(saveDrafts(one, some()));
    const Drafts read = loadDrafts(one);
    QVERIFY(read.prompts == some().prompts);
    QCOMPARE(read.saved, some().saved);
    QVERIFY(loadDrafts(other).isEmpty());
}

void DraftsTest::areTheOwnersAlone()
{
    const QString file = draftsFile(m_dir.path(), u"/c"_s);
    QVERIFY(saveDrafts(file, some()));
    QVERIFY(!(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther)));
}

void DraftsTest::goAwayWhenEmpty()
{
    const QString file = draftsFile(m_dir.path(), u"/d"_s);
    QVERIFY(saveDrafts(file, some()));
    QVERIFY(saveDrafts(file, {}));
    QVERIFY(!QFile::exists(file));
}

void DraftsTest::brokenOnesAreNone()
{
    const QString file = m_dir.filePath(u"broken.json"_s);
    QFile out(file);
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write("{\"antiphon\": \"drafts/9\"");
    out.close();
    QVERIFY(loadDrafts(file).isEmpty());
}

QTEST_GUILESS_MAIN(DraftsTest)
#include "tst_drafts.moc"
