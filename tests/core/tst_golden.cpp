// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include "support/exchanges.h"

using namespace Antiphon;
using namespace Qt::StringLiterals;

/// The same calls in every wire format, against bodies written by hand from its documentation.
///
/// tests/data/golden/calls/NAME.json is a call (readCall()); tests/data/golden/CODEC/NAME.json
/// says what becomes of it: `provider` and `api` (and `endpoint`, `baseUrl`, `quirks` where
/// wanted), and either `body`, compared byte for byte with the order of its keys, or `refused`,
/// the kind of the error and its `message`. `path` is how the address ends. A file with a `call`
/// of its own needs none in calls. A row is a file: nothing else has to be written for a new one.
class GoldenTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void requests_data();
    void requests();
    void formatsAreComplete_data();
    void formatsAreComplete();
};

static QDir goldenFolder()
{
    return {Exchanges::dataFolder() + "/golden"_L1};
}

static QStringList jsonFiles(const QString &folder)
{
    return QDir(goldenFolder().filePath(folder)).entryList({u"*.json"_s}, QDir::Files);
}

static QStringList formats()
{
    QStringList names = goldenFolder().entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    names.removeOne(u"calls"_s);
    return names;
}

void GoldenTest::requests_data()
{
    QTest::addColumn<QString>("codec");
    QTest::addColumn<QString>("file");

    for (const QString &codec : formats())
        for (const QString &file : jsonFiles(codec))
            QTest::addRow("%s, %s", qPrintable(codec), qPrintable(file.chopped(5)))
                << codec << file;
}

void GoldenTest::requests()
{
    QFETCH(QString, codec);
    QFETCH(QString, file);

    const Codec *format = findCodec(codec);
    QVERIFY2(format, "no codec has the name of this folder");
    auto row = parseJson(Exchanges::contents(goldenFolder().filePath(codec + u'/' + file)));
    QVERIFY2(row, qPrintable(row ? QString() : row.error().toError(file).message));
    if (!find(*row, "call")) {
        const auto call
            = parseJson(Exchanges::contents(goldenFolder().filePath("calls/"_L1 + file)));
        QVERIFY2(call, qPrintable(call ? QString() : call.error().toError(file).message));
        row->insert_or_assign("call", *call);
    }

    const auto request = Exchanges::encoded(*row, *format);
    if (const Json *refused = find(*row, "refused")) {
        QVERIFY2(!request, "it was not refused");
        QCOMPARE(errorKindName(request.error().kind), toText(*refused));
        QCOMPARE(request.error().message, textOf(*row, "message"));
        return;
    }
    QVERIFY2(request, qPrintable(request ? QString() : request.error().message));
    QVERIFY(find(*row, "body"));
    QCOMPARE(QString::fromUtf8(request->body), QString::fromUtf8(toBytes(*find(*row, "body"))));
    if (const QString path = textOf(*row, "path"); !path.isEmpty())
        QCOMPARE(request->url.path(QUrl::FullyEncoded).right(path.size()), path);
}

void GoldenTest::formatsAreComplete_data()
{
    QTest::addColumn<QString>("codec");

    for (const QString &codec : formats())
        QTest::newRow(qPrintable(codec)) << codec;
}

// A format either carries a call or says that it cannot.
void GoldenTest::formatsAreComplete()
{
    QFETCH(QString, codec);

    const QStringList have = jsonFiles(codec);
    for (const QString &call : jsonFiles(u"calls"_s))
        QVERIFY2(have.contains(call), qPrintable(call));
}

QTEST_GUILESS_MAIN(GoldenTest)
#include "tst_golden.moc"
